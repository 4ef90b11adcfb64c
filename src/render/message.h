/* A finding's words in a language. */
#ifndef RENDER_MESSAGE_H
#define RENDER_MESSAGE_H

#include <kpss/finding.h>
#include <kpss/str.h>

struct buf;
struct finding;
struct finding_argument;
struct language;

/* Adds the text (an English msgid; NULL adds nothing) in the language, with {0} to {3} replaced by the arguments. What
 * came from files is made safe for a terminal and cut when it is very long. `arguments` has FINDING_ARGUMENTS items. */
void message_add(struct buf *buf, const struct language *language, const char *english,
	const struct finding_argument *arguments);
/* The same with the form for a number, which is also argument 0. */
void message_add_counted(struct buf *buf, const struct language *language, const char *singular,
	const char *plural, const struct finding_argument *arguments);
/* The finding's main sentence. */
void message_add_finding(
	struct buf *buf, const struct language *language, const struct finding *finding);

/* The first so many characters of a text; all of it where it is not longer. */
struct kpss_str message_beginning(struct kpss_str text, size_t most);

/* "error", "warning", "note": English, for machines and as msgid. */
const char *severity_word(enum kpss_severity severity);

#endif
