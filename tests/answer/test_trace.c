#include "answer/trace.h"

#include "plan_fixture.h"

#define RULES                                                                                      \
	"úrovně:\n  - {úroveň: cíl}\n  - {úroveň: opatření, je_opatření: true}\n"       \
	"stavy:\n  - {kód: hotovo, označení: hotovo, třída: splněno}\n"                      \
	"  - {kód: konec, označení: zrušeno, třída: zrušeno}\n"
#define PLAN "plány: [{id: plan, název: Plán, od: 2020-01-01, do: 2023-12-31}]\n"
#define MEASURE                                                                                    \
	"cíle: [{id: cil, název: Cíl, nadřazená_položka: plan}]\n"                           \
	"opatření: [{id: svoz, název: Svoz, nadřazená_položka: cil}]\n"
#define ROW                                                                                        \
	"akční_plány: [{id: ap, název: AP, plán: plan, roky: [2021], řádky: [{id: radek, "  \
	"opatření: svoz}]}]\n"

/* The links that are in a state, as “from > to” lines; "-" stands for what is not there. */
static const char *links(
	struct plan_fixture *fixture, const char *text, const char *as_of, enum trace_state state)
{
	struct kpss_date day;
	assert_true(kpss_date_parse(kpss_str(as_of), &day));
	plan_fixture_file(fixture, "pravidla.yaml", RULES);
	plan_fixture_load_one(fixture, text);
	struct trace trace = trace_of(
		fixture->plan, plan_fixture_find(fixture, "plan"), day, fixture->findings.arena);
	struct buf *buf = &fixture->text;
	buf->len = 0;
	for (size_t i = 0; i < trace.count; i++) {
		const struct trace_link *link = &trace.links[i];
		if (link->state != state)
			continue;
		buf_add(buf, link->from ? link->from->id : kpss_str("-"));
		buf_add_text(buf, " > ");
		buf_add(buf, link->to ? link->to->id : link->text.len ? link->text : kpss_str("-"));
		buf_add_char(buf, '\n');
	}
	buf_add_char(buf, '\0');
	return buf->ptr;
}

static void follows_a_whole_chain(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE ROW "potřeby: [{id: odvoz, název: Odvoz, položky: [cil], "
					 "zjištěno_v: [anketa]}]\n"
					 "analýzy: [{id: anketa, název: Anketa}]\n"
					 "indikátory: [{id: pocet, název: Počet, položky: [svoz], "
					 "hodnoty: [{rok: 2021, skutečnost: 3}]}]\n"
					 "vyhodnocení: [{id: vyh, název: V, akční_plán: ap, rok: "
					 "2021, výsledky: [{opatření: svoz, stav: hotovo}]}]\n",
			"2022-06-30", TRACE_COVERED),
		"plan > cil\ncil > odvoz\nodvoz > anketa\ncil > svoz\nsvoz > pocet\nsvoz > "
		"radek\nradek > vyh\n");
}

static void links_said_from_both_ends_count_once(void **state)
{
	assert_string_equal(links(*state,
				    PLAN "cíle: [{id: cil, název: Cíl, nadřazená_položka: plan, "
					 "reaguje_na: [odvoz]}]\n"
					 "potřeby: [{id: odvoz, název: Odvoz, položky: [cil]}]\n",
				    "2022-06-30", TRACE_COVERED),
		"plan > cil\ncil > odvoz\n");
}

static void misses_what_a_need_and_a_measure_ask_for(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE
			"potřeby: [{id: odvoz, název: Odvoz}, {id: jina, název: J, položky: "
			"[svoz]},\n"
			"  {id: nelze, název: N, proč_se_neřeší: není kdo}]\n"
			"indikátory: [{id: pocet, název: Počet, položky: [cil]}]\n"
			"akční_plány: [{id: ap, název: AP, plán: plan, roky: [2021]}]\n",
			"2020-06-30", TRACE_MISSING),
		"svoz > -\nodvoz > -\n");
}

static void misses_a_row_only_when_an_action_plan_has_begun(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE
			"akční_plány: [{id: ap, název: AP, plán: plan, roky: [2021]}]\n",
			"2021-01-01", TRACE_MISSING),
		"svoz > -\n");
}

static void asks_for_no_result_of_a_year_that_is_not_over(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE ROW "vyhodnocení: [{id: vyh, název: V, akční_plán: ap}]\n",
			"2021-12-31", TRACE_MISSING),
		"");
}

static void asks_for_the_result_of_a_year_that_is_over(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE ROW "vyhodnocení: [{id: vyh, název: V, akční_plán: ap}]\n",
			"2022-01-01", TRACE_MISSING),
		"radek > -\n");
}

static void asks_for_nothing_of_kinds_that_are_not_used(void **state)
{
	assert_string_equal(links(*state, PLAN MEASURE, "2030-01-01", TRACE_MISSING), "");
}

static void finds_orphans_at_both_ends(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE "potřeby: [{id: odvoz, název: Odvoz, položky: [nikde]}]\n"
				     "indikátory: [{id: pocet, název: Počet}]\n"
				     "akční_plány: [{id: ap, název: AP, plán: plan, roky: [2021], "
				     "řádky: [{id: radek, opatření: neni}]}]\n"
				     "vyhodnocení: [{id: vyh, název: V, akční_plán: ap, výsledky: "
				     "[{opatření: taky-neni}]}]\n",
			"2021-06-30", TRACE_ORPHANED),
		"svoz > -\nodvoz > nikde\npocet > -\nradek > neni\nvyh > taky-neni\n");
}

static void needs_of_what_a_measure_continues_are_its_own(void **state)
{
	assert_string_equal(
		links(*state,
			"plány: [{id: stary, název: Starý, do: 2019-12-31}, {id: plan, název: "
			"Plán, od: 2020-01-01}]\n"
			"opatření: [{id: driv, název: D, nadřazená_položka: stary, reaguje_na: "
			"[odvoz]},\n"
			"  {id: svoz, název: Svoz, nadřazená_položka: plan, navazuje_na: driv}]\n"
			"potřeby: [{id: odvoz, název: Odvoz}]\n",
			"2021-06-30", TRACE_ORPHANED),
		"");
}

static void does_not_want_rows_beyond_years_and_items(void **state)
{
	assert_string_equal(links(*state,
				    PLAN "opatření: [{id: svoz, název: Svoz, nadřazená_položka: "
					 "plan, do: 2020-12-31},\n"
					 "  {id: dum, název: Dům, nadřazená_položka: plan}]\n"
					 "akční_plány:\n  - id: ap\n    název: AP\n    plán: "
					 "plan\n    roky: [2021]\n    řádky:\n"
					 "      - {id: pozde, opatření: svoz}\n      - {id: jinde, "
					 "opatření: dum, roky: [2022]}\n"
					 "      - {id: dobre, opatření: dum}\n"
					 "  - {id: po, název: PO, plán: plan, roky: [2024], řádky: "
					 "[{id: mimo, opatření: dum}]}\n",
				    "2021-06-30", TRACE_UNWANTED),
		"svoz > pozde\ndum > jinde\ndum > mimo\n");
}

#define TWO_ACTION_PLANS                                                                           \
	"akční_plány:\n"                                                                        \
	"  - {id: ap, název: AP, plán: plan, roky: [2021], řádky: [{id: radek, opatření: "   \
	"svoz}]}\n"                                                                                \
	"  - {id: ap2, název: AP2, plán: plan, roky: [2022], řádky: [{id: dalsi, opatření: " \
	"svoz}]}\n"

static void does_not_want_rows_after_an_evaluation_cancelled_the_measure(void **state)
{
	assert_string_equal(links(*state,
				    PLAN MEASURE TWO_ACTION_PLANS
				    "vyhodnocení: [{id: vyh, název: V, akční_plán: ap, rok: 2021, "
				    "výsledky: [{opatření: svoz, stav: zrušeno}]}]\n",
				    "2022-06-30", TRACE_UNWANTED),
		"svoz > dalsi\n");
}

static void does_not_want_results_of_rows_in_another_action_plan(void **state)
{
	assert_string_equal(links(*state,
				    PLAN MEASURE TWO_ACTION_PLANS
				    "vyhodnocení: [{id: vyh, název: V, akční_plán: ap2, výsledky: "
				    "[{řádek: radek}, {opatření: cil}]}]\n",
				    "2022-06-30", TRACE_UNWANTED),
		"cil > vyh\nradek > vyh\n");
}

static void needs_that_another_continues_or_that_are_cancelled_are_outdated(void **state)
{
	assert_string_equal(links(*state,
				    PLAN "cíle: [{id: cil, název: Cíl, nadřazená_položka: plan, "
					 "reaguje_na: [stara, zrusena, trva, splnena]}]\n"
					 "potřeby: [{id: stara, název: S}, {id: zrusena, název: Z, "
					 "stav: zrušeno}, {id: trva, název: T},\n"
					 "  {id: splnena, název: P, stav: hotovo}, {id: nova, "
					 "název: N, navazuje_na: stara, položky: [cil]}]\n",
				    "2022-06-30", TRACE_OUTDATED),
		"cil > stara\ncil > zrusena\n");
}

static void a_need_met_by_an_earlier_plan_is_outdated(void **state)
{
	assert_string_equal(
		links(*state,
			"plány: [{id: stary, název: S, od: 2015-01-01, do: 2019-12-31}, {id: plan, "
			"název: P, od: 2020-01-01}]\n"
			"opatření: [{id: driv, název: D, nadřazená_položka: stary, reaguje_na: "
			"[odvoz]},\n"
			"  {id: svoz, název: Svoz, nadřazená_položka: plan, reaguje_na: [odvoz]}]\n"
			"potřeby: [{id: odvoz, název: Odvoz, stav: hotovo}]\n",
			"2021-06-30", TRACE_OUTDATED),
		"svoz > odvoz\n");
}

static void values_and_results_may_be_outdated(void **state)
{
	assert_string_equal(
		links(*state,
			PLAN MEASURE ROW "indikátory: [{id: pocet, název: P, položky: [svoz], "
					 "hodnoty: [{rok: 2020, skutečnost: 3}]},\n"
					 "  {id: cilovy, název: C, položky: [svoz], cílový_rok: "
					 "2020, hodnoty: [{rok: 2020, skutečnost: 3}]},\n"
					 "  {id: novy, název: N, položky: [svoz], hodnoty: [{rok: "
					 "2021, skutečnost: 3}, {rok: 2022, plán: 9}]}]\n"
					 "vyhodnocení: [{id: vyh, název: V, akční_plán: ap, datum: "
					 "2020-12-31, výsledky: [{opatření: svoz}]}]\n",
			"2022-06-30", TRACE_OUTDATED),
		"svoz > pocet\nradek > vyh\n");
}

static void what_stands_in_a_broken_file_is_unreadable(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml", "potřeby:\n  - id: odvoz\n    název: [\n");
	assert_string_equal(links(fixture,
				    PLAN "cíle: [{id: cil, název: Cíl, nadřazená_položka: plan, "
					 "reaguje_na: [odvoz]}]\n",
				    "2022-06-30", TRACE_UNREADABLE),
		"cil > odvoz\n");
}

static void chooses_the_plan_of_the_day_the_next_or_the_last(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "plány: [{id: a, název: A, od: 2010-01-01, do: 2012-12-31}, "
				       "{id: b, název: B, od: 2014-01-01, do: 2015-12-31,\n"
				       "  prodloužení: [{do: 2016-06-30}]}]\n");
	const struct {
		int year;
		const char *id;
		enum trace_choice choice;
	} cases[] = {{2011, "a", TRACE_HOLDS_THE_DAY}, {2013, "b", TRACE_NEXT},
		{2016, "b", TRACE_HOLDS_THE_DAY}, {2020, "b", TRACE_LAST}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum trace_choice choice;
		const struct entity *plan =
			trace_plan(fixture->plan, kpss_date_of(cases[i].year, 3, 1), &choice);
		assert_true(kpss_str_is(plan->id, cases[i].id));
		assert_int_equal(choice, cases[i].choice);
	}
}

static void keeps_only_the_chain_through_a_record(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", RULES);
	plan_fixture_load_one(fixture,
		PLAN MEASURE ROW "potřeby: [{id: odvoz, název: Odvoz, položky: [cil]}]\n"
				 "priority: [{id: jina, název: J, nadřazená_položka: plan}]\n");
	struct arena *arena = fixture->findings.arena;
	struct trace trace = trace_of(fixture->plan, plan_fixture_find(fixture, "plan"),
		kpss_date_of(2021, 6, 30), arena);
	assert_int_equal(trace.count, 5);
	trace_keep_through(&trace, plan_fixture_find(fixture, "radek"), arena);
	assert_int_equal(trace.count, 4);
	assert_int_equal(trace.states[TRACE_COVERED], 4);
	trace_keep_through(&trace, plan_fixture_find(fixture, "jina"), arena);
	assert_int_equal(trace.count, 0);
}

static void does_not_show_what_is_dated_after_the_day(void **state)
{
	static const char text[] = PLAN MEASURE ROW
		"potřeby: [{id: odvoz, název: Odvoz, položky: [cil], datum: 2021-06-30, "
		"zjištěno_v: [anketa]}]\n"
		"analýzy: [{id: anketa, název: Anketa, datum: 2021-07-01}]\n"
		"vyhodnocení: [{id: vyh, název: V, akční_plán: ap, datum: 2022-03-01, výsledky: "
		"[{opatření: svoz, stav: hotovo}]}]\n";

	assert_string_equal(links(*state, text, "2021-06-29", TRACE_COVERED),
		"plan > cil\ncil > svoz\nsvoz > radek\n");
}

static void shows_what_is_dated_on_the_day(void **state)
{
	static const char text[] = PLAN MEASURE ROW
		"potřeby: [{id: odvoz, název: Odvoz, položky: [cil], datum: 2021-06-30, "
		"zjištěno_v: [anketa]}]\n"
		"analýzy: [{id: anketa, název: Anketa, datum: 2021-07-01}]\n"
		"vyhodnocení: [{id: vyh, název: V, akční_plán: ap, datum: 2022-03-01, výsledky: "
		"[{opatření: svoz, stav: hotovo, datum: 2021-06-30}]}]\n";

	assert_string_equal(links(*state, text, "2021-06-30", TRACE_COVERED),
		"plan > cil\ncil > odvoz\ncil > svoz\nsvoz > radek\nradek > vyh\n");
}

static void misses_the_result_that_came_later(void **state)
{
	static const char text[] = PLAN MEASURE ROW
		"vyhodnocení: [{id: vyh, název: V, akční_plán: ap, datum: 2022-03-01, výsledky: "
		"[{opatření: svoz, stav: hotovo}]}]\n";

	assert_string_equal(links(*state, text, "2022-02-28", TRACE_MISSING), "radek > -\n");
}

static const char undated[] = PLAN MEASURE
	"vyhodnocení: [{id: vyh, název: V, rok: 2021, výsledky: [{opatření: svoz}]}]\n";

static void does_not_show_an_evaluation_without_a_day_before_its_year(void **state)
{
	assert_string_equal(
		links(*state, undated, "2020-12-31", TRACE_COVERED), "plan > cil\ncil > svoz\n");
}

static void shows_an_evaluation_without_a_day_from_its_year_on(void **state)
{
	assert_string_equal(links(*state, undated, "2021-01-01", TRACE_COVERED),
		"plan > cil\ncil > svoz\nsvoz > vyh\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(follows_a_whole_chain),
		PLAN_TEST(links_said_from_both_ends_count_once),
		PLAN_TEST(misses_what_a_need_and_a_measure_ask_for),
		PLAN_TEST(misses_a_row_only_when_an_action_plan_has_begun),
		PLAN_TEST(asks_for_no_result_of_a_year_that_is_not_over),
		PLAN_TEST(asks_for_the_result_of_a_year_that_is_over),
		PLAN_TEST(asks_for_nothing_of_kinds_that_are_not_used),
		PLAN_TEST(finds_orphans_at_both_ends),
		PLAN_TEST(needs_of_what_a_measure_continues_are_its_own),
		PLAN_TEST(does_not_want_rows_beyond_years_and_items),
		PLAN_TEST(does_not_want_rows_after_an_evaluation_cancelled_the_measure),
		PLAN_TEST(does_not_want_results_of_rows_in_another_action_plan),
		PLAN_TEST(needs_that_another_continues_or_that_are_cancelled_are_outdated),
		PLAN_TEST(a_need_met_by_an_earlier_plan_is_outdated),
		PLAN_TEST(values_and_results_may_be_outdated),
		PLAN_TEST(what_stands_in_a_broken_file_is_unreadable),
		PLAN_TEST(chooses_the_plan_of_the_day_the_next_or_the_last),
		PLAN_TEST(keeps_only_the_chain_through_a_record),
		PLAN_TEST(does_not_show_what_is_dated_after_the_day),
		PLAN_TEST(shows_what_is_dated_on_the_day),
		PLAN_TEST(misses_the_result_that_came_later),
		PLAN_TEST(does_not_show_an_evaluation_without_a_day_before_its_year),
		PLAN_TEST(shows_an_evaluation_without_a_day_from_its_year_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
