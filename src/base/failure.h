/* Why the system refused, in a person's words. */
#ifndef BASE_FAILURE_H
#define BASE_FAILURE_H

struct finding_argument;
struct findings;
struct language;

/* The text for a value of errno in the language. */
const char *failure_text(const struct language *language, int reason);
/* The same as an argument of a finding, whose language is chosen when it is printed. */
struct finding_argument failure_argument(struct findings *findings, int reason);

#endif
