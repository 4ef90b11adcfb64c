#include "reading.h"

#include <stdio.h>

#include "base/buf.h"

/* The tree on one line: spans as they are written, with the value behind = where it differs. */
static void tree_add(struct buf *buf, const struct reading *reading, uint32_t index)
{
	const struct node *node = &reading->document.root[index];
	if (node->kind == NODE_SCALAR) {
		struct kpss_str bytes = written(reading, index), text = node_text(node);
		buf_addf(buf, "<%.*s>", (int)bytes.len, bytes.ptr);
		if (!kpss_str_equal(bytes, text))
			buf_addf(buf, "=%.*s", (int)text.len, text.ptr);
		return;
	}
	const char *brackets = node->kind == NODE_MAPPING ? "{}" : "[]";
	buf_add_char(buf, brackets[0]);
	for (uint32_t child = index + 1; child < index + node->size; child += reading->document.root[child].size) {
		buf_add_text(buf, child == index + 1 ? "" : " ");
		tree_add(buf, reading, child);
	}
	buf_add_char(buf, brackets[1]);
}

static void assert_tree(const char *text, const char *expected)
{
	struct reading reading = reading_text(text);
	assert_true(reading.good);
	struct buf buf = {0};
	if (reading.document.root) {
		tree_add(&buf, &reading, 0);
		assert_spans_nest(&reading, 0);
	}
	assert_text(buf_str(&buf), expected);
	buf_clear(&buf);
	reading_clear(&reading);
}

static void assert_written(const char *text, uint32_t node, const char *expected)
{
	struct reading reading = reading_text(text);
	assert_true(reading.good);
	assert_text(written(&reading, node), expected);
	reading_clear(&reading);
}

static void knows_where_scalars_of_every_style_are_written(void **state)
{
	(void)state;
	assert_tree("a: b c  # d\n", "{<a> <b c>}");
	assert_tree("a: 'b''c'\n", "{<a> <'b''c'>=b'c}");
	assert_tree("a: \"b\\tc\" # d\n", "{<a> <\"b\\tc\">=b\tc}");
	assert_tree("'a': \"b\"\n", "{<'a'>=a <\"b\">=b}");
	assert_tree("a: b\n  c\n\n  d\n", "{<a> <b\n  c\n\n  d>=b c\nd}");
	assert_tree("a: \"b\n  c\"\n", "{<a> <\"b\n  c\">=b c}");
	assert_tree("a: |\n  b\n  c\nd: e\n", "{<a> <|\n  b\n  c>=b\nc\n <d> <e>}");
	assert_tree("a: >-\n  b\n  c\nd: e\n", "{<a> <>-\n  b\n  c>=b c <d> <e>}");
}

static void a_block_ends_before_the_blank_lines_and_comments_behind_it(void **state)
{
	(void)state;
	assert_tree("a: |\n  b\n\n \n# c\nd: e\n", "{<a> <|\n  b>=b\n <d> <e>}");
	assert_tree("a: |+\n  b\n\n\n# c\nd: e\n", "{<a> <|+\n  b\n\n>=b\n\n\n <d> <e>}");
	assert_tree("a: |-\n  b", "{<a> <|-\n  b>=b}");
	assert_tree("a: | # c\n  b\n", "{<a> <| # c\n  b>=b\n}");
	assert_tree("a: |\n\n\nb: c\n", "{<a> <|>= <b> <c>}");
	assert_tree("a: | # c\n\nb: c\n", "{<a> <|>= <b> <c>}");
}

static void a_line_of_spaces_deeper_than_the_block_belongs_to_it(void **state)
{
	(void)state;
	assert_tree("a: |\n  b\n    \nc: d\n", "{<a> <|\n  b\n    >=b\n  \n <c> <d>}");
	assert_tree("a: |2\n   b\n   \nc: d\n", "{<a> <|2\n   b\n   >= b\n \n <c> <d>}");
	assert_tree("- a: |\n    b\n    \n  c: d\n", "[{<a> <|\n    b>=b\n <c> <d>}]");
}

static void line_ends_of_windows_belong_to_no_span(void **state)
{
	(void)state;
	assert_tree("a: b\r\nc: d\r\n", "{<a> <b> <c> <d>}");
	assert_tree("a: |\r\n  b\r\n  c\r\n\r\nd:\r\n", "{<a> <|\r\n  b\r\n  c>=b\nc\n <d> <>}");
	assert_tree("a: |\r\n\r\nd: e\r\n", "{<a> <|>= <d> <e>}");
	assert_tree("a: b\r\n  c\r\n", "{<a> <b\r\n  c>=b c}");
	assert_tree("a: [b,\r\n  c]\r\n", "{<a> [<b> <c>]}");
}

static void a_byte_order_mark_shifts_nothing_and_is_noted(void **state)
{
	(void)state;

	struct reading reading = reading_text("\xEF\xBB\xBF" "á: 'b'\nc:\n  - d\n");

	assert_true(reading.good);
	assert_int_equal(reading.findings.count, 1);
	assert_string_equal(reading.findings.items[0].kind->code, "byte-order-mark");
	assert_text(written(&reading, 0), "á: 'b'\nc:\n  - d");
	assert_text(written(&reading, 1), "á");
	assert_text(written(&reading, 2), "'b'");
	assert_text(written(&reading, 5), "d");
	reading_clear(&reading);
}

static void characters_of_several_bytes_are_counted_as_bytes(void **state)
{
	(void)state;
	assert_tree("příliš: žluťoučký # kůň\n\"ď\": 'ábel'\n", "{<příliš> <žluťoučký> <\"ď\">=ď <'ábel'>=ábel}");
	assert_tree("- 😀 a 👩‍👧 b\n- „c“\n- [č, \"ř\", 'ž']\n", "[<😀 a 👩‍👧 b> <„c“> [<č> <\"ř\">=ř <'ž'>=ž]]");
	assert_tree("a: \"\\u010d\\u00e1\"\n", "{<a> <\"\\u010d\\u00e1\">=čá}");
}

static void an_empty_value_stands_right_behind_its_colon_or_dash(void **state)
{
	(void)state;
	struct reading reading = reading_text("a:   # c\nb:\nc:\n  -  # d\n  -\n");
	assert_true(reading.good);
	assert_int_equal(reading.document.root[2].begin, 2);
	assert_int_equal(reading.document.root[2].end, 2);
	assert_int_equal(reading.document.root[4].begin, 11);
	assert_int_equal(reading.document.root[7].begin, 18);
	assert_int_equal(reading.document.root[8].begin, 27);
	assert_spans_nest(&reading, 0);
	reading_clear(&reading);
}

static void an_empty_value_in_brackets_stands_behind_its_colon_or_its_key(void **state)
{
	(void)state;
	struct reading reading = reading_text("{a: , b  , c : # d:\n }\n");
	assert_true(reading.good);
	assert_int_equal(reading.document.root[2].begin, 3);
	assert_int_equal(reading.document.root[4].begin, 7);
	assert_int_equal(reading.document.root[6].begin, 14);
	assert_spans_nest(&reading, 0);
	reading_clear(&reading);
}

static void an_empty_document_stands_behind_its_mark(void **state)
{
	(void)state;
	struct reading reading = reading_text("--- # nothing\n# at all\n");
	assert_true(reading.good);
	assert_int_equal(reading.document.root->begin, 3);
	assert_int_equal(reading.document.root->end, 3);
	reading_clear(&reading);
}

static void collections_end_where_their_last_item_does(void **state)
{
	(void)state;
	const char *text = "a:\n  - b: c\n    d: e # f\n\n  # g\nh: [i, {j: k}] # l\n\n";
	assert_written(text, 0, "a:\n  - b: c\n    d: e # f\n\n  # g\nh: [i, {j: k}]");
	assert_written(text, 2, "- b: c\n    d: e");
	assert_written(text, 3, "b: c\n    d: e");
	assert_written(text, 9, "[i, {j: k}]");
	assert_written(text, 11, "{j: k}");
	assert_written("[a: b , c]\n", 1, "a: b");
	assert_written("a: [\n  b, # c\n  ]\n", 2, "[\n  b, # c\n  ]");
}

static void a_list_may_stand_in_the_column_of_its_name(void **state)
{
	(void)state;
	assert_tree("a:\n- b\n- c: d\n  e: f\ng: h\n", "{<a> [<b> {<c> <d> <e> <f>}] <g> <h>}");
	assert_written("a:\n- b\n- c\n\ng: h\n", 2, "- b\n- c");
}

static void a_file_of_comments_has_no_tree(void **state)
{
	(void)state;
	assert_tree("", "");
	assert_tree("# a\n\n  # b\n", "");
	assert_tree("\xEF\xBB\xBF", "");
}

static void the_same_key_in_another_record_is_no_second_use(void **state)
{
	(void)state;
	assert_tree("- a: b\n- a: c\n  d: {a: e}\n", "[{<a> <b>} {<a> <c> <d> {<a> <e>}}]");
}

static void refuses_second_use_of_a_key_however_it_is_written(void **state)
{
	(void)state;
	assert_refused("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1, "a");
	assert_refused("a: 1\n'a': 3\n", "duplicate-key", 2, 1, "'a'");
	assert_refused("a: 1\n\"\\x61\": 3\n", "duplicate-key", 2, 1, "\"\\x61\"");
	assert_refused("{a: 1, a: 2}\n", "duplicate-key", 1, 8, "a");
	assert_refused("\xC3\xA1: 1\na\xCC\x81: 2\n", "duplicate-key", 2, 1, "a\xCC\x81");

	struct reading reading = reading_text("a: 1\nb: 2\na: 3\n");
	assert_int_equal(reading.findings.items[0].related.begin, 0);
	assert_int_equal(reading.findings.items[0].related.end, 1);
	reading_clear(&reading);
}

static void refuses_what_plans_do_not_use(void **state)
{
	(void)state;
	assert_refused("a: &x 1\n", "yaml-feature", 1, 4, "&x 1");
	assert_refused("a: &x\n  b: 1\n", "yaml-feature", 1, 4, "&x");
	assert_refused("a: &x [1]\n", "yaml-feature", 1, 4, "&x [1]");
	assert_refused("a: &x {self: *x}\n", "yaml-feature", 1, 4, "&x {self: *x}");
	assert_refused("a: *x\n", "yaml-feature", 1, 4, "*x");
	assert_refused("a: !!str x\n", "yaml-feature", 1, 4, "!!str x");
	assert_refused("a: !x\n", "yaml-feature", 1, 4, "!x");
	assert_refused("<<: {a: 1}\n", "yaml-feature", 1, 1, "<<");
	assert_refused("%YAML 1.2\n---\na: 1\n", "yaml-feature", 1, 1, "%YAML 1.2");
	assert_refused("%TAG ! x:\n---\na: 1\n", "yaml-feature", 1, 1, "%TAG ! x:");
	assert_refused("%YAML 2.2\n---\na: 1\n", "yaml-feature", 1, 1, "%YAML 2.2");
	assert_refused("a: 1\n---\nb: 1\n", "yaml-feature", 2, 1, "---");
	assert_refused("---\n---\n", "yaml-feature", 2, 1, "---");
	assert_refused("a: 1\n...\nb: 1\n", "yaml-feature", 3, 1, "b: 1");
}

static void refuses_keys_that_are_not_one_word(void **state)
{
	(void)state;
	assert_refused("? a\n: b\n", "yaml-feature", 1, 3, "a");
	assert_refused("a: 1\n? b\n", "yaml-feature", 2, 3, "b");
	assert_refused("? |\n  a\n: b\n", "yaml-feature", 1, 3, "|\n  a");
	assert_refused("{a: b, ? c : d}\n", "yaml-feature", 1, 8, "?");
	assert_refused("[a]: b\n", "yaml-feature", 1, 1, "[");
	assert_refused("{[a]: b}\n", "yaml-feature", 1, 2, "[");
	assert_refused("{\"a\n  b\": c}\n", "yaml-feature", 1, 2, "\"a\n  b\"");
	assert_refused("'': b\n", "yaml-feature", 1, 1, "''");
	assert_refused("~: b\n", "yaml-feature", 1, 1, "~");
	assert_refused("null: b\n", "yaml-feature", 1, 1, "null");
	assert_refused(": b\n", "yaml-feature", 1, 1, ":");
	assert_refused("{: b}\n", "yaml-feature", 1, 2, ":");
}

static void refuses_invisible_characters_in_keys(void **state)
{
	(void)state;
	assert_refused("a\xC2\xA0" "b: 1\n", "non-breaking-space", 1, 2, "\xC2\xA0");
	assert_refused("a\xE2\x80\x8B" "b: 1\n", "forbidden-character", 1, 2, "\xE2\x80\x8B");
	assert_refused("x: 1\n\"a\\u200bb\": 1\n", "forbidden-character", 2, 1, "\"a\\u200bb\"");
	assert_refused("a\xC2\xAD: 1\n", "forbidden-character", 1, 2, "\xC2\xAD");
}

static void refuses_forbidden_characters_said_with_a_backslash(void **state)
{
	(void)state;
	assert_refused("a: \"b\\0c\"\n", "forbidden-character", 1, 6, "\\0");
	assert_refused("a: \"\\\\\\x1b\"\n", "forbidden-character", 1, 7, "\\x1b");
	assert_refused("a: \"\\u202E\"\n", "forbidden-character", 1, 5, "\\u202E");
	assert_refused("a: \"\\U0000202E\"\n", "forbidden-character", 1, 5, "\\U0000202E");
	assert_refused("a: \"x\\P\"\n", "forbidden-character", 1, 6, "\\P");
	assert_refused("a: \"x\\L\"\n", "forbidden-character", 1, 6, "\\L");
	assert_refused("a: \"x\\N\"\n", "forbidden-character", 1, 6, "\\N");
	assert_refused("a: \"x\\r\"\n", "forbidden-character", 1, 6, "\\r");
	assert_refused("\"a\\e\": x\n", "forbidden-character", 1, 3, "\\e");
	assert_tree("a: \"\\_\\t\\n\\/\\\\\\\"\\u010D\"\n", "{<a> <\"\\_\\t\\n\\/\\\\\\\"\\u010D\">=\xC2\xA0\t\n/\\\"č}");
}

static void refuses_what_only_libyaml_accepts(void **state)
{
	(void)state;
	assert_refused("a: \"b\"#c\n", "text-after-quote", 1, 7, "#");
	assert_refused("a: [b]#c\n", "text-after-quote", 1, 7, "#");
	assert_refused("[a,#b\n c]\n", "text-after-quote", 1, 4, "#");
	assert_refused("[#b\n c]\n", "text-after-quote", 1, 2, "#");
	assert_refused("a: >#b\n  c\n", "text-after-quote", 1, 5, "#");
	assert_refused("a: |-#b\n  c\n", "text-after-quote", 1, 6, "#");
	assert_refused("- [-, a]\n", "special-first-character", 1, 4, "-");
	assert_refused("a: [b,\nc]\n", "wrong-indentation", 2, 1, "c]");
	assert_refused("a: [\n  b\n]\n", "wrong-indentation", 3, 1, "]");
	assert_refused("- a: {\n  b: c }\n", "wrong-indentation", 2, 3, "b: c }");
	assert_refused("a: \"b\nc\"\n", "wrong-indentation", 2, 1, "c\"");
	assert_refused("a: 'b\n\tc'\n", "wrong-indentation", 2, 1, "\tc'");
	assert_refused("a: \"b\n#c\"\n", "wrong-indentation", 2, 1, "#c\"");
	assert_refused("a: [\"b\nc\"]\n", "wrong-indentation", 2, 1, "c\"]");
	assert_refused("a: |\n    \n  b\n", "wrong-indentation", 2, 1, "");
	assert_refused("a: |+\n  b\n ", "wrong-indentation", 3, 1, " ");
	assert_refused("a: |\n  b\n   ", "wrong-indentation", 3, 1, "   ");
}

static void accepts_what_looks_like_that_but_is_well_indented(void **state)
{
	(void)state;
	assert_tree("a: [b,\n c, # d\n# e\n\n  f]\n", "{<a> [<b> <c> <f>]}");
	assert_tree("[a,\nb]\n", "[<a> <b>]");
	assert_tree("a: \"b\n\n c\"\n", "{<a> <\"b\n\n c\">=b\nc}");
	assert_tree("a: |\n \n  \n  b\n", "{<a> <|\n \n  \n  b>=\n\nb\n}");
	assert_tree("a: |\n  b\n ", "{<a> <|\n  b>=b\n}");
	assert_tree("a: [\"b # c\", 'd ?']\n", "{<a> [<\"b # c\">=b # c <'d ?'>=d ?]}");
	assert_tree("a: [-1, --, -b]\n", "{<a> [<-1> <--> <-b>]}");
}

static void accepts_a_tab_behind_a_colon_and_before_a_comment(void **state)
{
	(void)state;
	assert_tree("a:\tb\t# c\n", "{<a> <b>}");
}

static char *repeated(const char *text, size_t count)
{
	size_t length = strlen(text);
	char *result = malloc(length * count + 1);
	assert_non_null(result);
	for (size_t i = 0; i < count; i++)
		memcpy(result + i * length, text, length);
	result[length * count] = 0;
	return result;
}

static void refuses_the_level_beyond_the_limit_and_not_the_one_before(void **state)
{
	(void)state;
	char *good = repeated("- ", DOCUMENT_NESTING_MOST), *bad = repeated("- ", DOCUMENT_NESTING_MOST + 1);
	struct reading reading = reading_text(good);
	assert_true(reading.good);
	reading_clear(&reading);
	assert_refused(bad, "limit-nesting", 1, 2 * DOCUMENT_NESTING_MOST + 1, "-");
	free(good);
	free(bad);
}

static void refuses_the_longest_key_but_one(void **state)
{
	(void)state;
	char *name = repeated("k", DOCUMENT_KEY_LENGTH_MOST + 1);
	char text[DOCUMENT_KEY_LENGTH_MOST + 8];
	snprintf(text, sizeof text, "%s: 1\n", name);
	assert_refused(text, "limit-key-length", 1, 1, name);
	struct reading reading = reading_text(text + 1);
	assert_true(reading.good);
	reading_clear(&reading);
	free(name);
}

static void refuses_one_key_too_many_in_a_record(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (int i = 0; i < DOCUMENT_KEYS_MOST; i++)
		buf_addf(&buf, "k%d: 1\n", i);
	struct reading reading = reading_bytes(buf_str(&buf));
	assert_true(reading.good);
	reading_clear(&reading);

	buf_add_text(&buf, "last: 1\n");
	reading = reading_bytes(buf_str(&buf));
	assert_false(reading.good);
	assert_string_equal(reading.findings.items[0].kind->code, "limit-keys");
	assert_int_equal(source_locate(reading.source, reading.findings.items[0].where.begin).line, DOCUMENT_KEYS_MOST + 1);
	reading_clear(&reading);
	buf_clear(&buf);
}

static void one_reader_reads_one_document_after_another(void **state)
{
	(void)state;
	struct reading reading = reading_text("a: [b\n");
	assert_false(reading.good);

	struct source *source = source_new(reading.arena, kpss_str("b.yaml"), kpss_str("- a: 1\n- a: 2\n"));
	struct document document;
	assert_true(document_parse(reading.reader, source, reading.arena, &reading.findings, &document));

	assert_int_equal(document.count, 7);
	assert_int_equal(reading.findings.count, 1);
	reading_clear(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_where_scalars_of_every_style_are_written),
		cmocka_unit_test(a_block_ends_before_the_blank_lines_and_comments_behind_it),
		cmocka_unit_test(a_line_of_spaces_deeper_than_the_block_belongs_to_it),
		cmocka_unit_test(line_ends_of_windows_belong_to_no_span),
		cmocka_unit_test(a_byte_order_mark_shifts_nothing_and_is_noted),
		cmocka_unit_test(characters_of_several_bytes_are_counted_as_bytes),
		cmocka_unit_test(an_empty_value_stands_right_behind_its_colon_or_dash),
		cmocka_unit_test(an_empty_value_in_brackets_stands_behind_its_colon_or_its_key),
		cmocka_unit_test(an_empty_document_stands_behind_its_mark),
		cmocka_unit_test(collections_end_where_their_last_item_does),
		cmocka_unit_test(a_list_may_stand_in_the_column_of_its_name),
		cmocka_unit_test(a_file_of_comments_has_no_tree),
		cmocka_unit_test(the_same_key_in_another_record_is_no_second_use),
		cmocka_unit_test(refuses_second_use_of_a_key_however_it_is_written),
		cmocka_unit_test(refuses_what_plans_do_not_use),
		cmocka_unit_test(refuses_keys_that_are_not_one_word),
		cmocka_unit_test(refuses_invisible_characters_in_keys),
		cmocka_unit_test(refuses_forbidden_characters_said_with_a_backslash),
		cmocka_unit_test(refuses_what_only_libyaml_accepts),
		cmocka_unit_test(accepts_what_looks_like_that_but_is_well_indented),
		cmocka_unit_test(accepts_a_tab_behind_a_colon_and_before_a_comment),
		cmocka_unit_test(refuses_the_level_beyond_the_limit_and_not_the_one_before),
		cmocka_unit_test(refuses_the_longest_key_but_one),
		cmocka_unit_test(refuses_one_key_too_many_in_a_record),
		cmocka_unit_test(one_reader_reads_one_document_after_another),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
