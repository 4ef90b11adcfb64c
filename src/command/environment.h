/* Everything the program learns from around it. Read in one place, so that tests can say what it is. */
#ifndef COMMAND_ENVIRONMENT_H
#define COMMAND_ENVIRONMENT_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/date.h>

/* Variables are NULL when they are not set. */
struct environment {
	const char *kpss_lang, *lc_all, *lc_messages, *lang;
	const char *no_color, *term;
	/* Who records and when, as git asks for it. */
	const char *git_author_name, *git_author_email, *git_author_date;
	const char *git_committer_name, *git_committer_email, *git_committer_date;
	const char *source_date_epoch;
	int64_t now;    /* seconds since 1970 */
	int utc_offset; /* of the local clock, in minutes */
	bool output_is_terminal, error_is_terminal;
	struct kpss_date today; /* the local calendar's */
	/* A clock that only ever goes on; from any thread. */
	uint64_t (*milliseconds)(void);
	/* While wanted, a person who interrupts the program is not left with a line of progress on the terminal. */
	void (*erase_line_at_interrupt)(bool wanted);
};

struct environment environment_read(void);

/* Written to a terminal, empties the line that the cursor is in. */
#define ERASE_LINE "\r\x1b[K"

/* Goes on as if the program had been started in the folder; 0, or the errno that says why not. */
int environment_enter(const char *folder);

#endif
