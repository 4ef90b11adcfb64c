#include "schema/equal.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"

enum { NUMBER_LENGTH_MOST = 400 };

double scalar_number(const struct node *scalar)
{
	char copy[NUMBER_LENGTH_MOST + 1];
	struct kpss_str text = node_text(scalar);
	bool negative = text.len > 0 && text.ptr[0] == '-';
	if (memmem(text.ptr, text.len, "inf", 3) || memmem(text.ptr, text.len, "Inf", 3) || memmem(text.ptr, text.len, "INF", 3))
		return negative ? -HUGE_VAL : HUGE_VAL;
	if (text.len > NUMBER_LENGTH_MOST)
		return negative ? -HUGE_VAL : HUGE_VAL;
	memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	if (text.len > 2 && text.ptr[0] == '0' && (text.ptr[1] == 'o' || text.ptr[1] == 'x'))
		return (double)strtoull(copy + 2, NULL, text.ptr[1] == 'o' ? 8 : 16);
	return strtod(copy, NULL);
}

static enum scalar_type type_of(const struct node *scalar)
{
	enum scalar_type type = node_scalar_type(scalar);
	return type == SCALAR_INTEGER ? SCALAR_NUMBER : type;
}

static bool is_true(const struct node *boolean)
{
	return boolean->text[0] == 't' || boolean->text[0] == 'T';
}

static bool scalars_equal(const struct node *a, const struct node *b)
{
	enum scalar_type type = type_of(a);
	if (type != type_of(b))
		return false;
	switch (type) {
	case SCALAR_NULL:
		return true;
	case SCALAR_BOOLEAN:
		return is_true(a) == is_true(b);
	case SCALAR_TEXT:
		return kpss_str_equal(node_text(a), node_text(b));
	default:
		return scalar_number(a) == scalar_number(b);
	}
}

static const struct node *value_of_key(const struct node *mapping, struct kpss_str key)
{
	for (const struct node *at = node_first(mapping); at; at = node_next_key(mapping, at))
		if (kpss_str_equal(node_text(at), key))
			return node_value(at);
	return NULL;
}

static uint32_t pair_count(const struct node *mapping)
{
	uint32_t count = 0;
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key))
		count++;
	return count;
}

static bool mappings_equal(const struct node *a, const struct node *b)
{
	if (pair_count(a) != pair_count(b))
		return false;
	for (const struct node *key = node_first(a); key; key = node_next_key(a, key)) {
		const struct node *other = value_of_key(b, node_text(key));
		if (!other || !nodes_equal(node_value(key), other))
			return false;
	}
	return true;
}

bool nodes_equal(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == NODE_SCALAR)
		return scalars_equal(a, b);
	if (a->kind == NODE_MAPPING)
		return mappings_equal(a, b);
	const struct node *left = node_first(a), *right = node_first(b);
	while (left && right && nodes_equal(left, right)) {
		left = node_next_item(a, left);
		right = node_next_item(b, right);
	}
	return !left && !right;
}

static bool scalar_equals_value(const struct node *scalar, const struct schema_table *table,
	const struct schema_value *value)
{
	switch (type_of(scalar)) {
	case SCALAR_NULL:
		return value->type == TYPE_NULL;
	case SCALAR_BOOLEAN:
		return value->type == TYPE_BOOLEAN && is_true(scalar) == (value->number != 0);
	case SCALAR_TEXT:
		return value->type == TYPE_STRING && kpss_str_equal(node_text(scalar), schema_text(table, value->text));
	default:
		return value->type == TYPE_NUMBER && scalar_number(scalar) == value->number;
	}
}

bool node_equals_value(const struct node *node, const struct schema_table *table, const struct schema_value *value)
{
	const struct schema_value *child = value + 1, *end = value + value->size;
	if (node->kind == NODE_SCALAR)
		return scalar_equals_value(node, table, value);
	if (node->kind == NODE_SEQUENCE) {
		const struct node *item = node_first(node);
		for (; value->type == TYPE_ARRAY && child < end && item; child += child->size, item = node_next_item(node, item))
			if (!node_equals_value(item, table, child))
				return false;
		return value->type == TYPE_ARRAY && child == end && !item;
	}
	uint32_t pairs = 0;
	for (; value->type == TYPE_OBJECT && child < end; child += 1 + child[1].size, pairs++) {
		const struct node *other = value_of_key(node, schema_text(table, child->text));
		if (!other || !node_equals_value(other, table, child + 1))
			return false;
	}
	return value->type == TYPE_OBJECT && pairs == pair_count(node);
}

uint64_t node_hash(const struct node *node)
{
	uint64_t hash = node->kind + 1;
	if (node->kind == NODE_SEQUENCE) {
		for (const struct node *item = node_first(node); item; item = node_next_item(node, item))
			hash = hash_mix(hash ^ node_hash(item), 0x9E3779B97F4A7C15u);
		return hash;
	}
	if (node->kind == NODE_MAPPING) {
		for (const struct node *key = node_first(node); key; key = node_next_key(node, key))
			hash += hash_mix(hash_text(node_text(key)) + 1, node_hash(node_value(key)) | 1);
		return hash;
	}
	enum scalar_type type = type_of(node);
	if (type == SCALAR_TEXT)
		return hash_text(node_text(node)) * 8ull + 1;
	if (type == SCALAR_NULL || type == SCALAR_BOOLEAN)
		return type == SCALAR_NULL ? 2 : 3 + is_true(node);
	double number = scalar_number(node);
	uint64_t bits;
	if (number == 0)
		number = 0;
	memcpy(&bits, &number, sizeof bits);
	return hash_mix(bits ^ 5, 0xA0761D6478BD642Fu);
}
