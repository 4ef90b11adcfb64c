/* The line that ends a report for people: how many findings, in how many files. */
#ifndef RENDER_SUMMARY_H
#define RENDER_SUMMARY_H

struct buf;
struct language;
struct report_options;
struct report_summary;

/* Adds the sentence without a line end. */
void summary_add(struct buf *buf, const struct report_options *options,
	const struct report_summary *summary);

/* Adds only “2 errors, 1 warning”. */
void summary_add_counts(
	struct buf *buf, const struct language *language, const struct report_summary *summary);

#endif
