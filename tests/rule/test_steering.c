/* Who steers, and who sits in the steering group, at the edges of days. */
#include "rule_fixture.h"

/* Groups that steer; the test gives their days, one group a line. */
static const char *run_groups(struct plan_fixture *fixture, const char *code, const char *groups)
{
	const char *text = arena_format(fixture->findings.arena, "skupiny:\n%s", groups).ptr;
	return rule_fixture_run_for(
		fixture, code, "řídicí_skupina: {svolávání: podle potřeby}\n", text);
}

static void takes_groups_that_follow_each_other(void **state)
{
	assert_string_equal(
		run_groups(*state, "steering-group-missing",
			"  - {id: a, název: A, druh: řídicí, od: 2015-01-01, do: 2016-12-31}\n"
			"  - {id: b, název: B, druh: řídicí, od: 2017-01-01, do: 2020-06-30}\n"),
		"");
}

static void finds_a_day_between_two_groups(void **state)
{
	assert_string_equal(
		run_groups(*state, "steering-group-missing",
			"  - {id: a, název: A, druh: řídicí, od: 2015-01-01, do: 2016-12-30}\n"
			"  - {id: b, název: B, druh: řídicí, od: 2017-01-01}\n"),
		"steering-group-missing a.yaml 2 57\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2016-12-31");
}

static void finds_that_the_last_group_ended_the_day_before(void **state)
{
	assert_string_equal(
		run_groups(*state, "steering-group-missing",
			"  - {id: a, název: A, druh: řídicí, od: 2015-01-01, do: 2020-06-29}\n"),
		"steering-group-missing a.yaml 2 57\n");
}

static void does_not_ask_for_a_group_that_is_still_to_come(void **state)
{
	assert_string_equal(run_groups(*state, "steering-group-missing",
				    "  - {id: a, název: A, druh: řídicí, od: 2020-07-01}\n"),
		"");
}

static void takes_working_groups_beside_it(void **state)
{
	assert_string_equal(run_groups(*state, "two-steering-groups",
				    "  - {id: a, název: A, druh: řídicí}\n  - {id: b, název: B, "
				    "druh: pracovní}\n"),
		"");
}

static void concludes_nothing_from_wrong_days_of_a_group(void **state)
{
	assert_string_equal(
		run_groups(*state, "steering-group-missing",
			"  - {id: a, název: A, druh: řídicí, od: 2016-01-01, do: 2015-12-31}\n"),
		"");
}

/* A steering group since 2015, `a` led `ps` until 2017-12-31, `b` leads it since; the test gives the members. */
static const char *run_members(
	struct plan_fixture *fixture, const char *code, const char *rules, const char *members)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby: [{id: a}, {id: b}]\n"
		"funkce: [{id: f, název: F, nositelé: [{osoba: a, od: 2018-01-01}]}]\n"
		"jmenování: [{id: j, datum: 2018-02-01, výrok: jmenuje, osoby: [{osoba: b, kam: "
		"rs}]}]\n"
		"skupiny:\n"
		"  - {id: ps, název: PS, vedoucí: [{osoba: a, od: 2015-01-01, do: 2017-12-31}, "
		"{osoba: b, od: 2018-01-01}]}\n"
		"  - id: rs\n"
		"    název: RS\n"
		"    druh: řídicí\n"
		"    od: 2015-01-01\n"
		"    členové:\n"
		"%s",
		members)
				   .ptr;
	return rule_fixture_run_for(fixture, code, rules, text);
}

static const char *const leaders = "řídicí_skupina: {vedoucí_skupin_jsou_členy: true}\n";
static const char *const only_leaders =
	"řídicí_skupina: {vedoucí_skupin_jsou_členy: true, jiní_členové_vyloučeni: true}\n";

static void takes_a_change_of_leaders_on_the_same_day(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *members = "      - {osoba: a, od: 2015-01-01, do: 2017-12-31}\n      - {osoba: "
			      "b, od: 2018-01-01}\n";

	assert_string_equal(run_members(fixture, "leader-not-in-steering", leaders, members), "");
	findings_reset(&fixture->findings);
	fixture->count = 0;
	assert_string_equal(
		run_members(fixture, "steering-member-extra", only_leaders, members), "");
}

static void finds_a_leader_who_joins_a_day_late(void **state)
{
	assert_string_equal(
		run_members(*state, "leader-not-in-steering", leaders,
			"      - {osoba: a, od: 2015-01-01}\n      - {osoba: b, od: 2018-01-02}\n"),
		"leader-not-in-steering a.yaml 5 87\n");
	assert_string_equal(rule_fixture_day(*state, 3), "2018-01-01");
}

static void finds_a_leader_who_leaves_a_day_early(void **state)
{
	assert_string_equal(run_members(*state, "leader-not-in-steering", leaders,
				    "      - {osoba: a, od: 2015-01-01, do: 2017-12-30}\n      - "
				    "{osoba: b, od: 2018-01-01}\n"),
		"leader-not-in-steering a.yaml 5 43\n");
	assert_string_equal(rule_fixture_day(*state, 3), "2017-12-31");
}

static void waits_for_the_appointment_where_the_town_says_so(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *after = "řídicí_skupina: {vedoucí_skupin_jsou_členy: true, "
			    "vedoucí_až_po_jmenování: true}\n";

	assert_string_equal(
		run_members(fixture, "leader-not-in-steering", after,
			"      - {osoba: a, od: 2015-01-01}\n      - {osoba: b, od: 2018-02-01}\n"),
		"");
	findings_reset(&fixture->findings);
	fixture->count = 0;
	assert_string_equal(
		run_members(fixture, "leader-not-in-steering", after,
			"      - {osoba: a, od: 2015-01-01}\n      - {osoba: b, od: 2018-02-02}\n"),
		"leader-not-in-steering a.yaml 5 87\n");
}

static void finds_a_former_leader_who_stays_a_day_longer(void **state)
{
	assert_string_equal(run_members(*state, "steering-member-extra", only_leaders,
				    "      - {osoba: a, od: 2015-01-01, do: 2018-01-01}\n      - "
				    "{osoba: b, od: 2018-01-01}\n"),
		"steering-member-extra a.yaml 11 17\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2018-01-01");
}

static void takes_a_membership_that_names_the_office(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *rules = "řídicí_skupina: {členové_z_funkce: [f]}\n";

	assert_string_equal(run_members(fixture, "steering-member-missing", rules,
				    "      - {z_titulu_funkce: f}\n"),
		"");
	findings_reset(&fixture->findings);
	fixture->count = 0;
	assert_string_equal(
		run_members(fixture, "steering-member-missing", rules, "      - {osoba: b}\n"),
		"steering-member-missing a.yaml 2 47\n");
	assert_string_equal(rule_fixture_day(fixture, 3), "2018-01-01");
}

static void concludes_nothing_from_wrong_days_of_a_member(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *members = "      - {osoba: a, od: 2015-01-01, do: 2014-01-01}\n      - {osoba: "
			      "b, od: 2018-01-01}\n";

	assert_string_equal(run_members(fixture, "leader-not-in-steering", leaders, members), "");
	findings_reset(&fixture->findings);
	fixture->count = 0;
	assert_string_equal(
		run_members(fixture, "steering-member-extra", only_leaders, members), "");
}

static void takes_a_side_that_is_none_for_any(void **state)
{
	assert_string_equal(run_members(*state, "steering-side-missing",
				    "řídicí_skupina: {povinné_strany: [uživatel]}\n",
				    "      - {osoba: a, strana: klient}\n"),
		"");
}

static void counts_only_members_of_that_day(void **state)
{
	assert_string_equal(run_members(*state, "steering-side-missing",
				    "řídicí_skupina: {povinné_strany: [uživatel]}\n",
				    "      - {osoba: a, strana: uživatel, do: 2020-06-29}\n"),
		"steering-side-missing a.yaml 6 9\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_groups_that_follow_each_other),
		PLAN_TEST(finds_a_day_between_two_groups),
		PLAN_TEST(finds_that_the_last_group_ended_the_day_before),
		PLAN_TEST(does_not_ask_for_a_group_that_is_still_to_come),
		PLAN_TEST(takes_working_groups_beside_it),
		PLAN_TEST(concludes_nothing_from_wrong_days_of_a_group),
		PLAN_TEST(takes_a_change_of_leaders_on_the_same_day),
		PLAN_TEST(finds_a_leader_who_joins_a_day_late),
		PLAN_TEST(finds_a_leader_who_leaves_a_day_early),
		PLAN_TEST(waits_for_the_appointment_where_the_town_says_so),
		PLAN_TEST(finds_a_former_leader_who_stays_a_day_longer),
		PLAN_TEST(takes_a_membership_that_names_the_office),
		PLAN_TEST(concludes_nothing_from_wrong_days_of_a_member),
		PLAN_TEST(takes_a_side_that_is_none_for_any),
		PLAN_TEST(counts_only_members_of_that_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
