/* Days of rounds of comments: when they close, by when the hearing and the settling are to be
 * done. */
#include "answer/due_inside.h"

#include "base/day.h"
#include "base/language.h"
#include "rule/round.h"
#include "town/setting.h"

static const struct entity *settler(const struct due_search *search, const struct entity *round)
{
	const struct node *settled_by = field(round->mapping, WORD_settled_by);
	const struct node *first = value_first_item(settled_by);
	return first ? plan_target(search->context.plan, first) : NULL;
}

static void round_add(struct due_search *search, const struct entity *round, struct due due)
{
	const struct node *closing = field(round->mapping, WORD_to);
	due.subject = round;
	due.place = is_absent(closing) ? entity_name(round) : closing;
	due.arguments[0] = argument_text(record_called(round));
	due_add(search, due);
}

static void closings_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *rounds =
		plan_kind(search->context.plan, KIND_consultation, &count);
	for (uint32_t i = 0; i < count; i++)
		if (period_is_sound(rounds[i]->mapping))
			round_add(search, rounds[i],
				(struct due){.day = mapping_period(rounds[i]->mapping).to});
}

/* The hearings that the town asks for have days: they are told as meetings. Here is the last day
 * for one that is missing. */
static void missing_hearings_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *rounds = plan_kind(plan, KIND_consultation, &count);
	bool required = setting_is_true(plan, WORD_consultation, WORD_hearing_required);
	int64_t wanted =
		setting_number(plan, WORD_consultation, WORD_minimum_hearings, required ? 1 : 0);
	int64_t after = setting_number(plan, WORD_consultation, WORD_days_after_hearing, 0);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *hearings = field(rounds[i]->mapping, WORD_hearings);
		struct period period = mapping_period(rounds[i]->mapping);
		int64_t named = 0;
		for (const struct node *item = value_first_item(hearings); item;
			item = node_next_item(hearings, item))
			named++;
		/* What was not held by the close cannot be made up for: that is for the rules
		 * to say. */
		if (named >= wanted || day_is_open(period.to) ||
			!period_is_sound(rounds[i]->mapping) ||
			period.to.days < search->context.as_of.days)
			continue;
		round_add(search, rounds[i],
			(struct due){
				.day = day_plus_days(period.to, -after),
				.setting = required ? NULL : "consultation.minimum_hearings",
			});
	}
}

/* Comments of a round: how many there are, and how many of them have a result. */
struct settled {
	int64_t all, done;
};

static struct settled settled_count(const struct due_search *search, const struct entity *round)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *comments = plan_kind(plan, KIND_comment, &count);
	struct settled settled = {0};
	for (uint32_t i = 0; i < count; i++) {
		if (round_of(plan, comments[i]) != round)
			continue;
		const struct node *settlement = field(comments[i]->mapping, WORD_settlement);
		settled.all++;
		settled.done += !is_absent(field(settlement, WORD_result));
	}
	return settled;
}

static void settlements_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *rounds = plan_kind(plan, KIND_consultation, &count);
	int64_t within = setting_number(plan, WORD_consultation, WORD_settled_within_days, -1);
	for (uint32_t i = 0; within >= 0 && i < count; i++) {
		struct period period = mapping_period(rounds[i]->mapping);
		if (day_is_open(period.to) || !period_is_sound(rounds[i]->mapping))
			continue;
		bool is_open = period.to.days >= search->context.as_of.days;
		struct settled settled = settled_count(search, rounds[i]);
		if (settled.done == settled.all && !is_open)
			continue;
		round_add(search, rounds[i],
			(struct due){
				.day = day_plus_days(period.to, within),
				.who = settler(search, rounds[i]),
				.arguments = {[1] = argument_number(settled.done),
					[2] = argument_number(settled.all)},
			});
	}
}

const struct due_kind due_rounds[] = {
	{.word = "comments-close",
		.text = N_("the round of comments ‘{0}’ closes"),
		.happens = true,
		.find = closings_find},
	{.word = "hearing-missing",
		.text = N_("last day for the public hearing in the round ‘{0}’"),
		.setting = "consultation.hearing_required",
		.find = missing_hearings_find},
	{.word = "settlement",
		.text = N_("settle the comments of the round ‘{0}’ (settled {1}, in all {2})"),
		.setting = "consultation.settled_within_days",
		.find = settlements_find},
	{0},
};
