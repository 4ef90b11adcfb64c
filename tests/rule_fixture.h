/* A plan in memory that all rules are run on. */
#ifndef TESTS_RULE_FIXTURE_H
#define TESTS_RULE_FIXTURE_H

#include "plan_fixture.h"
#include "rule/run.h"

/* Loads what was laid down and runs the rules as of a day (YYYY-MM-DD); findings as lines of listed.h. */
static inline const char *rule_fixture_run(struct plan_fixture *fixture, const char *as_of)
{
	struct kpss_date day;
	assert_true(kpss_date_parse(kpss_str(as_of), &day));
	plan_fixture_load(fixture);
	assert_true(fixture->loaded);
	rules_run(fixture->plan, day, &fixture->findings);
	return listed(&fixture->text, &fixture->findings);
}

/* One file, a.yaml. */
static inline const char *rule_fixture_run_one(
	struct plan_fixture *fixture, const char *text, const char *as_of)
{
	plan_fixture_file(fixture, "a.yaml", text);
	return rule_fixture_run(fixture, as_of);
}

/* As of 2020-06-30, with the rules of a town in pravidla.yaml; only the findings of one code are kept. */
static inline const char *rule_fixture_run_for(
	struct plan_fixture *fixture, const char *code, const char *rules, const char *text)
{
	size_t kept = 0;
	plan_fixture_file(fixture, "pravidla.yaml", rules);
	rule_fixture_run_one(fixture, text, "2020-06-30");
	for (size_t i = 0; i < fixture->findings.count; i++)
		if (strcmp(fixture->findings.items[i].kind->code, code) == 0)
			fixture->findings.items[kept++] = fixture->findings.items[i];
	fixture->findings.count = kept;
	return listed(&fixture->text, &fixture->findings);
}

/* Argument `index` of the only finding when it is a day, as YYYY-MM-DD. */
static inline const char *rule_fixture_day(struct plan_fixture *fixture, size_t index)
{
	int year, month, day;
	assert_int_equal(fixture->findings.count, 1);
	const struct finding_argument *argument = &fixture->findings.items[0].arguments[index];
	assert_int_equal(argument->type, ARGUMENT_DATE);
	kpss_date_split((struct kpss_date){.days = (int32_t)argument->number}, &year, &month, &day);
	return arena_format(fixture->findings.arena, "%04d-%02d-%02d", year, month, day).ptr;
}

/* Argument `index` of the only finding when it is text. */
static inline const char *rule_fixture_text(struct plan_fixture *fixture, size_t index)
{
	assert_int_equal(fixture->findings.count, 1);
	return arena_text(fixture->findings.arena, fixture->findings.items[0].arguments[index].text)
		.ptr;
}

#endif
