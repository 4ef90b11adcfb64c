/* Rounds of comments: there is one, long enough, open to all whom the town asks, and answered in public. */
#include "base/day.h"
#include "base/language.h"
#include "rule/round.h"
#include "town/setting.h"

static const struct finding_kind missing = {
	.code = "consultation-missing",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ was approved without a round of comments"),
	.label = N_("approved on {1}"),
	.remedy = N_("record the round (připomínkové_řízení) that ended before the approval, or "
		     "correct the profile"),
	.related = N_("the profile asks for a round of comments"),
	.meaning = N_("documents that the town lets be commented on had a round of comments before "
		      "their approval"),
	.explanation = N_(
		"The profile lists the sorts of documents. A round counts when it is about the "
		"document, or about the whole "
		"that it is a part of, and closed on the day of the final approval at the latest."),
	.setting = "consultation.documents",
	.basis = N_("Pardubice, Sušice: documents are commented on by the bodies of the town and "
		    "by the public"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dokumenty: [plán]\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dokumenty: [plán]\n"
		 "# schvaleni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, předmět: [plan-mesta], od: "
		 "2024-10-01, do: 2024-10-31}\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
};
static const struct finding_kind audience_missing = {
	.code = "audience-missing",
	.severity = KPSS_WARNING,
	.message = N_("‘{0}’ was not put before everybody whom the town asks"),
	.label = N_("nobody of these was asked: {1}"),
	.remedy = N_("add them to those who comment (připomínkují) in this round or another one "
		     "about the same document"),
	.related = N_("the profile says who comments"),
	.meaning = N_("rounds of comments are held with everybody whom the town asks"),
	.explanation = N_("Several rounds about one document count together."),
	.setting = "consultation.audiences",
	.basis = N_("Pardubice: comments by the bodies of the town and by the public"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  připomínkují: [orgány, veřejnost]\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    předmět: [plan-mesta]\n"
		 "    připomínkují: [orgány]\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  připomínkují: [orgány, veřejnost]\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    předmět: [plan-mesta]\n"
		 "    připomínkují: [orgány, veřejnost]\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n",
};
static const struct finding_kind too_short = {
	.code = "round-too-short",
	.severity = KPSS_WARNING,
	.message = N_("the round ‘{0}’ was open for {1} days, the town asks for {2}"),
	.label = N_("closes on this day"),
	.remedy = N_("lengthen the round, or correct the days"),
	.related = N_("the profile sets the length"),
	.meaning = N_("rounds of comments are open as long as the town has set"),
	.explanation = N_("The first and the last day count. People need time to read a plan and "
			  "to meet over it."),
	.setting = "consultation.minimum_days",
	.basis = N_("guidance of CpKP: two weeks before the hearing and two weeks after it; towns "
		    "give 9 to 51 days"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  nejméně_dní: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-09}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  nejméně_dní: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-14}\n",
};
static const struct finding_kind not_published = {
	.code = "settlement-not-published",
	.severity = KPSS_WARNING,
	.message = N_("the settlement of the round ‘{0}’ is not published"),
	.label = N_("closed, and its document approved or the time for settling over"),
	.remedy = N_("add the day (vypořádání_zveřejněno), the document (dokument_vypořádání) or a "
		     "publication (zveřejnění) of the round"),
	.related = N_("the profile asks for publication"),
	.meaning = N_("the settlement of comments is published"),
	.explanation = N_(
		"Whoever commented and everybody else can read what was done with every comment."),
	.setting = "consultation.settlement_public",
	.basis = N_("guidance of CpKP: the settlement is published; charter of Sušice: everything "
		    "is public"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  vypořádání_se_zveřejňuje: true\n"
		 "  vypořádání_do_dní: 30\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-31}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  vypořádání_se_zveřejňuje: true\n"
		 "  vypořádání_do_dní: 30\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-31, "
		 "vypořádání_zveřejněno: 2024-11-20}\n",
};

static void round_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *round, const struct node *where, const struct node *set, int64_t is,
	int64_t asked)
{
	findings_add(
		context->findings, &(struct finding){
					   .kind = kind,
					   .where = entity_span(round, where),
					   .related = setting_span(context->plan, set),
					   .arguments = {argument_text(round->id),
						   argument_number(is), argument_number(asked)},
					   .subject = round->id,
				   });
}

static void length_check(const struct rule_context *context, const struct entity *round)
{
	const struct node *set = setting(context->plan, WORD_consultation, WORD_minimum_days);
	struct period days = mapping_period(round->mapping);
	int64_t least, open = (int64_t)days.to.days - days.from.days + 1;
	if (!value_integer(set, &least) || day_is_open(days.from) || day_is_open(days.to) ||
		open >= least)
		return;
	round_report(context, &too_short, round, field(round->mapping, WORD_to), set, open, least);
}

static bool is_published(const struct rule_context *context, const struct entity *round)
{
	uint32_t count;
	const struct entity *const *publications =
		plan_kind(context->plan, KIND_publication, &count);
	const struct entity *paper =
		plan_target(context->plan, field(round->mapping, WORD_settlement_document));
	if (!is_absent(field(round->mapping, WORD_settlement_published)))
		return true;
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *of =
			plan_target(context->plan, field(publications[i]->mapping, WORD_subject));
		struct kpss_date from = mapping_period(publications[i]->mapping).from;
		/* The call for comments was published too, before the round closed. */
		if (of && (of == paper ||
				  (of == round &&
					  from.days > mapping_period(round->mapping).to.days)))
			return true;
	}
	return paper != NULL && value_is_true(field(paper->mapping, WORD_public));
}

static void publication_check(const struct rule_context *context, const struct entity *round)
{
	const struct node *set = setting(context->plan, WORD_consultation, WORD_settlement_public);
	if (value_is_true(set) && round_is_due(context, round) && !is_published(context, round))
		round_report(context, &not_published, round, entity_name(round), set, 0, 0);
}

/* Is the audience asked in this round, or in another one that is about one of the same things? */
static bool is_asked(
	const struct rule_context *context, const struct entity *round, uint32_t audience)
{
	uint32_t count;
	const struct entity *const *rounds = plan_kind(context->plan, KIND_consultation, &count);
	const struct node *subjects = field(round->mapping, WORD_subjects);
	if (value_has_word(field(round->mapping, WORD_audiences), audience))
		return true;
	for (const struct node *item = value_first_item(subjects); item;
		item = node_next_item(subjects, item)) {
		const struct entity *subject = plan_target(context->plan, item);
		for (uint32_t i = 0; i < count && subject; i++)
			if (value_has_word(field(rounds[i]->mapping, WORD_audiences), audience) &&
				round_is_about(context->plan, rounds[i], subject))
				return true;
	}
	return false;
}

static void audiences_check(const struct rule_context *context, const struct entity *round)
{
	const struct node *set = setting(context->plan, WORD_consultation, WORD_audiences);
	for (const struct node *item = value_first_item(set); item;
		item = node_next_item(set, item)) {
		if (value_word(item) == UINT32_MAX || is_asked(context, round, value_word(item)))
			continue;
		findings_add(
			context->findings, &(struct finding){
						   .kind = &audience_missing,
						   .where = entity_span(round, entity_name(round)),
						   .related = setting_span(context->plan, item),
						   .arguments = {argument_text(round->id),
							   argument_text(value_text(item))},
						   .subject = round->id,
					   });
	}
}

static void rounds_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *rounds = plan_kind(context->plan, KIND_consultation, &count);
	for (uint32_t i = 0; i < count; i++) {
		if (!period_is_sound(rounds[i]->mapping))
			continue;
		length_check(context, rounds[i]);
		publication_check(context, rounds[i]);
		audiences_check(context, rounds[i]);
	}
}

static bool was_consulted(
	const struct rule_context *context, const struct entity *subject, struct kpss_date day)
{
	uint32_t count;
	const struct entity *const *rounds = plan_kind(context->plan, KIND_consultation, &count);
	for (uint32_t i = 0; i < count; i++)
		if (mapping_period(rounds[i]->mapping).to.days <= day.days &&
			round_is_about(context->plan, rounds[i], subject))
			return true;
	return false;
}

static void approved_check(const struct rule_context *context)
{
	const struct node *set = setting(context->plan, WORD_consultation, WORD_documents);
	const struct entity *seen = NULL;
	for (size_t i = 0; i < context->approvals.count && !is_absent(set); i++) {
		const struct entity *subject = context->approvals.items[i].subject;
		if (subject == seen || !value_has_word(set, document_type_of(subject)))
			continue;
		seen = subject;
		const struct act *act = approval_final(context->plan, context->approvals, subject);
		if (!act || day_is_open(act->day) || was_consulted(context, subject, act->day))
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &missing,
				.where = entity_span(
					act->approval, field(act->approval->mapping, WORD_subject)),
				.related = setting_span(context->plan, set),
				.arguments = {argument_text(subject->id), argument_date(act->day)},
				.subject = act->approval->id,
			});
	}
}

const struct rule rule_consultation[] = {
	{rounds_check, {&too_short, &not_published, &audience_missing}},
	{approved_check, {&missing}},
	{0},
};
