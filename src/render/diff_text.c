/* The difference for a screen. */
#include "base/language.h"
#include "base/text.h"
#include "render/diff_inside.h"
#include "render/ink.h"
#include "render/wrap.h"

enum { INDENT = 4, CONTEXT_WORDS = 8 };

static const struct {
	const char *sign;
	enum ink ink;
} fates[] = {
	[DIFF_CHANGED] = {"~ ", INK_STRONG},
	[DIFF_ADDED] = {"+ ", INK_NOTE},
	[DIFF_REMOVED] = {"- ", INK_ERROR},
};

/* The line as far as it may go to a terminal, broken to the width of the screen. */
static void add_line(struct buf *buf, size_t indent, size_t used, const struct buf *line)
{
	struct buf safe = {0};
	struct kpss_str rest = buf_str(line);
	/* Lines of a text become one, as blanks. */
	for (size_t i = 0; i < line->len; i++)
		if (line->ptr[i] == '\n')
			line->ptr[i] = ' ';
	text_add_safe(&safe, rest);
	buf_add_char(&safe, '\0');
	wrap_add(buf, indent, used, safe.ptr);
	buf_clear(&safe);
}

/* So many words from the beginning (the end) of a text; all where it has no more. */
static struct kpss_str some_words(struct kpss_str text, bool from_end)
{
	size_t words = 0;
	for (size_t i = 0; i < text.len; i++) {
		size_t at = from_end ? text.len - 1 - i : i;
		if (text.ptr[at] != ' ' && text.ptr[at] != '\n')
			continue;
		if (++words == CONTEXT_WORDS)
			return from_end ? (struct kpss_str){.ptr = text.ptr + at + 1, .len = i}
					: (struct kpss_str){.ptr = text.ptr, .len = i};
	}
	return text;
}

/* Of what stays, only the words next to a change. */
static void add_kept(struct buf *line, struct kpss_str text, bool first, bool last)
{
	struct kpss_str head = first ? kpss_str("") : some_words(text, false);
	struct kpss_str tail = last ? kpss_str("") : some_words(text, true);
	if (head.len + tail.len >= text.len) {
		buf_add(line, text);
		return;
	}
	buf_add(line, head);
	buf_add_text(line, head.len ? " …" : "…");
	buf_add_text(line, tail.len ? " " : "");
	buf_add(line, tail);
}

static void add_runs(struct buf *line, const struct word_run *runs, size_t count)
{
	static const char *const begins[] = {"", "[-", "{+"}, *const ends[] = {"", "-]", "+}"};
	for (size_t i = 0; i < count; i++) {
		const struct word_run *run = &runs[i];
		buf_add_text(line, begins[run->fate]);
		if (run->fate == WORDS_SAME)
			add_kept(line, run->text, i == 0, i + 1 == count);
		else
			buf_add(line, run->text);
		buf_add_text(line, ends[run->fate]);
		buf_add_text(line, i + 1 < count && (run->old_gap || run->new_gap) ? " " : "");
	}
}

static void add_values(struct buf *line, const struct diff_options *options,
	const struct diff *diff, const struct diff_record *record, const struct diff_change *change)
{
	const struct word_run *runs;
	const char *happening = diff_happening(options, change);
	size_t count = happening ? 0 : diff_words(options, change, &runs), length = line->len;
	if (count) {
		add_runs(line, runs, count);
		return;
	}
	if (!happening || is_absent(change->after.node))
		diff_add_side(line, options, diff, record, change, true);
	if (!happening)
		buf_add_text(line, line->len == length ? "– → " : " → ");
	length = line->len;
	if (!happening || !is_absent(change->after.node))
		diff_add_side(line, options, diff, record, change, false);
	buf_add_text(line, !happening && line->len == length ? "–" : "");
}

static void add_change(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change)
{
	struct buf line = {0}, money = {0};
	const char *happening = diff_happening(options, change);
	diff_add_subject(&line, options, diff, change);
	if (happening)
		buf_addf(&line, " – %s", happening);
	buf_add_text(&line, ": ");
	add_values(&line, options, diff, record, change);
	diff_add_money(&money, options, change);
	if (money.len)
		buf_addf(&line, " (%.*s)", (int)money.len, money.ptr);
	if (change->binding)
		buf_addf(&line, " [%s]", language_text(options->language, N_("binding")));
	buf_add_repeated(buf, ' ', INDENT);
	add_line(buf, INDENT * 2, INDENT, &line);
	buf_clear(&money);
	buf_clear(&line);
}

static void add_record(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record)
{
	struct buf line = {0};
	const char *word = language_text(options->language, diff_fate_word(record->fate));
	ink_add(buf, options->colour, fates[record->fate].ink);
	size_t begin = buf->len;
	buf_addf(buf, "%s%s:", fates[record->fate].sign, word);
	size_t used =
		text_width((struct kpss_str){.ptr = buf->ptr + begin, .len = buf->len - begin}) + 1;
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, ' ');
	diff_add_record(&line, options, diff, record);
	if (record->fate != DIFF_CHANGED && record->binding)
		buf_addf(&line, " [%s]", language_text(options->language, N_("binding")));
	add_line(buf, INDENT, used, &line);
	for (size_t i = 0; record->fate == DIFF_CHANGED && i < record->count; i++)
		add_change(buf, options, diff, record, &record->changes[i]);
	buf_clear(&line);
}

static void text_add(struct buf *buf, const struct diff_options *options, const struct diff *diff)
{
	struct buf line = {0};
	for (size_t i = 0; i < diff->count; i++)
		add_record(buf, options, diff, &diff->records[i]);
	buf_add_text(buf, diff->count ? "\n" : "");
	diff_add_states(&line, options);
	buf_add_text(&line, ": ");
	for (size_t i = 0; diff_add_summary_line(&line, options, diff, i); i++) {
		add_line(buf, 0, 0, &line);
		line.len = 0;
	}
	buf_clear(&line);
}

const struct diff_format diff_format_text = {.name = "text", .add = text_add};
