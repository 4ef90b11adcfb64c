/* The difference as one page that needs nothing beside itself: a table for each record, the old wording and the new next to each
 * other. What differs is underlined or struck through, so that nothing depends on colour, and is marked as such for readers. */
#include "base/language.h"
#include "render/diff_inside.h"
#include "render/html.h"

static const char style[] =
	"body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:0 auto;"
	"max-width:70rem;padding:1rem}\n"
	"h1{font-size:1.4rem}\n"
	"table{border-collapse:collapse;width:100%;margin:1.5rem 0;table-layout:fixed}\n"
	"caption{text-align:left;font-weight:bold;padding:.3rem 0}\n"
	"th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top;"
	"overflow-wrap:anywhere}\n"
	"td{white-space:pre-line}\n"
	"thead th{background:#eee}\n"
	"th:first-child{width:22%}\n"
	"tbody th{font-weight:normal}\n"
	"del{background:#fde8e8;text-decoration:line-through}\n"
	"ins{background:#e3f4e5;text-decoration:underline}\n"
	".binding{font-weight:bold}\n"
	"@media print{body{max-width:none;padding:0}table{break-inside:avoid}}\n";

static void add_element(struct buf *buf, const char *name, struct kpss_str text)
{
	buf_addf(buf, "<%s>", name);
	html_add_text(buf, text);
	buf_addf(buf, "</%s>", name);
}

/* One column: the words that stay and those of its own. */
static void add_runs(struct buf *buf, const struct word_run *runs, size_t count, bool before)
{
	enum word_fate own = before ? WORDS_REMOVED : WORDS_ADDED;
	bool gap = false;
	for (size_t i = 0; i < count; i++) {
		if (runs[i].fate != WORDS_SAME && runs[i].fate != own)
			continue;
		buf_add_text(buf, gap ? " " : "");
		gap = before ? runs[i].old_gap : runs[i].new_gap;
		if (runs[i].fate == WORDS_SAME)
			html_add_text(buf, runs[i].text);
		else
			add_element(buf, before ? "del" : "ins", runs[i].text);
	}
}

static void add_cell(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change, bool before)
{
	struct buf part = {0};
	const struct word_run *runs;
	size_t count = diff_words(options, change, &runs);
	buf_add_text(buf, "<td>");
	if (count)
		add_runs(buf, runs, count, before);
	else
		diff_add_side(&part, options, diff, record, change, before);
	if (part.len)
		add_element(buf, before ? "del" : "ins", buf_str(&part));
	else if (!count)
		buf_add_text(buf, "–");
	part.len = 0;
	if (!before)
		diff_add_money(&part, options, change);
	if (part.len)
		buf_addf(buf, " (%.*s)", (int)part.len, part.ptr);
	buf_add_text(buf, "</td>");
	buf_clear(&part);
}

static void add_row(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change)
{
	struct buf subject = {0};
	const char *happening = diff_happening(options, change);
	diff_add_subject(&subject, options, diff, change);
	if (happening && record->fate == DIFF_CHANGED)
		buf_addf(&subject, " – %s", happening);
	buf_add_text(buf, "<tr><th scope=\"row\">");
	html_add_text(buf, buf_str(&subject));
	if (change->binding)
		buf_addf(buf, " <span class=\"binding\">[%s]</span>",
			language_text(options->language, N_("binding")));
	buf_add_text(buf, "</th>");
	add_cell(buf, options, diff, record, change, true);
	add_cell(buf, options, diff, record, change, false);
	buf_add_text(buf, "</tr>\n");
	buf_clear(&subject);
}

static void add_table(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record)
{
	static const char *const columns[] = {N_("field"), N_("old wording"), N_("new wording")};
	struct buf caption = {0};
	buf_addf(&caption, "%s: ", language_text(options->language, diff_fate_word(record->fate)));
	diff_add_record(&caption, options, diff, record);
	buf_add_text(buf, "<table>\n");
	add_element(buf, "caption", buf_str(&caption));
	buf_add_text(buf, "\n<thead><tr>");
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		buf_addf(buf, "<th scope=\"col\">%s</th>",
			language_text(options->language, columns[i]));
	buf_add_text(buf, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < record->count; i++)
		add_row(buf, options, diff, record, &record->changes[i]);
	buf_add_text(buf, "</tbody>\n</table>\n");
	buf_clear(&caption);
}

static void html_add(struct buf *buf, const struct diff_options *options, const struct diff *diff)
{
	struct buf title = {0}, line = {0};
	buf_addf(&title, "%s: ", language_text(options->language, N_("Changes of the plan")));
	diff_add_states(&title, options);
	buf_addf(buf,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
		language_code(options->language));
	add_element(buf, "title", buf_str(&title));
	buf_addf(buf, "\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
	add_element(buf, "h1", buf_str(&title));
	buf_add_char(buf, '\n');
	for (size_t i = 0; diff_add_summary_line(&line, options, diff, i); i++) {
		add_element(buf, "p", buf_str(&line));
		buf_add_char(buf, '\n');
		line.len = 0;
	}
	for (size_t i = 0; i < diff->count; i++)
		add_table(buf, options, diff, &diff->records[i]);
	buf_add_text(buf, "</main>\n</body>\n</html>\n");
	buf_clear(&title);
	buf_clear(&line);
}

const struct diff_format diff_format_html = {.name = "html", .add = html_add};
