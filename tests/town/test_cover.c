#include "town/cover.h"

#include <stdlib.h>

#include "base/arena.h"
#include "test.h"

static int set_up(void **state)
{
	struct cover *cover = memory_resize(NULL, 1, sizeof *cover);
	*cover = (struct cover){.arena = arena_new()};
	*state = cover;
	return 0;
}

static int tear_down(void **state)
{
	struct cover *cover = *state;
	arena_free(cover->arena);
	free(cover);
	return 0;
}

static struct period days(int from, int to)
{
	return (struct period){.from = {.days = from}, .to = {.days = to}};
}

/* The first day of the period up to 100 that is lacking; 0 when none is. */
static int lacking(struct cover *cover, struct period period)
{
	struct kpss_date day;
	return cover_lacks(cover, period, (struct kpss_date){.days = 100}, &day) ? day.days : 0;
}

static void lacks_nothing_where_pieces_touch(void **state)
{
	cover_add(*state, days(21, 30));
	cover_add(*state, days(5, 15));
	cover_add(*state, days(10, 20));

	assert_int_equal(lacking(*state, days(10, 30)), 0);
}

static void lacks_the_day_between_two_pieces(void **state)
{
	cover_add(*state, days(10, 19));
	cover_add(*state, days(21, 30));

	assert_int_equal(lacking(*state, days(10, 30)), 20);
	assert_int_equal(lacking(*state, days(21, 30)), 0);
}

static void lacks_the_first_and_the_last_day(void **state)
{
	cover_add(*state, days(10, 30));

	assert_int_equal(lacking(*state, days(9, 30)), 9);
	assert_int_equal(lacking(*state, days(10, 31)), 31);
}

static void is_not_misled_by_a_piece_within_a_longer_one(void **state)
{
	cover_add(*state, days(10, 30));
	cover_add(*state, days(12, 14));

	assert_int_equal(lacking(*state, days(10, 30)), 0);
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	cover_add(*state, days(10, 100));

	assert_int_equal(lacking(*state, days(10, INT32_MAX)), 0);
	assert_int_equal(lacking(*state, days(101, INT32_MAX)), 0);
}

static void lasts_as_long_as_its_open_pieces(void **state)
{
	cover_add(*state, days(INT32_MIN, INT32_MAX));

	assert_int_equal(lacking(*state, days(INT32_MIN, INT32_MAX)), 0);
	assert_int_equal(lacking(*state, days(10, 20)), 0);
}

static void begins_with_the_first_piece_where_no_day_is_given(void **state)
{
	cover_add(*state, days(10, 20));

	assert_int_equal(lacking(*state, days(INT32_MIN, 20)), 0);
	assert_int_equal(lacking(*state, days(INT32_MIN, 21)), 21);
}

static void lacks_the_day_asked_for_where_there_is_nothing(void **state)
{
	assert_int_equal(lacking(*state, days(INT32_MIN, INT32_MAX)), 100);
	assert_int_equal(lacking(*state, days(10, 20)), 10);
}

static void takes_no_empty_piece(void **state)
{
	struct cover *cover = *state;

	cover_add(cover, days(20, 10));

	assert_int_equal(cover->count, 0);
}

static void takes_many_pieces(void **state)
{
	for (int day = 90; day > 0; day--)
		cover_add(*state, days(day, day));

	assert_int_equal(lacking(*state, days(1, 90)), 0);
	assert_int_equal(lacking(*state, days(1, 91)), 91);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lacks_nothing_where_pieces_touch),
		TEST(lacks_the_day_between_two_pieces),
		TEST(lacks_the_first_and_the_last_day),
		TEST(is_not_misled_by_a_piece_within_a_longer_one),
		TEST(does_not_look_past_the_day_asked_for),
		TEST(lasts_as_long_as_its_open_pieces),
		TEST(begins_with_the_first_piece_where_no_day_is_given),
		TEST(lacks_the_day_asked_for_where_there_is_nothing),
		TEST(takes_no_empty_piece),
		TEST(takes_many_pieces),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
