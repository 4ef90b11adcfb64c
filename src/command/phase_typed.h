/* The cycle and the phase that a person typed. */
#ifndef COMMAND_PHASE_TYPED_H
#define COMMAND_PHASE_TYPED_H

#include <stdbool.h>
#include <stdint.h>

struct entity;
struct plan;
struct session;

/* Each false, after saying so, when there is no such one. */
bool cycle_typed(struct session *session, const struct plan *plan, const char *typed,
	const struct entity **cycle);
/* In either language, with or without diacritics, or as the cycle calls it; WORD_…. */
bool phase_typed(struct session *session, const struct plan *plan, const struct entity *cycle,
	const char *typed, uint32_t *phase);

#endif
