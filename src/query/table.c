#include "query/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "query/reserved.h"
#include "schema_words.h"

enum {
	COLUMNS_MOST = 256,
	DEPTH_MOST = sizeof(((struct query_column *)0)->path) / sizeof(uint16_t)
};

struct maker {
	const struct schema_table *schema;
	struct arena *arena;
	struct query_table *last;
	uint8_t *holds; /* kind × kind: records of the one are lists in the other */
};

/* A table while its columns are gathered. */
struct open_table {
	struct query_table *table;
	struct query_column columns[COLUMNS_MOST];
	uint32_t count;
	uint16_t path[DEPTH_MOST];
	uint32_t depth;
};

const struct schema_shape *query_shape(const struct schema_table *schema, uint32_t number)
{
	const struct schema_shape *shape = &schema->shapes[number];
	while (shape->reference && !shape->object && !shape->items && !shape->values.count &&
		!shape->targets.count && !shape->format)
		shape = &schema->shapes[shape->reference];
	return shape;
}

bool query_is_money_unit(const struct schema_table *schema, const struct schema_shape *shape)
{
	return shape->values.count && schema->lists[shape->values.first] == WORD_czk;
}

enum cell_type query_cell_type(const struct schema_shape *shape)
{
	switch (shape->format) {
	case FORMAT_DATE:
		return CELL_DATE;
	case FORMAT_MONEY:
		return CELL_MONEY;
	default:
		break;
	}
	/* A number may be typed as a whole one, a text that looks like a number is none. */
	if (shape->types == 0 || shape->types & TYPE_STRING)
		return CELL_TEXT;
	if (shape->types & TYPE_NUMBER)
		return CELL_REAL;
	return shape->types & TYPE_INTEGER ? CELL_INTEGER : CELL_BOOLEAN;
}

/* The words of the path with `_` between them, after the name of the table that holds the list. */
static struct kpss_str joined(
	const struct maker *maker, struct kpss_str before, const uint16_t *path, uint32_t depth)
{
	struct buf buf = {0};
	buf_add(&buf, before);
	for (uint32_t i = 0; i < depth; i++) {
		if (buf.len > 0)
			buf_add_char(&buf, '_');
		buf_add(&buf, schema_word(maker->schema, path[i]));
	}
	struct kpss_str name = arena_text(maker->arena, buf_str(&buf));
	buf_clear(&buf);
	return name;
}

static struct query_column *column_add(struct open_table *open, enum column_source source,
	struct kpss_str name, enum cell_type type)
{
	/* The schemas are ours, but the fields that a town adds are not. */
	uint32_t at = open->count < COLUMNS_MOST ? open->count++ : COLUMNS_MOST - 1;
	open->columns[at] = (struct query_column){.name = name, .source = source, .type = type};
	return &open->columns[at];
}

static void column_title(struct query_column *column, const char *title)
{
	column->title = kpss_str(title);
	column->czech_title = kpss_str(language_text(language_find("cs"), title));
}

static void field_add(struct maker *maker, struct open_table *open,
	const struct schema_property *property, const struct schema_shape *shape)
{
	struct kpss_str name = joined(maker, (struct kpss_str){0}, open->path, open->depth);
	struct query_column *column =
		column_add(open, COLUMN_FIELD, sql_name(name), query_cell_type(shape));
	memcpy(column->path, open->path, sizeof column->path);
	column->depth = open->depth;
	column->shape = shape;
	column->title = schema_text(maker->schema, property->title);
	column->czech_title = schema_text(maker->schema, property->czech_title);
	if (shape->format != FORMAT_STATUS)
		return;
	const struct query_column *status = column;
	struct kpss_str class = arena_format(maker->arena, "%.*s_class", (int)name.len, name.ptr);
	column = column_add(open, COLUMN_STATUS_CLASS, class, CELL_TEXT);
	memcpy(column->path, status->path, sizeof column->path);
	column->depth = status->depth;
	column_title(column, N_("Class of the status"));
}

static void fields_take(struct maker *maker, struct open_table *open, uint32_t object);

static struct query_table *table_new(struct maker *maker)
{
	struct query_table *table = arena_array(maker->arena, 1, sizeof *table);
	maker->last->next = table;
	maker->last = table;
	return table;
}

/* Much room, of which little is used: not worth being zero, nor being kept. */
static struct open_table *table_open(struct query_table *table)
{
	struct open_table *open = memory_resize(NULL, 1, sizeof *open);
	open->table = table;
	open->count = open->depth = 0;
	memset(open->path, 0, sizeof open->path);
	return open;
}

static void table_close(const struct maker *maker, struct open_table *open)
{
	struct query_column *columns = arena_array(maker->arena, open->count, sizeof *columns);
	memcpy(columns, open->columns, open->count * sizeof *columns);
	open->table->columns = columns;
	open->table->column_count = open->count;
	free(open);
}

static struct kpss_str kind_singular(const struct maker *maker, uint16_t kind)
{
	if (kind == QUERY_PROFILE)
		return kpss_str("profile");
	return schema_word(maker->schema, maker->schema->kinds[kind].singular);
}

static bool schema_has(const struct schema_table *schema, uint32_t object, struct kpss_str name)
{
	const struct schema_object *fields = &schema->objects[object];
	for (uint32_t i = 0; i < fields->count; i++)
		if (kpss_str_equal(
			    schema_word(schema, schema->properties[fields->first + i].word), name))
			return true;
	return false;
}

/* The record that a list is in; there is only one profile. */
static void record_column_add(
	const struct maker *maker, struct open_table *open, const struct schema_shape *item)
{
	uint16_t kind = open->table->kind;
	if (kind == QUERY_PROFILE)
		return;
	struct kpss_str word = kind_singular(maker, kind), name = sql_name(word);
	/* An item may have a field of that name: a body is a member of a body. */
	if (item->object && schema_has(maker->schema, item->object, word))
		name = arena_format(maker->arena, "%.*s_id", (int)word.len, word.ptr);
	struct query_column *record = column_add(open, COLUMN_RECORD, name, CELL_TEXT);
	record->title = schema_text(maker->schema, maker->schema->kinds[kind].title);
	record->czech_title = schema_text(maker->schema, maker->schema->kinds[kind].czech_title);
}

/* A list within a row: a table of its items. */
static void list_take(struct maker *maker, struct open_table *open,
	const struct schema_property *property, const struct schema_shape *list)
{
	const struct schema_shape *item = query_shape(maker->schema, list->items);
	uint16_t kind = open->table->kind;
	if (item->kind && kind != QUERY_PROFILE) {
		maker->holds[(item->kind - 1U) * maker->schema->kind_count + kind] = 1;
		return;
	}
	struct open_table *inner = table_open(table_new(maker));
	struct kpss_str before = open->table->of ? open->table->name : kind_singular(maker, kind);
	*inner->table = (struct query_table){
		.name = sql_name(joined(maker, before, open->path, open->depth)),
		.title = schema_text(maker->schema, property->title),
		.czech_title = schema_text(maker->schema, property->czech_title),
		.kind = kind,
		.of = open->table,
		.depth = open->depth,
	};
	memcpy(inner->table->path, open->path, sizeof open->path);
	record_column_add(maker, inner, item);
	column_title(column_add(inner, COLUMN_NUMBER, kpss_str("item_number"), CELL_INTEGER),
		N_("Place in the list"));
	if (item->object) {
		fields_take(maker, inner, item->object);
	} else {
		struct query_column *value =
			column_add(inner, COLUMN_FIELD, kpss_str("value"), query_cell_type(item));
		value->shape = item;
		column_title(value, N_("Value"));
	}
	column_title(column_add(inner, COLUMN_PART_OF, kpss_str("part_of"), CELL_TEXT),
		N_("The row that the list is in"));
	column_title(column_add(inner, COLUMN_SOURCE_ID, kpss_str("source_id"), CELL_TEXT),
		N_("Source"));
	table_close(maker, inner);
}

/* `extra`: whatever a town likes to keep; a table of its own has it (special.c). */
static bool is_free_map(const struct schema_shape *shape)
{
	return shape->types == TYPE_OBJECT;
}

static void field_take(
	struct maker *maker, struct open_table *open, const struct schema_property *property)
{
	const struct schema_shape *shape = query_shape(maker->schema, property->shape);
	if (property->level) {
		maker->holds[KIND_node * maker->schema->kind_count + open->table->kind] = 1;
		return;
	}
	/* The town's own level word: what it means is a column of its own, whatever the file says. */
	if ((shape->format == FORMAT_LEVEL && open->table->kind == KIND_node) ||
		open->depth == DEPTH_MOST)
		return;
	open->path[open->depth++] = property->word;
	if (shape->items)
		list_take(maker, open, property, shape);
	else if (shape->object)
		fields_take(maker, open, shape->object);
	else if (!is_free_map(shape))
		field_add(maker, open, property, shape);
	open->depth--;
}

static void fields_take(struct maker *maker, struct open_table *open, uint32_t number)
{
	const struct schema_object *object = &maker->schema->objects[number];
	for (uint32_t i = 0; i < object->count; i++)
		field_take(maker, open, &maker->schema->properties[object->first + i]);
}

static void level_columns_add(struct open_table *open)
{
	column_title(column_add(open, COLUMN_LEVEL, kpss_str("level"), CELL_TEXT), N_("Level"));
	column_title(column_add(open, COLUMN_RANK, kpss_str("level_rank"), CELL_INTEGER),
		N_("Place of the level"));
	column_title(column_add(open, COLUMN_IS_MEASURE, kpss_str("is_measure"), CELL_BOOLEAN),
		N_("Is a measure"));
	column_title(column_add(open, COLUMN_IS_AREA, kpss_str("is_area"), CELL_BOOLEAN),
		N_("Is an area"));
}

static void kind_table_make(struct maker *maker, uint16_t kind)
{
	const struct schema_kind *is = &maker->schema->kinds[kind];
	struct open_table *open = table_open(table_new(maker));
	*open->table = (struct query_table){
		.name = sql_name(schema_word(maker->schema, is->plural)),
		.title = schema_text(maker->schema, is->title),
		.czech_title = schema_text(maker->schema, is->czech_title),
		.kind = kind,
	};
	fields_take(maker, open, query_shape(maker->schema, is->shape)->object);
	if (is->has_levels && kind == KIND_node)
		level_columns_add(open);
	column_title(
		column_add(open, COLUMN_SOURCE_ID, kpss_str("source_id"), CELL_TEXT), N_("Source"));
	table_close(maker, open);
}

/* What the town calls its levels and statuses; the rest of the profile is no list of things to be asked about. */
static void profile_tables_make(struct maker *maker)
{
	static const uint16_t lists[] = {WORD_levels, WORD_statuses};
	const struct schema_object *profile =
		&maker->schema->objects[query_shape(maker->schema, maker->schema->profile)->object];
	struct query_table *whole = arena_array(maker->arena, 1, sizeof *whole);
	whole->kind = QUERY_PROFILE;
	struct open_table *open = table_open(whole);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		field_take(maker, open, schema_find(maker->schema, profile, lists[i]));
	free(open);
}

static bool names_holder(const struct maker *maker, uint16_t kind, const struct schema_shape *shape)
{
	for (uint32_t i = 0; i < shape->targets.count; i++) {
		uint16_t target = maker->schema->lists[shape->targets.first + i];
		target = target & TARGET_LEVEL ? KIND_node : target;
		if (maker->holds[kind * maker->schema->kind_count + target])
			return true;
	}
	return false;
}

/* The first field that may name the record in which these ones stand as a list. */
static void place_mark(const struct maker *maker, const struct query_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		/* Ours until the tables are handed out. */
		struct query_column *column = (struct query_column *)&table->columns[i];
		if (column->source == COLUMN_FIELD && column->depth == 1 &&
			names_holder(maker, table->kind, column->shape)) {
			column->is_place = true;
			return;
		}
	}
}

const struct query_table *query_tables(const struct schema_table *schema, struct arena *arena)
{
	struct query_table before = {0};
	struct maker maker = {
		.schema = schema, .arena = arena, .last = &before};
	maker.holds = arena_array(arena, (size_t)schema->kind_count * schema->kind_count, 1);
	for (uint32_t kind = 0; kind < schema->kind_count; kind++)
		kind_table_make(&maker, (uint16_t)kind);
	profile_tables_make(&maker);
	for (const struct query_table *table = before.next; table; table = table->next)
		if (!table->of)
			place_mark(&maker, table);
	return before.next;
}

const struct query_table *query_table_named(const struct query_table *tables, struct kpss_str name)
{
	for (const struct query_table *table = tables; table; table = table->next)
		if (kpss_str_equal(table->name, name))
			return table;
	return NULL;
}

const struct query_column *query_column_named(const struct query_table *table, struct kpss_str name)
{
	for (uint32_t i = 0; i < table->column_count; i++)
		if (kpss_str_equal(table->columns[i].name, name))
			return &table->columns[i];
	return NULL;
}
