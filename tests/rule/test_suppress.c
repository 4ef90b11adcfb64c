#include "rule_fixture.h"

static const char day[] = "2026-03-12";

static const char *found(void **state, const char *text)
{
	return rule_fixture_run_one(*state, text, day);
}

static size_t suppressed(void **state)
{
	struct plan_fixture *fixture = *state;
	return rules_suppressed(&fixture->findings);
}

static void silences_on_its_own_line(void **state)
{
	assert_string_equal(found(state, "osoby:\n"
					 "  - id: a\n"
					 "    jméno: A\n"
					 "    věk: 5 # kpss: ignore unknown-field until 2026-12-31 – přejde\n"
					 "    výška: 5\n"),
		"unknown-field a.yaml 5 5\n");
	assert_int_equal(suppressed(state), 1);
}

static void silences_the_field_below(void **state)
{
	assert_string_equal(found(state, "osoby:\n"
					 "  - id: a\n"
					 "    jméno: A\n"
					 "    # kpss: ignore unknown-field - přejde\n"
					 "    # proč, ví Jana\n"
					 "\n"
					 "    věk: 5\n"
					 "    výška: 5\n"),
		"unknown-field a.yaml 8 5\n");
}

static void silences_the_record_below(void **state)
{
	assert_string_equal(found(state, "osoby:\n"
					 "  # kpss: ignore unknown-field — přejde\n"
					 "  - id: a\n"
					 "    jméno: A\n"
					 "    věk: 5\n"
					 "    výška: 5\n"
					 "  - id: b\n"
					 "    jméno: B\n"
					 "    věk: 5\n"),
		"unknown-field a.yaml 9 5\n");
	assert_int_equal(suppressed(state), 2);
}

static void silences_a_record_that_is_not_the_first(void **state)
{
	assert_string_equal(found(state, "osoby:\n"
					 "  - id: a\n"
					 "    jméno: A\n"
					 "    věk: 5\n"
					 "  # kpss: ignoruj unknown-field do 2026-03-12 – přejde\n"
					 "  - id: b\n"
					 "    jméno: B\n"
					 "    věk: 5\n"),
		"unknown-field a.yaml 4 5\n");
}

static void silences_a_whole_list_from_the_top(void **state)
{
	assert_string_equal(found(state, "\xEF\xBB\xBF# kpss: ignore unknown-field, byte-order-mark – přejde\n"
					 "osoby:\n"
					 "  - {id: a, jméno: A, věk: 5}\n"
					 "  - {id: b, jméno: B, věk: 5}\n"
					 "orgány:\n"
					 "  - {id: c, název: C, druh: rada, věk: 5}\n"),
		"unknown-field a.yaml 6 35\n");
	assert_int_equal(suppressed(state), 3);
}

static void silences_in_the_profile(void **state)
{
	plan_fixture_file(*state, "pravidla.yaml",
		"závažnosti:\n  - {kód: abc-def, závažnost: chyba} # kpss: ignore unknown-code – bude\n");
	assert_string_equal(rule_fixture_run(*state, day), "");
}

static void leaves_other_codes_and_other_files(void **state)
{
	plan_fixture_file(*state, "b.yaml", "osoby:\n  - {id: b, jméno: B, věk: 5}\n");
	assert_string_equal(
		found(state, "osoby:\n  - {id: a, jméno: A, věk: 5} # kpss: ignore id-form – r\n"),
		"unknown-field a.yaml 2 23\nsuppression-unused a.yaml 2 46\nunknown-field b.yaml 2 23\n");
	assert_int_equal(suppressed(state), 0);
}

static void tells_what_is_used_from_what_is_not(void **state)
{
	assert_string_equal(
		found(state, "osoby:\n"
			     "  - id: a\n"
			     "    jméno: A\n"
			     "    věk: 5 # kpss: ignore id-form,unknown-field, owner-left ,unknown-field – r\n"),
		"suppression-unused a.yaml 4 27\nsuppression-unused a.yaml 4 50\n"
		"suppression-unused a.yaml 4 62\n");
	assert_int_equal(suppressed(state), 1);
}

static void needs_no_comment_twice_for_one_place(void **state)
{
	assert_string_equal(found(state, "osoby:\n"
					 "  # kpss: ignore unknown-field – r\n"
					 "  # kpss: ignore unknown-field – s\n"
					 "  - {id: a, jméno: A, věk: 5}\n"),
		"suppression-unused a.yaml 3 18\n");
}

static void holds_through_its_last_day(void **state)
{
	static const char text[] = "osoby:\n  - {id: a, jméno: A, věk: 5} # kpss: ignore unknown-field until "
				   "2026-03-12 – r\n";
	assert_string_equal(rule_fixture_run_one(*state, text, "2026-03-12"), "");
}

static void expires_on_the_day_after(void **state)
{
	static const char text[] = "osoby:\n  - {id: a, jméno: A, věk: 5} # kpss: ignore unknown-field until "
				   "2026-03-12 – r\n";
	assert_string_equal(rule_fixture_run_one(*state, text, "2026-03-13"),
		"unknown-field a.yaml 2 23\nsuppression-expired a.yaml 2 46\n");
}

static void refuses_what_is_fatal(void **state)
{
	assert_string_equal(found(state, "# kpss: ignore unknown-kind – r\nosobky:\n  - {id: a, jméno: A}\n"),
		"suppression-refused a.yaml 1 16\nunknown-kind a.yaml 2 1\n");
}

static void refuses_what_no_comment_can_reach(void **state)
{
	assert_string_equal(found(state, "osoby:\n"
					 "  # kpss: ignore suppression-unused, id-form – r\n"
					 "  - {id: a, jméno: A}\n"),
		"suppression-refused a.yaml 2 18\nsuppression-unused a.yaml 2 38\n");
}

static void says_what_is_wrong_with_a_comment(void **state)
{
	static const struct {
		const char *comment, *message;
	} wrong[] = {
		{"# kpss:", "‘{0}’ is nothing that kpss could be told in a comment"},
		{"# kpss: ignor id-form – r", "‘{0}’ is nothing that kpss could be told in a comment"},
		{"# kpss: ignore – r", "the comment does not say which finding it silences"},
		{"# kpss: ignore until 2026-04-30 – r", "the comment does not say which finding it silences"},
		{"# kpss: ignore id-frm – r", "there is no finding with the code ‘{0}’"},
		{"# kpss: ignore id-form owner-left – r", "there is no finding with the code ‘{0}’"},
		{"# kpss: ignore id-form", "the comment does not say why it silences the finding"},
		{"# kpss: ignore id-form until 2026-04-30", "the comment does not say why it silences the finding"},
		{"# kpss: ignore id-form –", "the comment does not say why it silences the finding"},
		{"# kpss: ignore id-form until 2026-02-30 – r", "‘{0}’ is not a day written like 2026-04-30"},
		{"# kpss: ignore id-form until – r", "‘{0}’ is not a day written like 2026-04-30"},
		{"# kpss: ignore id-form until 2026-04-30 ráno – r", "‘{0}’ is not a day written like 2026-04-30"},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct plan_fixture *fixture = *state;
		struct buf text = {0};
		buf_addf(&text, "osoby:\n  - {id: a, jméno: A} %s\n", wrong[i].comment);
		buf_add_char(&text, '\0');
		findings_reset(&fixture->findings);
		fixture->count = 0;
		found(state, text.ptr);
		if (fixture->findings.count != 1 ||
			strcmp(fixture->findings.items[0].kind->code, "suppression-malformed") != 0 ||
			strcmp(fixture->findings.items[0].kind->message, wrong[i].message) != 0)
			fail_msg("%s gives %s", wrong[i].comment, fixture->text.ptr);
		buf_clear(&text);
	}
}

static void lets_the_town_judge_comments(void **state)
{
	plan_fixture_file(*state, "pravidla.yaml",
		"závažnosti:\n  - {kód: suppression-unused, závažnost: vypnuto}\n");
	assert_string_equal(found(state, "osoby:\n  - {id: a, jméno: A} # kpss: ignore id-form – r\n"), "");
}

static void finds_nothing_where_the_town_has_silenced_it(void **state)
{
	plan_fixture_file(*state, "pravidla.yaml", "závažnosti:\n  - {kód: unknown-field, závažnost: vypnuto}\n");
	assert_string_equal(found(state, "osoby:\n  - {id: a, jméno: A, věk: 5} # kpss: ignore unknown-field – r\n"),
		"suppression-unused a.yaml 2 46\n");
}

static void copes_with_very_many_comments(void **state)
{
	enum { RECORDS = 20000 };
	struct plan_fixture *fixture = *state;
	struct buf text = {0};
	buf_add_text(&text, "osoby:\n");
	for (int i = 0; i < RECORDS; i++)
		buf_addf(&text, "  # kpss: ignore unknown-field – r\n  - {id: a%d, jméno: A, věk: 5}\n", i);
	buf_add_char(&text, '\0');
	assert_string_equal(found(state, text.ptr), "");
	assert_int_equal(rules_suppressed(&fixture->findings), RECORDS);
	buf_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(silences_on_its_own_line),
		PLAN_TEST(silences_the_field_below),
		PLAN_TEST(silences_the_record_below),
		PLAN_TEST(silences_a_record_that_is_not_the_first),
		PLAN_TEST(silences_a_whole_list_from_the_top),
		PLAN_TEST(silences_in_the_profile),
		PLAN_TEST(leaves_other_codes_and_other_files),
		PLAN_TEST(tells_what_is_used_from_what_is_not),
		PLAN_TEST(needs_no_comment_twice_for_one_place),
		PLAN_TEST(holds_through_its_last_day),
		PLAN_TEST(expires_on_the_day_after),
		PLAN_TEST(refuses_what_is_fatal),
		PLAN_TEST(refuses_what_no_comment_can_reach),
		PLAN_TEST(says_what_is_wrong_with_a_comment),
		PLAN_TEST(lets_the_town_judge_comments),
		PLAN_TEST(finds_nothing_where_the_town_has_silenced_it),
		PLAN_TEST(copes_with_very_many_comments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
