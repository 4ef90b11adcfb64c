#include "base/arena.h"

#include <stdint.h>

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

static void hands_out_memory_fit_for_any_type(void **state)
{
	for (size_t size = 0; size < 70; size++) {
		void *memory = arena_alloc(*state, size);
		assert_non_null(memory);
		assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
	}
}

static void keeps_what_was_handed_out_apart(void **state)
{
	enum { PIECES = 2000, SIZE = 100 };
	unsigned char *pieces[PIECES];
	for (int i = 0; i < PIECES; i++) {
		pieces[i] = arena_alloc(*state, SIZE);
		memset(pieces[i], i & 0xFF, SIZE);
	}
	for (int i = 0; i < PIECES; i++)
		for (int j = 0; j < SIZE; j++)
			assert_int_equal(pieces[i][j], i & 0xFF);
}

static void hands_out_large_pieces_too(void **state)
{
	size_t size = 20 * 1024 * 1024;
	unsigned char *piece = arena_alloc(*state, size);
	piece[0] = piece[size - 1] = 1;
	unsigned char *next = arena_alloc(*state, 8);
	next[0] = 2;
	assert_int_equal(piece[size - 1], 1);
}

static void clears_arrays(void **state)
{
	memset(arena_alloc(*state, 4096), 0xFF, 4096);
	arena_reset(*state);

	const unsigned char *items = arena_array(*state, 512, 8);

	for (size_t i = 0; i < 4096; i++)
		assert_int_equal(items[i], 0);
}

static void copies_text_and_ends_it(void **state)
{
	char text[] = "abc";
	struct kpss_str copy = arena_text(*state, (struct kpss_str){.ptr = text, .len = 2});
	text[0] = 'x';
	assert_int_equal(copy.len, 2);
	assert_string_equal(copy.ptr, "ab");
}

static void formats_text(void **state)
{
	struct kpss_str text = arena_format(*state, "%s-%d", "a", 12);
	assert_int_equal(text.len, 4);
	assert_string_equal(text.ptr, "a-12");
}

static void can_be_used_again_after_a_reset(void **state)
{
	for (int round = 0; round < 50; round++) {
		for (int i = 0; i < 100; i++)
			memset(arena_alloc(*state, 10000), round, 10000);
		arena_reset(*state);
	}
	assert_non_null(arena_alloc(*state, 1));
}

static void gives_back_what_came_after_a_mark(void **state)
{
	for (int before = 0; before < 3; before++) {
		char *kept = before ? memset(arena_alloc(*state, 5000), before, 5000) : NULL;
		struct arena_mark mark = arena_mark(*state);
		char *first = arena_alloc(*state, 16);
		for (int i = 0; i < 100; i++)
			memset(arena_alloc(*state, i % 10 == 0 ? 100000 : 10000), 9, 10000);
		arena_release(*state, mark);
		if (before)
			assert_ptr_equal(arena_alloc(*state, 16), first);
		for (int i = 0; kept && i < 5000; i++)
			assert_int_equal(kept[i], before);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			hands_out_memory_fit_for_any_type, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keeps_what_was_handed_out_apart, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hands_out_large_pieces_too, set_up, tear_down),
		cmocka_unit_test_setup_teardown(clears_arrays, set_up, tear_down),
		cmocka_unit_test_setup_teardown(copies_text_and_ends_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(formats_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			gives_back_what_came_after_a_mark, set_up, tear_down),
		cmocka_unit_test_setup_teardown(can_be_used_again_after_a_reset, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
