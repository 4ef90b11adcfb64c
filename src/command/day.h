/* A day as a person types it. */
#ifndef COMMAND_DAY_H
#define COMMAND_DAY_H

#include <stdbool.h>

#include <kpss/date.h>
#include <kpss/str.h>

/* Reads YYYY-MM-DD or, as Czech is written, "12. 3. 2026" with or without blanks (also those that do not break). */
bool day_parse(struct kpss_str text, struct kpss_date *out);

#endif
