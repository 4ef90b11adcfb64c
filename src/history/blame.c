#include "history/blame.h"

#include <string.h>

#include "base/arena.h"
#include "plan/plan.h"

struct blaming {
	struct blame *blame;
	struct arena *arena;
	size_t left; /* lines that are not known yet */
};

/* Is the one path the other, or does it lead to something in it? */
static bool leads_into(struct kpss_str path, struct kpss_str around)
{
	return path.len >= around.len && memcmp(path.ptr, around.ptr, around.len) == 0 &&
	       (path.len == around.len || path.ptr[around.len] == '.' ||
		       path.ptr[around.len] == '[');
}

static bool concerns(const struct blame_line *line, struct kpss_str path)
{
	return path.len && (leads_into(line->path, path) || leads_into(path, line->path));
}

static void step_lay(struct blaming *blaming, const struct log_step *step, struct kpss_str path)
{
	struct blame *blame = blaming->blame;
	for (size_t i = 0; i < blame->count; i++) {
		struct blame_line *line = &blame->lines[i];
		if (line->known || (path.ptr && !concerns(line, path)))
			continue;
		line->known = true;
		line->state = *step->state;
		line->merge = step->merge;
		blaming->left--;
	}
}

static bool step_take(void *user, const struct log_step *step)
{
	struct blaming *blaming = user;
	const struct diff_record *record = &step->diff.records[0];
	if (record->fate == DIFF_ADDED)
		step_lay(blaming, step, kpss_str(NULL));
	for (size_t i = 0; i < record->count && record->fate == DIFF_CHANGED; i++)
		step_lay(blaming, step, diff_path(&record->changes[i], blaming->arena));
	return blaming->left > 0;
}

struct blame blame_of_record(const struct log_asked *asked, const struct plan *plan,
	const struct entity *entity, struct arena *arena)
{
	struct blame blame = {.count = 0};
	diff_of_record(differ_new(plan, plan, arena), NULL, entity, &blame.record);
	blame.lines = arena_array(arena, blame.record.count + 1, sizeof *blame.lines);
	for (size_t i = 0; i < blame.record.count; i++)
		blame.lines[blame.count++] = (struct blame_line){.change = &blame.record.changes[i],
			.path = diff_path(&blame.record.changes[i], arena)};
	struct blaming blaming = {.blame = &blame, .arena = arena, .left = blame.count};
	blame.result = log_of_record(asked, step_take, &blaming);
	for (size_t i = 0; i < blame.count; i++)
		if (!blame.lines[i].known)
			blame.lines[i].state = blame.result.oldest;
	return blame;
}
