/* The findings that are known already: a file of a town with an old repository, so that only what is new is reported. */
#ifndef COMMAND_BASELINE_H
#define COMMAND_BASELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

struct buf;
struct findings;
struct session;

struct baseline_entry {
	uint64_t fingerprint;
	struct kpss_str code;
	bool met; /* by a finding of this run */
};

struct baseline {
	struct baseline_entry *entries; /* by fingerprint and code */
	size_t count;
};

/* Reads a file into the session's arena; false, after saying why, when it cannot be read or is no baseline. */
bool baseline_read(struct session *session, const char *path, struct baseline *baseline);

/* True when the finding is known; its entry is then met. */
bool baseline_has(struct baseline *baseline, const char *code, uint64_t fingerprint);

/* Adds the file that makes all these findings known, but for the fatal ones: sorted, one line each. Says how many. */
size_t baseline_add(struct buf *buf, const struct findings *findings, const uint64_t *fingerprints);

#endif
