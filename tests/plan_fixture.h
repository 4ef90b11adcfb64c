/* The smallest plan in memory: files are laid down one by one, then loaded together. */
#ifndef TESTS_PLAN_FIXTURE_H
#define TESTS_PLAN_FIXTURE_H

#include <stdlib.h>

#include "base/arena.h"
#include "listed.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "test.h"

enum { PLAN_FIXTURE_FILES = 12 };

struct plan_fixture {
	struct plan *plan;
	struct findings findings;
	struct buf text;
	struct memory_file files[PLAN_FIXTURE_FILES];
	size_t count;
	bool loaded;
};

static inline int plan_set_up(void **state)
{
	struct plan_fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct plan_fixture){.plan = plan_new()};
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static inline int plan_tear_down(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_free(fixture->plan);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->text);
	free(fixture);
	return 0;
}

static inline void plan_fixture_file(
	struct plan_fixture *fixture, const char *path, const char *text)
{
	assert_true(fixture->count < PLAN_FIXTURE_FILES);
	fixture->files[fixture->count++] =
		(struct memory_file){.path = path, .bytes = kpss_str(text)};
}

/* Loads what was laid down, with a kpss.yaml where the test gives none; findings as lines of listed.h. */
static inline const char *plan_fixture_load(struct plan_fixture *fixture)
{
	bool has_root = false;
	for (size_t i = 0; i < fixture->count; i++)
		has_root = has_root || strcmp(fixture->files[i].path, "kpss.yaml") == 0;
	if (!has_root)
		plan_fixture_file(fixture, "kpss.yaml", "formát: 1\nměsto:\n  název: Lhota\n");
	struct snapshot *snapshot = snapshot_memory(fixture->files, fixture->count);
	fixture->loaded = plan_load(fixture->plan, snapshot, &fixture->findings);
	snapshot_close(snapshot);
	return listed(&fixture->text, &fixture->findings);
}

/* One file, a.yaml, loaded. */
static inline const char *plan_fixture_load_one(struct plan_fixture *fixture, const char *text)
{
	plan_fixture_file(fixture, "a.yaml", text);
	return plan_fixture_load(fixture);
}

static inline const struct entity *plan_fixture_find(struct plan_fixture *fixture, const char *id)
{
	return plan_find(fixture->plan, kpss_str(id));
}

static inline uint32_t plan_fixture_count(struct plan_fixture *fixture, uint16_t kind)
{
	uint32_t count;
	plan_kind(fixture->plan, kind, &count);
	return count;
}

#define PLAN_TEST(name) cmocka_unit_test_setup_teardown(name, plan_set_up, plan_tear_down)

#endif
