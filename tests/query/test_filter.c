/* Conditions on records. */
#include "filter_fixture.h"

#define ASK(kind, condition, ids) assert_string_equal(asked(*state, kind, condition), ids)
#define REFUSE(kind, condition, fault)                                                             \
	do {                                                                                       \
		char expected[8];                                                                  \
		snprintf(expected, sizeof expected, "!%d", (int)(fault));                          \
		assert_string_equal(asked(*state, kind, condition), expected);                     \
	} while (0)

static int small_set_up(void **state)
{
	plan_set_up(state);
	small_load(*state);
	return 0;
}

#define SMALL_TEST(name) cmocka_unit_test_setup_teardown(name, small_set_up, plan_tear_down)

static void takes_names_and_values_in_either_vocabulary(void **state)
{
	ASK("measures", "nature=soft", "pece");
	ASK("opatření", "povaha=měkká", "pece");
	ASK("opatreni", "nature=mekka", "pece");
	ASK("measure", "povaha=hard", "");
}

static void finds_a_status_by_code_label_or_class(void **state)
{
	ASK("measures", "status=napul", "jidelna");
	ASK("measures", "stav=splněno napůl", "jidelna");
	ASK("measures", "status=partial", "jidelna");
	ASK("measures", "stav=částečně", "jidelna");
	ASK("measures", "status_class=částečně", "jidelna");
	ASK("measures", "status=done", "");
}

static void compares_texts_exactly_but_contains_regardless_of_case_and_diacritics(void **state)
{
	ASK("measures", "name=Rozšířit péči", "pece");
	ASK("measures", "name=rozšířit péči", "");
	ASK("measures", "název~PECI", "pece");
	ASK("measures", "nature~měk", "pece");
	ASK("services", "provider~CHARITA", "odlehcovaci");
}

static void orders_codes_by_the_numbers_in_them(void **state)
{
	ASK("measures", "code<2.10", "pece");
	ASK("measures", "kód>2.9", "jidelna");
	ASK("measures", "kód>=2.9", "pece jidelna");
}

static void reads_days_as_czechs_write_them(void **state)
{
	ASK("measures", "due<=30. 6. 2024", "pece");
	ASK("measures", "nejpozději>2024-06-30", "jidelna");
	ASK("measures", "due=31. 1. 2025", "jidelna");
}

static void reads_amounts_in_crowns_whatever_the_unit_of_the_file(void **state)
{
	ASK("measures", "costs.amount=12 500", "pece");
	ASK("measures", "náklady.částka>19 999,50", "pece");
	ASK("measures", "costs.amount>20 000", "");
}

static void reads_truth_in_either_language(void **state)
{
	ASK("measures", "cross_cutting=ano", "pece");
	ASK("measures", "průřezová=no", "jidelna");
}

static void takes_no_value_for_not_given(void **state)
{
	ASK("measures", "owner=", "jidelna");
	ASK("measures", "owner!=", "pece");
	ASK("measures", "costs=", "jidelna");
	ASK("measures", "costs!=", "pece");
}

static void means_by_unequal_that_no_value_is_equal(void **state)
{
	ASK("measures", "costs.year!=2023", "jidelna");
	ASK("measures", "costs.year=2024", "pece");
	ASK("measures", "status!=partial", "pece");
}

static void follows_references(void **state)
{
	ASK("services", "provider.name~charita", "odlehcovaci");
	ASK("measures", "services.provider.name~charita", "pece");
	ASK("measures", "owner=novakova-p", "pece");
	ASK("measures", "responds_to=", "pece jidelna");
}

static void finds_related_records_whichever_refers_to_which(void **state)
{
	ASK("measures", "group=rodiny", "jidelna");
	ASK("people", "group=seniori", "novakova-p");
	ASK("groups", "person=novakova-p", "seniori");
	ASK("groups", "measure=jidelna", "rodiny");
}

static void inherits_the_groups_of_the_item_above(void **state)
{
	ASK("measures", "skupina=seniori", "pece");
	ASK("measures", "groups.group=seniori", "");
	ASK("goals", "skupina=seniori", "doma");
}

static void looks_up_and_down_the_plan(void **state)
{
	ASK("measures", "goal=doma", "pece jidelna");
	ASK("measures", "goal.name~doma", "pece jidelna");
	ASK("goals", "measure=pece", "doma");
	ASK("measures", "plan=plan", "pece jidelna");
	ASK("measures", "parent=doma", "pece jidelna");
}

static void keeps_what_is_of_a_year(void **state)
{
	ASK("measures", "evaluation.2024.status=partial", "jidelna");
	ASK("opatření", "vyhodnocení.2023.stav=částečně", "pece");
	ASK("measures", "evaluation.status=partial", "pece jidelna");
	ASK("measures", "evaluation.2022.status!=", "");
	ASK("measures", "costs.2023.amount=12500", "pece");
	ASK("measures", "costs.2024.amount=12500", "");
}

static void takes_a_unique_code_for_an_id(void **state)
{
	ASK("evaluations", "measure=2.9", "v2023 v2024");
	ASK("evaluations", "results.measure=2.10", "v2023 v2024");
}

static void asks_a_mapping_for_the_records_in_it(void **state)
{
	ASK("measures", "groups=rodiny", "jidelna");
	ASK("measures", "costs~2024", "pece");
}

static void knows_the_level(void **state)
{
	ASK("nodes", "level=cíl", "doma");
	ASK("nodes", "úroveň=measure", "pece jidelna");
	ASK("nodes", "is_measure=yes", "pece jidelna");
	ASK("nodes", "level_rank=1", "doma");
}

static void refuses_what_makes_no_sense(void **state)
{
	REFUSE("measures", "group", QUERY_NO_OPERATOR);
	REFUSE("measures", "=x", QUERY_NO_NAME);
	REFUSE("measures", "name..x=1", QUERY_NO_NAME);
	REFUSE("measures", "owner..x=1", QUERY_NO_NAME);
	REFUSE("measures", "ownr=x", QUERY_NO_FIELD);
	REFUSE("measures", "owner.nam=x", QUERY_NO_FIELD);
	REFUSE("measures", "name.x=1", QUERY_NOTHING_BELOW);
	REFUSE("services", "contact.2024.email=x", QUERY_NO_YEARS);
	REFUSE("measures", "owner<x", QUERY_NO_ORDER);
	REFUSE("measures", "name<", QUERY_NO_VALUE);
	REFUSE("measures", "costs=x", QUERY_HAS_FIELDS);
	REFUSE("measures", "costs.year=soon", QUERY_NO_NUMBER);
	REFUSE("measures", "costs.amount=1,234", QUERY_NO_AMOUNT);
	REFUSE("measures", "due=31. 2. 2024", QUERY_NO_DATE);
	REFUSE("measures", "cross_cutting=maybe", QUERY_NO_TRUTH);
	REFUSE("measures", "nature=sof", QUERY_NO_CHOICE);
	REFUSE("measures", "status=nic", QUERY_NO_STATUS);
	REFUSE("nodes", "level=cil2", QUERY_NO_LEVEL);
	REFUSE("measures", "owner=seniori", QUERY_NO_RECORD);
	REFUSE("measures", "group=seniory", QUERY_NO_RECORD);
	REFUSE("measures",
		"parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent."
		"parent.id=x",
		QUERY_TOO_LONG);
}

static void suggests_what_was_meant(void **state)
{
	struct plan_fixture *fixture = *state;
	struct query_fault fault;
	const struct query_subject measures = {.kind = KIND_node};
	assert_null(filter_new(fixture->plan, &measures, NULL, kpss_str("nazv=x"),
		fixture->findings.arena, &fault));
	assert_int_equal(fault.near.count, 1);
	assert_true(kpss_str_is(fault.near.names[0], "název"));
	assert_null(filter_new(fixture->plan, &measures, NULL, kpss_str("owner=novakova"),
		fixture->findings.arena, &fault));
	assert_true(kpss_str_is(fault.near.names[0], "novakova-p"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SMALL_TEST(takes_names_and_values_in_either_vocabulary),
		SMALL_TEST(finds_a_status_by_code_label_or_class),
		SMALL_TEST(compares_texts_exactly_but_contains_regardless_of_case_and_diacritics),
		SMALL_TEST(orders_codes_by_the_numbers_in_them),
		SMALL_TEST(reads_days_as_czechs_write_them),
		SMALL_TEST(reads_amounts_in_crowns_whatever_the_unit_of_the_file),
		SMALL_TEST(reads_truth_in_either_language),
		SMALL_TEST(takes_no_value_for_not_given),
		SMALL_TEST(means_by_unequal_that_no_value_is_equal),
		SMALL_TEST(follows_references),
		SMALL_TEST(finds_related_records_whichever_refers_to_which),
		SMALL_TEST(inherits_the_groups_of_the_item_above),
		SMALL_TEST(looks_up_and_down_the_plan),
		SMALL_TEST(keeps_what_is_of_a_year),
		SMALL_TEST(takes_a_unique_code_for_an_id),
		SMALL_TEST(asks_a_mapping_for_the_records_in_it),
		SMALL_TEST(knows_the_level),
		SMALL_TEST(refuses_what_makes_no_sense),
		SMALL_TEST(suggests_what_was_meant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
