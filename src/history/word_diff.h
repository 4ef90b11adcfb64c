/* Which words of a text were taken out and which were put in. */
#ifndef HISTORY_WORD_DIFF_H
#define HISTORY_WORD_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct arena;

enum word_fate { WORDS_SAME, WORDS_REMOVED, WORDS_ADDED };

/* Words with one fate that follow each other; of what is replaced, what was removed comes first. */
struct word_run {
	enum word_fate fate;
	struct kpss_str
		text; /* a stretch of the text before (removed) or after, without white space at its ends */
	bool old_gap, new_gap; /* white space follows it in the text before, in the text after */
};

/* A word is a run of letters and digits; any other character is one by itself; white space only separates. The fewest words
 * are changed (Myers, with linear memory) unless more than a bound would be, then the rest is told as replaced; a word or two
 * of a few letters between changes counts as changed with them. The texts are UTF-8. In the arena, borrowing both texts. */
size_t words_compare(struct arena *arena, struct kpss_str before, struct kpss_str after,
	const struct word_run **runs);

/* How many words of two texts, of a hundred, they have in common in the same order. The arena is left as it was. */
enum { WORDS_ALIKE_LEAST = 50 }; /* texts with so many are versions of one */
unsigned words_alike(struct arena *arena, struct kpss_str before, struct kpss_str after);

#endif
