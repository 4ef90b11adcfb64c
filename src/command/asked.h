/* Questions about records, as commands hear them. */
#ifndef COMMAND_ASKED_H
#define COMMAND_ASKED_H

#include <stdbool.h>
#include <stddef.h>

#include "command/command.h"

struct arguments;
struct entity;
struct plan;
struct query_fault;
struct session;

/* Says what is wrong with what a person typed, and what would be right. */
void asked_complain(struct session *session, const struct query_fault *fault);

/* The record with that id, or with that printed code in the plan `of` (NULL: in any); NULL after saying why there is none. */
const struct entity *asked_record(struct session *session, const struct plan *plan,
	const struct entity *of, const char *typed);

/* Kinds and levels, plural, in both vocabularies; a town may have more levels. */
word_function asked_kind_word;

/* What --limit says; SIZE_MAX where it is not given. False, after saying so, when it is no number. */
bool asked_limit(struct session *session, const struct arguments *arguments, size_t *limit);

#endif
