/* Values as people type them. */
#include "query/typed.h"

#include "base/arena.h"
#include "test.h"

static void reads_amounts_exactly(void **state)
{
	static const struct {
		const char *typed;
		int64_t hundredths;
	} amounts[] = {{"1 450 000", 145000000}, {"12,5", 1250}, {"12.50", 1250}, {"-0,01", -1},
		{"7 Kč", 700},
		{"1\xC2\xA0"
		 "000",
			100000},
		{" 3 ", 300}, {"92233720368547758.07", INT64_MAX}};
	(void)state;
	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
		int64_t hundredths;
		assert_true(typed_money(kpss_str(amounts[i].typed), &hundredths));
		assert_int_equal(hundredths, amounts[i].hundredths);
	}
}

static void refuses_what_is_no_amount(void **state)
{
	static const char *const wrong[] = {"", "-", ",", "1,234", "1,2,3", "1-2", "12x", "Kč",
		"1e3", "\xFF", "92233720368547758.08",
		"1234567890123456789012345678901234567890123456789012345678901"};
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		int64_t hundredths;
		if (typed_money(kpss_str(wrong[i]), &hundredths))
			fail_msg("%s", wrong[i]);
	}
}

static void reads_numbers(void **state)
{
	double number;
	(void)state;
	assert_true(typed_number(kpss_str("1 234,125"), &number));
	assert_true(number == 1234.125);
	assert_false(typed_number(kpss_str("deset"), &number));
}

static void reads_truth_in_both_languages(void **state)
{
	struct arena *arena = arena_new();
	bool truth = false;
	(void)state;
	assert_true(typed_truth(kpss_str("Ano"), arena, &truth) && truth);
	assert_true(typed_truth(kpss_str("no"), arena, &truth) && !truth);
	assert_true(typed_truth(kpss_str("true"), arena, &truth) && truth);
	assert_true(typed_truth(kpss_str("NE"), arena, &truth) && !truth);
	assert_false(typed_truth(kpss_str("1"), arena, &truth));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_amounts_exactly),
		cmocka_unit_test(refuses_what_is_no_amount),
		cmocka_unit_test(reads_numbers),
		cmocka_unit_test(reads_truth_in_both_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
