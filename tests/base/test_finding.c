#include "base/finding.h"

#include <stdlib.h>

#include "base/arena.h"
#include "test.h"

static const struct finding_kind first_kind = {
	.code = "a-code", .severity = KPSS_WARNING, .message = "m"};
static const struct finding_kind second_kind = {
	.code = "b-code", .severity = KPSS_ERROR, .message = "m"};

struct fixture {
	struct findings findings;
	struct arena *arena;
	struct source *a, *b;
};

static int set_up(void **state)
{
	static const char text[] = "0123456789";
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	findings_init(&fixture->findings);
	fixture->arena = arena_new();
	fixture->a = source_new(fixture->arena, kpss_str("a.yaml"), kpss_str(text));
	fixture->b = source_new(fixture->arena, kpss_str("b.yaml"), kpss_str(text));
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	findings_clear(&fixture->findings);
	arena_free(fixture->arena);
	free(fixture);
	return 0;
}

static void add(struct fixture *fixture, const struct finding_kind *kind, struct source *source,
	uint32_t begin)
{
	findings_add(&fixture->findings,
		&(struct finding){.kind = kind,
			.where = {.source = source, .begin = begin, .end = begin + 1}});
}

static void takes_the_severity_of_its_kind(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, &first_kind, fixture->a, 0);

	assert_int_equal(fixture->findings.items[0].severity, KPSS_WARNING);
}

static void keeps_a_severity_of_its_own(void **state)
{
	struct fixture *fixture = *state;

	findings_add(
		&fixture->findings, &(struct finding){.kind = &first_kind, .severity = KPSS_NOTE});

	assert_int_equal(fixture->findings.items[0].severity, KPSS_NOTE);
}

static void sorts_by_path_then_place_then_code(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, &first_kind, fixture->b, 1);
	add(fixture, &second_kind, fixture->a, 5);
	add(fixture, &first_kind, fixture->a, 5);
	add(fixture, &first_kind, fixture->a, 2);
	add(fixture, &first_kind, NULL, 0);

	findings_sort(&fixture->findings);

	const struct finding *items = fixture->findings.items;
	assert_int_equal(fixture->findings.count, 5);
	assert_null(items[0].where.source);
	assert_int_equal(items[1].where.begin, 2);
	assert_string_equal(items[2].kind->code, "a-code");
	assert_string_equal(items[3].kind->code, "b-code");
	assert_ptr_equal(items[4].where.source, fixture->b);
}

static void drops_exact_repetitions(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, &first_kind, fixture->a, 2);
	add(fixture, &first_kind, fixture->a, 3);
	add(fixture, &first_kind, fixture->a, 2);

	findings_sort(&fixture->findings);

	assert_int_equal(fixture->findings.count, 2);
}

static void keeps_findings_that_differ_in_an_argument(void **state)
{
	struct fixture *fixture = *state;
	for (int64_t i = 0; i < 3; i++)
		findings_add(&fixture->findings, &(struct finding){.kind = &first_kind,
							 .where = {.source = fixture->a},
							 .arguments = {argument_number(2 - i)}});

	findings_sort(&fixture->findings);

	assert_int_equal(fixture->findings.count, 3);
	assert_int_equal(fixture->findings.items[0].arguments[0].number, 0);
}

static void counts_by_severity(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, &first_kind, fixture->a, 1);
	add(fixture, &second_kind, fixture->a, 1);
	add(fixture, &second_kind, fixture->a, 2);
	assert_int_equal(findings_count(&fixture->findings, KPSS_ERROR), 2);
	assert_int_equal(findings_count(&fixture->findings, KPSS_WARNING), 1);
	assert_int_equal(findings_count(&fixture->findings, KPSS_NOTE), 0);
}

static void is_empty_after_a_reset(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, &first_kind, fixture->a, 1);

	findings_reset(&fixture->findings);

	assert_int_equal(fixture->findings.count, 0);
}

static void keeps_so_many_and_says_how_many_there_were(void **state)
{
	struct fixture *fixture = *state;
	for (uint32_t i = 0; i < FINDINGS_MOST; i++)
		add(fixture, &first_kind, fixture->a, i);
	assert_int_equal(fixture->findings.beyond, 0);
	add(fixture, &second_kind, fixture->a, 0);
	add(fixture, &second_kind, fixture->b, 0);

	findings_sort(&fixture->findings);

	const struct finding *items = fixture->findings.items;
	assert_int_equal(fixture->findings.count, FINDINGS_MOST + 1);
	assert_string_equal(items[0].kind->code, "limit-findings");
	assert_int_equal(items[0].arguments[0].number, FINDINGS_MOST + 2);
	assert_int_equal(items[0].arguments[1].number, FINDINGS_MOST);
	assert_ptr_equal(items[FINDINGS_MOST].kind, &first_kind);
	findings_reset(&fixture->findings);
	findings_sort(&fixture->findings);
	assert_int_equal(fixture->findings.count, 0);
}

static void takes_back_what_was_only_counted(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, &first_kind, fixture->a, 0);
	for (uint32_t i = 0; i < FINDINGS_MOST; i++)
		add(fixture, &first_kind, fixture->a, i);

	findings_take_back(&fixture->findings, 1, 0);
	add(fixture, &second_kind, fixture->a, 0);
	findings_sort(&fixture->findings);

	assert_int_equal(fixture->findings.count, 2);
	assert_ptr_equal(fixture->findings.items[1].kind, &second_kind);
}

static void leaves_out_a_subject_that_is_no_id(void **state)
{
	struct fixture *fixture = *state;
	char text[66];
	memset(text, 'a', sizeof text);
	for (size_t length = 64; length <= 65; length++)
		findings_add(&fixture->findings, &(struct finding){.kind = &first_kind,
							 .subject = {.ptr = text, .len = length}});
	assert_int_equal(fixture->findings.items[0].subject.len, 64);
	assert_null(fixture->findings.items[1].subject.ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(takes_the_severity_of_its_kind, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keeps_a_severity_of_its_own, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			sorts_by_path_then_place_then_code, set_up, tear_down),
		cmocka_unit_test_setup_teardown(drops_exact_repetitions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			keeps_findings_that_differ_in_an_argument, set_up, tear_down),
		cmocka_unit_test_setup_teardown(counts_by_severity, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			keeps_so_many_and_says_how_many_there_were, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			takes_back_what_was_only_counted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			leaves_out_a_subject_that_is_no_id, set_up, tear_down),
		cmocka_unit_test_setup_teardown(is_empty_after_a_reset, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
