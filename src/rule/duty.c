/* What roles are there for: duties that the town asks for, each with one owner. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/alike.h"
#include "town/gathering.h"
#include "town/setting.h"

static const struct finding_kind coordinator_duties = {
	.code = "coordinator-duties",
	.severity = KPSS_WARNING,
	.message = N_("the coordinator's duties do not include ‘{0}’"),
	.label = N_("has no such duty"),
	.remedy = N_("add it to the duties (povinnosti) of the role ‘{1}’, or to those of a phase (povinnosti_ve_fázích)"),
	.related = N_("the town asks for it here"),
	.meaning = N_("the coordinator has all duties that the town asks for"),
	.explanation = N_("The profile lists what the coordinator is there for. Words are compared without regard to case, "
			  "diacritics and blanks; duties of single phases count."),
	.setting = "coordinator.required_duties",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "koordinátor:\n"
	         "  povinné_činnosti:\n"
	         "    - řídí proces\n"
	         "    - koordinuje pracovní skupiny\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    povinnosti:\n"
	         "      - řídí proces\n",
	.right = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "koordinátor:\n"
	         "  povinné_činnosti:\n"
	         "    - řídí proces\n"
	         "    - koordinuje pracovní skupiny\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    povinnosti:\n"
	         "      - řídí proces\n"
	         "      - koordinuje pracovní skupiny\n",
};
static const struct finding_kind duty_without_owner = {
	.code = "duty-without-owner",
	.severity = KPSS_WARNING,
	.message = N_("no role has the duty ‘{0}’"),
	.label = N_("asked for by the town"),
	.remedy = N_("add it to the duties (povinnosti) of the role that does it"),
	.meaning = N_("each duty of the team that the town asks for belongs to a role"),
	.explanation = N_("Minutes, surveys, the catalogue or the web: what nobody has been told to do stays undone. Roles that "
			  "exist on the day asked for are looked at."),
	.setting = "team.required_duties",
	.basis = N_("charter of community planning in Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "realizační_tým:\n"
	         "  povinné_činnosti:\n"
	         "    - zápisy z jednání\n"
	         "    - katalog služeb\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: metodik\n"
	         "    název: Metodik\n"
	         "    povinnosti:\n"
	         "      - zápisy z jednání\n",
	.right = "# pravidla.yaml\n"
	         "realizační_tým:\n"
	         "  povinné_činnosti:\n"
	         "    - zápisy z jednání\n"
	         "    - katalog služeb\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: metodik\n"
	         "    název: Metodik\n"
	         "    povinnosti:\n"
	         "      - zápisy z jednání\n"
	         "      - katalog služeb\n",
};
static const struct finding_kind duty_with_two_owners = {
	.code = "duty-with-two-owners",
	.severity = KPSS_WARNING,
	.message = N_("the duty ‘{0}’ belongs to two roles: ‘{1}’ and ‘{2}’"),
	.label = N_("the second role with it"),
	.remedy = N_("leave it with the one that does it, or say with each which part it does"),
	.related = N_("the other role"),
	.meaning = N_("no duty of the team that the town asks for belongs to two roles"),
	.explanation = N_("Where two are to do the same, each relies on the other. Roles that exist on the day asked for are "
			  "looked at."),
	.setting = "team.required_duties",
	.basis = N_("charter of community planning in Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "realizační_tým:\n"
	         "  povinné_činnosti:\n"
	         "    - zápisy z jednání\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor\n"
	         "    povinnosti: [zápisy z jednání]\n"
	         "  - id: metodik\n"
	         "    název: Metodik\n"
	         "    povinnosti: [zápisy z jednání]\n",
	.right = "# pravidla.yaml\n"
	         "realizační_tým:\n"
	         "  povinné_činnosti:\n"
	         "    - zápisy z jednání\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor\n"
	         "    povinnosti: [zápisy z jednání]\n"
	         "  - id: metodik\n"
	         "    název: Metodik\n"
	         "    povinnosti: [návrh postupu]\n",
};

/* Where a role lists a duty, at all times or in a phase; NULL when it does not. */
static const struct node *role_duty(struct arena *arena, const struct entity *role, struct kpss_str duty)
{
	const struct node *phases = field(role->mapping, WORD_phase_duties);
	const struct node *found = list_item_alike(arena, field(role->mapping, WORD_duties), duty);
	for (const struct node *phase = value_first_item(phases); phase && !found; phase = node_next_item(phases, phase))
		found = list_item_alike(arena, field(phase, WORD_duties), duty);
	return found;
}

static void coordinator_duties_check(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	const struct node *duties = setting(plan, WORD_coordinator, WORD_required_duties);
	const struct entity *role = plan_target(plan, setting(plan, WORD_coordinator_role, 0));
	if (!role || role->kind != KIND_role)
		return;
	for (const struct node *duty = value_first_item(duties); duty; duty = node_next_item(duties, duty)) {
		if (role_duty(context->findings->arena, role, value_text(duty)))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &coordinator_duties,
			.where = entity_span(role, entity_name(role)),
			.related = setting_span(plan, duty),
			.arguments = {argument_text(value_text(duty)), argument_text(role->id)},
			.subject = role->id,
		});
	}
}

/* The next role from `at` on that exists on the day asked for and has the duty; NULL when there is none. */
static const struct entity *owner_next(const struct rule_context *context, struct kpss_str duty, uint32_t *at,
	const struct node **where)
{
	uint32_t count;
	const struct entity *const *roles = plan_kind(context->plan, KIND_role, &count);
	while (*at < count) {
		const struct entity *role = roles[(*at)++];
		if (!period_is_sound(role->mapping) || !record_exists_on(role, context->as_of))
			continue;
		*where = role_duty(context->findings->arena, role, duty);
		if (*where)
			return role;
	}
	return NULL;
}

static void duty_check(const struct rule_context *context, const struct node *duty)
{
	struct kpss_str text = value_text(duty);
	uint32_t at = 0;
	const struct node *first_place, *second_place;
	const struct entity *first = owner_next(context, text, &at, &first_place);
	const struct entity *second = first ? owner_next(context, text, &at, &second_place) : NULL;
	if (!first)
		findings_add(context->findings, &(struct finding){
			.kind = &duty_without_owner,
			.where = setting_span(context->plan, duty),
			.arguments = {argument_text(text)},
		});
	if (second)
		findings_add(context->findings, &(struct finding){
			.kind = &duty_with_two_owners,
			.where = entity_span(second, second_place),
			.related = entity_span(first, first_place),
			.arguments = {argument_text(text), argument_text(first->id), argument_text(second->id)},
			.subject = second->id,
		});
}

static void team_duties_check(const struct rule_context *context)
{
	const struct node *duties = setting(context->plan, WORD_team, WORD_required_duties);
	for (const struct node *duty = value_first_item(duties); duty; duty = node_next_item(duties, duty))
		duty_check(context, duty);
}

const struct rule rule_duty[] = {
	{coordinator_duties_check, {&coordinator_duties}},
	{team_duties_check, {&duty_without_owner, &duty_with_two_owners}},
	{0},
};
