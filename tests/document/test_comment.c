#include "document/comment.h"

#include <stdio.h>

#include "reading.h"

/* All comments of a text: “line: what they say = what they speak about”, the latter without its line end. */
static void assert_comments(const char *text, const char *expected)
{
	struct reading reading = reading_text(text);
	struct comment comment = {0};
	char found[1000] = "";
	size_t length = 0;
	assert_true(reading.good);
	while (comment_find(&reading.document, comment.end, &comment)) {
		struct kpss_span reach = comment_reach(&reading.document, &comment);
		assert_true(reach.begin <= reach.end);
		uint32_t end = reach.end > reading.source->bytes.len ? (uint32_t)reading.source->bytes.len : reach.end;
		while (end > reach.begin && strchr("\r\n ", reading.bytes[end - 1]))
			end--;
		length += (size_t)snprintf(found + length, sizeof found - length, "%u: %.*s = %.*s\n",
			source_locate(reading.source, comment.begin).line, (int)comment.text.len, comment.text.ptr,
			(int)(end - reach.begin), reading.bytes + reach.begin);
	}
	assert_string_equal(found, expected);
	reading_clear(&reading);
}

static void finds_none_where_there_are_none(void **state)
{
	(void)state;
	assert_comments("a: 1 # remark\n# remark\nb: '#'\n", "");
	assert_comments("", "");
	assert_comments("#", "");
	assert_comments("a: 1 #kpss", "");
	assert_comments("a: 1 # see kpss: x\n", "");
}

static void reads_what_is_said(void **state)
{
	(void)state;
	assert_comments("a: 1 #kpss:x\n", "1: x = a: 1\n");
	assert_comments("a: 1 # \t kpss: \t x  y \t\n", "1: x  y = a: 1\n");
	assert_comments("a: 1 # kpss:", "1:  = a: 1\n");
	assert_comments("a: 1 # kpss: x\r\nb: 1 # kpss: y\r\n", "1: x = a: 1\n2: y = b: 1\n");
	assert_comments("a: 1 # kpss: x # kpss: y\n", "1: x # kpss: y = a: 1\n");
}

static void finds_none_inside_texts(void **state)
{
	(void)state;
	assert_comments("a: 'one # kpss: x'\n", "");
	assert_comments("a: \"one\n  # kpss: x\n  two\"\n", "");
	assert_comments("a: |\n  # kpss: x\n  two\n", "");
	assert_comments("a: >-\n  one\n  # kpss: x\n", "");
}

static void finds_them_around_texts(void **state)
{
	(void)state;
	assert_comments("a: | # kpss: x\n  one\n", "1: x = a: |\n");
	assert_comments("a: |\n  one\n# kpss: x\nb: 1\n", "3: x = b: 1\n");
	assert_comments("a: 'one' # kpss: x\n", "1: x = a: 'one'\n");
	assert_comments("a: # kpss: x\n  - 1\n", "1: x = a:\n");
	assert_comments("a: [ # kpss: x\n  1]\n", "1: x = a: [\n");
}

static void speaks_about_what_follows(void **state)
{
	(void)state;
	assert_comments("a: 1\n# kpss: x\nb: 2\nc: 3\n", "2: x = b: 2\n");
	assert_comments("a: 1\n# kpss: x\n\n# remark\nb:\n  c: 3\n  d: 4\ne: 5\n", "2: x = b:\n  c: 3\n  d: 4\n");
	assert_comments("a:\n  # kpss: x\n  b: 1\n  c: 2\n", "2: x =   b: 1\n");
	assert_comments("a:\n  # kpss: x\n  - b: 1\n    c: 2\n  - d: 3\n", "2: x =   - b: 1\n    c: 2\n");
	assert_comments("a:\n  - b: 1\n  # kpss: x\n  - d: 3\n    e: 4\n  - f: 5\n", "3: x =   - d: 3\n    e: 4\n");
	assert_comments("a:\n  - 1\n  # kpss: x\n  - 2\n  - 3\n", "3: x =   - 2\n");
	assert_comments("a:\n# kpss: x\n- b: 1\n- c: 2\n", "2: x = - b: 1\n");
}

static void speaks_about_the_top_of_the_file_too(void **state)
{
	(void)state;
	assert_comments("# kpss: x\na:\n  - 1\nb: 2\n", "1: x = # kpss: x\na:\n  - 1\n");
	assert_comments("\xEF\xBB\xBF# kpss: x\na: 1\nb: 2\n", "1: x = \xEF\xBB\xBF# kpss: x\na: 1\n");
}

static void speaks_about_nothing_at_the_end(void **state)
{
	(void)state;
	assert_comments("a: 1\n# kpss: x\n", "2: x = \n");
	assert_comments("# kpss: x", "1: x = \n");
}

static void says_the_same_of_what_libyaml_reads(void **state)
{
	(void)state;
	/* The folded text makes the fast reader leave the file to libyaml. */
	assert_comments("z: 'a\n  b'\na:\n  # kpss: x\n  - b: 1\n    c: 2\n  - d: 3\n", "4: x =   - b: 1\n    c: 2\n");
	assert_comments("a:\n  - {b: 1, c: [1,\n    2]} # kpss: x\n# kpss: y\nd: {e: 1,\n  f: 2}\n",
		"3: x =     2]}\n4: y = d: {e: 1,\n  f: 2}\n");
}

static void is_not_tired_by_one_long_line(void **state)
{
	(void)state;
	enum { TIMES = 200000 };
	static const char part[] = " # kpss: x";
	char *text = malloc(TIMES * sizeof part + 10);
	assert_non_null(text);
	size_t length = (size_t)sprintf(text, "a: '");
	for (int i = 0; i < TIMES; i++, length += sizeof part - 1)
		memcpy(text + length, part, sizeof part - 1);
	memcpy(text + length, "'\n", 3);
	assert_comments(text, "");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_none_where_there_are_none),
		cmocka_unit_test(reads_what_is_said),
		cmocka_unit_test(finds_none_inside_texts),
		cmocka_unit_test(finds_them_around_texts),
		cmocka_unit_test(speaks_about_what_follows),
		cmocka_unit_test(speaks_about_the_top_of_the_file_too),
		cmocka_unit_test(speaks_about_nothing_at_the_end),
		cmocka_unit_test(says_the_same_of_what_libyaml_reads),
		cmocka_unit_test(is_not_tired_by_one_long_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
