/* One JSON document. Written finding by finding, so that memory does not grow with their number. */
#include "render/report.h"

#include <jansson.h>

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "render/message.h"

enum { SCHEMA_VERSION = 1, LEVEL = 2 };

/* Text that is no UTF-8 (a path may be) is written as text_add_safe shows it. */
static json_t *text_json(struct kpss_str text)
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

static json_t *message_json(
	const struct report_options *options, const char *english, const struct finding *finding)
{
	if (!english)
		return json_null();
	struct buf buf = {0};
	message_add(&buf, options->language, english, finding->arguments);
	json_t *value = text_json(buf_str(&buf));
	buf_clear(&buf);
	return value;
}

static json_t *main_message_json(
	const struct report_options *options, const struct finding *finding)
{
	struct buf buf = {0};
	message_add_finding(&buf, options->language, finding);
	json_t *value = text_json(buf_str(&buf));
	buf_clear(&buf);
	return value;
}

static json_t *date_json(struct kpss_date date)
{
	int year, month, day;
	if (date.days == INT32_MIN || date.days == INT32_MAX)
		return json_null();
	kpss_date_split(date, &year, &month, &day);
	return json_sprintf("%04d-%02d-%02d", year, month, day);
}

/* One text for each line. */
static json_t *names_json(struct kpss_str names)
{
	json_t *list = json_array();
	while (names.len > 0) {
		const char *end = memchr(names.ptr, '\n', names.len);
		size_t length = end ? (size_t)(end - names.ptr) : names.len;
		size_t used = length + (end ? 1 : 0);
		json_array_append_new(
			list, text_json((struct kpss_str){.ptr = names.ptr, .len = length}));
		names = (struct kpss_str){.ptr = names.ptr + used, .len = names.len - used};
	}
	return list;
}

static json_t *argument_json(const struct finding_argument *argument)
{
	switch (argument->type) {
	case ARGUMENT_TEXT:
	case ARGUMENT_WORDS:
		return text_json(argument->text);
	case ARGUMENT_NUMBER:
		return json_integer(argument->number);
	case ARGUMENT_DATE:
		return date_json((struct kpss_date){.days = (int32_t)argument->number});
	case ARGUMENT_NAMES:
		return names_json(argument->text);
	case ARGUMENT_NONE:
		break;
	}
	return json_null();
}

static json_t *arguments_json(const struct finding *finding)
{
	json_t *list = json_array();
	size_t count = FINDING_ARGUMENTS;
	while (count > 0 && finding->arguments[count - 1].type == ARGUMENT_NONE)
		count--;
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, argument_json(&finding->arguments[i]));
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
	json_object_set_new(object, "path", text_json(where->source->path));
	json_object_set_new(object, "line", json_integer(begin.line));
	json_object_set_new(object, "column", json_integer(begin.column));
	json_object_set_new(object, "endLine", json_integer(end.line));
	json_object_set_new(object, "endColumn", json_integer(end.column));
}

static json_t *related_json(const struct report_options *options, const struct finding *finding)
{
	if (!finding->related.source)
		return json_null();
	json_t *object = json_object();
	set_place(object, &finding->related);
	json_object_set_new(
		object, "label", message_json(options, finding->kind->related, finding));
	return object;
}

static json_t *finding_json(const struct report_options *options, const struct finding *finding)
{
	const struct finding_kind *kind = finding->kind;
	json_t *object = json_object();
	json_object_set_new(object, "code", json_string(kind->code));
	json_object_set_new(object, "severity", json_string(severity_word(finding->severity)));
	set_place(object, &finding->where);
	json_object_set_new(object, "message", main_message_json(options, finding));
	json_object_set_new(object, "label", message_json(options, kind->label, finding));
	json_object_set_new(object, "remedy", message_json(options, kind->remedy, finding));
	json_object_set_new(object, "related", related_json(options, finding));
	json_object_set_new(object, "subject",
		finding->subject.ptr ? text_json(finding->subject) : json_null());
	json_object_set_new(object, "arguments", arguments_json(finding));
	return object;
}

struct indented {
	struct buf *buf;
	size_t blanks;
};

/* Line ends inside strings are escaped, so each one that comes by is layout. */
static int add_indented(const char *bytes, size_t size, void *data)
{
	struct indented *out = data;
	const char *end = bytes + size;
	for (const char *line; (line = memchr(bytes, '\n', (size_t)(end - bytes)));
		bytes = line + 1) {
		buf_add(out->buf,
			(struct kpss_str){.ptr = bytes, .len = (size_t)(line + 1 - bytes)});
		buf_add_repeated(out->buf, ' ', out->blanks);
	}
	buf_add(out->buf, (struct kpss_str){.ptr = bytes, .len = (size_t)(end - bytes)});
	return 0;
}

static void add_json(struct buf *buf, size_t level, json_t *value)
{
	struct indented out = {.buf = buf, .blanks = level * LEVEL};
	json_dump_callback(value, add_indented, &out, JSON_INDENT(LEVEL) | JSON_ENCODE_ANY);
	json_decref(value);
}

static void add_key(struct buf *buf, size_t level, const char *key)
{
	buf_add_repeated(buf, ' ', level * LEVEL);
	buf_addf(buf, "\"%s\": ", key);
}

static json_t *summary_json(const struct report_summary *summary)
{
	json_t *object = json_object();
	json_object_set_new(object, "errors", json_integer((json_int_t)summary->errors));
	json_object_set_new(object, "warnings", json_integer((json_int_t)summary->warnings));
	json_object_set_new(object, "notes", json_integer((json_int_t)summary->notes));
	json_object_set_new(object, "files", json_integer((json_int_t)summary->files));
	return object;
}

static void json_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	buf_add_text(buf, "{\n");
	add_key(buf, 1, "schemaVersion");
	buf_addf(buf, "%d,\n", SCHEMA_VERSION);
	add_key(buf, 1, "asOf");
	add_json(buf, 1, date_json(options->as_of));
	buf_add_text(buf, ",\n");
	add_key(buf, 1, "summary");
	add_json(buf, 1, summary_json(total));
	buf_add_text(buf, ",\n");
	add_key(buf, 1, "repositories");
	buf_add_char(buf, '[');
}

static void json_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	enum { HERE = 2, INSIDE = 3, ITEM = 4 };
	const struct findings *findings = repository->findings;
	buf_add_text(buf, repository->index ? ",\n" : "\n");
	buf_add_repeated(buf, ' ', HERE * LEVEL);
	buf_add_text(buf, "{\n");
	add_key(buf, INSIDE, "path");
	add_json(buf, INSIDE, text_json(repository->path));
	buf_add_text(buf, ",\n");
	add_key(buf, INSIDE, "town");
	add_json(buf, INSIDE, repository->town.len ? text_json(repository->town) : json_null());
	buf_add_text(buf, ",\n");
	add_key(buf, INSIDE, "summary");
	add_json(buf, INSIDE, summary_json(&repository->summary));
	buf_add_text(buf, ",\n");
	add_key(buf, INSIDE, "findings");
	buf_add_char(buf, '[');
	for (size_t i = 0; i < findings->count; i++) {
		buf_add_text(buf, i ? ",\n" : "\n");
		buf_add_repeated(buf, ' ', ITEM * LEVEL);
		add_json(buf, ITEM, finding_json(options, &findings->items[i]));
	}
	if (findings->count) {
		buf_add_char(buf, '\n');
		buf_add_repeated(buf, ' ', INSIDE * LEVEL);
	}
	buf_add_text(buf, "]\n");
	buf_add_repeated(buf, ' ', HERE * LEVEL);
	buf_add_char(buf, '}');
}

static void json_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)options, (void)total;
	buf_add_text(buf, "\n  ]\n}\n");
}

const struct report_format report_format_json = {
	.name = "json",
	.summary = N_("one JSON document"),
	.begin = json_begin,
	.repository = json_repository,
	.end = json_end,
};
