/* Where we are, what blocks the next step, what is due next and what to type now, on one screen. */
#include "base/language.h"
#include "base/text.h"
#include "render/gate.h"
#include "render/ink.h"
#include "render/message.h"
#include "render/report.h"
#include "render/status_inside.h"
#include "render/summary.h"
#include "render/wrap.h"

enum { INDENT = 2, DAY_COLUMNS = 14, CYCLES_SHOWN = 3, FINDINGS_SHOWN = 3, DUES_SHOWN = 4 };

static void add_title(struct buf *buf, const struct status_options *options, const char *english)
{
	ink_add(buf, options->colour, INK_STRONG);
	buf_add_text(buf, language_text(options->language, english));
	ink_add(buf, options->colour, INK_PLAIN);
}

/* Takes what was put together as one line of the screen, cut, and empties it. */
static void add_cut_line(struct buf *buf, struct buf *line, size_t indent)
{
	buf_add_repeated(buf, ' ', indent);
	cut_add(buf, buf_str(line), SCREEN_COLUMNS - indent);
	buf_add_char(buf, '\n');
	line->len = 0;
}

/* The last time that conditions were passed over; kpss phase tells of all. */
static void add_override(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing)
{
	const struct node *list = field(standing->cycle->mapping, WORD_overrides), *last = NULL;
	struct buf line = {0};
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		last = item;
	if (!last)
		return;
	override_add(&line, options->language, status->plan, last, false);
	add_cut_line(buf, &line, INDENT * 2);
	buf_clear(&line);
}

static void add_cycles(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	struct buf line = {0};
	size_t shown = 0;
	buf_add_char(buf, '\n');
	add_title(buf, options, N_("Where we are"));
	buf_add_char(buf, '\n');
	for (size_t i = 0; i < status->standings.count && shown < CYCLES_SHOWN; i++) {
		const struct standing *standing = &status->standings.items[i];
		if (!status_shows(status, standing))
			continue;
		text_add_safe(&line, record_called(standing->cycle));
		buf_add_text(&line, ": ");
		status_add_phases(&line, options, status, standing, false);
		if (standing->next) {
			buf_add_text(&line, "; ");
			status_add_next(&line, options, status, standing);
		}
		buf_add_repeated(buf, ' ', INDENT);
		buf_add_char(&line, '\0');
		wrap_add(buf, INDENT * 2, INDENT, line.ptr);
		line.len = 0;
		add_override(buf, options, status, standing);
		shown++;
	}
	if (shown == 0)
		buf_addf(buf, "  %s\n",
			language_text(
				options->language, N_("no cycle is recorded (cycles, cykly)")));
	buf_clear(&line);
}

/* The findings that a person is told of first: each code once, those that block today before all
 * others. */
struct choice {
	const struct finding *items[FINDINGS_SHOWN];
	size_t count;
};

static void choose(struct choice *choice, const struct finding *finding)
{
	for (size_t i = 0; i < choice->count; i++)
		if (strcmp(choice->items[i]->kind->code, finding->kind->code) == 0)
			return;
	if (choice->count < FINDINGS_SHOWN)
		choice->items[choice->count++] = finding;
}

static void choose_blocks(struct choice *choice, const struct standing_blocks *blocks, bool ahead)
{
	for (size_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].ahead == ahead)
			choose(choice, blocks->items[i].finding);
}

static struct choice choose_all(const struct status *status)
{
	struct choice choice = {0};
	const struct standings *standings = &status->standings;
	for (size_t i = 0; i < standings->count; i++)
		if (status_shows(status, &standings->items[i]))
			choose_blocks(&choice, &standings->items[i].blocks, false);
	choose_blocks(&choice, &standings->elsewhere, false);
	for (size_t i = 0; i < standings->count; i++)
		if (status_shows(status, &standings->items[i]))
			choose_blocks(&choice, &standings->items[i].blocks, true);
	for (int severity = KPSS_ERROR; severity > KPSS_SILENT; severity--)
		for (size_t i = 0; i < status->findings->count; i++)
			if ((int)status->findings->items[i].severity == severity)
				choose(&choice, &status->findings->items[i]);
	return choice;
}

/* Conditions of next phases that are not met. */
static size_t count_unmet(const struct status *status)
{
	size_t count = 0;
	for (size_t i = 0; i < status->standings.count; i++)
		if (status_shows(status, &status->standings.items[i]))
			count += status->standings.items[i].gate.unmet;
	return count;
}

/* “nothing”, or the count of conditions that are not met, and those of what is found today. */
static void add_counts(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct report_summary summary = report_summary_of(status->findings, 0);
	size_t unmet = count_unmet(status);
	if (unmet || summary.errors == 0)
		gate_add_count(buf, options->language, unmet);
	if (summary.errors + summary.warnings + summary.notes == 0)
		return;
	buf_add_text(buf, unmet || summary.errors == 0 ? "; " : "");
	summary_add_counts(buf, options->language, &summary);
}

static void add_findings(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct choice *choice)
{
	struct buf line = {0};
	buf_add_char(buf, '\n');
	add_title(buf, options, N_("What blocks the next step"));
	buf_add_text(buf, ": ");
	add_counts(buf, options, status);
	buf_add_char(buf, '\n');
	for (size_t i = 0; i < choice->count; i++) {
		status_add_finding(&line, options, choice->items[i]);
		add_cut_line(buf, &line, INDENT);
	}
	buf_clear(&line);
}

static void add_dues(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct dues *dues = &status->dues;
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)dues->overdue)};
	/* What is long overdue is known; the last of it and what comes next is news. */
	size_t late = dues->overdue < DUES_SHOWN / 2 ? dues->overdue : DUES_SHOWN / 2;
	size_t first = dues->overdue - late, shown = 0;
	struct buf line = {0};
	buf_add_char(buf, '\n');
	add_title(buf, options, N_("What is due next"));
	if (dues->overdue) {
		buf_add_text(buf, " (");
		message_add_counted(
			buf, options->language, P_("{0} is overdue", "{0} are overdue"), arguments);
		buf_add_char(buf, ')');
	}
	buf_add_char(buf, '\n');
	for (size_t i = first; i < dues->count && shown < DUES_SHOWN; i++, shown++) {
		status_add_day(&line, options, dues->items[i].day);
		size_t width = text_width(buf_str(&line));
		buf_add_repeated(&line, ' ', width < DAY_COLUMNS ? DAY_COLUMNS - width : 1);
		status_add_due(&line, options, &dues->items[i], true);
		add_cut_line(buf, &line, INDENT);
	}
	if (shown == 0) {
		const struct finding_argument until[FINDING_ARGUMENTS] = {
			argument_date(status->until)};
		message_add(&line, options->language, N_("nothing by {0}"), until);
		add_cut_line(buf, &line, INDENT);
	}
	buf_clear(&line);
}

static void add_commands(
	struct buf *buf, const struct status_options *options, const struct choice *choice)
{
	static const struct {
		const char *line, *what;
		bool explains;
	} rows[] = {
		{"kpss validate", N_("every finding, with its place and what to do"), false},
		{"kpss explain ", N_("what the first finding means"), true},
		{"kpss trace", N_("what answers which need, and where the chain is broken"), false},
		{"kpss status", N_("cycles, what blocks them, and all that is due"), false},
	};
	size_t column = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t length = strlen(rows[i].line);
		if (rows[i].explains && choice->count)
			length += strlen(choice->items[0]->kind->code);
		column = length > column ? length : column;
	}
	buf_add_char(buf, '\n');
	add_title(buf, options, N_("What to type now"));
	buf_add_char(buf, '\n');
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf line = {0};
		if (rows[i].explains && choice->count == 0)
			continue;
		buf_add_text(&line, rows[i].line);
		buf_add_text(&line, rows[i].explains ? choice->items[0]->kind->code : "");
		buf_add_repeated(&line, ' ', column + 2 - line.len);
		buf_add_text(&line, language_text(options->language, rows[i].what));
		add_cut_line(buf, &line, INDENT);
		buf_clear(&line);
	}
}

void home_add(struct buf *buf, const struct status_options *options, const struct status *status)
{
	const struct choice choice = choose_all(status);
	ink_add(buf, options->colour, INK_STRONG);
	status_add_title(buf, options, status);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, '\n');
	add_cycles(buf, options, status);
	add_findings(buf, options, status, &choice);
	add_dues(buf, options, status);
	add_commands(buf, options, &choice);
}
