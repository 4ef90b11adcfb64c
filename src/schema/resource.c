#include "schema/resource.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Keywords that hold schemas, and how. */
enum holding { ONE_SCHEMA, LIST_OF_SCHEMAS, SCHEMAS_BY_NAME };
static const struct {
	const char *name;
	enum holding holding;
} applicators[] = {
	{"additionalProperties", ONE_SCHEMA}, {"propertyNames", ONE_SCHEMA}, {"items", ONE_SCHEMA},
	{"contains", ONE_SCHEMA}, {"not", ONE_SCHEMA}, {"if", ONE_SCHEMA}, {"then", ONE_SCHEMA}, {"else", ONE_SCHEMA},
	{"unevaluatedItems", ONE_SCHEMA}, {"unevaluatedProperties", ONE_SCHEMA}, {"contentSchema", ONE_SCHEMA},
	{"allOf", LIST_OF_SCHEMAS}, {"anyOf", LIST_OF_SCHEMAS}, {"oneOf", LIST_OF_SCHEMAS},
	{"prefixItems", LIST_OF_SCHEMAS}, {"properties", SCHEMAS_BY_NAME}, {"patternProperties", SCHEMAS_BY_NAME},
	{"$defs", SCHEMAS_BY_NAME}, {"definitions", SCHEMAS_BY_NAME}, {"dependentSchemas", SCHEMAS_BY_NAME},
};

static void scan(struct resources *resources, uint32_t resource, const json_t *schema);

static void *grown(void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	*capacity = *capacity ? *capacity * 2 : 64;
	return memory_resize(items, *capacity, size);
}

void resources_init(struct resources *resources, struct arena *arena)
{
	*resources = (struct resources){.arena = arena};
}

void resources_clear(struct resources *resources)
{
	free(resources->items);
	free(resources->places);
	free(resources->anchors);
}

static const char *copy(struct resources *resources, const char *text, size_t length)
{
	return arena_text(resources->arena, (struct kpss_str){.ptr = text, .len = length}).ptr;
}

/* Length of `scheme:` at the beginning; 0 when there is none. */
static size_t scheme_length(const char *uri)
{
	size_t length = strspn(uri, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
	return length > 1 && uri[length] == ':' ? length + 1 : 0;
}

/* Length up to the path: scheme and host. */
static size_t authority_length(const char *uri)
{
	size_t length = scheme_length(uri);
	if (strncmp(uri + length, "//", 2) == 0)
		length += 2 + strcspn(uri + length + 2, "/");
	return length;
}

/* Takes ./ and name/../ out of a path (RFC 3986, section 5.2.4). */
static void dots_remove(char *path)
{
	char *out = path;
	for (const char *at = path; *at;) {
		if (strncmp(at, "/./", 3) == 0) {
			at += 2;
		} else if (strncmp(at, "/../", 4) == 0) {
			at += 3;
			while (out > path && *--out != '/')
				;
		} else {
			*out++ = *at++;
		}
	}
	*out = '\0';
}

/* A reference without its fragment, made absolute. */
static const char *uri_join(struct resources *resources, const char *base, const char *reference)
{
	size_t length = strcspn(reference, "#");
	if (length == 0)
		return base;
	if (scheme_length(reference))
		return copy(resources, reference, length);
	size_t kept = authority_length(base);
	if (reference[0] != '/') {
		const char *slash = strrchr(base + kept, '/');
		kept = slash ? (size_t)(slash - base) + 1 : kept;
	}
	struct kpss_str joined = arena_format(resources->arena, "%.*s%.*s", (int)kept, base, (int)length, reference);
	char *uri = (char *)joined.ptr;
	dots_remove(uri + authority_length(uri));
	return uri;
}

static uint32_t resource_new(struct resources *resources, const char *uri, const json_t *json)
{
	resources->items = grown(resources->items, resources->count, &resources->capacity, sizeof *resources->items);
	resources->items[resources->count] = (struct schema_resource){.uri = uri, .json = json};
	return (uint32_t)resources->count++;
}

static void anchor_add(struct resources *resources, uint32_t resource, const json_t *schema, const char *keyword)
{
	const char *name = json_string_value(json_object_get(schema, keyword));
	if (!name)
		return;
	resources->anchors =
		grown(resources->anchors, resources->anchor_count, &resources->anchor_capacity, sizeof *resources->anchors);
	resources->anchors[resources->anchor_count++] = (struct named_place){
		.name = name,
		.json = schema,
		.resource = resource,
		.dynamic = strcmp(keyword, "$dynamicAnchor") == 0,
	};
}

static bool is_seen(const struct resources *resources, const json_t *schema)
{
	for (size_t i = 0; i < resources->place_count; i++)
		if (resources->places[i].json == schema)
			return true;
	return false;
}

static void held_scan(struct resources *resources, uint32_t resource, const json_t *value, enum holding holding)
{
	const char *name;
	json_t *item;
	size_t i;
	if (holding == ONE_SCHEMA)
		scan(resources, resource, value);
	else if (holding == LIST_OF_SCHEMAS)
		json_array_foreach((json_t *)value, i, item)
			scan(resources, resource, item);
	else
		json_object_foreach((json_t *)value, name, item)
			scan(resources, resource, item);
}

/* True and false are one object each in memory, so only schemas that are objects have a place. */
static void scan(struct resources *resources, uint32_t resource, const json_t *schema)
{
	if (!json_is_object(schema) || is_seen(resources, schema))
		return;
	const char *id = json_string_value(json_object_get(schema, "$id"));
	if (id && id[0] != '#')
		resource = resource_new(resources, uri_join(resources, resources->items[resource].uri, id), schema);
	resources->places =
		grown(resources->places, resources->place_count, &resources->place_capacity, sizeof *resources->places);
	resources->places[resources->place_count++] = (struct schema_place){.json = schema, .resource = resource};
	anchor_add(resources, resource, schema, "$anchor");
	anchor_add(resources, resource, schema, "$dynamicAnchor");
	resources->has_dynamic = resources->has_dynamic || json_object_get(schema, "$dynamicRef");
	resources->has_unevaluated = resources->has_unevaluated || json_object_get(schema, "unevaluatedProperties") ||
		json_object_get(schema, "unevaluatedItems");
	for (size_t i = 0; i < sizeof applicators / sizeof *applicators; i++) {
		const json_t *value = json_object_get(schema, applicators[i].name);
		if (value)
			held_scan(resources, resource, value, applicators[i].holding);
	}
}

void resources_add(struct resources *resources, const char *uri, const json_t *schema)
{
	scan(resources, resource_new(resources, uri, schema), schema);
}

uint32_t resources_of(const struct resources *resources, const json_t *schema)
{
	for (size_t i = 0; i < resources->place_count; i++)
		if (resources->places[i].json == schema)
			return resources->places[i].resource;
	return 0;
}

static int hex_value(char c)
{
	const char *digits = "0123456789abcdef";
	const char *found = c ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;
	return found ? (int)(found - digits) : -1;
}

/* One step of a JSON pointer: %25 is a per cent sign, ~1 a slash, ~0 a tilde. */
static const char *step_text(struct resources *resources, const char *step, size_t length)
{
	char *out = arena_alloc(resources->arena, length + 1);
	size_t written = 0;
	for (size_t i = 0; i < length; i++) {
		char c = step[i];
		if (c == '%' && i + 2 < length + 0 && hex_value(step[i + 1]) >= 0 && hex_value(step[i + 2]) >= 0) {
			c = (char)(hex_value(step[i + 1]) * 16 + hex_value(step[i + 2]));
			i += 2;
		}
		out[written++] = c;
	}
	out[written] = '\0';
	char *to = out;
	for (const char *from = out; *from; from++) {
		bool escape = *from == '~' && (from[1] == '0' || from[1] == '1');
		*to++ = escape ? (from[1] == '0' ? '~' : '/') : *from;
		from += escape;
	}
	*to = '\0';
	return out;
}

/* Follows a pointer; a place on the way with an $id of its own changes the resource. */
static const json_t *pointer_follow(struct resources *resources, uint32_t resource, const json_t *json, const char *pointer)
{
	while (json && *pointer == '/') {
		size_t length = strcspn(pointer + 1, "/");
		const char *step = step_text(resources, pointer + 1, length);
		json = json_is_array(json) ? json_array_get(json, strtoul(step, NULL, 10)) : json_object_get(json, step);
		pointer += length + 1;
		if (json && is_seen(resources, json))
			resource = resources_of(resources, json);
	}
	/* A place that no keyword leads to becomes a schema by being referred to. */
	scan(resources, resource, json);
	return json;
}

static const json_t *anchor_find(const struct resources *resources, uint32_t resource, const char *name,
	const char **dynamic)
{
	const json_t *found = NULL;
	for (size_t i = 0; i < resources->anchor_count; i++) {
		const struct named_place *anchor = &resources->anchors[i];
		if (anchor->resource != resource || strcmp(anchor->name, name) != 0)
			continue;
		found = anchor->json;
		if (anchor->dynamic)
			*dynamic = anchor->name;
	}
	return found;
}

const json_t *resources_resolve(struct resources *resources, uint32_t resource, const char *reference,
	const char **anchor)
{
	const char *uri = uri_join(resources, resources->items[resource].uri, reference);
	const char *fragment = strchr(reference, '#');
	fragment = fragment ? fragment + 1 : "";
	*anchor = NULL;
	for (size_t i = 0; i < resources->count; i++) {
		const struct schema_resource *item = &resources->items[i];
		if (strcmp(item->uri, uri) != 0)
			continue;
		if (fragment[0] == '\0' || fragment[0] == '/')
			return pointer_follow(resources, (uint32_t)i, item->json, fragment);
		const json_t *found = anchor_find(resources, (uint32_t)i, fragment, anchor);
		if (found)
			return found;
	}
	return NULL;
}
