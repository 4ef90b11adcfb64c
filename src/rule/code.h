/* Codes that people write in profiles and comments. */
#ifndef RULE_CODE_H
#define RULE_CODE_H

#include <stddef.h>

#include <kpss/str.h>

struct finding_kind;
struct findings;

/* The kind that describes a code; NULL when there is no such code. */
const struct finding_kind *code_find(struct kpss_str code);
/* Every code once, by number from 0; NULL behind the last. */
const char *code_at(size_t index);
/* Codes near to what was written, one on a line, in the findings' arena; without text when none is. */
struct kpss_str codes_near(struct findings *findings, struct kpss_str written);

#endif
