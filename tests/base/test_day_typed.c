#include "base/day.h"

#include "test.h"

static const char *const same_day[] = {"2026-03-12", "12. 3. 2026", "12.3.2026", "12. 03. 2026",
	"12.\xC2\xA0"
	"3.\xC2\xA0"
	"2026",
	"12 . 3 . 2026 ", " 12. 3. 2026"};

static void reads_days_as_czechs_and_programs_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof same_day / sizeof *same_day; i++) {
		struct kpss_date date = {0};
		assert_true(day_parse(kpss_str(same_day[i]), &date));
		assert_int_equal(date.days, kpss_date_of(2026, 3, 12).days);
	}
}

static const char *const no_day[] = {"", "12.", "12. 3.", "12. 3. 26", "31. 2. 2026", "0. 3. 2026",
	"12. 13. 2026", "12. 0. 2026", "3/12/2026", "12. 3. 2026 x", "112. 3. 2026", "12. 3. 20266",
	"2026-3-12", "dnes", "12,3,2026", "-12. 3. 2026"};

static void refuses_what_is_no_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof no_day / sizeof *no_day; i++) {
		struct kpss_date date;
		assert_false(day_parse(kpss_str(no_day[i]), &date));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_days_as_czechs_and_programs_write_them),
		cmocka_unit_test(refuses_what_is_no_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
