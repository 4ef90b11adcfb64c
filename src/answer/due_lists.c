/* Days of people and of what is kept up to date: terms, lists of members, applications,
 * information for the public. */
#include "answer/due_inside.h"

#include "base/day.h"
#include "base/language.h"
#include "town/setting.h"

static void lists_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *reviewed = field(groups[i]->mapping, WORD_list_reviewed);
		struct kpss_date last =
			value_date(reviewed, mapping_period(groups[i]->mapping).from);
		const char *written;
		uint32_t section = due_section(search, groups[i], &written);
		int64_t months =
			section ? setting_number(plan, section, WORD_list_renewal_months, -1) : -1;
		if (months < 0 || day_is_open(last) ||
			!record_exists_on(groups[i], search->context.as_of))
			continue;
		due_add(search,
			(struct due){
				.day = day_plus_months(last, months),
				.subject = groups[i],
				.who = groups[i],
				.place = is_absent(reviewed) ? entity_name(groups[i]) : reviewed,
				.setting = written,
				.arguments = {argument_text(record_called(groups[i]))},
			});
	}
}

/* After how many months outputs of that type are renewed by the profile; -1: it does not say. */
static int64_t profile_renewal(const struct plan *plan, uint32_t type)
{
	const struct node *information = setting(plan, WORD_information, 0);
	int64_t months;
	for (const struct node *item = value_first_item(information); item;
		item = node_next_item(information, item))
		if (value_word(field(item, WORD_type)) == type &&
			value_integer(field(item, WORD_renewal_months), &months))
			return months;
	return -1;
}

static struct kpss_date last_edition(const struct entity *output)
{
	const struct node *editions = field(output->mapping, WORD_editions);
	struct kpss_date last = mapping_period(output->mapping).from;
	for (const struct node *item = value_first_item(editions); item;
		item = node_next_item(editions, item))
		last = day_later(last, value_date(field(item, WORD_date), KPSS_DATE_EARLIEST));
	return last;
}

/* Several outputs may be of one sort; the town's months hold for the newest of them. */
static bool is_newest(const struct due_search *search, const struct entity *output)
{
	uint32_t count, type = value_word(field(output->mapping, WORD_type));
	const struct entity *const *outputs =
		plan_kind(search->context.plan, KIND_information_output, &count);
	for (uint32_t i = 0; i < count; i++)
		if (value_word(field(outputs[i]->mapping, WORD_type)) == type &&
			record_exists_on(outputs[i], search->context.as_of) &&
			last_edition(outputs[i]).days > last_edition(output).days)
			return false;
	return true;
}

static void information_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *outputs = plan_kind(plan, KIND_information_output, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = outputs[i]->mapping;
		struct kpss_date last = last_edition(outputs[i]);
		int64_t months;
		bool is_own = value_integer(field(mapping, WORD_renewal_months), &months);
		if (!is_own)
			months = profile_renewal(plan, value_word(field(mapping, WORD_type)));
		if (months < 0 || day_is_open(last) ||
			!record_exists_on(outputs[i], search->context.as_of) ||
			(!is_own && !is_newest(search, outputs[i])))
			continue;
		due_add(search,
			(struct due){
				.day = day_plus_months(last, months),
				.subject = outputs[i],
				.who = due_responsible(plan, field(mapping, WORD_responsible)),
				.place = entity_name(outputs[i]),
				.setting = is_own ? "" : NULL,
				.arguments = {argument_text(record_called(outputs[i]))},
			});
	}
}

/* The day on which the leader was elected; that on which the term began where no election is
 * written. */
static struct kpss_date term_begin(const struct plan *plan, const struct node *leader)
{
	const struct node *election = field(leader, WORD_election);
	const struct entity *record = plan_target(plan, field(election, WORD_record));
	struct kpss_date begin = mapping_period(leader).from;
	begin = value_date(field(election, WORD_date), begin);
	return record ? value_date(field(record->mapping, WORD_date), begin) : begin;
}

static void leader_look(
	struct due_search *search, const struct entity *group, const struct node *leader)
{
	const struct plan *plan = search->context.plan;
	const struct entity *person = plan_target(plan, field(leader, WORD_person));
	struct period period = mapping_period(leader);
	const char *written;
	uint32_t section = due_section(search, group, &written);
	int64_t years = section ? setting_number(plan, section, WORD_leader_term_years, -1) : -1;
	struct kpss_date begin = term_begin(plan, leader), end = period.to;
	bool by_setting = false;
	if (!person || !period_is_sound(leader) || !period_contains(period, search->context.as_of))
		return;
	if (day_is_open(end) && years > 0 && !day_is_open(begin) &&
		is_absent(field(leader, WORD_by_office))) {
		end = day_before(day_plus_months(begin, years * 12));
		by_setting = true;
	}
	due_add(search, (struct due){
				.day = end,
				.subject = group,
				.detail = person->id,
				.who = group,
				.place = leader,
				.setting = by_setting ? written : "",
				.arguments = {argument_text(record_called(person))},
			});
}

static void terms_find(struct due_search *search)
{
	static const uint16_t kinds[] = {KIND_group, KIND_body};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count;
		const struct entity *const *groups =
			plan_kind(search->context.plan, kinds[k], &count);
		for (uint32_t i = 0; i < count; i++) {
			const struct node *leaders = field(groups[i]->mapping, WORD_leaders);
			for (const struct node *item = value_first_item(leaders); item;
				item = node_next_item(leaders, item))
				leader_look(search, groups[i], item);
		}
	}
}

static void holders_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *roles = plan_kind(plan, KIND_role, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *holders = field(roles[i]->mapping, WORD_holders);
		for (const struct node *item = value_first_item(holders); item;
			item = node_next_item(holders, item)) {
			const struct entity *person = plan_target(plan, field(item, WORD_person));
			if (!person || !period_is_sound(item) ||
				!period_contains(mapping_period(item), search->context.as_of))
				continue;
			due_add(search,
				(struct due){
					.day = mapping_period(item).to,
					.subject = roles[i],
					.detail = person->id,
					.who = person,
					.place = item,
					.arguments = {argument_text(record_called(roles[i]))},
				});
		}
	}
}

static void applications_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *applications = plan_kind(plan, KIND_application, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = applications[i]->mapping;
		const struct entity *group = plan_target(plan, field(mapping, WORD_group));
		struct kpss_date received =
			value_date(field(mapping, WORD_received), KPSS_DATE_LATEST);
		const char *written;
		uint32_t section = due_section(search, group, &written);
		int64_t months =
			section ? setting_number(plan, section, WORD_admission_within_months, -1)
				: -1;
		if (months < 0 || day_is_open(received) || !is_absent(field(mapping, WORD_result)))
			continue;
		due_add(search, (struct due){
					.day = day_plus_months(received, months),
					.subject = applications[i],
					.who = group,
					.place = entity_name(applications[i]),
					.setting = written,
					.arguments = {argument_text(applications[i]->id)},
				});
	}
}

static void suggestions_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *suggestions = plan_kind(plan, KIND_suggestion, &count);
	int64_t days = setting_number(plan, WORD_groups, WORD_suggestions_within_days, -1);
	for (uint32_t i = 0; days >= 0 && i < count; i++) {
		const struct node *mapping = suggestions[i]->mapping,
				  *received = field(mapping, WORD_received);
		struct kpss_date day = value_date(received, KPSS_DATE_LATEST);
		if (day_is_open(day) ||
			!is_absent(field(field(mapping, WORD_settlement), WORD_result)))
			continue;
		due_add(search, (struct due){
					.day = day_plus_days(day, days),
					.subject = suggestions[i],
					.who = plan_target(plan, field(mapping, WORD_group)),
					.place = received,
					.arguments = {argument_text(suggestions[i]->id)},
				});
	}
}

const struct due_kind due_lists[] = {
	{.word = "list-review",
		.text = N_("review the list of members of ‘{0}’"),
		.setting = "groups.list_renewal_months",
		.steering_setting = "steering_group.list_renewal_months",
		.find = lists_find},
	{.word = "information",
		.text = N_("renew ‘{0}’ for the public"),
		.setting = "information.renewal_months",
		.find = information_find},
	{.word = "term-end",
		.text = N_("end of the term of the leader: {0}"),
		.setting = "groups.leader_term_years",
		.steering_setting = "steering_group.leader_term_years",
		.find = terms_find},
	{.word = "role-end",
		.text = N_("the role ‘{0}’ ends for its holder"),
		.happens = true,
		.find = holders_find},
	{.word = "application",
		.text = N_("decide on the application ‘{0}’"),
		.setting = "groups.admission_within_months",
		.steering_setting = "steering_group.admission_within_months",
		.find = applications_find},
	{.word = "suggestion",
		.text = N_("settle the suggestion ‘{0}’"),
		.setting = "groups.suggestions_within_days",
		.find = suggestions_find},
	{0},
};
