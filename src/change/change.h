/* Changes of a plan before they are written: files as they would be, and the plan that they would make. Nothing is on disk until
 * the caller puts it there (repo/act.h, repo/replace.h). */
#ifndef CHANGE_CHANGE_H
#define CHANGE_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "base/finding.h"

struct change;
struct plan;
struct snapshot;

/* Reads the plan; borrows the snapshot. NULL, with a finding, when it cannot be read at all. */
struct change *change_open(struct snapshot *snapshot, struct findings *findings);
void change_close(struct change *change);
/* The plan with all changes so far; what was taken from it before the last change is gone. */
const struct plan *change_plan(const struct change *change);

/* Each false, with a finding at the place, when the result would not read as meant; nothing has changed then. YAML is as
 * piece.h writes it. */

/* A record of a kind (KIND_…): into the file that holds the last of its kind, or, where none does, into a new one named after
 * the kind. */
bool change_add_record(
	struct change *change, uint16_t kind, struct kpss_str yaml, struct findings *findings);
/* An item of a list (WORD_…) of a record; the list is begun where the record has none. */
bool change_add_item(struct change *change, struct kpss_str record, uint16_t list,
	struct kpss_str yaml, struct findings *findings);
/* A scalar field of a record, a text: set where it is there, put in where it is not. */
bool change_set_text(struct change *change, struct kpss_str record, uint16_t field,
	struct kpss_str text, struct findings *findings);
/* A scalar field of an item (by its number from 0) of a list of a record, a value as YAML on one line; a new one is put behind
 * the field `behind` where the item has that, else behind its last single value. */
struct item_field {
	uint16_t list;
	size_t item;
	uint16_t field, behind;
};
bool change_set_item(struct change *change, struct kpss_str record, const struct item_field *where,
	struct kpss_str yaml, struct findings *findings);
/* A new file of the plan. */
bool change_add_file(struct change *change, struct kpss_str path, struct kpss_str yaml,
	struct findings *findings);

/* A file as it was and as it would be. */
struct changed_file {
	struct kpss_str path;   /* from the root of the plan */
	struct kpss_str before; /* ptr NULL: there was none */
	struct kpss_str after;
};
/* In the order in which they were first changed; valid until the next change. */
const struct changed_file *change_files(const struct change *change, size_t *count);

/* What is found on a day in the plan as it would be and was not before, sorted; it may point into the plan, so it is to be read
 * before the next change. */
void change_judge(struct change *change, struct kpss_date as_of, struct findings *come);

#endif
