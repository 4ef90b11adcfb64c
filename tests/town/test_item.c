#include "town/item.h"

#include "plan_fixture.h"

static const char levels[] = "úrovně:\n  - {úroveň: oblast, je_oblast: true}\n  - úroveň: cíl\n  - "
			     "{úroveň: aktivita, je_opatření: true}\n"
			     "stavy:\n  - {kód: zruseno, označení: zrušeno, třída: zrušeno}\n  - "
			     "{kód: hotovo, označení: hotovo, třída: splněno}\n";

static const char plan[] = "plány:\n"
			   "  - id: p\n"
			   "    název: P\n"
			   "    od: 2017-01-01\n"
			   "    do: 2018-12-31\n"
			   "    prodloužení:\n"
			   "      - do: 2019-06-30\n"
			   "    oblasti:\n"
			   "      - id: ob\n"
			   "        název: Ob\n"
			   "        skupiny:\n"
			   "          - {skupina: g, od: 2018-01-01}\n"
			   "        cíle:\n"
			   "          - id: c\n"
			   "            název: C\n"
			   "            stav: zrušeno\n"
			   "            od: 2018-03-01\n"
			   "            aktivity:\n"
			   "              - {id: a, název: A, stav: hotovo, skupiny: [{skupina: h}], do: 2025-01-01}\n"
			   "          - {id: d, název: D, stav: hotovo}\n"
			   "akční_plány:\n"
			   "  - {id: ap, název: AP, plán: p}\n"
			   "řádky_akčního_plánu:\n"
			   "  - {id: r, akční_plán: ap}\n"
			   "dokumenty:\n"
			   "  - {id: dok, název: Dok, předmět: ap, části: [{id: cast, název: Část}]}\n"
			   "skupiny:\n"
			   "  - {id: g, název: G}\n"
			   "  - {id: h, název: H}\n";

static struct plan *laid(struct plan_fixture *fixture, const char *profile)
{
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	assert_string_equal(plan_fixture_load_one(fixture, plan), "");
	return fixture->plan;
}

static struct kpss_date day(const char *text)
{
	struct kpss_date parsed;
	assert_true(kpss_date_parse(kpss_str(text), &parsed));
	return parsed;
}

static void takes_the_flagged_level_for_the_measure(void **state)
{
	const struct plan *loaded = laid(*state, levels);

	assert_int_equal(measure_rank(loaded), 3);
	assert_true(item_is_flagged(loaded, plan_fixture_find(*state, "a"), WORD_measure));
	assert_false(item_is_flagged(loaded, plan_fixture_find(*state, "c"), WORD_measure));
	assert_true(item_is_flagged(loaded, plan_fixture_find(*state, "ob"), WORD_area));
}

static void takes_the_level_of_that_name_where_none_is_flagged(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", "úrovně:\n  - úroveň: cíl\n  - úroveň: opatření\n");
	plan_fixture_load_one(fixture, "plány:\n  - {id: p, název: P, cíle: [{id: c, název: C, "
				       "opatření: [{id: o, název: O}]}]}\n");

	assert_int_equal(measure_rank(fixture->plan), 2);
	assert_true(item_is_flagged(fixture->plan, plan_fixture_find(fixture, "o"), WORD_measure));
	assert_false(item_is_flagged(fixture->plan, plan_fixture_find(fixture, "c"), WORD_measure));
}

static void has_no_measure_where_the_profile_has_none(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", "úrovně:\n  - úroveň: cíl\n");
	plan_fixture_load_one(fixture, "plány:\n  - {id: p, název: P}\n");

	assert_int_equal(measure_rank(fixture->plan), 0);
}

static void takes_the_groups_of_the_nearest_item_above(void **state)
{
	const struct plan *loaded = laid(*state, levels);
	const struct entity *g = plan_fixture_find(*state, "g"), *h = plan_fixture_find(*state, "h"), *owner;

	assert_true(item_belongs_to(loaded, plan_fixture_find(*state, "c"), g, day("2018-01-01")));
	assert_false(item_belongs_to(loaded, plan_fixture_find(*state, "c"), g, day("2017-12-31")));
	assert_false(item_belongs_to(loaded, plan_fixture_find(*state, "a"), g, day("2018-01-01")));
	assert_true(item_belongs_to(loaded, plan_fixture_find(*state, "a"), h, day("2017-01-01")));
	item_groups(plan_fixture_find(*state, "c"), &owner);
	assert_ptr_equal(owner, plan_fixture_find(*state, "ob"));
}

static void keeps_the_days_of_an_item_within_its_extended_plan(void **state)
{
	laid(*state, levels);

	struct period whole = item_period(plan_fixture_find(*state, "a")),
		      part = item_period(plan_fixture_find(*state, "c"));

	assert_int_equal(whole.from.days, day("2017-01-01").days);
	assert_int_equal(whole.to.days, day("2019-06-30").days);
	assert_int_equal(part.from.days, day("2018-03-01").days);
}

static void finds_the_plan_of_every_sort_of_record(void **state)
{
	const struct plan *loaded = laid(*state, levels);
	const struct entity *p = plan_fixture_find(*state, "p");

	assert_ptr_equal(item_plan(plan_fixture_find(*state, "a")), p);
	assert_ptr_equal(record_plan(loaded, p), p);
	assert_ptr_equal(record_plan(loaded, plan_fixture_find(*state, "a")), p);
	assert_ptr_equal(record_plan(loaded, plan_fixture_find(*state, "r")), p);
	assert_ptr_equal(record_plan(loaded, plan_fixture_find(*state, "cast")), p);
	assert_null(record_plan(loaded, plan_fixture_find(*state, "g")));
}

static void drops_what_stands_under_something_cancelled(void **state)
{
	const struct plan *loaded = laid(*state, levels);

	assert_true(item_is_dropped(loaded, plan_fixture_find(*state, "c")));
	assert_true(item_is_dropped(loaded, plan_fixture_find(*state, "a")));
	assert_false(item_is_dropped(loaded, plan_fixture_find(*state, "d")));
}

static void numbers_items_as_they_are_listed(void **state)
{
	const struct plan *loaded = laid(*state, levels);
	uint32_t count;
	const struct entity *const *items = plan_kind(loaded, KIND_node, &count);

	assert_int_equal(count, 4);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(item_number(loaded, items[i]), i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_the_flagged_level_for_the_measure),
		PLAN_TEST(takes_the_level_of_that_name_where_none_is_flagged),
		PLAN_TEST(has_no_measure_where_the_profile_has_none),
		PLAN_TEST(takes_the_groups_of_the_nearest_item_above),
		PLAN_TEST(keeps_the_days_of_an_item_within_its_extended_plan),
		PLAN_TEST(finds_the_plan_of_every_sort_of_record),
		PLAN_TEST(drops_what_stands_under_something_cancelled),
		PLAN_TEST(numbers_items_as_they_are_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
