#include "rule/past_meeting.h"

#include "base/arena.h"
#include "town/setting.h"

void past_meetings_walk(const struct rule_context *context,
	bool (*look)(const struct rule_context *context, const struct gathering *gathering,
		uint32_t section))
{
	uint32_t count;
	const struct entity *const *meetings = plan_kind(context->plan, KIND_meeting, &count);
	const struct entity *steering = steering_group(context->plan);
	for (uint32_t i = 0; i < count; i++) {
		size_t most = 1 + field(meetings[i]->mapping, WORD_with)->size;
		struct gathering *bodies =
			arena_array(context->findings->arena, most, sizeof *bodies);
		size_t bodies_count = meeting_bodies(context->plan, meetings[i], bodies);
		bool told = !meeting_was_held(meetings[i]);
		for (size_t k = 0; k < bodies_count && !told; k++) {
			uint32_t section = body_section(steering, bodies[k].body);
			told = section && bodies[k].day.days <= context->as_of.days &&
			       look(context, &bodies[k], section);
		}
	}
}

struct finding meeting_finding(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *meeting, const struct node *where, const struct node *setting)
{
	struct finding finding = {
		.kind = kind,
		.where = entity_span(meeting, where),
		.arguments = {argument_text(meeting->id)},
		.subject = meeting->id,
	};
	if (!is_absent(setting))
		finding.related = setting_span(context->plan, setting);
	return finding;
}
