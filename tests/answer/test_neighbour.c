/* What is around a record. */
#include "answer/neighbour.h"

#include "plan_fixture.h"

static const char plan[] = "skupiny:\n"
			   "  - id: seniori\n    název: Senioři\n    členové:\n      - označení: "
			   "uživatel\n      - osoba: novakova-p\n"
			   "osoby:\n"
			   "  - id: novakova-p\n    jméno: Petra Nováková\n"
			   "plány:\n"
			   "  - id: plan\n    název: Plán\n    cíle:\n"
			   "      - id: doma\n        název: Doma\n        odpovídá: novakova-p\n"
			   "        opatření:\n          - id: pece\n            název: Péče\n     "
			   "       odpovídá: novakova-p\n";

static int set_up(void **state)
{
	plan_set_up(state);
	plan_fixture_load_one(*state, plan);
	return 0;
}

static const char *ways(struct plan_fixture *fixture, struct neighbours neighbours)
{
	fixture->text.len = 0;
	for (size_t i = 0; i < neighbours.count; i++) {
		const struct neighbour *at = &neighbours.items[i];
		buf_addf(&fixture->text, "%s%.*s:", i ? " " : "", (int)at->record->id.len,
			at->record->id.ptr);
		if (at->reference)
			way_add(&fixture->text, fixture->plan, at->record, at->reference);
	}
	buf_add_char(&fixture->text, '\0');
	return fixture->text.ptr;
}

static void finds_every_reference_to_a_record_where_it_stands(void **state)
{
	struct plan_fixture *fixture = *state;
	const struct entity *person = plan_fixture_find(fixture, "novakova-p");
	const char *listed =
		ways(fixture, neighbours_referring(fixture->plan, person, fixture->findings.arena));
	assert_non_null(strstr(listed, "seniori:members/2/person"));
	/* What stands in the goal is the measure's own. */
	assert_non_null(strstr(listed, "doma:owner pece:owner"));
	assert_null(strstr(strstr(listed, "doma:owner") + 1, "doma:"));
}

static void finds_what_stands_directly_below(void **state)
{
	struct plan_fixture *fixture = *state;
	struct arena *arena = fixture->findings.arena;
	assert_string_equal(ways(fixture, neighbours_below(fixture->plan,
						  plan_fixture_find(fixture, "plan"), arena)),
		"doma:");
	assert_string_equal(ways(fixture, neighbours_below(fixture->plan,
						  plan_fixture_find(fixture, "doma"), arena)),
		"pece:");
	assert_string_equal(ways(fixture, neighbours_below(fixture->plan,
						  plan_fixture_find(fixture, "pece"), arena)),
		"");
}

#define NEIGHBOUR_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, plan_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		NEIGHBOUR_TEST(finds_every_reference_to_a_record_where_it_stands),
		NEIGHBOUR_TEST(finds_what_stands_directly_below),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
