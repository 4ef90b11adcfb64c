#include "answer/foresight.h"

#include "change/change.h"
#include "change/entering.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "rule/run.h"
#include "town/phase.h"

/* A file as it is and as it would be, and what the two have in common at both ends. */
struct alike {
	struct source *now;
	struct kpss_str before, after;
	uint32_t head, tail;
};

static struct alike alike_of(struct source *now, struct kpss_str before, struct kpss_str after)
{
	struct alike alike = {.now = now, .before = before, .after = after};
	size_t least = before.len < after.len ? before.len : after.len;
	while (alike.head < least && before.ptr[alike.head] == after.ptr[alike.head])
		alike.head++;
	while (alike.tail < least - alike.head &&
		before.ptr[before.len - alike.tail - 1] == after.ptr[after.len - alike.tail - 1])
		alike.tail++;
	return alike;
}

/* What stands in the new piece is put where the piece would be. */
static uint32_t place_now(const struct alike *alike, uint32_t place)
{
	uint32_t behind = (uint32_t)alike->after.len - alike->tail;
	if (place >= behind)
		return place - behind + (uint32_t)alike->before.len - alike->tail;
	return place < alike->head ? place : alike->head;
}

static void span_bring_back(const struct alike *alike, struct kpss_span *span)
{
	if (!span->source || !kpss_str_equal(span->source->path, alike->now->path))
		return;
	span->source = alike->now;
	span->begin = place_now(alike, span->begin);
	span->end = place_now(alike, span->end);
}

static void places_bring_back(struct foresight *foresight, const struct entity *cycle)
{
	size_t count;
	const struct changed_file *files = change_files(foresight->change, &count);
	for (size_t i = 0; i < count; i++) {
		const struct alike alike = alike_of(
			cycle->document->source, files[i].before, files[i].after);
		for (size_t f = 0; f < foresight->findings.count; f++) {
			span_bring_back(&alike, &foresight->findings.items[f].where);
			span_bring_back(&alike, &foresight->findings.items[f].related);
		}
	}
}

static bool begins_then(const struct entity *cycle, uint32_t phase, struct kpss_date day)
{
	const struct node *planned =
		phase_planned(cycle, phase, (struct kpss_date){.days = day.days - 1});
	return planned && mapping_period(planned).from.days == day.days;
}

/* Enters the phase in memory; false when that cannot be done. */
static bool enter(struct foresight *foresight, struct snapshot *snapshot,
	const struct entity *cycle, uint32_t phase, struct kpss_date day)
{
	struct findings unheard;
	const struct entering entering = {.cycle = cycle->id, .phase = phase, .day = day};
	findings_init(&unheard);
	foresight->change = change_open(snapshot, &unheard);
	bool good = foresight->change && plan_find(change_plan(foresight->change), cycle->id) &&
		    entering_write(foresight->change, &entering, &unheard);
	findings_clear(&unheard);
	return good;
}

struct foresight foresee(const struct plan *plan, struct snapshot *snapshot,
	const struct entity *cycle, uint32_t phase, struct kpss_date day)
{
	struct foresight foresight = {0};
	findings_init(&foresight.findings);
	if (snapshot && cycle->id.len && !begins_then(cycle, phase, day) &&
		enter(&foresight, snapshot, cycle, phase, day)) {
		rules_run(change_plan(foresight.change), day, &foresight.findings);
		places_bring_back(&foresight, cycle);
	} else {
		rules_run(plan, day, &foresight.findings);
	}
	findings_sort(&foresight.findings);
	return foresight;
}

void foresight_clear(struct foresight *foresight)
{
	findings_clear(&foresight->findings);
	change_close(foresight->change);
	*foresight = (struct foresight){0};
}
