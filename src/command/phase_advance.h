/* kpss phase advance */
#ifndef COMMAND_PHASE_ADVANCE_H
#define COMMAND_PHASE_ADVANCE_H

#include "command/command.h"

/* The operands behind the verb are CYCLE and PHASE. */
answer_function phase_advance;
/* Completes or undoes an act that was interrupted, before the plan is read. False after saying why that failed. */
bool phase_advance_recover(struct session *session);
/* Prints in the format that was asked for. */
struct phase_report;
void phase_print(struct session *session, const struct arguments *arguments,
	const struct phase_report *report);

#endif
