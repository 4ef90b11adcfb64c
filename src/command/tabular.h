/* Answers that are tables: the options that all such commands share, and where the table goes. */
#ifndef COMMAND_TABULAR_H
#define COMMAND_TABULAR_H

#include <stdbool.h>

#include <kpss/date.h>

#include "base/buf.h"
#include "command/command.h"
#include "render/table.h"

struct arguments;
struct session;

/* --format, --excel, --output. */
extern word_function tabular_format_word;
#define TABULAR_OPTIONS                                                                            \
	{.letter = 'f',                                                                            \
		.name = "format",                                                                  \
		.word = tabular_format_word,                                                       \
		.summary = N_("how the table is written (text)")},                                 \
		{.name = "excel", .summary = N_("csv for a double click in a Czech Excel")},       \
	{                                                                                          \
		.letter = 'o', .name = "output", .argument = N_("FILE"),                           \
		.summary = N_("write into FILE, not to standard output")                           \
	}

/* A table on its way: rows go to `format->row`, and what they become is held until the end, so that a failure leaves
 * nothing half printed. */
struct tabular {
	struct session *session;
	const struct table_format *format;
	struct table_options options;
	const char *file; /* NULL: standard output */
	struct buf buf;
};

/* Takes the options; false, after saying why, where they do not fit together. The caller fills in caption, town, as-of day and
 * commit of `options`. */
bool tabular_begin(
	struct tabular *tabular, struct session *session, const struct arguments *arguments);
/* Writes what has been made, into the file as a whole or not at all. Frees it in either case. */
enum exit_status tabular_end(struct tabular *tabular);
/* Frees it without writing: the answer failed. */
void tabular_drop(struct tabular *tabular);

#endif
