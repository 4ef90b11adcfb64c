/* The compiler of schemas from inside; only for src/schema. */
#ifndef SCHEMA_COMPILER_H
#define SCHEMA_COMPILER_H

#include <jansson.h>

#include "schema/builder.h"
#include "schema/compile.h"
#include "schema/resource.h"

/* A subschema that was met: it may refer to itself, so its number is known before it is compiled. */
struct compiled {
	const json_t *json;
	uint32_t shape;
};

struct root {
	const char *name;
	json_t *json;
};

/* Rarer keywords of the shape that is being compiled; they come to lie together when it is done. */
struct keyword_list {
	struct schema_keyword *items;
	uint32_t count, capacity;
};

struct compiler {
	struct builder builder;
	struct resources resources;
	struct arena *arena;
	struct schema_trouble *trouble;
	struct root *roots;
	size_t root_count;
	struct compiled *compiled;
	size_t compiled_count, compiled_capacity;
	struct keyword_list *more;
	bool strict; /* the conventions of plans, see schema_compile */
	bool failed;
};

typedef void keyword_function(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value);

struct keyword {
	const char *name;
	keyword_function *compile; /* NULL: an annotation, or read together with another keyword */
};

extern const struct keyword keywords[]; /* ends in an empty row */

void fail(struct compiler *compiler, const struct root *root, const char *what, const char *detail);
struct schema_shape *shape_at(struct compiler *compiler, uint32_t shape);
const char *text_of(const json_t *object, const char *key);
uint32_t shape_compile(struct compiler *compiler, const struct root *root, const json_t *schema);
uint32_t size_of(struct compiler *compiler, const struct root *root, const json_t *number);
bool is_list_of_texts(const json_t *list);

struct schema_property property_compile(struct compiler *compiler, const struct root *root, const json_t *owner,
	const char *name, const json_t *schema);
/* Is one of the names of a property also a name of one of the others? */
bool name_is_taken(const struct schema_property *others, uint32_t count, struct schema_property property);
void circles_refuse(struct compiler *compiler);

/* Parses the inputs into `roots`; their number is in `root_count` already. */
void roots_load(struct compiler *compiler, const struct schema_input *inputs);
/* Gives back all but the arena. */
void compiler_clear(struct compiler *compiler);

keyword_function object_compile;

/* The rarer keywords (compile_more.c). */
void keyword_add(struct compiler *compiler, struct schema_keyword keyword);
keyword_function values_compile, constant_compile, multiple_compile, prefix_compile, contains_compile, patterns_compile,
	one_shape_compile, dependent_fields_compile, dependent_shapes_compile, condition_compile, dynamic_compile;

#endif
