#include "render/described.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/text.h"
#include "render/message.h"
#include "render/report.h"

enum { LEVEL = DESCRIBED_LEVEL, DIGITS = 15 };

static void *memory_take(size_t size)
{
	return memory_resize(NULL, 1, size);
}

void described_init(void)
{
	json_set_alloc_funcs(memory_take, free);
}

/* Text that is no UTF-8 (a path may be) is written as text_add_safe shows it. */
json_t *described_text(struct kpss_str text)
{
	json_t *value = json_stringn(text.ptr ? text.ptr : "", text.len);
	if (value)
		return value;
	struct buf buf = {0};
	text_add_safe(&buf, text);
	value = json_stringn(buf.ptr, buf.len);
	buf_clear(&buf);
	return value;
}

static json_t *message(
	const struct report_options *options, const char *english, const struct finding *finding)
{
	if (!english)
		return json_null();
	struct buf buf = {0};
	message_add(&buf, options->language, english, finding->arguments);
	json_t *value = described_text(buf_str(&buf));
	buf_clear(&buf);
	return value;
}

static json_t *main_message(const struct report_options *options, const struct finding *finding)
{
	struct buf buf = {0};
	message_add_finding(&buf, options->language, finding);
	json_t *value = described_text(buf_str(&buf));
	buf_clear(&buf);
	return value;
}

json_t *described_date(struct kpss_date date)
{
	int year, month, day;
	if (date.days == INT32_MIN || date.days == INT32_MAX)
		return json_null();
	kpss_date_split(date, &year, &month, &day);
	return json_sprintf("%04d-%02d-%02d", year, month, day);
}

/* One text for each line. */
static json_t *name_list(struct kpss_str names)
{
	json_t *list = json_array();
	while (names.len > 0) {
		const char *end = memchr(names.ptr, '\n', names.len);
		size_t length = end ? (size_t)(end - names.ptr) : names.len;
		size_t used = length + (end ? 1 : 0);
		json_array_append_new(
			list, described_text((struct kpss_str){.ptr = names.ptr, .len = length}));
		names = (struct kpss_str){.ptr = names.ptr + used, .len = names.len - used};
	}
	return list;
}

/* A value may be as long as its file: of such a one, its beginning, and three dots. */
static json_t *shortened_text(struct kpss_str text)
{
	enum { LONGEST = 4000 };
	struct kpss_str beginning = message_beginning(text, LONGEST);
	if (beginning.len == text.len)
		return described_text(text);
	struct buf buf = {0};
	buf_add(&buf, beginning);
	buf_add_text(&buf, "\xE2\x80\xA6");
	json_t *value = described_text(buf_str(&buf));
	buf_clear(&buf);
	return value;
}

static json_t *argument_value(const struct finding_argument *argument)
{
	switch (argument->type) {
	case ARGUMENT_TEXT:
	case ARGUMENT_WORDS:
		return shortened_text(argument->text);
	case ARGUMENT_NUMBER:
		return json_integer(argument->number);
	case ARGUMENT_DATE:
		return described_date((struct kpss_date){.days = (int32_t)argument->number});
	case ARGUMENT_NAMES:
		return name_list(argument->text);
	case ARGUMENT_NONE:
		break;
	}
	return json_null();
}

static json_t *arguments(const struct finding *finding)
{
	json_t *list = json_array();
	size_t count = FINDING_ARGUMENTS;
	while (count > 0 && finding->arguments[count - 1].type == ARGUMENT_NONE)
		count--;
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, argument_value(&finding->arguments[i]));
	return list;
}

static void set_place(json_t *object, const struct kpss_span *where)
{
	if (!where->source) {
		static const char *const keys[] = {
			"path", "line", "column", "endLine", "endColumn"};
		for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
			json_object_set_new(object, keys[i], json_null());
		return;
	}
	struct place begin = source_locate(where->source, where->begin);
	struct place end = source_locate(where->source, where->end);
	json_object_set_new(object, "path", described_text(where->source->path));
	json_object_set_new(object, "line", json_integer(begin.line));
	json_object_set_new(object, "column", json_integer(begin.column));
	json_object_set_new(object, "endLine", json_integer(end.line));
	json_object_set_new(object, "endColumn", json_integer(end.column));
}

static json_t *related(const struct report_options *options, const struct finding *finding)
{
	if (!finding->related.source)
		return json_null();
	json_t *object = json_object();
	set_place(object, &finding->related);
	json_object_set_new(object, "label", message(options, finding->kind->related, finding));
	return object;
}

json_t *described_finding(const struct report_options *options, const struct finding *finding)
{
	const struct finding_kind *kind = finding->kind;
	json_t *object = json_object();
	json_object_set_new(object, "code", json_string(kind->code));
	json_object_set_new(object, "severity", json_string(severity_word(finding->severity)));
	set_place(object, &finding->where);
	json_object_set_new(object, "message", main_message(options, finding));
	json_object_set_new(object, "label", message(options, kind->label, finding));
	json_object_set_new(object, "remedy", message(options, kind->remedy, finding));
	json_object_set_new(object, "related", related(options, finding));
	json_object_set_new(object, "subject",
		finding->subject.ptr ? described_text(finding->subject) : json_null());
	json_object_set_new(object, "arguments", arguments(finding));
	return object;
}

struct indented {
	struct buf *buf;
	size_t blanks;
};

static void add_unit(struct buf *buf, uint32_t unit)
{
	buf_addf(buf, "\\u%04x", (unsigned)unit);
}

/* As JSON writes it: what is beyond the first plane in two halves. */
static void add_escaped(struct buf *buf, uint32_t code)
{
	enum { PLANE = 0x10000, HIGH = 0xD800, LOW = 0xDC00, HALF_BITS = 10, HALF_MASK = 0x3FF };
	if (code < PLANE) {
		add_unit(buf, code);
		return;
	}
	add_unit(buf, HIGH + ((code - PLANE) >> HALF_BITS));
	add_unit(buf, LOW + ((code - PLANE) & HALF_MASK));
}

static size_t harmless_length(struct kpss_str text)
{
	size_t length = 0;
	while (length < text.len && text.ptr[length] >= ' ' && text.ptr[length] <= '~')
		length++;
	return length;
}

static void add_string(struct buf *buf, struct kpss_str text)
{
	buf_add_char(buf, '"');
	for (size_t at = 0, length; at < text.len; at += length) {
		uint32_t code = text_code_point(text, at, &length);
		if (code == '"' || code == '\\')
			buf_add_char(buf, '\\');
		if (code == '\n' || code == '\t')
			buf_add_text(buf, code == '\n' ? "\\n" : "\\t");
		else if (text_is_unsafe(code))
			add_escaped(buf, code);
		else
			buf_add(buf, (struct kpss_str){.ptr = text.ptr + at, .len = length});
	}
	buf_add_char(buf, '"');
}

void described_add_text(struct buf *buf, struct kpss_str text)
{
	struct buf safe = {0};
	bool is_sound = text_valid_utf8(text) == text.len;
	if (!is_sound)
		text_add_safe(&safe, text);
	add_string(buf, is_sound ? text : buf_str(&safe));
	buf_clear(&safe);
}

/* Jansson escapes what JSON demands; a program's output may land on a terminal all the same. Line ends inside strings are
 * escaped, so each one that comes by is layout. */
static int add_indented(const char *bytes, size_t size, void *data)
{
	struct indented *out = data;
	struct kpss_str text = {.ptr = bytes, .len = size};
	for (size_t length; text.len > 0; text = (struct kpss_str){.ptr = text.ptr + length, .len = text.len - length}) {
		length = harmless_length(text);
		uint32_t code = length ? ' ' : text_code_point(text, 0, &length);
		if (code != '\n' && text_is_unsafe(code))
			add_escaped(out->buf, code);
		else
			buf_add(out->buf, (struct kpss_str){.ptr = text.ptr, .len = length});
		if (code == '\n')
			buf_add_repeated(out->buf, ' ', out->blanks);
	}
	return 0;
}

void described_add(struct buf *buf, size_t level, json_t *value)
{
	struct indented out = {.buf = buf, .blanks = level * LEVEL};
	json_dump_callback(value, add_indented, &out, JSON_INDENT(LEVEL) | JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS));
	json_decref(value);
}

json_t *described_summary(const struct report_summary *summary)
{
	json_t *object = json_object();
	json_object_set_new(object, "errors", json_integer((json_int_t)summary->errors));
	json_object_set_new(object, "warnings", json_integer((json_int_t)summary->warnings));
	json_object_set_new(object, "notes", json_integer((json_int_t)summary->notes));
	json_object_set_new(object, "files", json_integer((json_int_t)summary->files));
	json_object_set_new(object, "suppressed", json_integer((json_int_t)summary->suppressed));
	json_object_set_new(object, "known", json_integer((json_int_t)summary->known));
	return object;
}

void described_add_line(struct buf *buf, json_t *value)
{
	struct indented out = {.buf = buf};
	json_dump_callback(value, add_indented, &out, JSON_COMPACT);
	buf_add_char(buf, '\n');
	json_decref(value);
}
