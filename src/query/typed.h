/* Values as people type them. */
#ifndef QUERY_TYPED_H
#define QUERY_TYPED_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct arena;

/* “1 450 000”, “12,5”, “12.5”, with or without “Kč”. False when it is no number. */
bool typed_number(struct kpss_str text, double *number);
/* The same in hundredths, exact; false also when it is finer or too large. */
bool typed_money(struct kpss_str text, int64_t *hundredths);
/* ano, ne, yes, no, true, false. */
bool typed_truth(struct kpss_str text, struct arena *arena, bool *truth);
/* Without the blanks around it. */
struct kpss_str typed_trimmed(struct kpss_str text);

#endif
