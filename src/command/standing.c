#include "command/standing.h"

#include "answer/concern.h"
#include "command/reading.h"
#include "command/session.h"
#include "plan/load.h"

struct status standing_open(struct session *session, const struct reading *reading,
	const struct entity *about, struct kpss_date until)
{
	const struct plan *plan = reading->plan;
	const struct concern *concern =
		about ? concern_of(plan, about, reading->as_of, session->arena) : NULL;
	const struct standing_question question = {
		.plan = plan,
		.snapshot = reading->snapshot,
		.as_of = reading->as_of,
		.findings = &reading->findings,
		.concern = concern,
	};
	return (struct status){
		.plan = plan,
		.town = plan_town(plan),
		.as_of = reading->as_of,
		.recorded = reading->recorded,
		.until = until,
		.about = about,
		.findings = &reading->findings,
		.standings = standings_of(&question, session->arena),
		.dues = dues_of_plan(plan, reading->as_of, until, concern, session->arena),
	};
}

void standing_close(struct status *status)
{
	standings_clear(&status->standings);
}
