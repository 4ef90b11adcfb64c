#include "reading.h"

#include "document/insert.h"

/* Puts the piece into the collection that is node number `into`. */
static bool insert_number(struct kpss_str *out, struct reading *reading, uint32_t into, const char *key, int behind,
	const char *yaml)
{
	const struct insertion insertion = {
		.document = &reading->document,
		.into = &reading->document.root[into],
		.key = kpss_str(key),
		.behind = behind < 0 ? NULL : &reading->document.root[behind],
		.yaml = kpss_str(yaml),
	};
	return insert_yaml(out, reading->reader, &insertion, reading->arena, &reading->findings);
}

static void assert_insert(const char *before, uint32_t into, const char *key, int behind, const char *yaml, const char *after)
{
	struct reading reading = reading_text(before);
	struct kpss_str out;
	assert_true(reading.good);
	assert_true(insert_number(&out, &reading, into, key, behind, yaml));
	assert_text(out, after);
	reading_clear(&reading);
}

static void assert_unsafe(const char *before, uint32_t into, const char *key, const char *yaml)
{
	struct reading reading = reading_text(before);
	struct kpss_str out;
	assert_false(insert_number(&out, &reading, into, key, -1, yaml));
	assert_int_equal(reading.findings.count, 1);
	assert_string_equal(reading.findings.items[0].kind->code, "edit-not-safe");
	reading_clear(&reading);
}

static void puts_an_item_behind_the_last_one(void **state)
{
	(void)state;
	assert_insert("a:\n  - b\n", 2, NULL, -1, "c", "a:\n  - b\n  - c\n");
	assert_insert("a:\n- b\nd: e\n", 2, NULL, -1, "c", "a:\n- b\n- c\nd: e\n");
	assert_insert("- b: 1\n  c: 2\n", 0, NULL, -1, "b: 3\nc: 4\n", "- b: 1\n  c: 2\n- b: 3\n  c: 4\n");
}

static void keeps_comments_and_line_ends(void **state)
{
	(void)state;
	assert_insert("a:\n  - b # c\n# d\ne: f\n", 2, NULL, -1, "g", "a:\n  - b # c\n  - g\n# d\ne: f\n");
	assert_insert("a:\r\n  - b\r\n", 2, NULL, -1, "c: 1\nd: 2", "a:\r\n  - b\r\n  - c: 1\r\n    d: 2\r\n");
	assert_insert("a:\n  - b", 2, NULL, -1, "c", "a:\n  - b\n  - c\n");
}

static void keeps_items_apart_where_they_are(void **state)
{
	(void)state;
	assert_insert("a:\n  - b: 1\n\n  - b: 2\n\nc: d\n", 2, NULL, -1, "b: 3",
		"a:\n  - b: 1\n\n  - b: 2\n\n  - b: 3\n\nc: d\n");
}

static void puts_items_into_brackets(void **state)
{
	(void)state;
	assert_insert("a: [b]\n", 2, NULL, -1, "c", "a: [b, c]\n");
	assert_insert("a: [] # d\n", 2, NULL, -1, "c\n", "a: [c] # d\n");
	assert_insert("a: [{b: 1}]\n", 2, NULL, -1, "{b: 2}", "a: [{b: 1}, {b: 2}]\n");
}

static void puts_a_field_into_a_mapping(void **state)
{
	(void)state;
	assert_insert("- a: 1\n- a: 2\n", 1, "b", -1, "3", "- a: 1\n  b: 3\n- a: 2\n");
	assert_insert("a: 1\nc:\n  - d\n", 0, "b", 1, "2", "a: 1\nb: 2\nc:\n  - d\n");
	assert_insert("{a: 1}\n", 0, "b", -1, "2", "{a: 1, b: 2}\n");
	assert_insert("a: 1\n", 0, "b", -1, "- c\n- d\n", "a: 1\nb:\n  - c\n  - d\n");
	assert_insert("a: 1\n", 0, "b", -1, "|\n  c\n\n  d\n", "a: 1\nb: |\n    c\n\n    d\n");
}

static void refuses_what_would_be_read_otherwise(void **state)
{
	(void)state;
	assert_unsafe("a: [b]\n", 2, NULL, "c, d]");
	assert_unsafe("a: 1\n", 0, "a", "2");
	assert_unsafe("a: 1\n", 0, "b", "[");
	assert_unsafe("a: 1\n", 0, "b: 1\nc", "2");
	assert_unsafe("- a\n", 0, NULL, "b: c: d");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_an_item_behind_the_last_one),
		cmocka_unit_test(keeps_comments_and_line_ends),
		cmocka_unit_test(keeps_items_apart_where_they_are),
		cmocka_unit_test(puts_items_into_brackets),
		cmocka_unit_test(puts_a_field_into_a_mapping),
		cmocka_unit_test(refuses_what_would_be_read_otherwise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
