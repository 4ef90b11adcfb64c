/* Codes that a person types: the program's own, and those of the rules of the town. */
#ifndef COMMAND_CODES_H
#define COMMAND_CODES_H

#include <stdbool.h>

struct arguments;
struct check;
struct plan;
struct session;
struct text_suggestions;

/* The codes given with a repeatable option, ending in NULL. */
const char *const *codes_given(
	struct session *session, const struct arguments *arguments, const char *option);
/* Is each code that the check is to keep or to leave out one of the program's own, or of a rule in some plan that is checked?
 * Says which is not. The plans are read for it only when one is not the program's. */
bool codes_are_known(struct session *session, const struct check *check);
/* Offers all codes of the program and, where there is a plan, of its town. */
void codes_offer(struct text_suggestions *suggestions, const struct plan *plan);

#endif
