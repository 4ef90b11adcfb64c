/* The message of a record in the words of planning, where nobody writes one. */
#ifndef COMMAND_RECORD_MESSAGE_H
#define COMMAND_RECORD_MESSAGE_H

struct buf;
struct plan;
struct record_changes;

/* Adds one line that says which records in the files that are recorded were changed, added and removed from one state of a plan to
 * another, in the language of the plan; `before` NULL: it is recorded for the first time. Adds nothing where all are the same. */
void record_message_add(struct buf *buf, const struct plan *before, const struct plan *after,
	const struct record_changes *changes);

#endif
