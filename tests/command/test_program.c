#include "program_fixture.h"

static void introduces_itself_without_a_command_and_a_plan(void **state)
{
	struct program_fixture *fixture = *state;

	int status = run(fixture, "-C", "/");

	assert_int_equal(status, 0);
	assert_non_null(strstr(fixture->out, "‘kpss help’ lists all commands."));
	assert_string_equal(fixture->err, "");
}

static void prints_help_of_a_command_in_three_ways(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "help", "validate"), 0);
	char *help = strdup(fixture->out);
	assert_int_equal(run(fixture, "validate", "--help"), 0);
	assert_string_equal(fixture->out, help);
	assert_int_equal(run(fixture, "--help", "validate"), 0);
	assert_string_equal(fixture->out, help);
	assert_non_null(strstr(help, "--fail-on"));
	free(help);
}

static void suggests_a_command(void **state)
{
	struct program_fixture *fixture = *state;

	int status = run(fixture, "valdate");

	assert_int_equal(status, 2);
	assert_string_equal(fixture->out, "");
	assert_string_equal(fixture->err, "kpss: unknown command ‘valdate’\n"
					  "  = what to do: did you mean ‘validate’?\n");
}

static void suggests_a_czech_command(void **state)
{
	struct program_fixture *fixture = *state;
	fixture->environment.lang = "cs_CZ.UTF-8";

	assert_int_equal(run(fixture, "zkontrolu"), 2);

	assert_string_equal(fixture->err, "kpss: neznámý příkaz „zkontrolu“\n"
					  "  = co s tím: neměli jste na mysli „zkontroluj“?\n");
}

static void says_where_commands_are_listed_when_none_is_near(void **state)
{
	struct program_fixture *fixture = *state;

	assert_int_equal(run(fixture, "qqqqqqq"), 2);

	assert_non_null(strstr(fixture->err, "‘kpss help’ lists the commands"));
}

static void knows_commands_by_czech_names_with_and_without_diacritics(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "nápověda", "ověř"), 0);
	char *help = strdup(fixture->out);
	assert_int_equal(run(fixture, "napoveda", "zkontroluj"), 0);
	assert_string_equal(fixture->out, help);
	free(help);
}

static void refuses_abbreviated_options(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "--vers"), 2);
	assert_non_null(strstr(fixture->err, "‘--version’"));
	assert_int_equal(run(fixture, "validate", "--form", "json"), 2);
	assert_non_null(strstr(fixture->err, "‘--format’"));
	assert_int_equal(run(fixture, "validate", "--form=json"), 2);
}

static void refuses_unknown_options(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "validate", "--colour"), 2);
	assert_string_equal(fixture->err, "kpss: unknown option ‘--colour’\n"
					  "  = what to do: did you mean ‘--color’?\n");
	assert_int_equal(run(fixture, "validate", "-z"), 2);
	assert_non_null(strstr(fixture->err, "unknown option ‘-z’"));
	assert_int_equal(run(fixture, "-z"), 2);
}

static void refuses_values_where_they_do_not_belong(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "--version=1"), 2);
	assert_non_null(strstr(fixture->err, "option ‘--version’ takes no value"));
	assert_int_equal(run(fixture, "validate", "--format"), 2);
	assert_non_null(strstr(fixture->err, "option ‘--format’ needs a value"));
	assert_int_equal(run(fixture, "validate", "-f"), 2);
	assert_non_null(strstr(fixture->err, "option ‘--format’ needs a value"));
}

static void refuses_words_that_an_option_does_not_know(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "--lang", "de", "help"), 2);
	assert_int_equal(run(fixture, "validate", "--format=jsn"), 2);
	assert_string_equal(fixture->err, "kpss: option ‘--format’ does not know ‘jsn’\n"
					  "  = what to do: did you mean ‘json’?\n");
}

static void refuses_too_many_words(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "version", "x"), 2);
	assert_non_null(strstr(fixture->err, "‘x’ is one word too many"));
	assert_int_equal(run(fixture, "version", "--", "--help"), 2);
	assert_non_null(strstr(fixture->err, "‘--help’ is one word too many"));
}

static void takes_options_before_and_after_words(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "help", "validate", "--lang", "cs"), 0);
	char *help = strdup(fixture->out);
	assert_non_null(strstr(help, "Použití"));
	assert_int_equal(run(fixture, "--lang=cs", "help", "validate"), 0);
	assert_string_equal(fixture->out, help);
	assert_int_equal(run(fixture, "--", "help", "--lang", "cs", "--", "validate"), 0);
	assert_string_equal(fixture->out, help);
	free(help);
}

static void assert_language(struct program_fixture *fixture, const char *word)
{
	assert_int_equal(run(fixture, "help"), 0);
	assert_non_null(strstr(fixture->out, word));
}

static void chooses_the_language_in_the_promised_order(void **state)
{
	struct program_fixture *fixture = *state;
	fixture->environment.lang = "cs_CZ.UTF-8";
	assert_language(fixture, "Použití");
	fixture->environment.lc_messages = "en_US.UTF-8";
	assert_language(fixture, "Usage");
	fixture->environment.lc_all = "cs_CZ";
	assert_language(fixture, "Použití");
	fixture->environment.lc_all = "";
	assert_language(fixture, "Usage");
	fixture->environment.kpss_lang = "cs";
	assert_language(fixture, "Použití");
	assert_int_equal(run(fixture, "--lang", "en", "help"), 0);
	assert_non_null(strstr(fixture->out, "Usage"));
}

static void speaks_english_in_other_locales(void **state)
{
	struct program_fixture *fixture = *state;
	fixture->environment.lc_all = "C";
	fixture->environment.lang = "cs_CZ.UTF-8";
	assert_language(fixture, "Usage");
	fixture->environment.lc_all = "de_DE.UTF-8";
	assert_language(fixture, "Usage");
}

static void prints_the_version_and_libraries(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "version"), 0);
	assert_memory_equal(fixture->out, "kpss ", 5);
	assert_non_null(strchr(fixture->out, '\n')[1] ? "libraries" : NULL);
	char *version = strdup(fixture->out);
	assert_int_equal(run(fixture, "-V"), 0);
	assert_string_equal(fixture->out, version);
	free(version);
}

static void fails_when_the_folder_cannot_be_entered(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "-C", "/nowhere/at/all", "validate"), 3);
	assert_string_equal(fixture->err,
		"kpss: the folder ‘/nowhere/at/all’ cannot be entered: it does not exist\n");
}

static void says_when_the_output_cannot_be_written(void **state)
{
	struct program_fixture *fixture = *state;
	FILE *full = fopen("/dev/full", "w");
	FILE *err = open_memstream(&fixture->err, &fixture->err_size);
	char *argv[] = {(char[]){"kpss"}, (char[]){"help"}, NULL};

	int status = program_run(2, argv, &fixture->environment, full, err);

	fclose(full);
	fclose(err);
	assert_int_equal(status, 3);
	assert_string_equal(fixture->err,
		"kpss: the output could not be written: no space is left on the disk\n");
}

static void makes_what_was_typed_safe_for_a_terminal(void **state)
{
	struct program_fixture *fixture = *state;
	assert_int_equal(run(fixture, "\x1b[31mx\xFF"), 2);
	assert_null(strchr(fixture->err, '\x1b'));
	assert_non_null(strstr(fixture->err, "\\u{1b}"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(introduces_itself_without_a_command_and_a_plan),
		TEST(prints_help_of_a_command_in_three_ways),
		TEST(suggests_a_command),
		TEST(suggests_a_czech_command),
		TEST(says_where_commands_are_listed_when_none_is_near),
		TEST(knows_commands_by_czech_names_with_and_without_diacritics),
		TEST(refuses_abbreviated_options),
		TEST(refuses_unknown_options),
		TEST(refuses_values_where_they_do_not_belong),
		TEST(refuses_words_that_an_option_does_not_know),
		TEST(refuses_too_many_words),
		TEST(takes_options_before_and_after_words),
		TEST(chooses_the_language_in_the_promised_order),
		TEST(speaks_english_in_other_locales),
		TEST(prints_the_version_and_libraries),
		TEST(fails_when_the_folder_cannot_be_entered),
		TEST(says_when_the_output_cannot_be_written),
		TEST(makes_what_was_typed_safe_for_a_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
