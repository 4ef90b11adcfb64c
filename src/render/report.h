/* Findings as a person or a program reads them. */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/finding.h>
#include <kpss/str.h>

struct buf;
struct findings;
struct language;
struct recorded;

enum { REPORT_SCHEMA_VERSION = 1 }; /* of json and jsonl */

/* Where a format hands on what it has written so far: a long report is never in memory as a whole. */
struct report_drain {
	void (*take)(void *context, struct buf *buf); /* empties it */
	void *context;
};

struct report_options {
	const struct language *language;
	struct kpss_date as_of;
	bool as_of_given; /* it is not just today */
	const struct recorded *recorded; /* NULL: the folders as they are */
	bool colour;
	bool several; /* more than one repository: paths begin with the repository's */
	enum kpss_severity
		fail_on; /* from which severity on a file is not in order; silent: never */
	size_t limit;    /* people are shown so many findings of a code in a repository; 0: all */
	const struct report_drain *drain; /* NULL: all stays in the buffer */
};

struct report_summary {
	size_t errors, warnings, notes;
	size_t files_with_findings;
	size_t files;  /* checked */
	size_t unread; /* repositories that could not be read */
	size_t suppressed; /* findings that comments in the files silence */
	size_t known;  /* findings left out because the baseline has them */
	size_t gone;   /* entries of the baseline that nothing was found for */
};

/* One repository's part. Findings are sorted; their sources belong to the calling thread. */
struct report_repository {
	size_t index;         /* from 0, in the order of the output */
	struct kpss_str path; /* as it was typed; "." for the one around the current folder */
	struct kpss_str town; /* may be empty */
	const struct findings *findings;
	const uint64_t *fingerprints; /* of each finding; NULL unless the format asks for them */
	struct report_summary summary;
};

/* A format writes the beginning, each repository (side by side in threads, each into its own buffer) and the end. */
struct report_format {
	const char *name;
	const char *summary; /* msgid: one line of help */
	bool for_people;     /* shows only so many findings, and says what was left out */
	bool fingerprints;   /* wants them */
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
extern const struct report_format report_format_short;

const struct report_format *report_format_find(struct kpss_str name);

/* What the findings come to; `files` is how many were checked. */
struct report_summary report_summary_of(const struct findings *findings, size_t files);
void report_summary_join(struct report_summary *total, const struct report_summary *part);

/* To be called after each finding: hands the buffer on when it has become long. */
void report_pass_on(struct buf *buf, const struct report_options *options);

/* Adds the path of a finding's file as a person would type it, safe for a terminal; that of the repository where the
 * finding has no file. */
void report_add_path(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, struct kpss_str path);

/* Adds the bytes of the path of a repository's file as it is reached from the current folder, for programs. */
void report_add_file(
	struct buf *buf, const struct report_repository *repository, struct kpss_str path);

/* Adds lines that say what the baseline left out; nothing where it left nothing. */
void report_add_known(
	struct buf *buf, const struct report_options *options, const struct report_summary *total);

#endif
