/* What all formats of the status say alike; only for src/render/status*.c, phase*.c, gate.c and home.c. */
#ifndef RENDER_STATUS_INSIDE_H
#define RENDER_STATUS_INSIDE_H

#include <jansson.h>

#include "base/buf.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/status.h"

extern const struct status_format status_format_text, status_format_json, status_format_ics;

/* “running”, “coming”, “over”, “undated”: for programs. */
const char *standing_state_word(enum standing_state state);
/* “Český Těšín as of 2020-11-15”. */
void status_add_title(
	struct buf *buf, const struct status_options *options, const struct status *status);
/* What is due, without its day; with the name of whose task it is where `who` says so. */
void status_add_due(
	struct buf *buf, const struct status_options *options, const struct due *due, bool who);
void status_add_day(struct buf *buf, const struct status_options *options, struct kpss_date day);
/* “implementation (2017-01-01 – 2020-12-31), strategy (Action plan 2018, …)”, or why there is none; the days
 * only where `days` says so. */
void status_add_phases(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing, bool days);
/* “next: strategy from 2021-03-01”. */
void status_add_next(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct standing *standing);
/* “plan/cile.yaml:14: the message”; only the message where the finding has no place. */
void status_add_finding(
	struct buf *buf, const struct status_options *options, const struct finding *finding);
/* Is the cycle shown to people: not over, or none is left that is not? */
bool status_shows(const struct status *status, const struct standing *standing);
/* The same, and whether nothing is wrong yet. */
void status_add_block(
	struct buf *buf, const struct status_options *options, const struct standing_block *block);
/* One phase of a cycle, as in status_add_phases. */
void status_add_phase(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct node *phase, bool days);
/* “… and 3 more; --all prints them” on a line of its own. */
void status_add_more(
	struct buf *buf, const struct status_options *options, size_t indent, size_t count);

/* A cycle, its phases, its gate, what blocks it and what was passed over. */
json_t *status_cycle_json(const struct status_options *options, const struct status *status,
	const struct standing *standing);

#endif
