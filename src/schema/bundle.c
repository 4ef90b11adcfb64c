/* The schemas are English with Czech annotations; a bundle is one of both, with every reference leading into itself. */
#include "schema/bundle.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "schema/addition.h"

/* A definition that something refers to; each is written once. */
struct wanted {
	const char *name; /* in the bundle: group, common-id */
	const json_t *schema;
	size_t source;
};

struct bundler {
	const struct bundle *bundle;
	struct arena *arena;
	json_t **sources;
	const char **names; /* of the sources: group, common */
	struct wanted *wanted;
	size_t wanted_count, wanted_capacity;
};

/* The place of a subschema: its file, and the object whose fields its `required` names. */
struct place {
	size_t source;
	const json_t *fields;
};

static json_t *schema_convert(struct bundler *bundler, const struct place *place, const json_t *schema);

static const char *text_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static size_t source_find(const struct bundler *bundler, const char *name, size_t length)
{
	for (size_t i = 0; i < bundler->bundle->source_count; i++)
		if (strlen(bundler->names[i]) == length && memcmp(bundler->names[i], name, length) == 0)
			return i;
	return bundler->bundle->source_count;
}

static void wanted_add(struct bundler *bundler, const char *name, const json_t *schema, size_t source)
{
	for (size_t i = 0; i < bundler->wanted_count; i++)
		if (strcmp(bundler->wanted[i].name, name) == 0)
			return;
	if (bundler->wanted_count == bundler->wanted_capacity) {
		bundler->wanted_capacity = bundler->wanted_capacity ? bundler->wanted_capacity * 2 : 64;
		bundler->wanted = memory_resize(bundler->wanted, bundler->wanted_capacity, sizeof *bundler->wanted);
	}
	bundler->wanted[bundler->wanted_count++] = (struct wanted){.name = name, .schema = schema, .source = source};
}

/* common.schema.json#/$defs/id becomes #/$defs/common-id, group.schema.json becomes #/$defs/group. */
static json_t *reference_convert(struct bundler *bundler, size_t source, const char *reference)
{
	static const char ending[] = ".schema.json", definitions[] = "/$defs/";
	const char *hash = strchr(reference, '#'), *file_end = strstr(reference, ending);
	if (file_end)
		source = source_find(bundler, reference, (size_t)(file_end - reference));
	const json_t *schema = bundler->sources[source];
	struct kpss_str name = kpss_str(bundler->names[source]);
	if (hash && strncmp(hash + 1, definitions, sizeof definitions - 1) == 0) {
		const char *definition = hash + sizeof definitions;
		schema = json_object_get(json_object_get(schema, "$defs"), definition);
		name = arena_format(bundler->arena, "%s-%s", name.ptr, definition);
	}
	wanted_add(bundler, name.ptr, schema, source);
	return json_string(arena_format(bundler->arena, "#/$defs/%s", name.ptr).ptr);
}

static const char *key_convert(const struct bundler *bundler, const json_t *fields, const char *key)
{
	const char *czech = text_of(json_object_get(fields, key), "x-kpss-cs");
	return bundler->bundle->czech && czech ? czech : key;
}

static json_t *properties_convert(struct bundler *bundler, const struct place *place, const json_t *properties)
{
	json_t *converted = json_object();
	const char *key;
	json_t *schema;
	json_object_foreach((json_t *)properties, key, schema)
		json_object_set_new(converted, key_convert(bundler, properties, key), schema_convert(bundler, place, schema));
	return converted;
}

static json_t *required_convert(struct bundler *bundler, const struct place *place, const json_t *required)
{
	json_t *converted = json_array(), *key;
	size_t i;
	json_array_foreach((json_t *)required, i, key)
		json_array_append_new(converted,
			json_string(key_convert(bundler, place->fields, json_string_value(key))));
	return converted;
}

static json_t *list_convert(struct bundler *bundler, const struct place *place, const json_t *schemas)
{
	json_t *converted = json_array(), *schema;
	size_t i;
	json_array_foreach((json_t *)schemas, i, schema)
		json_array_append_new(converted, schema_convert(bundler, place, schema));
	return converted;
}

static json_t *statuses_list(const struct bundler *bundler)
{
	json_t *list = json_array();
	for (size_t i = 0; i < bundler->bundle->status_count; i++) {
		struct kpss_str status = bundler->bundle->statuses[i];
		json_array_append_new(list, json_stringn(status.ptr, status.len));
	}
	return list;
}

static bool is_one_of(const char *word, const char *const words[])
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

/* The value of a keyword in the bundle; NULL: the keyword has no place in it. */
static json_t *keyword_convert(struct bundler *bundler, const struct place *place, const json_t *schema,
	const char *keyword, json_t *value)
{
	static const char *const one[] = {"items", "additionalProperties", "not", "if", "then", "else", NULL};
	static const char *const many[] = {"anyOf", "oneOf", "allOf", NULL};
	bool czech = bundler->bundle->czech;
	if (strcmp(keyword, "$ref") == 0)
		return reference_convert(bundler, place->source, json_string_value(value));
	if (strcmp(keyword, "properties") == 0)
		return properties_convert(bundler, place, value);
	if (strcmp(keyword, "required") == 0)
		return required_convert(bundler, place, value);
	if (is_one_of(keyword, one))
		return schema_convert(bundler, place, value);
	if (is_one_of(keyword, many))
		return list_convert(bundler, place, value);
	if (strcmp(keyword, "x-kpss-profile") == 0)
		return bundler->bundle->status_count ? statuses_list(bundler) : NULL;
	if (strncmp(keyword, "x-kpss-", 7) == 0 || keyword[0] == '$')
		return NULL;
	const json_t *other = NULL;
	if (strcmp(keyword, "enum") == 0)
		other = json_object_get(schema, "x-kpss-enum-cs");
	else if (strcmp(keyword, "title") == 0)
		other = json_object_get(schema, "x-kpss-title-cs");
	else if (strcmp(keyword, "description") == 0)
		other = json_object_get(schema, "x-kpss-description-cs");
	return json_incref(czech && other ? (json_t *)other : value);
}

static json_t *schema_convert(struct bundler *bundler, const struct place *place, const json_t *schema)
{
	if (!json_is_object(schema))
		return json_incref((json_t *)schema);
	struct place inner = *place;
	json_t *converted = json_object(), *value, *fields = json_object_get(schema, "properties");
	const char *keyword;
	if (fields)
		inner.fields = fields;
	json_object_foreach((json_t *)schema, keyword, value) {
		json_t *made = keyword_convert(bundler, &inner, schema, keyword, value);
		bool statuses = strcmp(keyword, "x-kpss-profile") == 0;
		if (made)
			json_object_set_new(converted, statuses ? "enum" : keyword, made);
	}
	return converted;
}

/* Lists of records under one plural; levels share the schema of their kind. */
static void plural_add(struct bundler *bundler, json_t *properties, size_t source, const json_t *names)
{
	const json_t *root = bundler->sources[source], *czech = json_object_get(names, "cs");
	const char *plural = text_of(bundler->bundle->czech ? czech : names, "plural");
	const char *title = text_of(root, bundler->bundle->czech ? "x-kpss-title-cs" : "title");
	const char *description = text_of(root, bundler->bundle->czech ? "x-kpss-description-cs" : "description");
	wanted_add(bundler, bundler->names[source], root, source);
	struct kpss_str reference = arena_format(bundler->arena, "#/$defs/%s", bundler->names[source]);
	json_object_set_new(properties, plural,
		json_pack("{s:s, s:s, s:s, s:{s:s}}", "type", "array", "title", title, "description", description, "items",
			"$ref", reference.ptr));
}

static json_t *file_schema(struct bundler *bundler)
{
	json_t *properties = json_object();
	for (size_t i = 0; i < bundler->bundle->source_count; i++) {
		const char *level;
		json_t *names, *kind = json_object_get(bundler->sources[i], "x-kpss-kind");
		if (!kind)
			continue;
		plural_add(bundler, properties, i, kind);
		json_object_foreach(json_object_get(bundler->sources[i], "x-kpss-levels"), level, names)
			plural_add(bundler, properties, i, names);
	}
	bool czech = bundler->bundle->czech;
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:b}", "$schema", "https://json-schema.org/draft/2020-12/schema", "title",
		czech ? "Soubor plánu" : "A file of a plan", "description",
		czech ? "Seznamy záznamů, každý pod množným číslem svého druhu." : "Lists of records, each under the plural of its kind.",
		"type", "object", "properties", properties, "additionalProperties", 0);
}

static json_t *exported_records_schema(struct bundler *bundler)
{
	json_t *properties = json_object(), *required = json_array();
	for (size_t i = 0; i < bundler->bundle->source_count; i++) {
		json_t *kind = json_object_get(bundler->sources[i], "x-kpss-kind");
		if (!kind)
			continue;
		plural_add(bundler, properties, i, kind);
		json_array_append(required, json_object_get(kind, "plural"));
	}
	return json_pack("{s:s, s:s, s:o, s:o, s:b}", "type", "object", "description",
		"Records by kind, those that stand in others left there. All amounts of money are in crowns.",
		"properties", properties, "required", required, "additionalProperties", 0);
}

/* A whole plan as `kpss export json` writes it. */
static json_t *export_schema(struct bundler *bundler)
{
	size_t profile = source_find(bundler, "profile", strlen("profile"));
	wanted_add(bundler, "profile", bundler->sources[profile], profile);
	json_t *properties = json_pack("{s:{s:i}, s:{s:s, s:s, s:s}, s:{s:[s, s], s:s}, s:o, s:{s:[{s:s}, {s:s}], s:s}, s:o}",
		"schemaVersion", "const", SCHEMA_EXPORT_VERSION,
		"asOf", "type", "string", "format", "date", "description", "The day on which the plan was looked at.",
		"commit", "type", "string", "null", "description", "The commit that was read; null: the files as they were.",
		"town", json_pack("{s:s, s:{s:{s:[s, s]}, s:{s:[s, s]}}, s:[s, s], s:b}", "type", "object", "properties",
			"name", "type", "string", "null", "code", "type", "string", "null",
			"required", "name", "code", "additionalProperties", 0),
		"profile", "anyOf", "$ref", "#/$defs/profile", "type", "null", "description", "The rules of the town.",
		"records", exported_records_schema(bundler));
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:[s, s, s, s, s, s], s:b}",
		"$schema", "https://json-schema.org/draft/2020-12/schema", "title", "A plan, exported by kpss",
		"description", "What kpss export json writes.", "type", "object", "properties", properties,
		"required", "schemaVersion", "asOf", "commit", "town", "profile", "records", "additionalProperties", 0);
}

static json_t *record_schema(struct bundler *bundler)
{
	size_t source = source_find(bundler, bundler->bundle->root, strlen(bundler->bundle->root));
	struct kpss_str reference = arena_format(bundler->arena, "#/$defs/%s", bundler->names[source]);
	wanted_add(bundler, bundler->names[source], bundler->sources[source], source);
	return json_pack("{s:s, s:s}", "$schema", "https://json-schema.org/draft/2020-12/schema", "$ref", reference.ptr);
}

/* Each definition may want others; they come behind it in the list. */
static void definitions_add(struct bundler *bundler, json_t *root)
{
	json_t *definitions = json_object();
	for (size_t i = 0; i < bundler->wanted_count; i++) {
		struct wanted wanted = bundler->wanted[i];
		struct place place = {.source = wanted.source};
		json_object_set_new(definitions, wanted.name, schema_convert(bundler, &place, wanted.schema));
	}
	json_object_set_new(root, "$defs", definitions);
}

static void addition_apply(struct bundler *bundler, const struct schema_addition *addition)
{
	uint16_t kind = 0;
	for (size_t i = 0; i < bundler->bundle->source_count; i++) {
		json_t *root = bundler->sources[i];
		if (!json_object_get(root, "x-kpss-kind") || kind++ != addition->kind)
			continue;
		json_object_set_new(json_object_get(root, "properties"), addition->name,
			json_loads(addition->json, JSON_DECODE_ANY, NULL));
		if (!addition->required)
			continue;
		if (!json_object_get(root, "required"))
			json_object_set_new(root, "required", json_array());
		json_array_append_new(json_object_get(root, "required"), json_string(addition->name));
	}
}

static void sources_load(struct bundler *bundler)
{
	bundler->sources = arena_array(bundler->arena, bundler->bundle->source_count, sizeof *bundler->sources);
	bundler->names = arena_array(bundler->arena, bundler->bundle->source_count, sizeof *bundler->names);
	for (size_t i = 0; i < bundler->bundle->source_count; i++) {
		const char *name = bundler->bundle->sources[i].name;
		struct kpss_str stem = {.ptr = name, .len = strcspn(name, ".")};
		bundler->names[i] = arena_text(bundler->arena, stem).ptr;
		bundler->sources[i] = json_loadb(bundler->bundle->sources[i].json.ptr, bundler->bundle->sources[i].json.len, 0, NULL);
		if (!bundler->sources[i])
			memory_exhausted();
	}
	for (size_t i = 0; i < bundler->bundle->addition_count; i++)
		addition_apply(bundler, &bundler->bundle->additions[i]);
}

struct kpss_str schema_bundle(const struct bundle *bundle, struct arena *arena)
{
	struct bundler bundler = {.bundle = bundle, .arena = arena};
	sources_load(&bundler);
	json_t *root = !bundle->root                           ? file_schema(&bundler)
		       : strcmp(bundle->root, "export") == 0 ? export_schema(&bundler)
							     : record_schema(&bundler);
	definitions_add(&bundler, root);
	char *text = json_dumps(root, JSON_INDENT(2));
	if (!text)
		memory_exhausted();
	struct kpss_str out = arena_format(arena, "%s\n", text);
	free(text);
	json_decref(root);
	for (size_t i = 0; i < bundle->source_count; i++)
		json_decref(bundler.sources[i]);
	free(bundler.wanted);
	return out;
}
