/* Following paths through a plan. */
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "plan/value.h"
#include "query/path_inside.h"
#include "query/references.h"
#include "town/item.h"

struct walk {
	struct query_path *path;
	struct arena *arena;
	path_visit *visit;
	void *user;
	bool over;
};

static void step_take(struct walk *walk, size_t at, const struct spot *spot);

static struct spot record_spot(const struct plan *plan, const struct entity *entity)
{
	struct spot spot = {.row = query_record_row(plan, NULL, entity),
		.end = &path_record_end,
		.record = entity};
	spot.row.object = record_shape(plan, entity->kind)->object;
	return spot;
}

static bool is_root(const struct spot *spot)
{
	return spot->record && spot->row.value == spot->record->mapping;
}

/* Where the next step starts: a reference is left for the record that it leads to. False when it dangles. */
static bool spot_enter(const struct walk *walk, const struct spot *spot, struct spot *entered)
{
	*entered = *spot;
	if (spot->record && spot->row.value->kind == NODE_SCALAR)
		*entered = record_spot(walk->path->plan, spot->record);
	return spot->record || spot->row.value->kind == NODE_MAPPING;
}

/* The record that is an item of a list. */
static const struct entity *record_at(
	const struct plan *plan, uint16_t kind, const struct node *mapping)
{
	const struct entity *named = plan_find(plan, value_text(field(mapping, WORD_id)));
	if (named && named->mapping == mapping)
		return named;
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, kind, &count);
	for (uint32_t i = 0; i < count; i++)
		if (records[i]->mapping == mapping)
			return records[i];
	return NULL;
}

static void value_enter(struct walk *walk, size_t at, const struct spot *from,
	const struct field_choice *choice, const struct node *value, uint32_t number)
{
	const struct plan *plan = walk->path->plan;
	struct spot spot = {.row = from->row, .outer = from, .end = &choice->end};
	spot.row.value = value;
	spot.row.of = &from->row;
	spot.row.number = number;
	spot.row.object = choice->shape->object;
	if (choice->shape->kind) {
		const struct entity *record = record_at(plan, choice->shape->kind - 1, value);
		if (record)
			spot = record_spot(plan, record);
	} else if (choice->shape->targets.count) {
		spot.record = plan_target(plan, value);
	}
	step_take(walk, at, &spot);
}

/* A record that stands in the one that a field would name need not name it: the first field that may. */
static bool is_place(
	const struct plan *plan, const struct spot *spot, const struct field_choice *choice)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct entity *parent = is_root(spot) ? spot->record->parent : NULL;
	const struct schema_object *object = &schema->objects[spot->row.object];
	for (uint32_t i = 0; parent && i < object->count; i++) {
		const struct schema_property *property = &schema->properties[object->first + i];
		const struct schema_shape *shape = query_shape(schema, property->shape);
		for (uint32_t k = 0; k < shape->targets.count; k++) {
			uint16_t target = schema->lists[shape->targets.first + k];
			if ((target & TARGET_LEVEL ? KIND_node : target) == parent->kind)
				return property == choice->property;
		}
	}
	return false;
}

static void field_follow(
	struct walk *walk, size_t at, const struct spot *spot, const struct field_choice *choice)
{
	const struct node *value = field(spot->row.value, choice->property->word);
	if (choice->end.source == COLUMN_LEVEL && is_root(spot)) {
		struct spot level = *spot;
		level.end = &choice->end;
		step_take(walk, at, &level);
	} else if (is_absent(value)) {
		if (!is_place(walk->path->plan, spot, choice))
			return;
		struct spot around = record_spot(walk->path->plan, spot->record->parent);
		step_take(walk, at, &around);
	} else if (choice->is_list) {
		uint32_t number = 0;
		for (const struct node *item = value_first_item(value); item && !walk->over;
			item = node_next_item(value, item))
			value_enter(walk, at, spot, choice, item, ++number);
	} else {
		value_enter(walk, at, spot, choice, value, 0);
	}
}

/* The innermost mapping that has the field. */
static void field_step(struct walk *walk, size_t at, const struct spot *spot)
{
	const struct path_step *step = &walk->path->steps[at];
	struct spot entered;
	if (!spot_enter(walk, spot, &entered))
		return;
	for (const struct spot *around = &entered; around; around = around->outer)
		for (size_t i = 0; i < step->count; i++)
			if (step->choices[i].object == around->row.object) {
				field_follow(walk, at + 1, around, &step->choices[i]);
				return;
			}
}

enum year_answer { YEAR_SILENT, YEAR_YES, YEAR_NO };

static enum year_answer year_named(const struct node *mapping, int year)
{
	int64_t written;
	const struct node *years = field(mapping, WORD_years), *one = field(mapping, WORD_year);
	if (value_integer(one, &written))
		return written == year ? YEAR_YES : YEAR_NO;
	for (const struct node *item = value_first_item(years); item;
		item = node_next_item(years, item))
		if (value_integer(item, &written) && written == year)
			return YEAR_YES;
	return value_first_item(years) ? YEAR_NO : YEAR_SILENT;
}

static enum year_answer year_dated(const struct node *mapping, int year)
{
	struct kpss_date date = value_date(field(mapping, WORD_date), KPSS_DATE_LATEST);
	struct period period = mapping_period(mapping);
	if (date.days != INT32_MAX)
		return day_year(date) == year ? YEAR_YES : YEAR_NO;
	if (period.from.days == INT32_MIN && period.to.days == INT32_MAX)
		return YEAR_SILENT;
	return period.from.days <= year_end(year).days && year_begin(year).days <= period.to.days
		       ? YEAR_YES
		       : YEAR_NO;
}

/* The nearest that names a year decides; where nothing does, the nearest with days. */
static bool is_of_year(const struct spot *spot, int year)
{
	enum year_answer answer = YEAR_SILENT;
	for (const struct spot *at = spot; at && answer == YEAR_SILENT; at = at->outer)
		answer = year_named(at->row.value, year);
	for (const struct spot *at = spot; at && answer == YEAR_SILENT; at = at->outer)
		answer = year_dated(at->row.value, year);
	return answer == YEAR_YES;
}

/* Looking for what is related to one record. */
struct relating {
	struct walk *walk;
	size_t at; /* the next step */
	const struct query_subject *subject;
	const struct entity *to;   /* that others refer to */
	const struct entity *from; /* one that does */
	const struct node *seen;   /* the mapping with the last reference found */
	const struct entity **found;
	size_t found_count, found_capacity;
	bool refers;
};

static bool is_last(const struct relating *relating)
{
	return relating->at == relating->walk->path->count;
}

/* Was the record found before in this step? */
static bool found_before(struct relating *relating, const struct entity *entity)
{
	for (size_t i = 0; i < relating->found_count; i++)
		if (relating->found[i] == entity)
			return true;
	if (relating->found_count == relating->found_capacity) {
		size_t capacity = relating->found_capacity ? relating->found_capacity * 2 : 8;
		const struct entity **found =
			arena_array(relating->walk->arena, capacity, sizeof *found);
		if (relating->found_count)
			memcpy(found, relating->found, relating->found_count * sizeof *found);
		relating->found = found;
		relating->found_capacity = capacity;
	}
	relating->found[relating->found_count++] = entity;
	return false;
}

static void record_take(struct relating *relating, const struct entity *entity)
{
	const struct plan *plan = relating->walk->path->plan;
	if (!entity || !subject_has(plan, relating->subject, entity) ||
		found_before(relating, entity))
		return;
	struct spot spot = record_spot(plan, entity);
	step_take(relating->walk, relating->at, &spot);
}

static bool forward_take(void *user, const struct reference_found *found)
{
	struct relating *relating = user;
	record_take(relating, found->target);
	return !relating->walk->over;
}

/* The mapping and those around it as spots; they last as long as the walk. */
static const struct spot *row_spots(const struct walk *walk, const struct query_row *row)
{
	struct spot *spot = arena_array(walk->arena, 1, sizeof *spot);
	*spot = (struct spot){.row = *row, .end = &path_record_end, .record = row->entity};
	if (row->of) {
		spot->outer = row_spots(walk, row->of);
		spot->row.of = &spot->outer->row;
	}
	return spot;
}

static bool leads_to(const struct plan *plan, const struct entity *target, const struct entity *to)
{
	return target == to ||
	       (target && target->kind == KIND_action_plan_row &&
		       plan_target(plan, field(target->mapping, WORD_measure)) == to);
}

static bool backward_take(void *user, const struct reference_found *found)
{
	struct relating *relating = user;
	if (!leads_to(relating->walk->path->plan, found->target, relating->to))
		return true;
	const struct query_row *row =
		found->row->value->kind == NODE_MAPPING ? found->row : found->row->of;
	relating->refers = true;
	if (row->value == relating->seen)
		return true;
	relating->seen = row->value;
	step_take(relating->walk, relating->at, row_spots(relating->walk, row));
	return !relating->walk->over;
}

static void backward_step(struct relating *relating, const struct relation *relation)
{
	const struct plan *plan = relating->walk->path->plan;
	size_t count;
	const struct relation_pair *pairs = relation_to(relation, relating->to, &count);
	for (size_t i = 0; i < count && !relating->walk->over; i++) {
		relating->from = pairs[i].from;
		relating->refers = false;
		relating->seen = NULL;
		if (!is_last(relating))
			references_walk(plan, relating->from, backward_take, relating);
		if (!relating->refers)
			record_take(relating, relating->from);
	}
}

static void inherited_groups_take(struct relating *relating, const struct entity *item)
{
	const struct node *groups = item_groups(item, NULL);
	for (const struct node *entry = value_first_item(groups); entry && !relating->walk->over;
		entry = node_next_item(groups, entry))
		record_take(relating,
			plan_target(relating->walk->path->plan, field(entry, WORD_group)));
}

enum { LEVELS_MOST = 100 };

static void related_step(struct walk *walk, size_t at, const struct spot *spot)
{
	const struct path_step *step = &walk->path->steps[at];
	struct relating relating = {.walk = walk, .at = at + 1, .subject = &step->subject};
	struct spot entered;
	if (!spot_enter(walk, spot, &entered))
		return;
	references_walk_in(&entered.row, forward_take, &relating);
	if (!is_root(&entered))
		return;
	relating.to = entered.record;
	if (relating.to->kind == KIND_node && step->subject.kind == KIND_group)
		inherited_groups_take(&relating, relating.to);
	const struct entity *above = relating.to->parent;
	for (int steps = 0; above && steps < LEVELS_MOST && !walk->over;
		above = above->parent, steps++)
		record_take(&relating, above);
	backward_step(&relating, &step->relation);
}

static void arrive(struct walk *walk, const struct spot *spot)
{
	const struct path_value value = {
		.row = spot->row, .end = spot->end, .record = spot->record};
	walk->over = !walk->visit(walk->user, &value);
}

static void step_take(struct walk *walk, size_t at, const struct spot *spot)
{
	struct query_path *path = walk->path;
	path->trail[at] = spot;
	if (at == path->count) {
		arrive(walk, spot);
		return;
	}
	const struct path_step *step = &path->steps[at];
	struct spot computed = *spot;
	switch (step->kind) {
	case STEP_FIELD:
		field_step(walk, at, spot);
		break;
	case STEP_YEAR:
		if (spot_enter(walk, spot, &computed) && is_of_year(&computed, step->year))
			step_take(walk, at + 1, &computed);
		break;
	case STEP_RELATED:
		related_step(walk, at, spot);
		break;
	case STEP_COMPUTED:
		if (!spot_enter(walk, spot, &computed))
			break;
		computed.end = step->end;
		step_take(walk, at + 1, &computed);
		break;
	}
}

void path_walk(struct query_path *path, const struct entity *entity, struct arena *arena,
	path_visit *visit, void *user)
{
	struct walk walk = {.path = path, .arena = arena, .visit = visit, .user = user};
	struct arena_mark mark = arena_mark(arena);
	const struct spot spot = record_spot(path->plan, entity);
	step_take(&walk, 0, &spot);
	arena_release(arena, mark);
}

static bool same_step(const struct path_step *a, const struct path_step *b)
{
	if (a->kind != b->kind || a->year != b->year || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->choices[i].property != b->choices[i].property)
			return false;
	return a->kind != STEP_RELATED ||
	       (a->subject.kind == b->subject.kind && a->subject.level == b->subject.level &&
		       kpss_str_equal(a->subject.own, b->subject.own));
}

void path_walk_beside(struct query_path *path, const struct query_path *other,
	const struct entity *entity, struct arena *arena, path_visit *visit, void *user)
{
	size_t common = 0;
	while (common < path->count && common < other->count &&
		same_step(&path->steps[common], &other->steps[common]))
		common++;
	if (common == 0) {
		path_walk(path, entity, arena, visit, user);
		return;
	}
	struct walk walk = {.path = path, .arena = arena, .visit = visit, .user = user};
	struct arena_mark mark = arena_mark(arena);
	step_take(&walk, common, other->trail[common]);
	arena_release(arena, mark);
}

struct cell path_cell(const struct path_value *value, struct arena *arena)
{
	const struct path_end *end = value->end;
	if (end->type == PATH_REFERENCE && value->record)
		return value->record->id.len ? cell_text(value->record->id) : cell_none();
	if (end->type == PATH_MAPPING)
		return cell_none();
	/* A column of one value: the row is the value. */
	const struct query_column column = {
		.source = end->source, .type = end->cell, .shape = end->shape};
	return query_cell(&value->row, &column, arena);
}
