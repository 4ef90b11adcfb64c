/* The difference as a document of Markdown: what was taken out is struck through, what was put in is bold. */
#include "base/language.h"
#include "render/diff_inside.h"
#include "render/markdown.h"

static void add_marked(struct buf *buf, const char *mark, struct kpss_str text)
{
	struct buf line = {0};
	buf_add(&line, text);
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] == '\n')
			line.ptr[i] = ' ';
	text = buf_str(&line);
	/* A mark next to a blank marks nothing. */
	while (text.len && text.ptr[text.len - 1] == ' ')
		text.len--;
	buf_add_text(buf, text.len ? mark : "");
	markdown_add_text(buf, text);
	buf_add_text(buf, text.len ? mark : "");
	buf_clear(&line);
}

static void add_runs(struct buf *buf, const struct word_run *runs, size_t count)
{
	static const char *const marks[] = {"", "~~", "**"};
	for (size_t i = 0; i < count; i++) {
		add_marked(buf, marks[runs[i].fate], runs[i].text);
		buf_add_text(buf, i + 1 < count && (runs[i].old_gap || runs[i].new_gap) ? " " : "");
	}
}

static void add_sides(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change)
{
	struct buf before = {0}, after = {0}, money = {0};
	diff_add_side(&before, options, diff, record, change, true);
	diff_add_side(&after, options, diff, record, change, false);
	diff_add_money(&money, options, change);
	if (before.len)
		add_marked(buf, "~~", buf_str(&before));
	buf_add_text(buf, before.len && after.len ? " → " : "");
	if (after.len)
		add_marked(buf, "**", buf_str(&after));
	if (money.len)
		buf_addf(buf, " (%.*s)", (int)money.len, money.ptr);
	buf_clear(&before);
	buf_clear(&after);
	buf_clear(&money);
}

static void add_change(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change)
{
	struct buf subject = {0};
	const struct word_run *runs;
	size_t count = diff_words(options, change, &runs);
	const char *happening = diff_happening(options, change);
	diff_add_subject(&subject, options, diff, change);
	if (happening && record->fate == DIFF_CHANGED)
		buf_addf(&subject, " – %s", happening);
	buf_add_text(buf, "- ");
	markdown_add_text(buf, buf_str(&subject));
	buf_add_text(buf, ": ");
	if (count)
		add_runs(buf, runs, count);
	else
		add_sides(buf, options, diff, record, change);
	if (change->binding)
		buf_addf(buf, " \\[%s\\]", language_text(options->language, N_("binding")));
	buf_add_char(buf, '\n');
	buf_clear(&subject);
}

static void md_add(struct buf *buf, const struct diff_options *options, const struct diff *diff)
{
	struct buf part = {0};
	buf_add_text(buf, "# ");
	diff_add_states(&part, options);
	markdown_add_text(buf, buf_str(&part));
	part.len = 0;
	buf_add_text(buf, "\n\n");
	for (size_t i = 0; diff_add_summary_line(&part, options, diff, i); i++) {
		buf_add_text(buf, "- ");
		markdown_add_text(buf, buf_str(&part));
		buf_add_char(buf, '\n');
		part.len = 0;
	}
	for (size_t i = 0; i < diff->count; i++) {
		const struct diff_record *record = &diff->records[i];
		buf_addf(buf, "\n## %s: ",
			language_text(options->language, diff_fate_word(record->fate)));
		part.len = 0;
		diff_add_record(&part, options, diff, record);
		markdown_add_text(buf, buf_str(&part));
		buf_add_text(buf, "\n\n");
		for (size_t k = 0; k < record->count; k++)
			add_change(buf, options, diff, record, &record->changes[k]);
	}
	buf_clear(&part);
}

const struct diff_format diff_format_md = {.name = "md", .add = md_add};
