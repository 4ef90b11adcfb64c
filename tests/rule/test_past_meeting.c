/* Going through the meetings that are over. */
#include "rule/past_meeting.h"

#include "rule_fixture.h"

static const char town[] =
	"osoby: [{id: a}, {id: b}]\n"
	"orgány: [{id: rada, název: Rada, druh: rada}]\n"
	"skupiny:\n"
	"  - {id: rs, název: ŘS, druh: řídicí}\n"
	"  - {id: ps, název: PS, od: 2018-01-01, do: 2019-12-31}\n"
	"  - {id: tym, název: Tým, druh: realizační_tým}\n"
	"jednání:\n"
	"  - {id: ps-2, orgán: ps, datum: 2019-05-02, účast: {přítomni: [a]}}\n"
	"  - {id: ps-1, orgán: ps, datum: 2018-05-02, druh: mimo_jednání}\n"
	"  - {id: spolecne, orgán: rs, společně_s: [ps], datum: 2019-09-09, předsedá: b}\n";

static void town_load(struct plan_fixture *fixture)
{
	assert_string_equal(plan_fixture_load_one(fixture, town), "");
}

/* Tells of each look as a finding without a message. */
static bool look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	static const struct finding_kind kind = {
		.code = "looked", .severity = KPSS_NOTE, .message = "looked"};
	struct finding finding = meeting_finding(context, &kind, gathering->meeting,
		field(gathering->meeting->mapping, WORD_date), value_none());
	finding.arguments[1] = argument_number(section);
	findings_add(context->findings, &finding);
	return section == WORD_steering_group;
}

static void walks_over_past_meetings_until_something_is_told(void **state)
{
	struct plan_fixture *fixture = *state;
	town_load(fixture);
	struct rule_context context = {.plan = fixture->plan,
		.as_of = kpss_date_of(2019, 9, 9),
		.findings = &fixture->findings};
	past_meetings_walk(&context, look);
	assert_int_equal(fixture->findings.count, 2);
	assert_int_equal(fixture->findings.items[0].arguments[1].number, WORD_groups);
	assert_int_equal(fixture->findings.items[1].arguments[1].number, WORD_steering_group);
	findings_reset(&fixture->findings);
	context.as_of = kpss_date_of(2019, 9, 8);
	past_meetings_walk(&context, look);
	assert_int_equal(fixture->findings.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(walks_over_past_meetings_until_something_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
