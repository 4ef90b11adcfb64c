#include "base/buf.h"

#include <string.h>

#include "test.h"

static void is_empty_at_first(void **state)
{
	(void)state;
	struct buf buf = {0};
	assert_int_equal(buf_str(&buf).len, 0);
	assert_non_null(buf_str(&buf).ptr);
	buf_clear(&buf);
}

static void joins_what_is_added(void **state)
{
	(void)state;
	struct buf buf = {0};

	buf_add_text(&buf, "ab");
	buf_add_char(&buf, 'c');
	buf_add_repeated(&buf, '-', 3);
	buf_addf(&buf, "%d%s", 12, "x");
	buf_add(&buf, (struct kpss_str){.ptr = "yz!", .len = 2});

	assert_true(kpss_str_is(buf_str(&buf), "abc---12xyz"));
	buf_clear(&buf);
}

static void adds_nothing_for_nothing(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add(&buf, (struct kpss_str){0});
	buf_add_repeated(&buf, 'x', 0);
	buf_addf(&buf, "%s", "");
	assert_int_equal(buf.len, 0);
	buf_clear(&buf);
}

static void grows_beyond_any_first_size(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (int i = 0; i < 10000; i++)
		buf_add_text(&buf, "0123456789");
	assert_int_equal(buf.len, 100000);
	assert_memory_equal(buf.ptr + 99990, "0123456789", 10);
	buf_clear(&buf);
}

static void says_when_it_could_not_be_written(void **state)
{
	(void)state;
	struct buf buf = {0};
	FILE *full = fopen("/dev/full", "w");
	assert_non_null(full);
	setvbuf(full, NULL, _IONBF, 0);

	assert_true(buf_write(&buf, full));
	buf_add_text(&buf, "x");
	assert_false(buf_write(&buf, full));

	fclose(full);
	buf_clear(&buf);
}

static void is_empty_again_after_clearing(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add_text(&buf, "x");
	buf_clear(&buf);
	assert_int_equal(buf.len, 0);
	assert_null(buf.ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_empty_at_first),
		cmocka_unit_test(joins_what_is_added),
		cmocka_unit_test(adds_nothing_for_nothing),
		cmocka_unit_test(grows_beyond_any_first_size),
		cmocka_unit_test(says_when_it_could_not_be_written),
		cmocka_unit_test(is_empty_again_after_clearing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
