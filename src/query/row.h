/* The rows of a table (table.h) and what stands in them. Nothing is copied: a row is a place in the plan. */
#ifndef QUERY_ROW_H
#define QUERY_ROW_H

#include "plan/plan.h"
#include "query/table.h"

struct arena;

struct query_row {
	const struct plan *plan;
	const struct entity
		*entity; /* the record, or the one that the list is in; NULL: the profile */
	const struct document *document;
	const struct node *value; /* its mapping, or the item */
	const struct query_table *table;
	const struct query_row *of; /* the row that the list is in; NULL: none */
	uint32_t number;            /* of an item, from 1 */
	uint32_t object; /* of the mapping, as the schema numbers it; 0: not known */
};

/* Visits all rows in the order of files and places, until `visit` says false. What it is shown lasts for the call. */
typedef bool query_row_visit(void *user, const struct query_row *row);
void query_rows_walk(const struct plan *plan, const struct query_table *table,
	query_row_visit *visit, void *user);
/* The row of a record; `table` is that of its kind. */
struct query_row query_record_row(
	const struct plan *plan, const struct query_table *table, const struct entity *entity);

/* The node that a column shows; absent (value.h) when the row has none, or the column is no field. */
const struct node *query_node(const struct query_row *row, const struct query_column *column);
/* What a column says: days where it is a date, English codes of enumerated values, the code of a status whatever the file
 * calls it, money in crowns whatever unit the file uses, text in normal form C. What is not of the type of its column is
 * none: it is a finding. Texts lie in the plan or the arena. */
struct cell query_cell(
	const struct query_row *row, const struct query_column *column, struct arena *arena);
/* The code of a status that a file writes as code or label. */
struct kpss_str query_status_code(const struct plan *plan, struct kpss_str written);

#endif
