/* Checking repositories side by side and reporting on them in order. */
#ifndef COMMAND_CHECK_H
#define COMMAND_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/finding.h>
#include <kpss/str.h>

#include "base/buf.h"
#include "render/report.h"

struct baseline;
struct progress;
struct revision;
struct workshop;

/* Which findings count: codes end in NULL. */
struct check_filter {
	const char *const *only; /* empty: all */
	const char *const *ignore;
};

/* A repository to check and, afterwards, what came of it. */
struct check_task {
	const char *folder;   /* to open; in the commit where there is a revision */
	struct kpss_str path; /* to print */
	struct buf report;    /* in the format asked for, where there are several */
	struct buf reason;    /* for people: why it could not be read */
	struct report_summary summary;
	bool failed;
};

struct check {
	const struct report_format *format;
	struct report_options options;
	bool colour_reasons;
	struct check_filter filter;
	const struct revision *revision; /* from which all repositories are taken; NULL: as they are in their folders */
	bool history; /* look at all versions that git has recorded, too */
	struct baseline *known; /* what is left out, of a single repository; NULL: nothing */
	struct buf *
		to_know; /* takes the baseline with all that was found in a single repository; NULL: not wanted */
	size_t to_know_count; /* of its entries */
	struct progress *progress;
	struct check_task *tasks;
	size_t count;
	struct workshop *workshops; /* of the threads, until check_clear */
	size_t workshop_count;
};

/* Checks all repositories, on as many threads as there are processors. Give back what it made with check_clear. */
void check_run(struct check *check);
void check_clear(struct check *check);

/* Hands on the report of one of them, in pieces: that of a single repository is written only now. */
void check_report(const struct check *check, size_t index, const struct report_drain *drain);

/* What all repositories come to. */
struct report_summary check_total(const struct check *check);
size_t check_failures(const struct check *check);

#endif
