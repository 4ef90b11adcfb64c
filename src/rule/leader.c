/* How leaders came to lead: elected by those whom the town has named, and independent of whom they plan for. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind not_elected = {
	.code = "leader-not-elected",
	.severity = KPSS_ERROR,
	.message = N_("no election of the leader ‘{0}’ of the group ‘{1}’ is recorded"),
	.label = N_("leads the group"),
	.remedy = N_("add the field ‘election’ (volba) with the day of the election"),
	.related = N_("the town has decided here who elects the leader"),
	.meaning = N_("every leader was elected before the leadership began"),
	.explanation = N_("The town has decided who elects the leaders. A leader by office and one "
	         "who is only charged with "
	         "leading for a time need no election."),
	.setting = "groups.leader_electorate steering_group.leader_electorate electorates",
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín)"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  volitelé_vedoucího: [členové, koordinátor]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  volitelé_vedoucího: [členové, koordinátor]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - osoba: dvorakova-p\n"
	         "        od: 2024-01-01\n"
	         "        volba: {datum: 2023-12-12, volitelé: [členové, koordinátor]}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
};
static const struct finding_kind elected_late = {
	.code = "leader-not-elected",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ leads the group ‘{1}’ since {2}, but was elected only on {3}"),
	.label = N_("elected after the leadership began"),
	.remedy = N_("correct the days, or write the days before as acting (pověřen: true)"),
	.related = N_("leads from this day"),
};
static const struct finding_kind wrong_electorate = {
	.code = "wrong-electorate",
	.severity = KPSS_ERROR,
	.message = N_("the leader ‘{0}’ of the group ‘{1}’ was elected by others than the town has "
	         "decided"),
	.label = N_("these voted"),
	.remedy = N_("correct who voted, or repeat the election"),
	.related = N_("the town has decided here who elects the leader"),
	.meaning = N_("leaders are elected by those whom the town has named"),
	.explanation = N_("Who elects differs between towns: the members, the other members, the "
	         "members and the coordinator. The "
	         "election is compared with what the profile says."),
	.setting = "groups.leader_electorate steering_group.leader_electorate electorates",
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín)"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  volitelé_vedoucího: [členové, koordinátor]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - osoba: dvorakova-p\n"
	         "        od: 2024-01-01\n"
	         "        volba: {datum: 2023-12-12, volitelé: [členové]}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  volitelé_vedoucího: [členové, koordinátor]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - osoba: dvorakova-p\n"
	         "        od: 2024-01-01\n"
	         "        volba: {datum: 2023-12-12, volitelé: [koordinátor, členové]}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
};
static const struct finding_kind not_independent = {
	.code = "leader-not-independent",
	.severity = KPSS_ERROR,
	.message = N_("the leader ‘{0}’ of the group ‘{1}’ works for ‘{2}’ at the same time"),
	.label = N_("leads the group"),
	.remedy = N_("correct the days of the employment, or let the group elect somebody else"),
	.related = N_("the employment"),
	.meaning = N_("no leader works for a body that leaders have to be independent of"),
	.explanation = N_("The town has decided of which bodies, usually the department that guarantees "
	         "the planning, the leaders "
	         "are independent. Units of such a body count as well; voluntary work does not."),
	.setting = "groups.leader_independent_of steering_group.leader_independent_of",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  vedoucí_nezávislý_na: [odbor]\n"
	         "# skupiny.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor, název: Odbor sociálních služeb, druh: odbor}\n"
	         "osoby:\n"
	         "  - id: maly-j\n"
	         "    jméno: Josef Malý\n"
	         "    zaměstnání: [{orgán: odbor, od: 2019-09-01}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: maly-j, od: 2024-01-01}]\n"
	         "    členové: [{osoba: maly-j, od: 2024-01-01}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  vedoucí_nezávislý_na: [odbor]\n"
	         "# skupiny.yaml\n"
	         "orgány:\n"
	         "  - {id: odbor, název: Odbor sociálních služeb, druh: odbor}\n"
	         "osoby:\n"
	         "  - id: maly-j\n"
	         "    jméno: Josef Malý\n"
	         "    zaměstnání: [{orgán: odbor, od: 2019-09-01, do: 2023-12-31}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: maly-j, od: 2024-01-01}]\n"
	         "    členové: [{osoba: maly-j, od: 2024-01-01}]\n",
};

/* Who elects the leader of the group: what the profile says of this group, else of groups like it. */
static const struct node *electorate_decided(const struct plan *plan, const struct entity *group)
{
	const struct node *electorates = setting(plan, WORD_electorates, 0);
	const struct node *item = value_first_item(electorates);
	for (; item; item = node_next_item(electorates, item))
		if (plan_target(plan, field(item, WORD_group)) == group)
			return field(item, WORD_electorate);
	return group_setting(plan, group, WORD_leader_electorate);
}

static bool was_elected(const struct plan *plan, const struct entity *election, const struct entity *person)
{
	const struct node *candidates = field(election->mapping, WORD_candidates);
	const struct node *item = value_first_item(candidates);
	for (; item; item = node_next_item(candidates, item))
		if (value_is_true(field(item, WORD_elected)) && plan_target(plan, field(item, WORD_person)) == person)
			return true;
	return false;
}

/* An election kept as a record of its own that the leadership does not name. */
static const struct entity *election_found(
	const struct plan *plan, const struct entity *group, const struct tenure *leadership)
{
	uint32_t count;
	const struct entity *const *elections = plan_kind(plan, KIND_election, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = elections[i]->mapping, *post = field(mapping, WORD_post);
		struct kpss_date day = value_date(field(mapping, WORD_date), KPSS_DATE_EARLIEST);
		bool of_leader = is_absent(post) || value_word(post) == WORD_leader;
		if (of_leader && plan_target(plan, field(mapping, WORD_group)) == group &&
			day.days <= leadership->period.from.days && was_elected(plan, elections[i], leadership->holder))
			return elections[i];
	}
	return NULL;
}

struct elected {
	const struct node *mapping;  /* what is written with the leadership; absent: nothing */
	const struct entity *record; /* the record; NULL: none */
};

static struct elected election_of(const struct plan *plan, const struct entity *group, const struct tenure *leadership)
{
	const struct node *mapping = field(leadership->mapping, WORD_election);
	struct elected elected = {.mapping = mapping, .record = plan_target(plan, field(mapping, WORD_record))};
	if (is_absent(mapping))
		elected.record = election_found(plan, group, leadership);
	return elected;
}

static bool is_recorded(struct elected elected)
{
	return elected.record || !is_absent(field(elected.mapping, WORD_date)) ||
	       !is_absent(field(elected.mapping, WORD_meeting)) || !is_absent(field(elected.mapping, WORD_record));
}

/* A field of the election, written with the leadership or in the record, and the record in which it is written. */
static const struct node *election_field(
	struct elected elected, const struct entity *group, uint32_t word, const struct entity **owner)
{
	const struct node *own = field(elected.mapping, word);
	*owner = group;
	if (!is_absent(own) || !elected.record)
		return own;
	*owner = elected.record;
	return field(elected.record->mapping, word);
}

static bool same_words(const struct node *left, const struct node *right)
{
	if (left->kind != NODE_SEQUENCE || right->kind != NODE_SEQUENCE)
		return true; /* nothing is recorded, or a fault of its own */
	for (const struct node *item = value_first_item(left); item; item = node_next_item(left, item))
		if (!value_has_word(right, value_word(item)))
			return false;
	for (const struct node *item = value_first_item(right); item; item = node_next_item(right, item))
		if (!value_has_word(left, value_word(item)))
			return false;
	return true;
}

static void electorate_check(const struct rule_context *context, const struct entity *group,
	const struct tenure *leadership, struct elected elected)
{
	const struct entity *owner;
	const struct node *decided = electorate_decided(context->plan, group);
	const struct node *voted = election_field(elected, group, WORD_electorate, &owner);
	if (same_words(voted, decided))
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &wrong_electorate,
			.where = entity_span(owner, voted),
			.related = setting_span(context->plan, decided),
			.arguments = {argument_text(leadership->holder->id), argument_text(group->id)},
			.subject = group->id,
		});
}

static void election_day_check(const struct rule_context *context, const struct entity *group,
	const struct tenure *leadership, struct elected elected)
{
	const struct entity *owner;
	const struct node *day = election_field(elected, group, WORD_date, &owner);
	struct kpss_date from = leadership->period.from, elected_on = value_date(day, KPSS_DATE_EARLIEST);
	if (from.days == INT32_MIN || elected_on.days <= from.days)
		return;
	findings_add(context->findings, &(struct finding){
						.kind = &elected_late,
						.where = entity_span(owner, day),
						.related = entity_span(group, tenure_place(leadership, WORD_from)),
						.arguments =
							{
								argument_text(leadership->holder->id),
								argument_text(group->id),
								argument_date(from),
								argument_date(elected_on),
							},
						.subject = group->id,
					});
}

static void election_check(
	const struct rule_context *context, const struct entity *group, const struct tenure *leadership)
{
	const struct node *by_office = field(leadership->mapping, WORD_by_office);
	bool acting = value_is_true(field(leadership->mapping, WORD_acting));
	if (acting || !is_absent(by_office) || leadership->period.from.days > context->as_of.days)
		return;
	struct elected elected = election_of(context->plan, group, leadership);
	if (is_recorded(elected)) {
		electorate_check(context, group, leadership, elected);
		election_day_check(context, group, leadership, elected);
		return;
	}
	findings_add(context->findings,
		&(struct finding){
			.kind = &not_elected,
			.where = entity_span(group, tenure_place(leadership, WORD_person)),
			.related = setting_span(context->plan, electorate_decided(context->plan, group)),
			.arguments = {argument_text(leadership->holder->id), argument_text(group->id)},
			.subject = group->id,
		});
}

/* Calls `check` for every leadership of every group for which the town has decided something. */
static void leaderships_walk(const struct rule_context *context,
	const struct node *(*decided)(const struct plan *plan, const struct entity *group),
	void (*check)(const struct rule_context *context, const struct entity *group, const struct tenure *leadership))
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		if (!value_first_item(decided(context->plan, groups[i])))
			continue;
		struct tenures leaders = tenures_of(context->plan, groups[i], WORD_leaders, context->findings->arena);
		for (size_t k = 0; k < leaders.count; k++)
			if (leaders.items[k].holder)
				check(context, groups[i], &leaders.items[k]);
	}
}

static void elections_check(const struct rule_context *context)
{
	leaderships_walk(context, electorate_decided, election_check);
}

static const struct node *independence_decided(const struct plan *plan, const struct entity *group)
{
	return group_setting(plan, group, WORD_leader_independent_of);
}

enum { UNITS_MOST = 20 }; /* more means that bodies go round in a circle */

/* Is the body among those of a list, or a unit of one? */
static bool body_is_of(const struct plan *plan, const struct entity *body, const struct node *list)
{
	for (int steps = 0; body && steps < UNITS_MOST; steps++) {
		for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
			if (plan_target(plan, item) == body)
				return true;
		bool is_unit = value_word(field(body->mapping, WORD_type)) == WORD_unit;
		body = is_unit ? plan_target(plan, field(body->mapping, WORD_parent)) : NULL;
	}
	return false;
}

static bool is_employed(const struct rule_context *context, const struct node *employment, const struct node *bodies,
	struct period days)
{
	struct period worked = mapping_period(employment);
	bool overlaps = worked.from.days <= days.to.days && days.from.days <= worked.to.days;
	return overlaps && period_is_sound(employment) &&
	       value_word(field(employment, WORD_relation)) != WORD_volunteer &&
	       body_is_of(context->plan, plan_target(context->plan, field(employment, WORD_body)), bodies);
}

static void independence_check(
	const struct rule_context *context, const struct entity *group, const struct tenure *leadership)
{
	const struct node *bodies = independence_decided(context->plan, group);
	const struct node *employments = field(leadership->holder->mapping, WORD_employments);
	const struct node *item = value_first_item(employments);
	struct period days = within_lifetime(group, leadership->period);
	for (; item && !period_is_empty(days); item = node_next_item(employments, item)) {
		if (!is_employed(context, item, bodies, days))
			continue;
		findings_add(
			context->findings, &(struct finding){
						   .kind = &not_independent,
						   .where = entity_span(group, tenure_place(leadership, WORD_person)),
						   .related = entity_span(leadership->holder, field(item, WORD_body)),
						   .arguments =
							   {
								   argument_text(leadership->holder->id),
								   argument_text(group->id),
								   argument_text(value_text(field(item, WORD_body))),
							   },
						   .subject = group->id,
					   });
		return;
	}
}

static void independences_check(const struct rule_context *context)
{
	leaderships_walk(context, independence_decided, independence_check);
}

const struct rule rule_leader[] = {
	{elections_check, {&not_elected, &elected_late, &wrong_electorate}},
	{independences_check, {&not_independent}},
	{0},
};
