#include "plan/value.h"

#include "schema_words.h"

static const struct node absent = {.size = 1, .kind = NODE_SCALAR};

const struct node *field_key(const struct node *mapping, uint32_t word)
{
	if (mapping->kind != NODE_MAPPING)
		return NULL;
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key))
		if (key->word == word)
			return key;
	return NULL;
}

const struct node *field(const struct node *mapping, uint32_t word)
{
	const struct node *key = field_key(mapping, word);
	return key ? node_value(key) : &absent;
}

bool is_absent(const struct node *value)
{
	return value == &absent;
}

const struct node *value_none(void)
{
	return &absent;
}

struct kpss_str value_text(const struct node *value)
{
	return value->kind == NODE_SCALAR && value->text ? node_text(value) : kpss_str("");
}

uint32_t value_word(const struct node *value)
{
	return value->kind == NODE_SCALAR && value->length && value->word ? value->word : UINT32_MAX;
}

struct kpss_date value_date(const struct node *value, struct kpss_date otherwise)
{
	struct kpss_date date;
	return value->kind == NODE_SCALAR && kpss_date_parse(node_text(value), &date) ? date : otherwise;
}

static bool digits_add(struct kpss_str text, int64_t *value)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		if (__builtin_mul_overflow(*value, 10, value) || __builtin_add_overflow(*value, text.ptr[i] - '0', value))
			return false;
	}
	return text.len > 0;
}

bool value_integer(const struct node *value, int64_t *out)
{
	struct kpss_str text = value_text(value);
	bool negative = text.len > 0 && text.ptr[0] == '-';
	struct kpss_str digits = {.ptr = text.ptr + negative, .len = text.len - negative};
	int64_t number = 0;
	if (!digits_add(digits, &number))
		return false;
	*out = negative ? -number : number;
	return true;
}

bool value_money(const struct node *value, int64_t *hundredths)
{
	struct kpss_str text = value_text(value);
	bool negative = text.len > 0 && text.ptr[0] == '-';
	const char *point = text.len ? memchr(text.ptr, '.', text.len) : NULL;
	size_t whole = point ? (size_t)(point - text.ptr) : text.len;
	int64_t number = 0, cents = 0;
	if (!digits_add((struct kpss_str){.ptr = text.ptr + negative, .len = whole - negative}, &number))
		return false;
	struct kpss_str fraction = {.ptr = text.ptr + whole + 1, .len = point ? text.len - whole - 1 : 0};
	if (point && (fraction.len == 0 || fraction.len > 2 || !digits_add(fraction, &cents)))
		return false;
	if (fraction.len == 1)
		cents *= 10;
	if (__builtin_mul_overflow(number, 100, &number) || __builtin_add_overflow(number, cents, &number))
		return false;
	*hundredths = negative ? -number : number;
	return true;
}

bool value_is_true(const struct node *value)
{
	return kpss_str_is(value_text(value), "true");
}

const struct node *value_first_item(const struct node *value)
{
	return value->kind == NODE_SEQUENCE ? node_first(value) : NULL;
}

bool value_has_word(const struct node *list, uint32_t word)
{
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
		if (value_word(item) == word)
			return true;
	return false;
}

struct period mapping_period(const struct node *mapping)
{
	return (struct period){
		.from = value_date(field(mapping, WORD_from), KPSS_DATE_EARLIEST),
		.to = value_date(field(mapping, WORD_to), KPSS_DATE_LATEST),
	};
}

bool day_is_sound(const struct node *day)
{
	struct kpss_date date;
	return is_absent(day) || (day->kind == NODE_SCALAR && kpss_date_parse(node_text(day), &date));
}

bool period_is_sound(const struct node *mapping)
{
	struct period period = mapping_period(mapping);
	return day_is_sound(field(mapping, WORD_from)) && day_is_sound(field(mapping, WORD_to)) &&
		period.from.days <= period.to.days;
}

bool period_contains(struct period period, struct kpss_date day)
{
	return period.from.days <= day.days && day.days <= period.to.days;
}
