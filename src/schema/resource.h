/* Which schema a reference means: files and parts of files have URIs, places in them have pointers and anchors
 * (JSON Schema core 2020-12, sections 8 and 9). */
#ifndef SCHEMA_RESOURCE_H
#define SCHEMA_RESOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

struct arena;

/* A file, or a part of one with an $id of its own. */
struct schema_resource {
	const char *uri; /* absolute, without fragment */
	const json_t *json;
};

struct schema_place {
	const json_t *json;
	uint32_t resource;
};

struct named_place {
	const char *name;
	const json_t *json;
	uint32_t resource;
	bool dynamic;
};

struct resources {
	struct arena *arena;
	struct schema_resource *items;
	size_t count, capacity;
	struct schema_place *places; /* every subschema that was seen */
	size_t place_count, place_capacity;
	struct named_place *anchors;
	size_t anchor_count, anchor_capacity;
	bool has_dynamic; /* some schema uses $dynamicRef */
	bool has_unevaluated; /* some schema asks what others have not looked at */
};

/* Texts live in the arena; give the rest back with resources_clear. */
void resources_init(struct resources *resources, struct arena *arena);
void resources_clear(struct resources *resources);

/* Takes in a whole file; `uri` is what it is called where its own $id does not say. The JSON must outlive the resources. */
void resources_add(struct resources *resources, const char *uri, const json_t *schema);

/* The resource that a subschema stands in. */
uint32_t resources_of(const struct resources *resources, const json_t *schema);

/* What a reference in `resource` means; NULL when it leads nowhere. In *anchor the name of the dynamic anchor that it names,
 * NULL when it does not. */
const json_t *resources_resolve(struct resources *resources, uint32_t resource, const char *reference,
	const char **anchor);

#endif
