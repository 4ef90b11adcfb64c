#include "answer/approving.h"

#include "plan_fixture.h"

#define RULES                                                                                      \
	"postupy_schvalování:\n"                                                                 \
	"  - dokument: plán\n"                                                                    \
	"    kroky:\n"                                                                             \
	"      - {orgán: komise, výroky: [projednává, doporučuje], nutný_souhlas: true}\n"   \
	"      - {orgán: odbor, nepovinný: true}\n"                                              \
	"      - {orgán: rada, výroky: [doporučuje]}\n"                                         \
	"      - {orgán: zm, výroky: [schvaluje]}\n"

#define TOWN                                                                                       \
	"plány: [{id: p, název: P}]\n"                                                           \
	"základní_listiny: [{id: l, název: L}]\n"                                               \
	"orgány:\n"                                                                               \
	"  - {id: komise, název: K}\n"                                                            \
	"  - {id: odbor, název: O}\n"                                                             \
	"  - {id: rada, název: R}\n"                                                              \
	"  - {id: zm, název: Z}\n"                                                                \
	"  - {id: spolek, název: S}\n"                                                            \
	"schválení:\n"

static struct approving_judgement judge(struct plan_fixture *fixture, const char *approvals,
	const char *subject, const char *body, uint32_t verb)
{
	struct kpss_date day;
	char text[4096];
	snprintf(text, sizeof text, TOWN "%s", approvals);
	plan_fixture_file(fixture, "pravidla.yaml", RULES);
	plan_fixture_load_one(fixture, text);
	assert_true(kpss_date_parse(kpss_str("2024-12-10"), &day));
	const struct entity *of = plan_fixture_find(fixture, subject);
	const struct approving approving = {
		.subject = of,
		.body = plan_fixture_find(fixture, body),
		.type = document_type_of(of),
		.verb = verb,
		.day = day,
	};
	return approving_judge(fixture->plan,
		approvals_of_plan(fixture->plan, fixture->findings.arena), &approving);
}

#define COMMISSION "  - {id: a, předmět: p, orgán: komise, datum: 2024-12-02, výrok: doporučuje}\n"

static void lets_the_body_act_whose_turn_it_is(void **state)
{
	struct approving_judgement judgement =
		judge(*state, COMMISSION, "p", "rada", WORD_recommends);

	assert_int_equal(judgement.fault, APPROVING_FINE);
	assert_true(kpss_str_is(judgement.before->approval->id, "a"));
}

static void takes_the_only_verb_that_a_step_knows(void **state)
{
	struct approving_judgement judgement = judge(*state, COMMISSION, "p", "rada", UINT32_MAX);

	assert_int_equal(judgement.fault, APPROVING_FINE);
	assert_int_equal(judgement.verb, WORD_recommends);
}

static void asks_for_a_verb_where_the_step_knows_several(void **state)
{
	struct approving_judgement judgement = judge(*state, COMMISSION, "p", "komise", UINT32_MAX);

	assert_int_equal(judgement.fault, APPROVING_VERB_NEEDED);
}

static void refuses_a_body_that_is_not_in_the_chain(void **state)
{
	struct approving_judgement judgement =
		judge(*state, COMMISSION, "p", "spolek", WORD_recommends);

	assert_int_equal(judgement.fault, APPROVING_NO_STEP);
}

static void refuses_a_verb_that_the_step_does_not_know(void **state)
{
	struct approving_judgement judgement =
		judge(*state, COMMISSION, "p", "rada", WORD_approves);

	assert_int_equal(judgement.fault, APPROVING_WRONG_VERB);
}

static void lets_every_body_say_no(void **state)
{
	struct approving_judgement judgement = judge(*state, COMMISSION, "p", "rada", WORD_rejects);

	assert_int_equal(judgement.fault, APPROVING_FINE);
}

static void refuses_to_skip_a_step_unless_it_is_optional(void **state)
{
	struct approving_judgement judgement = judge(*state, COMMISSION, "p", "zm", WORD_approves);

	assert_int_equal(judgement.fault, APPROVING_STEP_SKIPPED);
	assert_true(kpss_str_is(value_text(field(judgement.other, WORD_body)), "rada"));
}

static void refuses_a_day_before_the_step_before(void **state)
{
	struct approving_judgement judgement = judge(*state,
		"  - {id: a, předmět: p, orgán: komise, datum: 2024-12-12, výrok: doporučuje}\n",
		"p", "rada", WORD_recommends);

	assert_int_equal(judgement.fault, APPROVING_TOO_EARLY);
	assert_true(kpss_str_is(judgement.earlier->approval->id, "a"));
}

static void goes_by_the_last_word_of_the_step_before(void **state)
{
	struct approving_judgement judgement = judge(*state,
		"  - {id: a, předmět: p, orgán: komise, datum: 2024-12-02, výrok: doporučuje}\n"
		"  - {id: b, předmět: p, orgán: komise, datum: 2024-12-05, výrok: neschvaluje}\n",
		"p", "rada", WORD_recommends);

	assert_int_equal(judgement.fault, APPROVING_REFUSED);
	assert_true(kpss_str_is(judgement.earlier->approval->id, "b"));
}

static void asks_nothing_where_the_town_has_no_chain(void **state)
{
	struct approving_judgement judgement =
		judge(*state, COMMISSION, "l", "spolek", WORD_approves);

	assert_int_equal(judgement.fault, APPROVING_FINE);
	assert_null(judgement.step);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(lets_the_body_act_whose_turn_it_is),
		PLAN_TEST(takes_the_only_verb_that_a_step_knows),
		PLAN_TEST(asks_for_a_verb_where_the_step_knows_several),
		PLAN_TEST(refuses_a_body_that_is_not_in_the_chain),
		PLAN_TEST(refuses_a_verb_that_the_step_does_not_know),
		PLAN_TEST(lets_every_body_say_no),
		PLAN_TEST(refuses_to_skip_a_step_unless_it_is_optional),
		PLAN_TEST(refuses_a_day_before_the_step_before),
		PLAN_TEST(goes_by_the_last_word_of_the_step_before),
		PLAN_TEST(asks_nothing_where_the_town_has_no_chain),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
