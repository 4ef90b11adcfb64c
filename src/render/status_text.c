/* The status for people, on one screen where it can be. */
#include "base/language.h"
#include "base/text.h"
#include "render/gate.h"
#include "render/ink.h"
#include "render/message.h"
#include "render/setting_path.h"
#include "render/status_inside.h"
#include "render/wrap.h"

enum { INDENT = 2, DAY_COLUMNS = 14, BLOCKS_SHOWN = 3, OVERDUE_SHOWN = 5, AHEAD_SHOWN = 10 };

/* Takes a line that was put together, makes wrapped lines of it and empties it. */
static void flow(struct buf *buf, struct buf *line, size_t indent, size_t used)
{
	buf_add_char(line, '\0');
	wrap_add(buf, indent, used, line->ptr);
	line->len = 0;
}

static void add_heading(struct buf *buf, const struct status_options *options, const char *english)
{
	buf_add_char(buf, '\n');
	ink_add(buf, options->colour, INK_STRONG);
	buf_add_text(buf, language_text(options->language, english));
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, '\n');
}

static void add_overrides(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	const struct node *list = field(standing->cycle->mapping, WORD_overrides);
	struct buf line = {0};
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item)) {
		buf_add_repeated(buf, ' ', INDENT * 2);
		override_add(&line, options->language, status->plan, item, options->all);
		flow(buf, &line, INDENT * 3, INDENT * 2);
	}
	buf_clear(&line);
}

static void add_cycle(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	struct buf line = {0};
	buf_add_repeated(buf, ' ', INDENT);
	text_add_safe(&line, record_called(standing->cycle));
	buf_add_text(&line, " (");
	text_add_safe(&line, standing->cycle->id);
	buf_add_char(&line, ')');
	flow(buf, &line, INDENT * 2, INDENT);
	buf_add_repeated(buf, ' ', INDENT * 2);
	status_add_phases(&line, options, status, standing, true);
	buf_add_text(&line, "; ");
	status_add_next(&line, options, status, standing);
	flow(buf, &line, INDENT * 2, INDENT * 2);
	buf_clear(&line);
	add_overrides(buf, options, status, standing);
}

/* The findings against a condition, as many as `room` has; what is left of it. */
static size_t add_findings(struct buf *buf, const struct status_options *options,
	const struct standing_blocks *blocks, size_t indent, size_t room)
{
	struct buf line = {0};
	size_t shown = options->all || blocks->count <= room ? blocks->count : room;
	for (size_t i = 0; i < shown; i++) {
		buf_add_repeated(buf, ' ', indent);
		status_add_block(&line, options, &blocks->items[i]);
		flow(buf, &line, indent + INDENT, indent);
	}
	buf_clear(&line);
	return room - (shown < room ? shown : room);
}

/* What keeps the cycle out of its next phase: the conditions, and what was found against them. */
static void add_gate(
	struct buf *buf, const struct status_options *options, const struct standing *standing)
{
	const struct gate *gate = &standing->gate;
	size_t room = BLOCKS_SHOWN;
	struct buf line = {0};
	for (size_t i = 0; i < gate->count; i++) {
		const struct gate_condition *condition = &gate->conditions[i];
		if (!condition_hinders(condition))
			continue;
		buf_add_repeated(buf, ' ', INDENT * 2);
		condition_add_title(&line, options->language, condition);
		flow(buf, &line, INDENT * 3, INDENT * 2);
		room = add_findings(buf, options, &condition->blocks, INDENT * 3, room);
	}
	if (!options->all && standing->blocks.count > BLOCKS_SHOWN)
		status_add_more(buf, options, INDENT * 3, standing->blocks.count - BLOCKS_SHOWN);
	buf_clear(&line);
}

static void add_errors(
	struct buf *buf, const struct status_options *options, const struct standing_blocks *blocks)
{
	add_findings(buf, options, blocks, INDENT * 2, BLOCKS_SHOWN);
	if (!options->all && blocks->count > BLOCKS_SHOWN)
		status_add_more(buf, options, INDENT * 2, blocks->count - BLOCKS_SHOWN);
}

static void add_error_count(struct buf *buf, const struct status_options *options, size_t count)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)count)};
	if (count)
		message_add_counted(
			buf, options->language, P_("{0} error", "{0} errors"), arguments);
	else
		buf_add_text(buf, language_text(options->language, N_("nothing")));
}

static void add_blocked(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	struct buf line = {0};
	bool gated = standing->gate.phase != UINT32_MAX;
	buf_add_repeated(buf, ' ', INDENT);
	text_add_safe(&line, record_called(standing->cycle));
	if (gated) {
		buf_add_text(&line, " – ");
		gate_add_phase(&line, options->language, status->plan, standing->gate.phase);
	}
	buf_add_text(&line, ": ");
	if (gated)
		gate_add_count(&line, options->language, standing->gate.unmet);
	else
		add_error_count(&line, options, standing->blocks.count);
	flow(buf, &line, INDENT * 2, INDENT);
	if (gated)
		add_gate(buf, options, standing);
	else
		add_errors(buf, options, &standing->blocks);
	buf_clear(&line);
}

static void add_elsewhere(
	struct buf *buf, const struct status_options *options, const struct standing_blocks *blocks)
{
	buf_addf(buf, "  %s: ",
		language_text(options->language, N_("people, groups and other records")));
	add_error_count(buf, options, blocks->count);
	buf_add_char(buf, '\n');
	add_errors(buf, options, blocks);
}

static void add_standings(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct standings *standings = &status->standings;
	add_heading(buf, options, N_("Where we are"));
	if (standings->count == 0)
		buf_addf(buf, "  %s\n",
			language_text(
				options->language, N_("no cycle is recorded (cycles, cykly)")));
	for (size_t i = 0; i < standings->count; i++)
		if (status_shows(status, &standings->items[i]))
			add_cycle(buf, options, status, &standings->items[i]);
	add_heading(buf, options, N_("What blocks the next step"));
	for (size_t i = 0; i < standings->count; i++)
		if (status_shows(status, &standings->items[i]))
			add_blocked(buf, options, status, &standings->items[i]);
	if (standings->elsewhere.count || standings->count == 0)
		add_elsewhere(buf, options, &standings->elsewhere);
}

/* Where it is written, and which of the town's rules makes it due. */
static void add_origin(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct due *due)
{
	struct kpss_span where = entity_span(due->subject, due->place);
	struct buf line = {0};
	text_add_safe(&line, where.source->path);
	buf_addf(&line, ":%u", (unsigned)source_locate(where.source, where.begin).line);
	if (due->setting && *due->setting) {
		buf_addf(&line,
			"; %s: ", language_text(options->language, N_("by the town's rules")));
		setting_path_add(&line, status->plan, due->setting);
	}
	buf_add_repeated(buf, ' ', INDENT + DAY_COLUMNS);
	flow(buf, &line, INDENT + DAY_COLUMNS, INDENT + DAY_COLUMNS);
	buf_clear(&line);
}

static void add_due(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct due *due)
{
	struct buf line = {0};
	status_add_day(&line, options, due->day);
	size_t width = text_width(buf_str(&line));
	buf_add_repeated(buf, ' ', INDENT);
	buf_add(buf, buf_str(&line));
	buf_add_repeated(buf, ' ', width < DAY_COLUMNS ? DAY_COLUMNS - width : 1);
	line.len = 0;
	status_add_due(&line, options, due, true);
	if (options->all) {
		flow(buf, &line, INDENT + DAY_COLUMNS, INDENT + DAY_COLUMNS);
		add_origin(buf, options, status, due);
	} else {
		cut_add(buf, buf_str(&line), WRAP_COLUMNS - INDENT - DAY_COLUMNS);
		buf_add_char(buf, '\n');
	}
	buf_clear(&line);
}

/* Of what is overdue the latest: the rest is known. */
static void add_overdue(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct dues *dues = &status->dues;
	size_t shown =
		options->all || dues->overdue <= OVERDUE_SHOWN ? dues->overdue : OVERDUE_SHOWN;
	add_heading(buf, options, N_("Overdue"));
	if (shown < dues->overdue)
		status_add_more(buf, options, INDENT, dues->overdue - shown);
	for (size_t i = dues->overdue - shown; i < dues->overdue; i++)
		add_due(buf, options, status, &dues->items[i]);
}

static void add_ahead(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct finding_argument until[FINDING_ARGUMENTS] = {argument_date(status->until)};
	const struct dues *dues = &status->dues;
	size_t count = dues->count - dues->overdue;
	size_t shown = options->all || count <= AHEAD_SHOWN ? count : AHEAD_SHOWN;
	struct buf heading = {0};
	message_add(&heading, options->language, N_("Due by {0}"), until);
	buf_add_char(&heading, '\0');
	add_heading(buf, options, heading.ptr);
	buf_clear(&heading);
	for (size_t i = 0; i < shown; i++)
		add_due(buf, options, status, &dues->items[dues->overdue + i]);
	if (shown < count)
		status_add_more(buf, options, INDENT, count - shown);
	if (count == 0)
		buf_addf(buf, "  %s\n", language_text(options->language, N_("nothing")));
}

static void text_add(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	ink_add(buf, options->colour, INK_STRONG);
	status_add_title(buf, options, status);
	ink_add(buf, options->colour, INK_PLAIN);
	if (status->about) {
		const struct finding_argument about[FINDING_ARGUMENTS] = {
			argument_text(record_called(status->about)),
			argument_text(status->about->id)};
		buf_add_char(buf, '\n');
		message_add(buf, options->language, N_("only what concerns ‘{0}’ ({1})"), about);
	}
	buf_add_char(buf, '\n');
	add_standings(buf, options, status);
	if (status->dues.overdue)
		add_overdue(buf, options, status);
	add_ahead(buf, options, status);
}

const struct status_format status_format_text = {.name = "text", .add = text_add};
