/* Who and what a town must have: roles that are held, bodies that exist. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/gathering.h"
#include "town/planning.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind team_role_missing = {
	.code = "team-role-missing",
	.severity = KPSS_ERROR,
	.message = N_("nobody holds the role ‘{0}’ on {1}"),
	.label = N_("has no holder on that day"),
	.remedy = N_("add who holds it to its holders (nositelé), or end the tenure on the right day"),
	.related = N_("the town asks for it here"),
	.meaning = N_("while a cycle runs, all roles that the town asks for are held"),
	.explanation = N_("The profile lists the roles without which the planning does not work. A role held by virtue of "
			  "another one counts as held. The coordinator is checked day by day under a code of its own."),
	.setting = "team.required_roles required_roles",
	.basis = N_("charter of community planning in Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "realizační_tým:\n"
	         "  povinné_funkce: [metodik]\n"
	         "# funkce.yaml\n"
	         "cykly:\n"
	         "  - {id: cyklus-1, název: 1. cyklus, od: 2025-01-01}\n"
	         "funkce:\n"
	         "  - id: metodik\n"
	         "    název: Metodik\n"
	         "    nositelé:\n"
	         "      - {osoba: hajkova-l, od: 2025-01-01, do: 2025-12-31}\n",
	.right = "# pravidla.yaml\n"
	         "realizační_tým:\n"
	         "  povinné_funkce: [metodik]\n"
	         "# funkce.yaml\n"
	         "cykly:\n"
	         "  - {id: cyklus-1, název: 1. cyklus, od: 2025-01-01}\n"
	         "funkce:\n"
	         "  - id: metodik\n"
	         "    název: Metodik\n"
	         "    nositelé:\n"
	         "      - {osoba: hajkova-l, od: 2025-01-01, do: 2025-12-31}\n"
	         "      - {osoba: dvorakova-p, od: 2026-01-01}\n",
};
static const struct finding_kind body_missing = {
	.code = "body-missing",
	.severity = KPSS_ERROR,
	.message = N_("the body ‘{0}’ does not exist on {1}, but the town asks for it"),
	.label = N_("its days end or begin here"),
	.remedy = N_("correct its days, or name the body that took its place in the profile (povinné_orgány)"),
	.related = N_("the town asks for it here"),
	.meaning = N_("all bodies that the town asks for exist"),
	.explanation = N_("The profile lists the bodies that take part in the planning. When one is dissolved or renamed, the "
			  "profile has to name its successor."),
	.setting = "required_bodies",
	.basis = N_("Frýdek-Místek and Český Těšín: bodies that take part in the planning"),
	.wrong = "# pravidla.yaml\n"
	         "povinné_orgány: [rada, komise-socialni]\n"
	         "# organy.yaml\n"
	         "orgány:\n"
	         "  - {id: komise-socialni, název: Komise sociální, druh: komise, do: 2022-10-31}\n"
	         "  - {id: vybor-socialni, název: Výbor sociální, druh: výbor, od: 2022-11-01}\n",
	.right = "# pravidla.yaml\n"
	         "povinné_orgány: [rada, vybor-socialni]\n"
	         "# organy.yaml\n"
	         "orgány:\n"
	         "  - {id: komise-socialni, název: Komise sociální, druh: komise, do: 2022-10-31}\n"
	         "  - {id: vybor-socialni, název: Výbor sociální, druh: výbor, od: 2022-11-01}\n",
};

static bool role_is_held(const struct rule_context *context, const struct entity *role)
{
	struct tenures holders = tenures_of_role(context->plan, role, context->findings->arena);
	return holders.unsound || !period_is_sound(role->mapping) ||
	       (record_exists_on(role, context->as_of) && tenure_on(holders, context->as_of));
}

static void role_check(const struct rule_context *context, const struct node *wanted)
{
	const struct plan *plan = context->plan;
	const struct entity *role = plan_target(plan, wanted);
	if (!role || role->kind != KIND_role || role == plan_target(plan, setting(plan, WORD_coordinator_role, 0)))
		return;
	if (role_is_held(context, role))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &team_role_missing,
		.where = entity_span(role, entity_name(role)),
		.related = setting_span(plan, wanted),
		.arguments = {argument_text(role->id), argument_date(context->as_of)},
		.subject = role->id,
	});
}

/* A role that both lists name is told once. */
static void roles_check(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	const struct node *team = setting(plan, WORD_team, WORD_required_roles);
	const struct node *all = setting(plan, WORD_required_roles, 0);
	if ((is_absent(team) && is_absent(all)) || !cycle_runs_on(plan, context->as_of))
		return;
	for (const struct node *item = value_first_item(team); item; item = node_next_item(team, item))
		role_check(context, item);
	for (const struct node *item = value_first_item(all); item; item = node_next_item(all, item))
		if (!plan_list_names(plan, team, plan_target(plan, item)))
			role_check(context, item);
}

static void bodies_check(const struct rule_context *context)
{
	const struct node *bodies = setting(context->plan, WORD_required_bodies, 0);
	for (const struct node *item = value_first_item(bodies); item; item = node_next_item(bodies, item)) {
		const struct entity *body = plan_target(context->plan, item);
		if (!body || body->kind != KIND_body || !period_is_sound(body->mapping) ||
			record_exists_on(body, context->as_of))
			continue;
		bool over = mapping_period(body->mapping).to.days < context->as_of.days;
		findings_add(context->findings, &(struct finding){
			.kind = &body_missing,
			.where = entity_span(body, field(body->mapping, over ? WORD_to : WORD_from)),
			.related = setting_span(context->plan, item),
			.arguments = {argument_text(body->id), argument_date(context->as_of)},
			.subject = body->id,
		});
	}
}

const struct rule rule_team[] = {
	{roles_check, {&team_role_missing}},
	{bodies_check, {&body_missing}},
	{0},
};
