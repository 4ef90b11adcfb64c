/* A plan as tables: one for each kind of record with a row for each record, and one for each list in such records with a row for
 * each item. All of it is read off the schemas, so a new kind or field is in the tables without a line here.
 *
 * Fields of a mapping within a record become columns of the record's own table (settlement_result). Lists of records are no
 * tables of their own: their items are records of their kind. */
#ifndef QUERY_TABLE_H
#define QUERY_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

#include "base/cell.h"
#include "schema/table.h"

struct arena;

/* Where the value of a column comes from. */
enum column_source {
	COLUMN_FIELD,        /* the field at the end of `path` */
	COLUMN_STATUS_CLASS, /* what class the town counts the status at the end of `path` as */
	COLUMN_RECORD,       /* id of the record that the list is in */
	COLUMN_PART_OF,      /* source id of the row that the list is in */
	COLUMN_NUMBER,       /* place of the item in its list, from 1 */
	COLUMN_LEVEL, /* of an item of the plan: the word of its level, English or the town's own */
	COLUMN_RANK,  /* place of that level in the profile, from 1 */
	COLUMN_IS_MEASURE, /* does the profile flag the level as the measure, as the area? */
	COLUMN_IS_AREA,
	COLUMN_SOURCE_ID, /* the record and the part of it that the row is (source.h) */
};

struct query_column {
	struct kpss_str name; /* no word that SQL reserves */
	struct kpss_str title, czech_title;
	enum column_source source;
	enum cell_type type;
	uint16_t path[8]; /* English words of fields, from the row inwards */
	uint32_t depth;
	const struct schema_shape *shape; /* of the value; NULL: not a field */
	bool is_place; /* a record that stands in another one need not name it here */
};

enum { QUERY_PROFILE = UINT16_MAX };

struct query_table {
	struct kpss_str name;
	struct kpss_str title, czech_title;
	uint16_t kind; /* of the records; QUERY_PROFILE: the rows are items of the town's profile */
	const struct query_table *of; /* the rows that hold the lists; NULL: the rows are records */
	uint16_t path[8];             /* from such a row to its list */
	uint32_t depth;
	const struct query_column *columns;
	uint32_t column_count;
	const struct query_table *next;
};

/* All tables in the order of the schemas, each before its lists; in the arena. */
const struct query_table *query_tables(const struct schema_table *schema, struct arena *arena);
/* NULL when there is none. */
const struct query_table *query_table_named(const struct query_table *tables, struct kpss_str name);
const struct query_column *query_column_named(
	const struct query_table *table, struct kpss_str name);
/* A shape with what it refers to: the one that says what the value is. */
const struct schema_shape *query_shape(const struct schema_table *schema, uint32_t shape);
/* Does a field say in which unit amounts are written? Cells say amounts in crowns whatever it says. */
bool query_is_money_unit(const struct schema_table *schema, const struct schema_shape *shape);
/* What the values of a shape are in a table. */
enum cell_type query_cell_type(const struct schema_shape *shape);

#endif
