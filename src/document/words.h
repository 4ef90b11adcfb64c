/* Keys as small numbers: the same word, in normal form C, is the same number wherever it is written. */
#ifndef DOCUMENT_WORDS_H
#define DOCUMENT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct words;

/* Words 0 … count - 1 are the given ones, in their order; they must differ and outlive the table. */
struct words *words_new(const struct kpss_str *known, uint32_t count);
void words_free(struct words *words);
/* Forgets all but the known ones. */
void words_reset(struct words *words);

/* The number of a word that was met before; WORD_UNKNOWN otherwise. */
#define WORD_UNKNOWN UINT32_MAX
uint32_t words_find(struct words *words, struct kpss_str text);
/* The number of a word, a new one where it was not met before; its text is copied. */
uint32_t words_number(struct words *words, struct kpss_str text);
struct kpss_str words_text(const struct words *words, uint32_t word);

/* Marks a word with a value under a stamp (from 1, never reused) and tells the value it already had under it. */
bool words_mark(struct words *words, uint32_t word, uint32_t stamp, uint32_t value, uint32_t *earlier);
uint32_t words_stamp(struct words *words);

#endif
