/* Where the public reaches the coordinator. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/gathering.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind coordinator_without_contact = {
	.code = "coordinator-without-contact",
	.severity = KPSS_WARNING,
	.message = N_("the coordinator ‘{0}’ has no public phone or e-mail"),
	.label = N_("coordinates on {1}"),
	.remedy = N_("add a contact (kontakt) with a phone or e-mail to the role ‘{2}’"),
	.related = N_("the town asks for it here"),
	.meaning = N_("the public can phone or write to the coordinator"),
	.explanation = N_("Whoever wants to join in or comment has to know whom to turn to. The contact may stand with the role, or "
			  "with a person whose name may be published in full (zveřejnit: jméno)."),
	.setting = "coordinator.public_contact",
	.basis = N_("Charita Frýdek-Místek on community planning: contact of the coordinator"),
	.wrong = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "koordinátor:\n"
	         "  veřejný_kontakt: true\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: hajkova-l, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "koordinátor:\n"
	         "  veřejný_kontakt: true\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    kontakt: {e_mail: planovani@novalhota.example}\n"
	         "    nositelé:\n"
	         "      - {osoba: hajkova-l, od: 2024-01-01}\n",
};

static bool can_be_reached(const struct entity *record)
{
	const struct node *contact = field(record->mapping, WORD_contact);
	return value_text(field(contact, WORD_phone)).len > 0 || value_text(field(contact, WORD_email)).len > 0;
}

/* A person's contact is public only where the name is. */
static bool is_public(const struct entity *holder)
{
	return holder->kind != KIND_person || value_word(field(holder->mapping, WORD_publish)) == WORD_full;
}

static void contact_check(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	const struct entity *role = plan_target(plan, setting(plan, WORD_coordinator_role, 0));
	if (!setting_is_true(plan, WORD_coordinator, WORD_public_contact) || !role || role->kind != KIND_role)
		return;
	struct tenures holders = tenures_of(plan, role, WORD_holders, context->findings->arena);
	const struct tenure *today = tenure_on(holders, context->as_of);
	if (!today || !today->holder || !period_is_sound(role->mapping) || !record_exists_on(role, context->as_of))
		return;
	if (can_be_reached(role) || (is_public(today->holder) && can_be_reached(today->holder)))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &coordinator_without_contact,
		.where = entity_span(role, tenure_place(today, WORD_person)),
		.related = setting_span(plan, setting(plan, WORD_coordinator, WORD_public_contact)),
		.arguments = {argument_text(today->holder->id), argument_date(context->as_of), argument_text(role->id)},
		.subject = role->id,
	});
}

const struct rule rule_public_contact[] = {
	{contact_check, {&coordinator_without_contact}},
	{0},
};
