/* One run of the program: where it writes, in which language, on which day. */
#ifndef COMMAND_SESSION_H
#define COMMAND_SESSION_H

#include <stdbool.h>
#include <stdio.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct arena;
struct buf;
struct environment;
struct findings;
struct language;
struct text_suggestions;

enum colour_wish { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct session {
	const struct environment *environment;
	FILE *out, *err;
	struct arena *arena; /* lives as long as the session */
	const struct language *language;
	enum colour_wish colour;
	const char *as_of, *at; /* as typed before the command; NULL: not there */
	bool output_failed; /* and said so */
};

void session_init(
	struct session *session, const struct environment *environment, FILE *out, FILE *err);
void session_clear(struct session *session);

bool session_colours_output(const struct session *session);
bool session_colours_errors(const struct session *session);

/* Writes to standard output at once; what cannot be written is said once on standard error and makes the status 3. */
void session_write(struct session *session, const struct buf *buf);

/* Says on standard error what went wrong and, in a second line, what to do. Both are msgids with {0} and {1} for `about`
 * and `more`; a remedy of NULL is none. */
void session_complain(struct session *session, const char *english, const char *remedy,
	struct kpss_str about, struct kpss_str more);
/* The same; the second line asks whether one of the suggestions was meant, where there are any. */
void session_complain_suggesting(struct session *session, const char *english, const char *remedy,
	struct kpss_str about, struct kpss_str more, const struct text_suggestions *suggestions);
/* Says in full on standard error why a repository could not be read: the findings tell. */
void session_say_reason(
	struct session *session, struct kpss_str path, const struct findings *findings);

#endif
