#include "answer/approved.h"

#include "plan_fixture.h"

#define PLAN(name) "plány: [{id: p, název: " name "}]\n"
#define BODIES     "orgány: [{id: rada, název: R}, {id: zm, název: Z}]\n"

struct then {
	struct plan_fixture *fixture; /* NULL: git has it no more */
	struct approved_then then;
};

static const struct approved_then *read_then(void *user, const struct approved_text *text)
{
	struct then *then = user;
	(void)text;
	return then->fixture ? &then->then : NULL;
}

/* The only answer, or the first of several, about a plan that was called P. */
static struct approved_list verify(
	struct plan_fixture *fixture, const char *now, const char *approvals, bool has_then)
{
	struct then then = {0};
	struct kpss_date day;
	char text[2048];
	if (has_then) {
		plan_set_up((void **)&then.fixture);
		plan_fixture_load_one(then.fixture, PLAN("P"));
		then.then.plan = then.fixture->plan;
	}
	snprintf(text, sizeof text, "%s" BODIES "schválení:\n%s", now, approvals);
	plan_fixture_file(
		fixture, "pravidla.yaml", "závazné_údaje: [{druh: plán, údaje: [název]}]\n");
	plan_fixture_load_one(fixture, text);
	assert_true(kpss_date_parse(kpss_str("2025-06-01"), &day));
	const struct approved_question question = {
		.plan = fixture->plan, .as_of = day, .read = read_then, .user = &then};
	struct approved_list list = approved_verify(&question, fixture->findings.arena);
	if (has_then)
		plan_tear_down((void **)&then.fixture);
	return list;
}

#define ANSWER "  - {id: s, předmět: p, orgán: zm, datum: 2024-12-10, výrok: schvaluje"
/* Of no plan. */
#define HASH "0123456789abcdef0123456789abcdef"

static void cannot_be_verified_where_nothing_was_pinned(void **state)
{
	struct approved_list list = verify(*state, PLAN("Q"), ANSWER "}\n", true);

	assert_int_equal(list.items[0].state, APPROVED_UNPINNED);
	assert_false(approved_is_broken(&list.items[0]));
}

static void is_unchanged_where_the_plan_says_the_same(void **state)
{
	struct approved_list list =
		verify(*state, "# Jinak zapsáno.\nplány:\n  - název: P\n    id: p\n",
			ANSWER ", revize: abcdef1}\n", true);

	assert_int_equal(list.items[0].state, APPROVED_UNCHANGED);
}

static void tells_what_has_changed_and_what_binds(void **state)
{
	struct approved_list list = verify(*state, PLAN("Q"), ANSWER ", revize: abcdef1}\n", true);

	assert_int_equal(list.items[0].state, APPROVED_CHANGED);
	assert_int_equal(list.items[0].diff.binding, 1);
	assert_int_equal(list.binding, 1);
	assert_true(approved_is_broken(&list.items[0]));
}

static void tells_a_hash_that_is_not_that_of_the_text(void **state)
{
	struct approved_list list = verify(
		*state, PLAN("Q"), ANSWER ", revize: abcdef1, otisk: '" HASH HASH "'}\n", true);

	assert_int_equal(list.items[0].state, APPROVED_FORGED);
	assert_true(approved_is_broken(&list.items[0]));
}

static void does_not_know_where_git_has_the_text_no_more(void **state)
{
	struct approved_list list = verify(*state, PLAN("Q"), ANSWER ", revize: abcdef1}\n", false);

	assert_int_equal(list.items[0].state, APPROVED_UNKNOWN);
}

static void gives_way_to_a_later_resolution_of_the_same_body(void **state)
{
	struct approved_list list = verify(*state, PLAN("Q"),
		ANSWER
		", revize: abcdef1}\n"
		"  - {id: t, předmět: p, orgán: zm, datum: 2025-02-01, výrok: schvaluje}\n"
		"  - {id: u, předmět: p, orgán: zm, datum: 2025-07-01, výrok: schvaluje}\n"
		"  - {id: v, předmět: p, orgán: rada, datum: 2025-03-01, výrok: neschvaluje}\n",
		true);

	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].state, APPROVED_FOLLOWED);
	assert_true(kpss_str_is(list.items[0].follower->approval->id, "t"));
	assert_int_equal(list.items[1].state, APPROVED_UNPINNED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(cannot_be_verified_where_nothing_was_pinned),
		PLAN_TEST(is_unchanged_where_the_plan_says_the_same),
		PLAN_TEST(tells_what_has_changed_and_what_binds),
		PLAN_TEST(tells_a_hash_that_is_not_that_of_the_text),
		PLAN_TEST(does_not_know_where_git_has_the_text_no_more),
		PLAN_TEST(gives_way_to_a_later_resolution_of_the_same_body),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
