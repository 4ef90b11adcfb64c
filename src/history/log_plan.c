/* The history of a plan: of every commit, all that it changed. */
#include "base/arena.h"
#include "history/log_inside.h"
#include "plan/plan.h"
#include "repo/snapshot.h"

struct plan_walk {
	struct log_walk walk;
	struct arena *arena;
	struct log_version old, new;
};

/* Without the same profile and kpss.yaml, files that do not differ may say something else. */
static struct past_changes changes_find(const struct plan_walk *plan,
	const struct past_state *before, const struct past_state *state)
{
	static const struct past_state nothing = {.parent_count = 0};
	struct store *store = plan->walk.asked->store;
	if (past_is_alike(before, state))
		return past_compare(store, before, state, plan->arena);
	struct past_changes old = past_compare(store, before, &nothing, plan->arena),
			    new = past_compare(store, &nothing, state, plan->arena);
	struct past_changes all = {
		.items = arena_array(plan->arena, old.count + new.count + 1, sizeof *all.items)};
	for (size_t i = 0; i < old.count; i++)
		all.items[all.count++] = old.items[i];
	for (size_t i = 0; i < new.count; i++)
		all.items[all.count++] = new.items[i];
	return all;
}

/* Does the merge say what another of its parents says? */
static enum log_merge merge_judge(const struct plan_walk *plan)
{
	const struct past_state *merge = &plan->walk.state;
	struct past_state other;
	for (size_t i = 1; i < merge->parent_count && i < PAST_PARENTS_MOST; i++)
		if (walk_parent(&plan->walk, i, &other) && past_id_same(&other.plan, &merge->plan))
			return LOG_MERGED;
	return merge->parent_count > 1 ? LOG_MERGE_OWN : LOG_NO_MERGE;
}

static bool state_take(
	struct plan_walk *plan, const struct past_state *before, log_taker *take, void *user)
{
	struct store *store = plan->walk.asked->store;
	struct past_changes changes = changes_find(plan, before, &plan->walk.state);
	if (!version_load(&plan->old, store, before, &changes, false) &&
		!past_id_is_none(&before->plan))
		plan->walk.result.unread++;
	if (!version_load(&plan->new, store, &plan->walk.state, &changes, true) &&
		!past_id_is_none(&plan->walk.state.plan))
		plan->walk.result.unread++;
	const struct log_step step = {
		.state = &plan->walk.state,
		.before = before,
		.diff = diff_of_plans(plan->old.plan, plan->new.plan, plan->arena),
		.merge = merge_judge(plan),
	};
	bool more = take(user, &step);
	plan->walk.result.end = more ? plan->walk.result.end : LOG_END_TAKER;
	return more;
}

struct log_result log_of_plan(const struct log_asked *asked, log_taker *take, void *user)
{
	struct plan_walk plan = {.arena = arena_new()};
	struct past_state before;
	walk_init(&plan.walk, asked);
	version_init(&plan.old);
	version_init(&plan.new);
	for (bool more = true; more && walk_before(&plan.walk, &before);) {
		if (!past_id_same(&before.plan, &plan.walk.state.plan))
			more = state_take(&plan, &before, take, user);
		arena_reset(plan.arena);
		plan.walk.state = before;
	}
	version_clear(&plan.old);
	version_clear(&plan.new);
	arena_free(plan.arena);
	struct log_result result = plan.walk.result;
	walk_clear(&plan.walk);
	return result;
}
