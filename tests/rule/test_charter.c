#include "rule_fixture.h"

/* Findings as of 2025-06-30; the steering body approves the charter. */
static const char *found_with(struct plan_fixture *fixture, const char *more)
{
	plan_fixture_file(fixture, "pravidla.yaml",
		"zásady: [Princip ROVNOSTI]\n"
		"postupy_schvalování:\n  - {dokument: základní_listina, kroky: [{orgán: rada}]}\n");
	plan_fixture_file(fixture, "organy.yaml",
		"osoby:\n  - {id: a}\n"
		"orgány:\n  - {id: rada, název: R, druh: rada}\n"
		"jednání:\n  - {id: j, orgán: rada, datum: 2024-03-12}\n");
	return rule_fixture_run_one(fixture, more, "2025-06-30");
}

static void asks_for_no_charter_before_a_plan_begins(void **state)
{
	assert_string_equal(
		found_with(*state, "plány:\n  - {id: p, název: P, od: 2026-01-01}\n"), "");
}

static void lets_a_charter_wait_while_its_cycle_is_being_prepared(void **state)
{
	const char *found = found_with(*state,
		"plány:\n  - {id: p, název: P, od: 2021-01-01}\n"
		"cykly:\n"
		"  - id: c\n"
		"    název: C\n"
		"    fáze: [{fáze: příprava, od: 2025-01-01}, {fáze: analýza, od: 2025-09-01}]\n"
		"základní_listiny:\n"
		"  - {id: l, název: L, cyklus: c, zásady: [{název: princip rovnosti}]}\n");

	assert_string_equal(found, "");
}

static void asks_for_the_approval_once_the_preparation_is_over(void **state)
{
	const char *found = found_with(*state,
		"cykly:\n"
		"  - id: c\n"
		"    název: C\n"
		"    fáze: [{fáze: příprava, od: 2025-01-01}, {fáze: analýza, od: 2025-06-30}]\n"
		"základní_listiny:\n"
		"  - {id: l, název: L, cyklus: c, zásady: [{název: princip rovnosti}]}\n");

	assert_string_equal(found, "charter-not-approved a.yaml 6 10\n");
}

static void asks_who_prepared_the_charter_and_where_it_was_approved(void **state)
{
	const char *found = found_with(*state,
		"základní_listiny:\n"
		"  - {id: l, název: L, zpracována: 2024-02-01, zásady: [{název: princip "
		"rovnosti}]}\n"
		"schválení:\n"
		"  - {id: s, předmět: l, orgán: rada, datum: 2024-03-12, výrok: schvaluje}\n");

	assert_string_equal(found, "charter-dates a.yaml 2 10\ncharter-dates a.yaml 4 10\n");
}

static void lets_a_charter_be_prepared_on_the_day_of_its_approval(void **state)
{
	const char *found =
		found_with(*state, "základní_listiny:\n"
				   "  - {id: l, název: L, autoři: [{osoba: a}], zpracována: "
				   "2024-03-12, zásady: [{název: princip rovnosti}]}\n"
				   "schválení:\n"
				   "  - {id: s, předmět: l, orgán: rada, jednání: j, datum: "
				   "2024-03-12, výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

static void leaves_a_charter_that_has_ended_without_new_principles(void **state)
{
	const char *found = found_with(*state, "základní_listiny:\n"
					       "  - {id: l, název: L, autoři: [{osoba: a}], "
					       "zpracována: 2024-03-12, do: 2025-01-31}\n"
					       "schválení:\n"
					       "  - {id: s, předmět: l, orgán: rada, jednání: j, "
					       "datum: 2024-03-12, výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_no_charter_before_a_plan_begins),
		PLAN_TEST(lets_a_charter_wait_while_its_cycle_is_being_prepared),
		PLAN_TEST(asks_for_the_approval_once_the_preparation_is_over),
		PLAN_TEST(asks_who_prepared_the_charter_and_where_it_was_approved),
		PLAN_TEST(lets_a_charter_be_prepared_on_the_day_of_its_approval),
		PLAN_TEST(leaves_a_charter_that_has_ended_without_new_principles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
