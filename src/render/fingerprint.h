/* What a finding is known by when lines move: a number of its code, its record (its file where no record is concerned) and
 * the text that is marked. It is stored in baselines and sent to servers, so how it is made may never change. */
#ifndef RENDER_FINGERPRINT_H
#define RENDER_FINGERPRINT_H

#include <stdint.h>

struct findings;

/* One for each finding, in an array to free. The findings are sorted; where several are alike they are numbered in that
 * order, so that none hides another. */
uint64_t *fingerprints_of(const struct findings *findings);

#endif
