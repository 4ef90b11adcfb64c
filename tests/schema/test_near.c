#include "schema/near.h"

#include "base/arena.h"
#include "base/text.h"
#include "test.h"

static struct text_suggestions near_to(
	struct arena *arena, const char *typed, const char *const names[])
{
	struct text_suggestions near;
	suggestions_init(&near, arena, kpss_str(typed));
	for (; *names; names++)
		suggestions_offer(&near, kpss_str(*names));
	return near;
}

static void lists_names_nearest_first(void **state)
{
	(void)state;
	struct findings findings;
	findings_init(&findings);
	struct text_suggestions near = near_to(
		findings.arena, "skupna", (const char *const[]){"skupiny", "skupina", NULL});

	struct finding_argument argument = near_argument(&findings, &near);

	assert_int_equal(argument.type, ARGUMENT_NAMES);
	assert_true(kpss_str_is(argument.text, "skupina\nskupiny"));
	findings_clear(&findings);
}

static void lists_nothing_where_nothing_is_near(void **state)
{
	(void)state;
	struct findings findings;
	findings_init(&findings);
	struct text_suggestions near =
		near_to(findings.arena, "skupina", (const char *const[]){"osoba", NULL});

	assert_int_equal(near_argument(&findings, &near).text.len, 0);
	assert_false(near_is_clear(&near));
	findings_clear(&findings);
}

static void is_clear_only_when_one_is_nearer_than_all_others(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct text_suggestions one = near_to(
					arena, "skupna", (const char *const[]){"skupina", NULL}),
				nearer = near_to(arena, "skupna",
					(const char *const[]){"skupiny", "skupina", NULL}),
				alike = near_to(
					arena, "col", (const char *const[]){"cola", "cold", NULL});

	assert_true(near_is_clear(&one));
	assert_true(near_is_clear(&nearer));
	assert_false(near_is_clear(&alike));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_names_nearest_first),
		cmocka_unit_test(lists_nothing_where_nothing_is_near),
		cmocka_unit_test(is_clear_only_when_one_is_nearer_than_all_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
