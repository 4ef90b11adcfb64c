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

#endif
