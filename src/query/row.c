#include "query/row.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "plan/value.h"
#include "query/source.h"
#include "town/item.h"

/* From the rows of the outermost table inwards; each step goes over one list of each row. */
struct walk {
	query_row_visit *visit;
	void *user;
	const struct query_table *table; /* whose rows are wanted */
	bool over;
};

static const struct node *path_follow(
	const struct node *value, const uint16_t *path, uint32_t depth)
{
	for (uint32_t i = 0; i < depth; i++)
		value = field(value, path[i]);
	return value;
}

/* The table below `outer` on the way to the wanted one. */
static const struct query_table *step_after(
	const struct query_table *wanted, const struct query_table *outer)
{
	while (wanted->of != outer)
		wanted = wanted->of;
	return wanted;
}

static void row_enter(struct walk *walk, const struct query_row *row)
{
	if (row->table == walk->table) {
		walk->over = !walk->visit(walk->user, row);
		return;
	}
	const struct query_table *inner = step_after(walk->table, row->table);
	const struct node *list = path_follow(row->value, inner->path, inner->depth);
	struct query_row item = *row;
	item.table = inner;
	item.of = row;
	item.number = 0;
	for (item.value = value_first_item(list); item.value && !walk->over;
		item.value = node_next_item(list, item.value)) {
		item.number++;
		row_enter(walk, &item);
	}
}

struct query_row query_record_row(
	const struct plan *plan, const struct query_table *table, const struct entity *entity)
{
	return (struct query_row){
		.plan = plan,
		.entity = entity,
		.document = entity->document,
		.value = entity->mapping,
		.table = table,
	};
}

void query_rows_walk(const struct plan *plan, const struct query_table *table,
	query_row_visit *visit, void *user)
{
	struct walk walk = {.visit = visit, .user = user, .table = table};
	const struct query_table *outer = table;
	while (outer->of)
		outer = outer->of;
	if (table->kind == QUERY_PROFILE) {
		const struct query_row profile = {
			.plan = plan,
			.document = plan_profile_document(plan),
			.value = plan_profile(plan),
			.table = outer,
		};
		if (profile.document)
			row_enter(&walk, &profile);
		return;
	}
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, table->kind, &count);
	for (uint32_t i = 0; i < count && !walk.over; i++) {
		const struct query_row row = query_record_row(plan, outer, records[i]);
		row_enter(&walk, &row);
	}
}

const struct node *query_node(const struct query_row *row, const struct query_column *column)
{
	if (column->source != COLUMN_FIELD && column->source != COLUMN_STATUS_CLASS)
		return value_none();
	return path_follow(row->value, column->path, column->depth);
}

/* Amounts without a unit are in that of the profile, else in crowns. */
static bool is_in_thousands(const struct query_row *row)
{
	const struct plan *plan = row->plan;
	for (; row; row = row->of) {
		uint32_t unit = value_word(field(row->value, WORD_unit));
		if (unit == WORD_thousand_czk || unit == WORD_czk)
			return unit == WORD_thousand_czk;
	}
	return value_word(field(plan_profile(plan), WORD_money_unit)) == WORD_thousand_czk;
}

static struct cell money_cell(const struct query_row *row, const struct node *node)
{
	int64_t hundredths;
	if (!value_money(node, &hundredths))
		return cell_none();
	if (is_in_thousands(row) && __builtin_mul_overflow(hundredths, 1000, &hundredths))
		return cell_none();
	return cell_money(hundredths);
}

struct kpss_str query_status_code(const struct plan *plan, struct kpss_str written)
{
	const struct node *statuses = field(plan_profile(plan), WORD_statuses);
	for (const struct node *item = value_first_item(statuses); item;
		item = node_next_item(statuses, item))
		if (kpss_str_equal(value_text(field(item, WORD_label)), written))
			return value_text(field(item, WORD_code));
	return written;
}

static struct cell text_cell(const struct plan *plan, const struct schema_shape *shape,
	const struct node *node, struct arena *arena)
{
	const struct schema_table *schema = plan_schema(plan);
	struct kpss_str text = value_text(node);
	if (shape->values.count) {
		uint32_t word = value_word(node);
		return word < schema->word_count ? cell_text(schema_word(schema, (uint16_t)word))
						 : cell_none();
	}
	if (shape->format == FORMAT_STATUS)
		text = query_status_code(plan, text);
	return text.len ? cell_text(text_nfc(arena, text)) : cell_none();
}

static struct cell number_cell(const struct node *node, enum cell_type type)
{
	int64_t whole;
	if (value_integer(node, &whole))
		return type == CELL_INTEGER ? cell_integer(whole) : cell_real((double)whole);
	enum scalar_type written = node_scalar_type(node);
	if (type == CELL_INTEGER || (written != SCALAR_NUMBER && written != SCALAR_INTEGER) ||
		node->length > 60)
		return cell_none();
	char text[64] = {0};
	memcpy(text, node->text, node->length);
	return cell_real(strtod(text, NULL));
}

static struct cell field_cell(
	const struct query_row *row, const struct query_column *column, struct arena *arena)
{
	const struct node *node = query_node(row, column);
	struct kpss_date day;
	if (is_absent(node) && column->is_place && row->entity->parent)
		return cell_text(row->entity->parent->id);
	if (is_absent(node) || node->kind != NODE_SCALAR)
		return cell_none();
	switch (column->type) {
	case CELL_DATE:
		day = value_date(node, KPSS_DATE_EARLIEST);
		return day.days == INT32_MIN ? cell_none() : cell_date(day);
	case CELL_MONEY:
		return money_cell(row, node);
	case CELL_INTEGER:
	case CELL_REAL:
		return number_cell(node, column->type);
	case CELL_BOOLEAN:
		return node_scalar_type(node) == SCALAR_BOOLEAN ? cell_boolean(value_is_true(node))
								: cell_none();
	default:
		return text_cell(row->plan, column->shape, node, arena);
	}
}

static struct cell level_cell(const struct plan *plan, const struct entity *item)
{
	const struct schema_table *schema = plan_schema(plan);
	if (item->level)
		return cell_text(schema_word(schema, schema->levels[item->level - 1].singular));
	struct kpss_str own = value_text(field(item->mapping, WORD_level));
	return own.len ? cell_text(own) : cell_none();
}

static struct cell class_cell(const struct plan *plan, const struct node *status)
{
	const struct schema_table *schema = plan_schema(plan);
	uint32_t class = plan_status_class(plan, status);
	return class < schema->word_count ? cell_text(schema_word(schema, (uint16_t) class))
					  : cell_none();
}

struct cell query_cell(
	const struct query_row *row, const struct query_column *column, struct arena *arena)
{
	const struct plan *plan = row->plan;
	switch (column->source) {
	case COLUMN_FIELD:
		return field_cell(row, column, arena);
	case COLUMN_STATUS_CLASS:
		return class_cell(plan, query_node(row, column));
	case COLUMN_RECORD:
		return row->entity->id.len ? cell_text(row->entity->id) : cell_none();
	case COLUMN_PART_OF:
		return cell_text(source_id(row->of, arena));
	case COLUMN_NUMBER:
		return cell_integer(row->number);
	case COLUMN_LEVEL:
		return level_cell(plan, row->entity);
	case COLUMN_RANK:
		return row->entity->rank ? cell_integer(row->entity->rank) : cell_none();
	case COLUMN_IS_MEASURE:
		return cell_boolean(item_is_flagged(plan, row->entity, WORD_measure));
	case COLUMN_IS_AREA:
		return cell_boolean(item_is_flagged(plan, row->entity, WORD_area));
	case COLUMN_SOURCE_ID:
		return cell_text(source_id(row, arena));
	}
	return cell_none();
}
