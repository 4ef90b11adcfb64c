/* Who steers, who works, and when they met. */
#include "town/gathering.h"

#include "base/arena.h"
#include "plan_fixture.h"

static const char town[] =
	"osoby: [{id: a}, {id: b}]\n"
	"orgány: [{id: rada, název: Rada, druh: rada}]\n"
	"skupiny:\n"
	"  - {id: rs, název: ŘS, druh: řídicí}\n"
	"  - {id: ps, název: PS, od: 2018-01-01, do: 2019-12-31}\n"
	"  - {id: tym, název: Tým, druh: realizační_tým}\n"
	"jednání:\n"
	"  - {id: ps-2, orgán: ps, datum: 2019-05-02, účast: {přítomni: [a]}}\n"
	"  - {id: ps-1, orgán: ps, datum: 2018-05-02, druh: mimo_jednání}\n"
	"  - {id: spolecne, orgán: rs, společně_s: [ps], datum: 2019-09-09, předsedá: b}\n";

static void town_load(struct plan_fixture *fixture)
{
	assert_string_equal(plan_fixture_load_one(fixture, town), "");
}

static struct gatherings gatherings_in(struct plan_fixture *fixture)
{
	return gatherings_of_plan(fixture->plan, fixture->findings.arena);
}

static void knows_the_only_steering_group_by_its_type(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	assert_ptr_equal(steering_group(fixture->plan), plan_fixture_find(fixture, "rs"));
}

static void takes_the_steering_group_that_the_profile_names(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", "řídicí_skupina: {skupina: ps}\n");
	town_load(fixture);
	assert_ptr_equal(steering_group(fixture->plan), plan_fixture_find(fixture, "ps"));
}

static void does_not_guess_which_of_two_groups_steers(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml", "skupiny: [{id: rs2, název: ŘS, druh: řídicí}]\n");
	town_load(fixture);
	assert_null(steering_group(fixture->plan));
}

static void finds_the_settings_that_hold_for_a_body(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	const struct entity *steering = steering_group(fixture->plan);
	assert_int_equal(
		body_section(steering, plan_fixture_find(fixture, "rs")), WORD_steering_group);
	assert_int_equal(body_section(steering, plan_fixture_find(fixture, "ps")), WORD_groups);
	assert_int_equal(body_section(steering, plan_fixture_find(fixture, "tym")), 0);
	assert_int_equal(body_section(steering, plan_fixture_find(fixture, "rada")), 0);
}

static void lets_a_record_exist_on_its_first_and_last_day_only(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	const struct entity *group = plan_fixture_find(fixture, "ps");
	assert_true(record_exists_on(group, kpss_date_of(2018, 1, 1)));
	assert_true(record_exists_on(group, kpss_date_of(2019, 12, 31)));
	assert_false(record_exists_on(group, kpss_date_of(2017, 12, 31)));
	assert_false(record_exists_on(group, kpss_date_of(2020, 1, 1)));
}

static void lists_the_meetings_of_a_group_by_day_with_the_joint_ones(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	struct gatherings own =
		gatherings_of(gatherings_in(fixture), plan_fixture_find(fixture, "ps"));
	assert_int_equal(own.count, 3);
	assert_ptr_equal(own.items[0].meeting, plan_fixture_find(fixture, "ps-1"));
	assert_ptr_equal(own.items[1].meeting, plan_fixture_find(fixture, "ps-2"));
	assert_ptr_equal(own.items[2].meeting, plan_fixture_find(fixture, "spolecne"));
	assert_int_equal(
		gatherings_of(gatherings_in(fixture), plan_fixture_find(fixture, "rs")).count, 1);
	assert_int_equal(
		gatherings_of(gatherings_in(fixture), plan_fixture_find(fixture, "rada")).count, 0);
}

static void takes_the_first_and_the_last_day_of_a_period(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	struct gatherings own =
		gatherings_of(gatherings_in(fixture), plan_fixture_find(fixture, "ps"));
	struct period exact = {.from = kpss_date_of(2018, 5, 2), .to = kpss_date_of(2019, 5, 2)};
	struct period between = {.from = kpss_date_of(2018, 5, 3), .to = kpss_date_of(2019, 5, 1)};
	assert_int_equal(gatherings_within(own, exact).count, 2);
	assert_int_equal(gatherings_within(own, between).count, 0);
}

static void does_not_count_what_was_decided_by_letters_as_held(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	struct gatherings own =
		gatherings_of(gatherings_in(fixture), plan_fixture_find(fixture, "ps"));
	assert_int_equal(gatherings_held(own), 2);
	assert_false(meeting_was_held(plan_fixture_find(fixture, "ps-1")));
}

static void begins_with_the_first_meeting_of_anybody(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	assert_int_equal(
		gatherings_begin(gatherings_in(fixture)).days, kpss_date_of(2018, 5, 2).days);
	assert_int_equal(gatherings_begin((struct gatherings){0}).days, INT32_MAX);
}

static void sees_who_took_part(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	const struct entity *a = plan_fixture_find(fixture, "a"),
			    *b = plan_fixture_find(fixture, "b");
	const struct entity *meeting = plan_fixture_find(fixture, "ps-2"),
			    *joint = plan_fixture_find(fixture, "spolecne");
	assert_true(meeting_was_attended_by(fixture->plan, meeting, a));
	assert_false(meeting_was_attended_by(fixture->plan, meeting, b));
	assert_true(meeting_was_attended_by(fixture->plan, joint, b));
	assert_true(meeting_has_attendance(meeting));
	assert_false(meeting_has_attendance(joint));
}

static void knows_whether_every_meeting_of_a_body_has_a_day(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml",
		"jednání: [{id: j, orgán: rs, společně_s: [tym], datum: 2019-13-01}]\n");
	plan_fixture_load_one(fixture, town);
	assert_false(meetings_are_dated(fixture->plan, plan_fixture_find(fixture, "rs")));
	assert_false(meetings_are_dated(fixture->plan, plan_fixture_find(fixture, "tym")));
	assert_true(meetings_are_dated(fixture->plan, plan_fixture_find(fixture, "ps")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(knows_the_only_steering_group_by_its_type),
		PLAN_TEST(takes_the_steering_group_that_the_profile_names),
		PLAN_TEST(does_not_guess_which_of_two_groups_steers),
		PLAN_TEST(finds_the_settings_that_hold_for_a_body),
		PLAN_TEST(lets_a_record_exist_on_its_first_and_last_day_only),
		PLAN_TEST(lists_the_meetings_of_a_group_by_day_with_the_joint_ones),
		PLAN_TEST(takes_the_first_and_the_last_day_of_a_period),
		PLAN_TEST(does_not_count_what_was_decided_by_letters_as_held),
		PLAN_TEST(begins_with_the_first_meeting_of_anybody),
		PLAN_TEST(sees_who_took_part),
		PLAN_TEST(knows_whether_every_meeting_of_a_body_has_a_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
