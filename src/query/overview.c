#include "query/overview.h"

#include "query/path.h"
#include "query/table.h"

/* In the order in which they are shown. */
enum rank {
	RANK_ID,
	RANK_LEVEL,
	RANK_CODE,
	RANK_NAME,
	RANK_REQUIRED,
	RANK_YEAR,
	RANK_AMOUNT,
	RANK_STATUS,
	RANK_CHOICE,
	RANK_DATE,
	RANK_REFERENCE,
	RANK_COUNT, /* not shown */
};

static enum rank named_rank(uint16_t word)
{
	static const struct {
		uint16_t word;
		enum rank rank;
	} named[] = {
		{WORD_id, RANK_ID},
		{WORD_code, RANK_CODE},
		{WORD_name, RANK_NAME},
		{WORD_year, RANK_YEAR},
	};
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (named[i].word == word)
			return named[i].rank;
	return RANK_COUNT;
}

static enum rank rank_of(const struct schema_table *schema, const struct query_subject *subject,
	const struct schema_property *property, const struct schema_shape *shape)
{
	enum rank rank = named_rank(property->word);
	if (shape->items || shape->object || shape->types == TYPE_OBJECT || property->level)
		return RANK_COUNT;
	if (rank != RANK_COUNT)
		return rank;
	if (shape->format == FORMAT_LEVEL)
		return subject->level || subject->own.len ? RANK_COUNT : RANK_LEVEL;
	if (property->flags & PROPERTY_REQUIRED)
		return RANK_REQUIRED;
	if (shape->format == FORMAT_MONEY)
		return RANK_AMOUNT;
	if (shape->format == FORMAT_STATUS)
		return RANK_STATUS;
	if (shape->values.count)
		return query_is_money_unit(schema, shape) ? RANK_COUNT : RANK_CHOICE;
	if (shape->format == FORMAT_DATE)
		return RANK_DATE;
	/* What a record continues, or stands under, is of its own kind. */
	return shape->targets.count && !(property->flags & PROPERTY_CHAIN) ? RANK_REFERENCE
									   : RANK_COUNT;
}

size_t overview_fields(
	const struct plan *plan, const struct query_subject *subject, uint16_t words[OVERVIEW_MOST])
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_shape *record = query_shape(schema, schema->kinds[subject->kind].shape);
	const struct schema_object *object = &schema->objects[record->object];
	size_t count = 0;
	for (int rank = RANK_ID; rank < RANK_COUNT; rank++)
		for (uint32_t i = 0; i < object->count && count < OVERVIEW_MOST; i++) {
			const struct schema_property *property =
				&schema->properties[object->first + i];
			const struct schema_shape *shape = query_shape(schema, property->shape);
			if (rank_of(schema, subject, property, shape) == (enum rank)rank)
				words[count++] = property->word;
		}
	return count;
}
