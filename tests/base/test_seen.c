#include "base/seen.h"

#include "test.h"

static void knows_what_it_has_met(void **state)
{
	(void)state;
	struct seen seen = {0};

	assert_false(seen_has(&seen, 7));
	for (uint64_t i = 1; i < 10000; i++)
		assert_true(seen_add(&seen, i));
	for (uint64_t i = 1; i < 10000; i++)
		assert_false(seen_add(&seen, i) || !seen_has(&seen, i));
	assert_false(seen_has(&seen, 10000));
	seen_clear(&seen);
	assert_false(seen_has(&seen, 7));
}

static void hashes_parts_apart(void **state)
{
	(void)state;
	uint64_t ab = seen_hash(seen_hash(0, kpss_str("a")), kpss_str("b"));

	assert_true(ab != seen_hash(seen_hash(0, kpss_str("ab")), kpss_str("")));
	assert_true(ab != seen_hash(seen_hash(0, kpss_str("b")), kpss_str("a")));
	assert_true(ab == seen_hash(seen_hash(0, kpss_str("a")), kpss_str("b")));
	assert_true(seen_hash(0, kpss_str("123456789")) != seen_hash(0, kpss_str("12345678\1")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_what_it_has_met),
		cmocka_unit_test(hashes_parts_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
