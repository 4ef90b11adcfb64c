/* Findings as JSON values, for the formats that programs read. Each value is given to the caller. */
#ifndef RENDER_DESCRIBED_H
#define RENDER_DESCRIBED_H

#include <stddef.h>

#include <jansson.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct buf;
struct finding;
struct report_options;
struct report_summary;

enum { DESCRIBED_LEVEL = 2 }; /* blanks for each level of layout */

/* To be called once, before any JSON is made: Jansson, too, ends the program when memory runs out. */
void described_init(void);

/* Text that is no UTF-8 (a path may be) is written as text_add_safe shows it. */
json_t *described_text(struct kpss_str text);
/* YYYY-MM-DD; null for the open ends of a period. */
json_t *described_date(struct kpss_date date);
json_t *described_finding(const struct report_options *options, const struct finding *finding);
json_t *described_summary(const struct report_summary *summary);

/* Adds the text as a JSON string, without making a value of it. */
void described_add_text(struct buf *buf, struct kpss_str text);
/* Adds the value, laid out for a place `level` levels deep, and frees it. */
void described_add(struct buf *buf, size_t level, json_t *value);
/* Adds the value on one line, with the line's end, and frees it. */
void described_add_line(struct buf *buf, json_t *value);

#endif
