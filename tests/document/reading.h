/* One document read from bytes in memory, with all that belongs to it. */
#ifndef TESTS_DOCUMENT_READING_H
#define TESTS_DOCUMENT_READING_H

#include "test.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/finding.h"
#include "document/parse.h"
#include "document/words.h"

struct reading {
	struct arena *arena;
	struct findings findings;
	struct words *words;
	struct reader *reader;
	char *bytes; /* a copy that ends exactly where the memory does, so that sanitizers see a step too far */
	struct source *source;
	struct document document;
	bool good;
};

static inline void reading_clear(struct reading *reading)
{
	reader_free(reading->reader);
	words_free(reading->words);
	findings_clear(&reading->findings);
	arena_free(reading->arena);
	free(reading->bytes);
}

static inline struct reading reading_bytes(struct kpss_str bytes)
{
	struct reading reading = {.arena = arena_new(), .words = words_new(NULL, 0)};
	findings_init(&reading.findings);
	reading.reader = reader_new(reading.words);
	reading.bytes = malloc(bytes.len ? bytes.len : 1);
	assert_non_null(reading.bytes);
	if (bytes.len)
		memcpy(reading.bytes, bytes.ptr, bytes.len);
	struct kpss_str copy = {.ptr = reading.bytes, .len = bytes.len};
	reading.source = source_new(reading.arena, kpss_str("a.yaml"), copy);
	reading.good = document_parse(reading.reader, reading.source, reading.arena, &reading.findings, &reading.document);
	return reading;
}

static inline struct reading reading_text(const char *text)
{
	return reading_bytes(kpss_str(text));
}

static inline struct kpss_str written(const struct reading *reading, uint32_t node)
{
	const struct node *at = &reading->document.root[node];
	return (struct kpss_str){.ptr = reading->bytes + at->begin, .len = at->end - at->begin};
}

static inline void assert_text(struct kpss_str actual, const char *expected)
{
	struct kpss_str wanted = kpss_str(expected);
	if (!kpss_str_equal(actual, wanted))
		fail_msg("\"%.*s\" is not \"%s\"", (int)actual.len, actual.ptr, expected);
}

/* Refused with exactly one error of this code, and `place` is the text that it points at. */
static inline void assert_refused(const char *text, const char *code, uint32_t line, uint32_t column, const char *place)
{
	struct reading reading = reading_text(text);
	assert_false(reading.good);
	assert_int_equal(findings_count(&reading.findings, KPSS_ERROR), 1);
	const struct finding *finding = &reading.findings.items[reading.findings.count - 1];
	assert_string_equal(finding->kind->code, code);
	struct place found = source_locate(reading.source, finding->where.begin);
	assert_int_equal(found.line, line);
	assert_int_equal(found.column, column);
	assert_true(finding->where.end <= reading.source->bytes.len);
	assert_text((struct kpss_str){.ptr = reading.bytes + finding->where.begin,
		.len = finding->where.end - finding->where.begin}, place);
	reading_clear(&reading);
}

/* Spans lie in the file, children in their parents, one behind the other; every other child of a mapping is a key. */
static inline void assert_spans_nest(const struct reading *reading, uint32_t index)
{
	const struct node *parent = &reading->document.root[index];
	assert_true(parent->begin <= parent->end);
	assert_true(parent->end <= reading->source->bytes.len);
	assert_true(index + parent->size <= reading->document.count);
	uint32_t end = parent->begin;
	bool key_next = parent->kind == NODE_MAPPING;
	for (uint32_t child = index + 1; child < index + parent->size; child += reading->document.root[child].size) {
		assert_true(reading->document.root[child].begin >= end);
		assert_int_equal(reading->document.root[child].is_key, key_next);
		key_next = parent->kind == NODE_MAPPING && !key_next;
		assert_spans_nest(reading, child);
		end = reading->document.root[child].end;
	}
	assert_true(end <= parent->end);
}

#endif
