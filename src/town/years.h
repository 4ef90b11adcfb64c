/* The years that a record is about: action plans, evaluations, items. */
#ifndef TOWN_YEARS_H
#define TOWN_YEARS_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/value.h"

/* The days that a record's `from` and `to` span; where they are not written, those of its `year` or `years` from the first to
 * the last. Open at both ends when nothing is written. */
struct period years_period(const struct node *mapping);
/* Is the record about that year: named in its list, or at least a day of it within the days? One that says nothing is about
 * every year. */
bool years_hold(const struct node *mapping, int year);
/* A year that is written, within reason; false otherwise. */
bool value_year(const struct node *value, int *year);

#endif
