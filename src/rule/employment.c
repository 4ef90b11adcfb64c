/* The coordinator as an employee of the guarantor. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/cover.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind coordinator_not_employed = {
	.code = "coordinator-not-employed",
	.severity = KPSS_ERROR,
	.message = N_("the coordinator ‘{0}’ is not an employee of the guarantor ‘{1}’ on {2}"),
	.label = N_("coordinates on that day"),
	.remedy = N_("add the employment (zaměstnání) at the guarantor to the person, or correct its days"),
	.related = N_("the town asks for it here"),
	.meaning = N_("the coordinator is an employee of the guarantor on all days of the tenure"),
	.explanation = N_("The coordinator is to be an employee of the department that answers for the process, not a contractor "
			  "or a member of an elected body. An employment in a section of the department counts."),
	.setting = "coordinator.employed_by_guarantor guarantor",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "garant: odbor-socialni\n"
	         "funkce_koordinátora: koordinator\n"
	         "koordinátor:\n"
	         "  zaměstnanec_garanta: true\n"
	         "# funkce.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor-socialni, název: Odbor sociální, druh: odbor}\n"
	         "osoby:\n"
	         "  - id: novy-j\n"
	         "    jméno: Jan Nový\n"
	         "    zaměstnání:\n"
	         "      - {orgán: odbor-socialni, vztah: dodavatel, od: 2024-01-01}\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: novy-j, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "garant: odbor-socialni\n"
	         "funkce_koordinátora: koordinator\n"
	         "koordinátor:\n"
	         "  zaměstnanec_garanta: true\n"
	         "# funkce.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor-socialni, název: Odbor sociální, druh: odbor}\n"
	         "osoby:\n"
	         "  - id: novy-j\n"
	         "    jméno: Jan Nový\n"
	         "    zaměstnání:\n"
	         "      - {orgán: odbor-socialni, vztah: zaměstnanec, od: 2024-01-01}\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: novy-j, od: 2024-01-01}\n",
};
static const struct finding_kind coordinator_no_employee = {
	.code = "coordinator-not-employed",
	.severity = KPSS_ERROR,
	.message = N_("the coordinator ‘{0}’ is not an employee of the guarantor ‘{1}’"),
	.label = N_("not a person, so nobody's employee"),
	.remedy = N_("name the employee who coordinates, or change what the profile asks for"),
	.related = N_("the town asks for it here"),
};

/* Is the body the department, or a section of it? */
static bool belongs_to(const struct plan *plan, const struct entity *body, const struct entity *department)
{
	enum { STEPS_MOST = 16 }; /* circles are a finding of their own */
	for (int i = 0; body && i < STEPS_MOST; i++) {
		if (body == department)
			return true;
		body = plan_target(plan, field(body->mapping, WORD_parent));
	}
	return false;
}

static bool is_employee(const struct plan *plan, const struct node *employment, const struct entity *department)
{
	const struct node *relation = field(employment, WORD_relation);
	return belongs_to(plan, plan_target(plan, field(employment, WORD_body)), department) &&
	       (is_absent(relation) || value_word(relation) == WORD_employee);
}

/* False where days are wrong, and nothing is to be concluded. */
static bool employments_cover(const struct plan *plan, const struct entity *person, const struct entity *department,
	struct cover *cover)
{
	const struct node *list = field(person->mapping, WORD_employments);
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item)) {
		if (!is_employee(plan, item, department))
			continue;
		if (!period_is_sound(item))
			return false;
		cover_add(cover, mapping_period(item));
	}
	return true;
}

static void employment_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *role, const struct tenure *tenure, struct kpss_date day)
{
	const struct plan *plan = context->plan;
	findings_add(context->findings, &(struct finding){
		.kind = kind,
		.where = entity_span(role, tenure_place(tenure, WORD_person)),
		.related = setting_span(plan, setting(plan, WORD_coordinator, WORD_employed_by_guarantor)),
		.arguments = {
			argument_text(tenure->holder->id),
			argument_text(value_text(setting(plan, WORD_guarantor, 0))),
			argument_date(day),
		},
		.subject = role->id,
	});
}

static void tenure_check(const struct rule_context *context, const struct entity *role,
	const struct tenure *tenure, const struct entity *department)
{
	struct cover cover = {.arena = context->findings->arena};
	struct period held = within_lifetime(role, tenure->period);
	struct kpss_date day;
	if (!tenure->holder || held.from.days > context->as_of.days)
		return;
	if (tenure->holder->kind != KIND_person)
		employment_report(context, &coordinator_no_employee, role, tenure, held.from);
	else if (employments_cover(context->plan, tenure->holder, department, &cover) &&
		 cover_lacks(&cover, held, context->as_of, &day))
		employment_report(context, &coordinator_not_employed, role, tenure, day);
}

static void employment_check(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	const struct entity *department = plan_target(plan, setting(plan, WORD_guarantor, 0));
	const struct entity *role = plan_target(plan, setting(plan, WORD_coordinator_role, 0));
	if (!setting_is_true(plan, WORD_coordinator, WORD_employed_by_guarantor) || !department || !role)
		return;
	if (role->kind != KIND_role || !period_is_sound(role->mapping))
		return;
	struct tenures holders = tenures_of(plan, role, WORD_holders, context->findings->arena);
	for (size_t i = 0; i < holders.count; i++)
		tenure_check(context, role, &holders.items[i], department);
}

const struct rule rule_employment[] = {
	{employment_check, {&coordinator_not_employed, &coordinator_no_employee}},
	{0},
};
