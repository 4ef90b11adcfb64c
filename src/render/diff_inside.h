/* What all formats of the difference say alike; only for src/render/diff*.c. What comes from files is added as it is: each format
 * makes it safe in its own way. */
#ifndef RENDER_DIFF_INSIDE_H
#define RENDER_DIFF_INSIDE_H

#include "base/buf.h"
#include "history/word_diff.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/diff.h"

extern const struct diff_format diff_format_text, diff_format_md, diff_format_json,
	diff_format_html;

/* "added", "removed", "changed"; "moved", "renumbered", …: English, for programs and as msgid. */
const char *diff_fate_word(enum diff_fate fate);
const char *diff_sort_word(enum diff_sort sort);

/* “v1 (commit 0123456789 of 2024-05-20) → the files as they are now”. */
void diff_add_states(struct buf *buf, const struct diff_options *options);

/* The record as it is, or was. */
const struct entity *diff_shown(const struct diff_record *record);
/* “opatření 2.1 Péče doma (pece-doma)”. */
void diff_add_record(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record);
/* The field of a change by its titles, or what else has changed: “Členové, Jan Novák: Strana”, “přesunuto”. */
void diff_add_subject(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_change *change);
/* What happened to the field beyond another value: “added”, “begins”, …, translated; NULL: it has another value. */
const char *diff_happening(const struct diff_options *options, const struct diff_change *change);
/* The value before or after as a sentence has it; an empty text where there is none. */
void diff_add_side(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change, bool before);
/* “+250,50 tis. Kč”; adds nothing where no two amounts differ. */
void diff_add_money(
	struct buf *buf, const struct diff_options *options, const struct diff_change *change);
/* How much changed, line by line; false behind the last. */
bool diff_add_summary_line(
	struct buf *buf, const struct diff_options *options, const struct diff *diff, size_t index);

/* Is the change one of words in a text that is worth telling word by word? Then the runs. */
size_t diff_words(const struct diff_options *options, const struct diff_change *change,
	const struct word_run **runs);

/* diff_value.c: any value in words. */
void diff_add_value(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	struct told value);

#endif
