#include "command/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "command/usage.h"
#include "test.h"

static void calls_no_two_commands_by_one_name(void **state)
{
	(void)state;
	for (size_t i = 0; command_word(i); i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(command_word(i), command_word(j));
}

static void has_every_czech_name_without_diacritics_too(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < command_count; i++)
		for (const char *const *alias = commands[i]->aliases; *alias; alias++) {
			struct kpss_str plain = text_fold(arena, kpss_str(*alias));
			assert_ptr_equal(command_named(plain.ptr), commands[i]);
		}
	arena_free(arena);
}

static void explains_every_command_with_examples(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++) {
		assert_non_null(commands[i]->summary);
		assert_int_not_equal(commands[i]->run != NULL, commands[i]->answer != NULL);
		assert_non_null(commands[i]->examples[0].line);
		assert_true(commands[i]->group < GROUP_COUNT);
	}
}

static void explains_every_option(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++)
		for (const struct command_option *o = commands[i]->options; o && o->name; o++) {
			assert_non_null(o->summary);
			for (const struct command_option *c = common_options; c->name; c++) {
				assert_string_not_equal(o->name, c->name);
				assert_true(!o->letter || o->letter != c->letter);
			}
		}
}

static void assert_fits(const struct buf *help)
{
	enum { COLUMNS = 80 };
	const char *end = help->ptr + help->len;
	for (const char *line = help->ptr; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		struct kpss_str text = {.ptr = line, .len = (size_t)(stop - line)};
		if (text_width(text) > COLUMNS)
			fail_msg("too wide: %.*s", (int)text.len, text.ptr);
		line = stop + 1;
	}
}

static void keeps_help_within_eighty_columns(void **state)
{
	(void)state;
	static const char *const codes[] = {"cs", "en"};
	for (size_t l = 0; l < 2; l++) {
		const struct language *language = language_find(codes[l]);
		struct buf help = {0};
		usage_add_program(&help, language);
		assert_fits(&help);
		for (size_t i = 0; i < command_count; i++) {
			help.len = 0;
			usage_add_command(&help, language, commands[i]);
			assert_fits(&help);
		}
		buf_clear(&help);
	}
}

static char *page_read(const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, KPSS_SOURCE_DIR "/%s/%s.1", folder, name);
	FILE *file = fopen(path, "rb");
	if (!file)
		fail_msg("%s is missing", path);
	char *text = calloc(1, 1 << 20);
	assert_non_null(text);
	assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
	fclose(file);
	return text;
}

static void assert_option_described(const char *page, const struct command_option *option)
{
	char long_name[128], letter[16];
	snprintf(long_name, sizeof long_name, "Fl -%s", option->name);
	if (!strstr(page, long_name))
		fail_msg("the manual does not describe --%s", option->name);
	snprintf(letter, sizeof letter, "Fl %c", option->letter);
	if (option->letter && !strstr(page, letter))
		fail_msg("the manual does not describe -%c", option->letter);
	for (size_t i = 0; option->word && !option->argument && option->word(i); i++)
		if (!strstr(page, option->word(i)))
			fail_msg("the manual of --%s does not name %s", option->name,
				option->word(i));
}

static void assert_page_describes(const char *folder, const char *name)
{
	char path[128];
	snprintf(path, sizeof path, "kpss-%s", name);
	char *page = page_read(folder, path);
	for (const struct command_option *o = command_named(name)->options; o->name; o++)
		assert_option_described(page, o);
	for (const char *const *alias = command_named(name)->aliases; *alias; alias++)
		if (!strstr(page, *alias))
			fail_msg("%s/%s.1 does not name %s", folder, path, *alias);
	free(page);
}

static void assert_command_described(const char *folder)
{
	char *page = page_read(folder, "kpss");
	for (const struct command_option *o = program_options; o->name; o++)
		assert_option_described(page, o);
	for (size_t i = 0; i < command_count; i++)
		if (!strstr(page, commands[i]->name))
			fail_msg("%s/kpss.1 does not name %s", folder, commands[i]->name);
	free(page);
	assert_page_describes(folder, "validate");
	assert_page_describes(folder, "explain");
	assert_page_describes(folder, "status");
	assert_page_describes(folder, "list");
	assert_page_describes(folder, "show");
	assert_page_describes(folder, "find");
}

static void describes_every_option_in_the_manual(void **state)
{
	(void)state;
	assert_command_described("man");
}

static void describes_every_option_in_the_czech_manual(void **state)
{
	(void)state;
	assert_command_described("man/cs");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calls_no_two_commands_by_one_name),
		cmocka_unit_test(has_every_czech_name_without_diacritics_too),
		cmocka_unit_test(explains_every_command_with_examples),
		cmocka_unit_test(explains_every_option),
		cmocka_unit_test(keeps_help_within_eighty_columns),
		cmocka_unit_test(describes_every_option_in_the_manual),
		cmocka_unit_test(describes_every_option_in_the_czech_manual),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
