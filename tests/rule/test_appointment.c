/* Appointments and dismissals of members. */
#include "rule_fixture.h"

/* A group of the leader `a`, who was appointed; the test gives more members, one a line from line 9 on. */
static const char *run(struct plan_fixture *fixture, const char *members)
{
	plan_fixture_file(fixture, "pravidla.yaml", "skupiny: {členy_jmenuje: rada}\n");
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}, {id: b}]\n"
			"orgány: [{id: rada, název: R}, {id: komise, název: K}]\n"
			"skupiny:\n"
			"  - id: rs\n"
			"    název: ŘS\n"
			"    druh: pracovní\n"
			"    vedoucí: [{osoba: a}]\n"
			"    členové:\n"
			"      - {osoba: a, jmenování: {usnesení: 1/2015}}\n"
			"%s",
			members)
			.ptr,
		"2019-06-30");
}

static void asks_for_the_appointment_of_each_member(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: b}\n"), "member-not-appointed a.yaml 10 17\n");
}

static void does_not_take_an_appointment_by_another_body(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: b, jmenování: {orgán: komise}}\n"),
		"member-not-appointed a.yaml 10 17\n");
}

static void asks_for_no_appointment_that_is_still_to_come(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: b, od: 2019-07-01}\n"), "");
}

static void asks_for_one_appointment_of_a_membership_in_two_pieces(void **state)
{
	const char *members = "      - {osoba: b, do: 2018-12-31, jmenování: {orgán: rada}}\n"
			      "      - {osoba: b, od: 2019-01-01}\n";

	assert_string_equal(run(*state, members), "");
}

static void asks_for_a_new_appointment_after_a_gap(void **state)
{
	const char *members = "      - {osoba: b, do: 2018-12-31, jmenování: {orgán: rada}, odvolání: {orgán: rada}}\n"
			      "      - {osoba: b, od: 2019-01-02}\n";

	assert_string_equal(run(*state, members), "member-not-appointed a.yaml 11 17\n");
}

static void takes_a_record_that_names_the_label(void **state)
{
	const char *members = "      - {označení: Klientka}\n"
			      "jmenování:\n"
			      "  - {id: j, orgán: rada, osoby: [{označení: Klientka, kam: rs}]}\n";

	assert_string_equal(run(*state, members), "");
}

static void does_not_take_a_dismissal_for_an_appointment(void **state)
{
	const char *members = "      - {osoba: b}\n"
			      "jmenování:\n"
			      "  - {id: j, výrok: odvolává, orgán: rada, osoby: [{osoba: b, kam: rs}]}\n";

	assert_string_equal(run(*state, members), "member-not-appointed a.yaml 10 17\n");
}

static void asks_for_a_dismissal_from_the_last_day_on(void **state)
{
	assert_string_equal(run(*state, "      - {osoba: b, do: 2019-06-30, jmenování: {orgán: rada}}\n"),
		"member-not-dismissed a.yaml 10 24\n");
}

static void asks_for_no_dismissal_when_the_group_ends(void **state)
{
	const char *members = "      - {osoba: b, do: 2018-12-31, jmenování: {orgán: rada}}\n"
			      "    do: 2018-12-31\n";

	assert_string_equal(run(*state, members), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_the_appointment_of_each_member),
		PLAN_TEST(does_not_take_an_appointment_by_another_body),
		PLAN_TEST(asks_for_no_appointment_that_is_still_to_come),
		PLAN_TEST(asks_for_one_appointment_of_a_membership_in_two_pieces),
		PLAN_TEST(asks_for_a_new_appointment_after_a_gap),
		PLAN_TEST(takes_a_record_that_names_the_label),
		PLAN_TEST(does_not_take_a_dismissal_for_an_appointment),
		PLAN_TEST(asks_for_a_dismissal_from_the_last_day_on),
		PLAN_TEST(asks_for_no_dismissal_when_the_group_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
