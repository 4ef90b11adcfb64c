#include "query/operand.h"

#include "base/arena.h"
#include "base/day.h"
#include "plan/value.h"
#include "query/name.h"
#include "query/path_inside.h"
#include "query/typed.h"

struct reading {
	struct operand *operand;
	const struct plan *plan;
	const struct entity *of;
	const struct path_end *end;
	struct arena *arena;
	struct query_fault *fault;
};

static bool fault_set(const struct reading *reading, enum query_fault_kind kind)
{
	reading->fault->kind = kind;
	reading->fault->about = reading->operand->typed;
	return false;
}

static struct kpss_str word_at(
	const struct reading *reading, const struct schema_shape *shape, uint32_t index)
{
	const struct schema_table *schema = plan_schema(reading->plan);
	uint16_t word = schema->lists[shape->values.first + index];
	return word == SCHEMA_NO_WORD ? kpss_str("") : schema_word(schema, word);
}

/* English and Czech words lie alternately. */
static bool choice_find(
	const struct reading *reading, const struct schema_shape *shape, struct kpss_str *english)
{
	const struct operand *operand = reading->operand;
	for (uint32_t i = 0; i < shape->values.count; i++)
		if (kpss_str_equal(text_fold(reading->arena, word_at(reading, shape, i)),
			    operand->folded)) {
			*english = word_at(reading, shape, i & ~1U);
			return true;
		}
	return false;
}

static void choices_suggest(const struct reading *reading, const struct schema_shape *shape)
{
	for (uint32_t i = 0; i < shape->values.count; i++)
		suggestions_offer(&reading->fault->near, word_at(reading, shape, i));
}

static bool choice_read(const struct reading *reading)
{
	struct kpss_str english;
	if (choice_find(reading, reading->end->shape, &english)) {
		reading->operand->cell = cell_text(english);
		return true;
	}
	choices_suggest(reading, reading->end->shape);
	return fault_set(reading, QUERY_NO_CHOICE);
}

struct kpss_str choice_czech(
	const struct plan *plan, const struct schema_shape *shape, struct kpss_str english)
{
	const struct schema_table *schema = plan_schema(plan);
	for (uint32_t i = 0; i + 1 < shape->values.count; i += 2) {
		const uint16_t *words = &schema->lists[shape->values.first + i];
		if (kpss_str_equal(schema_word(schema, words[0]), english) &&
			words[1] != SCHEMA_NO_WORD)
			return schema_word(schema, words[1]);
	}
	return english;
}

struct kpss_str status_label(const struct plan *plan, struct kpss_str code)
{
	const struct node *statuses = field(plan_profile(plan), WORD_statuses);
	for (const struct node *item = value_first_item(statuses); item;
		item = node_next_item(statuses, item))
		if (kpss_str_equal(value_text(field(item, WORD_code)), code) &&
			value_text(field(item, WORD_label)).len)
			return value_text(field(item, WORD_label));
	return code;
}

/* The shape of the class of a status, which has its words. */
static const struct schema_shape *class_shape(const struct plan *plan)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_object *profile =
		&schema->objects[query_shape(schema, schema->profile)->object];
	const struct schema_shape *list =
		query_shape(schema, schema_find(schema, profile, WORD_statuses)->shape);
	uint32_t object = query_shape(schema, list->items)->object;
	return query_shape(
		schema, schema_find(schema, &schema->objects[object], WORD_class)->shape);
}

static bool is_same(const struct reading *reading, struct kpss_str text)
{
	return kpss_str_equal(text_fold(reading->arena, text), reading->operand->folded);
}

static uint32_t word_number(const struct schema_table *schema, struct kpss_str word)
{
	uint32_t number = 0;
	while (number < schema->word_count &&
		!kpss_str_equal(schema_word(schema, (uint16_t)number), word))
		number++;
	return number;
}

/* A code or label of the town goes before a class of the same name. */
static bool status_read(const struct reading *reading)
{
	const struct node *statuses = field(plan_profile(reading->plan), WORD_statuses);
	struct operand *operand = reading->operand;
	struct kpss_str class;
	for (const struct node *item = value_first_item(statuses); item;
		item = node_next_item(statuses, item)) {
		struct kpss_str code = value_text(field(item, WORD_code)),
				label = value_text(field(item, WORD_label));
		suggestions_offer(&reading->fault->near, code);
		suggestions_offer(&reading->fault->near, label);
		if (is_same(reading, code) || is_same(reading, label)) {
			operand->cell = cell_text(code);
			return true;
		}
	}
	if (choice_find(reading, class_shape(reading->plan), &class)) {
		operand->status_class = word_number(plan_schema(reading->plan), class);
		return true;
	}
	choices_suggest(reading, class_shape(reading->plan));
	if (value_first_item(statuses))
		return fault_set(reading, QUERY_NO_STATUS);
	operand->cell = cell_text(operand->typed);
	return true;
}

static bool level_read(const struct reading *reading)
{
	const struct schema_table *schema = plan_schema(reading->plan);
	struct query_subject level;
	if (subject_named(reading->plan, reading->operand->typed, reading->arena, &level) &&
		(level.level || level.own.len)) {
		reading->operand->cell = cell_text(
			level.level ? schema_word(schema, schema->levels[level.level - 1].singular)
				    : level.own);
		return true;
	}
	for (uint32_t i = 0; i < schema->level_count; i++) {
		suggestions_offer(
			&reading->fault->near, schema_word(schema, schema->levels[i].singular));
		suggestions_offer(&reading->fault->near,
			schema_word(schema, schema->levels[i].czech_singular));
	}
	return fault_set(reading, QUERY_NO_LEVEL);
}

static bool may_lead_to(const struct reading *reading, uint16_t kind)
{
	const struct schema_table *schema = plan_schema(reading->plan);
	const struct schema_shape *shape = reading->end->shape;
	if (!shape || !shape->targets.count)
		return true;
	for (uint32_t i = 0; i < shape->targets.count; i++) {
		uint16_t target = schema->lists[shape->targets.first + i];
		if ((target & TARGET_LEVEL ? KIND_node : target) == kind)
			return true;
	}
	return false;
}

static void records_suggest(const struct reading *reading)
{
	for (uint16_t kind = 0; kind < plan_schema(reading->plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(reading->plan, kind, &count);
		for (uint32_t i = 0; i < count && may_lead_to(reading, kind); i++)
			if (records[i]->id.len)
				suggestions_offer(&reading->fault->near, records[i]->id);
	}
}

static bool record_read(const struct reading *reading)
{
	struct operand *operand = reading->operand;
	size_t count;
	operand->cell = cell_text(operand->typed);
	operand->record = name_find(reading->plan, reading->of, operand->typed, &count);
	if (count > 1)
		return fault_set(reading, QUERY_SEVERAL_RECORDS);
	if ((operand->record && may_lead_to(reading, operand->record->kind)) ||
		plan_is_unread(reading->plan, operand->typed))
		return true;
	records_suggest(reading);
	return fault_set(reading, QUERY_NO_RECORD);
}

static bool number_read(const struct reading *reading)
{
	double number;
	if (!typed_number(reading->operand->typed, &number))
		return fault_set(reading, QUERY_NO_NUMBER);
	reading->operand->cell = cell_real(number);
	return true;
}

static bool money_read(const struct reading *reading)
{
	int64_t hundredths;
	if (!typed_money(reading->operand->typed, &hundredths))
		return fault_set(reading, QUERY_NO_AMOUNT);
	reading->operand->cell = cell_money(hundredths);
	return true;
}

static bool date_read(const struct reading *reading)
{
	struct kpss_date day;
	if (!day_parse(reading->operand->typed, &day))
		return fault_set(reading, QUERY_NO_DATE);
	reading->operand->cell = cell_date(day);
	return true;
}

static bool truth_read(const struct reading *reading)
{
	bool truth;
	if (!typed_truth(reading->operand->typed, reading->arena, &truth))
		return fault_set(reading, QUERY_NO_TRUTH);
	reading->operand->cell = cell_boolean(truth);
	return true;
}

static bool text_read(const struct reading *reading)
{
	reading->operand->cell = cell_text(text_nfc(reading->arena, reading->operand->typed));
	return true;
}

bool operand_read(struct operand *operand, const struct plan *plan, const struct entity *of,
	const struct path_end *end, struct kpss_str typed, struct arena *arena,
	struct query_fault *fault)
{
	static bool (*const readers[])(const struct reading *reading) = {
		[PATH_TEXT] = text_read,
		[PATH_NUMBER] = number_read,
		[PATH_MONEY] = money_read,
		[PATH_DATE] = date_read,
		[PATH_BOOLEAN] = truth_read,
		[PATH_CHOICE] = choice_read,
		[PATH_STATUS] = status_read,
		[PATH_LEVEL] = level_read,
		[PATH_REFERENCE] = record_read,
		[PATH_MAPPING] = record_read,
	};
	*operand = (struct operand){.typed = typed, .folded = text_fold(arena, typed)};
	const struct reading reading = {.operand = operand,
		.plan = plan,
		.of = of,
		.end = end,
		.arena = arena,
		.fault = fault};
	suggestions_init(&fault->near, arena, typed);
	return readers[end->type](&reading);
}
