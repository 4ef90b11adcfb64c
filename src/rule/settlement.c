/* Settlements: every comment has one, with a result and a reason, by the group of its theme, in time, and what was accepted
 * was done. */
#include "base/day.h"
#include "base/language.h"
#include "rule/round.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind unsettled = {
	.code = "comment-unsettled",
	.severity = KPSS_ERROR,
	.message = N_("the comment ‘{0}’ is not settled"),
	.label = N_("a result with a reason is missing"),
	.remedy = N_("add the settlement (vypořádání) with result (výsledek), reason (důvod) and "
		     "who settled it"),
	.related = N_("the round that it came in"),
	.meaning = N_("every comment of a closed round is settled before the document is approved"),
	.explanation = N_("Whoever commented has a right to an answer. It is asked for once the "
			  "round has closed and the document is "
			  "approved, its cycle has come to approval, or the days that the town "
			  "allows for settling are over."),
	.basis = N_("Sušice, Pardubice: working groups settle the comments; guidance of CpKP: "
		    "every comment is settled with a reason"),
	.wrong = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, předmět: [plan-mesta], od: "
		 "2024-10-01, do: 2024-10-31}\n"
		 "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínkové_řízení: rizeni\n"
		 "    doručeno: 2024-10-15\n"
		 "    připomínky: [{id: pripominka-1, znění: Chybí noclehárna.}]\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
	.right = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, předmět: [plan-mesta], od: "
		 "2024-10-01, do: 2024-10-31}\n"
		 "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínkové_řízení: rizeni\n"
		 "    doručeno: 2024-10-15\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        znění: Chybí noclehárna.\n"
		 "        vypořádání:\n"
		 "          výsledek: nevyhověno\n"
		 "          důvod: Noclehárna je v sousedním městě.\n"
		 "          datum: 2024-11-12\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
};
static const struct finding_kind incomplete = {
	.code = "settlement-incomplete",
	.severity = KPSS_ERROR,
	.message = N_("the settlement of ‘{0}’ has a result but no reason"),
	.label = N_("the reason is missing"),
	.remedy = N_("add the field ‘reason’ (důvod)"),
	.meaning = N_("a settlement says both the result and the reason"),
	.explanation = N_("A result without a reason does not answer the one who commented, and a "
			  "reason without a result leaves open "
			  "what was decided."),
	.basis = N_("Sušice, Pardubice: working groups settle the comments; guidance of CpKP: "
		    "every comment is settled with a reason"),
	.wrong = "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        znění: Chybí noclehárna.\n"
		 "        vypořádání: {výsledek: nevyhověno}\n",
	.right = "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        znění: Chybí noclehárna.\n"
		 "        vypořádání: {výsledek: nevyhověno, důvod: Je v sousedním městě.}\n",
};
static const struct finding_kind without_result = {
	.code = "settlement-incomplete",
	.severity = KPSS_ERROR,
	.message = N_("the settlement of ‘{0}’ has a reason but no result"),
	.label = N_("the result is missing"),
	.remedy = N_("add the field ‘result’ (výsledek): vyhověno, částečně_vyhověno, nevyhověno "
		     "or vysvětleno"),
};
static const struct finding_kind before_receipt = {
	.code = "settlement-dates",
	.severity = KPSS_ERROR,
	.message = N_("the comment ‘{0}’ is settled before it was received"),
	.label = N_("settled on this day"),
	.remedy = N_("correct one of the two days"),
	.related = N_("received on this day"),
	.meaning = N_("a comment is received, then settled, then the document is approved"),
	.explanation = N_("A settlement after the approval cannot have changed what was approved."),
	.basis = N_("Sušice, Pardubice: settlement in groups before approval"),
	.wrong = "podání:\n"
		 "  - id: podani-1\n"
		 "    doručeno: 2024-10-15\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        vypořádání: {výsledek: vysvětleno, důvod: Je v příloze., datum: "
		 "2024-10-01}\n",
	.right = "podání:\n"
		 "  - id: podani-1\n"
		 "    doručeno: 2024-10-15\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        vypořádání: {výsledek: vysvětleno, důvod: Je v příloze., datum: "
		 "2024-11-01}\n",
};
static const struct finding_kind after_approval = {
	.code = "settlement-dates",
	.severity = KPSS_ERROR,
	.message = N_("the comment ‘{0}’ is settled after the document was approved"),
	.label = N_("settled on this day"),
	.remedy = N_("correct one of the two days"),
	.related = N_("approved by this act"),
};
static const struct finding_kind settled_by_other = {
	.code = "settled-by-other",
	.severity = KPSS_WARNING,
	.message = N_("the comment ‘{0}’ is not settled by whom the town has set"),
	.label = N_("settled by this body"),
	.remedy = N_("correct who settles it (vypořádává), or the profile"),
	.related = N_("the profile says who settles comments"),
	.meaning = N_("comments are settled by whom the town has set"),
	.explanation = N_("Where working groups settle, it is the group of the comment, or one "
			  "that answers for the items that the "
			  "comment is about."),
	.setting = "consultation.settled_by consultation.formal_settled_by",
	.basis = N_("Sušice, Pardubice: working groups settle the comments"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  vypořádává: [řídicí_skupina]\n"
		 "# podani.yaml\n"
		 "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        vypořádání: {výsledek: vysvětleno, důvod: Je v příloze., vypořádává: "
		 "rada}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  vypořádává: [řídicí_skupina]\n"
		 "# podani.yaml\n"
		 "skupiny:\n"
		 "  - id: rizeni-planu\n"
		 "    název: Řídicí skupina\n"
		 "    druh: řídicí\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l, strana: zadavatel, orgán: rada}]\n"
		 "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        vypořádání: {výsledek: vysvětleno, důvod: Je v příloze., vypořádává: "
		 "rizeni-planu}\n",
};
static const struct finding_kind not_applied = {
	.code = "accepted-not-applied",
	.severity = KPSS_WARNING,
	.message = N_("the comment ‘{0}’ was accepted, but nothing says what changed"),
	.label = N_("accepted"),
	.remedy = N_("say what changed (změna), name the changed items (položky) or the version "
		     "(verze) that has the change"),
	.related = N_("the round that it came in"),
	.meaning = N_("what was accepted from comments is in the document"),
	.explanation = N_("An accepted comment that nobody has worked in is the commonest mistake "
			  "of a consultation. Asked for once the "
			  "document is approved, its cycle has come to approval, or the days for "
			  "settling are over. A version that is "
			  "the very one that was commented on has no change."),
	.basis = N_("guidance of CpKP: settlement becomes part of the plan"),
	.wrong = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, předmět: [plan-mesta], od: "
		 "2024-10-01, do: 2024-10-31}\n"
		 "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínkové_řízení: rizeni\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        vypořádání: {výsledek: vyhověno, důvod: Je potřeba., datum: 2024-11-12}\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
	.right = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, předmět: [plan-mesta], od: "
		 "2024-10-01, do: 2024-10-31}\n"
		 "podání:\n"
		 "  - id: podani-1\n"
		 "    připomínkové_řízení: rizeni\n"
		 "    připomínky:\n"
		 "      - id: pripominka-1\n"
		 "        vypořádání:\n"
		 "          výsledek: vyhověno\n"
		 "          důvod: Je potřeba.\n"
		 "          datum: 2024-11-12\n"
		 "          změna: Opatření doplněno o víkendy.\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
};

/* A comment and what is written about its settlement. */
struct case_of {
	const struct rule_context *context;
	const struct entity *comment;
	const struct entity *round; /* NULL: none */
	const struct node *settlement;
	uint32_t result; /* WORD_…; UINT32_MAX: none */
};

static void case_report(const struct case_of *one, const struct finding_kind *kind,
	const struct node *where, struct kpss_span related)
{
	findings_add(one->context->findings, &(struct finding){
						     .kind = kind,
						     .where = entity_span(one->comment, where),
						     .related = related,
						     .arguments = {argument_text(one->comment->id)},
						     .subject = one->comment->id,
					     });
}

static struct kpss_span record_span(const struct entity *record)
{
	return record ? entity_span(record, entity_name(record)) : (struct kpss_span){0};
}

static void completeness_check(const struct case_of *one)
{
	bool reasoned = value_text(field(one->settlement, WORD_reason)).len > 0;
	bool has_result = !is_absent(field(one->settlement, WORD_result));
	/* That a misprint was corrected needs no reason. */
	bool plain = one->result == WORD_accepted &&
		     value_word(field(one->comment->mapping, WORD_type)) == WORD_formal;
	if (has_result && !reasoned && !plain)
		case_report(one, &incomplete, field(one->settlement, WORD_result),
			(struct kpss_span){0});
	else if (!has_result && reasoned)
		case_report(one, &without_result, field(one->settlement, WORD_reason),
			(struct kpss_span){0});
	else if (!has_result && one->round && round_is_due(one->context, one->round))
		case_report(one, &unsettled, entity_name(one->comment), record_span(one->round));
}

static void dates_check(const struct case_of *one)
{
	const struct node *date = field(one->settlement, WORD_date);
	struct kpss_date settled = value_date(date, KPSS_DATE_EARLIEST);
	const struct entity *submission = comment_submission(one->context->plan, one->comment);
	const struct node *receipt =
		submission ? field(submission->mapping, WORD_received) : value_none();
	if (day_is_open(settled))
		return;
	if (settled.days < value_date(receipt, settled).days) {
		case_report(one, &before_receipt, date, entity_span(submission, receipt));
		return;
	}
	const struct act *act = one->round ? round_approval(one->context, one->round) : NULL;
	if (act && !day_is_open(act->day) && act->day.days < settled.days)
		case_report(one, &after_approval, date, record_span(act->approval));
}

/* Does the working group have to do with the comment? Where nothing says which one has, any will do. */
static bool is_of_its_theme(const struct case_of *one, const struct entity *group)
{
	const struct plan *plan = one->context->plan;
	const struct entity *named = plan_target(plan, field(one->comment->mapping, WORD_group));
	const struct node *items = field(one->comment->mapping, WORD_nodes);
	struct kpss_date day = value_date(field(one->settlement, WORD_date), one->context->as_of);
	bool known = named != NULL;
	if (named == group)
		return true;
	for (const struct node *item = value_first_item(items); item;
		item = node_next_item(items, item)) {
		const struct entity *node = plan_target(plan, item);
		if (!node || is_absent(item_groups(node, NULL)))
			continue;
		if (item_belongs_to(plan, node, group, day))
			return true;
		known = true;
	}
	return !known;
}

static bool is_settler(const struct case_of *one, uint32_t settler, const struct entity *by)
{
	const struct plan *plan = one->context->plan;
	switch (settler) {
	case WORD_working_group:
		return group_is_working(by) && is_of_its_theme(one, by);
	case WORD_steering_group:
		return by == steering_group(plan);
	case WORD_guarantor:
		return by == plan_target(plan, setting(plan, WORD_guarantor, 0));
	case WORD_team:
		return by->kind == KIND_group &&
		       value_word(field(by->mapping, WORD_type)) == WORD_team;
	default:
		return false;
	}
}

static void settler_check(const struct case_of *one)
{
	const struct plan *plan = one->context->plan;
	const struct node *by = field(one->settlement, WORD_settled_by);
	const struct entity *body = plan_target(plan, by);
	const struct node *formal = setting(plan, WORD_consultation, WORD_formal_settled_by);
	bool is_formal = value_word(field(one->comment->mapping, WORD_type)) == WORD_formal &&
			 !is_absent(formal);
	const struct node *set =
		is_formal ? formal : setting(plan, WORD_consultation, WORD_settled_by);
	if (!body || is_absent(set))
		return;
	for (const struct node *item = value_first_item(set); item;
		item = node_next_item(set, item))
		if (is_settler(one, value_word(item), body))
			return;
	case_report(one, &settled_by_other, by, setting_span(plan, set));
}

static void application_check(const struct case_of *one)
{
	const struct node *settlement = one->settlement;
	const struct plan *plan = one->context->plan;
	bool accepted = one->result == WORD_accepted || one->result == WORD_partly_accepted;
	if (!accepted || !one->round || !round_is_due(one->context, one->round))
		return;
	const struct entity *version = plan_target(plan, field(settlement, WORD_version));
	bool newer =
		version && version != plan_target(plan, field(one->round->mapping, WORD_version));
	bool said = value_text(field(settlement, WORD_change)).len > 0 ||
		    value_first_item(field(settlement, WORD_nodes)) != NULL;
	if (!newer && !said)
		case_report(
			one, &not_applied, field(settlement, WORD_result), record_span(one->round));
}

static void settlements_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *comments = plan_kind(context->plan, KIND_comment, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *settlement = field(comments[i]->mapping, WORD_settlement);
		struct case_of one = {
			.context = context,
			.comment = comments[i],
			.round = round_of(context->plan, comments[i]),
			.settlement = settlement,
			.result = value_word(field(settlement, WORD_result)),
		};
		completeness_check(&one);
		dates_check(&one);
		settler_check(&one);
		application_check(&one);
	}
}

const struct rule rule_settlement[] = {
	{settlements_check, {&unsettled, &incomplete, &without_result, &before_receipt,
				    &after_approval, &settled_by_other, &not_applied}},
	{0},
};
