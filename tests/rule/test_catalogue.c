#include <stdlib.h>
#include <string.h>

#include "base/finding.h"
#include "rule/run.h"
#include "schema/table.h"
#include "test.h"
#include "town/setting.h"

static size_t described(const char *code)
{
	size_t count = 0;
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		count += strcmp(kind->code, code) == 0 && kind->meaning;
	return count;
}

static void describes_every_code_exactly_once(void **state)
{
	(void)state;
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (described(kind->code) != 1)
			fail_msg("%s is described %zu times", kind->code, described(kind->code));
}

static void explains_what_it_describes(void **state)
{
	(void)state;
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning && !kind->explanation)
			fail_msg("%s is not explained", kind->code);
}

static void makes_codes_of_lower_case_words_with_hyphens(void **state)
{
	(void)state;
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		size_t length = strlen(kind->code);
		assert_int_equal(
			strspn(kind->code, "abcdefghijklmnopqrstuvwxyz0123456789-"), length);
		assert_true(kind->code[0] != '-' && kind->code[length - 1] != '-');
	}
}

static void begins_messages_with_the_fault_and_ends_them_without_a_stop(void **state)
{
	(void)state;
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		const char last = kind->message[strlen(kind->message) - 1];
		if (last == '.' || (kind->message[0] >= 'A' && kind->message[0] <= 'Z' &&
					   kind->message[1] >= 'a'))
			fail_msg("%s", kind->message);
	}
}

static void names_settings_that_the_profile_has(void **state)
{
	(void)state;
	const struct finding_kind *kind;
	size_t count = 0;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		struct setting_name name;
		const char *names = kind->setting;
		for (; names && *names; count++)
			if (!setting_name_take(&schema_embedded, &names, &name))
				fail_msg("%s: the profile has no setting %s", kind->code, kind->setting);
	}
	assert_true(count > 5);
}

static void knows_no_setting_that_the_profile_does_not_have(void **state)
{
	(void)state;
	static const char *const wrong[] = {"grups", "groups.coordinator", "levels.level.title", "groups.", "."};
	struct setting_name name;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const char *names = wrong[i];
		assert_false(setting_name_take(&schema_embedded, &names, &name));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(describes_every_code_exactly_once),
		cmocka_unit_test(explains_what_it_describes),
		cmocka_unit_test(makes_codes_of_lower_case_words_with_hyphens),
		cmocka_unit_test(names_settings_that_the_profile_has),
		cmocka_unit_test(knows_no_setting_that_the_profile_does_not_have),
		cmocka_unit_test(begins_messages_with_the_fault_and_ends_them_without_a_stop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
