/* Which fields tell most about the records of a kind. */
#ifndef QUERY_OVERVIEW_H
#define QUERY_OVERVIEW_H

#include <stddef.h>
#include <stdint.h>

#include "query/subject.h"

enum { OVERVIEW_MOST = 12 };

/* English words of fields with one value each, read off the schema: the id, the printed code and the name first, then what is
 * required, years, amounts, states, choices, days and what the record refers to. How many there are. */
size_t overview_fields(const struct plan *plan, const struct query_subject *subject,
	uint16_t words[OVERVIEW_MOST]);

#endif
