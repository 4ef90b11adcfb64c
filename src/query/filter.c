#include "query/filter.h"

#include <string.h>

#include "base/arena.h"
#include "base/collation.h"
#include "plan/value.h"
#include "query/operand.h"
#include "query/order.h"
#include "query/references.h"
#include "query/typed.h"

enum operator{ IS, IS_NOT, LESS, AT_MOST, MORE, AT_LEAST, CONTAINS };

/* The longer of two that begin alike comes first. */
static const struct {
	const char *sign;
	enum operator operator;
} operators[] = {
	{"!=", IS_NOT},
	{"<=", AT_MOST},
	{">=", AT_LEAST},
	{"=", IS},
	{"<", LESS},
	{">", MORE},
	{"~", CONTAINS},
};

struct filter {
	const struct plan *plan;
	struct query_path *path;
	enum operator operator;
	bool is_empty;            /* nothing stands behind the operator */
	struct operand *operands; /* one for each end of the path */
	bool *readable;           /* is the value one of that end? */
};

static const char signs[] = "!=<>~";

/* Where the operator begins, and which it is. */
static bool operator_find(
	struct kpss_str typed, size_t *at, size_t *length, enum operator* operator)
{
	for (*at = 0; *at < typed.len && !strchr(signs, typed.ptr[*at]); ++*at)
		;
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		*length = strlen(operators[i].sign);
		if (*length <= typed.len - *at &&
			memcmp(typed.ptr + *at, operators[i].sign, *length) == 0) {
			*operator= operators[i].operator;
			return true;
		}
	}
	return false;
}

static bool is_ordered(enum path_type type)
{
	return type <= PATH_DATE;
}

static bool asks_order(enum operator operator)
{
	return operator>= LESS && operator<= AT_LEAST;
}

static bool fault_set(struct query_fault *fault, enum query_fault_kind kind, struct kpss_str about)
{
	fault->kind = kind;
	fault->about = about;
	return false;
}

/* Does a mapping name records, so that it may be asked for one? */
static bool mapping_refers(const struct plan *plan, const struct path_end *end)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_object *object = &schema->objects[end->shape->object];
	for (uint32_t i = 0; end->shape->object && i < object->count; i++) {
		const struct schema_shape *shape =
			query_shape(schema, schema->properties[object->first + i].shape);
		if (shape->targets.count)
			return true;
	}
	return false;
}

/* One end for which the value makes sense is enough. */
static bool operands_read(struct filter *filter, const struct entity *of, struct kpss_str value,
	struct arena *arena, struct query_fault *fault)
{
	size_t count;
	const struct path_end *const *ends = path_ends(filter->path, &count);
	bool any = false;
	struct query_fault first = {0};
	filter->operands = arena_array(arena, count, sizeof *filter->operands);
	filter->readable = arena_array(arena, count, sizeof *filter->readable);
	for (size_t i = 0; i < count; i++) {
		struct query_fault own = {0};
		if (asks_order(filter->operator) && !is_ordered(ends[i]->type))
			fault_set(&own, QUERY_NO_ORDER, path_typed(filter->path));
		else if (filter->operator!= CONTAINS && ends[i]->type ==
			 PATH_MAPPING && !mapping_refers(filter->plan, ends[i]))
			fault_set(&own, QUERY_HAS_FIELDS, path_typed(filter->path));
		else if (filter->operator== CONTAINS) {
			filter->operands[i] =
				(struct operand){.typed = value, .folded = text_fold(arena, value)};
			filter->readable[i] = true;
		} else
			filter->readable[i] = operand_read(&filter->operands[i], filter->plan, of,
				ends[i], value, arena, &own);
		any = any || filter->readable[i];
		first = i == 0 ? own : first;
	}
	if (!any) {
		*fault = first;
		fault->more = path_typed(filter->path);
	}
	return any;
}

struct filter *filter_new(const struct plan *plan, const struct query_subject *subject,
	const struct entity *of, struct kpss_str typed, struct arena *arena,
	struct query_fault *fault)
{
	struct filter *filter = arena_array(arena, 1, sizeof *filter);
	size_t at, length;
	*fault = (struct query_fault){0};
	filter->plan = plan;
	if (!operator_find(typed, &at, &length, &filter->operator))
		return fault_set(fault, QUERY_NO_OPERATOR, typed), NULL;
	struct kpss_str name = typed_trimmed((struct kpss_str){.ptr = typed.ptr, .len = at});
	struct kpss_str value = typed_trimmed(
		(struct kpss_str){.ptr = typed.ptr + at + length, .len = typed.len - at - length});
	if (name.len == 0)
		return fault_set(fault, QUERY_NO_NAME, typed), NULL;
	filter->path = path_new(plan, subject, name, arena, fault);
	if (!filter->path)
		return NULL;
	filter->is_empty = value.len == 0;
	if (filter->is_empty && filter->operator!= IS && filter->operator!= IS_NOT)
		return fault_set(fault, QUERY_NO_VALUE, typed), NULL;
	if (!filter->is_empty && !operands_read(filter, of, value, arena, fault))
		return NULL;
	return filter;
}

/* Whether one record meets the condition. */
struct holding {
	const struct filter *filter;
	struct collation *collation;
	struct arena *arena;
	bool found;
};

static bool contains(struct kpss_str text, const struct operand *operand, struct arena *arena)
{
	struct kpss_str folded = text_fold(arena, text);
	return memmem(folded.ptr, folded.len, operand->folded.ptr, operand->folded.len) != NULL;
}

static bool record_contains(
	const struct entity *record, const struct operand *operand, struct arena *arena)
{
	static const uint16_t names[] = {WORD_code, WORD_name, WORD_label, WORD_short_name};
	for (size_t i = 0; record && i < sizeof names / sizeof *names; i++)
		if (contains(value_text(field(record->mapping, names[i])), operand, arena))
			return true;
	return record && contains(record->id, operand, arena);
}

/* As it is written, and as it might have been. */
static bool value_contains(const struct holding *holding, const struct path_value *value,
	const struct operand *operand)
{
	const struct plan *plan = holding->filter->plan;
	struct arena *arena = holding->arena;
	if (value->end->type == PATH_MAPPING) {
		const struct node *mapping = value->row.value;
		for (const struct node *at = mapping; at < mapping + mapping->size; at++)
			if (!at->is_key && contains(value_text(at), operand, arena))
				return true;
		return false;
	}
	if (value->end->type == PATH_REFERENCE && record_contains(value->record, operand, arena))
		return true;
	struct cell cell = path_cell(value, arena);
	if (contains(value_text(value->row.value), operand, arena))
		return true;
	if (cell.type != CELL_TEXT)
		return false;
	struct kpss_str other = cell.text;
	if (value->end->type == PATH_CHOICE)
		other = choice_czech(plan, value->end->shape, cell.text);
	else if (value->end->type == PATH_STATUS)
		other = status_label(plan, cell.text);
	return contains(cell.text, operand, arena) || contains(other, operand, arena);
}

struct naming {
	const struct entity *record;
	bool found;
};

static bool record_seek(void *user, const struct reference_found *found)
{
	struct naming *naming = user;
	naming->found = naming->found || found->target == naming->record;
	return !naming->found;
}

static bool value_is(const struct holding *holding, const struct path_value *value,
	const struct operand *operand)
{
	const struct plan *plan = holding->filter->plan;
	if (value->end->type == PATH_MAPPING) {
		struct naming naming = {.record = operand->record};
		if (operand->record)
			references_walk_in(&value->row, record_seek, &naming);
		return naming.found;
	}
	if (value->end->type == PATH_REFERENCE && operand->record)
		return value->record == operand->record;
	if (value->end->type == PATH_STATUS && operand->status_class)
		return plan_status_class(plan, value->row.value) == operand->status_class;
	struct cell cell = path_cell(value, holding->arena);
	return cell.type != CELL_NONE &&
	       order_compare(holding->collation, false, &cell, &operand->cell) == 0;
}

static bool value_meets(const struct holding *holding, const struct path_value *value,
	const struct operand *operand)
{
	const struct filter *filter = holding->filter;
	if (filter->operator== CONTAINS)
		return value_contains(holding, value, operand);
	if (!asks_order(filter->operator))
		return value_is(holding, value, operand);
	struct cell cell = path_cell(value, holding->arena);
	if (cell.type == CELL_NONE)
		return false;
	int order = order_compare(
		holding->collation, path_is_code(filter->path), &cell, &operand->cell);
	return filter->operator== LESS      ? order < 0
	       : filter->operator== AT_MOST ? order <= 0
	       : filter->operator== MORE    ? order > 0
					    : order >= 0;
}

static bool value_take(void *user, const struct path_value *value)
{
	struct holding *holding = user;
	const struct filter *filter = holding->filter;
	size_t count, i = 0;
	const struct path_end *const *ends = path_ends(filter->path, &count);
	if (filter->is_empty) {
		holding->found = holding->found || value->record ||
				 value->row.value->kind != NODE_SCALAR ||
				 path_cell(value, holding->arena).type != CELL_NONE;
		return !holding->found;
	}
	while (i < count && ends[i] != value->end)
		i++;
	/* A record around this one stands for a field that would name it. */
	if (i == count)
		i = 0;
	holding->found = filter->readable[i] && value_meets(holding, value, &filter->operands[i]);
	return !holding->found;
}

bool filter_holds(struct filter *filter, const struct entity *entity, struct collation *collation,
	struct arena *arena)
{
	struct holding holding = {.filter = filter, .collation = collation, .arena = arena};
	struct arena_mark mark = arena_mark(arena);
	path_walk(filter->path, entity, arena, value_take, &holding);
	arena_release(arena, mark);
	bool wanted = filter->operator!= IS_NOT;
	if (filter->is_empty)
		wanted = !wanted;
	return holding.found == wanted;
}
