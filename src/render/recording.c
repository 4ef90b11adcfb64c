#include "render/recording.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "render/described.h"
#include "render/message.h"

enum { SCHEMA_VERSION = 1, ID_SHOWN = 10 };

static void add_file(
	struct buf *buf, const struct language *language, const struct recording_file *file)
{
	static const char *const words[] = {
		[RECORDING_ADDED] = N_("new file: {0}"),
		[RECORDING_CHANGED] = N_("changed file: {0}"),
		[RECORDING_DELETED] = N_("deleted file: {0}"),
	};
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_text(file->path)};
	buf_add_text(buf, "  ");
	message_add(buf, language, words[file->how], arguments);
	buf_add_char(buf, '\n');
}

static struct kpss_str first_line(struct kpss_str text)
{
	const char *end = memchr(text.ptr, '\n', text.len);
	return (struct kpss_str){.ptr = text.ptr, .len = end ? (size_t)(end - text.ptr) : text.len};
}

static void text_add(
	struct buf *buf, const struct language *language, const struct recording *recording)
{
	struct kpss_str id = {.ptr = recording->id, .len = recording->id ? ID_SHOWN : 0};
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)recording->count), argument_text(recording->branch),
		argument_text(id)};
	if (recording->count == 0) {
		buf_addf(buf, "%s\n",
			language_text(language,
				N_("nothing to record: the plan is as it was recorded last")));
		return;
	}
	if (recording->id)
		message_add_counted(buf, language,
			P_("recorded as {2} on branch {1}: {0} file",
				"recorded as {2} on branch {1}: {0} files"),
			arguments);
	else
		message_add_counted(buf, language,
			P_("would be recorded on branch {1}: {0} file",
				"would be recorded on branch {1}: {0} files"),
			arguments);
	buf_add_char(buf, '\n');
	for (size_t i = 0; recording->dry_run && i < recording->count; i++)
		add_file(buf, language, &recording->files[i]);
	if (recording->dry_run) {
		const struct finding_argument message[FINDING_ARGUMENTS] = {
			argument_text(first_line(recording->message))};
		message_add(buf, language, N_("message: {0}"), message);
		buf_add_char(buf, '\n');
	}
}

static json_t *file_json(const struct recording_file *file)
{
	static const char *const words[] = {
		[RECORDING_ADDED] = "added",
		[RECORDING_CHANGED] = "changed",
		[RECORDING_DELETED] = "deleted",
	};
	json_t *object = json_object();
	json_object_set_new(object, "path", described_text(file->path));
	json_object_set_new(object, "change", json_string(words[file->how]));
	return object;
}

static void json_add(
	struct buf *buf, const struct language *language, const struct recording *recording)
{
	(void)language;
	json_t *object = json_object(), *files = json_array();
	for (size_t i = 0; i < recording->count; i++)
		json_array_append_new(files, file_json(&recording->files[i]));
	json_object_set_new(object, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(
		object, "commit", recording->id ? json_string(recording->id) : json_null());
	json_object_set_new(object, "branch", described_text(recording->branch));
	json_object_set_new(object, "dryRun", json_boolean(recording->dry_run));
	json_object_set_new(object, "message",
		recording->count ? described_text(recording->message) : json_null());
	json_object_set_new(object, "files", files);
	described_add(buf, 0, object);
	buf_add_char(buf, '\n');
}

static const struct recording_format format_text = {.name = "text", .add = text_add};
static const struct recording_format format_json = {.name = "json", .add = json_add};

const struct recording_format *const recording_formats[] = {&format_text, &format_json, NULL};
