#include "render/message.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "test.h"

static void assert_message(const char *language, const char *text,
	const struct finding_argument arguments[FINDING_ARGUMENTS], const char *expected)
{
	struct buf buf = {0};
	message_add(&buf, language_find(language), text, arguments);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, expected);
	buf_clear(&buf);
}

#define ARGUMENTS(...)                                                                             \
	(const struct finding_argument[FINDING_ARGUMENTS])                                         \
	{                                                                                          \
		__VA_ARGS__                                                                        \
	}

static void puts_arguments_in_their_places(void **state)
{
	(void)state;
	assert_message("en", "{1} before {0}, {1} again",
		ARGUMENTS(argument_text(kpss_str("a")), argument_text(kpss_str("b"))),
		"b before a, b again");
}

static void leaves_other_braces_alone(void **state)
{
	(void)state;
	assert_message(
		"en", "{ {x} {9} {0", ARGUMENTS(argument_text(kpss_str("a"))), "{ {x} {9} {0");
}

static void does_not_replace_inside_an_argument(void **state)
{
	(void)state;
	assert_message("en", "{0}",
		ARGUMENTS(argument_text(kpss_str("{1}")), argument_text(kpss_str("no"))), "{1}");
}

static void translates_the_text(void **state)
{
	(void)state;
	assert_message("cs", "did you mean ‘{0}’?", ARGUMENTS(argument_text(kpss_str("plán"))),
		"neměli jste na mysli „plán“?");
}

static void chooses_words_by_language(void **state)
{
	(void)state;
	const struct finding_argument *words =
		ARGUMENTS(argument_words(kpss_str("measure"), kpss_str("opatření")));
	assert_message("cs", "{0}", words, "opatření");
	assert_message("en", "{0}", words, "measure");
	assert_message("cs", "{0}",
		ARGUMENTS(argument_words(kpss_str("measure"), (struct kpss_str){0})), "measure");
}

static void writes_days_as_people_of_the_language_do(void **state)
{
	(void)state;
	const struct finding_argument *day = ARGUMENTS(argument_date(kpss_date_of(2026, 3, 12)));
	assert_message("cs", "{0}", day,
		"12.\xC2\xA0"
		"3.\xC2\xA0"
		"2026");
	assert_message("en", "{0}", day, "2026-03-12");
	assert_message("cs", "{0}", ARGUMENTS(argument_date(KPSS_DATE_LATEST)), "…");
}

static void groups_digits_of_large_numbers_only(void **state)
{
	(void)state;
	assert_message("cs", "{0}", ARGUMENTS(argument_number(2025)), "2025");
	assert_message("cs", "{0}", ARGUMENTS(argument_number(10000)),
		"10\xC2\xA0"
		"000");
	assert_message("cs", "{0}", ARGUMENTS(argument_number(-1450000)),
		"−1\xC2\xA0"
		"450\xC2\xA0"
		"000");
	assert_message("en", "{0}", ARGUMENTS(argument_number(1450000)), "1,450,000");
	assert_message(
		"en", "{0}", ARGUMENTS(argument_number(INT64_MIN)), "-9,223,372,036,854,775,808");
	assert_message("en", "{0}", ARGUMENTS(argument_number(0)), "0");
}

static void makes_arguments_safe_for_a_terminal(void **state)
{
	(void)state;
	assert_message("en", "{0}", ARGUMENTS(argument_text(kpss_str("a\x1b[0m\nb"))),
		"a\\u{1b}[0m\\u{a}b");
}

static void cuts_very_long_arguments(void **state)
{
	(void)state;
	struct buf text = {0}, out = {0};
	for (int i = 0; i < 1000; i++)
		buf_add_text(&text, "ž");
	message_add(&out, language_find("en"), "{0}", ARGUMENTS(argument_text(buf_str(&text))));
	assert_int_equal(out.len, 200 * 2 + strlen("…"));
	buf_clear(&text);
	buf_clear(&out);
}

static void lists_names_in_the_quotes_of_the_language(void **state)
{
	(void)state;
	const struct finding_argument *names = ARGUMENTS(argument_names(kpss_str("a\nb\nc")));
	assert_message("en", "{0}?", names, "‘a’, ‘b’ or ‘c’?");
	assert_message("cs", "{0}?", names, "„a“, „b“ nebo „c“?");
	assert_message("en", "{0}", ARGUMENTS(argument_names(kpss_str("a"))), "‘a’");
	assert_message("en", "{0}", ARGUMENTS(argument_names(kpss_str(""))), "");
}

static void puts_the_czech_preposition_that_the_number_takes(void **state)
{
	(void)state;
	static const int64_t after_v[] = {0, 1, 5, 6, 7, 8, 9, 10, 11, 15, 19, 50, 54, 99, 500, 999,
		1000, 1412, 5000, 11000, 1000000, 1200000};
	static const int64_t after_ve[] = {
		2, 3, 4, 12, 13, 14, 20, 25, 31, 49, 100, 199, 212, 499, 2000, 4999, 14000, 100000};
	struct finding_argument number = argument_number(0);
	for (size_t i = 0; i < sizeof after_v / sizeof *after_v; i++) {
		number.number = after_v[i];
		struct buf buf = {0};
		message_add(&buf, language_find("cs"), "{v0}", &number);
		assert_memory_equal(buf.ptr, "v ", 2);
		buf_clear(&buf);
	}
	for (size_t i = 0; i < sizeof after_ve / sizeof *after_ve; i++) {
		number.number = after_ve[i];
		struct buf buf = {0};
		message_add(&buf, language_find("cs"), "{v0}", &number);
		assert_memory_equal(buf.ptr, "ve ", 3);
		buf_clear(&buf);
	}
	assert_message("cs", "{v0} x", ARGUMENTS(argument_number(12)), "ve 12 x");
}

static void adds_nothing_for_no_text(void **state)
{
	(void)state;
	assert_message("en", NULL, ARGUMENTS({0}), "");
}

static void counts_with_the_form_of_the_language(void **state)
{
	(void)state;
	const struct finding_kind kind = {
		.code = "x", .message = "{0} error", .plural = "{0} errors"};
	struct buf buf = {0};
	message_add_finding(&buf, language_find("cs"),
		&(struct finding){.kind = &kind, .arguments = {argument_number(3)}});
	assert_true(kpss_str_is(buf_str(&buf), "3 chyby"));
	buf_clear(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_arguments_in_their_places),
		cmocka_unit_test(leaves_other_braces_alone),
		cmocka_unit_test(does_not_replace_inside_an_argument),
		cmocka_unit_test(translates_the_text),
		cmocka_unit_test(chooses_words_by_language),
		cmocka_unit_test(writes_days_as_people_of_the_language_do),
		cmocka_unit_test(groups_digits_of_large_numbers_only),
		cmocka_unit_test(makes_arguments_safe_for_a_terminal),
		cmocka_unit_test(cuts_very_long_arguments),
		cmocka_unit_test(lists_names_in_the_quotes_of_the_language),
		cmocka_unit_test(puts_the_czech_preposition_that_the_number_takes),
		cmocka_unit_test(adds_nothing_for_no_text),
		cmocka_unit_test(counts_with_the_form_of_the_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
