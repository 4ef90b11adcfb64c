/* A schema written in the test, and a document held against it. */
#ifndef TESTS_SCHEMA_FIXTURE_H
#define TESTS_SCHEMA_FIXTURE_H

#include <stdlib.h>

#include "base/arena.h"
#include "document/parse.h"
#include "document/words.h"
#include "listed.h"
#include "schema/check.h"
#include "schema/compile.h"
#include "test.h"

struct schema_fixture {
	struct arena *arena;
	struct findings findings;
	struct buf text;
	struct schema_table table;
	struct schema_trouble trouble;
	struct document document; /* the one checked last */
	struct words *words;
	bool czech; /* what the repository writes */
	const struct schema_visitor *visitor;
};

static inline int schema_set_up(void **state)
{
	struct schema_fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct schema_fixture){.arena = arena_new()};
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static inline int schema_tear_down(void **state)
{
	struct schema_fixture *fixture = *state;
	words_free(fixture->words);
	arena_free(fixture->arena);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->text);
	free(fixture);
	return 0;
}

/* Compiles one schema, called thing.schema.json. */
static inline bool schema_fixture_compile(struct schema_fixture *fixture, const char *json)
{
	struct schema_input input = {.name = "thing.schema.json", .json = kpss_str(json)};
	return schema_compile(&input, 1, fixture->arena, &fixture->table, &fixture->trouble);
}

/* The schema of a kind `thing` with the given keywords (“"type": "object", …”). */
static inline void schema_fixture_kind(struct schema_fixture *fixture, const char *keywords)
{
	struct kpss_str json = arena_format(fixture->arena,
		"{\"title\": \"Thing\", \"x-kpss-title-cs\": \"Věc\", \"x-kpss-kind\": "
		"{\"singular\": \"thing\", "
		"\"plural\": \"things\", \"cs\": {\"singular\": \"věc\", \"plural\": \"věci\"}}, "
		"%s}",
		keywords);
	if (!schema_fixture_compile(fixture, json.ptr))
		fail_msg("%s", fixture->trouble.message.ptr);
}

/* The schema of a kind with the given fields (“"a": {…}, "b": {…}”), others refused. */
static inline void schema_fixture_fields(struct schema_fixture *fixture, const char *properties)
{
	struct kpss_str keywords = arena_format(fixture->arena,
		"\"type\": \"object\", \"additionalProperties\": false, \"properties\": {%s}",
		properties);
	schema_fixture_kind(fixture, keywords.ptr);
}

/* Holds a document, thing.yaml, against the kind: what is found, as lines of listed.h. */
static inline const char *schema_fixture_check(struct schema_fixture *fixture, const char *yaml)
{
	words_free(fixture->words);
	fixture->words = schema_words(&fixture->table);
	struct reader *reader = reader_new(fixture->words);
	struct schema_checker *checker = schema_checker_new(&fixture->table, fixture->words);
	struct source *source = source_new(fixture->arena, kpss_str("thing.yaml"), kpss_str(yaml));
	bool parsed = document_parse(
		reader, source, fixture->arena, &fixture->findings, &fixture->document);
	schema_checker_vocabulary(checker, fixture->czech);
	if (parsed)
		schema_check(checker, fixture->table.kinds[0].shape, &fixture->document,
			fixture->document.root, 0, fixture->visitor, &fixture->findings);
	schema_checker_free(checker);
	reader_free(reader);
	assert_true(parsed);
	return listed(&fixture->text, &fixture->findings);
}

/* Argument `index` of the only finding. */
static inline const char *schema_fixture_argument(struct schema_fixture *fixture, size_t index)
{
	assert_int_equal(fixture->findings.count, 1);
	return arena_text(fixture->arena, fixture->findings.items[0].arguments[index].text).ptr;
}

#define SCHEMA_TEST(name) cmocka_unit_test_setup_teardown(name, schema_set_up, schema_tear_down)

#endif
