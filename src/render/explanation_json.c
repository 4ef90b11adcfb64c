#include "render/explanation.h"

#include <stdlib.h>

#include <jansson.h>

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/described.h"
#include "render/message.h"
#include "render/recorded.h"
#include "rule/run.h"

enum { SCHEMA_VERSION = 1, LEVEL = 2 };

/* As it stands in the catalogue: what a message fills in is {0} to {3}. */
static json_t *text_json(const struct explanation_context *context, const char *english)
{
	return english ? json_string(language_text(context->language, english)) : json_null();
}

static json_t *plain_json(const char *text)
{
	return text ? json_string(text) : json_null();
}

static const char *severity_json_word(enum kpss_severity severity)
{
	return severity == KPSS_SILENT ? "silent" : severity_word(severity);
}

static json_t *message_json(
	const struct explanation_context *context, const struct finding_kind *kind)
{
	json_t *object = json_object();
	json_object_set_new(object, "message", text_json(context, kind->message));
	json_object_set_new(object, "remedy", text_json(context, kind->remedy));
	return object;
}

static json_t *messages_json(
	const struct explanation_context *context, const struct explanation *explanation)
{
	json_t *list = json_array();
	const struct finding_kind *kind;
	if (explanation->rule.line)
		json_array_append_new(list, message_json(context, explanation->kind));
	for (size_t i = 0; !explanation->rule.line && (kind = finding_catalogue_at(i)); i++)
		if (strcmp(kind->code, explanation->kind->code) == 0)
			json_array_append_new(list, message_json(context, kind));
	return list;
}

static json_t *place_json(const struct explanation_context *context, uint32_t line)
{
	if (line == 0)
		return json_null();
	json_t *object = json_object();
	json_object_set_new(object, "path", json_stringn(context->profile.ptr, context->profile.len));
	json_object_set_new(object, "line", json_integer(line));
	return object;
}

static json_t *settings_json(const struct explanation_context *context, const struct explanation *explanation)
{
	json_t *list = json_array();
	for (size_t i = 0; i < explanation->setting_count; i++) {
		const struct explained_setting *setting = &explanation->settings[i];
		json_t *object = json_object();
		json_object_set_new(object, "name", json_stringn(setting->name.ptr, setting->name.len));
		json_object_set_new(object, "setBy", place_json(context, setting->line));
		json_array_append_new(list, object);
	}
	return list;
}

/* What is particular to a rule of the town. */
static json_t *rule_json(
	const struct explanation_context *context, const struct explained_rule *rule)
{
	if (rule->line == 0)
		return json_null();
	json_t *object = place_json(context, rule->line);
	json_object_set_new(object, "sql", described_text(rule->sql));
	json_object_set_new(object, "from", described_date(rule->from));
	json_object_set_new(object, "to", described_date(rule->to));
	return object;
}

static json_t *explanation_json(const struct explanation_context *context, const struct explanation *explanation)
{
	const struct finding_kind *kind = explanation->kind;
	json_t *object = json_object();
	json_object_set_new(object, "code", json_string(kind->code));
	json_object_set_new(object, "severity", json_string(severity_json_word(explanation->severity)));
	json_object_set_new(object, "usualSeverity", json_string(severity_json_word(kind->severity)));
	json_object_set_new(object, "setBy", place_json(context, explanation->line));
	json_object_set_new(object, "settings", settings_json(context, explanation));
	json_object_set_new(object, "fatal", json_boolean(kind->fatal));
	json_object_set_new(object, "meaning", text_json(context, kind->meaning));
	json_object_set_new(object, "explanation", text_json(context, kind->explanation));
	json_object_set_new(object, "basis", text_json(context, kind->basis));
	json_object_set_new(object, "messages", messages_json(context, explanation));
	json_object_set_new(object, "rule", rule_json(context, &explanation->rule));
	json_object_set_new(object, "wrong", plain_json(kind->wrong));
	json_object_set_new(object, "right", plain_json(kind->right));
	return object;
}

void explanations_add_json(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanations, size_t count)
{
	json_t *document = json_object(), *list = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, explanation_json(context, &explanations[i]));
	json_object_set_new(document, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(document, "at", recorded_json(context->recorded));
	json_object_set_new(document, "codes", list);
	char *text = json_dumps(document, JSON_INDENT(LEVEL));
	buf_add_text(buf, text);
	buf_add_char(buf, '\n');
	free(text);
	json_decref(document);
}
