#include "town/membership.h"

#include "plan_fixture.h"

/* The stays of `a` in a group without days that has these memberships, one a line. */
static struct stays stays_of_a(struct plan_fixture *fixture, const char *group, const char *members)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby:\n  - id: a\n  - id: b\nskupiny:\n  - id: ps\n    název: PS\n%s    "
		"členové:\n%s",
		group, members)
				   .ptr;
	plan_fixture_load_one(fixture, text);
	struct stays stays = stays_of_plan(fixture->plan, fixture->findings.arena);
	return stays_of_person(stays, plan_fixture_find(fixture, "a"));
}

static void assert_stay(const struct stay *stay, struct kpss_date from, struct kpss_date to)
{
	assert_int_equal(stay->period.from.days, from.days);
	assert_int_equal(stay->period.to.days, to.days);
}

static void joins_pieces_that_touch(void **state)
{
	struct stays stays = stays_of_a(*state, "",
		"      - {osoba: a, od: 2017-01-01, do: 2017-12-31}\n"
		"      - {osoba: b}\n"
		"      - {osoba: a, od: 2015-01-01, do: 2016-12-31}\n");

	assert_int_equal(stays.count, 1);
	assert_stay(&stays.items[0], kpss_date_of(2015, 1, 1), kpss_date_of(2017, 12, 31));
	assert_true(kpss_str_is(node_text(stays.items[0].end), "2017-12-31"));
}

static void keeps_pieces_apart_that_a_day_divides(void **state)
{
	struct stays stays = stays_of_a(*state, "",
		"      - {osoba: a, od: 2015-01-01, do: 2016-12-30}\n"
		"      - {osoba: a, od: 2017-01-01}\n");

	assert_int_equal(stays.count, 2);
	assert_null(stay_on(stays, kpss_date_of(2016, 12, 31)));
	assert_ptr_equal(stay_on(stays, kpss_date_of(2016, 12, 30)), &stays.items[0]);
	assert_ptr_equal(stay_on(stays, kpss_date_of(2017, 1, 1)), &stays.items[1]);
	assert_null(stay_on(stays, kpss_date_of(2014, 12, 31)));
	assert_ptr_equal(stay_on(stays, KPSS_DATE_LATEST), &stays.items[1]);
}

static void swallows_a_piece_within_a_longer_one(void **state)
{
	struct stays stays = stays_of_a(*state, "",
		"      - {osoba: a, od: 2015-01-01, do: 2018-12-31}\n"
		"      - {osoba: a, od: 2016-01-01, do: 2016-12-31}\n");

	assert_int_equal(stays.count, 1);
	assert_stay(&stays.items[0], kpss_date_of(2015, 1, 1), kpss_date_of(2018, 12, 31));
	assert_true(kpss_str_is(node_text(stays.items[0].end), "2018-12-31"));
}

static void ends_with_the_group(void **state)
{
	struct stays stays = stays_of_a(*state, "    do: 2018-06-30\n",
		"      - {osoba: a, do: 2019-12-31}\n"
		"      - {osoba: a, od: 2018-07-01}\n");

	assert_int_equal(stays.count, 1);
	assert_stay(&stays.items[0], KPSS_DATE_EARLIEST, kpss_date_of(2018, 6, 30));
	assert_true(kpss_str_is(node_text(stays.items[0].end), "2018-06-30"));
}

static void lasts_for_ever_when_its_days_are_wrong(void **state)
{
	struct stays stays =
		stays_of_a(*state, "", "      - {osoba: a, od: 2017-01-01, do: 2016-01-01}\n");

	assert_int_equal(stays.count, 1);
	assert_stay(&stays.items[0], KPSS_DATE_EARLIEST, KPSS_DATE_LATEST);
}

static void tells_groups_and_bodies_apart(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture,
		"osoby:\n  - id: a\n  - id: b\n"
		"skupiny:\n  - {id: s, název: S, členové: [{osoba: b}, {osoba: a}]}\n"
		"orgány:\n  - {id: o, název: O, členové: [{osoba: a}]}\n"
		"  - {id: p, název: P, členové: [{osoba: b}]}\n");
	struct stays all = stays_of_plan(fixture->plan, fixture->findings.arena);

	struct stays stays = stays_of_person(all, plan_fixture_find(fixture, "a"));

	assert_int_equal(all.count, 4);
	assert_int_equal(stays.count, 2);
	assert_int_equal(stays_in_group(stays, plan_fixture_find(fixture, "s")).count, 1);
	assert_int_equal(stays_in_group(stays, plan_fixture_find(fixture, "o")).count, 1);
	assert_int_equal(stays_in_group(stays, plan_fixture_find(fixture, "p")).count, 0);
}

static void leaves_out_members_without_a_person(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "skupiny:\n  - {id: s, název: S, členové: [{označení: "
				       "uživatelka}, {osoba: nikdo}]}\n"
				       "  - {id: t, název: T, členové: {osoba: nikdo}}\n");

	assert_int_equal(stays_of_plan(fixture->plan, fixture->findings.arena).count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(joins_pieces_that_touch),
		PLAN_TEST(keeps_pieces_apart_that_a_day_divides),
		PLAN_TEST(swallows_a_piece_within_a_longer_one),
		PLAN_TEST(ends_with_the_group),
		PLAN_TEST(lasts_for_ever_when_its_days_are_wrong),
		PLAN_TEST(tells_groups_and_bodies_apart),
		PLAN_TEST(leaves_out_members_without_a_person),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
