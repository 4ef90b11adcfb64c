#include "render/tally.h"

#include "report_fixture.h"

static const struct finding_kind first = {.code = "first", .severity = KPSS_ERROR, .message = "a"};
static const struct finding_kind second = {.code = "second", .severity = KPSS_NOTE, .message = "b"};

static void counts_each_code(void **state)
{
	(void)state;
	struct tally tally = {0};

	assert_int_equal(tally_add(&tally, "a"), 1);
	assert_int_equal(tally_add(&tally, "b"), 1);
	assert_int_equal(tally_add(&tally, "a"), 2);

	assert_int_equal(tally.count, 2);
	tally_clear(&tally);
}

static void shows_so_many_of_each_code_and_says_how_many_more(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.limit = 100;
	report_add_many(fixture, &first, 1000);
	report_add_many(fixture, &second, 101);
	static const char *const names[] = {"text", "short"};
	for (size_t i = 0; i < 2; i++) {
		const char *text = report_render(fixture, report_format_find(kpss_str(names[i])));

		assert_int_equal(report_count(text, "error[first]"), 100);
		assert_int_equal(report_count(text, "note[second]"), 100);
		assert_non_null(strstr(text, "… and 900 more findings [first]; --all prints them\n"
					     "… and 1 more finding [second]; --all prints it\n"));
	}
}

static void shows_all_without_a_limit_and_up_to_it(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_many(fixture, &first, 100);
	fixture->options.limit = 100;
	assert_null(strstr(report_render(fixture, &report_format_text), "--all"));
	report_add_many(fixture, &first, 100);
	fixture->options.limit = 0;
	const char *text = report_render(fixture, &report_format_text);
	assert_int_equal(report_count(text, "error[first]"), 200);
	assert_null(strstr(text, "--all"));
}

static void counts_in_the_forms_of_czech(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.language = language_find("cs");
	fixture->options.limit = 1;
	report_add_many(fixture, &first, 3);
	assert_non_null(strstr(report_render(fixture, &report_format_short),
		"… a ještě 2 zjištění [first]; vypíše je --all\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPORT_TEST(counts_each_code),
		REPORT_TEST(shows_so_many_of_each_code_and_says_how_many_more),
		REPORT_TEST(shows_all_without_a_limit_and_up_to_it),
		REPORT_TEST(counts_in_the_forms_of_czech),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
