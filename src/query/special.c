/* Tables that are about the plan as a whole. */
#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "plan/value.h"
#include "query/inside.h"
#include "query/source.h"
#include "schema_words.h"

#define COLUMN(word, of, says)                                                                     \
	{                                                                                          \
		.name = {.ptr = word, .len = sizeof word - 1}, .type = of, .title = {              \
			.ptr = says,                                                               \
			.len = sizeof says - 1                                                     \
		}                                                                                  \
	}

/* Where an insert of several rows goes. */
struct target {
	struct insert *insert;
	const struct database_plan *plan;
	const struct node *map; /* of extras */
};

static void text_insert(struct insert *insert, struct kpss_str text)
{
	insert_value(
		insert, &(struct cell){.type = text.len ? CELL_TEXT : CELL_NONE, .text = text});
}

static void row_begin(struct insert *insert, const struct database_plan *plan)
{
	if (insert->many)
		text_insert(insert, plan->repository);
}

static const struct query_column about_columns[] = {
	COLUMN("town", CELL_TEXT, N_("Name of the town")),
	COLUMN("town_code", CELL_TEXT, N_("Code of the town in the register of municipalities")),
	COLUMN("as_of", CELL_DATE, N_("The day on which the plan is looked at")),
	COLUMN("revision", CELL_TEXT, N_("The commit that was read; none: the files as they are")),
	COLUMN("file_count", CELL_INTEGER, N_("Files of the plan")),
};

static void about_fill(const struct database_plan *plan, struct insert *insert)
{
	struct cell as_of = cell_date(plan->as_of),
		    files = cell_integer((int64_t)plan_file_count(plan->plan));
	row_begin(insert, plan);
	text_insert(insert, plan_town(plan->plan));
	text_insert(insert, plan_town_code(plan->plan));
	insert_value(insert, &as_of);
	text_insert(insert, plan->revision);
	insert_value(insert, &files);
	insert_row(insert);
}

static const struct query_column source_columns[] = {
	COLUMN("source_id", CELL_TEXT, N_("Source")),
	COLUMN("record", CELL_TEXT, N_("Id of the record")),
	COLUMN("kind", CELL_TEXT, N_("Kind of the record")),
	COLUMN("file", CELL_TEXT, N_("File")),
	COLUMN("line", CELL_INTEGER, N_("Line")),
	COLUMN("character", CELL_INTEGER, N_("Character on the line")),
};

static bool source_take(void *user, const struct query_row *row)
{
	struct target *target = user;
	struct insert *insert = target->insert;
	const struct schema_table *schema = plan_schema(row->plan);
	struct place place = source_locate(row->document->source, row->value->begin);
	struct cell line = cell_integer(place.line), column = cell_integer(place.column);
	row_begin(insert, target->plan);
	text_insert(insert, source_id(row, insert->scratch));
	text_insert(insert, row->entity ? row->entity->id : kpss_str("profile"));
	text_insert(insert, row->entity
				    ? schema_word(schema, schema->kinds[row->entity->kind].singular)
				    : kpss_str("profile"));
	text_insert(insert, row->document->source->path);
	insert_value(insert, &line);
	insert_value(insert, &column);
	insert_row(insert);
	return true;
}

static void sources_fill(const struct database_plan *plan, struct insert *insert)
{
	struct arena *arena = arena_new();
	struct target target = {.insert = insert, .plan = plan};
	for (const struct query_table *table = query_tables(plan_schema(plan->plan), arena); table;
		table = table->next)
		query_rows_walk(plan->plan, table, source_take, &target);
	arena_free(arena);
}

static const struct query_column extra_columns[] = {
	COLUMN("record", CELL_TEXT, N_("Id of the record")),
	COLUMN("name", CELL_TEXT, N_("Key under extra")),
	COLUMN("value", CELL_TEXT, N_("Value")),
	COLUMN("source_id", CELL_TEXT, N_("Source")),
};

static bool extras_take(void *user, const struct query_row *row)
{
	struct target *target = user;
	struct insert *insert = target->insert;
	const struct node *map = field(row->value, WORD_extra);
	if (map->kind != NODE_MAPPING)
		return true;
	for (const struct node *key = node_first(map); key; key = node_next_key(map, key)) {
		struct arena *scratch = insert->scratch;
		row_begin(insert, target->plan);
		text_insert(insert, row->entity->id);
		text_insert(insert, text_nfc(scratch, node_text(key)));
		text_insert(insert, text_nfc(scratch, value_text(node_value(key))));
		text_insert(insert, source_id(row, scratch));
		insert_row(insert);
	}
	return true;
}

static void extras_fill(const struct database_plan *plan, struct insert *insert)
{
	struct arena *arena = arena_new();
	struct target target = {.insert = insert, .plan = plan};
	for (const struct query_table *table = query_tables(plan_schema(plan->plan), arena); table;
		table = table->next)
		if (!table->of && table->kind != QUERY_PROFILE)
			query_rows_walk(plan->plan, table, extras_take, &target);
	arena_free(arena);
}

#define COLUMNS(list) .columns = list, .column_count = sizeof list / sizeof *list

const struct special_table special_tables[] = {
	{.name = "about",
		.title = N_("The plan as a whole, one row"),
		COLUMNS(about_columns),
		.fill = about_fill},
	{.name = "sources",
		.title = N_("Where every row is written"),
		COLUMNS(source_columns),
		.fill = sources_fill},
	{.name = "extras",
		.title = N_("What the records have under extra"),
		COLUMNS(extra_columns),
		.fill = extras_fill},
	{0},
};
