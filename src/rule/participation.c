/* Do the sides that a working group needs come to its meetings? */
#include "base/language.h"
#include "rule/finished.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/side.h"
#include "town/tenure.h"

#define GROUP                                                                                      \
	"# pravidla.yaml\n"                                                                        \
	"skupiny:\n"                                                                               \
	"  povinné_strany: [poskytovatel, zadavatel]\n"                                           \
	"  strany_se_účastní: true\n"                                                           \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    od: 2025-01-01\n"                                                                     \
	"    vedoucí: [{osoba: dvorakova-p}]\n"                                                   \
	"    členové:\n"                                                                         \
	"      - {osoba: dvorakova-p, strana: poskytovatel}\n"                                     \
	"      - {osoba: hajkova-l, strana: zadavatel}\n"                                          \
	"# jednani.yaml\n"                                                                         \
	"jednání:\n"

static const struct finding_kind side_not_attending = {
	.code = "side-not-attending",
	.severity = KPSS_WARNING,
	.message = N_("in {1} nobody of a side that it needs came to the group ‘{0}’: {2}"),
	.label = N_("nobody of that side came all year"),
	.remedy =
		N_("ask these members what keeps them away, or add to the meetings who was there"),
	.related = N_("the town requires this side here"),
	.meaning = N_("each side that a working group needs comes to at least one of its meetings "
		      "in a year"),
	.explanation = N_("A side that stands in the list of members but never comes does not "
			  "plan. Only finished years in "
			  "which the group existed from beginning to end are judged, and only when "
			  "every meeting of "
			  "the year tells by name who came."),
	.setting = "groups.sides_attend groups.required_sides",
	.basis = N_("practice of community planning: without users there is no community planning"),
	.wrong = GROUP
	"  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11, účast: {přítomni: [dvorakova-p]}}\n",
	.right = GROUP "  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11, účast: {přítomni: "
		       "[dvorakova-p, hajkova-l]}}\n",
};

/* Did somebody else come in the place of the person? */
static bool was_stood_in_for(
	const struct plan *plan, const struct node *attendance, const struct entity *person)
{
	const struct node *substitutes = field(attendance, WORD_substitutes);
	for (const struct node *item = value_first_item(substitutes); item;
		item = node_next_item(substitutes, item))
		if (plan_target(plan, field(item, WORD_in_place_of)) == person)
			return true;
	return false;
}

static bool member_took_part(
	const struct plan *plan, const struct node *member, const struct gathering *gathering)
{
	const struct entity *person = plan_target(plan, field(member, WORD_person));
	const struct node *attendance = field(gathering->meeting->mapping, WORD_attendance);
	if (!person || !member_belongs_on(member, gathering->day))
		return false;
	return meeting_was_attended_by(plan, gathering->meeting, person) ||
	       was_stood_in_for(plan, attendance, person);
}

static bool side_took_part(
	const struct plan *plan, const struct gathering *gathering, uint32_t side)
{
	const struct node *members = field(gathering->body->mapping, WORD_members);
	for (const struct node *item = value_first_item(members); item;
		item = node_next_item(members, item))
		if (member_is_of_side(plan, item, side) && member_took_part(plan, item, gathering))
			return true;
	return false;
}

/* Did the side come to one of the meetings, or may it have, because one does not tell by name who was there? True as well when
 * there was no meeting to come to. */
static bool side_may_have_come(const struct plan *plan, struct gatherings meetings, uint32_t side)
{
	bool met = false;
	for (size_t i = 0; i < meetings.count; i++) {
		const struct gathering *gathering = &meetings.items[i];
		if (!meeting_was_held(gathering->meeting))
			continue;
		if (!meeting_names_all(gathering->meeting) || side_took_part(plan, gathering, side))
			return true;
		met = true;
	}
	return !met;
}

static void side_check(
	const struct rule_context *context, const struct entity *group, const struct node *side)
{
	struct year_range years = finished_years(context);
	struct gatherings meetings = gatherings_of(context->gatherings, group);
	const struct node *members = field_key(group->mapping, WORD_members);
	for (int year = years.first; year <= years.last; year++) {
		struct period days = days_of_year(group, year);
		bool whole = yearly_share(1, days) == 1;
		if (!whole || side_may_have_come(context->plan, gatherings_within(meetings, days),
				      value_word(side)))
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &side_not_attending,
				.where = entity_span(group, members ? members : entity_name(group)),
				.related = setting_span(context->plan, side),
				.arguments =
					{
						argument_text(group->id),
						year_argument(context, year),
						argument_text(value_text(side)),
					},
				.subject = group->id,
			});
	}
}

static bool members_are_sound(const struct entity *group)
{
	const struct node *members = field(group->mapping, WORD_members);
	for (const struct node *item = value_first_item(members); item;
		item = node_next_item(members, item))
		if (!period_is_sound(item))
			return false;
	return period_is_sound(group->mapping);
}

static void participation_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	const struct node *required = setting(context->plan, WORD_groups, WORD_required_sides);
	if (!setting_is_true(context->plan, WORD_groups, WORD_sides_attend))
		return;
	for (uint32_t i = 0; i < count; i++) {
		if (!group_is_working(groups[i]) || !members_are_sound(groups[i]))
			continue;
		bool lives = record_exists_on(groups[i], context->as_of);
		for (const struct node *side = value_first_item(required); side;
			side = node_next_item(required, side)) {
			/* a side without any member is told by another rule */
			if (!lives || side_is_present(context->plan, groups[i], value_word(side),
					      context->as_of))
				side_check(context, groups[i], side);
		}
	}
}

const struct rule rule_participation[] = {
	{participation_check, {&side_not_attending}},
	{0},
};
