/* What ‘kpss record’ asks of git: who, when, and with which words. */
#ifndef COMMAND_RECORD_WISH_H
#define COMMAND_RECORD_WISH_H

#include <stdbool.h>

struct act_wish;
struct arguments;
struct plan;
struct reading;
struct record_changes;
struct session;

/* Are the texts that a person gave fit to be recorded? False after saying why not. */
bool record_texts_given(struct session *session, const struct arguments *arguments);

/* Fills in who acts and when, by the variables that git reads too. */
bool record_persons_given(struct session *session, struct act_wish *wish);

/* Composes the message: that of -m, or one in the words of planning; then what the program says of the act. `before` is the plan as
 * it was recorded last, NULL when it was not. */
void record_message_given(struct session *session, const struct arguments *arguments,
	const struct reading *reading, const struct plan *before,
	const struct record_changes *changes, struct act_wish *wish);

#endif
