/* What a cycle that enters a phase writes into its record. */
#ifndef CHANGE_ENTERING_H
#define CHANGE_ENTERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct change;
struct findings;

struct entering {
	struct kpss_str cycle; /* its id */
	uint32_t phase;        /* WORD_… */
	struct kpss_date day;  /* first of the phase */
	bool beside;           /* what it is in goes on; otherwise it ends on the day before */
};

/* The phase begins: on the entry that was planned for it, else on a new one. False, with a finding, when the file would not read
 * as meant. */
bool entering_write(
	struct change *change, const struct entering *entering, struct findings *findings);

/* Conditions that are not met and are passed over: why, which, and who decided so. */
struct passing_over {
	struct kpss_str reason;
	const struct kpss_str *conditions; /* in words */
	size_t count;
	uint16_t decider;       /* the field of `responsible` (WORD_person, WORD_body…); used where there is somebody */
	struct kpss_str decided_by; /* id; empty: nobody is named */
	struct kpss_date date;
};
bool passing_over_write(struct change *change, const struct entering *entering,
	const struct passing_over *passing, struct findings *findings);

#endif
