/* The guarantor of the process: one body, a department of the office. */
#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind guarantor_not_department = {
	.code = "guarantor-not-department",
	.severity = KPSS_ERROR,
	.message = N_("the guarantor ‘{0}’ is not a department of the office"),
	.label = N_("named as the guarantor"),
	.remedy = N_("name the department that answers for the process, or correct the type (druh) of the body"),
	.related = N_("its type is written here"),
	.meaning = N_("the guarantor of the process is a department of the municipal office"),
	.explanation = N_("The guarantor answers for the whole process of community planning and employs the people who run it. "
			  "Elected bodies decide about the plan; they do not carry the daily work."),
	.setting = "guarantor",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "garant: rada\n",
	.right = "# pravidla.yaml\n"
	         "garant: odbor-socialni\n"
	         "# organy.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor-socialni, název: Odbor sociální, druh: odbor}\n",
};
static const struct finding_kind two_guarantors = {
	.code = "two-guarantors",
	.severity = KPSS_ERROR,
	.message = N_("the role ‘{0}’ is held by two bodies at once from {1} to {2}"),
	.label = N_("this body holds it before the other one ends"),
	.remedy = N_("end the earlier one on the day before the later one begins"),
	.related = N_("the other body"),
	.meaning = N_("the process has one guarantor: the body that the town has named"),
	.explanation = N_("Where two bodies are responsible, nobody is. The role of guarantor (druh: garant) is held by one body "
			  "on each day, today by the one that the profile names."),
	.setting = "guarantor",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "garant: odbor-socialni\n"
	         "# organy.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor-socialni, název: Odbor sociální, druh: odbor}\n"
	         "funkce:\n"
	         "  - id: garant-procesu\n"
	         "    název: Garant procesu\n"
	         "    druh: garant\n"
	         "    nositelé:\n"
	         "      - {orgán: rada, od: 2023-01-01, do: 2024-06-30}\n"
	         "      - {orgán: odbor-socialni, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "garant: odbor-socialni\n"
	         "# organy.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor-socialni, název: Odbor sociální, druh: odbor}\n"
	         "funkce:\n"
	         "  - id: garant-procesu\n"
	         "    název: Garant procesu\n"
	         "    druh: garant\n"
	         "    nositelé:\n"
	         "      - {orgán: rada, od: 2023-01-01, do: 2023-12-31}\n"
	         "      - {orgán: odbor-socialni, od: 2024-01-01}\n",
};
static const struct finding_kind two_guarantors_still = {
	.code = "two-guarantors",
	.severity = KPSS_ERROR,
	.message = N_("the role ‘{0}’ is held by two bodies at once since {1}"),
	.label = N_("this body holds it before the other one ends"),
	.remedy = N_("end the earlier one on the day before the later one begins"),
	.related = N_("the other body"),
};
static const struct finding_kind two_guarantors_always = {
	.code = "two-guarantors",
	.severity = KPSS_ERROR,
	.message = N_("the role ‘{0}’ is held by two bodies at once"),
	.label = N_("neither says when it begins"),
	.remedy = N_("add the days from which (from, od) and to which (to, do) each of them holds it"),
	.related = N_("the other body"),
};
static const struct finding_kind other_guarantor = {
	.code = "two-guarantors",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ holds the role of guarantor, but the town has named ‘{1}’"),
	.label = N_("holds it on {2}"),
	.remedy = N_("end this tenure, or name the body in the profile (garant)"),
	.related = N_("the guarantor that the town has named"),
};

static const struct entity *guarantor_of(const struct rule_context *context)
{
	const struct entity *body = plan_target(context->plan, setting(context->plan, WORD_guarantor, 0));
	return body && body->kind == KIND_body ? body : NULL;
}

/* A body whose type is not written may be anything. */
static void department_check(const struct rule_context *context)
{
	const struct node *named = setting(context->plan, WORD_guarantor, 0);
	const struct entity *body = guarantor_of(context);
	const struct node *type = body ? field(body->mapping, WORD_type) : value_none();
	uint32_t word = value_word(type);
	if (word == UINT32_MAX || word == WORD_department)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &guarantor_not_department,
		.where = setting_span(context->plan, named),
		.related = entity_span(body, type),
		.arguments = {argument_text(body->id)},
		.subject = body->id,
	});
}

struct role_survey {
	const struct rule_context *context;
	const struct entity *role;
	bool told;
};

static const struct finding_kind *overlap_kind(const struct role_survey *survey, struct period days)
{
	if (day_is_open(days.from))
		return &two_guarantors_always;
	return days.to.days >= survey->context->as_of.days ? &two_guarantors_still : &two_guarantors;
}

static void overlap_report(void *user, const struct tenure *second, const struct tenure *first, struct period days)
{
	struct role_survey *survey = user;
	if (second->holder == first->holder)
		return;
	survey->told = true;
	findings_add(survey->context->findings, &(struct finding){
		.kind = overlap_kind(survey, days),
		.where = entity_span(survey->role, tenure_place(second, WORD_body)),
		.related = entity_span(survey->role, tenure_place(first, WORD_body)),
		.arguments = {argument_text(survey->role->id), argument_date(days.from), argument_date(days.to)},
		.subject = survey->role->id,
	});
}

/* Of the holders those that are bodies: a person may act for the one that holds the role. */
static struct tenures bodies_of(struct tenures holders, struct arena *arena)
{
	struct tenure *bodies = arena_array(arena, holders.count + 1, sizeof *bodies);
	size_t count = 0;
	for (size_t i = 0; i < holders.count; i++)
		if (holders.items[i].holder && holders.items[i].holder->kind == KIND_body)
			bodies[count++] = holders.items[i];
	return (struct tenures){.items = bodies, .count = count, .unsound = holders.unsound};
}

static void named_check(const struct rule_context *context, const struct entity *role, const struct tenure *today)
{
	const struct node *named = setting(context->plan, WORD_guarantor, 0);
	const struct entity *guarantor = guarantor_of(context);
	if (!today || !guarantor || today->holder == guarantor)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &other_guarantor,
		.where = entity_span(role, tenure_place(today, WORD_body)),
		.related = setting_span(context->plan, named),
		.arguments = {
			argument_text(today->holder->id),
			argument_text(guarantor->id),
			argument_date(context->as_of),
		},
		.subject = role->id,
	});
}

static void role_check(const struct rule_context *context, const struct entity *role)
{
	struct arena *arena = context->findings->arena;
	struct tenures bodies = bodies_of(tenures_of(context->plan, role, WORD_holders, arena), arena);
	struct role_survey user = {.context = context, .role = role};
	struct period past = within_lifetime(role, (struct period){.from = KPSS_DATE_EARLIEST, .to = context->as_of});
	if (!period_is_sound(role->mapping) || period_is_empty(past))
		return;
	tenures_survey(bodies, past, &(struct tenure_survey){.user = &user, .overlap = overlap_report});
	if (!user.told && period_contains(past, context->as_of))
		named_check(context, role, tenure_on(bodies, context->as_of));
}

static void guarantor_roles_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *roles = plan_kind(context->plan, KIND_role, &count);
	if (is_absent(setting(context->plan, WORD_guarantor, 0)))
		return;
	for (uint32_t i = 0; i < count; i++)
		if (value_word(field(roles[i]->mapping, WORD_type)) == WORD_guarantor)
			role_check(context, roles[i]);
}

const struct rule rule_guarantor[] = {
	{department_check, {&guarantor_not_department}},
	{guarantor_roles_check, {&two_guarantors, &two_guarantors_still, &two_guarantors_always, &other_guarantor}},
	{0},
};
