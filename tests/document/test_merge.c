#include "reading.h"

#include "document/merge.h"

struct sides {
	struct reading readings[3];
	struct arena *arena;
	struct merged merged;
	bool good;
};

/* All three are read by the reader of the first. */
static struct sides merge_texts(const char *base, const char *ours, const char *theirs)
{
	struct sides sides = {
		.readings = {reading_text(base), reading_text(ours), reading_text(theirs)},
		.arena = arena_new()};
	for (int i = 0; i < 3; i++)
		assert_true(sides.readings[i].good);
	const struct merge_wish wish = {
		.base = &sides.readings[0].document,
		.ours = &sides.readings[1].document,
		.theirs = &sides.readings[2].document,
		.reader = sides.readings[0].reader,
		.marker = MERGE_MARKER_USUAL,
	};
	sides.good = merge_documents(&sides.merged, &wish, sides.arena);
	return sides;
}

static void sides_clear(struct sides *sides)
{
	for (int i = 0; i < 3; i++)
		reading_clear(&sides->readings[i]);
	arena_free(sides->arena);
}

static void assert_merge(const char *base, const char *ours, const char *theirs, size_t conflicts,
	const char *merged)
{
	struct sides sides = merge_texts(base, ours, theirs);
	assert_true(sides.good);
	assert_text(sides.merged.bytes, merged);
	assert_int_equal(sides.merged.count, conflicts);
	assert_int_equal(sides.merged.twice.len, 0);
	sides_clear(&sides);
}

static void joins_different_fields_of_one_record(void **state)
{
	(void)state;
	assert_merge("a:\n  - id: x\n    b: 1\n    c: 2\n", "a:\n  - id: x\n    b: 9\n    c: 2\n",
		"a:\n  - id: x\n    b: 1\n    c: 8\n    d: 7\n", 0,
		"a:\n  - id: x\n    b: 9\n    c: 8\n    d: 7\n");
}

static void joins_neighbours_that_textual_merges_cannot(void **state)
{
	(void)state;
	assert_merge("- id: x\n  b: 1\n- id: y\n  b: 2\n", "- id: x\n  b: 9\n- id: y\n  b: 2\n",
		"- id: x\n  b: 1\n- id: y\n  b: 8\n", 0, "- id: x\n  b: 9\n- id: y\n  b: 8\n");
	assert_merge("- id: x\n", "- id: x\n- id: y\n", "- id: x\n- id: z\n", 0,
		"- id: x\n- id: y\n- id: z\n");
	assert_merge("a:\n  - id: x\n", "a:\n  - id: x\n    k:\n      - id: p\n",
		"a:\n  - id: x\n    k:\n      - id: q\n", 0,
		"a:\n  - id: x\n    k:\n      - id: p\n      - id: q\n");
	assert_merge("- id: x\n- id: y\n- id: z\n", "- id: x\n- id: z\n", "- id: x\n- id: y\n", 0,
		"- id: x\n");
}

static void marks_what_both_changed_and_loses_no_line(void **state)
{
	(void)state;
	assert_merge("- id: x\n  b: 1\n  c: 0\n", "- id: x\n  b: 2 # o\n  c: 0\n",
		"- id: x\n  b:\n    - t\n  c: 0\n", 1,
		"- id: x\n<<<<<<< ours\n  b: 2 # o\n=======\n  b:\n    - t\n>>>>>>> theirs\n  c: "
		"0\n");
	assert_merge("- id: x\n  b: 1\n- id: y\n", "- id: y\n", "- id: x\n  b: 2\n- id: y\n", 1,
		"<<<<<<< ours\n=======\n- id: x\n  b: 2\n>>>>>>> theirs\n- id: y\n");
	assert_merge("- id: x\n", "- id: x\n- id: y\n  b: 1\n", "- id: x\n- id: y\n  b: 2\n", 1,
		"- id: x\n<<<<<<< ours\n- id: y\n  b: 1\n=======\n- id: y\n  b: 2\n>>>>>>> "
		"theirs\n");
	assert_merge(
		"a: 1\n", "a: 2", "a: 3", 1, "<<<<<<< ours\na: 2\n=======\na: 3\n>>>>>>> theirs\n");
}

static void says_where_a_conflict_is(void **state)
{
	(void)state;
	struct sides sides = merge_texts(
		"a:\n- id: x\n  b: 1\n", "a:\n- id: x\n  b: 2\n", "a:\n- id: x\n  b: 3\n");
	assert_true(sides.good);
	assert_int_equal(sides.merged.count, 1);
	assert_text(sides.merged.conflicts[0].record, "x");
	assert_text(sides.merged.conflicts[0].field, "b");
	sides_clear(&sides);
}

static void keeps_comments_of_both_sides(void **state)
{
	(void)state;
	assert_merge("# h\n\n- id: x\n  b: 1\n\n- id: y # y\n  b: 2\n",
		"# h\n\n- id: x\n  # o\n  b: 1\n\n- id: y # y\n  b: 2\n# e\n",
		"# h\n\n- id: x\n  b: 1\n\n# t\n- id: y # y\n  b: 3 # u\n", 0,
		"# h\n\n- id: x\n  # o\n  b: 1\n\n# t\n- id: y # y\n  b: 3 # u\n# e\n");
	assert_merge("- id: x\n", "# o\n- id: x\n", "# t\n- id: x\n", 1,
		"<<<<<<< ours\n# o\n=======\n# t\n>>>>>>> theirs\n- id: x\n");
}

static void follows_the_side_that_moved_items(void **state)
{
	(void)state;
	assert_merge("- id: x\n  b: 1\n- id: y\n- id: z\n", "- id: x\n  b: 2\n- id: y\n- id: z\n",
		"- id: z\n- id: x\n  b: 1\n- id: y\n", 0, "- id: z\n- id: x\n  b: 2\n- id: y\n");
	/* Another field comes first, so the dash stands before it. */
	assert_merge("- id: x\n  b: 1\n", "- b: 1\n  id: x\n", "- id: x\n  b: 2\n", 0,
		"- b: 2\n  id: x\n");
}

static void tells_items_without_an_id_apart(void **state)
{
	(void)state;
	assert_merge("- o: a\n  f: 1\n- o: b\n  f: 1\n", "- o: a\n  f: 1\n  t: 2\n- o: b\n  f: 1\n",
		"- o: a\n  f: 1\n- o: b\n  f: 1\n  t: 3\n", 0,
		"- o: a\n  f: 1\n  t: 2\n- o: b\n  f: 1\n  t: 3\n");
	/* An earlier term of the same person is put in, the later one ends. */
	assert_merge("- o: a\n  f: 5\n", "- o: a\n  f: 1\n- o: a\n  f: 5\n",
		"- o: a\n  f: 5\n  t: 9\n", 0, "- o: a\n  f: 1\n- o: a\n  f: 5\n  t: 9\n");
	assert_merge("l:\n  - a\n  - b\n", "l:\n  - a\n  - b\n  - c\n", "l:\n  - b\n  - d\n", 0,
		"l:\n  - b\n  - c\n  - d\n");
}

static void does_not_join_what_both_put_in(void **state)
{
	(void)state;
	assert_merge("a: 1\n", "a: 1\nb:\n  c: 1\n", "a: 1\nb:\n  d: 1\n", 1,
		"a: 1\n<<<<<<< ours\nb:\n  c: 1\n=======\nb:\n  d: 1\n>>>>>>> theirs\n");
	assert_merge("l: [a]\n", "l: [a, b]\n", "l: [a, c]\n", 1,
		"<<<<<<< ours\nl: [a, b]\n=======\nl: [a, c]\n>>>>>>> theirs\n");
}

static void keeps_texts_of_several_lines(void **state)
{
	(void)state;
	assert_merge("- id: x\n  t: |\n    a\n\n    b\n  c: 1\n",
		"- id: x\n  t: |\n    a\n\n    # B\n  c: 1\n",
		"- id: x\n  t: |\n    a\n\n    b\n\n  c: 2\n", 0,
		"- id: x\n  t: |\n    a\n\n    # B\n\n  c: 2\n");
}

static void notices_what_stands_twice(void **state)
{
	(void)state;
	struct sides sides = merge_texts("a:\n- id: x\n- id: p\nb:\n- id: y\nc:\n- id: z\n",
		"a:\n- id: p\nb:\n- id: y\n- id: x\nc:\n- id: z\n",
		"a:\n- id: p\nb:\n- id: y\nc:\n- id: z\n- id: x\n");
	assert_true(sides.good);
	assert_text(sides.merged.twice, "x");
	sides_clear(&sides);
}

static void leaves_other_layouts_to_others(void **state)
{
	(void)state;
	struct sides sides = merge_texts("a: 1\n", "  a: 2\n", "a: 3\n");
	assert_false(sides.good);
	sides_clear(&sides);
	sides = merge_texts("a: 1\n", "# nothing\n", "a: 3\n");
	assert_false(sides.good);
	sides_clear(&sides);
}

static void merges_files_that_both_made(void **state)
{
	(void)state;
	assert_merge("", "a:\n- id: x\n", "a:\n- id: y\n", 0, "a:\n- id: x\n- id: y\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_different_fields_of_one_record),
		cmocka_unit_test(joins_neighbours_that_textual_merges_cannot),
		cmocka_unit_test(marks_what_both_changed_and_loses_no_line),
		cmocka_unit_test(says_where_a_conflict_is),
		cmocka_unit_test(keeps_comments_of_both_sides),
		cmocka_unit_test(follows_the_side_that_moved_items),
		cmocka_unit_test(tells_items_without_an_id_apart),
		cmocka_unit_test(does_not_join_what_both_put_in),
		cmocka_unit_test(keeps_texts_of_several_lines),
		cmocka_unit_test(notices_what_stands_twice),
		cmocka_unit_test(leaves_other_layouts_to_others),
		cmocka_unit_test(merges_files_that_both_made),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
