#include "reading.h"

#include "document/edit.h"
#include "document/quote.h"
#include "nasty.h"

/* Sets the value of node number `node`. */
static bool edit_number(struct kpss_str *out, struct reading *reading, uint32_t node, const char *text, enum scalar_type type)
{
	const struct edit edit = {
		.document = &reading->document,
		.value = &reading->document.root[node],
		.text = kpss_str(text),
		.type = type,
	};
	return edit_value(out, reading->reader, &edit, reading->arena, &reading->findings);
}

static void assert_edit_as(const char *before, uint32_t node, const char *text, enum scalar_type type, const char *after)
{
	struct reading reading = reading_text(before);
	assert_true(reading.good);
	struct kpss_str edited;
	assert_true(edit_number(&edited, &reading, node, text, type));
	assert_text(edited, after);
	reading_clear(&reading);
}

static void assert_edit(const char *before, uint32_t node, const char *text, const char *after)
{
	assert_edit_as(before, node, text, SCALAR_TEXT, after);
}

static void assert_unsafe(const char *before, uint32_t node, const char *text, enum scalar_type type, const char *place)
{
	struct reading reading = reading_text(before);
	struct kpss_str edited;
	assert_false(edit_number(&edited, &reading, node, text, type));
	assert_int_equal(reading.findings.count, 1);
	const struct finding *finding = &reading.findings.items[0];
	assert_string_equal(finding->kind->code, "edit-not-safe");
	assert_text((struct kpss_str){.ptr = reading.bytes + finding->where.begin,
		.len = finding->where.end - finding->where.begin}, place);
	reading_clear(&reading);
}

static void plain_text_stays_plain_where_that_is_safe(void **state)
{
	(void)state;
	assert_edit("a: b # c\n", 2, "Klub U lípy", "a: Klub U lípy # c\n");
	assert_edit("a: b\n", 2, "http://a.cz/#b?c=d", "a: http://a.cz/#b?c=d\n");
	assert_edit("a: b\n", 2, "5. března, (asi) – „c“", "a: 5. března, (asi) – „c“\n");
	assert_edit("a: b\n", 2, "2026-03-12", "a: 2026-03-12\n");
	assert_edit("- b\n- c\n", 1, "d", "- d\n- c\n");
	assert_edit("a: b\n  c\nd: e\n", 2, "f", "a: f\nd: e\n");
}

static void plain_text_gets_quotes_where_it_needs_them(void **state)
{
	(void)state;
	assert_edit("a: b # c\n", 2, "Klub: U lípy", "a: \"Klub: U lípy\" # c\n");
	assert_edit("a: b\n", 2, "b #c", "a: \"b #c\"\n");
	assert_edit("a: b\n", 2, " b", "a: \" b\"\n");
	assert_edit("a: b\n", 2, "b ", "a: \"b \"\n");
	assert_edit("a: b\n", 2, "say \"\\hi\"", "a: say \"\\hi\"\n");
	assert_edit("a: b\n", 2, "\"hi\"", "a: \"\\\"hi\\\"\"\n");
	assert_edit("a: b\n", 2, "- b", "a: \"- b\"\n");
	assert_edit("a: b\n", 2, "", "a: \"\"\n");
	assert_edit("a: b\n", 2, "c\t", "a: \"c\\t\"\n");
}

static void what_other_readers_take_for_something_else_gets_quotes(void **state)
{
	(void)state;
	assert_edit("a: b\n", 2, "1.10", "a: \"1.10\"\n");
	assert_edit("a: 1.1\n", 2, "1.10", "a: \"1.10\"\n");
	assert_edit("a: b\n", 2, "00064581", "a: \"00064581\"\n");
	assert_edit("a: b\n", 2, "no", "a: \"no\"\n");
	assert_edit("a: b\n", 2, "Null", "a: \"Null\"\n");
	assert_edit("a: b\n", 2, "12:30", "a: \"12:30\"\n");
	assert_edit("a: b\n", 2, "1 450 000", "a: \"1 450 000\"\n");
	assert_edit("a: b\n", 2, "~", "a: \"~\"\n");
	assert_edit("a: b\n", 2, "ne", "a: ne\n");
	assert_edit("a: 12:30\n", 2, "13:45", "a: 13:45\n");
}

static void the_same_text_in_quotes_is_another_value_than_a_number(void **state)
{
	(void)state;
	assert_edit("a: 1.10\n", 2, "1.10", "a: \"1.10\"\n");
	assert_edit("a:\n", 2, "", "a: \"\"\n");
	assert_edit_as("a: \"1.10\"\n", 2, "1.10", SCALAR_NUMBER, "a: 1.10\n");
}

static void numbers_truth_values_and_nothing_are_written_as_they_are(void **state)
{
	(void)state;
	assert_edit_as("a: 1\n", 2, "-2", SCALAR_INTEGER, "a: -2\n");
	assert_edit_as("a: b\n", 2, "2", SCALAR_NUMBER, "a: 2\n");
	assert_edit_as("a: 'b'\n", 2, "12.50", SCALAR_NUMBER, "a: 12.50\n");
	assert_edit_as("a:\n", 2, "true", SCALAR_BOOLEAN, "a: true\n");
	assert_edit_as("a: b # c\n", 2, "", SCALAR_NULL, "a:  # c\n");
	assert_edit_as("a: |\n  b\nc: d\n", 2, "", SCALAR_NULL, "a: \nc: d\n");
	assert_edit_as("{a: b}\n", 2, "", SCALAR_NULL, "{a: }\n");
	assert_edit_as("a: b\n", 2, "null", SCALAR_NULL, "a: null\n");
}

static void quoted_text_keeps_its_quotes(void **state)
{
	(void)state;
	assert_edit("a: 'b'\n", 2, "it's: c", "a: 'it''s: c'\n");
	assert_edit("a: 'b'\n", 2, "c", "a: 'c'\n");
	assert_edit("a: 'b'\n", 2, "c\nd", "a: \"c\\nd\"\n");
	assert_edit("a: \"b\"\n", 2, "c", "a: \"c\"\n");
	assert_edit("a: \"b\"\n", 2, "c \"d\" \\ e\nf\t", "a: \"c \\\"d\\\" \\\\ e\\nf\\t\"\n");
	assert_edit("a: \"b\n  c\"\n", 2, "d", "a: \"d\"\n");
	assert_edit("'a': 'b'\n", 2, "", "'a': ''\n");
}

static void a_block_keeps_its_indentation_chomping_and_comment(void **state)
{
	(void)state;
	assert_edit("a: |\n    b\nc: d\n", 2, "e\nf\n", "a: |\n    e\n    f\nc: d\n");
	assert_edit("a: |- # x\n  b\n\nc: d\n", 2, "e\n\nf", "a: |- # x\n  e\n\n  f\n\nc: d\n");
	assert_edit("a: |+\n  b\n\nc: d\n", 2, "e\n", "a: |+\n  e\nc: d\n");
	assert_edit("a: |\n  b\n", 2, "e", "a: |-\n  e\n");
	assert_edit("a: |\n  b\nc: d\n", 2, "e\n\n", "a: |+\n  e\n\nc: d\n");
	assert_edit("a: |4\n    b\n", 2, "e\nf\n", "a: |4\n    e\n    f\n");
	assert_edit("a: |\n  b\n", 2, "  e\nf\n", "a: |2\n    e\n  f\n");
	assert_edit("- a: |\n    b\n  c: d\n", 3, "e\n f\n", "- a: |\n    e\n     f\n  c: d\n");
	assert_edit("a: |\n  b\n", 2, " \n", "a: \" \\n\"\n");
	assert_edit("a: >-\n  b\n  c\n", 2, "e f", "a: >-\n  e f\n");
	assert_edit("a: >-\n  b\n  c\n", 2, "e\nf", "a: >-\n  e\n\n  f\n");
	assert_edit("a: >\n  b\n", 2, "e\n  f\ng\n", "a: |\n  e\n    f\n  g\n");
}

static void several_lines_stand_behind_a_mark_where_the_text_was_plain(void **state)
{
	(void)state;
	assert_edit("a: b\nc: d\n", 2, "e\nf\n", "a: |\n  e\n  f\nc: d\n");
	assert_edit("a:\nc: d\n", 2, "e\nf", "a: |-\n  e\n  f\nc: d\n");
	assert_edit("- a: b\n", 3, "e\nf", "- a: |-\n    e\n    f\n");
	assert_edit("- b\n", 1, "e\nf", "- |-\n  e\n  f\n");
	assert_edit("a: b # c\n", 2, "e\nf", "a: \"e\\nf\" # c\n");
	assert_edit("a: [b]\n", 3, "e\nf", "a: [\"e\\nf\"]\n");
	assert_edit("a: b", 2, "e\nf\n", "a: |\n  e\n  f\n");
	assert_edit("a: b", 2, "e\nf", "a: |-\n  e\n  f");
}

static void a_value_that_was_not_there_gets_the_blank_it_needs(void **state)
{
	(void)state;
	assert_edit("a:\nb: c\n", 2, "d", "a: d\nb: c\n");
	assert_edit("a:", 2, "d", "a: d");
	assert_edit("a: # b\n", 2, "d", "a: d # b\n");
	assert_edit("a:\n  -\n  - b\n", 3, "d", "a:\n  - d\n  - b\n");
	assert_edit("{a: , b}\n", 2, "d", "{a: d , b}\n");
	assert_edit("{a: , b}\n", 4, "d", "{a: , b: d}\n");
	assert_edit("{a: 1, b  , c: 2}\n", 4, "d", "{a: 1, b: d  , c: 2}\n");
	assert_edit("a: ~\n", 2, "d", "a: d\n");
	assert_edit("---\n", 0, "d", "--- d\n");
	assert_edit("--- # b", 0, "d", "--- d # b");
}

static void inside_brackets_commas_and_brackets_need_quotes(void **state)
{
	(void)state;
	assert_edit("a: [b, c]\n", 3, "d", "a: [d, c]\n");
	assert_edit("a: [b, c]\n", 3, "d, e", "a: [\"d, e\", c]\n");
	assert_edit("a: [b, c]\n", 4, "d]", "a: [b, \"d]\"]\n");
	assert_edit("a: {b: c}\n", 4, "{d}", "a: {b: \"{d}\"}\n");
	assert_edit("a: [b]\n", 3, "http://c.cz/?d", "a: [\"http://c.cz/?d\"]\n");
	assert_edit("a: b\n", 2, "c, d [e]", "a: c, d [e]\n");
}

static void line_ends_and_byte_order_mark_stay(void **state)
{
	(void)state;
	assert_edit("\xEF\xBB\xBF" "a: b\r\nc: d\r\n", 2, "e", "\xEF\xBB\xBF" "a: e\r\nc: d\r\n");
	assert_edit("a: b\r\nc: d\r\n", 2, "e\nf\n", "a: |\r\n  e\r\n  f\r\nc: d\r\n");
	assert_edit("\xEF\xBB\xBF" "a: |\r\n  b\r\nc: d", 2, "e\n\nf\n", "\xEF\xBB\xBF" "a: |\r\n  e\r\n\r\n  f\r\nc: d");
	assert_edit("a: |\r\n  b\r\n", 2, "e", "a: |-\r\n  e\r\n");
	assert_edit("a: |-\r\n  b", 2, "e\nf", "a: |-\r\n  e\r\n  f");
}

static void the_same_value_gives_the_same_bytes(void **state)
{
	(void)state;
	static const char *const texts[] = {"a: b # c\n", "a: 'b'\n", "a: \"\\x62\"\n", "a: |\n  b\n\n", "a: >+\n  b\n  c\n\n",
		"a: b\n   c\r\n", "a: [b ,c]\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading reading = reading_text(texts[i]);
		uint32_t last = reading.document.count - 1;
		struct kpss_str text = node_text(&reading.document.root[last]), edited;
		const struct edit edit = {.document = &reading.document, .value = &reading.document.root[last], .text = text};
		assert_true(edit_value(&edited, reading.reader, &edit, reading.arena, &reading.findings));
		assert_ptr_equal(edited.ptr, reading.source->bytes.ptr);
		assert_int_equal(edited.len, reading.source->bytes.len);
		reading_clear(&reading);
	}
}

static void refuses_text_that_no_plan_may_hold(void **state)
{
	(void)state;
	assert_unsafe("x: 1\na: b # c\n", 4, "\x1B[31m", SCALAR_TEXT, "b");
	assert_unsafe("a: 'b'\n", 2, "c\rd", SCALAR_TEXT, "'b'");
	assert_unsafe("a: b\n", 2, "c\xE2\x80\xA8", SCALAR_TEXT, "b");
	assert_unsafe("a: b\n", 2, "\xE1", SCALAR_TEXT, "b");
	assert_unsafe("a:\n", 2, "\xE2\x80\xAE", SCALAR_TEXT, "");
}

static void refuses_text_that_does_not_read_as_the_type(void **state)
{
	(void)state;
	assert_unsafe("a: 1\n", 2, "dva", SCALAR_INTEGER, "1");
	assert_unsafe("a: 1\n", 2, "1.5", SCALAR_INTEGER, "1");
	assert_unsafe("a: 1\n", 2, "1 # 2", SCALAR_INTEGER, "1");
	assert_unsafe("a: true\n", 2, "ano", SCALAR_BOOLEAN, "true");
	assert_unsafe("a: 1\n", 2, "2\nb: 3", SCALAR_INTEGER, "1");
	assert_unsafe("[a, b]\n", 1, "", SCALAR_NULL, "a");
}

/* Each text in each setting is read back, and setting the old one back gives the old bytes. */
static void nasty_texts_are_read_back_wherever_they_are_put(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint32_t node;
	} settings[] = {{"a: b # c\nd: e\n", 2}, {"a: 'b'\nd: e\n", 2}, {"a: \"b\"\r\nd: e\r\n", 2}, {"a: |\n  b\n  c\n\nd: e\n", 2},
		{"a: >-\n  b\n", 2}, {"a:\nd: e\n", 2}, {"- b\n-\n- c\n", 1}, {"a:\n- b\n", 3}, {"a: [b, {c: d}]\n", 6}, {"a: [b,\n  c]\n", 3},
		{"b\n", 0}, {"--- |\n b\n", 0}, {"- - - b\n", 3}, {"a:\n  b\n\n", 2}, {"- a: |2+\n    b\n\n\n# c\n", 3}, {"a: b", 2},
		{"\xEF\xBB\xBF" "a: b\n", 2}, {"a: b\n  c\n\n  d\ne: f\n", 2}, {"a: \"b\n  c\"\n", 2}, {"{\"a\":\"b\"}", 2}};
	for (size_t s = 0; s < sizeof settings / sizeof *settings; s++)
		for (size_t n = 0; n < NASTY_COUNT; n++) {
			struct reading reading = reading_text(settings[s].text);
			struct kpss_str edited;
			if (!edit_number(&edited, &reading, settings[s].node, nasty_texts[n], SCALAR_TEXT))
				fail_msg("text %zu is not safe in setting %zu", n, s);
			struct reading after = reading_bytes(edited);
			assert_true(after.good);
			assert_text(node_text(&after.document.root[settings[s].node]), nasty_texts[n]);
			assert_int_equal(node_scalar_type(&after.document.root[settings[s].node]), SCALAR_TEXT);
			reading_clear(&after);
			reading_clear(&reading);
		}
}

static void setting_a_plain_value_back_restores_the_file(void **state)
{
	(void)state;
	const char *text = "a: b # c\nd: 'e'\nf: \"g\"\nh: |\n  i\n  j\n\nk: [l, m]\n";
	static const uint32_t nodes[] = {2, 4, 6, 11, 12};
	for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
		struct reading before = reading_text(text);
		assert_true(before.good);
		struct kpss_str edited, restored;
		assert_true(edit_number(&edited, &before, nodes[i], "x y", SCALAR_TEXT));
		struct reading after = reading_bytes(edited);
		const struct edit back = {.document = &after.document, .value = &after.document.root[nodes[i]],
			.text = node_text(&before.document.root[nodes[i]])};
		assert_true(edit_value(&restored, after.reader, &back, after.arena, &after.findings));
		assert_text(restored, text);
		reading_clear(&after);
		reading_clear(&before);
	}
}

static void knows_what_readers_of_yaml_1_1_misread(void **state)
{
	(void)state;
	static const char *const ambiguous[] = {"y", "Yes", "OFF", "~", "null", "012", "0o7", "0x1F", "1_000", "+5", "1e3", ".5", ".inf",
		"12:30:00", "190:20:30", "0b101", "2026-01-02 10:00", "2001-12-14t21:59:43.10-05:00", "-.inf"};
	for (size_t i = 0; i < sizeof ambiguous / sizeof *ambiguous; i++)
		assert_true(plain_is_ambiguous(kpss_str(ambiguous[i])));
	static const char *const clear[] = {"ano", "ne", "a1", "5 let", "2026-01-02", "č. p. 5", "-", ".", "...", "yesterday", ""};
	for (size_t i = 0; i < sizeof clear / sizeof *clear; i++)
		assert_false(plain_is_ambiguous(kpss_str(clear[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays_plain_where_that_is_safe),
		cmocka_unit_test(plain_text_gets_quotes_where_it_needs_them),
		cmocka_unit_test(what_other_readers_take_for_something_else_gets_quotes),
		cmocka_unit_test(the_same_text_in_quotes_is_another_value_than_a_number),
		cmocka_unit_test(numbers_truth_values_and_nothing_are_written_as_they_are),
		cmocka_unit_test(quoted_text_keeps_its_quotes),
		cmocka_unit_test(a_block_keeps_its_indentation_chomping_and_comment),
		cmocka_unit_test(several_lines_stand_behind_a_mark_where_the_text_was_plain),
		cmocka_unit_test(a_value_that_was_not_there_gets_the_blank_it_needs),
		cmocka_unit_test(inside_brackets_commas_and_brackets_need_quotes),
		cmocka_unit_test(line_ends_and_byte_order_mark_stay),
		cmocka_unit_test(the_same_value_gives_the_same_bytes),
		cmocka_unit_test(refuses_text_that_no_plan_may_hold),
		cmocka_unit_test(refuses_text_that_does_not_read_as_the_type),
		cmocka_unit_test(nasty_texts_are_read_back_wherever_they_are_put),
		cmocka_unit_test(setting_a_plain_value_back_restores_the_file),
		cmocka_unit_test(knows_what_readers_of_yaml_1_1_misread),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
