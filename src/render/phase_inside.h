/* Only for src/render/phase*.c. */
#ifndef RENDER_PHASE_INSIDE_H
#define RENDER_PHASE_INSIDE_H

#include "render/phase.h"

extern const struct phase_format phase_format_text, phase_format_json;

/* Is the cycle told of: the one that was asked for, or those that are not over, or all where all are? */
bool phase_report_has(const struct phase_report *report, const struct standing *standing);

#endif
