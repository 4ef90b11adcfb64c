#include "document/part.h"

#include <stdio.h>

#include "reading.h"

/* The first value of a text; `word` in what it says is written in the file as `expected`. */
static void assert_part(const char *text, const char *word, const char *expected)
{
	struct reading reading = reading_text(text);
	assert_true(reading.good);
	const struct node *value = reading.document.root + 2;
	const char *found = memmem(value->text, value->length, word, strlen(word));
	assert_non_null(found);
	size_t begin = (size_t)(found - value->text);
	struct kpss_span part = node_part(&reading.document, value, begin, begin + strlen(word));
	struct place place = source_locate(reading.source, part.begin);
	char written[200];
	snprintf(written, sizeof written, "%u:%u %.*s", place.line, place.column,
		(int)(part.end - part.begin), reading.bytes + part.begin);
	assert_string_equal(written, expected);
	reading_clear(&reading);
}

static void finds_it_where_the_file_says_it_as_it_stands(void **state)
{
	(void)state;
	assert_part("a: SELECT x FROM y\n", "FROM", "1:13 FROM");
	assert_part("a: 'SELECT x FROM y'\n", "FROM", "1:14 FROM");
	assert_part("a: \"SELECT x FROM y\"\n", "y", "1:19 y");
}

static void finds_it_in_a_block(void **state)
{
	(void)state;
	assert_part("a: |\n  SELECT x\n    FROM y\n", "FROM", "3:5 FROM");
	assert_part("a: |-  # SELECT FROM\n    SELECT x\n\n    FROM y", "FROM y", "4:5 FROM y");
	assert_part("a: |\r\n  SELECT č\r\n  FROM y\r\n", "FROM", "3:3 FROM");
	assert_part("a: >\n  SELECT x\n  FROM y\n", "FROM", "3:3 FROM");
	assert_part("a: |\n  SELECT x\n  FROM y\n", "x\nFROM", "2:10 x\n  FROM");
	assert_part("a: |\n  SELECT x;\n  FROM y\n", "\nFROM y\n", "3:3 FROM y");
}

static void finds_it_in_a_plain_text_of_several_lines(void **state)
{
	(void)state;
	assert_part("a: SELECT x\n  FROM y\n    WHERE z\nb: 1\n", "WHERE", "3:5 WHERE");
}

static void names_the_whole_where_it_is_written_otherwise(void **state)
{
	(void)state;
	assert_part("a: 'it''s FROM'\n", "FROM", "1:4 'it''s FROM'");
	assert_part("a: \"x\\tFROM\"\n", "FROM", "1:4 \"x\\tFROM\"");
	assert_part("a: FROM\n", "", "1:4 FROM");
}

static void names_the_whole_where_there_is_no_such_piece(void **state)
{
	(void)state;
	struct reading reading = reading_text("a: |\n  xy\n");
	const struct node *value = reading.document.root + 2;
	struct kpss_span part = node_part(&reading.document, value, 2, 9);
	assert_int_equal(part.begin, value->begin);
	assert_int_equal(part.end, value->end);
	reading_clear(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_it_where_the_file_says_it_as_it_stands),
		cmocka_unit_test(finds_it_in_a_block),
		cmocka_unit_test(finds_it_in_a_plain_text_of_several_lines),
		cmocka_unit_test(names_the_whole_where_it_is_written_otherwise),
		cmocka_unit_test(names_the_whole_where_there_is_no_such_piece),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
