/* Text on its way into an mdoc page, on standard output. */
#ifndef TESTS_MANUAL_MDOC_H
#define TESTS_MANUAL_MDOC_H

#include <stdbool.h>

/* Running text, a line for each sentence. */
void mdoc_text(const char *text);
/* An argument of a macro, taken for nothing but a word; no line end. */
void mdoc_word(const char *word);
/* The file as it stands, so that what is copied from the page is what the file says. False when it cannot be read. */
bool mdoc_literal_file(const char *path);
/* The same without its first lines. */
bool mdoc_literal_after(const char *path, int lines);

#endif
