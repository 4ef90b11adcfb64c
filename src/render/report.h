/* Findings as a person or a program reads them. */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct buf;
struct findings;
struct language;

struct report_options {
	const struct language *language;
	struct kpss_date as_of;
	bool as_of_given; /* a person typed the day */
	bool colour;
	bool several; /* more than one repository: paths begin with the repository's */
};

struct report_summary {
	size_t errors, warnings, notes;
	size_t files_with_findings;
	size_t files; /* checked */
};

/* One repository's part. Findings are sorted; their sources belong to the calling thread. */
struct report_repository {
	size_t index;         /* from 0, in the order of the output */
	struct kpss_str path; /* as it was typed; "." for the one around the current folder */
	struct kpss_str town; /* may be empty */
	const struct findings *findings;
	struct report_summary summary;
};

/* A format writes the beginning, each repository (side by side in threads, each into its own buffer) and the end. */
struct report_format {
	const char *name;
	const char *summary; /* msgid: one line of help */
	void (*begin)(struct buf *buf, const struct report_options *options,
		const struct report_summary *total);
	void (*repository)(struct buf *buf, const struct report_options *options,
		const struct report_repository *repository);
	void (*end)(struct buf *buf, const struct report_options *options,
		const struct report_summary *total);
};

/* In the order of help; the first is the default. */
extern const struct report_format *const report_formats[];
extern const size_t report_format_count;

/* For what is said to people whatever the format is. */
extern const struct report_format report_format_text;

const struct report_format *report_format_find(struct kpss_str name);

/* What the findings come to; `files` is how many were checked. */
struct report_summary report_summary_of(const struct findings *findings, size_t files);
void report_summary_join(struct report_summary *total, const struct report_summary *part);

/* Adds the path of a finding's file as a person would type it, safe for a terminal; that of the repository where the
 * finding has no file. */
void report_add_path(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, struct kpss_str path);

#endif
