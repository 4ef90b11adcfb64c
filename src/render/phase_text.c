/* The phases of cycles for people. */
#include "base/buf.h"
#include "base/day.h"
#include "base/language.h"
#include "base/text.h"
#include "change/change.h"
#include "render/difference.h"
#include "render/gate.h"
#include "render/ink.h"
#include "render/message.h"
#include "render/phase_inside.h"
#include "render/recorded.h"
#include "render/status_inside.h"
#include "render/wrap.h"

enum { INDENT = 2, MARK_COLUMNS = 8, FINDINGS_SHOWN = 3, COMMIT_SHOWN = 10 };

static void flow(struct buf *buf, struct buf *line, size_t indent, size_t used)
{
	buf_add_char(line, '\0');
	wrap_add(buf, indent, used, line->ptr);
	line->len = 0;
}

static void add_cycle(
	struct buf *buf, const struct status_options *options, const struct standing *standing)
{
	struct buf line = {0};
	buf_add_char(buf, '\n');
	ink_add(buf, options->colour, INK_STRONG);
	text_add_safe(&line, record_called(standing->cycle));
	buf_add_text(&line, " (");
	text_add_safe(&line, standing->cycle->id);
	buf_add_char(&line, ')');
	flow(buf, &line, INDENT, 0);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_clear(&line);
}

static void add_phases(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	const struct node *phases = field(standing->cycle->mapping, WORD_phases);
	struct buf line = {0};
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item)) {
		struct period period = mapping_period(item);
		buf_add_text(buf, phase_is_on(item, status->as_of) ? "> " : "  ");
		status_add_phase(&line, options, status, item,
			!day_is_open(period.from) || !day_is_open(period.to));
		flow(buf, &line, INDENT * 2, INDENT);
	}
	buf_clear(&line);
}

static void add_overrides(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	const struct node *list = field(standing->cycle->mapping, WORD_overrides);
	struct buf line = {0};
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item)) {
		buf_add_repeated(buf, ' ', INDENT);
		override_add(&line, options->language, status->plan, item, true);
		flow(buf, &line, INDENT * 2, INDENT);
	}
	buf_clear(&line);
}

static void add_next(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	struct buf line = {0};
	buf_add_repeated(buf, ' ', INDENT);
	status_add_next(&line, options, status, standing);
	if (standing->gate.phase != UINT32_MAX) {
		buf_addf(&line, "; %s: ",
			language_text(options->language, N_("what stands in the way")));
		gate_add_count(&line, options->language, standing->gate.unmet);
	}
	flow(buf, &line, INDENT * 2, INDENT);
	buf_clear(&line);
}

static void add_condition_findings(struct buf *buf, const struct status_options *options,
	const struct gate_condition *condition)
{
	struct buf line = {0};
	size_t count = condition->blocks.count, indent = INDENT + MARK_COLUMNS + INDENT;
	size_t shown = options->all || count <= FINDINGS_SHOWN ? count : FINDINGS_SHOWN;
	for (size_t i = 0; i < shown; i++) {
		buf_add_repeated(buf, ' ', indent);
		status_add_block(&line, options, &condition->blocks.items[i]);
		flow(buf, &line, indent + INDENT, indent);
	}
	if (shown < count)
		status_add_more(buf, options, indent, count - shown);
	buf_clear(&line);
}

static void add_condition(struct buf *buf, const struct status_options *options,
	const struct gate_condition *condition)
{
	static const char *const marks[CONDITION_STATE_COUNT] = {
		[CONDITION_MET] = N_("yes"),
		[CONDITION_UNMET] = N_("NO"),
		[CONDITION_UNWATCHED] = "–",
		[CONDITION_UNKNOWN] = "?",
	};
	static const char *const remarks[CONDITION_STATE_COUNT] = {
		[CONDITION_UNWATCHED] = N_("(not watched)"),
		[CONDITION_UNKNOWN] = N_("(there is no such check, see ‘kpss validate’)"),
	};
	const char *mark = language_text(options->language, marks[condition->state]);
	struct buf line = {0};
	size_t width = text_width(kpss_str(mark));
	buf_addf(buf, "  %s", mark);
	buf_add_repeated(buf, ' ', width < MARK_COLUMNS ? MARK_COLUMNS - width : 1);
	condition_add_title(&line, options->language, condition);
	if (!condition->is_required)
		buf_addf(&line, " %s", language_text(options->language, N_("(not required)")));
	if (remarks[condition->state])
		buf_addf(&line, " %s", language_text(options->language, remarks[condition->state]));
	flow(buf, &line, INDENT + MARK_COLUMNS, INDENT + MARK_COLUMNS);
	add_condition_findings(buf, options, condition);
	buf_clear(&line);
}

static void add_conditions(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct gate *gate)
{
	struct buf phase = {0}, line = {0};
	gate_add_phase(&phase, options->language, status->plan, gate->phase);
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(buf_str(&phase)), argument_date(gate->day)};
	buf_add_repeated(buf, ' ', INDENT);
	message_add(&line, options->language, N_("into phase ‘{0}’ on {1}:"), arguments);
	flow(buf, &line, INDENT * 2, INDENT);
	for (size_t i = 0; i < gate->count; i++)
		add_condition(buf, options, &gate->conditions[i]);
	if (gate->count == 0)
		buf_addf(buf, "  %s\n",
			language_text(options->language, N_("there are no conditions")));
	buf_add_repeated(buf, ' ', INDENT);
	message_add(&line, options->language,
		gate->unmet ? N_("The phase cannot begin yet: ") : N_("The phase can begin."),
		arguments);
	if (gate->unmet)
		gate_add_count(&line, options->language, gate->unmet);
	flow(buf, &line, INDENT * 2, INDENT);
	buf_clear(&phase);
	buf_clear(&line);
}

static void add_standing(struct buf *buf, const struct status_options *options,
	const struct phase_report *report, const struct standing *standing)
{
	add_cycle(buf, options, standing);
	if (!report->conditions) {
		add_phases(buf, options, report->status, standing);
		add_next(buf, options, report->status, standing);
	} else if (standing->gate.phase != UINT32_MAX) {
		add_conditions(buf, options, report->status, &standing->gate);
	} else {
		buf_addf(buf, "  %s\n",
			language_text(options->language, N_("no other phase follows")));
	}
	add_overrides(buf, options, report->status, standing);
}

static void add_advance(struct buf *buf, const struct status_options *options,
	const struct phase_advance *advance)
{
	struct kpss_str commit = {.ptr = advance->commit, .len = advance->commit ? COMMIT_SHOWN : 0};
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_text(commit),
		argument_text(advance->branch), argument_text(kpss_str(advance->tag))};
	if (advance->outcome == PHASE_REFUSED)
		return;
	buf_add_char(buf, '\n');
	for (size_t i = 0; advance->outcome == PHASE_PLANNED && i < advance->count; i++)
		difference_add(buf, advance->files[i].path, advance->files[i].before,
			advance->files[i].after);
	if (advance->outcome == PHASE_PLANNED)
		message_add(buf, options->language,
			N_("would be recorded and tagged {2}; nothing was written"), arguments);
	else
		message_add(buf, options->language,
			N_("recorded as {0} on branch {1}, tagged {2}"), arguments);
	buf_add_char(buf, '\n');
}

static void text_add(struct buf *buf, const struct status_options *options,
	const struct phase_report *report)
{
	const struct standings *standings = &report->status->standings;
	ink_add(buf, options->colour, INK_STRONG);
	status_add_title(buf, options, report->status);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, '\n');
	if (standings->count == 0)
		buf_addf(buf, "\n  %s\n",
			language_text(options->language, N_("no cycle is recorded (cycles, cykly)")));
	for (size_t i = 0; i < standings->count; i++)
		if (phase_report_has(report, &standings->items[i]))
			add_standing(buf, options, report, &standings->items[i]);
	if (report->advance)
		add_advance(buf, options, report->advance);
}

const struct phase_format phase_format_text = {.name = "text", .add = text_add};
