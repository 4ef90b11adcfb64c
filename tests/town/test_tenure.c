#include "town/tenure.h"

#include "plan_fixture.h"

/* The role `f` with these fields; the test gives its holders, one a line. */
static struct tenures holders_of(
	struct plan_fixture *fixture, const char *fields, const char *holders)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby:\n  - id: a\n  - id: b\norgány:\n  - {id: rada, název: Rada}\n"
		"funkce:\n  - id: f\n    název: F\n%s%s%s",
		fields, *holders ? "    nositelé:\n" : "", holders)
				   .ptr;
	plan_fixture_load_one(fixture, text);
	return tenures_of(fixture->plan, plan_fixture_find(fixture, "f"), WORD_holders,
		fixture->findings.arena);
}

/* What a survey tells, one a line: “gap A B from to”, “overlap B A from to”; open ends are “…”, nobody is “-”. */
static void add_holder(struct buf *out, const struct tenure *tenure)
{
	struct kpss_str id = tenure && tenure->holder ? tenure->holder->id : kpss_str("-");
	buf_addf(out, " %.*s", (int)id.len, id.ptr);
}

static void add_day(struct buf *out, struct kpss_date date)
{
	int year, month, day;
	if (date.days == INT32_MIN || date.days == INT32_MAX) {
		buf_add_text(out, " …");
		return;
	}
	kpss_date_split(date, &year, &month, &day);
	buf_addf(out, " %04d-%02d-%02d", year, month, day);
}

static void add_line(struct buf *out, const char *what, const struct tenure *one,
	const struct tenure *other, struct period days)
{
	buf_add_text(out, what);
	add_holder(out, one);
	add_holder(out, other);
	add_day(out, days.from);
	add_day(out, days.to);
	buf_add_char(out, '\n');
}

static void gap_take(
	void *user, const struct tenure *before, const struct tenure *after, struct period days)
{
	add_line(user, "gap", before, after, days);
}

static void overlap_take(
	void *user, const struct tenure *second, const struct tenure *first, struct period days)
{
	add_line(user, "overlap", second, first, days);
}

static const char *surveyed(
	struct plan_fixture *fixture, struct tenures tenures, struct period period)
{
	fixture->text.len = 0;
	tenures_survey(tenures, period,
		&(struct tenure_survey){
			.user = &fixture->text, .gap = gap_take, .overlap = overlap_take});
	buf_add_char(&fixture->text, '\0');
	return fixture->text.ptr;
}

static struct period years(int from, int to)
{
	return (struct period){.from = kpss_date_of(from, 1, 1), .to = kpss_date_of(to, 12, 31)};
}

static const struct period always = {.from = {.days = INT32_MIN}, .to = {.days = INT32_MAX}};

static void orders_them_by_their_beginnings(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: b, od: 2018-01-01}\n"
		"      - {osoba: a, do: 2017-12-31}\n");

	assert_int_equal(tenures.count, 2);
	assert_true(kpss_str_is(tenures.items[0].holder->id, "a"));
	assert_true(kpss_str_is(tenures.items[1].holder->id, "b"));
}

static void keeps_the_order_of_writing_where_beginnings_are_the_same(void **state)
{
	struct tenures tenures = holders_of(*state, "", "      - {osoba: b}\n      - {osoba: a}\n");

	assert_true(kpss_str_is(tenures.items[0].holder->id, "b"));
}

static void takes_bodies_as_holders(void **state)
{
	struct tenures tenures =
		holders_of(*state, "", "      - {orgán: rada}\n      - {označení: zatím nikdo}\n");

	assert_true(kpss_str_is(tenures.items[0].holder->id, "rada"));
	assert_null(tenures.items[1].holder);
}

static void concludes_nothing_from_one_wrong_day(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2018-01-01, do: 2017-01-01}\n"
		"      - {osoba: b, od: 2018-01-01}\n");

	assert_true(tenures.unsound);
	assert_int_equal(tenures.count, 0);
	assert_string_equal(surveyed(*state, tenures, always), "");
}

static void tells_an_empty_list_from_a_wrong_one(void **state)
{
	struct plan_fixture *fixture = *state;

	struct tenures none = holders_of(fixture, "", "");

	assert_false(none.unsound);
	assert_int_equal(none.count, 0);
}

static void finds_who_holds_it_on_a_day(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2015-01-01, do: 2016-12-31}\n"
		"      - {osoba: b, od: 2018-01-01}\n");

	assert_null(tenure_on(tenures, kpss_date_of(2014, 12, 31)));
	assert_ptr_equal(tenure_on(tenures, kpss_date_of(2015, 1, 1)), &tenures.items[0]);
	assert_ptr_equal(tenure_on(tenures, kpss_date_of(2016, 12, 31)), &tenures.items[0]);
	assert_null(tenure_on(tenures, kpss_date_of(2017, 1, 1)));
	assert_ptr_equal(tenure_on(tenures, kpss_date_of(2018, 1, 1)), &tenures.items[1]);
}

static void tells_of_the_whole_period_when_there_is_nobody(void **state)
{
	assert_string_equal(surveyed(*state, holders_of(*state, "", ""), years(2015, 2016)),
		"gap - - 2015-01-01 2016-12-31\n");
}

static void tells_of_gaps_at_both_edges_and_between(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2015-01-02, do: 2015-12-31}\n"
		"      - {osoba: b, od: 2016-01-02, do: 2016-12-30}\n");

	assert_string_equal(surveyed(*state, tenures, years(2015, 2016)),
		"gap - a 2015-01-01 2015-01-01\n"
		"gap a b 2016-01-01 2016-01-01\n"
		"gap b - 2016-12-31 2016-12-31\n");
}

static void tells_of_nothing_that_lies_outside_the_period(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2010-01-01, do: 2011-12-31}\n"
		"      - {osoba: b, od: 2011-12-01, do: 2012-12-31}\n"
		"      - {osoba: a, od: 2015-01-01, do: 2016-12-31}\n"
		"      - {osoba: b, od: 2018-01-01}\n"
		"      - {osoba: a, od: 2019-01-01}\n");

	assert_string_equal(surveyed(*state, tenures, years(2015, 2016)), "");
}

static void names_a_holder_from_before_the_period(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, do: 2014-06-30}\n"
		"      - {osoba: b, od: 2018-01-01}\n");

	assert_string_equal(
		surveyed(*state, tenures, years(2015, 2016)), "gap a b 2015-01-01 2016-12-31\n");
}

static void tells_once_of_a_gap_at_the_end_that_many_come_after(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2018-01-01, do: 2018-12-31}\n"
		"      - {osoba: b, od: 2020-01-01}\n");

	assert_string_equal(
		surveyed(*state, tenures, years(2015, 2016)), "gap - a 2015-01-01 2016-12-31\n");
}

static void tells_of_an_overlap_of_one_day(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2015-01-01, do: 2015-12-31}\n"
		"      - {osoba: b, od: 2015-12-31}\n");

	assert_string_equal(surveyed(*state, tenures, years(2015, 2016)),
		"overlap b a 2015-12-31 2015-12-31\n");
}

static void compares_with_the_one_that_lasts_longest(void **state)
{
	struct tenures tenures = holders_of(*state, "",
		"      - {osoba: a, od: 2015-01-01, do: 2016-12-31}\n"
		"      - {osoba: b, od: 2015-02-01, do: 2015-02-28}\n"
		"      - {osoba: b, od: 2016-02-01, do: 2016-02-28}\n");

	assert_string_equal(surveyed(*state, tenures, years(2015, 2016)),
		"overlap b a 2015-02-01 2015-02-28\n"
		"overlap b a 2016-02-01 2016-02-28\n");
}

static void leaves_open_ends_open(void **state)
{
	struct plan_fixture *fixture = *state;

	assert_string_equal(
		surveyed(fixture,
			holders_of(fixture, "", "      - {osoba: a}\n      - {osoba: b}\n"),
			always),
		"overlap b a … …\n");
}

static void tells_nothing_of_the_time_before_the_first_when_the_period_has_no_beginning(
	void **state)
{
	struct tenures tenures =
		holders_of(*state, "", "      - {osoba: a, od: 2015-01-01, do: 2015-12-31}\n");

	assert_string_equal(surveyed(*state, tenures, always), "gap a - 2016-01-01 …\n");
}

static void tells_nothing_of_an_empty_period(void **state)
{
	assert_string_equal(surveyed(*state, holders_of(*state, "", ""), years(2016, 2015)), "");
}

static void cuts_a_period_to_the_life_of_the_record(void **state)
{
	struct plan_fixture *fixture = *state;
	holders_of(fixture, "    od: 2015-01-01\n    do: 2016-12-31\n", "");
	const struct entity *role = plan_fixture_find(fixture, "f");

	struct period whole = within_lifetime(role, always);

	assert_int_equal(whole.from.days, kpss_date_of(2015, 1, 1).days);
	assert_int_equal(whole.to.days, kpss_date_of(2016, 12, 31).days);
	assert_true(period_is_empty(within_lifetime(role, years(2017, 2018))));
	assert_false(period_is_empty(within_lifetime(role, years(2016, 2018))));
}

static void points_at_the_field_or_at_the_holder(void **state)
{
	struct tenures tenures = holders_of(*state, "", "      - {osoba: a, od: 2015-01-01}\n");

	assert_true(
		kpss_str_is(node_text(tenure_place(&tenures.items[0], WORD_from)), "2015-01-01"));
	assert_true(kpss_str_is(node_text(tenure_place(&tenures.items[0], WORD_to)), "a"));
}

/* A role held by virtue of another one. */
static const char *const by_office = "osoby:\n  - id: a\n  - id: b\n"
				     "orgány:\n  - {id: rada, název: Rada}\n"
				     "funkce:\n"
				     "  - id: f\n    název: F\n    z_titulu_funkce: g\n"
				     "  - id: g\n    název: G\n    nositelé:\n"
				     "      - {orgán: rada, jedná_za_něj: b}\n";

static void takes_the_holders_of_the_office(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, by_office);

	struct tenures tenures = tenures_of_role(
		fixture->plan, plan_fixture_find(fixture, "f"), fixture->findings.arena);

	assert_int_equal(tenures.count, 1);
	assert_true(kpss_str_is(tenures.items[0].holder->id, "rada"));
	assert_true(kpss_str_is(tenure_person(fixture->plan, &tenures.items[0])->id, "b"));
}

static void prefers_a_role_s_own_holders(void **state)
{
	struct plan_fixture *fixture = *state;
	holders_of(fixture, "    z_titulu_funkce: f\n", "      - {osoba: a}\n");

	struct tenures tenures = tenures_of_role(
		fixture->plan, plan_fixture_find(fixture, "f"), fixture->findings.arena);

	assert_int_equal(tenures.count, 1);
	assert_true(kpss_str_is(tenure_person(fixture->plan, &tenures.items[0])->id, "a"));
}

static void does_not_follow_offices_round_in_a_circle(void **state)
{
	struct plan_fixture *fixture = *state;
	holders_of(fixture, "    z_titulu_funkce: f\n", "");

	struct tenures tenures = tenures_of_role(
		fixture->plan, plan_fixture_find(fixture, "f"), fixture->findings.arena);

	assert_int_equal(tenures.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(orders_them_by_their_beginnings),
		PLAN_TEST(keeps_the_order_of_writing_where_beginnings_are_the_same),
		PLAN_TEST(takes_bodies_as_holders),
		PLAN_TEST(concludes_nothing_from_one_wrong_day),
		PLAN_TEST(tells_an_empty_list_from_a_wrong_one),
		PLAN_TEST(finds_who_holds_it_on_a_day),
		PLAN_TEST(tells_of_the_whole_period_when_there_is_nobody),
		PLAN_TEST(tells_of_gaps_at_both_edges_and_between),
		PLAN_TEST(tells_of_nothing_that_lies_outside_the_period),
		PLAN_TEST(names_a_holder_from_before_the_period),
		PLAN_TEST(tells_once_of_a_gap_at_the_end_that_many_come_after),
		PLAN_TEST(tells_of_an_overlap_of_one_day),
		PLAN_TEST(compares_with_the_one_that_lasts_longest),
		PLAN_TEST(leaves_open_ends_open),
		PLAN_TEST(
			tells_nothing_of_the_time_before_the_first_when_the_period_has_no_beginning),
		PLAN_TEST(tells_nothing_of_an_empty_period),
		PLAN_TEST(cuts_a_period_to_the_life_of_the_record),
		PLAN_TEST(points_at_the_field_or_at_the_holder),
		PLAN_TEST(takes_the_holders_of_the_office),
		PLAN_TEST(prefers_a_role_s_own_holders),
		PLAN_TEST(does_not_follow_offices_round_in_a_circle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
