/* Whether the work of the working groups comes before the steering group to which they answer. */
#include "base/language.h"
#include "rule/finished.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"
#include "town/tenure.h"

#define STEERING                                                                                   \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: ridici-skupina\n"                                                                 \
	"    název: Řídicí skupina\n"                                                          \
	"    druh: řídicí\n"                                                                    \
	"    od: 2025-01-01\n"                                                                     \
	"    vedoucí: [{osoba: hajkova-l}]\n"                                                     \
	"    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"

#define WORKING                                                                                    \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    od: 2025-01-01\n"                                                                     \
	"    vedoucí: [{osoba: dvorakova-p}]\n"                                                   \
	"    členové: [{osoba: dvorakova-p, strana: veřejnost}]\n"

static const struct finding_kind not_on_steering_agenda = {
	.code = "not-on-steering-agenda",
	.severity = KPSS_WARNING,
	.message = N_("the steering group dealt with the group ‘{0}’ too rarely in {1}: {2}, at "
		      "least {3} are wanted"),
	.label = N_("answers to the steering group"),
	.remedy = N_("add to the meetings of the steering group who was present, or the items of "
		     "the plan they were about"),
	.related = N_("the number of reports is set here"),
	.meaning = N_("the work of every group comes before the steering group as often as the "
		      "town wants"),
	.explanation = N_("A meeting of the steering group counts when the leader of the group was "
			  "present, when both met together, "
			  "or when an item of the meeting or a decision is about an item of the "
			  "plan for which the group answers. "
			  "Only finished calendar years are judged; to part of a year only that "
			  "part of the number applies."),
	.setting = "groups.reports_per_year",
	.basis = N_("Český Těšín and the charter of Sušice: working groups answer to the steering "
		    "group"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {zpráv_ročně: 1, odpovědnost_vůči: [ridici-skupina]}\n" STEERING WORKING
		 "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: ridici-1\n"
		 "    orgán: ridici-skupina\n"
		 "    datum: 2025-05-13\n"
		 "    účast: {přítomni: [hajkova-l]}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {zpráv_ročně: 1, odpovědnost_vůči: [ridici-skupina]}\n" STEERING WORKING
		 "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: ridici-1\n"
		 "    orgán: ridici-skupina\n"
		 "    datum: 2025-05-13\n"
		 "    účast: {přítomni: [hajkova-l], hosté_ze_seznamu: [dvorakova-p]}\n",
};

static bool is_about(const struct rule_context *context, const struct node *reference,
	const struct entity *group, struct kpss_date day)
{
	const struct entity *item = plan_target(context->plan, reference);
	return item && item->kind == KIND_node && item_belongs_to(context->plan, item, group, day);
}

static bool agenda_is_about(const struct rule_context *context, const struct gathering *gathering,
	const struct entity *group)
{
	const struct node *items = field(gathering->meeting->mapping, WORD_items);
	const struct node *decisions = field(gathering->meeting->mapping, WORD_decisions);
	for (const struct node *item = value_first_item(items); item;
		item = node_next_item(items, item)) {
		const struct node *nodes = field(item, WORD_nodes);
		for (const struct node *node = value_first_item(nodes); node;
			node = node_next_item(nodes, node))
			if (is_about(context, node, group, gathering->day))
				return true;
	}
	for (const struct node *item = value_first_item(decisions); item;
		item = node_next_item(decisions, item))
		if (is_about(context, field(item, WORD_subject), group, gathering->day))
			return true;
	return false;
}

static bool met_with(const struct rule_context *context, const struct entity *meeting,
	const struct entity *group)
{
	const struct node *with = field(meeting->mapping, WORD_with);
	if (plan_target(context->plan, field(meeting->mapping, WORD_body)) == group)
		return true;
	for (const struct node *item = value_first_item(with); item;
		item = node_next_item(with, item))
		if (plan_target(context->plan, item) == group)
			return true;
	return false;
}

static bool leader_was_there(const struct rule_context *context, const struct gathering *gathering,
	struct tenures leaders)
{
	for (size_t i = 0; i < leaders.count; i++)
		if (leaders.items[i].holder &&
			period_contains(leaders.items[i].period, gathering->day) &&
			meeting_was_attended_by(
				context->plan, gathering->meeting, leaders.items[i].holder))
			return true;
	return false;
}

/* How often the steering group dealt with a group within some days. */
static int64_t dealt_with(const struct rule_context *context, const struct entity *steering,
	const struct entity *group, struct period days)
{
	struct gatherings meetings =
		gatherings_within(gatherings_of(context->gatherings, steering), days);
	struct tenures leaders =
		tenures_of(context->plan, group, WORD_leaders, context->findings->arena);
	int64_t count = 0;
	for (size_t i = 0; i < meetings.count; i++) {
		const struct gathering *gathering = &meetings.items[i];
		count += leader_was_there(context, gathering, leaders) ||
			 met_with(context, gathering->meeting, group) ||
			 agenda_is_about(context, gathering, group);
	}
	return count;
}

static bool answers_to(const struct rule_context *context, const struct entity *group,
	const struct entity *steering)
{
	const struct node *bodies = group_accountable_to(context->plan, group, WORD_groups);
	for (const struct node *item = value_first_item(bodies); item;
		item = node_next_item(bodies, item))
		if (plan_target(context->plan, item) == steering)
			return true;
	return false;
}

static void group_check(const struct rule_context *context, const struct entity *steering,
	const struct entity *group, struct year_range years)
{
	const struct node *number = setting(context->plan, WORD_groups, WORD_reports_per_year);
	int64_t a_year = setting_number(context->plan, WORD_groups, WORD_reports_per_year, 0);
	for (int year = years.first; a_year > 0 && year <= years.last; year++) {
		struct period days = within_lifetime(steering, days_of_year(group, year));
		int64_t wanted = yearly_share(a_year, days);
		int64_t given = wanted > 0 ? dealt_with(context, steering, group, days) : 0;
		if (given >= wanted)
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &not_on_steering_agenda,
				.where = entity_span(group, entity_name(group)),
				.related = setting_span(context->plan, number),
				.arguments = {argument_text(group->id),
					year_argument(context, year), argument_number(given),
					argument_number(wanted)},
				.subject = group->id,
			});
	}
}

static void groups_check(
	const struct rule_context *context, const struct entity *steering, struct year_range years)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++)
		if (body_section(steering, groups[i]) == WORD_groups &&
			period_is_sound(groups[i]->mapping) &&
			answers_to(context, groups[i], steering))
			group_check(context, steering, groups[i], years);
}

/* A town may have had several steering groups, one after the other. */
static void agenda_check(const struct rule_context *context)
{
	size_t count;
	const struct entity *const *steering =
		steering_groups(context->plan, context->findings->arena, &count);
	struct year_range years = finished_years(context);
	for (size_t i = 0; i < count; i++)
		if (period_is_sound(steering[i]->mapping) &&
			meetings_are_dated(context->plan, steering[i]))
			groups_check(context, steering[i], years);
}

const struct rule rule_agenda[] = {
	{agenda_check, {&not_on_steering_agenda}},
	{0},
};
