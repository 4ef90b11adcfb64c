/* Keywords that few schemas use. Nothing here is on the way of a plan's own kinds. */
#include "schema/check_more.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "schema/checker.h"
#include "schema/equal.h"
#include "schema/fault.h"

static void unfit(struct schema_checker *checker, const struct node *node)
{
	fault_add(checker, &fault_unfit_value, node, (struct finding_argument[FINDING_ARGUMENTS]){{0}});
}

void mark_evaluated(struct schema_checker *checker, const struct node *child)
{
	if (checker->marks)
		checker->marks[child - checker->marked] = 1;
}

static bool is_evaluated(const struct schema_checker *checker, const struct node *child)
{
	return checker->marks && checker->marks[child - checker->marked];
}

static bool is_number(const struct node *node)
{
	enum scalar_type type = node->kind == NODE_SCALAR ? node_scalar_type(node) : SCALAR_TEXT;
	return type == SCALAR_INTEGER || type == SCALAR_NUMBER;
}

static void values_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	const struct schema_value *value = checker->table->values + keyword->operand;
	for (uint32_t i = 0; i < keyword->more; i++, value += value->size)
		if (node_equals_value(node, checker->table, value))
			return;
	unfit(checker, node);
}

static void multiple_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	if (!is_number(node))
		return;
	double number = scalar_number(node), quotient = number / keyword->number;
	/* A quotient beyond the range of numbers is judged by the remainder. */
	bool whole = isfinite(quotient)
		? fabs(quotient - nearbyint(quotient)) < 1e-9 * fmax(1, fabs(quotient))
		: fmod(number, keyword->number) == 0;
	if (!whole)
		unfit(checker, node);
}

static void contains_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	uint32_t count = 0;
	if (node->kind != NODE_SEQUENCE)
		return;
	struct node *end = node + node->size;
	for (struct node *item = node + 1; item < end; item += item->size) {
		if (!shape_fits(checker, keyword->operand, item))
			continue;
		count++;
		mark_evaluated(checker, item);
	}
	if (count < keyword->least || count > keyword->most)
		unfit(checker, node);
}

static void names_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	if (node->kind != NODE_MAPPING)
		return;
	for (const struct node *key = node_first(node); key; key = node_next_key(node, key)) {
		struct node name = *key;
		name.style = STYLE_DOUBLE_QUOTED;
		if (!shape_fits(checker, keyword->operand, &name))
			unfit(checker, key);
	}
}

static bool has_word(const struct node *mapping, uint32_t word)
{
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key))
		if (key->word == word)
			return true;
	return false;
}

static void dependent_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	if (node->kind != NODE_MAPPING || !has_word(node, keyword->operand))
		return;
	if (keyword->name == KEYWORD_DEPENDENT_SHAPE)
		shape_check(checker, keyword->more, node, 0);
	else if (!has_word(node, keyword->more))
		unfit(checker, node);
}

static void condition_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	uint32_t next = shape_fits(checker, keyword->operand, node) ? keyword->least : keyword->most;
	if (next)
		shape_check(checker, next, node, 0);
}

/* The outermost schema around that has the anchor (core, section 8.2.3.2). */
static void dynamic_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	const struct schema_table *table = checker->table;
	for (uint32_t depth = 0; depth < checker->scope_depth; depth++)
		for (uint32_t i = 0; i < table->anchor_count; i++) {
			const struct schema_anchor *anchor = &table->anchors[i];
			if (anchor->resource != checker->scope[depth] || anchor->word != keyword->more)
				continue;
			shape_check(checker, anchor->shape, node, 0);
			return;
		}
	shape_check(checker, keyword->operand, node, 0);
}

static void unevaluated_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	bool fields = keyword->name == KEYWORD_UNEVALUATED_FIELDS;
	if (node->kind != (fields ? NODE_MAPPING : NODE_SEQUENCE))
		return;
	struct node *end = node + node->size;
	for (struct node *child = node + 1; child < end; child += fields ? 1 + child[1].size : child->size) {
		if (is_evaluated(checker, child))
			continue;
		shape_check(checker, keyword->operand, child + fields, 0);
		mark_evaluated(checker, child);
	}
}

static void keyword_check(struct schema_checker *checker, const struct schema_keyword *keyword, struct node *node)
{
	switch ((enum schema_keyword_name)keyword->name) {
	case KEYWORD_VALUES:
		values_check(checker, keyword, node);
		break;
	case KEYWORD_MULTIPLE:
		multiple_check(checker, keyword, node);
		break;
	case KEYWORD_CONTAINS:
		contains_check(checker, keyword, node);
		break;
	case KEYWORD_NAMES:
		names_check(checker, keyword, node);
		break;
	case KEYWORD_DEPENDENT_FIELD:
	case KEYWORD_DEPENDENT_SHAPE:
		dependent_check(checker, keyword, node);
		break;
	case KEYWORD_NOT:
		if (shape_fits(checker, keyword->operand, node))
			unfit(checker, node);
		break;
	case KEYWORD_IF:
		condition_check(checker, keyword, node);
		break;
	case KEYWORD_DYNAMIC:
		dynamic_check(checker, keyword, node);
		break;
	case KEYWORD_UNEVALUATED_ITEMS:
	case KEYWORD_UNEVALUATED_FIELDS:
		unevaluated_check(checker, keyword, node);
		break;
	case KEYWORD_PREFIX:
	case KEYWORD_PATTERN:
		/* Looked at together with items and properties. */
		break;
	}
}

/* What others have not looked at is asked last. */
void keywords_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *node)
{
	const struct schema_keyword *keywords = checker->table->keywords + shape->more.first;
	for (int last = 0; last < 2; last++)
		for (uint32_t i = 0; i < shape->more.count; i++) {
			bool is_last = keywords[i].name == KEYWORD_UNEVALUATED_ITEMS ||
				keywords[i].name == KEYWORD_UNEVALUATED_FIELDS;
			if (is_last == last)
				keyword_check(checker, &keywords[i], node);
		}
}

struct hashed {
	uint64_t hash;
	const struct node *item;
};

static int hashed_compare(const void *left, const void *right)
{
	const struct hashed *a = left, *b = right;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->item > b->item) - (a->item < b->item);
}

const struct node *repeated_item(const struct node *sequence, const struct node **first)
{
	struct hashed *items = memory_resize(NULL, sequence->size, sizeof *items);
	const struct node *repeated = NULL;
	size_t count = 0;
	for (const struct node *item = node_first(sequence); item; item = node_next_item(sequence, item))
		items[count++] = (struct hashed){.hash = node_hash(item), .item = item};
	if (count > 1)
		qsort(items, count, sizeof *items, hashed_compare);
	for (size_t i = 1; i < count && !repeated; i++)
		for (size_t j = i; j-- > 0 && items[j].hash == items[i].hash && !repeated;) {
			if (!nodes_equal(items[j].item, items[i].item))
				continue;
			*first = items[j].item;
			repeated = items[i].item;
		}
	free(items);
	return repeated;
}
