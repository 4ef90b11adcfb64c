/* Submissions: in time, by the day and hour that decide, and in a way that the round offers. */
#include <string.h>

#include "base/day.h"
#include "base/language.h"
#include "rule/round.h"
#include "town/setting.h"

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

const struct rule rule_submission[] = {
	{submissions_check, {&after_close, &wrong_channel}},
	{0},
};
