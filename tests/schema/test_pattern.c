#include "schema/pattern.h"

#include "base/arena.h"
#include "schema/table.h"
#include "test.h"

/* One pattern, tried on one text. */
static bool matches(const char *pattern, const char *text)
{
	const struct schema_text patterns[] = {{.offset = 0, .length = (uint32_t)strlen(pattern)}};
	const struct schema_table table = {
		.pool = pattern, .patterns = patterns, .pattern_count = 1};
	struct pattern_cache *cache = patterns_new(&table);
	bool first = pattern_matches(cache, 0, kpss_str(text)),
	     second = pattern_matches(cache, 0, kpss_str(text));
	patterns_free(cache);
	assert_int_equal(first, second);
	return first;
}

static void matches_anywhere_in_the_text(void **state)
{
	(void)state;

	assert_true(matches("[0-9]+", "část 2"));
	assert_false(matches("[0-9]+", "část druhá"));
}

static void counts_letters_with_diacritics_as_one(void **state)
{
	(void)state;

	assert_true(matches("^.{4}$", "řeka"));
	assert_true(matches("^.{6}$", "příliš"));
}

static void ends_only_at_the_very_end(void **state)
{
	(void)state;

	assert_false(matches("^[a-z]+$", "seniori\n"));
}

static void gives_up_on_a_pattern_that_explodes(void **state)
{
	(void)state;

	assert_false(
		matches("^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"));
}

static void matches_an_empty_text(void **state)
{
	(void)state;

	assert_true(matches("^$", ""));
	assert_false(matches(".", ""));
}

static void tells_a_pattern_that_cannot_be_used(void **state)
{
	(void)state;

	assert_true(pattern_is_valid(kpss_str("^[a-z]$")));
	assert_false(pattern_is_valid(kpss_str("(")));
}

static void frees_nothing(void **state)
{
	(void)state;

	patterns_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(matches_anywhere_in_the_text),
		cmocka_unit_test(counts_letters_with_diacritics_as_one),
		cmocka_unit_test(ends_only_at_the_very_end),
		cmocka_unit_test(gives_up_on_a_pattern_that_explodes),
		cmocka_unit_test(matches_an_empty_text),
		cmocka_unit_test(tells_a_pattern_that_cannot_be_used),
		cmocka_unit_test(frees_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
