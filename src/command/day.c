#include "command/day.h"

#include "base/day.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/session.h"

bool day_typed(struct session *session, const char *typed, struct kpss_date *day)
{
	if (day_parse(kpss_str(typed), day))
		return true;
	session_complain(session, N_("‘{0}’ is no day of the calendar"),
		N_("write it like 2026-03-12 or \"12. 3. 2026\""), kpss_str(typed), kpss_str(NULL));
	return false;
}

bool day_given(struct session *session, const struct arguments *arguments, struct kpss_date *as_of)
{
	const char *behind = arguments_value(arguments, "as-of"), *day = behind ? behind : session->as_of;
	return !day || day_typed(session, day, as_of);
}

bool day_is_given(const struct session *session, const struct arguments *arguments)
{
	return session->as_of || arguments_has(arguments, "as-of");
}
