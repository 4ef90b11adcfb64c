/* Records counted and added up by what they have in common. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"
#include "command/listing_inside.h"
#include "plan/plan.h"
#include "query/order.h"
#include "query/path.h"

static bool fault_set(
	const struct taking *taking, enum query_fault_kind kind, struct kpss_str about)
{
	taking->fault->kind = kind;
	taking->fault->about = about;
	return false;
}

static bool is_repository(const struct listing_wish *wish, struct kpss_str name)
{
	return wish->many && kpss_str_is(name, "repo");
}

static bool paths_make(struct taking *taking)
{
	const struct listing_wish *wish = &taking->listing->wish;
	taking->paths = arena_array(taking->arena, wish->by.count + 1, sizeof(struct query_path *));
	for (size_t i = 0; i < wish->by.count; i++) {
		if (is_repository(wish, wish->by.items[i]))
			continue;
		taking->paths[i] = path_new(taking->plan, &taking->subject, wish->by.items[i],
			taking->arena, taking->fault);
		if (!taking->paths[i])
			return false;
	}
	return true;
}

static bool is_summable(const struct query_path *path)
{
	size_t count;
	const struct path_end *const *ends = path_ends(path, &count);
	for (size_t i = 0; i < count; i++)
		if (ends[i]->type != ends[0]->type)
			return false;
	return ends[0]->type == PATH_MONEY || ends[0]->type == PATH_NUMBER;
}

static bool sum_make(struct taking *taking)
{
	struct kpss_str typed = taking->listing->wish.sum;
	if (!typed.len)
		return true;
	taking->sum = path_new(taking->plan, &taking->subject, typed, taking->arena, taking->fault);
	if (!taking->sum)
		return false;
	return is_summable(taking->sum) || fault_set(taking, QUERY_NO_SUM, typed);
}

/* Groups are ordered by what they show. */
static bool order_is_shown(const struct taking *taking)
{
	const struct listing_wish *wish = &taking->listing->wish;
	for (size_t i = 0; i < wish->order.count; i++) {
		struct kpss_str name = wish->order.items[i];
		bool shown = (wish->counts && kpss_str_is(name, "count")) ||
			     (wish->sum.len &&
				     (kpss_str_is(name, "sum") || kpss_str_equal(name, wish->sum)));
		for (size_t k = 0; k < wish->by.count; k++)
			shown = shown || kpss_str_equal(name, wish->by.items[k]);
		if (!shown)
			return fault_set(taking, QUERY_NOT_GROUPED, name);
	}
	return true;
}

static void columns_make(struct taking *taking)
{
	struct listing *listing = taking->listing;
	const struct listing_wish *wish = &listing->wish;
	struct table_column *columns =
		arena_array(listing->arena, wish->by.count + 2, sizeof *columns);
	size_t count = 0;
	listing->codes = arena_array(listing->arena, wish->by.count + 2, sizeof(bool));
	for (size_t i = 0; i < wish->by.count; i++) {
		listing->codes[i] = taking->paths[i] && path_is_code(taking->paths[i]);
		columns[count++] = taking->paths[i] ? listing_column(taking, taking->paths[i])
						    : listing_own_column(listing, "repo",
							      N_("Repository"), CELL_TEXT);
	}
	if (wish->counts)
		columns[count++] = listing_own_column(listing, "count", N_("Count"), CELL_INTEGER);
	if (wish->sum.len) {
		size_t ends;
		columns[count] = listing_own_column(
			listing, "sum", N_("Sum"), path_ends(taking->sum, &ends)[0]->cell);
		count++;
	}
	listing->columns = columns;
	listing->column_count = count;
}

bool groups_begin(struct taking *taking)
{
	if (!paths_make(taking) || !sum_make(taking) || !order_is_shown(taking))
		return false;
	if (!taking->listing->columns)
		columns_make(taking);
	return true;
}

/* The values of one `--by` for one record, or for one value that is added up. */
struct values {
	const struct taking *taking;
	struct cell *cells;
	size_t count, capacity;
};

static bool is_among(const struct values *values, const struct cell *cell)
{
	for (size_t i = 0; i < values->count; i++)
		if (values->cells[i].type == cell->type &&
			order_compare(values->taking->listing->collation, false, &values->cells[i],
				cell) == 0)
			return true;
	return false;
}

static bool value_add(void *user, const struct path_value *value)
{
	struct values *values = user;
	struct cell cell = value_cell(&values->taking->style, value, values->taking->scratch);
	if (cell.type == CELL_NONE || is_among(values, &cell))
		return true;
	if (values->count == values->capacity) {
		values->capacity = values->capacity ? values->capacity * 2 : 4;
		values->cells =
			memory_resize(values->cells, values->capacity, sizeof *values->cells);
	}
	values->cells[values->count++] = listing_keep(values->taking->listing, cell);
	return true;
}

/* A row for each combination of values; what has none of some kind is in the group without. */
static void combinations_add(
	struct taking *taking, const struct values *values, size_t count, const struct cell *sum)
{
	struct listing *listing = taking->listing;
	size_t *at = arena_array(taking->scratch, count + 1, sizeof *at), carried;
	do {
		struct cell *cells = arena_array(listing->arena, count + 2, sizeof *cells);
		for (size_t i = 0; i < count; i++)
			cells[i] = values[i].count ? values[i].cells[at[i]] : cell_none();
		cells[count] = cell_integer(1);
		cells[count + 1] = *sum;
		listing_row_add(listing)->cells = cells;
		for (carried = 0; carried < count && ++at[carried] >= values[carried].count;
			carried++)
			at[carried] = 0;
	} while (carried < count);
}

struct summing {
	struct taking *taking;
	const struct entity *entity;
};

static void group_take(
	const struct summing *summing, const struct query_path *beside, const struct cell *sum)
{
	struct taking *taking = summing->taking;
	size_t count = taking->listing->wish.by.count;
	struct values *values = arena_array(taking->scratch, count + 1, sizeof *values);
	for (size_t i = 0; i < count; i++) {
		values[i].taking = taking;
		if (!taking->paths[i]) {
			values[i].cells = memory_resize(NULL, 1, sizeof *values[i].cells);
			values[i].cells[values[i].count++] = cell_text(taking->repository);
		} else if (beside) {
			path_walk_beside(taking->paths[i], beside, summing->entity, taking->scratch,
				value_add, &values[i]);
		} else {
			path_walk(taking->paths[i], summing->entity, taking->scratch, value_add,
				&values[i]);
		}
	}
	combinations_add(taking, values, count, sum);
	for (size_t i = 0; i < count; i++)
		free(values[i].cells);
}

static bool sum_take(void *user, const struct path_value *value)
{
	const struct summing *summing = user;
	struct cell cell = path_cell(value, summing->taking->scratch);
	if (cell.type != CELL_NONE)
		group_take(summing, summing->taking->sum, &cell);
	return true;
}

void groups_take(struct taking *taking, const struct entity *entity)
{
	const struct listing_wish *wish = &taking->listing->wish;
	struct summing summing = {.taking = taking, .entity = entity};
	size_t before = taking->listing->count;
	if (taking->sum)
		path_walk(taking->sum, entity, taking->scratch, sum_take, &summing);
	/* Whatever is counted is counted, also without a value. */
	struct cell nothing = cell_none();
	if (wish->counts && taking->listing->count == before)
		group_take(&summing, NULL, &nothing);
}

static int group_compare(const void *a, const void *b, void *user)
{
	const struct listing *listing = user;
	const struct listing_row *x = a, *y = b;
	for (size_t i = 0; i < listing->wish.by.count; i++) {
		int order = order_compare(
			listing->collation, listing->codes[i], &x->cells[i], &y->cells[i]);
		if (order)
			return order;
	}
	return (x->number > y->number) - (x->number < y->number);
}

static bool same_group(
	const struct listing *listing, const struct listing_row *a, const struct listing_row *b)
{
	for (size_t i = 0; i < listing->wish.by.count; i++)
		if (order_compare(listing->collation, false, &a->cells[i], &b->cells[i]) != 0)
			return false;
	return true;
}

/* Money and whole numbers exactly, as long as they fit. */
static void sum_add(struct cell *sum, const struct cell *more)
{
	if (sum->type == CELL_NONE)
		*sum = *more;
	else if (more->type == CELL_NONE)
		return;
	else if (sum->type != CELL_REAL && more->type != CELL_REAL &&
		 !__builtin_add_overflow(sum->number, more->number, &sum->number))
		return;
	else
		*sum = cell_real((sum->type == CELL_REAL ? sum->real : (double)sum->number) +
				 (more->type == CELL_REAL ? more->real : (double)more->number));
}

/* From the first row of a group: counts records, each once, and moves behind the group. */
static struct listing_row group_join(struct listing *listing, size_t *at)
{
	const struct listing_wish *wish = &listing->wish;
	size_t by = wish->by.count;
	struct listing_row first = listing->rows[*at];
	struct cell *cells = arena_array(listing->arena, by + 2, sizeof *cells);
	struct cell count = cell_integer(0), sum = cell_none();
	size_t last = SIZE_MAX;
	for (size_t i = 0; i < by; i++)
		cells[i] = first.cells[i];
	for (; *at < listing->count && same_group(listing, &first, &listing->rows[*at]); ++*at) {
		const struct listing_row *row = &listing->rows[*at];
		count.number += row->number != last;
		last = row->number;
		sum_add(&sum, &row->cells[by + 1]);
	}
	if (wish->counts)
		cells[by++] = count;
	if (wish->sum.len)
		cells[by] = sum;
	first.cells = cells;
	return first;
}

/* The columns that the order names are its keys. */
static void keys_set(struct listing *listing)
{
	const struct listing_wish *wish = &listing->wish;
	bool *codes = arena_array(listing->arena, wish->order.count + 1, sizeof *codes);
	for (size_t r = 0; r < listing->count; r++) {
		struct cell *keys =
			arena_array(listing->arena, wish->order.count + 1, sizeof *keys);
		for (size_t i = 0; i < wish->order.count; i++) {
			struct kpss_str name = wish->order.items[i];
			size_t column = 0;
			while (column < wish->by.count &&
				!kpss_str_equal(name, wish->by.items[column]))
				column++;
			if (column == wish->by.count && wish->counts && !kpss_str_is(name, "count"))
				column++;
			keys[i] = listing->rows[r].cells[column];
			codes[i] = column < wish->by.count && listing->codes[column];
		}
		listing->rows[r].keys = keys;
		listing->rows[r].number = r;
	}
	listing->codes = codes;
}

void groups_join(struct listing *listing)
{
	size_t kept = 0;
	if (listing->count)
		qsort_r(listing->rows, listing->count, sizeof *listing->rows, group_compare,
			listing);
	for (size_t at = 0; at < listing->count;)
		listing->rows[kept++] = group_join(listing, &at);
	listing->count = kept;
	/* Nothing counted is a count. */
	if (kept == 0 && listing->wish.by.count == 0 && listing->columns) {
		struct cell *cells = arena_array(listing->arena, 2, sizeof *cells);
		cells[0] = listing->wish.counts ? cell_integer(0) : cell_none();
		listing_row_add(listing)->cells = cells;
	}
	keys_set(listing);
}
