#include "render/message.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/source.h"
#include "base/text.h"
#include "render/spoken.h"

enum { ARGUMENT_LONGEST = 200 };

#define ELLIPSIS "\xE2\x80\xA6"

static bool is_czech(const struct language *language)
{
	return strcmp(language_code(language), "cs") == 0;
}

const char *severity_word(enum kpss_severity severity)
{
	static const char *const words[] = {
		[KPSS_SILENT] = N_("silent"),
		[KPSS_NOTE] = N_("note"),
		[KPSS_WARNING] = N_("warning"),
		[KPSS_ERROR] = N_("error"),
	};
	return words[severity];
}

struct kpss_str message_beginning(struct kpss_str text, size_t most)
{
	size_t characters = 0, at = 0;
	while (at < text.len && characters < most) {
		at++;
		while (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
			at++;
		characters++;
	}
	return (struct kpss_str){.ptr = text.ptr, .len = at};
}

static void add_shortened(struct buf *buf, struct kpss_str text)
{
	struct kpss_str beginning = message_beginning(text, ARGUMENT_LONGEST);
	text_add_safe(buf, beginning);
	if (beginning.len < text.len)
		buf_add_text(buf, ELLIPSIS);
}

/* Cuts the first line off the text. */
static struct kpss_str line_take(struct kpss_str *text)
{
	const char *end = memchr(text->ptr, '\n', text->len);
	struct kpss_str line = {
		.ptr = text->ptr, .len = end ? (size_t)(end - text->ptr) : text->len};
	size_t used = line.len + (end ? 1 : 0);
	*text = (struct kpss_str){.ptr = text->ptr + used, .len = text->len - used};
	return line;
}

static void add_names(struct buf *buf, const struct language *language, struct kpss_str names)
{
	bool first = true;
	while (names.len > 0) {
		struct kpss_str name = line_take(&names);
		if (!first)
			buf_add_text(
				buf, language_text(language, names.len ? N_(", ") : N_(" or ")));
		buf_add_text(buf, language_text(language, N_("‘")));
		add_shortened(buf, name);
		buf_add_text(buf, language_text(language, N_("’")));
		first = false;
	}
}

static void add_argument(
	struct buf *buf, const struct language *language, const struct finding_argument *argument)
{
	switch (argument->type) {
	case ARGUMENT_NONE:
		break;
	case ARGUMENT_TEXT:
		add_shortened(buf, argument->text);
		break;
	case ARGUMENT_WORDS:
		add_shortened(buf, is_czech(language) && argument->czech.ptr ? argument->czech
									     : argument->text);
		break;
	case ARGUMENT_NUMBER:
		spoken_add_number(buf, language, argument->number);
		break;
	case ARGUMENT_DATE:
		spoken_add_date(
			buf, language, (struct kpss_date){.days = (int32_t)argument->number});
		break;
	case ARGUMENT_NAMES:
		add_names(buf, language, argument->text);
		break;
	}
}

/* Whether the number, read aloud in the sixth case, begins so that v becomes ve before it: dvou, třech, čtyřech, dvanácti to
 * čtrnácti, dvaceti to čtyřiceti, sto. Only its first group of digits is heard first; a lone thousand or million has no word
 * for its one (v tisíci). */
static bool is_after_ve(int64_t number)
{
	int64_t first = number;
	bool is_grouped = false;
	for (; first >= 1000; first /= 1000)
		is_grouped = true;
	if (first >= 100)
		return first / 100 <= 4;
	if (first == 1 && is_grouped)
		return false;
	return (first >= 2 && first <= 4) || (first >= 12 && first <= 14) ||
	       (first >= 20 && first <= 49);
}

/* {v0} in a Czech text is {0} with its preposition. */
static void add_counted_place(
	struct buf *buf, const struct language *language, const struct finding_argument *argument)
{
	bool is_ve = argument->type == ARGUMENT_NUMBER && is_after_ve(argument->number);
	buf_add_text(buf, is_ve ? "ve " : "v ");
	add_argument(buf, language, argument);
}

static void fill(struct buf *buf, const struct language *language, const char *text,
	const struct finding_argument *arguments)
{
	for (const char *brace; (brace = strchr(text, '{')); text = brace + 1) {
		buf_add(buf, (struct kpss_str){.ptr = text, .len = (size_t)(brace - text)});
		bool is_place = brace[1] == 'v';
		const char *digit = brace + 1 + is_place;
		size_t index = (size_t)(unsigned char)*digit - '0';
		if (index < FINDING_ARGUMENTS && digit[1] == '}') {
			(is_place ? add_counted_place : add_argument)(
				buf, language, &arguments[index]);
			brace = digit + 1;
		} else {
			buf_add_char(buf, '{');
		}
	}
	buf_add_text(buf, text);
}

void message_add(struct buf *buf, const struct language *language, const char *english,
	const struct finding_argument *arguments)
{
	if (english)
		fill(buf, language, language_text(language, english), arguments);
}

void message_add_counted(struct buf *buf, const struct language *language, const char *singular,
	const char *plural, const struct finding_argument *arguments)
{
	fill(buf, language, language_plural(language, singular, plural, arguments[0].number),
		arguments);
}

void message_add_finding(
	struct buf *buf, const struct language *language, const struct finding *finding)
{
	const struct finding_kind *kind = finding->kind;
	if (kind->plural)
		message_add_counted(buf, language, kind->message, kind->plural, finding->arguments);
	else
		message_add(buf, language, kind->message, finding->arguments);
}
