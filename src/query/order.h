/* The order in which values are listed. */
#ifndef QUERY_ORDER_H
#define QUERY_ORDER_H

#include <stdbool.h>

#include "base/cell.h"

struct collation;

/* Less than, equal to or greater than 0. Texts in Czech order, printed codes by the numbers in them (2.9 before 2.10). Nothing
 * comes last. */
int order_compare(
	struct collation *collation, bool codes, const struct cell *a, const struct cell *b);
int order_compare_codes(struct collation *collation, struct kpss_str a, struct kpss_str b);

#endif
