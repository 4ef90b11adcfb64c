/* Conditions as people type them: `stav=částečně`, `date>=2024-01-01`, `provider.name~charita`, `code=`. */
#ifndef QUERY_FILTER_H
#define QUERY_FILTER_H

#include <stdbool.h>

#include "query/fault.h"
#include "query/path.h"

struct arena;
struct collation;
struct filter;

/* A condition on records of the subject: a path (path.h), an operator and a value. A status is named by code, label or class, a
 * record by its id or by the printed code that only it has in the plan `of` (NULL: in any), a value of a list of choices in
 * either vocabulary; days also as `12. 3. 2026`, numbers as `1 450 000` and `12,5`, truth as ano, ne, yes, no. NULL with a
 * fault. Everything lies in the arena and lasts as long as the plan. */
struct filter *filter_new(const struct plan *plan, const struct query_subject *subject,
	const struct entity *of, struct kpss_str typed, struct arena *arena,
	struct query_fault *fault);
/* Does a value of the record meet it? `!=` is the opposite of `=`: no value does. Without a value, `=` asks whether there is
 * none. The arena is for what is needed on the way, and given back. */
bool filter_holds(struct filter *filter, const struct entity *entity, struct collation *collation,
	struct arena *arena);

#endif
