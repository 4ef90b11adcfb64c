#include "base/jcs.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "test.h"

static void assert_number(uint64_t bits, const char *expected)
{
	double number;
	struct buf buf = {0};
	memcpy(&number, &bits, sizeof number);
	jcs_add_number(&buf, number);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, expected);
	buf_clear(&buf);
}

/* Appendix B of RFC 8785. */
static void prints_the_numbers_of_the_standard(void **state)
{
	(void)state;
	static const struct {
		uint64_t bits;
		const char *expected;
	} samples[] = {
		{0x0000000000000000, "0"},
		{0x8000000000000000, "0"},
		{0x0000000000000001, "5e-324"},
		{0x8000000000000001, "-5e-324"},
		{0x7fefffffffffffff, "1.7976931348623157e+308"},
		{0xffefffffffffffff, "-1.7976931348623157e+308"},
		{0x4340000000000000, "9007199254740992"},
		{0xc340000000000000, "-9007199254740992"},
		{0x4430000000000000, "295147905179352830000"},
		{0x44b52d02c7e14af5, "9.999999999999997e+22"},
		{0x44b52d02c7e14af6, "1e+23"},
		{0x44b52d02c7e14af7, "1.0000000000000001e+23"},
		{0x444b1ae4d6e2ef4e, "999999999999999700000"},
		{0x444b1ae4d6e2ef4f, "999999999999999900000"},
		{0x444b1ae4d6e2ef50, "1e+21"},
		{0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
		{0x3eb0c6f7a0b5ed8d, "0.000001"},
		{0x41b3de4355555553, "333333333.3333332"},
		{0x41b3de4355555554, "333333333.33333325"},
		{0x41b3de4355555555, "333333333.3333333"},
		{0x41b3de4355555556, "333333333.3333334"},
		{0x41b3de4355555557, "333333333.33333343"},
		{0xbecbf647612f3696, "-0.0000033333333333333333"},
		{0x43143ff3c1cb0959, "1424953923781206.2"},
	};
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		assert_number(samples[i].bits, samples[i].expected);
}

/* The nearest number of sixteen digits is another number; the one above it is not. */
static void finds_the_shorter_neighbour_above_a_power_of_two(void **state)
{
	(void)state;
	assert_number(0x3d30000000000000, "5.684341886080802e-14");
}

static void prints_each_number_so_that_it_can_be_read_back(void **state)
{
	(void)state;
	uint64_t bits = 0x9E3779B97F4A7C15u;
	for (int i = 0; i < 20000; i++) {
		double number;
		struct buf buf = {0};
		bits = bits * 6364136223846793005u + 1442695040888963407u;
		memcpy(&number, &bits, sizeof number);
		if (!isfinite(number))
			continue;
		jcs_add_number(&buf, number);
		buf_add_char(&buf, '\0');
		assert_true(strtod(buf.ptr, NULL) == number);
		buf_clear(&buf);
	}
}

/* Section 3.2.2 of RFC 8785. */
static void escapes_only_what_has_to_be(void **state)
{
	(void)state;
	struct buf buf = {0};
	jcs_add_text(&buf, kpss_str("\xe2\x82\xac$\x0f\nA'B\"\\\\\"/\x7f\b\t\f\r"));
	buf_add_char(&buf, '\0');
	assert_string_equal(
		buf.ptr, "\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\x7f\\b\\t\\f\\r\"");
	buf_clear(&buf);
}

/* Section 3.2.3 of RFC 8785: a smiley is two units that are less than that of a Hebrew letter of the compatibility forms. */
static void sorts_names_by_units_of_utf_16(void **state)
{
	(void)state;
	static const char *const names[] = {"\r", "1", "\xc2\x80", "\xc3\xb6", "\xe2\x82\xac",
		"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x82", "\xef\xac\xb3"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
			int order = jcs_names_order(kpss_str(names[i]), kpss_str(names[k]));
			assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
		}
	assert_true(jcs_names_order(kpss_str("a"), kpss_str("ab")) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints_the_numbers_of_the_standard),
		cmocka_unit_test(finds_the_shorter_neighbour_above_a_power_of_two),
		cmocka_unit_test(prints_each_number_so_that_it_can_be_read_back),
		cmocka_unit_test(escapes_only_what_has_to_be),
		cmocka_unit_test(sorts_names_by_units_of_utf_16),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
