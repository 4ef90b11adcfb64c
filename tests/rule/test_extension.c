#include "rule_fixture.h"

/* Findings as of 2025-06-30 about a plan p that rada recommends and zm approves; `more` follows it. */
static const char *found_with(struct plan_fixture *fixture, const char *chains, const char *more)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml",
		arena_format(arena,
			"postupy_schvalování:\n"
			"  - dokument: plán\n"
			"    kroky: [{orgán: rada, výroky: [doporučuje]}, {orgán: zm, výroky: "
			"[schvaluje]}]\n%s",
			chains)
			.ptr);
	plan_fixture_file(fixture, "organy.yaml",
		"orgány:\n"
		"  - {id: rada, název: R, druh: rada}\n"
		"  - {id: zm, název: Z, druh: zastupitelstvo}\n");
	return rule_fixture_run_one(fixture, more, "2025-06-30");
}

static void lets_a_lower_body_approve_an_update_that_the_final_one_approves_after_it(void **state)
{
	const char *found = found_with(*state, "",
		"plány:\n  - {id: p, název: P}\n"
		"schválení:\n"
		"  - {id: s, předmět: p, druh: aktualizace_plánu, orgán: rada, datum: 2025-02-01, "
		"výrok: schvaluje}\n"
		"  - {id: t, předmět: p, druh: aktualizace_plánu, orgán: zm, datum: 2025-03-01, "
		"výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

static void asks_for_the_final_body_again_for_the_next_update(void **state)
{
	const char *found = found_with(*state, "",
		"plány:\n  - {id: p, název: P}\n"
		"schválení:\n"
		"  - {id: s, předmět: p, druh: aktualizace_plánu, orgán: zm, datum: 2025-02-01, "
		"výrok: schvaluje}\n"
		"  - {id: t, předmět: p, druh: aktualizace_plánu, orgán: rada, datum: 2025-03-01, "
		"výrok: schvaluje}\n");

	assert_string_equal(found, "update-by-other-body a.yaml 5 57\n");
}

static void takes_the_chain_of_updates_where_there_is_one(void **state)
{
	const char *found =
		found_with(*state, "  - {dokument: aktualizace_plánu, kroky: [{orgán: rada}]}\n",
			"plány:\n  - {id: p, název: P}\n"
			"schválení:\n"
			"  - {id: s, předmět: p, druh: aktualizace_plánu, orgán: rada, datum: "
			"2025-02-01, výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

static void leaves_recommendations_of_an_update_alone(void **state)
{
	const char *found = found_with(*state, "",
		"plány:\n  - {id: p, název: P}\n"
		"schválení:\n"
		"  - {id: s, předmět: p, druh: aktualizace_plánu, orgán: rada, datum: 2025-02-01, "
		"výrok: doporučuje}\n");

	assert_string_equal(found, "");
}

static void asks_what_decided_about_an_extension(void **state)
{
	const char *found = found_with(*state, "",
		"plány:\n"
		"  - {id: p, název: P, od: 2020-01-01, do: 2023-12-31, prodloužení: [{do: "
		"2024-12-31, orgán: zm}]}\n");

	assert_string_equal(found, "extension-by-other-body a.yaml 2 74\n");
}

static void judges_the_approval_of_an_extension_once(void **state)
{
	const char *found = found_with(*state, "",
		"plány:\n"
		"  - {id: p, název: P, od: 2020-01-01, do: 2023-12-31, prodloužení: [{do: "
		"2024-12-31, schválení: s}]}\n"
		"schválení:\n"
		"  - {id: s, předmět: p, druh: prodloužení_plánu, orgán: rada, datum: 2023-12-01, "
		"výrok: schvaluje}\n");

	assert_string_equal(found, "extension-by-other-body a.yaml 4 57\n");
}

static void judges_an_approval_that_does_not_say_that_it_extends(void **state)
{
	const char *found = found_with(*state, "",
		"plány:\n"
		"  - {id: p, název: P, od: 2020-01-01, do: 2023-12-31, prodloužení: [{do: "
		"2024-12-31, schválení: s}]}\n"
		"schválení:\n"
		"  - {id: s, věc: Prodloužení, orgán: rada, datum: 2023-12-01, výrok: "
		"schvaluje}\n");

	assert_string_equal(found, "extension-by-other-body a.yaml 2 97\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(lets_a_lower_body_approve_an_update_that_the_final_one_approves_after_it),
		PLAN_TEST(asks_for_the_final_body_again_for_the_next_update),
		PLAN_TEST(takes_the_chain_of_updates_where_there_is_one),
		PLAN_TEST(leaves_recommendations_of_an_update_alone),
		PLAN_TEST(asks_what_decided_about_an_extension),
		PLAN_TEST(judges_the_approval_of_an_extension_once),
		PLAN_TEST(judges_an_approval_that_does_not_say_that_it_extends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
