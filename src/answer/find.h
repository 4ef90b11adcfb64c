/* Full text: the records in which all words that a person typed occur, best first. */
#ifndef ANSWER_FIND_H
#define ANSWER_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan/plan.h"
#include "query/subject.h"

struct arena;
struct find_words;

struct find_hit {
	const struct entity *record;
	const struct node *node; /* the text in which most of the words were found */
	const struct schema_property *property;
	uint32_t score;
};

struct find_hits {
	const struct find_hit *items;
	size_t count;
};

/* NULL when there is no word in the text. In the arena. */
const struct find_words *find_words(struct kpss_str typed, struct arena *arena);
/* All texts of all records (of the subject; NULL: of any kind) are looked through, regardless of case and diacritics; a word also
 * finds others that begin like it but for its last letters, as forms of one Czech word do; words of one or two letters find only themselves. Words in a name count for more than
 * in a text, whole words for more than parts, rare ones for more than frequent ones; what counts for the same comes in the order
 * of files and places. */
struct find_hits find_all(const struct plan *plan, const struct find_words *words,
	const struct query_subject *subject, struct arena *arena);
/* The next word of a text from `*at` on that is one of those sought. False when there is none. The arena holds what is folded. */
bool find_next(const struct find_words *words, struct kpss_str text, struct arena *arena,
	size_t *at, size_t *begin, size_t *end);

#endif
