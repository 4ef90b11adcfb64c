#include "answer/gate.h"

#include "answer/standing.h"
#include "plan_fixture.h"
#include "rule/run.h"

#define PLANS "plány: [{id: plan, název: Plán}]\n"
#define CYCLE(phases) "cykly: [{id: cyklus, název: Cyklus, plán: plan, fáze: [" phases "]}]\n"
#define COMMENT                                                                                        \
	"připomínková_řízení: [{id: kolo, název: Kolo, předmět: [plan], cyklus: cyklus, od: "          \
	"2024-01-02, do: 2024-01-30}]\n"                                                               \
	"podání: [{id: p1, připomínkové_řízení: kolo, připomínky: [{id: c1, znění: X}]}]\n"

struct judged {
	struct snapshot *snapshot;
	struct standings standings;
	const struct gate *gate;
};

/* The gate of the first cycle on a day: of a phase, or (0) of the next one. */
static struct judged judge(struct plan_fixture *fixture, const char *rules, const char *text,
	uint32_t phase, const char *as_of)
{
	struct judged judged = {0};
	struct kpss_date day;
	assert_true(kpss_date_parse(kpss_str(as_of), &day));
	plan_fixture_file(fixture, "pravidla.yaml", rules);
	plan_fixture_load_one(fixture, text);
	rules_run(fixture->plan, day, &fixture->findings);
	findings_sort(&fixture->findings);
	judged.snapshot = snapshot_memory(fixture->files, fixture->count);
	const struct standing_question question = {
		.plan = fixture->plan,
		.snapshot = judged.snapshot,
		.as_of = day,
		.findings = &fixture->findings,
	};
	uint32_t count;
	const struct entity *cycle = plan_kind(fixture->plan, KIND_cycle, &count)[0];
	struct arena *arena = fixture->findings.arena;
	judged.standings = phase ? standing_at_gate(&question, cycle, phase, day, arena)
				 : standings_of(&question, arena);
	judged.gate = &judged.standings.items[0].gate;
	return judged;
}

static void forget(struct judged *judged)
{
	standings_clear(&judged->standings);
	snapshot_close(judged->snapshot);
}

static const struct gate_condition *about(const struct gate *gate, const char *code)
{
	for (size_t i = 0; i < gate->count; i++)
		for (const struct node *item = value_first_item(gate->conditions[i].codes); item;
			item = node_next_item(gate->conditions[i].codes, item))
			if (kpss_str_is(value_text(item), code))
				return &gate->conditions[i];
	return NULL;
}

static void every_phase_has_conditions_that_name_what_exists(void **state)
{
	(void)state;
	struct plan *builtin = gates_builtin();
	const struct node *gates = field(plan_profile(builtin), WORD_gates);
	struct findings findings;
	size_t count = 0;
	findings_init(&findings);

	rules_run(builtin, kpss_date_of(2026, 1, 1), &findings);
	for (const struct node *gate = value_first_item(gates); gate; gate = node_next_item(gates, gate))
		count++;

	assert_int_equal(count, 7);
	assert_int_equal(findings.count, 0);
	findings_clear(&findings);
	plan_free(builtin);
}

static void a_town_that_says_nothing_has_the_conditions_of_the_program(void **state)
{
	struct judged judged = judge(*state, "", PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}") COMMENT,
		0, "2024-02-15");

	assert_int_equal(judged.gate->phase, WORD_approval);
	assert_false(judged.gate->is_own);
	assert_int_equal(about(judged.gate, "comment-unsettled")->state, CONDITION_UNMET);
	assert_int_equal(judged.gate->unmet, 1);
	forget(&judged);
}

static void what_comes_with_the_phase_is_foreseen_without_its_day(void **state)
{
	struct judged judged = judge(*state, "", PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}") COMMENT,
		0, "2024-02-15");
	const struct standing_blocks *blocks = &about(judged.gate, "comment-unsettled")->blocks;

	assert_int_equal(blocks->count, 1);
	assert_true(blocks->items[0].ahead);
	/* In the file as it is, where the cycle stands before what is found. */
	struct place place = source_locate(
		blocks->items[0].finding->where.source, blocks->items[0].finding->where.begin);
	assert_int_equal(place.line, 4);
	forget(&judged);
}

static void the_conditions_of_the_town_take_the_place_of_those_of_the_program(void **state)
{
	struct judged judged = judge(*state,
		"podmínky_fází:\n"
		"  - fáze: schvalování\n"
		"    podmínky:\n"
		"      - {nadpis_česky: Bez kolize, kódy: [reversed-dates]}\n",
		PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}") COMMENT, 0, "2024-02-15");

	assert_true(judged.gate->is_own);
	assert_int_equal(judged.gate->count, 1);
	assert_int_equal(judged.gate->conditions[0].state, CONDITION_MET);
	assert_true(kpss_str_is(judged.gate->conditions[0].title.czech, "Bez kolize"));
	assert_int_equal(judged.gate->unmet, 0);
	forget(&judged);
}

static void an_empty_list_asks_for_nothing(void **state)
{
	struct judged judged = judge(*state, "podmínky_fází: [{fáze: schvalování, podmínky: []}]\n",
		PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}") COMMENT, 0, "2024-02-15");

	assert_int_equal(judged.gate->count, 0);
	assert_int_equal(judged.standings.items[0].blocks.count, 0);
	forget(&judged);
}

static void what_is_not_required_does_not_hinder(void **state)
{
	struct judged judged = judge(*state,
		"podmínky_fází:\n"
		"  - fáze: schvalování\n"
		"    podmínky:\n"
		"      - {kódy: [comment-unsettled], povinná: false}\n",
		PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}") COMMENT, 0, "2024-02-15");

	assert_int_equal(judged.gate->conditions[0].state, CONDITION_UNMET);
	assert_int_equal(judged.gate->unmet, 0);
	assert_int_equal(judged.gate->unmet_too, 1);
	assert_int_equal(judged.standings.items[0].blocks.count, 0);
	forget(&judged);
}

static void an_error_that_a_condition_names_is_not_told_again_among_the_others(void **state)
{
	struct judged judged = judge(*state,
		"podmínky_fází:\n"
		"  - fáze: schvalování\n"
		"    podmínky:\n"
		"      - {bez_chyb: true}\n"
		"      - {kódy: [comment-unsettled]}\n",
		PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}") COMMENT, 0, "2024-02-15");

	assert_int_equal(judged.gate->conditions[0].state, CONDITION_MET);
	assert_int_equal(judged.gate->conditions[1].state, CONDITION_UNMET);
	forget(&judged);
}

static void what_the_rules_of_the_town_do_not_switch_on_is_not_watched(void **state)
{
	struct judged judged = judge(*state,
		"závažnosti: [{kód: reversed-dates, závažnost: vypnuto}]\n"
		"podmínky_fází:\n"
		"  - fáze: schvalování\n"
		"    podmínky:\n"
		"      - {kódy: [consultation-missing]}\n"
		"      - {kódy: [reversed-dates]}\n",
		PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}"), 0, "2024-02-15");

	assert_int_equal(judged.gate->conditions[0].state, CONDITION_UNWATCHED);
	assert_int_equal(judged.gate->conditions[1].state, CONDITION_UNWATCHED);
	assert_int_equal(judged.gate->unmet, 0);
	forget(&judged);
}

static void a_condition_without_any_known_code_hinders(void **state)
{
	struct judged judged = judge(*state,
		"podmínky_fází:\n"
		"  - fáze: schvalování\n"
		"    podmínky:\n"
		"      - {kódy: [coment-unsettled]}\n",
		PLANS CYCLE("{fáze: připomínky, od: 2024-01-01}"), 0, "2024-02-15");

	assert_int_equal(judged.gate->conditions[0].state, CONDITION_UNKNOWN);
	assert_int_equal(judged.gate->unmet, 1);
	forget(&judged);
}

static void what_belongs_to_another_cycle_does_not_hinder(void **state)
{
	struct judged judged = judge(*state, "",
		"plány: [{id: plan, název: Plán}, {id: jiny, název: Jiný, předkladatel: nikdo}]\n"
		"cykly: [{id: cyklus, název: Cyklus, plán: plan, fáze: [{fáze: strategie, od: 2024-01-01}]}, "
		"{id: dalsi, název: Další, plán: jiny}]\n",
		0, "2024-02-15");
	const struct gate *gate = judged.gate;

	assert_int_equal(gate->phase, WORD_consultation);
	for (size_t i = 0; i < gate->count; i++)
		for (size_t b = 0; b < gate->conditions[i].blocks.count; b++)
			assert_false(kpss_str_is(gate->conditions[i].blocks.items[b].finding->subject, "jiny"));
	forget(&judged);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_phase_has_conditions_that_name_what_exists),
		PLAN_TEST(a_town_that_says_nothing_has_the_conditions_of_the_program),
		PLAN_TEST(what_comes_with_the_phase_is_foreseen_without_its_day),
		PLAN_TEST(the_conditions_of_the_town_take_the_place_of_those_of_the_program),
		PLAN_TEST(an_empty_list_asks_for_nothing),
		PLAN_TEST(what_is_not_required_does_not_hinder),
		PLAN_TEST(an_error_that_a_condition_names_is_not_told_again_among_the_others),
		PLAN_TEST(what_the_rules_of_the_town_do_not_switch_on_is_not_watched),
		PLAN_TEST(a_condition_without_any_known_code_hinders),
		PLAN_TEST(what_belongs_to_another_cycle_does_not_hinder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
