/* Human text: normal form, folding, likeness, width. The only user of ICU. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

struct arena;

/* Length of well-formed UTF-8 at the beginning of `text`; equal to text.len when all of it is. */
size_t text_valid_utf8(struct kpss_str text);
/* The code point that begins at `at` (text is well-formed) and, in *length, how many bytes it takes. */
uint32_t text_code_point(struct kpss_str text, size_t at, size_t *length);

/* Text in normal form C: `text` itself where it already is, otherwise a copy in the arena. */
struct kpss_str text_nfc(struct arena *arena, struct kpss_str text);
/* Lower case without diacritics, for comparing what people type: "Řídicí" and "ridici" are alike. In the arena. */
struct kpss_str text_fold(struct arena *arena, struct kpss_str text);
/* Where whole words stand in a text, regardless of case but not of diacritics; text.len when nowhere. Both are in one normal
 * form. */
size_t text_find_words(struct kpss_str text, struct kpss_str words);
/* Does a letter or digit stand at `at`; an upper-case letter? */
bool text_is_letter(uint32_t code_point);
bool text_is_capital(uint32_t code_point);
/* Columns that a terminal gives the text; a control character counts as its escape (see text_add_safe) would. */
size_t text_width(struct kpss_str text);

/* The letter from a to z that a letter of another alphabet looks like; NUL for any other character. */
char text_alike(uint32_t code);

/* How many insertions, deletions, replacements and swaps of neighbours lie between two folded texts; more than `limit`
 * is answered as limit + 1. */
size_t text_distance(struct kpss_str a, struct kpss_str b, size_t limit);

/* Collects the candidates nearest to what a person typed, best first: at most TEXT_SUGGESTIONS, and only near ones. */
enum { TEXT_SUGGESTIONS = 3 };
struct text_suggestions {
	struct kpss_str typed; /* folded */
	struct kpss_str names[TEXT_SUGGESTIONS];
	size_t distances[TEXT_SUGGESTIONS];
	size_t count;
	struct arena *arena;
};
/* The arena holds what is folded on the way. */
void suggestions_init(struct text_suggestions *suggestions, struct arena *arena, struct kpss_str typed);
void suggestions_offer(struct text_suggestions *suggestions, struct kpss_str candidate);

/* Windows-1250 bytes as UTF-8, in the arena; a byte that the code page does not have becomes U+FFFD. */
struct kpss_str text_from_windows_1250(struct arena *arena, struct kpss_str bytes);

/* Would the character move the cursor, turn the direction of writing or hide? All but a tab of what text_add_safe escapes. */
bool text_is_unsafe(uint32_t code);

struct buf;
/* Adds text that may go to a terminal: control and bidirectional characters as visible \u{..} escapes, a tab as one
 * blank, bytes that are no UTF-8 as \x{..}. */
void text_add_safe(struct buf *buf, struct kpss_str text);

#endif
