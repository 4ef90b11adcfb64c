#include "render/ical.h"

#include "base/buf.h"
#include "test.h"

static void check_text(const char *text, const char *expected)
{
	struct buf buf = {0};
	ical_add_text(&buf, "SUMMARY", kpss_str(text));
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, expected);
	buf_clear(&buf);
}

static void ends_lines_as_the_format_wants(void **state)
{
	(void)state;
	check_text("jednání", "SUMMARY:jednání\r\n");
}

static void escapes_what_has_a_meaning(void **state)
{
	(void)state;
	check_text("a;b,c\\d\ne", "SUMMARY:a\\;b\\,c\\\\d\\ne\r\n");
}

static void leaves_out_control_characters(void **state)
{
	(void)state;
	check_text("a\r\x07"
		   "b\x7F",
		"SUMMARY:ab\r\n");
}

static void keeps_75_octets_on_one_line(void **state)
{
	(void)state;
	check_text("0123456789012345678901234567890123456789012345678901234567890123456",
		"SUMMARY:0123456789012345678901234567890123456789012345678901234567890123456\r\n");
}

static void folds_the_76th_octet(void **state)
{
	(void)state;
	check_text("01234567890123456789012345678901234567890123456789012345678901234567",
		"SUMMARY:0123456789012345678901234567890123456789012345678901234567890123456\r\n "
		"7\r\n");
}

static void never_folds_inside_a_character(void **state)
{
	(void)state;
	check_text("012345678901234567890123456789012345678901234567890123456789012345č",
		"SUMMARY:012345678901234567890123456789012345678901234567890123456789012345\r\n "
		"č\r\n");
}

static void writes_a_leap_day(void **state)
{
	(void)state;
	struct buf buf = {0};
	ical_add_day(&buf, kpss_date_of(2024, 2, 29));
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, "20240229");
	buf_clear(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends_lines_as_the_format_wants),
		cmocka_unit_test(escapes_what_has_a_meaning),
		cmocka_unit_test(leaves_out_control_characters),
		cmocka_unit_test(keeps_75_octets_on_one_line),
		cmocka_unit_test(folds_the_76th_octet),
		cmocka_unit_test(never_folds_inside_a_character),
		cmocka_unit_test(writes_a_leap_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
