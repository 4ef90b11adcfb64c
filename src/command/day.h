/* A day as a person types it. */
#ifndef COMMAND_DAY_H
#define COMMAND_DAY_H

#include <stdbool.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct arguments;
struct session;

/* Reads what a person typed; false, after saying so, when it is no day. */
bool day_typed(struct session *session, const char *typed, struct kpss_date *day);
/* The same for --as-of behind the command, else before it. Where there is none, *as_of stays. */
bool day_given(struct session *session, const struct arguments *arguments, struct kpss_date *as_of);
/* Did a person type one? */
bool day_is_given(const struct session *session, const struct arguments *arguments);

#endif
