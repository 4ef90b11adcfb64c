/* A repository of two files with findings, rendered into text. */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/report.h"
#include "test.h"

struct report_fixture {
	struct arena *arena;
	struct findings findings;
	struct buf buf;
	struct report_options options;
};

static inline int report_set_up(void **state)
{
	struct report_fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct report_fixture){.arena = arena_new(),
		.options = {.language = language_find("en"), .as_of = kpss_date_of(2026, 3, 12)}};
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static inline int report_tear_down(void **state)
{
	struct report_fixture *fixture = *state;
	arena_free(fixture->arena);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->buf);
	free(fixture);
	return 0;
}

static inline struct source *report_source(
	struct report_fixture *fixture, const char *path, const char *text)
{
	return source_new(fixture->arena, kpss_str(path), kpss_str(text));
}

/* The first place of `words` in the source. */
static inline struct kpss_span report_span(struct source *source, const char *words)
{
	const char *at = memmem(source->bytes.ptr, source->bytes.len, words, strlen(words));
	assert_non_null(at);
	uint32_t begin = (uint32_t)(at - source->bytes.ptr);
	return (struct kpss_span){
		.source = source, .begin = begin, .end = begin + (uint32_t)strlen(words)};
}

/* The findings as a format prints them, without its beginning and end; ends in NUL. */
static inline const char *report_render(
	struct report_fixture *fixture, const struct report_format *format)
{
	const struct report_repository repository = {.path = kpss_str("plans/town"),
		.town = kpss_str("Český Těšín"),
		.findings = &fixture->findings,
		.summary = report_summary_of(&fixture->findings, 41)};
	fixture->buf.len = 0;
	format->repository(&fixture->buf, &fixture->options, &repository);
	buf_add_char(&fixture->buf, '\0');
	return fixture->buf.ptr;
}

/* The whole output for two repositories with the fixture's findings; ends in NUL. */
static inline const char *report_document(
	struct report_fixture *fixture, const struct report_format *format)
{
	static const char *const paths[] = {"plans/town", "plans/other"};
	struct report_repository repository = {.findings = &fixture->findings,
		.summary = report_summary_of(&fixture->findings, 41)};
	struct report_summary total = {0};
	for (size_t i = 0; i < 2; i++)
		report_summary_join(&total, &repository.summary);
	fixture->buf.len = 0;
	format->begin(&fixture->buf, &fixture->options, &total);
	for (size_t i = 0; i < 2; i++) {
		repository.index = i;
		repository.path = kpss_str(paths[i]);
		repository.town = kpss_str(i ? "" : "Český Těšín");
		format->repository(&fixture->buf, &fixture->options, &repository);
	}
	format->end(&fixture->buf, &fixture->options, &total);
	buf_add_char(&fixture->buf, '\0');
	return fixture->buf.ptr;
}

/* What breaks careless writers: quotes, markup, ends of sections, control characters, bytes that are no UTF-8, emoji. */
#define NASTY "\"'<&>]]>%\t\r\n\x01\x1b[31m\x7f\xFF\xC3 \xEF\xBF\xBF\xF0\x9F\x98\x80, : kůň"

/* A finding whose every part is nasty. */
static inline void report_add_nasty(struct report_fixture *fixture)
{
	static const struct finding_kind kind = {.code = "nasty",
		.severity = KPSS_ERROR,
		.message = "<{0}>",
		.label = "{0}",
		.remedy = "{0}",
		.related = "{0}"};
	struct source *source = report_source(fixture, NASTY ".yaml", NASTY);
	findings_add(
		&fixture->findings, &(struct finding){.kind = &kind,
					    .where = {.source = source, .begin = 1, .end = 30},
					    .related = {.source = source, .begin = 0, .end = 5},
					    .subject = kpss_str(NASTY),
					    .arguments = {argument_text(kpss_str(NASTY))}});
}

static inline void report_add_many(
	struct report_fixture *fixture, const struct finding_kind *kind, size_t count)
{
	struct source *source = report_source(fixture, "many.yaml", "many: x\n");
	for (size_t i = 0; i < count; i++)
		findings_add(&fixture->findings,
			&(struct finding){.kind = kind, .where = report_span(source, "x")});
}

static inline size_t report_count(const char *text, const char *words)
{
	size_t count = 0;
	while ((text = strstr(text, words))) {
		count++;
		text += strlen(words);
	}
	return count;
}

#define REPORT_TEST(name) cmocka_unit_test_setup_teardown(name, report_set_up, report_tear_down)

#endif
