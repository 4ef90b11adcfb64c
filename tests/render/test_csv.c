#include "render/csv.h"

#include "base/buf.h"
#include "render/markdown.h"
#include "test.h"

static void quotes_what_would_end_a_cell_and_stops_formulas(void **state)
{
	(void)state;
	struct buf buf = {0};
	const char *const texts[] = {
		"prostý", "a,b", "říká \"ano\"", "=1+1", "-5", "@x", "\ty", "dva\nřádky", ""};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		csv_add_text(&buf, i, kpss_str(texts[i]));
	csv_end_row(&buf);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr,
		"prostý,\"a,b\",\"říká \"\"ano\"\"\",'=1+1,'-5,'@x,'\ty,\"dva\nřádky\",\r\n");
	buf_clear(&buf);
}

static void shows_what_would_move_a_cursor(void **state)
{
	(void)state;
	struct buf buf = {0};
	const char *const texts[] = {"a\x1b[1m", "a\r\nb", "a\rb", "\xff\t\"", "\xE2\x80\xAEx"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		csv_add_text(&buf, i, kpss_str(texts[i]));
	buf_add_char(&buf, '\0');
	assert_string_equal(
		buf.ptr, "a\\u{1b}[1m,\"a\nb\",\"a\\u{d}b\",\"\\x{ff}\t\"\"\",\\u{202e}x");
	buf_clear(&buf);
}

static void markdown_shows_the_marks_of_a_text(void **state)
{
	(void)state;
	struct buf buf = {0};
	markdown_add_text(&buf, kpss_str("*a* <b> [c](d)\x1b"));
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, "\\*a\\* \\<b\\> \\[c\\](d)\\\\u{1b}");
	buf_clear(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_what_would_end_a_cell_and_stops_formulas),
		cmocka_unit_test(shows_what_would_move_a_cursor),
		cmocka_unit_test(markdown_shows_the_marks_of_a_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
