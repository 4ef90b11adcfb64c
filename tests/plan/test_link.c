#include "base/arena.h"
#include "document/node.h"
#include "plan_fixture.h"

static const char two_levels[] = "úrovně:\n  - úroveň: cíl\n  - úroveň: opatření\n";

static void leads_a_reference_to_its_record(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml", "skupiny:\n  - id: ps\n    název: PS\n");

	const char *found = plan_fixture_load_one(
		fixture, "jednání:\n  - {id: j, orgán: ps, datum: 2019-01-01}\n");

	assert_string_equal(found, "");
	const struct node *body = field(plan_fixture_find(fixture, "j")->mapping, WORD_body);
	assert_ptr_equal(plan_target(fixture->plan, body), plan_fixture_find(fixture, "ps"));
}

static void leads_nowhere_from_what_is_no_reference(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "skupiny:\n  - id: ps\n    název: PS\n    vedoucí: []\n");
	const struct node *mapping = plan_fixture_find(fixture, "ps")->mapping;

	assert_null(plan_target(fixture->plan, field(mapping, WORD_note)));
	assert_null(plan_target(fixture->plan, field(mapping, WORD_leaders)));
}

static void reports_a_reference_to_nothing(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "jednání:\n  - id: j\n    orgán: rada\n    datum: "
					       "2019-01-01\n    předsedá: novak-j\n");

	assert_string_equal(
		found, "dangling-reference a.yaml 3 12\ndangling-reference a.yaml 5 15\n");
	assert_null(plan_target(
		fixture->plan, field(plan_fixture_find(fixture, "j")->mapping, WORD_body)));
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[0].czech, "záznam"));
	assert_true(kpss_str_is(fixture->findings.items[1].arguments[0].czech, "osoba"));
	assert_true(kpss_str_is(fixture->findings.items[1].subject, "j"));
}

static void offers_ids_that_are_near_and_of_the_right_kind(void **state)
{
	struct plan_fixture *fixture = *state;

	plan_fixture_load_one(fixture,
		"osoby:\n  - id: novak-jan\norgány:\n  - {id: novak-j, název: X}\n"
		"jednání:\n  - {id: j, orgán: novak-j, datum: 2019-01-01, předsedá: novak-jn}\n");

	assert_int_equal(fixture->findings.count, 1);
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[2].text, "novak-jan"));
}

static void does_not_take_a_part_of_an_id_for_it(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture,
		"osoby:\n  - id: novakova\nroles:\n  - {id: r, name: R, holders: "
		"[{person: novak}]}\n");

	assert_string_equal(found, "dangling-reference a.yaml 4 41\n");
}

static void reports_a_reference_to_another_kind(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "osoby:\n  - id: novak-j\njednání:\n  - {id: j, "
					       "orgán: novak-j, datum: 2019-01-01}\n");

	assert_string_equal(found, "wrong-reference a.yaml 4 20\n");
	const struct finding *finding = &fixture->findings.items[0];
	assert_int_equal(finding->related.begin, strlen("osoby:\n  - id: "));
	assert_true(kpss_str_is(finding->arguments[1].czech, "osoba"));
}

static void gives_levels_their_place_in_the_order_of_the_town(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", two_levels);

	plan_fixture_load_one(fixture,
		"plány:\n  - id: p\n    název: P\n    cíle:\n      - {id: c, název: C}\n    "
		"opatření:\n      - {id: o, název: O}\n    etapy:\n      - {id: e, název: E}\n");

	assert_int_equal(plan_fixture_find(fixture, "c")->rank, 1);
	assert_int_equal(plan_fixture_find(fixture, "o")->rank, 2);
	assert_int_equal(plan_fixture_find(fixture, "e")->rank, 0);
}

static void takes_levels_of_the_profile_in_either_language_and_number(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"úrovně:\n  - úroveň: goal\n  - úroveň: opatření\n  - úroveň: aktivity\n");

	plan_fixture_load_one(fixture,
		"plány:\n  - id: p\n    název: P\n    cíle:\n      - {id: c, název: C}\n    "
		"aktivity:\n      - {id: a, název: A}\n");

	assert_int_equal(plan_fixture_find(fixture, "c")->rank, 1);
	assert_int_equal(plan_fixture_find(fixture, "a")->rank, 3);
}

static void finds_the_level_that_an_item_names_itself(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", two_levels);

	plan_fixture_load_one(fixture,
		"položky:\n  - {id: o, název: O, úroveň: opatření, nadřazená_položka: p}\n"
		"plány:\n  - {id: p, název: P}\n");

	assert_int_equal(plan_fixture_find(fixture, "o")->level, LEVEL_measure + 1);
	assert_int_equal(plan_fixture_find(fixture, "o")->rank, 2);
}

static void knows_a_level_of_the_town_s_own(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(
		fixture, "pravidla.yaml", "úrovně:\n  - úroveň: cíl\n  - úroveň: výzva\n");

	plan_fixture_load_one(fixture, "plány:\n  - id: p\n    název: P\n    položky:\n"
				       "      - {id: v, název: V, úroveň: výzva}\n      - {id: w, "
				       "název: W, úroveň: jiná}\n");

	assert_int_equal(plan_fixture_find(fixture, "v")->level, 0);
	assert_int_equal(plan_fixture_find(fixture, "v")->rank, 2);
	assert_int_equal(plan_fixture_find(fixture, "w")->rank, 0);
}

static void gives_no_place_to_levels_without_a_profile(void **state)
{
	struct plan_fixture *fixture = *state;

	plan_fixture_load_one(
		fixture, "plány:\n  - id: p\n    název: P\n    cíle:\n      - {id: c, název: C}\n");

	assert_int_equal(plan_fixture_find(fixture, "c")->level, LEVEL_goal + 1);
	assert_int_equal(plan_fixture_find(fixture, "c")->rank, 0);
}

static void finds_the_parent_that_an_item_names(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml", "plány:\n  - {id: p, název: P}\n");

	plan_fixture_load_one(fixture, "cíle:\n  - {id: c, název: C, nadřazená_položka: p}\n");

	assert_ptr_equal(plan_fixture_find(fixture, "c")->parent, plan_fixture_find(fixture, "p"));
}

static void takes_a_parent_written_twice_the_same(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "plány:\n  - id: p\n    název: P\n    cíle:\n      "
					       "- {id: c, název: C, nadřazená_položka: p}\n");

	assert_string_equal(found, "");
}

static void refuses_two_different_parents(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "plány:\n  - id: p\n    název: P\n    cíle:\n      "
					       "- {id: c, název: C, nadřazená_položka: q}\n"
					       "  - {id: q, název: Q}\n");

	assert_string_equal(found, "two-parents a.yaml 5 46\n");
	assert_ptr_equal(plan_fixture_find(fixture, "c")->parent, plan_fixture_find(fixture, "p"));
}

/* A body names its superior in the same word, but bodies do not stand inside one another. */
static void does_not_take_a_superior_body_for_a_parent(void **state)
{
	struct plan_fixture *fixture = *state;

	plan_fixture_load_one(fixture,
		"orgány:\n  - {id: r, název: R}\n  - {id: k, název: K, nadřízený_orgán: r}\n");

	assert_null(plan_fixture_find(fixture, "k")->parent);
}

static const char evaluation[] =
	"plány:\n  - id: p\n    název: P\n    opatření:\n      - {id: o, název: O}\n"
	"vyhodnocení:\n  - id: v\n    název: V\n    výsledky:\n      - {opatření: o, stav: "
	"splněno}\n";

static void takes_any_status_where_the_town_lists_none(void **state)
{
	assert_string_equal(plan_fixture_load_one(*state, evaluation), "");
}

static void takes_a_status_by_its_label_or_code(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"stavy:\n  - {kód: splneno, označení: splněno, třída: splněno}\n");

	assert_string_equal(plan_fixture_load_one(fixture, evaluation), "");
	fixture->files[1].bytes = kpss_str("vyhodnocení:\n  - id: v\n    název: V\n    výsledky:\n"
					   "      - {opatření: o, stav: splneno}\n"
					   "položky: [{id: o, název: O}]\n");
	assert_string_equal(plan_fixture_load(fixture), "");
}

static void refuses_a_status_that_the_town_does_not_list(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"stavy:\n  - {kód: hotovo, označení: hotovo, třída: splněno}\n");

	const char *found = plan_fixture_load_one(fixture, evaluation);

	assert_string_equal(found, "unknown-status a.yaml 10 29\n");
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[1].text, "hotovo"));
	assert_true(kpss_str_is(fixture->findings.items[0].subject, "v"));
}

static void says_what_kind_a_kind_is_in_words(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load(fixture);

	struct finding_argument words = kind_argument(
		plan_schema(fixture->plan), fixture->findings.arena, KIND_action_plan);

	assert_true(kpss_str_is(words.text, "action plan"));
	assert_true(kpss_str_is(words.czech, "akční plán"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(leads_a_reference_to_its_record),
		PLAN_TEST(leads_nowhere_from_what_is_no_reference),
		PLAN_TEST(reports_a_reference_to_nothing),
		PLAN_TEST(offers_ids_that_are_near_and_of_the_right_kind),
		PLAN_TEST(does_not_take_a_part_of_an_id_for_it),
		PLAN_TEST(reports_a_reference_to_another_kind),
		PLAN_TEST(gives_levels_their_place_in_the_order_of_the_town),
		PLAN_TEST(takes_levels_of_the_profile_in_either_language_and_number),
		PLAN_TEST(finds_the_level_that_an_item_names_itself),
		PLAN_TEST(knows_a_level_of_the_town_s_own),
		PLAN_TEST(gives_no_place_to_levels_without_a_profile),
		PLAN_TEST(finds_the_parent_that_an_item_names),
		PLAN_TEST(takes_a_parent_written_twice_the_same),
		PLAN_TEST(refuses_two_different_parents),
		PLAN_TEST(does_not_take_a_superior_body_for_a_parent),
		PLAN_TEST(takes_any_status_where_the_town_lists_none),
		PLAN_TEST(takes_a_status_by_its_label_or_code),
		PLAN_TEST(refuses_a_status_that_the_town_does_not_list),
		PLAN_TEST(says_what_kind_a_kind_is_in_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
