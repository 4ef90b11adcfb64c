#include "reading.h"

#include "document/compare.h"

static bool same(const char *before, const char *after, uint32_t changed, const char *text)
{
	struct reading a = reading_text(before), b = reading_text(after);
	assert_true(a.good && b.good);
	bool result = document_same_but(&a.document, &b.document, changed, kpss_str(text));
	reading_clear(&a);
	reading_clear(&b);
	return result;
}

static void one_changed_value_is_the_same_but_for_it(void **state)
{
	(void)state;
	assert_true(same("a: b\nc: [d, e]\n", "a: xyz\nc: [d, e]\n", 2, "xyz"));
	assert_true(same("a: b\nc: [d, e]\n", "a: b\nc: [d, 'x']\n", 6, "x"));
	assert_true(same("a:\nc: d\n", "a: b\nc: d\n", 2, "b"));
	assert_true(same("a: b\nc: d\n", "a: \nc: d\n", 2, ""));
	assert_true(same("a: b", "a: |\n  x\n", 2, "x\n"));
}

static void another_text_is_not_the_same(void **state)
{
	(void)state;
	assert_false(same("a: b\n", "a: xy\n", 2, "xyz"));
	assert_false(same("a: b\nc: d\n", "a: x\nc: e\n", 2, "x"));
	assert_false(same("a: b\nc: d\n", "a: x\ne: d\n", 2, "x"));
}

static void another_way_of_writing_elsewhere_is_not_the_same(void **state)
{
	(void)state;
	assert_false(same("a: b\nc: 'd'\n", "a: x\nc: \"d\"\n", 2, "x"));
	assert_false(same("a: b\nc: [d]\n", "a: x\nc:\n- d\n", 2, "x"));
}

static void other_nodes_are_not_the_same(void **state)
{
	(void)state;
	assert_false(same("a: b\n", "a: x\nc: d\n", 2, "x"));
	assert_false(same("a: [b, c]\n", "a: [x, [c]]\n", 3, "x"));
	assert_false(same("a: b\n", "a: [x]\n", 2, "x"));
	assert_false(same("a: b\nc: d\n", "a: x\nc: {}\n", 2, "x"));
}

static void what_has_moved_elsewhere_is_not_the_same(void **state)
{
	(void)state;
	assert_false(same("a: b\nc: d # e\n", "a: x\nc:  d #e\n", 2, "x"));
	assert_false(same("a: b\nc: 'd'  \n", "a: x\nc: 'd'\n", 2, "x"));
	assert_false(same(" a: b\n", "a: x \n", 2, "x"));
	assert_false(same("a: b\nc: [d ]\n", "a: x\nc: [d] \n", 2, "x"));
	assert_false(same("a: b\nc: [ d]\n", "a: x\nc:  [d]\n", 2, "x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_changed_value_is_the_same_but_for_it),
		cmocka_unit_test(another_text_is_not_the_same),
		cmocka_unit_test(another_way_of_writing_elsewhere_is_not_the_same),
		cmocka_unit_test(other_nodes_are_not_the_same),
		cmocka_unit_test(what_has_moved_elsewhere_is_not_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
