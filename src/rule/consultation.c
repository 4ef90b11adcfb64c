/* Rounds of comments: long enough, open to all whom the town asks, with a hearing, ended on time and answered in public. */
#include "base/day.h"
#include "base/language.h"
#include "rule/round.h"
#include "rule/setting.h"

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
static const struct finding_kind after_close = {
	.code = "comment-after-close",
	.severity = KPSS_WARNING,
	.message = N_("the submission ‘{0}’ came after the round had closed"),
	.label = N_("the round closed on {1}"),
	.remedy = N_("mark it as late (opožděné: true), or correct the day"),
	.related = N_("the last day of the round"),
	.meaning = N_("what came after the round had closed is marked as late"),
	.explanation = N_("Where the round says an hour (do_hodin), it counts too. Whether the day "
			  "of sending or that of receipt "
			  "decides, the round or the profile says; otherwise it is the day of "
			  "receipt. Late comments may be settled, "
			  "but people see that they were late."),
	.basis = N_("Prachatice: until 10:00; Praha 10: the day of sending decides"),
	.wrong = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-31, "
		 "do_hodin: \"12:00\"}\n"
		 "podání:\n"
		 "  - {id: podani-1, připomínkové_řízení: rizeni, doručeno: 2024-10-31, "
		 "čas_doručení: \"12:01\"}\n",
	.right = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-31, "
		 "do_hodin: \"12:00\"}\n"
		 "podání:\n"
		 "  - {id: podani-1, připomínkové_řízení: rizeni, doručeno: 2024-10-31, "
		 "čas_doručení: \"12:00\"}\n",
};
static const struct finding_kind hearing_missing = {
	.code = "hearing-missing",
	.severity = KPSS_WARNING,
	.message = N_("the round ‘{0}’ had {1} public hearings, the town asks for {2}"),
	.label = N_("closed without it"),
	.remedy = N_("add the hearing to the meetings (druh: veřejné projednání) and to the round "
		     "(projednání)"),
	.related = N_("the profile asks for a hearing"),
	.meaning = N_("a round of comments has the public hearings that the town has set"),
	.explanation = N_("A hearing is held on the draft, before it is finished. It is asked for "
			  "once the round has closed."),
	.setting = "consultation.hearing_required consultation.minimum_hearings",
	.basis = N_("guidance of CpKP: at least one public hearing; Sušice"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  projednání_povinné: true\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-31}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  projednání_povinné: true\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-16}\n",
};
static const struct finding_kind hearing_early = {
	.code = "hearing-too-early",
	.severity = KPSS_WARNING,
	.message = N_("the hearing ‘{0}’ is held {1} days after the draft was published, the town "
		      "asks for {2}"),
	.label = N_("held on this day"),
	.remedy = N_("hold it later, or begin the round earlier"),
	.related = N_("the round begins on this day"),
	.meaning = N_("the draft is published long enough before its hearing"),
	.explanation =
		N_("People who come to a hearing must have had time to read what it is about."),
	.setting = "consultation.days_before_hearing",
	.basis = N_("guidance of CpKP: the draft is available two weeks before"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_před_projednáním: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-08}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_před_projednáním: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-15}\n",
};
static const struct finding_kind hearing_late = {
	.code = "hearing-too-late",
	.severity = KPSS_WARNING,
	.message = N_("the round closes {1} days after the hearing ‘{0}’, the town asks for {2}"),
	.label = N_("held on this day"),
	.remedy = N_("hold it earlier, or close the round later"),
	.related = N_("the round closes on this day"),
	.meaning = N_("after the hearing there is time enough to comment"),
	.explanation = N_("What people hear at a hearing gives them reasons to comment."),
	.setting = "consultation.days_after_hearing",
	.basis = N_("guidance of CpKP: further comments for two weeks after it"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_po_projednání: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-25}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_po_projednání: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-17}\n",
};
static const struct finding_kind wrong_channel = {
	.code = "wrong-channel",
	.severity = KPSS_NOTE,
	.message = N_("the submission ‘{0}’ came in a way that the round does not offer"),
	.label = N_("came in this way"),
	.remedy = N_("correct the way, or add it to the round (způsoby_podání)"),
	.related = N_("the ways that are offered"),
	.meaning = N_("submissions come in the ways that their round offers"),
	.explanation = N_("The ways are those of the round, or those of the profile where the "
			  "round says none. What came otherwise may "
			  "be settled all the same: nobody is excluded."),
	.basis = N_("Zlín: only by the published form, by e-mail or data box"),
	.wrong = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, způsoby_podání: [e-mail]}\n"
		 "podání:\n"
		 "  - {id: podani-1, připomínkové_řízení: rizeni, způsob_podání: telefonicky}\n",
	.right = "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, způsoby_podání: [e-mail, "
		 "telefonicky]}\n"
		 "podání:\n"
		 "  - {id: podani-1, připomínkové_řízení: rizeni, způsob_podání: telefonicky}\n",
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

/* One hearing of a round and how far it is from the day on which the round begins or closes. */
struct distance {
	const struct finding_kind *kind;
	uint32_t word, end; /* the setting; the day of the round */
	int sign;
};

static void distance_check(const struct rule_context *context, const struct entity *round,
	const struct entity *hearing, const struct distance *distance)
{
	int64_t least = setting_number(context->plan, WORD_consultation, distance->word, 0);
	const struct node *date = field(hearing->mapping, WORD_date),
			  *end = field(round->mapping, distance->end);
	struct kpss_date day = value_date(date, KPSS_DATE_EARLIEST),
			 other = value_date(end, KPSS_DATE_EARLIEST);
	int64_t days = ((int64_t)day.days - other.days) * distance->sign;
	if (day_is_open(day) || day_is_open(other) || days >= least)
		return;
	findings_add(
		context->findings, &(struct finding){
					   .kind = distance->kind,
					   .where = entity_span(hearing, date),
					   .related = entity_span(round, end),
					   .arguments = {argument_text(hearing->id),
						   argument_number(days), argument_number(least)},
					   .subject = hearing->id,
				   });
}

static void hearings_check(const struct rule_context *context, const struct entity *round)
{
	static const struct distance before = {&hearing_early, WORD_days_before_hearing, WORD_from,
					     1},
				     after = {&hearing_late, WORD_days_after_hearing, WORD_to, -1};
	const struct plan *plan = context->plan;
	const struct node *hearings = field(round->mapping, WORD_hearings);
	const struct node *required = setting(plan, WORD_consultation, WORD_hearing_required);
	const struct node *minimum = setting(plan, WORD_consultation, WORD_minimum_hearings);
	int64_t least = value_is_true(required) ? 1 : 0, held = 0;
	value_integer(minimum, &least);
	for (const struct node *item = value_first_item(hearings); item;
		item = node_next_item(hearings, item)) {
		const struct entity *hearing = plan_target(plan, item);
		held++;
		if (!hearing)
			continue;
		distance_check(context, round, hearing, &before);
		distance_check(context, round, hearing, &after);
	}
	if (held < least && mapping_period(round->mapping).to.days < context->as_of.days)
		round_report(context, &hearing_missing, round, entity_name(round),
			is_absent(minimum) ? required : minimum, held, least);
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
		hearings_check(context, rounds[i]);
		publication_check(context, rounds[i]);
		audiences_check(context, rounds[i]);
	}
}

static int text_compare(struct kpss_str a, struct kpss_str b)
{
	size_t length = a.len < b.len ? a.len : b.len;
	int order = length ? memcmp(a.ptr, b.ptr, length) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The day and hour that decide: of sending or of receipt. */
static bool came_late(
	const struct plan *plan, const struct entity *round, const struct entity *submission)
{
	const struct node *own = field(round->mapping, WORD_decisive_day);
	uint32_t decisive = value_word(
		is_absent(own) ? setting(plan, WORD_consultation, WORD_decisive_day) : own);
	const struct node *sent = field(submission->mapping, WORD_sent);
	bool by_sending = decisive == WORD_sent && !is_absent(sent);
	const struct node *day = by_sending ? sent : field(submission->mapping, WORD_received);
	const struct node *hour =
		field(submission->mapping, by_sending ? WORD_sent_at : WORD_received_at);
	const struct node *closing = field(round->mapping, WORD_closes_at);
	struct kpss_date last = mapping_period(round->mapping).to,
			 came = value_date(day, KPSS_DATE_EARLIEST);
	if (came.days != last.days || is_absent(hour) || is_absent(closing))
		return came.days > last.days;
	/* Hours are written with two digits each, so their order is that of the text. */
	return text_compare(value_text(hour), value_text(closing)) > 0;
}

static void channel_check(const struct rule_context *context, const struct entity *round,
	const struct entity *submission)
{
	const struct node *channel = field(submission->mapping, WORD_channel),
			  *own = field(round->mapping, WORD_channels);
	const struct node *offered =
		is_absent(own) ? setting(context->plan, WORD_consultation, WORD_channels) : own;
	if (is_absent(offered) || value_word(channel) == UINT32_MAX ||
		value_has_word(offered, value_word(channel)))
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &wrong_channel,
			.where = entity_span(submission, channel),
			.related = is_absent(own) ? setting_span(context->plan, offered)
						  : entity_span(round, own),
			.arguments = {argument_text(submission->id)},
			.subject = submission->id,
		});
}

static void submissions_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *submissions = plan_kind(context->plan, KIND_submission, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *submission = submissions[i],
				    *round = round_of(context->plan, submission);
		if (!round)
			continue;
		channel_check(context, round, submission);
		if (value_is_true(field(submission->mapping, WORD_late)) ||
			!came_late(context->plan, round, submission))
			continue;
		const struct node *received = field(submission->mapping, WORD_received);
		findings_add(context->findings,
			&(struct finding){
				.kind = &after_close,
				.where = entity_span(submission,
					is_absent(received) ? entity_name(submission) : received),
				.related = entity_span(round, field(round->mapping, WORD_to)),
				.arguments = {argument_text(submission->id),
					argument_date(mapping_period(round->mapping).to)},
				.subject = submission->id,
			});
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
	{rounds_check, {&too_short, &hearing_missing, &hearing_early, &hearing_late, &not_published,
			       &audience_missing}},
	{submissions_check, {&after_close, &wrong_channel}},
	{approved_check, {&missing}},
	{0},
};
