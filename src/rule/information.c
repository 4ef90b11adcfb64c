/* What the public and the members are told: outputs that exist and are renewed, suggestions that get an answer. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind missing = {
	.code = "information-missing",
	.severity = KPSS_WARNING,
	.message = N_("the town has no information output of this sort: {0}"),
	.label = N_("asked for here"),
	.remedy = N_("add it (informační_výstupy), or delete it from the profile"),
	.meaning = N_("the information outputs that the town has set exist"),
	.explanation = N_("A directory, a catalogue, a web page, an event: people must learn of "
			  "services and of planning. The as-of day "
			  "is looked at, or the last day on which a plan of the town held."),
	.setting = "information",
	.basis = N_("Frýdek-Místek: directory, maps, film, day of health and social services; "
		    "Sušice: catalogue and web"),
	.wrong = "# pravidla.yaml\n"
		 "informování:\n"
		 "  - {druh: adresář, obnova_po_měsících: 24}\n",
	.right = "# pravidla.yaml\n"
		 "informování:\n"
		 "  - {druh: adresář, obnova_po_měsících: 24}\n"
		 "# vystupy.yaml\n"
		 "informační_výstupy:\n"
		 "  - id: adresar\n"
		 "    název: Adresář poskytovatelů\n"
		 "    druh: adresář\n"
		 "    vydání: [{datum: 2025-05-01}]\n",
};
static const struct finding_kind not_renewed = {
	.code = "information-not-renewed",
	.severity = KPSS_WARNING,
	.message = N_("‘{0}’ was not renewed since {1}"),
	.label = N_("the town asks for it once in {2} months"),
	.remedy = N_("renew it and add the edition (vydání) with its day"),
	.related = N_("the profile sets the months"),
	.meaning = N_("information outputs are renewed as often as the town has set"),
	.explanation = N_("An old directory sends people to doors that are closed. The last "
			  "edition counts; where none has a day, the first "
			  "day of the output."),
	.setting = "information",
	.basis = N_("Frýdek-Místek: the directory is published regularly"),
	.wrong = "# pravidla.yaml\n"
		 "informování:\n"
		 "  - {druh: adresář, obnova_po_měsících: 24}\n"
		 "# vystupy.yaml\n"
		 "informační_výstupy:\n"
		 "  - id: adresar\n"
		 "    název: Adresář poskytovatelů\n"
		 "    druh: adresář\n"
		 "    vydání: [{datum: 2023-05-01}]\n",
	.right = "# pravidla.yaml\n"
		 "informování:\n"
		 "  - {druh: adresář, obnova_po_měsících: 24}\n"
		 "# vystupy.yaml\n"
		 "informační_výstupy:\n"
		 "  - id: adresar\n"
		 "    název: Adresář poskytovatelů\n"
		 "    druh: adresář\n"
		 "    vydání: [{datum: 2025-05-01}]\n",
};
static const struct finding_kind untreated = {
	.code = "suggestion-untreated",
	.severity = KPSS_NOTE,
	.message = N_("the suggestion ‘{0}’ has no answer"),
	.label = N_("received on {1}, the town answers within {2} days"),
	.remedy = N_("add the settlement (vypořádání) with its result and day"),
	.related = N_("the profile sets the days"),
	.meaning = N_("suggestions are treated within the days that the town has set"),
	.explanation = N_("Members bring suggestions from the people whom they represent. Whoever "
			  "brings one wants to know what became "
			  "of it."),
	.setting = "groups.suggestions_within_days",
	.basis = N_("Frýdek-Místek: suggestions are a part of cooperation; Sušice: members collect "
		    "suggestions"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny:\n"
		 "  podněty_do_dní: 60\n"
		 "# podnety.yaml\n"
		 "podněty:\n"
		 "  - {id: podnet-1, znění: Chybí lavičky u domova., doručeno: 2025-10-01}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny:\n"
		 "  podněty_do_dní: 60\n"
		 "# podnety.yaml\n"
		 "podněty:\n"
		 "  - id: podnet-1\n"
		 "    znění: Chybí lavičky u domova.\n"
		 "    doručeno: 2025-10-01\n"
		 "    vypořádání: {výsledek: vyhověno, důvod: Lavičky jsou objednané., datum: "
		 "2025-11-04}\n",
};

/* The day on which the town's work is looked at: the as-of day, or when no plan holds then any more, the last one on which one
 * did. */
static struct kpss_date working_day(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	struct kpss_date last = KPSS_DATE_EARLIEST;
	for (uint32_t i = 0; i < count; i++) {
		struct period days = plan_period(plans[i]);
		if (days.from.days <= context->as_of.days)
			last = day_later(last, days.to);
	}
	return day_is_open(last) ? context->as_of : day_earlier(last, context->as_of);
}

static struct kpss_date last_edition(const struct entity *output, struct kpss_date until)
{
	const struct node *editions = field(output->mapping, WORD_editions);
	struct kpss_date last = mapping_period(output->mapping).from;
	for (const struct node *item = value_first_item(editions); item;
		item = node_next_item(editions, item)) {
		struct kpss_date day = value_date(field(item, WORD_date), KPSS_DATE_EARLIEST);
		if (day.days <= until.days)
			last = day_later(last, day);
	}
	return last;
}

static void renewal_check(const struct rule_context *context, const struct entity *output,
	const struct node *asked, struct kpss_date day)
{
	const struct node *own = field(output->mapping, WORD_renewal_months),
			  *set = field(asked, WORD_renewal_months);
	struct kpss_date last = last_edition(output, day);
	int64_t months;
	if (!value_integer(is_absent(own) ? set : own, &months) || day_is_open(last) ||
		day.days <= day_plus_months(last, months).days)
		return;
	findings_add(
		context->findings, &(struct finding){
					   .kind = &not_renewed,
					   .where = entity_span(output, entity_name(output)),
					   .related = setting_span(context->plan, asked),
					   .arguments = {argument_text(output->id),
						   argument_date(last), argument_number(months)},
					   .subject = output->id,
				   });
}

/* Several outputs may be of one sort; the newest of them is held against the town's months. */
static void output_check(
	const struct rule_context *context, const struct node *asked, struct kpss_date day)
{
	uint32_t count;
	const struct entity *const *outputs =
		plan_kind(context->plan, KIND_information_output, &count);
	const struct entity *newest = NULL;
	for (uint32_t i = 0; i < count; i++) {
		bool same = value_word(field(outputs[i]->mapping, WORD_type)) ==
			    value_word(field(asked, WORD_type));
		if (!same || !record_exists_on(outputs[i], day))
			continue;
		if (!newest || last_edition(newest, day).days < last_edition(outputs[i], day).days)
			newest = outputs[i];
	}
	if (newest) {
		renewal_check(context, newest, asked, day);
		return;
	}
	const struct node *type = field(asked, WORD_type);
	findings_add(context->findings, &(struct finding){
						.kind = &missing,
						.where = setting_span(context->plan, type),
						.arguments = {argument_text(value_text(type))},
					});
}

static void outputs_check(const struct rule_context *context)
{
	const struct node *asked = setting(context->plan, WORD_information, 0);
	struct kpss_date day = working_day(context);
	for (const struct node *item = value_first_item(asked); item;
		item = node_next_item(asked, item))
		if (value_word(field(item, WORD_type)) != UINT32_MAX)
			output_check(context, item, day);
}

static void suggestions_check(const struct rule_context *context)
{
	const struct node *set = setting(context->plan, WORD_groups, WORD_suggestions_within_days);
	uint32_t count;
	const struct entity *const *suggestions = plan_kind(context->plan, KIND_suggestion, &count);
	int64_t days;
	if (!value_integer(set, &days))
		return;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *received = field(suggestions[i]->mapping, WORD_received);
		struct kpss_date day = value_date(received, KPSS_DATE_LATEST);
		bool answered = !is_absent(
			field(field(suggestions[i]->mapping, WORD_settlement), WORD_result));
		if (answered || day_is_open(day) ||
			context->as_of.days <= day_plus_days(day, days).days)
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &untreated,
				.where = entity_span(suggestions[i], received),
				.related = setting_span(context->plan, set),
				.arguments = {argument_text(suggestions[i]->id), argument_date(day),
					argument_number(days)},
				.subject = suggestions[i]->id,
			});
	}
}

const struct rule rule_information[] = {
	{outputs_check, {&missing, &not_renewed}},
	{suggestions_check, {&untreated}},
	{0},
};
