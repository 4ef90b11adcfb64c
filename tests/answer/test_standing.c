#include "answer/standing.h"

#include "plan_fixture.h"
#include "rule/run.h"

#define CYCLE                                                                                      \
	"plány: [{id: plan, název: Plán}]\n"                                                    \
	"cykly:\n"                                                                                 \
	"  - id: cyklus\n    název: Cyklus\n    plán: plan\n    fáze:\n"                        \
	"      - {fáze: realizace, od: 2024-01-01, do: 2024-12-31}\n"                             \
	"      - {fáze: hodnocení, od: 2024-02-01, do: 2024-02-29}\n"                            \
	"      - {fáze: příprava, od: 2024-06-01, do: 2024-06-30}\n"

struct asked {
	struct standings standings;
	struct kpss_date day;
};

static struct asked ask(
	struct plan_fixture *fixture, const char *rules, const char *text, const char *as_of)
{
	struct asked asked = {0};
	assert_true(kpss_date_parse(kpss_str(as_of), &asked.day));
	plan_fixture_file(fixture, "pravidla.yaml", rules);
	plan_fixture_load_one(fixture, text);
	rules_run(fixture->plan, asked.day, &fixture->findings);
	findings_sort(&fixture->findings);
	const struct standing_question question = {
		.plan = fixture->plan,
		.as_of = asked.day,
		.findings = &fixture->findings,
	};
	asked.standings = standings_of(&question, fixture->findings.arena);
	return asked;
}

static enum standing_state state_on(
	struct plan_fixture *fixture, const char *text, const char *as_of)
{
	struct asked asked = ask(fixture, "", text, as_of);
	assert_int_equal(asked.standings.count, 1);
	standings_clear(&asked.standings);
	return asked.standings.items[0].state;
}

static void a_cycle_runs_in_two_phases_at_once(void **state)
{
	struct asked asked = ask(*state, "", CYCLE, "2024-02-29");
	const struct node *phases = field(asked.standings.items[0].cycle->mapping, WORD_phases);
	size_t on = 0;

	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item))
		on += phase_is_on(item, asked.day);

	assert_int_equal(on, 2);
	assert_int_equal(asked.standings.items[0].state, CYCLE_RUNNING);
	standings_clear(&asked.standings);
}

static void a_phase_is_one_of_its_action_plan_year_or_title(void **state)
{
	struct asked asked = ask(*state, "",
		"plány: [{id: plan, název: Plán}]\n"
		"akční_plány: [{id: ap, název: AP 2025, plán: plan, roky: [2025]}]\n"
		"cykly:\n"
		"  - id: cyklus\n    název: Cyklus\n    plán: plan\n    fáze:\n"
		"      - {fáze: realizace}\n"
		"      - {fáze: realizace, akční_plán: ap, nadpis: Nadpis}\n"
		"      - {fáze: realizace, rok: 2026, nadpis: Nadpis}\n"
		"      - {fáze: realizace, nadpis: Nadpis}\n",
		"2024-01-31");
	const struct node *phases = field(asked.standings.items[0].cycle->mapping, WORD_phases);
	const char *const expected[] = {"", "AP 2025", "2026", "Nadpis"};
	const struct plan_fixture *fixture = *state;
	size_t i = 0;

	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item), i++)
		assert_true(kpss_str_is(phase_of(fixture->plan, item), expected[i]));

	assert_int_equal(i, 4);
	standings_clear(&asked.standings);
}

static void the_next_phase_is_the_first_to_begin(void **state)
{
	struct asked asked = ask(*state, "", CYCLE, "2024-01-31");
	assert_int_equal(
		value_word(field(asked.standings.items[0].next, WORD_phase)), WORD_evaluation);
	standings_clear(&asked.standings);
}

static void a_phase_that_begins_today_is_not_the_next(void **state)
{
	struct asked asked = ask(*state, "", CYCLE, "2024-02-01");
	assert_int_equal(
		value_word(field(asked.standings.items[0].next, WORD_phase)), WORD_preparation);
	standings_clear(&asked.standings);
}

static void a_cycle_comes_before_its_first_phase(void **state)
{
	assert_int_equal(state_on(*state, CYCLE, "2023-12-31"), CYCLE_COMING);
}

static void a_cycle_is_over_after_its_last_phase(void **state)
{
	assert_int_equal(state_on(*state, CYCLE, "2025-01-01"), CYCLE_OVER);
}

static void a_cycle_between_two_phases_runs(void **state)
{
	assert_int_equal(
		state_on(*state,
			"cykly: [{id: c, název: C, fáze: [{fáze: příprava, od: 2024-01-01, do: "
			"2024-01-31}, {fáze: analýza, od: 2024-03-01}]}]\n",
			"2024-02-15"),
		CYCLE_RUNNING);
}

static void a_cycle_whose_phases_have_no_days_says_so(void **state)
{
	assert_int_equal(state_on(*state, "cykly: [{id: c, název: C, fáze: [{fáze: příprava}]}]\n",
				 "2024-02-15"),
		CYCLE_UNDATED);
}

/* A measure that names an unknown person is an error of the plan; a group without its leader is
 * nobody's cycle, and hinders every one. */
static void errors_block_the_cycle_of_their_plan_and_those_of_no_plan_all(void **state)
{
	struct asked asked = ask(*state, "",
		"plány: [{id: plan, název: Plán}]\n"
		"cykly: [{id: c, název: C, plán: plan, fáze: [{fáze: analýza, od: 2024-01-01}]}]\n"
		"opatření: [{id: svoz, název: Svoz, nadřazená_položka: plan, odpovídá: nikdo}]\n"
		"skupiny: [{id: rodiny, název: R, nadřazená: x, členové: [{osoba: nekdo}]}]\n",
		"2024-02-15");
	const struct standings *standings = &asked.standings;

	assert_true(standings->items[0].blocks.count > 1);
	for (size_t i = 0; i < standings->items[0].blocks.count; i++)
		assert_false(standings->items[0].blocks.items[i].ahead);
	assert_int_equal(standings->elsewhere.count, 0);
	standings_clear(&asked.standings);
}

static void without_a_next_phase_only_its_own_errors_block_a_cycle(void **state)
{
	struct asked asked = ask(*state, "",
		"plány: [{id: plan, název: Plán}]\n"
		"cykly: [{id: c, název: C, plán: plan, fáze: [{fáze: hodnocení, od: 2024-01-01}]}]\n"
		"opatření: [{id: svoz, název: Svoz, nadřazená_položka: plan, odpovídá: nikdo}]\n"
		"skupiny: [{id: rodiny, název: R, nadřazená: x, členové: [{osoba: nekdo}]}]\n",
		"2024-02-15");
	const struct standings *standings = &asked.standings;

	assert_int_equal(standings->items[0].gate.phase, UINT32_MAX);
	assert_int_equal(standings->items[0].blocks.count, 1);
	assert_string_equal(
		standings->items[0].blocks.items[0].finding->kind->code, "dangling-reference");
	assert_true(standings->elsewhere.count >= 1);
	standings_clear(&asked.standings);
}

#define SETTLED                                                                                        \
	"plány: [{id: plan, název: Plán}]\n"                                                        \
	"cykly: [{id: cyklus, název: Cyklus, plán: plan, fáze: [{fáze: připomínky, od: "         \
	"2024-01-01}, "                                                                                \
	"{fáze: schvalování, od: 2024-03-01}]}]\n"                                                  \
	"připomínková_řízení: [{id: kolo, název: Kolo, předmět: [plan], cyklus: cyklus, od: " \
	"2024-01-02, do: 2024-01-30}]\n"                                                               \
	"podání: [{id: p1, připomínkové_řízení: kolo, připomínky: [{id: c1, znění: X}]}]\n"

static void what_the_next_phase_demands_blocks_ahead_of_it(void **state)
{
	struct asked asked = ask(*state, "", SETTLED, "2024-02-15");
	const struct standing_blocks *blocks = &asked.standings.items[0].blocks;

	assert_int_equal(blocks->count, 1);
	assert_string_equal(blocks->items[0].finding->kind->code, "comment-unsettled");
	assert_true(blocks->items[0].ahead);
	standings_clear(&asked.standings);
}

static void what_is_wrong_already_is_not_told_twice(void **state)
{
	struct asked asked = ask(
		*state, "připomínkové_řízení: {vypořádání_do_dní: 10}\n", SETTLED, "2024-02-15");
	const struct standing_blocks *blocks = &asked.standings.items[0].blocks;

	assert_int_equal(blocks->count, 1);
	assert_false(blocks->items[0].ahead);
	standings_clear(&asked.standings);
}

static void a_field_required_from_the_next_phase_on_blocks_ahead_of_it(void **state)
{
	struct asked asked = ask(*state,
		"povinné_údaje: [{druh: opatření, údaje: [odpovídá], fáze: schvalování}]\n",
		"plány: [{id: plan, název: Plán}]\n"
		"cykly: [{id: cyklus, název: Cyklus, plán: plan, fáze: [{fáze: strategie, od: "
		"2024-01-01}, {fáze: schvalování, od: 2024-03-01}]}]\n"
		"opatření: [{id: svoz, název: Svoz, nadřazená_položka: plan}]\n",
		"2024-02-29");
	const struct standing_blocks *blocks = &asked.standings.items[0].blocks;

	assert_int_equal(blocks->count, 1);
	assert_string_equal(blocks->items[0].finding->kind->code, "required-field");
	assert_true(blocks->items[0].ahead);
	standings_clear(&asked.standings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(a_cycle_runs_in_two_phases_at_once),
		PLAN_TEST(a_phase_is_one_of_its_action_plan_year_or_title),
		PLAN_TEST(the_next_phase_is_the_first_to_begin),
		PLAN_TEST(a_phase_that_begins_today_is_not_the_next),
		PLAN_TEST(a_cycle_comes_before_its_first_phase),
		PLAN_TEST(a_cycle_is_over_after_its_last_phase),
		PLAN_TEST(a_cycle_between_two_phases_runs),
		PLAN_TEST(a_cycle_whose_phases_have_no_days_says_so),
		PLAN_TEST(errors_block_the_cycle_of_their_plan_and_those_of_no_plan_all),
		PLAN_TEST(without_a_next_phase_only_its_own_errors_block_a_cycle),
		PLAN_TEST(what_the_next_phase_demands_blocks_ahead_of_it),
		PLAN_TEST(a_field_required_from_the_next_phase_on_blocks_ahead_of_it),
		PLAN_TEST(what_is_wrong_already_is_not_told_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
