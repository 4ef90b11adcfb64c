#include "command/listing.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/collation.h"
#include "base/language.h"
#include "command/listing_inside.h"
#include "plan/plan.h"
#include "query/filter.h"
#include "query/order.h"
#include "query/overview.h"
#include "query/path.h"

enum { FIRST_ROWS = 256, SHOWN_MOST = 7 };

void listing_init(struct listing *listing, const struct listing_wish *wish, struct arena *arena)
{
	*listing = (struct listing){.wish = *wish, .arena = arena, .collation = collation_new()};
}

void listing_clear(struct listing *listing)
{
	collation_free(listing->collation);
	free(listing->rows);
}

bool listing_is_grouped(const struct listing_wish *wish)
{
	return wish->counts || wish->sum.len;
}

struct listing_row *listing_row_add(struct listing *listing)
{
	if (listing->count == listing->capacity) {
		listing->capacity = listing->capacity ? listing->capacity * 2 : FIRST_ROWS;
		listing->rows =
			memory_resize(listing->rows, listing->capacity, sizeof *listing->rows);
	}
	struct listing_row *row = &listing->rows[listing->count++];
	*row = (struct listing_row){.number = listing->record_count};
	return row;
}

struct cell listing_keep(const struct listing *listing, struct cell cell)
{
	if (cell.type == CELL_TEXT)
		cell.text = arena_text(listing->arena, cell.text);
	return cell;
}

static bool filters_make(struct taking *taking, const struct entity *of)
{
	const struct listing_wish *wish = &taking->listing->wish;
	taking->filters =
		arena_array(taking->arena, wish->filter_count + 1, sizeof(struct filter *));
	for (size_t i = 0; i < wish->filter_count; i++) {
		taking->filters[i] = filter_new(taking->plan, &taking->subject, of,
			kpss_str(wish->filters[i]), taking->arena, taking->fault);
		if (!taking->filters[i])
			return false;
	}
	return true;
}

static struct query_path **paths_make(struct taking *taking, const struct typed_names *names)
{
	struct query_path **paths =
		arena_array(taking->arena, names->count + 1, sizeof(struct query_path *));
	for (size_t i = 0; i < names->count; i++) {
		paths[i] = path_new(taking->plan, &taking->subject, names->items[i], taking->arena,
			taking->fault);
		if (!paths[i])
			return NULL;
	}
	return paths;
}

/* Where nobody says which columns. */
static void columns_wish(const struct taking *taking)
{
	uint16_t words[OVERVIEW_MOST];
	struct listing_wish *wish = &taking->listing->wish;
	struct typed_names *columns = &wish->columns;
	if (columns->count)
		return;
	columns->count = overview_fields(taking->plan, &taking->subject, words);
	/* People get those that say something, programs always the same. */
	wish->fits = wish->spoken;
	if (!wish->fits && columns->count > SHOWN_MOST)
		columns->count = SHOWN_MOST;
	for (size_t i = 0; i < columns->count; i++)
		columns->items[i] = arena_text(
			taking->listing->arena, schema_word(plan_schema(taking->plan), words[i]));
}

struct table_column listing_column(const struct taking *taking, struct query_path *path)
{
	const struct listing *listing = taking->listing;
	size_t count;
	const struct path_end *const *ends = path_ends(path, &count);
	bool czech = listing->wish.language == language_find("cs");
	return (struct table_column){
		.name = path_name(path, listing->arena),
		.title = path_title(path, czech, listing->arena),
		.type = path_is_many(path) ? CELL_TEXT : ends[0]->cell,
	};
}

struct table_column listing_own_column(
	const struct listing *listing, const char *name, const char *title, enum cell_type type)
{
	return (struct table_column){.name = kpss_str(name),
		.title = kpss_str(language_text(listing->wish.language, title)),
		.type = type};
}

static bool rows_begin(struct taking *taking)
{
	struct listing *listing = taking->listing;
	const struct listing_wish *wish = &listing->wish;
	columns_wish(taking);
	taking->paths = paths_make(taking, &wish->columns);
	taking->order = taking->paths ? paths_make(taking, &wish->order) : NULL;
	if (!taking->order)
		return false;
	if (listing->columns)
		return true;
	listing->columns =
		arena_array(listing->arena, wish->columns.count + 1, sizeof *listing->columns);
	if (wish->many)
		listing->columns[listing->column_count++] =
			listing_own_column(listing, "repo", N_("Repository"), CELL_TEXT);
	for (size_t i = 0; i < wish->columns.count; i++)
		listing->columns[listing->column_count++] =
			listing_column(taking, taking->paths[i]);
	listing->codes = arena_array(listing->arena, wish->order.count + 1, sizeof(bool));
	for (size_t i = 0; i < wish->order.count; i++)
		listing->codes[i] = path_is_code(taking->order[i]);
	return true;
}

static const struct cell *cells_make(struct taking *taking, const struct entity *entity,
	struct query_path **paths, size_t count, bool with_repository)
{
	struct cell *cells = arena_array(taking->listing->arena, count + 1, sizeof *cells);
	size_t at = 0;
	if (with_repository)
		cells[at++] = cell_text(taking->repository);
	for (size_t i = 0; i < count; i++)
		cells[at++] = listing_keep(
			taking->listing, values_cell(&taking->style, paths[i], entity,
						 taking->listing->arena, taking->scratch));
	return cells;
}

static void row_take(struct taking *taking, const struct entity *entity)
{
	const struct listing_wish *wish = &taking->listing->wish;
	struct listing_row *row = listing_row_add(taking->listing);
	row->cells = cells_make(taking, entity, taking->paths, wish->columns.count, wish->many);
	if (wish->order.count)
		row->keys = cells_make(taking, entity, taking->order, wish->order.count, false);
}

static bool holds(const struct taking *taking, const struct entity *entity)
{
	if (!subject_has(taking->plan, &taking->subject, entity))
		return false;
	for (size_t i = 0; i < taking->listing->wish.filter_count; i++)
		if (!filter_holds(taking->filters[i], entity, taking->listing->collation,
			    taking->scratch))
			return false;
	return true;
}

static void records_take(struct taking *taking)
{
	struct listing *listing = taking->listing;
	bool grouped = listing_is_grouped(&listing->wish);
	uint32_t count;
	const struct entity *const *records = plan_kind(taking->plan, taking->subject.kind, &count);
	for (uint32_t i = 0; i < count; i++) {
		struct arena_mark mark = arena_mark(taking->scratch);
		if (holds(taking, records[i])) {
			(grouped ? groups_take : row_take)(taking, records[i]);
			listing->record_count++;
		}
		arena_release(taking->scratch, mark);
	}
}

static bool subject_make(struct taking *taking)
{
	struct kpss_str typed = taking->listing->wish.subject;
	if (subject_named(taking->plan, typed, taking->arena, &taking->subject))
		return true;
	taking->fault->kind = QUERY_NO_KIND;
	taking->fault->about = typed;
	suggestions_init(&taking->fault->near, taking->arena, typed);
	subject_suggest(taking->plan, &taking->fault->near);
	return false;
}

/* What the fault says outlives the plan. */
static void fault_keep(const struct listing *listing, struct query_fault *fault)
{
	fault->about = arena_text(listing->arena, fault->about);
	fault->more = arena_text(listing->arena, fault->more);
	for (size_t i = 0; i < fault->near.count; i++)
		fault->near.names[i] = arena_text(listing->arena, fault->near.names[i]);
}

bool listing_take(struct listing *listing, const struct plan *plan, const struct entity *of,
	struct kpss_str repository, struct query_fault *fault)
{
	struct taking taking = {.listing = listing,
		.plan = plan,
		.repository = arena_text(listing->arena, repository),
		.style = {.plan = plan,
			.language = listing->wish.language,
			.spoken = listing->wish.spoken,
			.names = listing->wish.names},
		.arena = arena_new(),
		.scratch = arena_new(),
		.fault = fault};
	*fault = (struct query_fault){0};
	bool good = subject_make(&taking) && filters_make(&taking, of) &&
		    (listing_is_grouped(&listing->wish) ? groups_begin : rows_begin)(&taking);
	if (good)
		records_take(&taking);
	else
		fault_keep(listing, fault);
	arena_free(taking.scratch);
	arena_free(taking.arena);
	return good;
}

static int row_compare(const void *a, const void *b, void *user)
{
	const struct listing *listing = user;
	const struct listing_row *x = a, *y = b;
	for (size_t i = 0; i < listing->wish.order.count; i++) {
		const struct cell *one = &x->keys[i], *other = &y->keys[i];
		int order = order_compare(listing->collation, listing->codes[i], one, other);
		/* What is missing comes last either way. */
		bool both = one->type != CELL_NONE && other->type != CELL_NONE;
		if (order)
			return listing->wish.order.descending[i] && both ? -order : order;
	}
	return (x->number > y->number) - (x->number < y->number);
}

static bool has_value(const struct listing *listing, size_t column)
{
	for (size_t i = 0; i < listing->count; i++)
		if (listing->rows[i].cells[column].type != CELL_NONE)
			return true;
	return listing->count == 0;
}

static void columns_trim(struct listing *listing)
{
	size_t shown[OVERVIEW_MOST + 1], count = 0;
	for (size_t i = 0;
		i < listing->column_count && count < SHOWN_MOST + (size_t)listing->wish.many; i++)
		if (has_value(listing, i))
			shown[count++] = i;
	for (size_t i = 0; i < count; i++)
		listing->columns[i] = listing->columns[shown[i]];
	listing->column_count = count;
	for (size_t r = 0; r < listing->count; r++) {
		struct cell *cells = arena_array(listing->arena, count + 1, sizeof *cells);
		for (size_t i = 0; i < count; i++)
			cells[i] = listing->rows[r].cells[shown[i]];
		listing->rows[r].cells = cells;
	}
}

void listing_order(struct listing *listing)
{
	if (listing->wish.fits)
		columns_trim(listing);
	if (listing_is_grouped(&listing->wish))
		groups_join(listing);
	if (listing->count && listing->wish.order.count)
		qsort_r(listing->rows, listing->count, sizeof *listing->rows, row_compare, listing);
}
