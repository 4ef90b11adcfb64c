/* Two states of a small plan in memory and their difference as lines. */
#ifndef TESTS_HISTORY_DIFF_FIXTURE_H
#define TESTS_HISTORY_DIFF_FIXTURE_H

#include "history/diff.h"
#include "plan_fixture.h"

struct diff_fixture {
	struct plan_fixture *before, *after;
	struct arena *arena;
	struct buf lines;
	struct diff diff;
};

static inline int diff_set_up(void **state)
{
	struct diff_fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct diff_fixture){.arena = arena_new()};
	plan_set_up((void **)&fixture->before);
	plan_set_up((void **)&fixture->after);
	*state = fixture;
	return 0;
}

static inline int diff_tear_down(void **state)
{
	struct diff_fixture *fixture = *state;
	plan_tear_down((void **)&fixture->before);
	plan_tear_down((void **)&fixture->after);
	buf_clear(&fixture->lines);
	arena_free(fixture->arena);
	free(fixture);
	return 0;
}

/* Of a mapping, only the person in it. */
static inline void add_meaning(struct diff_fixture *fixture, struct told value)
{
	if (value.node->kind == NODE_MAPPING) {
		struct kpss_str person = value_text(field(value.node, WORD_person));
		buf_addf(&fixture->lines, "{%.*s}", (int)person.len, person.ptr);
		return;
	}
	buf_add(&fixture->lines, meaning_of(value, fixture->arena));
}

static inline void add_change(struct diff_fixture *fixture, const struct diff_change *change)
{
	static const char *const sorts[] = {"moved", "level", "renumbered", "field", "item added",
		"item removed", "begun", "ended"};
	struct kpss_str path = diff_path(change, fixture->arena);
	buf_addf(&fixture->lines, "  %s %.*s", sorts[change->sort], (int)path.len, path.ptr);
	buf_add_text(&fixture->lines, change->step_count ? ": " : "");
	if (change->sort != DIFF_LEVEL) {
		add_meaning(fixture, change->before);
		buf_add_text(&fixture->lines, " -> ");
		add_meaning(fixture, change->after);
	}
	buf_add_text(&fixture->lines, change->binding ? " (binding)\n" : "\n");
}

/* A record on a line of its own ("+" added, "-" removed, "~" changed), the changes of a changed one below. */
static inline const char *diff_lines(struct diff_fixture *fixture)
{
	struct diff diff =
		diff_of_plans(fixture->before->plan, fixture->after->plan, fixture->arena);
	fixture->diff = diff;
	fixture->lines.len = 0;
	for (size_t i = 0; i < diff.count; i++) {
		const struct diff_record *record = &diff.records[i];
		const struct entity *shown = record->after ? record->after : record->before;
		buf_addf(&fixture->lines, "%c %.*s\n", "~+-"[record->fate],
			shown ? (int)shown->id.len : 7, shown ? shown->id.ptr : "profile");
		for (size_t k = 0; k < record->count && record->fate == DIFF_CHANGED; k++)
			add_change(fixture, &record->changes[k]);
	}
	buf_add_char(&fixture->lines, '\0');
	return fixture->lines.ptr;
}

/* The difference of two files. */
static inline const char *diff_of(
	struct diff_fixture *fixture, const char *before, const char *after)
{
	plan_fixture_load_one(fixture->before, before);
	plan_fixture_load_one(fixture->after, after);
	return diff_lines(fixture);
}

#define DIFF_TEST(name) cmocka_unit_test_setup_teardown(name, diff_set_up, diff_tear_down)

#endif
