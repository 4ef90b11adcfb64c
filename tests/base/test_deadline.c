/* The last resort against work that cannot be asked to stop. */
#include "base/deadline.h"

#include <stdatomic.h>
#include <stdbool.h>

#include "test.h"

static void note(void *user)
{
	atomic_store((atomic_bool *)user, true);
}

static void says_that_the_time_is_used_up(void **state)
{
	atomic_bool missed = false;
	(void)state;
	struct deadline *deadline = deadline_new(0, note, &missed);
	while (!atomic_load(&missed))
		;
	deadline_free(deadline);
}

static void says_nothing_when_it_is_over_before(void **state)
{
	atomic_bool missed = false;
	(void)state;
	deadline_free(deadline_new(INT64_MAX, note, &missed));
	assert_false(atomic_load(&missed));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_that_the_time_is_used_up),
		cmocka_unit_test(says_nothing_when_it_is_over_before),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
