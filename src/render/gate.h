/* The conditions of a phase in words; only for src/render. */
#ifndef RENDER_GATE_H
#define RENDER_GATE_H

#include <jansson.h>

#include "render/status.h"

struct buf;

/* “met”, “unmet”, “unwatched”, “unknown”: for programs. */
const char *condition_state_word(enum condition_state state);
void condition_add_title(
	struct buf *buf, const struct language *language, const struct gate_condition *condition);
/* “2 conditions are not met”, “nothing”. */
void gate_add_count(struct buf *buf, const struct language *language, size_t unmet);
/* The phase in the language. */
void gate_add_phase(struct buf *buf, const struct language *language, const struct plan *plan,
	uint32_t phase);
/* “Approval was entered on 2026-03-12 although conditions were not met: the reason”, and which they were where `all` says so. */
void override_add(struct buf *buf, const struct language *language, const struct plan *plan,
	const struct node *override, bool all);

json_t *gate_json(const struct status_options *options, const struct status *status,
	const struct gate *gate);
json_t *overrides_json(const struct status *status, const struct entity *cycle);

#endif
