/* The timeline of a group: who leads it on which day, and whether they are members. */
#include "rule_fixture.h"

/* A group since 2015-01-01 with two people who are members all the time; the test gives the leaders, one a line from
 * line 15 on. */
static const char *with_leaders(struct plan_fixture *fixture, const char *leaders)
{
	return arena_format(fixture->findings.arena,
		"osoby:\n"
		"  - id: a\n"
		"  - id: b\n"
		"skupiny:\n"
		"  - id: ps\n"
		"    název: PS\n"
		"    od: 2015-01-01\n"
		"    členové:\n"
		"      - osoba: a\n"
		"        od: 2010-01-01\n"
		"      - osoba: b\n"
		"        od: 2010-01-01\n"
		"    # vedoucí\n"
		"    vedoucí:\n"
		"%s",
		leaders)
		.ptr;
}

static const char *run(struct plan_fixture *fixture, const char *leaders)
{
	return rule_fixture_run_one(fixture, with_leaders(fixture, leaders), "2019-06-30");
}

static void takes_one_leader_from_the_first_day_on(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: a, od: 2015-01-01}\n"), "");
}

static void takes_a_leader_without_days(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: a}\n"), "");
}

static void takes_a_hand_over_from_one_day_to_the_next(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: a, od: 2015-01-01, do: 2017-06-30}\n"
					"      - {osoba: b, od: 2017-07-01}\n"),
		"");
}

static void takes_leaders_in_any_order_of_writing(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: b, od: 2017-07-01}\n"
					"      - {osoba: a, od: 2015-01-01, do: 2017-06-30}\n"),
		"");
}

static void finds_a_gap_of_one_day(void **state)
{
	const char *found = run(*state, "      - {osoba: a, od: 2015-01-01, do: 2017-06-29}\n"
					"      - {osoba: b, od: 2017-07-01}\n");

	assert_string_equal(found, "leader-missing a.yaml 15 40\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2017-06-30");
	assert_string_equal(rule_fixture_day(*state, 2), "2017-06-30");
}

static void finds_an_overlap_of_one_day(void **state)
{
	const char *found = run(*state, "      - {osoba: a, od: 2015-01-01, do: 2017-07-01}\n"
					"      - {osoba: b, od: 2017-07-01}\n");

	assert_string_equal(found, "two-leaders a.yaml 16 24\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2017-07-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2017-07-01");
}

static void finds_two_leaders_since_a_day_when_neither_ends(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = run(fixture,
		"      - {osoba: a, od: 2015-01-01}\n      - {osoba: b, od: 2018-01-01}\n");

	assert_string_equal(found, "two-leaders a.yaml 16 24\n");
	assert_string_equal(rule_fixture_day(fixture, 1), "2018-01-01");
	assert_int_equal(fixture->findings.items[0].arguments[2].number, INT32_MAX);
}

static void dates_two_leaders_from_the_first_day_of_the_group(void **state)
{
	const char *found = run(*state, "      - {osoba: a}\n      - {osoba: b, do: 2016-12-31}\n");

	assert_string_equal(found, "two-leaders a.yaml 16 17\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2015-01-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2016-12-31");
}

static void dates_two_leaders_not_at_all_where_nothing_is_dated(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = rule_fixture_run_one(fixture,
		"osoby:\n  - id: a\n  - id: b\nskupiny:\n  - id: ps\n    název: PS\n    členové:\n "
		"     - osoba: a\n"
		"      - osoba: b\n    vedoucí:\n      - osoba: a\n      - osoba: b\n",
		"2019-06-30");

	assert_string_equal(found, "two-leaders a.yaml 12 16\n");
	assert_null(strchr(fixture->findings.items[0].kind->message, '1'));
}

static void finds_the_later_of_two_within_a_longer_one(void **state)
{
	const char *found = run(*state, "      - {osoba: a, od: 2015-01-01}\n"
					"      - {osoba: b, od: 2016-01-01, do: 2016-12-31}\n");

	assert_string_equal(found, "two-leaders a.yaml 16 24\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2016-12-31");
}

static void finds_every_overlap_with_a_longer_one(void **state)
{
	const char *found = run(*state, "      - {osoba: a, od: 2015-01-01}\n"
					"      - {osoba: b, od: 2016-01-01, do: 2016-12-31}\n"
					"      - {osoba: b, od: 2018-01-01, do: 2018-12-31}\n");

	assert_string_equal(found, "two-leaders a.yaml 16 24\ntwo-leaders a.yaml 17 24\n");
}

static void finds_the_days_before_the_first_leader(void **state)
{
	const char *found = run(*state, "      - {osoba: a, od: 2015-02-01}\n");

	assert_string_equal(found, "leader-missing a.yaml 15 24\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2015-01-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2015-01-31");
}

static void takes_a_leader_from_before_the_group_began(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: a, od: 2012-01-01}\n"), "");
}

static void finds_the_days_after_the_last_leader_up_to_the_day_asked_for(void **state)
{
	const char *found = run(*state, "      - {osoba: a, od: 2015-01-01, do: 2019-06-29}\n");

	assert_string_equal(found, "leader-missing a.yaml 15 40\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2019-06-30");
	assert_string_equal(rule_fixture_day(*state, 2), "2019-06-30");
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	assert_string_equal(
		run(*state, "      - {osoba: a, od: 2015-01-01, do: 2019-06-30}\n"), "");
}

static void asks_for_a_leader(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = rule_fixture_run_one(
		fixture, "skupiny:\n  - id: ps\n    název: PS\n    od: 2019-01-01\n", "2019-01-01");

	assert_string_equal(found, "leader-missing a.yaml 2 9\n");
}

static void asks_for_a_leader_in_an_empty_list(void **state)
{
	const char *found = rule_fixture_run_one(
		*state, "skupiny:\n  - id: ps\n    název: PS\n    vedoucí: []\n", "2019-01-01");

	assert_string_equal(found, "leader-missing a.yaml 2 9\n");
}

static void does_not_ask_for_a_leader_of_a_group_that_is_still_to_come(void **state)
{
	const char *found = rule_fixture_run_one(
		*state, "skupiny:\n  - id: ps\n    název: PS\n    od: 2019-01-02\n", "2019-01-01");

	assert_string_equal(found, "");
}

/* A group from 2015 to 2018 that ended. */
static const char *run_ended(struct plan_fixture *fixture, const char *member, const char *leaders)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby:\n  - id: a\n  - id: b\nskupiny:\n  - id: ps\n    název: PS\n    od: "
		"2015-01-01\n    do: 2018-12-31\n"
		"    členové:\n      - {osoba: a, %s}\n      - osoba: b\n    vedoucí:\n%s",
		member, leaders)
				   .ptr;
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void asks_for_no_leader_after_the_group_ended(void **state)
{
	assert_string_equal(run_ended(*state, "od: 2015-01-01",
				    "      - {osoba: a, od: 2015-01-01, do: 2018-12-31}\n"),
		"");
}

static void asks_for_a_leader_up_to_the_last_day_of_the_group(void **state)
{
	const char *found = run_ended(
		*state, "od: 2015-01-01", "      - {osoba: a, od: 2015-01-01, do: 2018-12-30}\n");

	assert_string_equal(found, "leader-missing a.yaml 13 40\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2018-12-31");
	assert_string_equal(rule_fixture_day(*state, 2), "2018-12-31");
}

static void does_not_count_days_after_the_group_ended(void **state)
{
	struct plan_fixture *fixture = *state;

	assert_string_equal(run_ended(fixture, "od: 2015-01-01",
				    "      - {osoba: a, od: 2015-01-01, do: 2018-12-31}\n      - "
				    "{osoba: b, od: 2020-01-01}\n"),
		"");
	fixture->count = 0;
	assert_string_equal(
		run_ended(fixture, "od: 2015-01-01",
			"      - {osoba: a, od: 2015-01-01}\n      - {osoba: b, od: 2019-01-01}\n"),
		"");
}

static void takes_a_membership_that_ends_with_the_group(void **state)
{
	assert_string_equal(run_ended(*state, "od: 2015-01-01, do: 2018-12-31",
				    "      - {osoba: a, od: 2015-01-01}\n"),
		"");
}

/* A group since 2015 led by `a`; the test gives the memberships, one a line from line 8 on. */
static const char *run_members(
	struct plan_fixture *fixture, const char *members, const char *leader)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby:\n  - id: a\n  - id: b\nskupiny:\n  - id: ps\n    název: PS\n    "
		"členové:\n%s    vedoucí:\n"
		"      - osoba: a\n%s",
		members, leader)
				   .ptr;
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void wants_the_leader_to_be_a_member(void **state)
{
	const char *found = run_members(*state, "      - {osoba: b}\n", "        od: 2015-01-01\n");

	assert_string_equal(found, "leader-not-member a.yaml 10 16\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2015-01-01");
}

static void finds_a_membership_that_begins_a_day_late(void **state)
{
	const char *found = run_members(
		*state, "      - {osoba: a, od: 2015-01-02}\n", "        od: 2015-01-01\n");

	assert_string_equal(found, "leader-not-member a.yaml 10 16\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2015-01-01");
}

static void finds_a_membership_that_ends_a_day_early(void **state)
{
	const char *found = run_members(*state, "      - {osoba: a, do: 2020-12-30}\n",
		"        od: 2015-01-01\n        do: 2020-12-31\n");

	assert_string_equal(found, "leader-not-member a.yaml 10 16\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2020-12-31");
}

static void takes_a_membership_in_two_pieces(void **state)
{
	assert_string_equal(run_members(*state,
				    "      - {osoba: a, od: 2017-01-01}\n"
				    "      - {osoba: a, od: 2014-01-01, do: 2016-12-31}\n",
				    "        od: 2015-01-01\n"),
		"");
}

static void finds_a_day_between_two_pieces_of_a_membership(void **state)
{
	const char *found = run_members(*state,
		"      - {osoba: a, od: 2017-01-02}\n"
		"      - {osoba: a, od: 2014-01-01, do: 2016-12-31}\n",
		"        od: 2015-01-01\n");

	assert_string_equal(found, "leader-not-member a.yaml 11 16\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2017-01-01");
}

static void takes_memberships_that_overlap(void **state)
{
	assert_string_equal(run_members(*state,
				    "      - {osoba: a, od: 2014-01-01, do: 2017-12-31}\n"
				    "      - {osoba: a, od: 2016-01-01}\n",
				    "        od: 2015-01-01\n"),
		"");
}

static void takes_a_leader_and_a_member_without_days(void **state)
{
	assert_string_equal(run_members(*state, "      - {osoba: a}\n", ""), "");
}

static void lets_a_leadership_without_days_begin_with_the_membership(void **state)
{
	assert_string_equal(run_members(*state, "      - {osoba: a, od: 2016-01-01}\n", ""), "");
}

static void names_the_day_asked_for_when_nothing_is_dated(void **state)
{
	const char *found = run_members(*state, "      - {osoba: b}\n", "");

	assert_string_equal(found, "leader-not-member a.yaml 10 16\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2019-06-30");
}

static void concludes_nothing_from_days_that_are_wrong_themselves(void **state)
{
	struct plan_fixture *fixture = *state;

	assert_string_equal(run(fixture, "      - {osoba: a, od: 2015-01-01, do: 2014-12-31}\n"),
		"reversed-dates a.yaml 15 40\n");
	findings_reset(&fixture->findings);
	fixture->count = 0;
	assert_string_equal(run(fixture, "      - {osoba: a, od: 2015-01-01, do: 2016-02-30}\n"
					 "      - {osoba: b, od: 2017-01-01}\n"),
		"date-form a.yaml 15 40\n");
	findings_reset(&fixture->findings);
	fixture->count = 0;
	assert_string_equal(
		run_members(fixture, "      - {osoba: a, od: 2017-01-01, do: 2016-01-01}\n",
			"        od: 2015-01-01\n"),
		"reversed-dates a.yaml 8 40\n");
}

static void concludes_nothing_where_the_days_of_the_group_are_wrong(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"osoby:\n  - id: a\nskupiny:\n  - {id: g, název: G, od: 2019-01-01, do: "
		"2018-01-01}\n"
		"  - {id: h, název: H, od: 2019-01-01, do: 31. 12. 2019, vedoucí: [{osoba: a, do: "
		"2018-01-01}]}\n",
		"2019-06-30");

	assert_string_equal(found, "reversed-dates a.yaml 4 43\ndate-form a.yaml 5 43\n");
}

static void says_nothing_more_about_a_leader_who_does_not_exist(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: nikdo, od: 2015-01-01}\n"),
		"dangling-reference a.yaml 15 17\n");
}

static void says_nothing_more_about_leaders_under_a_misspelled_word(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"osoby:\n  - id: a\nskupiny:\n  - id: ps\n    název: PS\n    clenove:\n      - "
		"osoba: a\n"
		"    vedouci:\n      - osoba: a\n",
		"2019-06-30");

	assert_string_equal(found, "unknown-field a.yaml 6 5\nunknown-field a.yaml 8 5\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_one_leader_from_the_first_day_on),
		PLAN_TEST(takes_a_leader_without_days),
		PLAN_TEST(takes_a_hand_over_from_one_day_to_the_next),
		PLAN_TEST(takes_leaders_in_any_order_of_writing),
		PLAN_TEST(finds_a_gap_of_one_day),
		PLAN_TEST(finds_an_overlap_of_one_day),
		PLAN_TEST(finds_two_leaders_since_a_day_when_neither_ends),
		PLAN_TEST(dates_two_leaders_from_the_first_day_of_the_group),
		PLAN_TEST(dates_two_leaders_not_at_all_where_nothing_is_dated),
		PLAN_TEST(finds_the_later_of_two_within_a_longer_one),
		PLAN_TEST(finds_every_overlap_with_a_longer_one),
		PLAN_TEST(finds_the_days_before_the_first_leader),
		PLAN_TEST(takes_a_leader_from_before_the_group_began),
		PLAN_TEST(finds_the_days_after_the_last_leader_up_to_the_day_asked_for),
		PLAN_TEST(does_not_look_past_the_day_asked_for),
		PLAN_TEST(asks_for_a_leader),
		PLAN_TEST(asks_for_a_leader_in_an_empty_list),
		PLAN_TEST(does_not_ask_for_a_leader_of_a_group_that_is_still_to_come),
		PLAN_TEST(asks_for_no_leader_after_the_group_ended),
		PLAN_TEST(asks_for_a_leader_up_to_the_last_day_of_the_group),
		PLAN_TEST(does_not_count_days_after_the_group_ended),
		PLAN_TEST(takes_a_membership_that_ends_with_the_group),
		PLAN_TEST(wants_the_leader_to_be_a_member),
		PLAN_TEST(finds_a_membership_that_begins_a_day_late),
		PLAN_TEST(finds_a_membership_that_ends_a_day_early),
		PLAN_TEST(takes_a_membership_in_two_pieces),
		PLAN_TEST(finds_a_day_between_two_pieces_of_a_membership),
		PLAN_TEST(takes_memberships_that_overlap),
		PLAN_TEST(takes_a_leader_and_a_member_without_days),
		PLAN_TEST(lets_a_leadership_without_days_begin_with_the_membership),
		PLAN_TEST(names_the_day_asked_for_when_nothing_is_dated),
		PLAN_TEST(concludes_nothing_from_days_that_are_wrong_themselves),
		PLAN_TEST(concludes_nothing_where_the_days_of_the_group_are_wrong),
		PLAN_TEST(says_nothing_more_about_a_leader_who_does_not_exist),
		PLAN_TEST(says_nothing_more_about_leaders_under_a_misspelled_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
