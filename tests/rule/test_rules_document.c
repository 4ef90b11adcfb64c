/* docs/rules.md says of every rule of community planning which code watches over it; what it says is true. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "rule/code.h"
#include "rule/rule.h"
#include "rule/run.h"
#include "rule/severity.h"
#include "rule/suppress.h"
#include "test.h"
#include "town/setting.h"

enum { RULES = 88 };

static const struct rule *const subjects[] = {
#define SUBJECT(name) rule_##name,
#include "rule/subjects.def"
#undef SUBJECT
};

static const char *const not_checked[] = {
#define NOT_CHECKED(rule, english, czech) "\n- " #rule ": " english "\n",
#include "tools/not_checked.def"
#undef NOT_CHECKED
};

static int set_up(void **state)
{
	struct buf *text = memory_resize(NULL, 1, sizeof *text);
	*text = (struct buf){0};
	FILE *file = fopen(KPSS_SOURCE_DIR "/docs/rules.md", "rb");
	for (int c; file && (c = fgetc(file)) != EOF;)
		buf_add_char(text, (char)c);
	buf_add_char(text, '\0');
	*state = text;
	return file ? fclose(file) : -1;
}

static int tear_down(void **state)
{
	buf_clear(*state);
	free(*state);
	return 0;
}

static const char *text_of(void **state)
{
	return ((const struct buf *)*state)->ptr;
}

static void has_one_row_for_each_rule(void **state)
{
	const char *line = text_of(state);
	int expected = 1, number;
	for (; line; line = strchr(line + 1, '\n'))
		if (sscanf(line, "\n| %d |", &number) == 1)
			assert_int_equal(number, expected++);
	assert_int_equal(expected, RULES + 1);
}

static char severity_letter(enum kpss_severity severity)
{
	return severity == KPSS_ERROR ? 'E' : severity == KPSS_WARNING ? 'W' : 'N';
}

/* A word in backquotes within a row: a code with its severity, or a setting. */
static void word_check(const char *word, size_t length, char letter)
{
	char text[128];
	struct setting_name name;
	const char *names = text;
	assert_true(length < sizeof text);
	snprintf(text, sizeof text, "%.*s", (int)length, word);
	if (letter == 'E' || letter == 'W' || letter == 'N') {
		const struct finding_kind *kind = code_find(kpss_str(text));
		if (!kind)
			fail_msg("there is no code %s", text);
		if (severity_letter(kind->severity) != letter)
			fail_msg("%s is not %c", text, letter);
	} else if (!setting_name_take(&schema_embedded, &names, &name)) {
		fail_msg("there is no setting %s", text);
	}
}

static void names_codes_and_settings_that_exist(void **state)
{
	size_t seen = 0;
	for (const char *row = strstr(text_of(state), "\n| "); row; row = strstr(row + 1, "\n| ")) {
		const char *end = strchr(row + 1, '\n');
		const char *open = strchr(row, '`');
		while (open && open < end) {
			const char *close = strchr(open + 1, '`');
			assert_true(close && close < end);
			word_check(open + 1, (size_t)(close - open - 1),
				close[1] == ' ' ? close[2] : ' ');
			seen++;
			open = strchr(close + 1, '`');
		}
	}
	assert_true(seen > RULES);
}

static void kinds_check(const char *text, const struct finding_kind *const *kinds)
{
	char wanted[128];
	for (; *kinds; kinds++) {
		snprintf(wanted, sizeof wanted, "`%s` ", (*kinds)->code);
		if (!strstr(text, wanted))
			fail_msg("docs/rules.md does not tell of %s", (*kinds)->code);
	}
}

static void names_every_code_of_the_rules(void **state)
{
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
		for (const struct rule *rule = subjects[i]; rule->check; rule++)
			kinds_check(text_of(state), rule->kinds);
	kinds_check(text_of(state), severity_finding_kinds);
	kinds_check(text_of(state), suppression_finding_kinds);
}

static void points_to_permissions_that_exist(void **state)
{
	static const char mark[] = "](../tests/permission/";
	size_t seen = 0;
	for (const char *at = strstr(text_of(state), mark); at; at = strstr(at + 1, mark)) {
		const char *name = at + strlen(mark);
		char path[512];
		snprintf(path, sizeof path, KPSS_SOURCE_DIR "/tests/permission/%.*s",
			(int)strcspn(name, ")"), name);
		DIR *folder = opendir(path);
		if (!folder)
			fail_msg("%s is not there", path);
		closedir(folder);
		seen++;
	}
	assert_true(seen > 0);
}

static void says_what_is_not_checked_as_the_manual_does(void **state)
{
	for (size_t i = 0; i < sizeof not_checked / sizeof *not_checked; i++)
		if (!strstr(text_of(state), not_checked[i]))
			fail_msg("missing: %s", not_checked[i]);
}

#define DOCUMENT_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DOCUMENT_TEST(has_one_row_for_each_rule),
		DOCUMENT_TEST(names_codes_and_settings_that_exist),
		DOCUMENT_TEST(names_every_code_of_the_rules),
		DOCUMENT_TEST(points_to_permissions_that_exist),
		DOCUMENT_TEST(says_what_is_not_checked_as_the_manual_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
