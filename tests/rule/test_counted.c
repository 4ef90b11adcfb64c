/* What is counted for a stated total, and what is left alone. */
#include "rule/counted.h"

#include "base/arena.h"
#include "rule_fixture.h"

static const char town[] =
	"osoby: [{id: a}, {id: b}, {id: c}]\n"
	"organizace: [{id: o, název: O}]\n"
	"služby: [{id: s1, název: S, poskytovatel: o}, {id: s2, název: S, poskytovatel: o}]\n"
	"skupiny:\n"
	"  - {id: rs, název: ŘS, druh: řídicí, vedoucí: [{osoba: a}], členové: [{osoba: a, strana: "
	"uživatel}]}\n"
	"  - {id: ps, název: PS, vedoucí: [{osoba: b}], členové: [{osoba: b, strana: uživatel},\n"
	"     {osoba: c, strana: uživatel, do: 2025-06-30}, {označení: Uživatelka, strana: "
	"uživatel}]}\n"
	"  - {id: qs, název: QS, od: 2025-07-01, vedoucí: [{osoba: b}], členové: [{osoba: b, "
	"strana: uživatel}]}\n"
	"jednání:\n"
	"  - {id: j1, orgán: ps, společně_s: [qs], datum: 2025-09-01}\n"
	"  - {id: j2, orgán: rs, datum: 2025-10-01}\n"
	"  - {id: j3, orgán: ps, datum: 2026-01-01}\n"
	"  - {id: j4, orgán: ps, datum: 2025-11-01, druh: mimo_jednání}\n"
	"vyhodnocení: [{id: v, název: V, rok: 2025, datum: 2025-12-31, uváděné_počty: [%s]}]\n"
	"plány:\n"
	"  - id: p\n"
	"    název: P\n"
	"    od: 2025-01-01\n"
	"    do: 2028-12-31\n"
	"    území: [\"598917\", \"598933\"]\n"
	"    služby: [s1, s2]\n"
	"    uváděné_počty: [%s]\n"
	"    cíle:\n"
	"      - id: g\n"
	"        název: G\n"
	"        opatření: [{id: m1, název: M, skupiny: [{skupina: ps}]}, {id: m2, název: M}]\n";

/* The numbers that are counted, one for each total that differs. */
static const char *run(struct plan_fixture *fixture, const char *evaluation, const char *plan)
{
	rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena, town, evaluation, plan).ptr, "2026-03-12");
	struct kpss_str text = kpss_str("");
	for (size_t i = 0; i < fixture->findings.count; i++) {
		const struct finding *finding = &fixture->findings.items[i];
		assert_string_equal(finding->kind->code, "stated-count-differs");
		text = arena_format(fixture->findings.arena, "%.*s%lld ", (int)text.len, text.ptr,
			(long long)finding->arguments[1].number);
	}
	return text.ptr;
}

static void counts_people_of_the_day_once(void **state)
{
	assert_string_equal(run(*state, "{co: osoby, počet: 77}", ""), "2 ");
}

static void counts_people_of_another_day(void **state)
{
	assert_string_equal(run(*state, "{co: osoby, počet: 77, datum: 2025-06-30}", ""), "3 ");
}

static void takes_people_with_those_of_the_steering_group(void **state)
{
	assert_string_equal(run(*state, "{co: osoby, počet: 2}, {co: osoby, počet: 3}", ""), "");
}

static void counts_people_of_one_group(void **state)
{
	assert_string_equal(run(*state, "{co: osoby, počet: 77, skupina: qs}", ""), "1 ");
}

static void counts_groups_that_exist_on_the_day(void **state)
{
	assert_string_equal(
		run(*state, "{co: skupiny, počet: 77}, {co: skupiny, počet: 88, datum: 2025-06-30}",
			""),
		"2 1 ");
}

static void counts_a_joint_meeting_once(void **state)
{
	assert_string_equal(run(*state, "{co: jednání, počet: 77}", ""), "1 ");
}

static void takes_meetings_with_those_of_the_steering_group(void **state)
{
	assert_string_equal(run(*state, "{co: jednání, počet: 2}", ""), "");
}

static void counts_meetings_of_a_plan_up_to_a_day(void **state)
{
	assert_string_equal(
		run(*state, "",
			"{co: jednání, počet: 77}, {co: jednání, počet: 88, datum: 2025-12-31}"),
		"2 1 ");
}

static void counts_items_of_a_plan_by_level(void **state)
{
	assert_string_equal(
		run(*state, "", "{co: opatření, počet: 77}, {co: cíle, počet: 88}"), "2 1 ");
}

static void counts_measures_of_a_group_on_a_day(void **state)
{
	assert_string_equal(
		run(*state, "", "{co: opatření, počet: 77, skupina: ps, datum: 2025-12-31}"), "1 ");
}

static void counts_municipalities_services_and_providers(void **state)
{
	assert_string_equal(run(*state, "",
				    "{co: obce, počet: 77}, {co: služby, počet: 88}, {co: "
				    "poskytovatelé, počet: 99}"),
		"2 2 1 ");
}

static void leaves_alone_what_it_cannot_know(void **state)
{
	assert_string_equal(run(*state,
				    "{co: opatření, počet: 77}, {co: něco_jiného, počet: 77}, "
				    "{slovy: čaje, počet: 77}",
				    "{co: osoby, počet: 77}, {co: aktivity, počet: 77}, {co: "
				    "připomínky, počet: 77}"),
		"");
}

static void does_not_judge_a_day_to_come(void **state)
{
	assert_string_equal(run(*state, "{co: osoby, počet: 77, datum: 2026-03-13}", ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(counts_people_of_the_day_once),
		PLAN_TEST(counts_people_of_another_day),
		PLAN_TEST(takes_people_with_those_of_the_steering_group),
		PLAN_TEST(counts_people_of_one_group),
		PLAN_TEST(counts_groups_that_exist_on_the_day),
		PLAN_TEST(counts_a_joint_meeting_once),
		PLAN_TEST(takes_meetings_with_those_of_the_steering_group),
		PLAN_TEST(counts_meetings_of_a_plan_up_to_a_day),
		PLAN_TEST(counts_items_of_a_plan_by_level),
		PLAN_TEST(counts_measures_of_a_group_on_a_day),
		PLAN_TEST(counts_municipalities_services_and_providers),
		PLAN_TEST(leaves_alone_what_it_cannot_know),
		PLAN_TEST(does_not_judge_a_day_to_come),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
