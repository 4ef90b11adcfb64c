#include "render/fingerprint.h"

#include "report_fixture.h"

static const struct finding_kind kind = {.code = "a-code", .message = "x"};
static const struct finding_kind other = {.code = "b-code", .message = "x"};

/* Of one finding at `words`. */
static uint64_t fingerprint(struct report_fixture *fixture, const struct finding_kind *what,
	const char *path, const char *text, const char *words, const char *subject)
{
	findings_reset(&fixture->findings);
	findings_add(&fixture->findings,
		&(struct finding){.kind = what,
			.where = report_span(report_source(fixture, path, text), words),
			.subject = kpss_str(subject)});
	uint64_t *all = fingerprints_of(&fixture->findings);
	uint64_t first = all[0];
	free(all);
	return first;
}

static void stays_when_lines_move(void **state)
{
	struct report_fixture *fixture = *state;
	assert_true(fingerprint(fixture, &kind, "a", "x: 1\n", "x: 1", NULL) ==
		    fingerprint(fixture, &kind, "a", "# new\n\n   x: 1\r\n", "x: 1", NULL));
}

static void does_not_see_how_lines_end(void **state)
{
	struct report_fixture *fixture = *state;
	assert_true(fingerprint(fixture, &kind, "a", "x: 1\ny: 2\n", "x: 1\ny", NULL) ==
		    fingerprint(fixture, &kind, "a", "x: 1 \r\ny: 2\n", "x: 1 \r\ny", NULL));
}

static void stays_when_the_record_moves_or_grows(void **state)
{
	struct report_fixture *fixture = *state;
	assert_true(fingerprint(fixture, &kind, "a", "id: x\nn: 1\n", "id: x\nn: 1", "x") ==
		    fingerprint(fixture, &kind, "b", "id: x\nm: 2\n", "id: x\nm: 2", "x"));
}

static void differs_by_code_file_record_and_text(void **state)
{
	struct report_fixture *fixture = *state;
	const uint64_t all[] = {
		fingerprint(fixture, &kind, "a", "x: 1\n", "x", NULL),
		fingerprint(fixture, &other, "a", "x: 1\n", "x", NULL),
		fingerprint(fixture, &kind, "b", "x: 1\n", "x", NULL),
		fingerprint(fixture, &kind, "a", "x: 1\n", "1", NULL),
		fingerprint(fixture, &kind, "a", "x: 1\n", "x", "record"),
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (size_t j = 0; j < i; j++)
			assert_true(all[i] != all[j]);
}

/* A short number could be found again by trying. */
static void is_not_made_from_what_is_secret(void **state)
{
	static const struct finding_kind secret = {.code = "a-code", .message = "x", .secret = true};
	struct report_fixture *fixture = *state;
	assert_true(fingerprint(fixture, &secret, "a", "x: 1\n", "1", NULL) ==
		    fingerprint(fixture, &secret, "a", "x: 2\n", "2", NULL));
}

/* Servers and baselines remember it. */
static void is_made_as_the_manual_says(void **state)
{
	struct report_fixture *fixture = *state;
	assert_true(fingerprint(fixture, &kind, "a.yaml", "x: 1\n", "x", NULL) ==
		    UINT64_C(0x95A3A9DBC8C4CBDA));
}

static void numbers_those_that_are_alike(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_many(fixture, &kind, 300);

	uint64_t *all = fingerprints_of(&fixture->findings);

	for (size_t i = 0; i < 300; i++)
		for (size_t j = 0; j < i; j++)
			assert_true(all[i] != all[j]);
	free(all);
}

static void needs_no_place(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings, &(struct finding){.kind = &kind});
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind,
			.where = {
				.source = report_source(fixture, "a", ""), .begin = 9, .end = 4}});

	uint64_t *all = fingerprints_of(&fixture->findings);

	assert_true(all[0] != all[1]);
	free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPORT_TEST(stays_when_lines_move),
		REPORT_TEST(does_not_see_how_lines_end),
		REPORT_TEST(stays_when_the_record_moves_or_grows),
		REPORT_TEST(differs_by_code_file_record_and_text),
		REPORT_TEST(is_not_made_from_what_is_secret),
		REPORT_TEST(is_made_as_the_manual_says),
		REPORT_TEST(numbers_those_that_are_alike),
		REPORT_TEST(needs_no_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
