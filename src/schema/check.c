/* The walk over a document with its schema beside it. */
#include "schema/check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "document/words.h"
#include "schema/check_more.h"
#include "schema/checker.h"
#include "schema/fault.h"
#include "schema/near.h"
#include "schema/pattern.h"

enum { SHOWN_NAMES_MOST = 12 };

struct words *schema_words(const struct schema_table *table)
{
	struct kpss_str *known = memory_resize(NULL, table->word_count, sizeof *known);
	for (uint32_t i = 0; i < table->word_count; i++)
		known[i] = schema_word(table, (uint16_t)i);
	struct words *words = words_new(known, table->word_count);
	free(known);
	return words;
}

struct schema_checker *schema_checker_new(const struct schema_table *table, struct words *words)
{
	struct schema_checker *checker = memory_resize(NULL, 1, sizeof *checker);
	*checker = (struct schema_checker){.table = table, .words = words, .patterns = patterns_new(table)};
	return checker;
}

void schema_checker_free(struct schema_checker *checker)
{
	if (!checker)
		return;
	patterns_free(checker->patterns);
	free(checker);
}

void schema_checker_vocabulary(struct schema_checker *checker, bool czech)
{
	checker->czech = czech;
}

static void value_check(struct schema_checker *checker, const struct schema_property *property,
	const struct node *mapping, struct node *key)
{
	const struct schema_visitor *visitor = checker->visitor;
	const struct schema_shape *shape = &checker->table->shapes[property->shape];
	struct node *value = key + 1;
	const struct node *outer = checker->key;
	checker->key = key;
	if (property->flags & PROPERTY_NAMED)
		mark_evaluated(checker, key);
	shape_check(checker, property->shape, value, property->level);
	bool identity = shape->format == FORMAT_ID && value->kind == NODE_SCALAR && !checker->quiet;
	if (identity && visitor && visitor->identity)
		visitor->identity(visitor->context, mapping, value);
	checker->key = outer;
}

/* Is a node of the right sort for a shape: scalar, list or record? */
static bool takes(const struct schema_table *table, uint32_t index, const struct node *node)
{
	static const uint8_t sorts[] = {
		[NODE_SCALAR] = TYPE_NULL | TYPE_BOOLEAN | TYPE_INTEGER | TYPE_NUMBER | TYPE_STRING,
		[NODE_MAPPING] = TYPE_OBJECT,
		[NODE_SEQUENCE] = TYPE_ARRAY,
	};
	const struct schema_shape *shape = &table->shapes[index];
	while (!shape->types && shape->reference)
		shape = &table->shapes[shape->reference];
	return shape->types & sorts[node->kind];
}

static void unread_visit(struct schema_checker *checker, const struct node *node)
{
	const struct schema_visitor *visitor = checker->visitor;
	if (visitor && visitor->unread && !checker->quiet)
		visitor->unread(visitor->context, node);
}

enum { SEEN_MOST = 96 };

/* Fields whose names match a pattern; false when no pattern matches. */
static bool patterns_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *key)
{
	const struct schema_keyword *keywords = checker->table->keywords + shape->more.first;
	bool matched = false;
	for (uint32_t i = 0; i < shape->more.count; i++) {
		if (keywords[i].name != KEYWORD_PATTERN ||
			!pattern_matches(checker->patterns, keywords[i].more, node_text(key)))
			continue;
		matched = true;
		mark_evaluated(checker, key);
		shape_check(checker, keywords[i].operand, key + 1, 0);
	}
	return matched;
}

/* A field that the object does not name. */
static void other_check(struct schema_checker *checker, uint32_t shape, struct node *key, bool looked_at)
{
	const struct node *outer = checker->key;
	checker->key = key;
	if (looked_at)
		mark_evaluated(checker, key);
	shape_check(checker, shape, key + 1, 0);
	checker->key = outer;
}

static void object_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *mapping)
{
	const struct schema_table *table = checker->table;
	const struct schema_object *object = &table->objects[shape->object];
	uint32_t few[SEEN_MOST] = {0}, keys = 0;
	uint32_t *seen = object->count <= SEEN_MOST ? few : arena_array(checker->findings->arena, object->count, sizeof *seen);
	struct node *end = mapping + mapping->size;
	for (struct node *key = mapping + 1; key < end; key = key + 1 + key[1].size, keys++) {
		const struct schema_property *property = schema_find(table, object, key->word);
		bool by_pattern = shape->has_patterns && patterns_check(checker, shape, key);
		if (!property && (by_pattern || object->others)) {
			other_check(checker, by_pattern ? 1 : object->others, key, !by_pattern && object->others_given);
			continue;
		}
		if (!property) {
			property = unknown_report(checker, shape, mapping, key);
			if (!property || !takes(table, property->shape, key + 1)) {
				unread_visit(checker, key + 1);
				if (property)
					seen[property - table->properties - object->first] = (uint32_t)(key - mapping);
				continue;
			}
		}
		uint32_t *first = &seen[property - table->properties - object->first];
		if (*first) {
			twice_report(checker, mapping, key, *first);
			unread_visit(checker, key + 1);
			continue;
		}
		*first = (uint32_t)(key - mapping);
		key->word = property->word;
		value_check(checker, property, mapping, key);
	}
	if (keys > object->most)
		fault_add(checker, &fault_unfit_value, mapping, (struct finding_argument[FINDING_ARGUMENTS]){{0}});
	if (keys < object->least)
		fault_add(checker, &fault_too_few_fields, mapping,
			(struct finding_argument[FINDING_ARGUMENTS]){argument_text(field_names(checker, object))});
	missing_check(checker, shape, mapping, seen);
}

/* What two items have in common that are the same: their text, or the code that both languages have a word for. */
static uint32_t item_word(struct schema_checker *checker, uint32_t shape, const struct node *item)
{
	uint32_t word = words_number(checker->words, node_text(item));
	const struct schema_shape *shapes = checker->table->shapes, *wanted = &shapes[shape];
	while (!wanted->values.count && wanted->reference)
		wanted = &shapes[wanted->reference];
	const uint16_t *values = checker->table->lists + wanted->values.first;
	for (uint32_t i = 0; i < wanted->values.count; i++)
		if (values[i] == word)
			return values[i & ~1u];
	return word;
}

static void unique_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *sequence)
{
	const struct node *first;
	if (!checker->table->strict) {
		if (repeated_item(sequence, &first))
			fault_add(checker, &fault_unfit_value, sequence, (struct finding_argument[FINDING_ARGUMENTS]){{0}});
		return;
	}
	uint32_t stamp = words_stamp(checker->words);
	for (const struct node *item = node_first(sequence); item; item = node_next_item(sequence, item)) {
		uint32_t earlier;
		if (item->kind != NODE_SCALAR)
			continue;
		uint32_t word = item_word(checker, shape->items, item);
		if (!words_mark(checker->words, word, stamp, (uint32_t)(item - sequence), &earlier))
			continue;
		checker->faults++;
		if (checker->quiet)
			continue;
		findings_add(checker->findings, &(struct finding){
			.kind = &fault_repeated_item,
			.where = node_span(checker->document, item),
			.related = node_span(checker->document, sequence + earlier),
			.arguments = {argument_text(node_text(item))},
			.subject = checker->subject,
		});
	}
}

static const struct schema_keyword *prefix_find(const struct schema_checker *checker, const struct schema_shape *shape)
{
	const struct schema_keyword *keywords = checker->table->keywords + shape->more.first;
	for (uint32_t i = 0; i < shape->more.count; i++)
		if (keywords[i].name == KEYWORD_PREFIX)
			return &keywords[i];
	return NULL;
}

static void list_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *sequence,
	uint32_t level)
{
	uint32_t count = 0;
	const struct node *outer = checker->key;
	struct node *end = sequence + sequence->size;
	const struct schema_keyword *prefix = prefix_find(checker, shape);
	for (struct node *item = sequence + 1; item < end; item += item->size, count++) {
		bool by_place = prefix && count < prefix->more;
		uint32_t wanted = by_place ? checker->table->shape_lists[prefix->operand + count] : shape->items;
		if (!wanted)
			continue;
		mark_evaluated(checker, item);
		checker->key = item->kind == NODE_SCALAR ? NULL : outer;
		shape_check(checker, wanted, item, level);
	}
	checker->key = outer;
	bool few = count < shape->items_least;
	if (few || count > shape->items_most)
		fault_add(checker, few ? &fault_too_few_items : &fault_too_many_items, outer ? outer : sequence,
			(struct finding_argument[FINDING_ARGUMENTS]){
				argument_text(key_text(checker)),
				argument_number(few ? shape->items_least : shape->items_most),
			});
	if (shape->unique)
		unique_check(checker, shape, sequence);
}

bool shape_fits(struct schema_checker *checker, uint32_t shape, struct node *node)
{
	uint32_t faults = checker->faults;
	checker->quiet++;
	shape_check(checker, shape, node, 0);
	checker->quiet--;
	bool fits = checker->faults == faults;
	checker->faults = faults;
	return fits;
}

static void more_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *node)
{
	if (shape->any_of.count)
		variants_check(checker, shape->any_of, node, UINT32_MAX);
	if (shape->one_of.count)
		variants_check(checker, shape->one_of, node, 1);
	for (uint32_t i = 0; i < shape->all_of.count; i++)
		shape_check(checker, checker->table->shape_lists[shape->all_of.first + i], node, 0);
	if (shape->refuses)
		fault_add(checker, &fault_unfit_value, node, (struct finding_argument[FINDING_ARGUMENTS]){{0}});
	if (shape->more.count)
		keywords_check(checker, shape, node);
}

static void scalar_visit(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar)
{
	const struct schema_visitor *visitor = checker->visitor;
	if (checker->quiet || !visitor)
		return;
	if (shape->targets.count && visitor->reference && scalar->length > 0)
		visitor->reference(visitor->context, shape, scalar);
	bool chosen = shape->format == FORMAT_STATUS || shape->format == FORMAT_LEVEL;
	if (chosen && visitor->chosen)
		visitor->chosen(visitor->context, shape, scalar);
}

static struct kpss_str record_id(const struct node *mapping, uint32_t id_word)
{
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key))
		if (key->word == id_word && node_value(key)->kind == NODE_SCALAR)
			return node_text(node_value(key));
	return (struct kpss_str){0};
}

static void record_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *mapping,
	uint32_t level)
{
	const struct schema_visitor *visitor = checker->visitor;
	bool visited = shape->kind && visitor && !checker->quiet;
	struct kpss_str outer = checker->subject;
	struct kpss_str id = shape->kind ? record_id(mapping, words_find(checker->words, kpss_str("id"))) : kpss_str("");
	if (id.len > 0)
		checker->subject = id;
	if (visited && visitor->record_begin)
		visitor->record_begin(visitor->context, shape, mapping, level);
	object_check(checker, shape, mapping);
	more_check(checker, shape, mapping);
	if (visited && visitor->record_end)
		visitor->record_end(visitor->context, mapping);
	checker->subject = outer;
}

static void scalar_shape_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *node)
{
	bool sound = scalar_check(checker, shape, node);
	if (sound && (shape->targets.count || shape->format))
		scalar_visit(checker, shape, node);
	if (shape->any_of.count || shape->one_of.count || shape->all_of.count || shape->refuses || shape->more.count)
		more_check(checker, shape, node);
}

static void shape_apply(struct schema_checker *checker, const struct schema_shape *shape, struct node *node, uint32_t level)
{
	if (shape->reference)
		shape_check(checker, shape->reference, node, level);
	if (node->kind == NODE_SCALAR) {
		scalar_shape_check(checker, shape, node);
		return;
	}
	bool mapping = node->kind == NODE_MAPPING;
	if (shape->types && !(shape->types & (mapping ? TYPE_OBJECT : TYPE_ARRAY))) {
		type_fault(checker, shape, node);
		return;
	}
	if (mapping && shape->object) {
		record_check(checker, shape, node, level);
		return;
	}
	if (!mapping)
		list_check(checker, shape, node, level);
	more_check(checker, shape, node);
}

/* What a schema has looked at counts for the one around it only when the value fits. */
static void shape_track(struct schema_checker *checker, const struct schema_shape *shape, struct node *node, uint32_t level)
{
	uint8_t *outer = checker->marks;
	const struct node *outer_marked = checker->marked;
	uint32_t faults = checker->faults;
	checker->marks = memory_resize(NULL, node->size, 1);
	checker->marked = node;
	memset(checker->marks, 0, node->size);
	shape_apply(checker, shape, node, level);
	for (uint32_t i = 0; outer && outer_marked == node && checker->faults == faults && i < node->size; i++)
		outer[i] |= checker->marks[i];
	free(checker->marks);
	checker->marks = outer;
	checker->marked = outer_marked;
}

void shape_check(struct schema_checker *checker, uint32_t index, struct node *node, uint32_t level)
{
	const struct schema_table *table = checker->table;
	const struct schema_shape *shape = &table->shapes[index];
	uint32_t depth = checker->scope_depth;
	bool enters = table->anchor_count && depth < SCOPE_MOST && (depth == 0 || checker->scope[depth - 1] != shape->resource);
	if (enters)
		checker->scope[checker->scope_depth++] = shape->resource;
	if (table->tracks && node->kind != NODE_SCALAR)
		shape_track(checker, shape, node, level);
	else
		shape_apply(checker, shape, node, level);
	checker->scope_depth = depth;
}

bool schema_check(struct schema_checker *checker, uint32_t shape, const struct document *document, struct node *node,
	uint32_t level, const struct schema_visitor *visitor, struct findings *findings)
{
	checker->document = document;
	checker->visitor = visitor;
	checker->findings = findings;
	checker->key = NULL;
	checker->subject = (struct kpss_str){0};
	checker->faults = 0;
	checker->scope_depth = 0;
	shape_check(checker, shape, node, level);
	return checker->faults == 0;
}
