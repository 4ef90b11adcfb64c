#include "query/stream.h"

#include "base/arena.h"
#include "base/language.h"
#include "plan/plan.h"
#include "query/inside.h"

static struct kpss_str in_czech(struct kpss_str msgid)
{
	return kpss_str(language_text(language_find("cs"), msgid.ptr));
}

/* Tables about the plan as a whole have msgids for titles. */
static struct stream_table special_described(
	const struct special_table *special, struct arena *arena)
{
	struct query_column *columns = arena_array(arena, special->column_count, sizeof *columns);
	for (uint32_t i = 0; i < special->column_count; i++) {
		columns[i] = special->columns[i];
		columns[i].czech_title = in_czech(columns[i].title);
	}
	return (struct stream_table){
		.name = kpss_str(special->name),
		.title = kpss_str(special->title),
		.czech_title = in_czech(kpss_str(special->title)),
		.columns = columns,
		.column_count = special->column_count,
	};
}

static struct stream_table table_described(const struct query_table *table)
{
	return (struct stream_table){
		.name = table->name,
		.title = table->title,
		.czech_title = table->czech_title,
		.columns = table->columns,
		.column_count = table->column_count,
		.table = table,
	};
}

void tables_stream(
	const struct database_plan *plan, struct arena *arena, const struct table_stream *stream)
{
	struct insert insert = {.scratch = arena_new(), .take = stream->row, .user = stream->user};
	const struct query_table *table = query_tables(plan_schema(plan->plan), arena);
	for (; table; table = table->next) {
		const struct stream_table described = table_described(table);
		stream->begin(stream->user, &described);
		if (stream->row)
			insert_table(&insert, plan, table);
		if (stream->end)
			stream->end(stream->user);
	}
	for (const struct special_table *special = special_tables; special->name; special++) {
		const struct stream_table described = special_described(special, arena);
		stream->begin(stream->user, &described);
		if (stream->row)
			special->fill(plan, &insert);
		if (stream->end)
			stream->end(stream->user);
	}
	arena_free(insert.scratch);
}
