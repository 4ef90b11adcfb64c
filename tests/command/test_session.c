#include "command/session.h"

#include "base/language.h"
#include "command/environment.h"
#include "test.h"

static bool is_coloured(const struct environment *environment, enum colour_wish wish)
{
	struct session session;
	session_init(&session, environment, stdout, stderr);
	session.colour = wish;
	bool coloured = session_colours_output(&session);
	session_clear(&session);
	return coloured;
}

static void colours_only_a_terminal_by_itself(void **state)
{
	(void)state;
	const struct environment terminal = {.output_is_terminal = true, .term = "xterm"};
	const struct environment pipe = {.error_is_terminal = true, .term = "xterm"};
	assert_true(is_coloured(&terminal, COLOUR_AUTO));
	assert_false(is_coloured(&pipe, COLOUR_AUTO));
}

static void honours_no_color_and_dumb_terminals(void **state)
{
	(void)state;
	const struct environment refused = {.output_is_terminal = true, .no_color = "1"};
	const struct environment empty = {.output_is_terminal = true, .no_color = ""};
	const struct environment dumb = {.output_is_terminal = true, .term = "dumb"};
	assert_false(is_coloured(&refused, COLOUR_AUTO));
	assert_true(is_coloured(&empty, COLOUR_AUTO));
	assert_false(is_coloured(&dumb, COLOUR_AUTO));
}

static void does_what_the_option_says_whatever_the_environment_is(void **state)
{
	(void)state;
	const struct environment refused = {.no_color = "1", .term = "dumb"};
	const struct environment terminal = {.output_is_terminal = true};
	assert_true(is_coloured(&refused, COLOUR_ALWAYS));
	assert_false(is_coloured(&terminal, COLOUR_NEVER));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(colours_only_a_terminal_by_itself),
		cmocka_unit_test(honours_no_color_and_dumb_terminals),
		cmocka_unit_test(does_what_the_option_says_whatever_the_environment_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
