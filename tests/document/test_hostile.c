/* Files made to tire the program: each is answered, most of them at the first thing that plans do not use. */
#include "reading.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"

enum { MIB = 1 << 20 };

/* What the process held at its peak, in bytes. */
static size_t peak(void)
{
	struct rusage usage;
	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	return (size_t)usage.ru_maxrss * 1024;
}

static void add_repeated(struct buf *buf, const char *text, size_t count)
{
	buf_reserve(buf, strlen(text) * count);
	for (size_t i = 0; i < count; i++)
		buf_add_text(buf, text);
}

static void assert_refused_bytes(struct buf *buf, const char *code, uint32_t line, uint32_t column)
{
	struct reading reading = reading_bytes(buf_str(buf));
	assert_false(reading.good);
	assert_int_equal(reading.findings.count, 1);
	assert_string_equal(reading.findings.items[0].kind->code, code);
	struct place place = source_locate(reading.source, reading.findings.items[0].where.begin);
	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
	reading_clear(&reading);
	buf_clear(buf);
}

static void answers_a_hundred_thousand_open_brackets(void **state)
{
	(void)state;
	struct buf buf = {0};
	add_repeated(&buf, "[", 200000);
	assert_refused_bytes(&buf, "limit-nesting", 1, DOCUMENT_NESTING_MOST + 1);
	add_repeated(&buf, "{a: ", 100000);
	assert_refused_bytes(&buf, "limit-nesting", 1, 4 * DOCUMENT_NESTING_MOST + 1);
	add_repeated(&buf, "[\n", 100000);
	assert_refused_bytes(&buf, "limit-nesting", DOCUMENT_NESTING_MOST + 1, 1);
}

static void answers_a_hundred_thousand_dashes_and_question_marks(void **state)
{
	(void)state;
	struct buf buf = {0};
	add_repeated(&buf, "- ", 100000);
	assert_refused_bytes(&buf, "limit-nesting", 1, 2 * DOCUMENT_NESTING_MOST + 1);
	add_repeated(&buf, "? ", 100000);
	assert_refused_bytes(&buf, "yaml-feature", 1, 3);
}

static void answers_bombs_of_aliases_and_merge_keys(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add_text(&buf, "a: &a [x, x, x, x, x, x, x, x, x]\n");
	for (char c = 'b'; c <= 'i'; c++)
		buf_addf(&buf, "%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c - 1, c - 1, c - 1, c - 1,
			c - 1, c - 1, c - 1, c - 1, c - 1);
	assert_refused_bytes(&buf, "yaml-feature", 1, 4);
	buf_add_text(&buf, "a: {b: 1}\nc:\n  <<: [{}, {}]\n");
	assert_refused_bytes(&buf, "yaml-feature", 3, 3);
	buf_add_text(&buf, "a: &x {self: *x}\n");
	assert_refused_bytes(&buf, "yaml-feature", 1, 4);
}

static void answers_fifty_thousand_anchors(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (int i = 0; i < 50000; i++)
		buf_addf(&buf, "- &a%d x\n", i);
	assert_refused_bytes(&buf, "yaml-feature", 1, 3);
}

/* Sanitizers and valgrind take memory of their own. */
static bool memory_is_our_own(void)
{
#if defined(__SANITIZE_ADDRESS__)
	return false;
#else
	const char *preloaded = getenv("LD_PRELOAD");
	return !preloaded || !strstr(preloaded, "vgpreload");
#endif
}

enum { ACCEPTED, REFUSED, TOO_LARGE };

/* Accepted, in memory that is a small multiple of the file: measured in a process of its own, because a peak stays. */
static void assert_accepted_in(struct buf *buf, size_t times)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		size_t before = peak();
		struct reading reading = reading_bytes(buf_str(buf));
		bool small = !memory_is_our_own() || peak() - before <= times * buf->len + 4 * MIB;
		bool good = reading.good && reading.findings.count == 0;
		_exit(!good ? REFUSED : small ? ACCEPTED : TOO_LARGE);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), ACCEPTED);
	buf_clear(buf);
}

static void accepts_a_scalar_as_long_as_a_file_may_be(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add_text(&buf, "a: ");
	add_repeated(&buf, "příliš ", 2 * MIB - 16);
	buf_add_text(&buf, ".\n");
	assert_accepted_in(&buf, 8);
	buf_add_text(&buf, "a: \"\\t");
	add_repeated(&buf, "x", 16 * MIB - 64);
	buf_add_text(&buf, "\"\n");
	assert_accepted_in(&buf, 8);
}

static void accepts_a_block_of_a_million_lines(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add_text(&buf, "a: |\n");
	add_repeated(&buf, "  b\n", MIB);
	add_repeated(&buf, "    \n", MIB);
	assert_accepted_in(&buf, 8);
}

static void accepts_a_million_comments_and_blank_lines(void **state)
{
	(void)state;
	struct buf buf = {0};
	add_repeated(&buf, "# a\n\n", MIB);
	buf_add_text(&buf, "b: |\n  c\n");
	add_repeated(&buf, "\n\n# d\n", MIB);
	assert_accepted_in(&buf, 8);
}

static void accepts_a_million_blank_lines_in_brackets(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add_text(&buf, "[a,");
	add_repeated(&buf, "\n # b\n\n", MIB);
	buf_add_text(&buf, "c]\n");
	assert_accepted_in(&buf, 8);
}

/* The smallest item costs two bytes and a node. */
static void takes_memory_in_proportion_to_the_nodes(void **state)
{
	(void)state;
	struct buf buf = {0};
	add_repeated(&buf, "-\n", DOCUMENT_NODES_MOST - 1);
	assert_accepted_in(&buf, 64);
	buf_add_text(&buf, "[a");
	add_repeated(&buf, ",a", DOCUMENT_NODES_MOST - 2);
	buf_add_text(&buf, "]\n");
	assert_accepted_in(&buf, 64);
}

static void refuses_one_value_too_many_in_a_file(void **state)
{
	(void)state;
	struct buf buf = {0};
	add_repeated(&buf, "- a\n", 8 * DOCUMENT_NODES_MOST);
	assert_refused_bytes(&buf, "limit-values", DOCUMENT_NODES_MOST, 3);
}

static void looks_at_a_long_tail_of_blanks_once(void **state)
{
	(void)state;
	struct buf buf = {0};
	add_repeated(&buf, "- |\n a\n", 100000);
	buf_add_repeated(&buf, ' ', MIB);
	struct reading reading = reading_bytes(buf_str(&buf));
	assert_false(reading.good);
	assert_string_equal(reading.findings.items[0].kind->code, "wrong-indentation");
	reading_clear(&reading);
	buf_clear(&buf);
	add_repeated(&buf, "- {a: , b: \"c\"}\n", 90000);
	assert_accepted_in(&buf, 64);
}

static void finds_the_end_of_what_is_never_closed(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add_text(&buf, "a: \"");
	add_repeated(&buf, "x\n ", MIB);
	assert_refused_bytes(&buf, "unclosed-quote", 1, 4);
	buf_add_text(&buf, "a: x");
	add_repeated(&buf, "\n  x", MIB);
	buf_add_text(&buf, "\n  Y y: z\n");
	assert_refused_bytes(&buf, "colon-in-text", MIB + 2, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_a_hundred_thousand_open_brackets),
		cmocka_unit_test(answers_a_hundred_thousand_dashes_and_question_marks),
		cmocka_unit_test(answers_bombs_of_aliases_and_merge_keys),
		cmocka_unit_test(answers_fifty_thousand_anchors),
		cmocka_unit_test(accepts_a_scalar_as_long_as_a_file_may_be),
		cmocka_unit_test(accepts_a_block_of_a_million_lines),
		cmocka_unit_test(accepts_a_million_comments_and_blank_lines),
		cmocka_unit_test(accepts_a_million_blank_lines_in_brackets),
		cmocka_unit_test(takes_memory_in_proportion_to_the_nodes),
		cmocka_unit_test(refuses_one_value_too_many_in_a_file),
		cmocka_unit_test(looks_at_a_long_tail_of_blanks_once),
		cmocka_unit_test(finds_the_end_of_what_is_never_closed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
