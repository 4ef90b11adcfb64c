/* When minutes are late, published, verified. */
#include "rule_fixture.h"

/* A meeting on 2026-02-10 with further fields, looked at on a day; `more` are further records. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *meeting,
	const char *more, const char *as_of)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(
		fixture, "pravidla.yaml", arena_format(arena, "skupiny: {%s}\n", settings).ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"osoby: [{id: a}, {id: b}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a, "
			"strana: uživatel}]}\n"
			"jednání:\n"
			"  - {id: j, orgán: ps, datum: 2026-02-10%s}\n%s",
			meeting, more)
			.ptr,
		as_of);
}

static const char within[] = "zápis_do_dní: 14", published[] = "zápisy_veřejné: true";

static void waits_for_the_last_day(void **state)
{
	assert_string_equal(run(*state, within, "", "", "2026-02-24"), "");
}

static void misses_minutes_after_the_last_day(void **state)
{
	assert_string_equal(
		run(*state, within, "", "", "2026-02-25"), "minutes-not-published a.yaml 5 10\n");
}

static void misses_minutes_without_a_limit_from_the_next_day_on(void **state)
{
	assert_string_equal(run(*state, published, "", "", "2026-02-11"),
		"minutes-not-published a.yaml 5 10\n");
}

static void finds_minutes_published_a_day_late(void **state)
{
	assert_string_equal(
		run(*state, within, ", zápis: {zveřejněn: 2026-02-25}", "", "2026-03-12"),
		"minutes-not-published a.yaml 5 62\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2026-02-24");
}

static void takes_minutes_as_late_as_they_come_without_a_limit(void **state)
{
	assert_string_equal(
		run(*state, published, ", zápis: {zveřejněn: 2026-03-01}", "", "2026-03-12"), "");
}

static void does_not_call_a_link_without_a_day_late(void **state)
{
	assert_string_equal(run(*state, within, ", zápis: {odkaz: \"https://lhota.example/z.pdf\"}",
				    "", "2026-03-12"),
		"");
}

static void takes_a_publication_after_the_meeting(void **state)
{
	assert_string_equal(
		run(*state, within, "", "zveřejnění: [{id: z, předmět: j, od: 2026-02-20}]\n",
			"2026-03-12"),
		"");
}

static void does_not_take_a_notice_for_minutes(void **state)
{
	assert_string_equal(
		run(*state, within, "", "zveřejnění: [{id: z, předmět: j, od: 2026-02-01}]\n",
			"2026-03-12"),
		"minutes-not-published a.yaml 5 10\n");
}

static const char verified[] = "zápisy_ověřované: true";

static void does_not_take_the_author_for_a_verifier(void **state)
{
	assert_string_equal(
		run(*state, verified, ", zápis: {zapisuje: a, ověřuje: a}", "", "2026-03-12"),
		"minutes-not-verified a.yaml 5 61\n");
}

static void takes_a_further_verifier(void **state)
{
	assert_string_equal(
		run(*state, verified, ", zápis: {zapisuje: a, ověřuje: a, další_ověřovatelé: [b]}",
			"", "2026-03-12"),
		"");
}

static void does_not_ask_to_verify_minutes_that_are_not_there(void **state)
{
	assert_string_equal(run(*state, verified, "", "", "2026-03-12"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(waits_for_the_last_day),
		PLAN_TEST(misses_minutes_after_the_last_day),
		PLAN_TEST(misses_minutes_without_a_limit_from_the_next_day_on),
		PLAN_TEST(finds_minutes_published_a_day_late),
		PLAN_TEST(takes_minutes_as_late_as_they_come_without_a_limit),
		PLAN_TEST(does_not_call_a_link_without_a_day_late),
		PLAN_TEST(takes_a_publication_after_the_meeting),
		PLAN_TEST(does_not_take_a_notice_for_minutes),
		PLAN_TEST(does_not_take_the_author_for_a_verifier),
		PLAN_TEST(takes_a_further_verifier),
		PLAN_TEST(does_not_ask_to_verify_minutes_that_are_not_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
