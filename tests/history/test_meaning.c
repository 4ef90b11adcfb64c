#include "history/meaning.h"

#include "plan_fixture.h"

/* The meaning of a field of the record x. */
static const char *meaning(struct plan_fixture *fixture, uint32_t word)
{
	const struct entity *record = plan_fixture_find(fixture, "x");
	const struct schema_table *table = plan_schema(fixture->plan);
	struct told whole = {.plan = fixture->plan,
		.shape = table->kinds[record->kind].shape,
		.node = record->mapping};
	struct kpss_str text = meaning_of(told_word(whole, word), fixture->findings.arena);
	return arena_text(fixture->findings.arena, text).ptr;
}

static void is_the_same_in_both_vocabularies_and_any_order(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "opatření:\n  - id: x\n    název: X\n    povaha: měkká\n"
				       "    náklady: [{rok: 2025, částka: 10.50}]\n");
	struct kpss_str first = kpss_str(meaning(fixture, WORD_costs));
	assert_string_equal(meaning(fixture, WORD_nature), "soft");

	fixture->count = 0;
	plan_fixture_load_one(fixture,
		"measures:\n  - id: x\n    name: X\n    costs: [{amount: 10.5, year: 2025}]\n");

	assert_string_equal(meaning(fixture, WORD_costs), first.ptr);
}

static void has_no_lines_and_no_blanks_that_nobody_reads(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture,
		"opatření:\n  - id: x\n    název: X\n    popis: |\n      a  b\n      c\n\n");

	assert_string_equal(meaning(fixture, WORD_description), "a b c");
}

static void is_none_of_what_says_nothing(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(
		fixture, "opatření:\n  - {id: x, název: X, popis: ~, roky: [], výstupy: ['']}\n");

	assert_string_equal(meaning(fixture, WORD_description), "");
	assert_string_equal(meaning(fixture, WORD_years), "");
	assert_string_equal(meaning(fixture, WORD_outputs), "");
	assert_string_equal(meaning(fixture, WORD_note), "");
}

static void keeps_a_code_that_looks_like_a_number_as_it_is_written(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "opatření:\n  - {id: x, název: X, kód: 2.10}\n");

	assert_string_equal(meaning(fixture, WORD_code), "2.10");
}

static void takes_no_two_lists_for_one(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(
		fixture, "opatření:\n  - {id: x, název: X, výstupy: ['a1:b'], rizika: [a, b]}\n");

	assert_string_not_equal(meaning(fixture, WORD_outputs), meaning(fixture, WORD_risks));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(is_the_same_in_both_vocabularies_and_any_order),
		PLAN_TEST(has_no_lines_and_no_blanks_that_nobody_reads),
		PLAN_TEST(is_none_of_what_says_nothing),
		PLAN_TEST(keeps_a_code_that_looks_like_a_number_as_it_is_written),
		PLAN_TEST(takes_no_two_lists_for_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
