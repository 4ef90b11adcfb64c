#include "reading.h"

static void accepts_czech_letters_pictures_and_tabs(void **state)
{
	(void)state;
	struct reading reading = reading_text("á: Příliš žluťoučký kůň úpěl „ďábelské“ ódy – 😀 👩‍👧 …\t# ř\r\n");
	assert_true(reading.good);
	assert_int_equal(reading.findings.count, 0);
	reading_clear(&reading);
}

static void refuses_control_characters_wherever_they_are(void **state)
{
	(void)state;
	assert_refused("a: b\x1B[31m\n", "forbidden-character", 1, 5, "\x1B");
	assert_refused("# \x07\n", "forbidden-character", 1, 3, "\x07");
	assert_refused("a: \x7F\n", "forbidden-character", 1, 4, "\x7F");
	assert_refused("a: \xC2\x9B\n", "forbidden-character", 1, 4, "\xC2\x9B");
	assert_refused("a: \xEF\xBF\xBF\n", "forbidden-character", 1, 4, "\xEF\xBF\xBF");
	struct reading reading = reading_bytes((struct kpss_str){.ptr = "a: b\0c\n", .len = 7});
	assert_false(reading.good);
	assert_string_equal(reading.findings.items[0].kind->code, "forbidden-character");
	assert_int_equal(reading.findings.items[0].where.begin, 4);
	assert_text(reading.findings.items[0].arguments[0].text, "U+0000");
	reading_clear(&reading);
}

static void refuses_line_ends_that_only_some_programs_know(void **state)
{
	(void)state;
	assert_refused("a: b\xE2\x80\xA8" "c: d\n", "forbidden-character", 1, 5, "\xE2\x80\xA8");
	assert_refused("# b\xE2\x80\xA9" "c: d\n", "forbidden-character", 1, 4, "\xE2\x80\xA9");
	assert_refused("a: b\xC2\x85" "c: d\n", "forbidden-character", 1, 5, "\xC2\x85");
	assert_refused("a: b\rc: d\n", "forbidden-character", 1, 5, "\r");
	assert_refused("a: b\r", "forbidden-character", 1, 5, "\r");
}

static void refuses_characters_that_turn_the_direction(void **state)
{
	(void)state;
	assert_refused("a: b\xE2\x80\xAE\n", "forbidden-character", 1, 5, "\xE2\x80\xAE");
	assert_refused("# \xE2\x81\xA6\n", "forbidden-character", 1, 3, "\xE2\x81\xA6");
	assert_refused("a: \xD8\x9C\n", "forbidden-character", 1, 4, "\xD8\x9C");
}

static void refuses_a_byte_order_mark_inside(void **state)
{
	(void)state;
	assert_refused("a: \xEF\xBB\xBF\n", "forbidden-character", 1, 4, "\xEF\xBB\xBF");
	assert_refused("\xEF\xBB\xBF\xEF\xBB\xBF" "a: b\n", "forbidden-character", 1, 1, "\xEF\xBB\xBF");
}

static void shows_windows_1250_as_it_was_meant(void **state)
{
	(void)state;
	const char *text = "a: b\nn\xE1zev: P\xF8\xEDli\x9A\n";
	assert_refused(text, "not-utf8", 2, 2, "\xE1");
	struct reading reading = reading_text(text);
	assert_text(reading.findings.items[0].arguments[0].text, "název: Příliš");
	reading_clear(&reading);
}

static void refuses_ill_formed_utf_8_at_its_first_byte(void **state)
{
	(void)state;
	static const char *const texts[] = {"a: \xC0\xAF\n", "a: \xED\xA0\x80\n", "a: \xF5\x80\x80\x80\n", "a: \xE2\x82", "a: \xC4",
		"a: \xF0\x9F\x98", "a: \x80\n", "a: \xFF\n", "abcdefgh\xC4"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading reading = reading_text(texts[i]);
		assert_false(reading.good);
		assert_int_equal(reading.findings.count, 1);
		assert_string_equal(reading.findings.items[0].kind->code, "not-utf8");
		assert_int_equal(reading.findings.items[0].where.begin, i == 8 ? 8 : 3);
		assert_true(reading.findings.items[0].where.end <= reading.source->bytes.len);
		reading_clear(&reading);
	}
}

static void refuses_utf_16(void **state)
{
	(void)state;
	assert_refused("\xFF\xFE" "a\n", "not-utf8", 1, 1, "\xFF\xFE");
	assert_refused("\xFE\xFF" "a\n", "not-utf8", 1, 1, "\xFE\xFF");
}

static void refuses_the_marks_of_a_conflict_wherever_they_are(void **state)
{
	(void)state;
	assert_refused("<<<<<<< HEAD\na: 1\n", "merge-conflict", 1, 1, "<<<<<<< HEAD");
	assert_refused("a: 1\n=======\nb: 2\n", "merge-conflict", 2, 1, "=======");
	assert_refused("a: |\n  b\n>>>>>>> větev\n", "merge-conflict", 3, 1, ">>>>>>> větev");
	assert_refused("\xEF\xBB\xBF<<<<<<< HEAD\n", "merge-conflict", 1, 1, "<<<<<<< HEAD");
	assert_refused("a: 1\r\n=======\r\n", "merge-conflict", 2, 1, "=======");
	assert_refused("a: 1\n=======", "merge-conflict", 2, 1, "=======");
}

static void leaves_what_only_resembles_a_conflict(void **state)
{
	(void)state;
	struct reading reading = reading_text("# ====\n#=======\na: |\n  =======\n  <<<<<<< a\n");
	assert_true(reading.good);
	reading_clear(&reading);
}

static void warns_once_of_invisible_characters(void **state)
{
	(void)state;
	struct reading reading = reading_text("a: b\xE2\x80\x8B\nc: d\xC2\xAD" "e\n");
	assert_true(reading.good);
	assert_int_equal(reading.findings.count, 1);
	assert_string_equal(reading.findings.items[0].kind->code, "hidden-character");
	assert_int_equal(reading.findings.items[0].where.begin, 4);
	assert_text(reading.findings.items[0].arguments[0].text, "U+200B");
	reading_clear(&reading);
}

static void notes_once_where_line_ends_change(void **state)
{
	(void)state;
	struct reading reading = reading_text("a: b\r\nc: d\ne: f\r\n");
	assert_true(reading.good);
	assert_int_equal(reading.findings.count, 1);
	assert_string_equal(reading.findings.items[0].kind->code, "mixed-line-ends");
	assert_int_equal(reading.findings.items[0].where.begin, 10);
	reading_clear(&reading);
}

static void finds_a_bad_byte_at_every_distance_from_the_beginning(void **state)
{
	(void)state;
	for (size_t distance = 0; distance < 40; distance++) {
		char text[48];
		memset(text, 'a', sizeof text);
		text[distance] = '\x01';
		struct reading reading = reading_bytes((struct kpss_str){.ptr = text, .len = 41});
		assert_false(reading.good);
		assert_int_equal(reading.findings.items[0].where.begin, distance);
		reading_clear(&reading);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_czech_letters_pictures_and_tabs),
		cmocka_unit_test(refuses_control_characters_wherever_they_are),
		cmocka_unit_test(refuses_line_ends_that_only_some_programs_know),
		cmocka_unit_test(refuses_characters_that_turn_the_direction),
		cmocka_unit_test(refuses_a_byte_order_mark_inside),
		cmocka_unit_test(shows_windows_1250_as_it_was_meant),
		cmocka_unit_test(refuses_ill_formed_utf_8_at_its_first_byte),
		cmocka_unit_test(refuses_utf_16),
		cmocka_unit_test(refuses_the_marks_of_a_conflict_wherever_they_are),
		cmocka_unit_test(leaves_what_only_resembles_a_conflict),
		cmocka_unit_test(warns_once_of_invisible_characters),
		cmocka_unit_test(notes_once_where_line_ends_change),
		cmocka_unit_test(finds_a_bad_byte_at_every_distance_from_the_beginning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
