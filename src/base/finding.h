/* What is wrong in the user's files: a place, a kind and arguments; words are chosen only when it is printed.
 * Findings are collected and never steer the flow of control. */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/finding.h>
#include <kpss/str.h>

#include "base/source.h"

struct arena;

/* One message. Several may share a code; the one that carries `meaning` describes the code.
 * Texts are English msgids of the catalogues (marked N_, or P_ in pairs). In message, label, remedy and related,
 * {0} to {3} stand for the arguments. `plural` is the other form of `message`; argument 0 is then the number. */
struct finding_kind {
	const char *code; /* stable, a word with hyphens */
	enum kpss_severity severity;
	bool fatal; /* the profile may not lower it */
	bool no_comment; /* beside `meaning`: no comment can silence it either, though the profile may */
	/* What is marked is nobody else's business: no report shows the line, and no fingerprint is made from it. */
	bool secret;
	const char *message;
	const char *plural;
	const char *label; /* under the place itself */
	const char *remedy; /* what to do, what to type */
	const char *related; /* under the second place */
	const char *meaning; /* one line: what the code checks */
	const char *explanation; /* why, in a few sentences */
	/* What in the profile switches it on, as English keys with points (“groups.coordinator_attends”), several with a space
	 * between them; NULL: always on. */
	const char *setting;
	const char *basis; /* where the rule comes from: law, charter, practice; NULL for the format itself */
	/* Beside `meaning`: what breaks it and the same mended, never translated. Each is a whole file of a plan; where it
	 * matters which, a line like “# pravidla.yaml” before it says so, and may stand before each of several. NULL where
	 * no text can show it. */
	const char *wrong, *right;
};

enum finding_argument_type {
	ARGUMENT_NONE,
	ARGUMENT_TEXT,
	ARGUMENT_WORDS,
	ARGUMENT_NUMBER,
	ARGUMENT_DATE,
	ARGUMENT_NAMES, /* printed each in quotes: ‘a’, ‘b’ or ‘c’ */
};

struct finding_argument {
	enum finding_argument_type type;
	struct kpss_str text; /* TEXT: as it is; WORDS: English; NAMES: one on a line */
	struct kpss_str czech; /* WORDS */
	int64_t number; /* NUMBER, and days of DATE */
};

enum { FINDING_ARGUMENTS = 4 };

/* A replacement of bytes in the finding's own file that mends it and cannot mean anything else. */
struct finding_fix {
	struct kpss_str text; /* ptr NULL: there is no such replacement */
	uint32_t begin, end;
};

/* Texts are borrowed: from the plan, from literals, or copied with findings_text. */
struct finding {
	const struct finding_kind *kind;
	enum kpss_severity severity;
	struct kpss_span where;
	struct kpss_span related; /* source NULL: none */
	struct finding_argument arguments[FINDING_ARGUMENTS];
	struct kpss_str subject; /* id of the record concerned; ptr NULL: none */
	struct finding_fix fix;
	/* Of a secret, what its fingerprint is made from in place of the text; ptr NULL: nothing. */
	struct kpss_str apart;
};

struct findings {
	struct arena *arena; /* the findings' own lifetime */
	struct finding *items;
	size_t count, capacity;
	size_t beyond; /* made when there were FINDINGS_MOST already, and only counted; nobody reads their arguments */
	size_t suppressed; /* dropped because a comment in the file silences them */
};

/* More are nobody's reading, and would let hostile files take any amount of memory. Which are kept is decided by the order
 * in which they are made, and that never changes. */
enum { FINDINGS_MOST = 50000 };

extern const struct finding_kind finding_too_many;
extern const struct finding_kind *const base_finding_kinds[]; /* ends in NULL */

static inline struct finding_argument argument_text(struct kpss_str text)
{
	return (struct finding_argument){.type = ARGUMENT_TEXT, .text = text};
}

static inline struct finding_argument argument_words(struct kpss_str english, struct kpss_str czech)
{
	return (struct finding_argument){.type = ARGUMENT_WORDS, .text = english, .czech = czech};
}

static inline struct finding_argument argument_number(int64_t number)
{
	return (struct finding_argument){.type = ARGUMENT_NUMBER, .number = number};
}

static inline struct finding_argument argument_date(struct kpss_date date)
{
	return (struct finding_argument){.type = ARGUMENT_DATE, .number = date.days};
}

static inline struct finding_argument argument_names(struct kpss_str lines)
{
	return (struct finding_argument){.type = ARGUMENT_NAMES, .text = lines};
}

void findings_init(struct findings *findings);
void findings_clear(struct findings *findings);
/* Empty again; memory is kept. */
void findings_reset(struct findings *findings);

/* Copies the finding. A severity of KPSS_SILENT in it (zero) means the kind's own; a subject that is too long for an id is
 * left out, so that it is not said again with each finding. */
void findings_add(struct findings *findings, const struct finding *finding);
/* Forgets what was added since there were `count`, `beyond` of them only counted. */
void findings_take_back(struct findings *findings, size_t count, size_t beyond);
struct kpss_str findings_text(struct findings *findings, struct kpss_str text);
/* By path (order of the bytes), position and code, stable; findings without a place first; exact repetitions are dropped.
 * Where more were made than are kept, one says so: call it once, when all are made. */
void findings_sort(struct findings *findings);
size_t findings_count(const struct findings *findings, enum kpss_severity severity);

#endif
