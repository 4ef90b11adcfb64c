#include "rule_fixture.h"

/* Findings as of 2025-06-30 about a plan p of the town 500011 and its neighbour 500020. */
static const char *found_with(struct plan_fixture *fixture, const char *steps, const char *more)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(
		fixture, "kpss.yaml", "formát: 1\nměsto: {název: Lhota, kód: '500011'}\n");
	plan_fixture_file(fixture, "pravidla.yaml",
		arena_format(arena,
			"plán: {území: ['500011', '500020']}\npostupy_schvalování:\n  - {dokument: "
			"plán, kroky: [%s]}\n",
			steps)
			.ptr);
	plan_fixture_file(fixture, "plan.yaml",
		"plány:\n  - {id: p, název: P, do: 2027-12-31, území: ['500011', '500020']}\n"
		"orgány:\n"
		"  - {id: zm, název: Z, druh: zastupitelstvo}\n"
		"  - {id: zo, název: O, druh: zastupitelstvo, kód_obce: '500020'}\n");
	return rule_fixture_run_one(fixture, more, "2025-06-30");
}

static const char approved[] =
	"schválení:\n  - {id: s, předmět: p, orgán: zm, datum: 2025-03-01, výrok: schvaluje}\n";

static void asks_every_municipality_but_the_town_itself_once_it_has_approved(void **state)
{
	const char *found = found_with(*state, "{v_každé_obci: true}, {orgán: zm}", approved);

	assert_string_equal(found, "municipality-without-approval plan.yaml 2 57\n");
	assert_string_equal(rule_fixture_text(*state, 1), "500020");
}

static void takes_a_publication_in_the_municipality_for_an_answer(void **state)
{
	const char *more = arena_format(((struct plan_fixture *)*state)->findings.arena,
		"%szveřejnění:\n  - {id: z, předmět: p, kód_obce: '500020', od: 2025-02-01}\n",
		approved)
				   .ptr;

	assert_string_equal(found_with(*state, "{v_každé_obci: true}, {orgán: zm}", more), "");
}

static void knows_the_municipality_of_a_body(void **state)
{
	const char *more = arena_format(((struct plan_fixture *)*state)->findings.arena,
		"%s  - {id: t, předmět: p, orgán: zo, datum: 2025-02-01, výrok: bere_na_vědomí}\n",
		approved)
				   .ptr;

	assert_string_equal(
		found_with(*state, "{v_každé_obci: true, druh_orgánu: zastupitelstvo}, {orgán: zm}",
			more),
		"");
}

static void waits_while_the_town_has_not_decided(void **state)
{
	assert_string_equal(
		found_with(*state, "{v_každé_obci: true}, {orgán: zm}", "schválení: []\n"), "");
}

static void leaves_the_territory_of_a_plan_that_has_ended(void **state)
{
	const char *found = found_with(*state, "{orgán: zm}",
		"plány:\n"
		"  - {id: old, název: P, do: 2024-12-31}\n"
		"  - {id: new, název: P, do: 2025-12-31}\n");

	assert_string_equal(found, "territory-missing a.yaml 3 10\n");
	assert_string_equal(rule_fixture_text(*state, 1), "500011, 500020");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_every_municipality_but_the_town_itself_once_it_has_approved),
		PLAN_TEST(takes_a_publication_in_the_municipality_for_an_answer),
		PLAN_TEST(knows_the_municipality_of_a_body),
		PLAN_TEST(waits_while_the_town_has_not_decided),
		PLAN_TEST(leaves_the_territory_of_a_plan_that_has_ended),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
