/* The text of the commit by which a cycle enters a phase, and its tag. */
#ifndef COMMAND_PHASE_WISH_H
#define COMMAND_PHASE_WISH_H

#include <kpss/str.h>

struct arena;
struct entering;
struct entity;
struct gate;
struct reading;

/* “kpss/cyklus-2/approval”; the second time “…/approval-2”. */
const char *phase_tag(const struct reading *reading, const struct entity *cycle,
	const struct entering *entering, struct arena *arena);
/* `reason` is empty where nothing is passed over. */
struct kpss_str phase_message(const struct reading *reading, const struct entity *cycle,
	const struct entering *entering, const struct gate *gate, struct kpss_str reason,
	struct arena *arena);

#endif
