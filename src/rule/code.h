/* Codes that people write in profiles and comments. */
#ifndef RULE_CODE_H
#define RULE_CODE_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct finding_kind;
struct findings;
struct plan;

/* The kind that describes a code; NULL when there is no such code. */
const struct finding_kind *code_find(struct kpss_str code);
/* Every code once, by number from 0; NULL behind the last. */
const char *code_at(size_t index);
/* Is it a code of the program's own, or of a rule of the town? */
bool code_is_known(const struct plan *plan, struct kpss_str code);
/* Codes of either near to what was written, one on a line, in the findings' arena; without text when none is. */
struct kpss_str codes_near(
	const struct plan *plan, struct findings *findings, struct kpss_str written);
/* What was suggested, one on a line, in the findings' arena. */
struct text_suggestions;
struct kpss_str suggested_lines(
	struct findings *findings, const struct text_suggestions *suggestions);

#endif
