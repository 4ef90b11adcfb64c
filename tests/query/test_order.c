/* The order in which values are listed. */
#include "query/order.h"

#include "base/collation.h"
#include "test.h"

static int set_up(void **state)
{
	*state = collation_new();
	return 0;
}

static int tear_down(void **state)
{
	collation_free(*state);
	return 0;
}

static void orders_codes_by_their_numbers(void **state)
{
	static const char *const codes[] = {
		"", "1", "2", "2.2", "2.9", "2.10", "2.10 a", "10", "CIM 2", "CIM 10", "Č 1"};
	for (size_t i = 0; i + 1 < sizeof codes / sizeof *codes; i++) {
		assert_true(order_compare_codes(
				    *state, kpss_str(codes[i]), kpss_str(codes[i + 1])) < 0);
		assert_true(order_compare_codes(
				    *state, kpss_str(codes[i + 1]), kpss_str(codes[i])) > 0);
		assert_int_equal(
			order_compare_codes(*state, kpss_str(codes[i]), kpss_str(codes[i])), 0);
	}
}

static void tells_02_from_2(void **state)
{
	assert_int_not_equal(order_compare_codes(*state, kpss_str("02"), kpss_str("2")), 0);
	assert_true(order_compare_codes(*state, kpss_str("02"), kpss_str("3")) < 0);
}

static void orders_texts_as_czechs_do(void **state)
{
	struct cell hrad = cell_text(kpss_str("hrad")), chata = cell_text(kpss_str("chata")),
		    nothing = cell_none();
	assert_true(order_compare(*state, false, &hrad, &chata) < 0);
	assert_true(order_compare(*state, false, &nothing, &chata) > 0);
	assert_int_equal(order_compare(*state, false, &nothing, &nothing), 0);
}

static void orders_numbers_of_either_type(void **state)
{
	struct cell two = cell_integer(2), half = cell_real(2.5), three = cell_integer(3),
		    text = cell_text(kpss_str("1"));
	assert_true(order_compare(*state, false, &two, &half) < 0);
	assert_true(order_compare(*state, false, &three, &half) > 0);
	assert_true(order_compare(*state, false, &two, &three) < 0);
	assert_true(order_compare(*state, false, &text, &three) > 0);
	assert_true(order_compare(*state, false, &three, &text) < 0);
}

#define ORDER_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ORDER_TEST(orders_codes_by_their_numbers),
		ORDER_TEST(tells_02_from_2),
		ORDER_TEST(orders_texts_as_czechs_do),
		ORDER_TEST(orders_numbers_of_either_type),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
