/* The rows of `kpss list`, gathered from one plan after the other, then ordered and printed. */
#ifndef COMMAND_LISTING_H
#define COMMAND_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

#include "base/cell.h"
#include "query/fault.h"
#include "query/subject.h"
#include "render/table.h"

struct arena;
struct collation;
struct entity;
struct language;
struct plan;
struct query_path;

enum { LISTING_NAMES_MOST = 64 };

/* Paths as they were typed. */
struct typed_names {
	struct kpss_str items[LISTING_NAMES_MOST];
	bool descending[LISTING_NAMES_MOST];
	size_t count;
};

/* What was asked for. */
struct listing_wish {
	struct kpss_str subject;
	const char **filters;
	size_t filter_count;
	struct typed_names columns, order, by;
	struct kpss_str sum; /* empty: nothing is summed up */
	bool counts;
	bool names;  /* records by name instead of id */
	bool spoken; /* for people */
	bool many;   /* rows say which repository they come from */
	bool fits;   /* nobody says which columns, so those without a value may go */
	const struct language *language;
};

/* A row; where groups are asked for, at first one value to be added up. */
struct listing_row {
	const struct cell *cells; /* one for each column */
	const struct cell *keys;  /* one for each name of the order */
	size_t number;            /* of the record, over all plans */
};

struct listing {
	struct listing_wish wish;
	struct arena *arena; /* of the answer */
	struct collation *collation;
	struct table_column *columns; /* known from the first plan on */
	size_t column_count;
	bool *codes; /* of plain rows: is the name of the order one of codes? Of groups: is the column? */
	struct listing_row *rows;
	size_t count, capacity;
	size_t record_count;
};

void listing_init(struct listing *listing, const struct listing_wish *wish, struct arena *arena);
void listing_clear(struct listing *listing);
/* Adds the records of a plan; `of` is the plan whose printed codes may be typed. False with a fault. */
bool listing_take(struct listing *listing, const struct plan *plan, const struct entity *of,
	struct kpss_str repository, struct query_fault *fault);
/* After the last plan: rows in their order, or groups with what was counted and added up. */
void listing_order(struct listing *listing);
bool listing_is_grouped(const struct listing_wish *wish);

#endif
