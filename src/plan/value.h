/* Values of fields. Reading a field that is not there gives an absent value, so that rules carry no null checks. */
#ifndef PLAN_VALUE_H
#define PLAN_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "document/node.h"

/* The value of a field by its English word (WORD_…), absent when the mapping has none. */
const struct node *field(const struct node *mapping, uint32_t word);
/* Its key, for findings about the field; NULL when the mapping has none. */
const struct node *field_key(const struct node *mapping, uint32_t word);
bool is_absent(const struct node *value);
/* An absent value. */
const struct node *value_none(void);

/* Empty when absent or not a scalar. */
struct kpss_str value_text(const struct node *value);
/* WORD_… of an enumerated value; UINT32_MAX when absent or unknown. */
uint32_t value_word(const struct node *value);
/* `otherwise` when absent or no date. */
struct kpss_date value_date(const struct node *value, struct kpss_date otherwise);
/* False when absent or no whole number. */
bool value_integer(const struct node *value, int64_t *out);
/* Hundredths of the unit, exact; false when absent, not a number, finer than that or too large. */
bool value_money(const struct node *value, int64_t *hundredths);
bool value_is_true(const struct node *value);
/* The first item of a list, to go on with node_next_item; NULL when the value is none or has no items. */
const struct node *value_first_item(const struct node *value);
/* Is an enumerated word (WORD_…) among the items of a list? */
bool value_has_word(const struct node *list, uint32_t word);

/* False when something is written that is no day: that is a finding of its own, and nothing is to be concluded from it. */
bool day_is_sound(const struct node *value);

/* From and to of a mapping, both inclusive; what is not written is open. */
struct period {
	struct kpss_date from, to;
};
struct period mapping_period(const struct node *mapping);
bool period_contains(struct period period, struct kpss_date day);
/* False when a day is written that is none, or the end lies before the beginning: that is a finding of its own, and nothing
 * is to be concluded from such a period. */
bool period_is_sound(const struct node *mapping);

#endif
