/* The example of Český Těšín holds what the town says about its planning; only from the plan itself. */
#include <stdlib.h>

#include "base/arena.h"
#include "listed.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "test.h"

struct fixture {
	struct plan *plan;
	struct findings findings;
	struct buf text;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct fixture){.plan = plan_new()};
	findings_init(&fixture->findings);
	struct snapshot *snapshot =
		snapshot_folder(KPSS_SOURCE_DIR "/examples/cesky-tesin", &fixture->findings);
	bool good = snapshot && plan_load(fixture->plan, snapshot, &fixture->findings);
	snapshot_close(snapshot);
	*state = fixture;
	return good ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	plan_free(fixture->plan);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->text);
	free(fixture);
	return 0;
}

static const struct entity *entity_of(const struct fixture *fixture, const char *id)
{
	const struct entity *entity = plan_find(fixture->plan, kpss_str(id));
	if (!entity)
		fail_msg("%s is not in the plan", id);
	return entity;
}

static bool holds_on(const struct entity *entity, struct kpss_date day)
{
	return period_contains(mapping_period(entity->mapping), day);
}

static uint32_t count_on(
	const struct fixture *fixture, uint16_t kind, uint32_t type, struct kpss_date day)
{
	uint32_t count, found = 0;
	const struct entity *const *all = plan_kind(fixture->plan, kind, &count);
	for (uint32_t i = 0; i < count; i++)
		found += value_word(field(all[i]->mapping, WORD_type)) == type &&
			 holds_on(all[i], day);
	return found;
}

/* The one item of a list that holds on a day; the test fails when there is none or several. */
static const struct node *only_on(
	const struct entity *entity, uint32_t list_word, struct kpss_date day)
{
	const struct node *list = field(entity->mapping, list_word), *found = NULL;
	for (const struct node *item = node_first(list); item; item = node_next_item(list, item)) {
		if (!period_contains(mapping_period(item), day))
			continue;
		assert_null(found);
		found = item;
	}
	assert_non_null(found);
	return found;
}

static const struct entity *target(
	const struct fixture *fixture, const struct node *mapping, uint32_t word)
{
	return plan_target(fixture->plan, field(mapping, word));
}

static void is_without_findings(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(listed(&fixture->text, &fixture->findings), "");
}

static void had_three_working_groups_and_a_steering_group_in_2019(void **state)
{
	struct fixture *fixture = *state;

	for (struct kpss_date day = kpss_date_of(2019, 1, 1);
		day.days <= kpss_date_of(2019, 12, 31).days; day.days++) {
		assert_int_equal(count_on(fixture, KIND_group, WORD_working, day), 3);
		assert_int_equal(count_on(fixture, KIND_group, WORD_steering, day), 1);
	}
}

static void had_48_people_in_the_groups_in_the_middle_of_2019(void **state)
{
	struct fixture *fixture = *state;
	struct kpss_date day = kpss_date_of(2019, 6, 30);
	uint32_t people, groups, active = 0;
	const struct entity *const *all_people = plan_kind(fixture->plan, KIND_person, &people);
	const struct entity *const *all_groups = plan_kind(fixture->plan, KIND_group, &groups);

	for (uint32_t p = 0; p < people; p++) {
		bool found = false;
		for (uint32_t g = 0; g < groups; g++) {
			const struct node *members = field(all_groups[g]->mapping, WORD_members);
			for (const struct node *item = node_first(members); item;
				item = node_next_item(members, item))
				found = found ||
					(target(fixture, item, WORD_person) == all_people[p] &&
						holds_on(all_groups[g], day) &&
						period_contains(mapping_period(item), day));
		}
		active += found;
	}

	assert_int_equal(active, 48);
}

static void split_one_group_into_two_in_2018(void **state)
{
	struct fixture *fixture = *state;
	const struct entity *old = entity_of(fixture, "ps-zdravotni-seniori");
	static const char *const heirs[] = {"ps-zdravotni-znevyhodneni", "ps-seniori"};
	struct kpss_date last = mapping_period(old->mapping).to;
	int year, month, day;
	kpss_date_split(last, &year, &month, &day);

	assert_int_equal(year, 2018);
	for (size_t i = 0; i < 2; i++) {
		const struct entity *heir = entity_of(fixture, heirs[i]);
		const struct node *predecessors = field(heir->mapping, WORD_predecessors);
		assert_ptr_equal(plan_target(fixture->plan, node_first(predecessors)), old);
		assert_null(node_next_item(predecessors, node_first(predecessors)));
		assert_int_equal(mapping_period(heir->mapping).from.days, last.days + 1);
	}
}

static void gave_each_of_four_areas_to_one_group_on_every_day(void **state)
{
	struct fixture *fixture = *state;
	uint32_t count, areas = 0;
	const struct entity *const *nodes = plan_kind(fixture->plan, KIND_node, &count);

	for (uint32_t i = 0; i < count; i++) {
		if (nodes[i]->level != LEVEL_area + 1)
			continue;
		areas++;
		struct kpss_date end = kpss_date_of(2020, 12, 31);
		for (struct kpss_date day = kpss_date_of(2017, 1, 1); day.days <= end.days;
			day.days++) {
			const struct entity *group =
				target(fixture, only_on(nodes[i], WORD_groups, day), WORD_group);
			assert_non_null(group);
			assert_true(holds_on(group, day));
		}
	}

	assert_int_equal(areas, 4);
}

static void moved_two_areas_when_the_group_was_split(void **state)
{
	struct fixture *fixture = *state;
	struct kpss_date before = kpss_date_of(2018, 9, 30), after = kpss_date_of(2018, 10, 1);
	static const struct {
		const char *area, *group;
	} moves[] = {{"oblast-seniori", "ps-seniori"},
		{"oblast-zdravotni", "ps-zdravotni-znevyhodneni"}};

	for (size_t i = 0; i < 2; i++) {
		const struct entity *area = entity_of(fixture, moves[i].area);
		assert_ptr_equal(target(fixture, only_on(area, WORD_groups, before), WORD_group),
			entity_of(fixture, "ps-zdravotni-seniori"));
		assert_ptr_equal(target(fixture, only_on(area, WORD_groups, after), WORD_group),
			entity_of(fixture, moves[i].group));
	}
}

static void has_the_fourth_plan_for_2017_to_2020(void **state)
{
	struct fixture *fixture = *state;
	const struct entity *plan = entity_of(fixture, "kpss4");
	struct period period = mapping_period(plan->mapping);
	int64_t ordinal;

	assert_int_equal(plan->kind, KIND_plan);
	assert_int_equal(period.from.days, kpss_date_of(2017, 1, 1).days);
	assert_int_equal(period.to.days, kpss_date_of(2020, 12, 31).days);
	assert_true(value_integer(field(plan->mapping, WORD_ordinal), &ordinal));
	assert_int_equal(ordinal, 4);
}

static void has_measures_under_goals_under_areas_under_the_plan(void **state)
{
	struct fixture *fixture = *state;
	uint32_t count, goals = 0, measures = 0;
	const struct entity *const *nodes = plan_kind(fixture->plan, KIND_node, &count);

	for (uint32_t i = 0; i < count; i++) {
		const struct entity *node = nodes[i], *parent = node->parent;
		assert_non_null(parent);
		switch (node->level - 1) {
		case LEVEL_area:
			assert_ptr_equal(parent, entity_of(fixture, "kpss4"));
			break;
		case LEVEL_goal:
			assert_int_equal(parent->level, LEVEL_area + 1);
			goals++;
			break;
		default:
			assert_int_equal(node->level, LEVEL_measure + 1);
			assert_int_equal(parent->level, LEVEL_goal + 1);
			measures++;
		}
	}

	assert_true(goals >= 4);
	assert_true(measures > goals);
}

/* True when a reference of the record, in a field or the items of a list, leads to the item. */
static bool leads_to(const struct fixture *fixture, const struct entity *record, uint32_t word,
	const struct entity *item)
{
	const struct node *value = field(record->mapping, word);
	if (value->kind == NODE_SCALAR)
		return plan_target(fixture->plan, value) == item;
	for (const struct node *one = node_first(value); one; one = node_next_item(value, one))
		if (plan_target(fixture->plan, one) == item)
			return true;
	return false;
}

static bool something_leads_to(
	const struct fixture *fixture, uint16_t kind, uint32_t word, const struct entity *item)
{
	uint32_t count;
	const struct entity *const *all = plan_kind(fixture->plan, kind, &count);
	for (uint32_t i = 0; i < count; i++)
		if (leads_to(fixture, all[i], word, item))
			return true;
	return false;
}

static void has_an_indicator_and_a_budget_for_every_measure(void **state)
{
	struct fixture *fixture = *state;
	uint32_t count;
	const struct entity *const *nodes = plan_kind(fixture->plan, KIND_node, &count);

	for (uint32_t i = 0; i < count; i++) {
		if (nodes[i]->level != LEVEL_measure + 1)
			continue;
		if (!something_leads_to(fixture, KIND_indicator, WORD_nodes, nodes[i]) ||
			!something_leads_to(fixture, KIND_budget, WORD_node, nodes[i]))
			fail_msg("%.*s", (int)nodes[i]->id.len, nodes[i]->id.ptr);
	}
}

static void has_an_action_plan_and_an_evaluation_for_every_year(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(entity_of(fixture, "kpss4")->kind, KIND_plan);
	uint32_t action_plans, evaluations;
	plan_kind(fixture->plan, KIND_action_plan, &action_plans);
	plan_kind(fixture->plan, KIND_evaluation, &evaluations);
	assert_int_equal(action_plans, 4);
	assert_int_equal(evaluations, 4);
}

static void has_two_commissions(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(
		count_on(fixture, KIND_body, WORD_commission, kpss_date_of(2019, 6, 30)), 2);
}

static uint32_t meetings_in(const struct fixture *fixture, const struct entity *group, int year)
{
	uint32_t count, found = 0;
	const struct entity *const *meetings = plan_kind(fixture->plan, KIND_meeting, &count);
	struct period whole = {.from = kpss_date_of(year, 1, 1), .to = kpss_date_of(year, 12, 31)};
	for (uint32_t i = 0; i < count; i++) {
		struct kpss_date day =
			value_date(field(meetings[i]->mapping, WORD_date), KPSS_DATE_EARLIEST);
		found += target(fixture, meetings[i]->mapping, WORD_body) == group &&
			 period_contains(whole, day);
	}
	return found;
}

static void held_four_meetings_of_every_working_group_in_every_whole_year(void **state)
{
	struct fixture *fixture = *state;
	uint32_t count, judged = 0;
	const struct entity *const *groups = plan_kind(fixture->plan, KIND_group, &count);

	for (uint32_t i = 0; i < count; i++)
		for (int year = 2017; year <= 2020; year++) {
			bool whole = holds_on(groups[i], kpss_date_of(year, 1, 1)) &&
				     holds_on(groups[i], kpss_date_of(year, 12, 31));
			if (!whole ||
				value_word(field(groups[i]->mapping, WORD_type)) != WORD_working)
				continue;
			judged++;
			if (meetings_in(fixture, groups[i], year) < 4)
				fail_msg("%.*s in %d", (int)groups[i]->id.len, groups[i]->id.ptr,
					year);
		}

	/* One group in all four years, the old one in 2017, the two new ones in 2019 and 2020. */
	assert_int_equal(judged, 9);
}

static void had_one_person_as_head_of_department_and_leader_of_the_steering_group(void **state)
{
	struct fixture *fixture = *state;
	const struct entity *role = entity_of(fixture, "vedouci-odboru"),
			    *steering = entity_of(fixture, "ridici-skupina");
	struct kpss_date end = kpss_date_of(2020, 12, 31);

	for (struct kpss_date day = kpss_date_of(2017, 1, 1); day.days <= end.days; day.days++) {
		const struct entity *head =
			target(fixture, only_on(role, WORD_holders, day), WORD_person);
		assert_non_null(head);
		assert_ptr_equal(
			head, target(fixture, only_on(steering, WORD_leaders, day), WORD_person));
	}
}

static void elected_every_leader_by_the_members_and_the_coordinator(void **state)
{
	struct fixture *fixture = *state;
	uint32_t count, elections = 0;
	const struct entity *const *groups = plan_kind(fixture->plan, KIND_group, &count);

	for (uint32_t i = 0; i < count; i++) {
		const struct node *leaders = field(groups[i]->mapping, WORD_leaders);
		for (const struct node *leader = node_first(leaders); leader;
			leader = node_next_item(leaders, leader)) {
			const struct node *electorate =
				field(field(leader, WORD_election), WORD_electorate);
			bool members = false, coordinator = false;
			uint32_t others = 0;
			for (const struct node *who = node_first(electorate); who;
				who = node_next_item(electorate, who)) {
				members = members || value_word(who) == WORD_members;
				coordinator = coordinator || value_word(who) == WORD_coordinator;
				others++;
			}
			assert_true(members && coordinator);
			assert_int_equal(others, 2);
			elections++;
		}
	}

	assert_true(elections >= 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_without_findings),
		cmocka_unit_test(had_three_working_groups_and_a_steering_group_in_2019),
		cmocka_unit_test(had_48_people_in_the_groups_in_the_middle_of_2019),
		cmocka_unit_test(split_one_group_into_two_in_2018),
		cmocka_unit_test(gave_each_of_four_areas_to_one_group_on_every_day),
		cmocka_unit_test(moved_two_areas_when_the_group_was_split),
		cmocka_unit_test(has_the_fourth_plan_for_2017_to_2020),
		cmocka_unit_test(has_measures_under_goals_under_areas_under_the_plan),
		cmocka_unit_test(has_an_indicator_and_a_budget_for_every_measure),
		cmocka_unit_test(has_an_action_plan_and_an_evaluation_for_every_year),
		cmocka_unit_test(has_two_commissions),
		cmocka_unit_test(held_four_meetings_of_every_working_group_in_every_whole_year),
		cmocka_unit_test(
			had_one_person_as_head_of_department_and_leader_of_the_steering_group),
		cmocka_unit_test(elected_every_leader_by_the_members_and_the_coordinator),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
