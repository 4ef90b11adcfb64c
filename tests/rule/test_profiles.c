/* The sets of rules that the program brings along: each is one that a town could copy today. */
#include <stdio.h>

#include "base/finding.h"
#include "embed/profiles.h"
#include "rule/severity.h"
#include "rule_fixture.h"
#include "town/setting.h"

/* What a profile may be told in a town that has no records at all: that what it refers to, or wants to exist, is not there. */
static const char *const of_an_empty_town[] = {"dangling-reference", "steering-group-missing",
	"information-missing", "charter-missing", "duty-without-owner"};

static bool is_of_an_empty_town(const char *code)
{
	for (size_t i = 0; i < sizeof of_an_empty_town / sizeof *of_an_empty_town; i++)
		if (strcmp(code, of_an_empty_town[i]) == 0)
			return true;
	return false;
}

static const char *validate(struct plan_fixture *fixture, const struct builtin_profile *profile)
{
	fixture->count = 0;
	findings_reset(&fixture->findings);
	plan_fixture_file(fixture, "pravidla.yaml", profile->text.ptr);
	return rule_fixture_run(fixture, "2026-03-12");
}

static const struct builtin_profile *profile_named(const char *name)
{
	const struct builtin_profile *profile = builtin_profiles;
	while (profile->name && strcmp(profile->name, name) != 0)
		profile++;
	assert_non_null(profile->name);
	return profile;
}

static void every_one_is_valid_and_knows_the_codes(void **state)
{
	struct plan_fixture *fixture = *state;
	for (const struct builtin_profile *profile = builtin_profiles; profile->name; profile++) {
		const char *found = validate(fixture, profile);
		for (size_t i = 0; i < fixture->findings.count; i++)
			if (!is_of_an_empty_town(fixture->findings.items[i].kind->code))
				fail_msg("%s: %s", profile->name, found);
	}
}

static void every_copy_says_what_it_is_based_on(void **state)
{
	struct plan_fixture *fixture = *state;
	for (const struct builtin_profile *profile = builtin_profiles; profile->name; profile++) {
		validate(fixture, profile);
		struct kpss_str stated =
			value_text(field(plan_profile(fixture->plan), WORD_based_on));
		struct kpss_str expected = arena_format(
			fixture->findings.arena, "%s@%s", profile->name, profile->version);
		assert_true(kpss_str_equal(stated, expected));
		assert_true(
			kpss_str_equal(value_text(field(plan_profile(fixture->plan), WORD_name)),
				profile->title_cs));
		assert_true(profile->title_en.len > 0);
		assert_null(strstr(profile->text.ptr, "# en:"));
	}
}

static void they_are_in_the_order_of_their_names(void **state)
{
	(void)state;
	assert_non_null(builtin_profiles[0].name);
	for (const struct builtin_profile *profile = builtin_profiles; profile[1].name; profile++)
		assert_true(strcmp(profile->name, profile[1].name) < 0);
}

static void nothing_is_found_with_general_in_an_empty_town(void **state)
{
	assert_string_equal(validate(*state, profile_named("general")), "");
}

/* Does the profile make one of the settings that switch the rule on? */
static bool is_switched_on(const struct plan *plan, const struct finding_kind *kind)
{
	const char *names = kind->setting;
	struct setting_name name;
	while (names && *names && setting_name_take(plan_schema(plan), &names, &name))
		if (setting_key(plan, &name))
			return true;
	return false;
}

static void general_demands_nothing_that_the_town_has_not_decided(void **state)
{
	struct plan_fixture *fixture = *state;
	const struct finding_kind *kind;
	size_t seen = 0;
	validate(fixture, profile_named("general"));
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (!kind->meaning || kind->severity != KPSS_ERROR ||
			!is_switched_on(fixture->plan, kind))
			continue;
		const struct node *set =
			severity_setting(fixture->plan, kpss_date_of(2026, 3, 12), kind->code);
		if (!set || severity_set(set, kind->severity) != KPSS_WARNING)
			fail_msg("%s is an error", kind->code);
		seen++;
	}
	assert_true(seen > 0);
}

static bool page_names(const char *path, const char *name)
{
	char line[256], wanted[256];
	bool found = false;
	FILE *page = fopen(path, "r");
	assert_non_null(page);
	snprintf(wanted, sizeof wanted, ".It Cm %s\n", name);
	while (!found && fgets(line, sizeof line, page))
		found = strcmp(line, wanted) == 0;
	fclose(page);
	return found;
}

static void the_manual_lists_every_one(void **state)
{
	(void)state;
	for (const struct builtin_profile *profile = builtin_profiles; profile->name; profile++)
		if (!page_names(KPSS_SOURCE_DIR "/man/kpss-profile.1", profile->name) ||
			!page_names(KPSS_SOURCE_DIR "/man/cs/kpss-profile.1", profile->name))
			fail_msg("kpss-profile(1) does not tell of %s", profile->name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(every_one_is_valid_and_knows_the_codes),
		PLAN_TEST(every_copy_says_what_it_is_based_on),
		cmocka_unit_test(they_are_in_the_order_of_their_names),
		PLAN_TEST(nothing_is_found_with_general_in_an_empty_town),
		PLAN_TEST(general_demands_nothing_that_the_town_has_not_decided),
		cmocka_unit_test(the_manual_lists_every_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
