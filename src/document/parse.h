/* From the bytes of a YAML file to its tree. The only user of libyaml; nothing outside this folder knows of its events. */
#ifndef DOCUMENT_PARSE_H
#define DOCUMENT_PARSE_H

#include <stdbool.h>

#include "document/node.h"

struct arena;
struct findings;
struct reader;
struct words;

extern const struct finding_kind *const document_finding_kinds[]; /* ends in NULL */

/* Limits, each with a finding of its own; documented in kpss-repository(5). */
enum {
	DOCUMENT_NESTING_MOST = 100,
	DOCUMENT_KEYS_MOST = 10000, /* in one mapping */
	DOCUMENT_KEY_LENGTH_MOST = 128, /* bytes */
	DOCUMENT_NODES_MOST = 500000, /* values, names of fields, lists and records together */
};

/* Memory for reading one document after another; the keys' words go into `words`, which it borrows. */
struct reader *reader_new(struct words *words);
void reader_free(struct reader *reader);
/* Leaves out the fast reader of plain.h, whose trees must be the same: for tests. */
void reader_use_libyaml_only(struct reader *reader);

/* Reads one file into the arena. False, with exactly one finding that says why, when it is refused: not UTF-8, not YAML,
 * beyond a limit, or using what plans do not use (anchors, aliases, tags, merge keys, directives, several documents).
 * The bytes of the source must outlive the document. */
bool document_parse(struct reader *reader, struct source *source, struct arena *arena, struct findings *findings,
	struct document *out);

#endif
