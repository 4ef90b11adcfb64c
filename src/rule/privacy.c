/* Personal data in files that git records, and so keeps for ever. */
#include "rule/privacy.h"

#include "base/arena.h"
#include "base/language.h"
#include "rule/birth_number.h"
#include "rule/rule.h"
#include "town/personal_name.h"

static const struct finding_kind private_contact = {
	.code = "private-contact",
	.severity = KPSS_ERROR,
	.secret = true,
	.message = N_("the contact of the person ‘{0}’ stands in a file that is recorded in git"),
	.remedy = N_("move it to a file in the folder ‘private’ or ‘soukromé’, under the id of the "
		     "person; if it is a contact in "
		     "office that may be public, write publish: full (zveřejnit: jméno)"),
	.meaning = N_("files that git records hold telephones, e-mails and addresses only of "
		      "people who may be shown by name"),
	.explanation = N_("What git has once recorded stays in its history and in everybody's "
			  "copy. Contacts of private persons "
			  "are therefore kept in the folder ‘private’ (‘soukromé’), which git "
			  "leaves out. Contacts of bodies, "
			  "organizations, services and roles are public and may stand anywhere. "
			  "The report does not show the "
			  "line."),
	.basis = N_("GDPR, article 5: no more personal data than needed"),
	.wrong = "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n"
		 "    kontakt: {telefon: \"601 000 000\"}\n",
	.right = "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n"
		 "    zveřejnit: jméno\n"
		 "    kontakt: {telefon: \"601 000 000\"}\n",
};
static const struct finding_kind birth_number = {
	.code = "birth-number",
	.severity = KPSS_ERROR,
	.secret = true,
	.message = N_("a number here looks like somebody's birth number (rodné číslo)"),
	.remedy = N_("delete it, a plan never needs it; if it is another number, say so with a "
		     "comment: # kpss: ignore "
		     "birth-number – reason"),
	.meaning = N_("no file holds a birth number (rodné číslo)"),
	.explanation = N_("A birth number identifies a person for life. Reported are ten digits "
			  "whose first six are a day and that "
			  "can be divided by eleven (until 1985 also with a zero for the remainder "
			  "of ten), and nine digits of "
			  "people born before 1954, with a slash or without. Numbers called "
			  "something else on their line, "
			  "as a telephone, reference number or account, are not; nor are nine "
			  "digits without a slash, "
			  "which telephones have, unless they are called a birth number. The "
			  "report does not show the line."),
	.basis = N_("GDPR, article 5: no more personal data than needed"),
	.wrong = "osoby:\n"
		 "  - id: novakova-j\n"
		 "    jméno: Jana Nováková\n"
		 "    poznámka: Přihlášku podala 545101/1236.\n",
	.right = "osoby:\n"
		 "  - id: novakova-j\n"
		 "    jméno: Jana Nováková\n"
		 "    poznámka: Přihlášku podala 3. 2. 2026.\n",
};
static const struct finding_kind commenter_name = {
	.code = "commenter-name",
	.severity = KPSS_WARNING,
	.secret = true,
	.message = N_("the record says by name who submitted it: ‘{0}’ is not published in full"),
	.remedy = N_("give only a label, such as citizen or parent (označení: občanka), and keep "
		     "the name in the folder ‘private’ or "
		     "‘soukromé’, under the id of the record"),
	.related = N_("the record with the name"),
	.meaning = N_("people who submit something are not named"),
	.explanation = N_("People comment on the plan in private, and git would keep their names "
			  "for ever. They are known by a label "
			  "or not at all; names belong in the folder ‘private’ (‘soukromé’). "
			  "Somebody who speaks for an "
			  "organization or body given beside them is not private. A label counts "
			  "as a name when it is two or "
			  "three words with capitals, one of them a common Czech given name, and "
			  "nothing that institutions "
			  "are called: many a name is missed, so that labels like ‘Občan Českého "
			  "Těšína’ are left alone."),
	.basis = N_("GDPR, article 5: no more personal data than needed"),
	.wrong = "podání:\n"
		 "  - id: podani-1\n"
		 "    podatelé:\n"
		 "      - {označení: Jana Nováková}\n",
	.right = "podání:\n"
		 "  - id: podani-1\n"
		 "    podatelé:\n"
		 "      - {označení: občanka}\n",
};
static const struct finding_kind commenter_label = {
	.code = "commenter-name",
	.severity = KPSS_WARNING,
	.secret = true,
	.message = N_("the label of who submitted ‘{0}’ looks like the name of a person"),
	.remedy = N_("give only a label, such as citizen or parent (označení: občanka), and keep "
		     "the name in the folder ‘private’ or "
		     "‘soukromé’, under the id of the record"),
};
static const struct finding_kind user_named = {
	.code = "user-named",
	.severity = KPSS_WARNING,
	.secret = true,
	.message = N_("the person ‘{0}’ takes part as a user of services and is named"),
	.remedy = N_("leave out the name and give a label (označení); or, once the person has "
		     "agreed, the day of the consent (souhlas) "
		     "with publish: full or initials (zveřejnit: jméno, iniciály)"),
	.related = N_("takes part as a user"),
	.meaning = N_("users of services are named only if they have agreed"),
	.explanation = N_("That somebody uses a social service may tell of their health or "
			  "hardship. Users are therefore known by "
			  "their role, as in ‘uživatelka pečovatelské služby’; a name needs "
			  "publish: full, or initials with "
			  "the day on which the person agreed."),
	.basis = N_("GDPR, article 9: data that tell of somebody's health"),
	.wrong = "osoby:\n"
		 "  - id: uzivatelka-1\n"
		 "    jméno: Jana Nováková\n"
		 "skupiny:\n"
		 "  - id: seniori\n"
		 "    název: Senioři\n"
		 "    vedoucí:\n"
		 "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
		 "    členové:\n"
		 "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
		 "      - {osoba: uzivatelka-1, strana: uživatel, od: 2024-01-01}\n",
	.right = "osoby:\n"
		 "  - id: uzivatelka-1\n"
		 "    zveřejnit: role\n"
		 "    označení: uživatelka pečovatelské služby\n"
		 "skupiny:\n"
		 "  - id: seniori\n"
		 "    název: Senioři\n"
		 "    vedoucí:\n"
		 "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
		 "    členové:\n"
		 "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
		 "      - {osoba: uzivatelka-1, strana: uživatel, od: 2024-01-01}\n",
};

bool person_is_public(const struct entity *person)
{
	return value_word(field(person->mapping, WORD_publish)) == WORD_full;
}

const struct node *person_contact(const struct entity *person)
{
	static const uint32_t words[] = {WORD_phone, WORD_email, WORD_address};
	const struct node *contact = field(person->mapping, WORD_contact);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const struct node *value = field(contact, words[i]);
		if (value_text(value).len > 0)
			return value;
	}
	return value_none();
}

const struct node *user_private_name(const struct entity *person)
{
	bool initials = value_word(field(person->mapping, WORD_publish)) == WORD_initials;
	bool agreed = initials && !is_absent(field(person->mapping, WORD_consent));
	return person_is_public(person) || agreed ? value_none()
						  : field(person->mapping, WORD_name);
}

bool submitter_is_in_office(const struct node *submitter)
{
	return !is_absent(field(submitter, WORD_organization)) ||
	       !is_absent(field(submitter, WORD_body));
}

void submitters_walk(const struct plan *plan, submitter_taker *take, const void *user)
{
	static const uint16_t kinds[] = {KIND_submission, KIND_suggestion};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kinds[k], &count);
		for (uint32_t i = 0; i < count; i++) {
			const struct node *list = field(records[i]->mapping, WORD_submitters);
			for (const struct node *item = value_first_item(list); item;
				item = node_next_item(list, item))
				take(user, records[i], item);
		}
	}
}

void users_walk(const struct plan *plan, membership_taker *take, const void *user)
{
	static const uint16_t kinds[] = {KIND_group, KIND_body};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count;
		const struct entity *const *groups = plan_kind(plan, kinds[k], &count);
		for (uint32_t i = 0; i < count; i++) {
			const struct node *list = field(groups[i]->mapping, WORD_members);
			for (const struct node *item = value_first_item(list); item;
				item = node_next_item(list, item))
				if (value_word(field(item, WORD_side)) == WORD_user)
					take(user, groups[i], item);
		}
	}
}

static void contacts_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *people = plan_kind(context->plan, KIND_person, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *contact = person_contact(people[i]);
		if (is_absent(contact) || person_is_public(people[i]))
			continue;
		findings_add(context->findings, &(struct finding){
							.kind = &private_contact,
							.where = entity_span(people[i], contact),
							.arguments = {argument_text(people[i]->id)},
							.subject = people[i]->id,
						});
	}
}

static void birth_numbers_check(const struct rule_context *context)
{
	uint32_t count;
	const struct document *documents = plan_documents(context->plan, &count);
	for (uint32_t i = 0; i < count; i++) {
		struct source *source = documents[i].source;
		struct kpss_str found;
		for (size_t at = 0;
			birth_number_next(source->bytes, &at, context->findings->arena, &found);) {
			uint32_t begin = (uint32_t)(found.ptr - source->bytes.ptr);
			findings_add(context->findings,
				&(struct finding){
					.kind = &birth_number,
					.where = {.source = source,
						.begin = begin,
						.end = begin + (uint32_t)found.len},
				});
		}
	}
}

static void submitter_check(
	const void *user, const struct entity *record, const struct node *submitter)
{
	const struct rule_context *context = user;
	const struct node *who = field(submitter, WORD_person),
			  *label = field(submitter, WORD_label);
	const struct entity *person = plan_target(context->plan, who);
	const struct node *name = person ? field(person->mapping, WORD_name) : value_none();
	if (submitter_is_in_office(submitter))
		return;
	if (!is_absent(name) && !person_is_public(person))
		findings_add(context->findings,
			&(struct finding){
				.kind = &commenter_name,
				.where = entity_span(record, who),
				.related = entity_span(person, entity_name(person)),
				.arguments = {argument_text(person->id)},
				.subject = record->id,
			});
	else if (is_absent(who) &&
		 text_is_personal_name(value_text(label), context->findings->arena))
		findings_add(context->findings, &(struct finding){
							.kind = &commenter_label,
							.where = entity_span(record, label),
							.arguments = {argument_text(record->id)},
							.subject = record->id,
						});
}

static void commenters_check(const struct rule_context *context)
{
	submitters_walk(context->plan, submitter_check, context);
}

static void user_check(const void *user, const struct entity *group, const struct node *member)
{
	const struct rule_context *context = user;
	const struct node *who = field(member, WORD_person);
	const struct entity *person = plan_target(context->plan, who);
	if (!person || is_absent(user_private_name(person)))
		return;
	findings_add(
		context->findings, &(struct finding){
					   .kind = &user_named,
					   .where = entity_span(person, user_private_name(person)),
					   .related = entity_span(group, who),
					   .arguments = {argument_text(person->id)},
					   .subject = person->id,
				   });
}

static void users_check(const struct rule_context *context)
{
	users_walk(context->plan, user_check, context);
}

const struct rule rule_privacy[] = {
	{contacts_check, {&private_contact}},
	{birth_numbers_check, {&birth_number}},
	{commenters_check, {&commenter_name, &commenter_label}},
	{users_check, {&user_named}},
	{0},
};
