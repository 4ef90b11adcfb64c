#include "render/documented.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "plan/plan.h"
#include "query/stream.h"
#include "schema/addition.h"
#include "schema/bundle.h"

struct documented {
	const struct plan *plan;
	const struct schema_table *schema;
	json_t *files;       /* by their names, as far as they were asked for */
	uint16_t kind_asked; /* the last; files are forgotten when another one is */
};

/* A subschema and the file that it stands in: references are read from there. */
struct part {
	const char *file;
	const json_t *schema;
};

static json_t *parsed(const char *text, size_t length)
{
	json_t *value = json_loadb(text, length, JSON_DECODE_ANY, NULL);
	if (!value)
		memory_exhausted();
	return value;
}

static struct kpss_str kind_word(const struct documented *documented, uint16_t kind)
{
	if (kind == QUERY_PROFILE)
		return kpss_str("profile");
	return schema_word(documented->schema, documented->schema->kinds[kind].singular);
}

/* The file of that name; without one where there is none. */
static struct part file_part(struct documented *documented, struct kpss_str name)
{
	for (size_t i = 0; i < schema_source_count; i++) {
		const char *file = schema_sources[i].name;
		if (!kpss_str_is(name, file))
			continue;
		if (!json_object_get(documented->files, file))
			json_object_set_new(documented->files, file,
				parsed(schema_sources[i].json.ptr, schema_sources[i].json.len));
		return (struct part){
			.file = file, .schema = json_object_get(documented->files, file)};
	}
	return (struct part){0};
}

static void own_fields_add(const struct documented *documented, uint16_t kind, const json_t *schema)
{
	uint32_t count;
	const struct schema_addition *own = plan_own_fields(documented->plan, &count);
	for (uint32_t i = 0; i < count; i++)
		if (own[i].kind == kind)
			json_object_set_new(json_object_get(schema, "properties"), own[i].name,
				parsed(own[i].json, strlen(own[i].json)));
}

static struct part kind_part(struct documented *documented, uint16_t kind)
{
	struct buf name = {0};
	if (documented->kind_asked != kind)
		json_object_clear(documented->files);
	buf_add(&name, kind_word(documented, kind));
	buf_add_text(&name, ".schema.json");
	struct part part = file_part(documented, buf_str(&name));
	buf_clear(&name);
	if (documented->kind_asked != kind)
		own_fields_add(documented, kind, part.schema);
	documented->kind_asked = kind;
	return part;
}

struct documented *documented_new(const struct plan *plan)
{
	struct documented *documented = memory_resize(NULL, 1, sizeof *documented);
	*documented = (struct documented){.plan = plan,
		.schema = plan_schema(plan),
		.files = json_object(),
		.kind_asked = QUERY_PROFILE - 1};
	return documented;
}

void documented_free(struct documented *documented)
{
	if (!documented)
		return;
	json_decref(documented->files);
	free(documented);
}

/* common.schema.json#/$defs/cost, #/$defs/cost or group.schema.json: what stands there. */
static struct part followed(struct documented *documented, struct part part)
{
	const char *reference;
	while ((reference = json_string_value(json_object_get(part.schema, "$ref")))) {
		size_t length = strcspn(reference, "#");
		part = file_part(
			documented, length ? (struct kpss_str){.ptr = reference, .len = length}
					   : kpss_str(part.file));
		if (reference[length])
			part.schema = json_object_get(json_object_get(part.schema, "$defs"),
				reference + length + strlen("#/$defs/"));
	}
	return part;
}

static struct part items_part(struct documented *documented, struct part list)
{
	list = followed(documented, list);
	list.schema = json_object_get(list.schema, "items");
	return list;
}

static struct part field_part(struct documented *documented, struct part part, uint16_t word)
{
	struct kpss_str name = schema_word(documented->schema, word);
	part = followed(documented, part);
	part.schema =
		json_object_getn(json_object_get(part.schema, "properties"), name.ptr, name.len);
	return part;
}

static struct part path_part(
	struct documented *documented, struct part part, const uint16_t *path, uint32_t depth)
{
	for (uint32_t i = 0; i < depth; i++)
		part = field_part(documented, part, path[i]);
	return part;
}

/* The list that the rows of a table are items of; of a table of records, their kind. */
static struct part table_part(struct documented *documented, const struct query_table *table)
{
	if (!table->of)
		return kind_part(documented, table->kind);
	struct part rows = table_part(documented, table->of);
	if (table->of->of)
		rows = items_part(documented, rows);
	return path_part(documented, rows, table->path, table->depth);
}

static struct part column_part(struct documented *documented, const struct query_table *table,
	const struct query_column *column)
{
	struct part part = table_part(documented, table);
	/* What a list of texts says of itself, it says of each. */
	if (table->of && column->depth)
		part = items_part(documented, part);
	return path_part(documented, part, column->path, column->depth);
}

/* Columns that are no fields say the same in every table. */
static const char *const computed[] = {
	[COLUMN_STATUS_CLASS] = N_("What the town counts the status as."),
	[COLUMN_RECORD] = N_("Id of the record that the list is in."),
	[COLUMN_PART_OF] = N_("Source of the row that the list is in."),
	[COLUMN_NUMBER] = N_("Place of the item in its list, from 1."),
	[COLUMN_LEVEL] = N_("The level of the item: its English word, or the town's own."),
	[COLUMN_RANK] = N_("Which of the town's levels that is, from 1 for the highest."),
	[COLUMN_IS_MEASURE] = N_("Whether the town flags the level as that of measures."),
	[COLUMN_IS_AREA] = N_("Whether the town flags the level as that of areas."),
	[COLUMN_SOURCE_ID] = N_("The record, and the part of it, that the row comes from; where it "
				"is written stands in the table sources."),
};

struct kpss_str documented_text(struct documented *documented, const struct stream_table *table,
	const struct query_column *column, bool czech)
{
	struct part part = {0};
	if (!table->table)
		return kpss_str("");
	if (column && column->source != COLUMN_FIELD)
		return kpss_str(language_text(
			language_find(czech ? "cs" : "en"), computed[column->source]));
	part = column ? column_part(documented, table->table, column)
		      : table_part(documented, table->table);
	const char *text = json_string_value(
		json_object_get(part.schema, czech ? "x-kpss-description-cs" : "description"));
	return kpss_str(text ? text : "");
}
