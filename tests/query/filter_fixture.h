/* A small plan to be asked about. */
#ifndef TESTS_QUERY_FILTER_FIXTURE_H
#define TESTS_QUERY_FILTER_FIXTURE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/collation.h"
#include "plan_fixture.h"
#include "query/filter.h"
#include "query/small_plan.h"

static inline void small_load(struct plan_fixture *fixture)
{
	plan_fixture_file(fixture, "pravidla.yaml", small_profile);
	assert_string_equal(plan_fixture_load_one(fixture, small_plan), "");
}

/* The ids of all records of a kind that meet the condition, with blanks between them; “!” and the number of the fault where it
 * makes no sense. */
static inline const char *asked(
	struct plan_fixture *fixture, const char *kind, const char *condition)
{
	struct arena *arena = fixture->findings.arena, *scratch = arena_new();
	struct collation *collation = collation_new();
	struct query_subject subject;
	struct query_fault fault;
	assert_true(subject_named(fixture->plan, kpss_str(kind), arena, &subject));
	fixture->text.len = 0;
	struct filter *filter =
		filter_new(fixture->plan, &subject, NULL, kpss_str(condition), arena, &fault);
	uint32_t count;
	const struct entity *const *records = plan_kind(fixture->plan, subject.kind, &count);
	for (uint32_t i = 0; i < count && filter; i++)
		if (subject_has(fixture->plan, &subject, records[i]) &&
			filter_holds(filter, records[i], collation, scratch)) {
			buf_add_text(&fixture->text, fixture->text.len ? " " : "");
			buf_add(&fixture->text, records[i]->id);
		}
	if (!filter)
		buf_addf(&fixture->text, "!%d", fault.kind);
	buf_add_char(&fixture->text, '\0');
	collation_free(collation);
	arena_free(scratch);
	return fixture->text.ptr;
}

#endif
