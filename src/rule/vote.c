/* Decisions of a meeting: by agreement or a vote, who may vote, how many have to be there, what is enough. */
#include "base/language.h"
#include "rule/past_meeting.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/voters.h"

#define GROUP                                                                                      \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    vedoucí: [{osoba: hajkova-l}]\n"                                                     \
	"    členové:\n"                                                                         \
	"      - {osoba: hajkova-l, strana: veřejnost}\n"                                          \
	"      - {osoba: dvorakova-p, strana: veřejnost}\n"

static const struct finding_kind vote_without_reason = {
	.code = "vote-without-reason",
	.severity = KPSS_WARNING,
	.message = N_("the meeting ‘{0}’ decided by a vote and does not say why"),
	.label = N_("decided by a vote"),
	.remedy = N_("add to the decision why there was no agreement (reason, důvod)"),
	.related = N_("decisions are made by agreement"),
	.meaning = N_("where decisions are made by agreement, a vote says why there was one"),
	.explanation = N_("Agreement is the rule in community planning; a vote leaves somebody "
			  "outvoted and is the exception."),
	.setting = "groups.decision_mode steering_group.decision_mode",
	.basis = N_("charter of Sušice: decisions by agreement, a vote only as an exception"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {způsob_rozhodování: dohoda}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    rozhodnutí: [{znění: Skupina doporučuje asistenci., způsob: hlasování}]\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {způsob_rozhodování: dohoda}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    rozhodnutí: [{znění: Skupina doporučuje asistenci., způsob: dohoda}]\n",
};
static const struct finding_kind too_many_votes = {
	.code = "too-many-votes",
	.severity = KPSS_ERROR,
	.message = N_("at the meeting ‘{0}’ more votes were cast ({1}) than people with a vote "
		      "were there ({2})"),
	.label = N_("more votes than voters"),
	.remedy = N_("correct the votes, or who was present"),
	.related = N_("those present"),
	.meaning = N_("no more votes are cast than members were present"),
	.explanation = N_("Everybody has one vote: members present, by name or without, and those "
			  "who stand in for a member. "
			  "Guests have one only where the profile says so (guests_vote); members "
			  "of whom it is written that "
			  "they do not vote have none. In an election with a wider electorate, as "
			  "members and the coordinator, "
			  "guests are counted. Meetings without recorded attendance and votes by "
			  "letter are not judged."),
	.basis = N_("charter of Sušice: everybody at the table has the same weight"),
	.wrong = GROUP
	"# jednani.yaml\n"
	"jednání:\n"
	"  - id: rodiny-1\n"
	"    orgán: rodiny\n"
	"    datum: 2026-02-10\n"
	"    účast: {přítomni: [hajkova-l, dvorakova-p], hosté: [host]}\n"
	"    rozhodnutí: [{znění: Skupina doporučuje asistenci., hlasy: {pro: 2, proti: 1}}]\n",
	.right = GROUP
	"# jednani.yaml\n"
	"jednání:\n"
	"  - id: rodiny-1\n"
	"    orgán: rodiny\n"
	"    datum: 2026-02-10\n"
	"    účast: {přítomni: [hajkova-l, dvorakova-p], hosté: [host]}\n"
	"    rozhodnutí: [{znění: Skupina doporučuje asistenci., hlasy: {pro: 1, proti: 1}}]\n",
};
static const struct finding_kind not_quorate = {
	.code = "not-quorate",
	.severity = KPSS_WARNING,
	.message = N_("the meeting ‘{0}’ voted though only {1} of {2} members were present"),
	.label = N_("too few were present"),
	.remedy = N_("correct who was present, or decide again at another meeting"),
	.related = N_("how many have to be present is set here"),
	.meaning = N_("votes are taken only when enough members are present"),
	.explanation = N_("Compared are the members who have a vote on that day and those of them "
			  "who were present, by name or "
			  "without, or had somebody stand in for them. Joint meetings and votes by "
			  "letter are not judged."),
	.setting = "groups.quorum steering_group.quorum",
	.basis = N_("practice: rules of procedure set a quorum"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {usnášeníschopnost: nadpoloviční_většina}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l]}\n"
		 "    rozhodnutí: [{znění: Skupina doporučuje asistenci., způsob: hlasování}]\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {usnášeníschopnost: nadpoloviční_většina}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l, dvorakova-p]}\n"
		 "    rozhodnutí: [{znění: Skupina doporučuje asistenci., způsob: hlasování}]\n",
};
static const struct finding_kind vote_not_adopted = {
	.code = "vote-not-adopted",
	.severity = KPSS_NOTE,
	.message = N_("at the meeting ‘{0}’ {1} in favour were not enough to adopt the decision"),
	.label = N_("marked as adopted"),
	.remedy = N_("correct the votes or the field ‘adopted’ (přijato)"),
	.related = N_("how many votes are enough is set here"),
	.meaning = N_("a decision marked as adopted got as many votes as the town wants"),
	.explanation = N_("The majority is one of those present (of the votes cast, where "
			  "attendance is not recorded), or of all "
			  "members on that day; with unanimity nobody may be against or abstain. "
			  "Decisions that are not marked "
			  "as adopted are not judged."),
	.setting = "groups.adoption steering_group.adoption",
	.basis = N_("practice: rules of procedure say how many votes adopt a decision"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {k_přijetí_stačí: všichni}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    rozhodnutí: [{znění: Doporučit asistenci., hlasy: {pro: 1, zdržel_se: 1}, "
		 "přijato: true}]\n",
	.right =
		"# pravidla.yaml\n"
		"skupiny: {k_přijetí_stačí: všichni}\n" GROUP "# jednani.yaml\n"
		"jednání:\n"
		"  - id: rodiny-1\n"
		"    orgán: rodiny\n"
		"    datum: 2026-02-10\n"
		"    rozhodnutí: [{znění: Doporučit asistenci., hlasy: {pro: 2}, přijato: true}]\n",
};

static bool vote_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *mode = setting(context->plan, section, WORD_decision_mode);
	const struct node *decisions = field(gathering->meeting->mapping, WORD_decisions);
	const struct node *decision = value_first_item(decisions);
	bool told = false;
	if (value_word(mode) != WORD_agreement)
		return false;
	for (; decision; decision = node_next_item(decisions, decision)) {
		const struct node *decided = field(decision, WORD_decided);
		if (value_word(decided) != WORD_vote ||
			value_text(field(decision, WORD_reason)).len > 0)
			continue;
		struct finding finding = meeting_finding(
			context, &vote_without_reason, gathering->meeting, decided, mode);
		findings_add(context->findings, &finding);
		told = true;
	}
	return told;
}

static void votes_check(const struct rule_context *context)
{
	past_meetings_walk(context, vote_look);
}

/* Whether guests are counted: where they vote, and in an election with others than members in the electorate. */
static bool guests_are_counted(const struct rule_context *context, const struct entity *meeting,
	const struct node *decision)
{
	const struct entity *body = plan_target(context->plan, field(meeting->mapping, WORD_body));
	uint32_t section = body ? body_section(steering_group(context->plan), body) : 0;
	const struct node *electorate =
		section ? setting(context->plan, section, WORD_leader_electorate) : value_none();
	if (section && setting_is_true(context->plan, section, WORD_guests_vote))
		return true;
	if (value_word(field(decision, WORD_verb)) != WORD_elects)
		return false;
	for (const struct node *item = value_first_item(electorate); item;
		item = node_next_item(electorate, item))
		if (value_word(item) != WORD_members && value_word(item) != WORD_other_members)
			return true;
	return false;
}

static void counted_check(const struct rule_context *context, const struct entity *meeting,
	const struct node *decision)
{
	const struct node *vote = field(decision, WORD_vote);
	struct vote_count votes = vote_count_of(vote);
	if (votes.cast == 0)
		return;
	int64_t present =
		voters_present(context->plan, meeting) +
		(guests_are_counted(context, meeting, decision) ? guests_present(meeting) : 0);
	if (votes.cast <= present)
		return;
	struct finding finding =
		meeting_finding(context, &too_many_votes, meeting, vote, value_none());
	finding.related = entity_span(meeting, field(meeting->mapping, WORD_attendance));
	finding.arguments[1] = argument_number(votes.cast);
	finding.arguments[2] = argument_number(present);
	findings_add(context->findings, &finding);
}

static void counts_check(const struct rule_context *context)
{
	static const uint32_t lists[] = {WORD_decisions, WORD_program_changes};
	uint32_t count;
	const struct entity *const *meetings = plan_kind(context->plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++) {
		if (!voters_are_recorded(meetings[i]) || !meeting_was_held(meetings[i]))
			continue;
		for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
			const struct node *list = field(meetings[i]->mapping, lists[k]);
			const struct node *item = value_first_item(list);
			for (; item; item = node_next_item(list, item))
				counted_check(context, meetings[i], item);
		}
	}
}

/* Half, or two thirds, rounded up; written so that no number in a file is too large for it. */
static bool is_quorum(uint32_t quorum, int64_t present, int64_t members)
{
	if (quorum == WORD_majority)
		return present > members / 2;
	if (quorum == WORD_half)
		return present >= members - members / 2;
	return quorum != WORD_two_thirds || present >= members - members / 3;
}

static bool quorum_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct entity *meeting = gathering->meeting;
	const struct node *quorum = setting(context->plan, section, WORD_quorum);
	const struct node *decisions = field(meeting->mapping, WORD_decisions);
	const struct node *decision = value_first_item(decisions);
	if (is_absent(quorum) || !voters_are_recorded(meeting) ||
		value_first_item(field(meeting->mapping, WORD_with)))
		return false;
	while (decision && !decision_is_by_vote(decision))
		decision = node_next_item(decisions, decision);
	if (!decision)
		return false;
	int64_t members =
		voters_of(context->plan, gathering->body, gathering->day, context->findings->arena);
	int64_t present = voters_present(context->plan, meeting);
	if (members <= 0 || is_quorum(value_word(quorum), present, members))
		return false;
	struct finding finding = meeting_finding(context, &not_quorate, meeting, decision, quorum);
	finding.arguments[1] = argument_number(present);
	finding.arguments[2] = argument_number(members);
	findings_add(context->findings, &finding);
	return true;
}

static void quorums_check(const struct rule_context *context)
{
	past_meetings_walk(context, quorum_look);
}

static bool is_enough(const struct rule_context *context, const struct gathering *gathering,
	uint32_t adoption, struct vote_count votes)
{
	bool recorded = voters_are_recorded(gathering->meeting);
	if (adoption == WORD_majority_of_present)
		return votes.in_favour >
		       (recorded ? voters_present(context->plan, gathering->meeting) : votes.cast) /
			       2;
	if (adoption == WORD_majority_of_members)
		return votes.in_favour > voters_of(context->plan, gathering->body, gathering->day,
						 context->findings->arena) /
						 2;
	return adoption != WORD_unanimous || votes.in_favour == votes.cast;
}

static bool adoption_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *adoption = setting(context->plan, section, WORD_adoption);
	const struct node *decisions = field(gathering->meeting->mapping, WORD_decisions);
	const struct node *decision = value_first_item(decisions);
	bool told = false;
	for (; decision && !is_absent(adoption); decision = node_next_item(decisions, decision)) {
		const struct node *adopted = field(decision, WORD_adopted);
		struct vote_count votes = vote_count_of(field(decision, WORD_vote));
		if (!value_is_true(adopted) || votes.cast == 0 ||
			is_enough(context, gathering, value_word(adoption), votes))
			continue;
		struct finding finding = meeting_finding(
			context, &vote_not_adopted, gathering->meeting, adopted, adoption);
		finding.arguments[1] = argument_number(votes.in_favour);
		findings_add(context->findings, &finding);
		told = true;
	}
	return told;
}

static void adoptions_check(const struct rule_context *context)
{
	past_meetings_walk(context, adoption_look);
}

const struct rule rule_vote[] = {
	{votes_check, {&vote_without_reason}},
	{counts_check, {&too_many_votes}},
	{quorums_check, {&not_quorate}},
	{adoptions_check, {&vote_not_adopted}},
	{0},
};
