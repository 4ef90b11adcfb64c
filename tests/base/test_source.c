#include "base/source.h"

#include <stdlib.h>

#include "base/arena.h"
#include "test.h"

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static struct source *source_of(void **state, const char *text)
{
	return source_new(*state, kpss_str("a.yaml"), kpss_str(text));
}

static void assert_place(struct source *source, uint32_t offset, uint32_t line, uint32_t column)
{
	struct place place = source_locate(source, offset);
	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

static void counts_lines_and_columns_from_one(void **state)
{
	struct source *source = source_of(state, "ab\ncd\n");
	assert_place(source, 0, 1, 1);
	assert_place(source, 1, 1, 2);
	assert_place(source, 2, 1, 3);
	assert_place(source, 3, 2, 1);
	assert_place(source, 5, 2, 3);
}

static void finds_the_end_of_the_file(void **state)
{
	assert_place(source_of(state, "ab\n"), 3, 2, 1);
	assert_place(source_of(state, "ab"), 2, 1, 3);
	assert_place(source_of(state, ""), 0, 1, 1);
}

static void counts_characters_and_not_bytes(void **state)
{
	assert_place(source_of(state, "kůň: x"), (uint32_t)strlen("kůň: "), 1, 6);
}

static void does_not_count_a_byte_order_mark(void **state)
{
	struct source *source = source_of(state, "\xEF\xBB\xBF"
						 "ab\nc");
	assert_place(source, 3, 1, 1);
	assert_place(source, 4, 1, 2);
	assert_place(source, 0, 1, 1);
	assert_true(kpss_str_is(source_line(source, 1), "ab"));
}

static void gives_lines_without_their_ends(void **state)
{
	struct source *source = source_of(state, "ab\r\n\ncd");
	assert_true(kpss_str_is(source_line(source, 1), "ab"));
	assert_true(kpss_str_is(source_line(source, 2), ""));
	assert_true(kpss_str_is(source_line(source, 3), "cd"));
}

static void gives_no_text_where_no_line_is(void **state)
{
	struct source *source = source_of(state, "ab");
	assert_int_equal(source_line(source, 0).len, 0);
	assert_int_equal(source_line(source, 2).len, 0);
}

/* A file of one line, with a place at every byte, takes no time that grows with its square. */
static void counts_columns_of_a_very_long_line(void **state)
{
	enum { LETTERS = 1000000, STEP = 2 };
	char *text = malloc(2 + LETTERS * STEP + 1);
	assert_non_null(text);
	memcpy(text, "a\n", 2);
	for (size_t i = 0; i < LETTERS; i++)
		memcpy(text + 2 + i * STEP, "é", STEP);
	text[2 + LETTERS * STEP] = '\0';
	struct source *source = source_of(state, text);

	for (uint32_t i = 0; i <= LETTERS; i += 7)
		assert_place(source, 2 + i * STEP, 2, i + 1);
	assert_place(source, 2 + LETTERS * STEP, 2, LETTERS + 1);
	assert_place(source, 1, 1, 2);

	free(text);
}

static void counts_characters_of_text(void **state)
{
	(void)state;
	assert_int_equal(text_characters(kpss_str("příliš")), 6);
	assert_int_equal(text_characters(kpss_str("")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_lines_and_columns_from_one),
		cmocka_unit_test(finds_the_end_of_the_file),
		cmocka_unit_test(counts_characters_and_not_bytes),
		cmocka_unit_test(does_not_count_a_byte_order_mark),
		cmocka_unit_test(gives_lines_without_their_ends),
		cmocka_unit_test(gives_no_text_where_no_line_is),
		cmocka_unit_test(counts_columns_of_a_very_long_line),
		cmocka_unit_test(counts_characters_of_text),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
