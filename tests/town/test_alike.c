#include "town/alike.h"

#include "plan_fixture.h"

static bool alike(struct plan_fixture *fixture, const char *a, const char *b)
{
	return text_is_alike(fixture->findings.arena, kpss_str(a), kpss_str(b));
}

static void disregards_case_diacritics_blanks_and_a_full_stop(void **state)
{
	assert_true(alike(*state, "Řídí  proces.", "řídí proces"));
	assert_true(alike(*state, " ridi\nproces", "Řídí proces "));
	assert_true(alike(*state, "", ""));
}

static void keeps_different_words_apart(void **state)
{
	assert_false(alike(*state, "řídí proces", "řídí procesy"));
	assert_false(alike(*state, "řídí proces", "řídíproces"));
	assert_false(alike(*state, "řídí proces", ""));
}

static void finds_the_first_item_that_is_alike(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture,
		"funkce:\n  - id: f\n    název: F\n    povinnosti: [Web, Zápisy, zapisy]\n");
	const struct node *list = field(plan_fixture_find(fixture, "f")->mapping, WORD_duties);

	const struct node *found =
		list_item_alike(fixture->findings.arena, list, kpss_str("zápisy"));

	assert_non_null(found);
	assert_true(kpss_str_is(node_text(found), "Zápisy"));
	assert_null(list_item_alike(fixture->findings.arena, list, kpss_str("katalog")));
	assert_null(list_item_alike(fixture->findings.arena, value_none(), kpss_str("katalog")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(disregards_case_diacritics_blanks_and_a_full_stop),
		PLAN_TEST(keeps_different_words_apart),
		PLAN_TEST(finds_the_first_item_that_is_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
