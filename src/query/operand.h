/* What stands behind the operator of a condition, understood as what the path may end at. */
#ifndef QUERY_OPERAND_H
#define QUERY_OPERAND_H

#include <stdbool.h>

#include "query/path.h"

struct operand {
	struct kpss_str typed, folded;
	struct cell
		cell; /* a text (also the code of a choice or level), number, amount, day or truth */
	uint32_t status_class; /* of a status: WORD_…; 0: `cell` is its code */
	const struct entity
		*record; /* of a reference; NULL: the id, which is known but could not be read */
};

/* False with a fault: that is no value of such an end. */
bool operand_read(struct operand *operand, const struct plan *plan, const struct entity *of,
	const struct path_end *end, struct kpss_str typed, struct arena *arena,
	struct query_fault *fault);
/* The words of a choice in both vocabularies, by its number in the schema. */
struct kpss_str choice_czech(
	const struct plan *plan, const struct schema_shape *shape, struct kpss_str english);
/* The label of a status; the text itself where the profile has none. */
struct kpss_str status_label(const struct plan *plan, struct kpss_str code);

#endif
