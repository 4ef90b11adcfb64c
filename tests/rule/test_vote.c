/* Who is counted at a vote, and what is a quorum or a majority of how many. */
#include "rule_fixture.h"

/* A meeting of a group of three with a vote and one member without; line 6 is the meeting. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *attendance,
	const char *decision)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(
		fixture, "pravidla.yaml", arena_format(arena, "skupiny: {%s}\n", settings).ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"osoby: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]\n"
			"skupiny: [{id: ps, název: PS, vedoucí: [{osoba: a, pověřen: true}], členové: [{osoba: a, "
			"strana: uživatel},\n"
			"  {osoba: b, strana: uživatel}, {osoba: c, strana: uživatel}, {osoba: c, "
			"strana: uživatel},\n"
			"  {osoba: d, strana: uživatel, hlasuje: false}, {osoba: e, strana: "
			"uživatel, do: 2025-12-31}]}]\n"
			"jednání:\n"
			"  - {id: j, orgán: ps, datum: 2026-02-10%s, rozhodnutí: [{znění: Z%s}]}\n",
			attendance, decision)
			.ptr,
		"2026-03-12");
}

/* Is exactly one finding of a code? */
static bool finds(struct plan_fixture *fixture, const char *code)
{
	return fixture->findings.count == 1 &&
	       strcmp(fixture->findings.items[0].kind->code, code) == 0;
}

static void does_not_count_members_without_a_vote(void **state)
{
	run(*state, "", ", účast: {přítomni: [a, b, d]}", ", hlasy: {pro: 2, zdržel_se: 1}");
	assert_true(finds(*state, "too-many-votes"));
}

static void counts_substitutes_and_members_without_a_name(void **state)
{
	assert_string_equal(run(*state, "",
				    ", účast: {přítomni: [a], přítomni_bez_jména: [uživatelka], "
				    "náhradníci: [{osoba: d}]}",
				    ", hlasy: {pro: 3}"),
		"");
}

static void takes_the_stated_number_when_it_is_larger(void **state)
{
	assert_string_equal(
		run(*state, "", ", účast: {přítomni: [a], počet_členů: 3}", ", hlasy: {pro: 3}"),
		"");
}

static void does_not_judge_votes_where_nobody_is_recorded(void **state)
{
	assert_string_equal(run(*state, "", ", účast: {omluveni: [a]}", ", hlasy: {pro: 9}"), "");
}

static void lets_guests_vote_only_where_the_town_does(void **state)
{
	assert_string_equal(run(*state, "hosté_hlasují: true",
				    ", účast: {přítomni: [a], hosté: [host]}", ", hlasy: {pro: 2}"),
		"");
}

static void lets_a_wider_electorate_elect(void **state)
{
	assert_string_equal(run(*state, "volitelé_vedoucího: [členové, koordinátor]",
				    ", účast: {přítomni: [a], hosté: [koordinátorka]}",
				    ", výrok: volí, hlasy: {pro: 2}"),
		"");
}

static void lets_only_members_elect_where_they_are_the_electorate(void **state)
{
	run(*state, "volitelé_vedoucího: [členové]",
		", účast: {přítomni: [a], hosté: [koordinátorka]}",
		", výrok: volí, hlasy: {pro: 2}");
	assert_true(finds(*state, "too-many-votes"));
}

static void survives_more_votes_than_can_be_counted(void **state)
{
	const char *found = run(*state, "", ", účast: {přítomni: [a]}",
		", hlasy: {pro: 9223372036854775807, proti: 9223372036854775807}");
	assert_non_null(strstr(found, "too-many-votes"));
}

static void takes_half_of_an_odd_number_rounded_up(void **state)
{
	run(*state, "usnášeníschopnost: polovina", ", účast: {přítomni: [a]}",
		", způsob: hlasování");
	assert_true(finds(*state, "not-quorate"));
	struct plan_fixture *fixture = *state;
	assert_int_equal(fixture->findings.items[0].arguments[2].number, 3);
}

static void takes_two_of_three_for_two_thirds(void **state)
{
	assert_string_equal(run(*state, "usnášeníschopnost: dvě_třetiny",
				    ", účast: {přítomni: [a, b]}", ", způsob: hlasování"),
		"");
}

static void takes_two_of_three_for_a_majority(void **state)
{
	assert_string_equal(run(*state, "usnášeníschopnost: nadpoloviční_většina",
				    ", účast: {přítomni: [a, b]}", ", způsob: hlasování"),
		"");
}

static void needs_no_quorum_for_an_agreement(void **state)
{
	assert_string_equal(run(*state, "usnášeníschopnost: dvě_třetiny",
				    ", účast: {přítomni: [a]}", ", způsob: dohoda"),
		"");
}

static const char of_present[] = "k_přijetí_stačí: většina_přítomných",
		  of_members[] = "k_přijetí_stačí: většina_členů";

static void wants_more_than_half_of_those_present(void **state)
{
	run(*state, of_present, ", účast: {přítomni: [a, b]}", ", hlasy: {pro: 1}, přijato: true");
	assert_true(finds(*state, "vote-not-adopted"));
}

static void counts_votes_where_nobody_is_recorded(void **state)
{
	assert_string_equal(
		run(*state, of_present, "", ", hlasy: {pro: 2, proti: 1}, přijato: true"), "");
}

static void wants_more_than_half_of_all_members(void **state)
{
	run(*state, of_members, ", účast: {přítomni: [a]}", ", hlasy: {pro: 1}, přijato: true");
	assert_true(finds(*state, "vote-not-adopted"));
}

static void takes_two_of_three_members(void **state)
{
	assert_string_equal(run(*state, of_members, ", účast: {přítomni: [a, b]}",
				    ", hlasy: {pro: 2}, přijato: true"),
		"");
}

static void does_not_judge_what_is_not_marked_as_adopted(void **state)
{
	assert_string_equal(
		run(*state, of_present, ", účast: {přítomni: [a, b]}", ", hlasy: {pro: 1}"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(does_not_count_members_without_a_vote),
		PLAN_TEST(counts_substitutes_and_members_without_a_name),
		PLAN_TEST(takes_the_stated_number_when_it_is_larger),
		PLAN_TEST(does_not_judge_votes_where_nobody_is_recorded),
		PLAN_TEST(lets_guests_vote_only_where_the_town_does),
		PLAN_TEST(lets_a_wider_electorate_elect),
		PLAN_TEST(lets_only_members_elect_where_they_are_the_electorate),
		PLAN_TEST(survives_more_votes_than_can_be_counted),
		PLAN_TEST(takes_half_of_an_odd_number_rounded_up),
		PLAN_TEST(takes_two_of_three_for_two_thirds),
		PLAN_TEST(takes_two_of_three_for_a_majority),
		PLAN_TEST(needs_no_quorum_for_an_agreement),
		PLAN_TEST(wants_more_than_half_of_those_present),
		PLAN_TEST(counts_votes_where_nobody_is_recorded),
		PLAN_TEST(wants_more_than_half_of_all_members),
		PLAN_TEST(takes_two_of_three_members),
		PLAN_TEST(does_not_judge_what_is_not_marked_as_adopted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
