#include "command/moment.h"

#include "test.h"

static bool reads(const char *text, int64_t seconds, int offset)
{
	struct moment moment = {.seconds = 7, .offset = 60};
	return moment_parse(kpss_str(text), &moment) && moment.seconds == seconds && moment.offset == offset;
}

static void reads_a_day_and_a_clock(void **state)
{
	(void)state;
	assert_true(reads("2026-03-12T10:00:00+0100", 1773306000, 60));
	assert_true(reads("2026-03-12 10:00:00 +01:00", 1773306000, 60));
	assert_true(reads("2026-03-12T09:00:00Z", 1773306000, 0));
	assert_true(reads("2026-03-12T05:30:00-03:30", 1773306000, -210));
	assert_true(reads("1969-12-31T23:59:59Z", -1, 0));
}

static void takes_the_offset_of_the_clock_where_none_is_written(void **state)
{
	(void)state;
	assert_true(reads("2026-03-12T10:00:00", 1773306000, 60));
	assert_true(reads("1773306000", 1773306000, 60));
}

static void reads_seconds_as_git_writes_them(void **state)
{
	(void)state;
	assert_true(reads("1773306000 +0200", 1773306000, 120));
	assert_true(reads("@0 +0000", 0, 0));
}

static void refuses_everything_else_and_changes_nothing(void **state)
{
	static const char *const texts[] = {"", "yesterday", "2026-02-30T10:00:00Z", "2026-03-12", "2026-03-12T24:00:00Z",
		"2026-03-12T10:60:00Z", "2026-03-12T10:00:00+2400", "2026-03-12T10:00:00+01:00x", "12345678901234567", "@ 5",
		"5 +1", "-5"};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct moment moment = {.seconds = 7, .offset = 60};
		assert_false(moment_parse(kpss_str(texts[i]), &moment));
		assert_true(moment.seconds == 7 && moment.offset == 60);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_a_day_and_a_clock),
		cmocka_unit_test(takes_the_offset_of_the_clock_where_none_is_written),
		cmocka_unit_test(reads_seconds_as_git_writes_them),
		cmocka_unit_test(refuses_everything_else_and_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
