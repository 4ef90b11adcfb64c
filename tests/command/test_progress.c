#include "command/progress.h"

#include <stdlib.h>
#include <string.h>

#include "command/environment.h"
#include "command/session.h"
#include "test.h"

/* The clock of these tests; each test sets it. */
static uint64_t clock_now;
static int guards;

static uint64_t milliseconds(void)
{
	return clock_now;
}

static void guard(bool wanted)
{
	guards += wanted ? 1 : -1;
}

/* What is written when one step is done at each of these milliseconds; to be freed. */
static char *steps(bool terminal, size_t count, const uint64_t *times)
{
	const struct environment environment = {.error_is_terminal = terminal,
		.milliseconds = milliseconds,
		.erase_line_at_interrupt = guard};
	char *text = NULL;
	size_t size;
	FILE *err = open_memstream(&text, &size);
	struct session session;
	struct progress progress;
	session_init(&session, &environment, stdout, err);
	clock_now = 5000;
	progress_begin(&progress, &session, 1000);
	for (size_t i = 0; i < count; i++) {
		clock_now = 5000 + times[i];
		progress_step(&progress);
	}
	progress_end(&progress);
	session_clear(&session);
	fclose(err);
	assert_int_equal(guards, 0);
	return text;
}

static void says_nothing_within_a_second(void **state)
{
	(void)state;
	char *text = steps(true, 3, (const uint64_t[]){0, 500, 999});
	assert_string_equal(text, "");
	free(text);
}

static void counts_on_one_line_and_erases_it(void **state)
{
	(void)state;
	char *text = steps(true, 3, (const uint64_t[]){10, 1000, 1200});
	assert_string_equal(text, "\r\x1b[K2 of 1000 plans\r\x1b[K3 of 1000 plans\r\x1b[K");
	free(text);
}

static void writes_at_most_ten_times_a_second(void **state)
{
	(void)state;
	char *text = steps(true, 3, (const uint64_t[]){1000, 1050, 1099});
	assert_string_equal(text, "\r\x1b[K1 of 1000 plans\r\x1b[K");
	free(text);
}

static void writes_only_to_a_terminal(void **state)
{
	(void)state;
	char *text = steps(false, 2, (const uint64_t[]){2000, 5000});
	assert_string_equal(text, "");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_nothing_within_a_second),
		cmocka_unit_test(counts_on_one_line_and_erases_it),
		cmocka_unit_test(writes_at_most_ten_times_a_second),
		cmocka_unit_test(writes_only_to_a_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
