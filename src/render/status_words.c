/* Words that all formats of the status have in common. */
#include "base/language.h"
#include "base/text.h"
#include "render/gate.h"
#include "render/message.h"
#include "render/recorded.h"
#include "render/status_inside.h"

const struct status_format *const status_formats[] = {
	&status_format_text, &status_format_json, &status_format_ics, NULL};

const char *standing_state_word(enum standing_state state)
{
	static const char *const words[] = {
		[CYCLE_RUNNING] = "running",
		[CYCLE_COMING] = "coming",
		[CYCLE_OVER] = "over",
		[CYCLE_UNDATED] = "undated",
	};
	return words[state];
}

void status_add_title(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(status->town), argument_date(status->as_of)};
	message_add(buf, options->language,
		status->town.len ? N_("{0} as of {1}") : N_("The plan as of {1}"), arguments);
	recorded_add(buf, options->language, status->recorded);
}

void status_add_due(
	struct buf *buf, const struct status_options *options, const struct due *due, bool who)
{
	if (due->kind->plural)
		message_add_counted(
			buf, options->language, due->kind->text, due->kind->plural, due->arguments);
	else
		message_add(buf, options->language, due->kind->text, due->arguments);
	if (!who || !due->who)
		return;
	buf_add_text(buf, " – ");
	text_add_safe(buf, record_called(due->who));
}

void status_add_day(struct buf *buf, const struct status_options *options, struct kpss_date day)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_date(day)};
	message_add(buf, options->language, "{0}", arguments);
}

static void add_days(struct buf *buf, const struct status_options *options, const struct node *phase)
{
	struct period period = mapping_period(phase);
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_date(period.from), argument_date(period.to)};
	message_add(buf, options->language, "{0} – {1}", arguments);
}

/* “strategy (Action plan 2015)”: a cycle may be in the same phase twice, of the plan and of an action plan. */
void status_add_phase(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct node *phase, bool days)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		phase_argument(status->plan, phase)};
	struct kpss_str of = phase_of(status->plan, phase);
	message_add(buf, options->language, "{0}", arguments);
	buf_add_text(buf, of.len || days ? " (" : "");
	text_add_safe(buf, of);
	buf_add_text(buf, of.len && days ? ", " : "");
	if (days)
		add_days(buf, options, phase);
	buf_add_text(buf, of.len || days ? ")" : "");
}

void status_add_phases(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing, bool days)
{
	static const char *const states[] = {
		[CYCLE_RUNNING] = N_("between two phases"),
		[CYCLE_COMING] = N_("has not begun yet"),
		[CYCLE_OVER] = N_("is over"),
		[CYCLE_UNDATED] = N_("its phases have no days"),
	};
	const struct node *phases = field(standing->cycle->mapping, WORD_phases);
	bool any = false;
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item)) {
		if (!phase_is_on(item, status->as_of))
			continue;
		buf_add_text(buf, any ? ", " : "");
		status_add_phase(buf, options, status, item, days);
		any = true;
	}
	if (!any)
		buf_add_text(buf, language_text(options->language, states[standing->state]));
}

/* The one that follows in order, where none is planned for a day. */
static void add_undated(struct buf *buf, const struct status_options *options,
	const struct status *status, uint32_t phase)
{
	struct buf word = {0};
	gate_add_phase(&word, options->language, status->plan, phase);
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_text(buf_str(&word))};
	message_add(buf, options->language, N_("next: {0}, no day yet"), arguments);
	buf_clear(&word);
}

void status_add_next(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	if (!standing->next && standing->gate.phase == UINT32_MAX) {
		buf_add_text(buf, language_text(options->language, N_("no other phase follows")));
		return;
	}
	if (!standing->next) {
		add_undated(buf, options, status, standing->gate.phase);
		return;
	}
	struct buf phase = {0};
	status_add_phase(&phase, options, status, standing->next, false);
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(buf_str(&phase)),
		argument_date(mapping_period(standing->next).from)};
	message_add(buf, options->language, N_("next: {0} from {1}"), arguments);
	buf_clear(&phase);
}

void status_add_finding(
	struct buf *buf, const struct status_options *options, const struct finding *finding)
{
	if (finding->where.source) {
		text_add_safe(buf, finding->where.source->path);
		buf_addf(buf, ":%u: ",
			(unsigned)source_locate(finding->where.source, finding->where.begin).line);
	}
	message_add_finding(buf, options->language, finding);
}

bool status_shows(const struct status *status, const struct standing *standing)
{
	bool any = false;
	for (size_t i = 0; i < status->standings.count && !any; i++)
		any = status->standings.items[i].state != CYCLE_OVER;
	return standing->state != CYCLE_OVER || !any;
}

void status_add_block(
	struct buf *buf, const struct status_options *options, const struct standing_block *block)
{
	status_add_finding(buf, options, block->finding);
	if (block->ahead)
		buf_addf(buf, " %s",
			language_text(options->language, N_("(once the next phase begins)")));
}

void status_add_more(
	struct buf *buf, const struct status_options *options, size_t indent, size_t count)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)count)};
	buf_add_repeated(buf, ' ', indent);
	message_add_counted(buf, options->language,
		P_("… and {0} more; --all prints it", "… and {0} more; --all prints them"),
		arguments);
	buf_add_char(buf, '\n');
}
