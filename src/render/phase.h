/* Where the cycles stand between their phases, and a step from one to the next, as people or programs read it. */
#ifndef RENDER_PHASE_H
#define RENDER_PHASE_H

#include "render/status.h"

struct buf;
struct changed_file;

enum phase_outcome {
	PHASE_REFUSED, /* conditions are not met */
	PHASE_PLANNED, /* --dry-run */
	PHASE_ENTERED
};

/* What ‘kpss phase advance’ did or would do. */
struct phase_advance {
	enum phase_outcome outcome;
	const struct changed_file *files;
	size_t count;
	struct kpss_str reason; /* for which conditions were passed over; empty: none was */
	struct kpss_str branch;
	const char *commit, *tag; /* commit NULL: there is none */
};

struct phase_report {
	const struct status *status;
	const struct standing *only; /* NULL: all that are shown */
	bool conditions;             /* each of them is told */
	const struct phase_advance *advance; /* of `only`; NULL: nothing is done */
};

struct phase_format {
	const char *name;
	void (*add)(struct buf *buf, const struct status_options *options,
		const struct phase_report *report);
};

/* In the order of help; the first is the default. Ends in NULL. */
extern const struct phase_format *const phase_formats[];

#endif
