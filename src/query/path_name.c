/* What a path is called. */
#include "base/arena.h"
#include "base/buf.h"
#include "query/path_inside.h"

static void step_name_add(struct buf *buf, const struct plan *plan, const struct path_step *step)
{
	const struct schema_table *schema = plan_schema(plan);
	if (step->kind == STEP_YEAR) {
		buf_addf(buf, "%d", step->year);
	} else if (step->kind == STEP_RELATED) {
		buf_add(buf, subject_singular(plan, &step->subject, false));
	} else if (step->kind == STEP_FIELD) {
		buf_add(buf, schema_word(schema, step->choices[0].property->word));
		if (step->choices[0].end.source == COLUMN_STATUS_CLASS)
			buf_add_text(buf, "_class");
	}
}

struct kpss_str path_name(const struct query_path *path, struct arena *arena)
{
	const struct path_step *last = &path->steps[path->count - 1];
	struct buf buf = {0};
	for (size_t i = 0; i < path->count; i++) {
		buf_add_text(&buf, i ? "." : "");
		step_name_add(&buf, path->plan, &path->steps[i]);
	}
	if (last->kind == STEP_COMPUTED)
		buf_add(&buf, last->end->name);
	struct kpss_str name = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return name;
}

static void step_title_add(
	struct buf *buf, const struct plan *plan, const struct path_step *step, bool czech)
{
	const struct schema_table *schema = plan_schema(plan);
	if (step->kind == STEP_RELATED && !step->subject.level && !step->subject.own.len) {
		const struct schema_kind *kind = &schema->kinds[step->subject.kind];
		buf_add(buf, schema_text(schema, czech ? kind->czech_title : kind->title));
	} else if (step->kind == STEP_RELATED) {
		buf_add(buf, subject_singular(plan, &step->subject, czech));
	} else if (step->kind == STEP_FIELD) {
		const struct schema_property *property = step->choices[0].end.property;
		buf_add(buf, schema_text(schema, czech ? property->czech_title : property->title));
	} else {
		step_name_add(buf, plan, step);
	}
}

struct kpss_str path_title(const struct query_path *path, bool czech, struct arena *arena)
{
	const struct path_step *last = &path->steps[path->count - 1];
	struct buf buf = {0};
	for (size_t i = 0; i < path->count; i++) {
		buf_add_text(&buf, i ? " – " : "");
		step_title_add(&buf, path->plan, &path->steps[i], czech);
	}
	if (last->kind == STEP_COMPUTED)
		buf_add(&buf, last->end->name);
	struct kpss_str title = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return title;
}
