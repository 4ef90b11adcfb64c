#include "town/voters.h"

#include <stdlib.h>

#include "base/arena.h"

static bool has_vote(const struct node *member)
{
	return !kpss_str_is(value_text(field(member, WORD_has_vote)), "false");
}

static int pointer_compare(const void *left, const void *right)
{
	const struct entity *const *a = left, *const *b = right;
	return (*a > *b) - (*a < *b);
}

int64_t voters_of(const struct plan *plan, const struct entity *body, struct kpss_date day,
	struct arena *arena)
{
	const struct node *members = field(body->mapping, WORD_members);
	const struct entity **people = arena_array(arena, members->size, sizeof *people);
	size_t named = 0;
	int64_t count = 0;
	for (const struct node *member = value_first_item(members); member;
		member = node_next_item(members, member)) {
		if (member->kind != NODE_MAPPING || !period_is_sound(member))
			return 0;
		if (!period_contains(mapping_period(member), day) || !has_vote(member))
			continue;
		people[named] = plan_target(plan, field(member, WORD_person));
		if (people[named])
			named++;
		else
			count++;
	}
	qsort(people, named, sizeof *people, pointer_compare);
	for (size_t i = 0; i < named; i++)
		count += i == 0 || people[i] != people[i - 1];
	return count;
}

static int64_t items_count(const struct node *list)
{
	int64_t count = 0;
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		count++;
	return count;
}

static int64_t number_of(const struct node *mapping, uint32_t word)
{
	int64_t number;
	return value_integer(field(mapping, word), &number) && number > 0 ? number : 0;
}

bool voters_are_recorded(const struct entity *meeting)
{
	const struct node *attendance = field(meeting->mapping, WORD_attendance);
	return value_first_item(field(attendance, WORD_members)) ||
	       value_first_item(field(attendance, WORD_unnamed)) ||
	       !is_absent(field(attendance, WORD_members_count));
}

static bool list_names(
	const struct plan *plan, const struct node *list, const struct entity *person)
{
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		if (plan_target(plan, item) == person)
			return true;
	return false;
}

/* How many of those present are members without a vote on the day. */
static int64_t silent_present(
	const struct plan *plan, const struct entity *meeting, const struct node *present)
{
	const struct entity *body = plan_target(plan, field(meeting->mapping, WORD_body));
	struct kpss_date day = value_date(field(meeting->mapping, WORD_date), KPSS_DATE_EARLIEST);
	const struct node *members = body ? field(body->mapping, WORD_members) : value_none();
	int64_t count = 0;
	for (const struct node *member = value_first_item(members); member;
		member = node_next_item(members, member)) {
		if (has_vote(member) || !period_contains(mapping_period(member), day))
			continue;
		const struct entity *person = plan_target(plan, field(member, WORD_person));
		count += person && list_names(plan, present, person);
	}
	return count;
}

int64_t voters_present(const struct plan *plan, const struct entity *meeting)
{
	const struct node *attendance = field(meeting->mapping, WORD_attendance);
	const struct node *members = field(attendance, WORD_members);
	int64_t silent = silent_present(plan, meeting, members);
	int64_t listed = items_count(members) - silent +
			 items_count(field(attendance, WORD_unnamed)) +
			 items_count(field(attendance, WORD_substitutes));
	int64_t stated = number_of(attendance, WORD_members_count) - silent;
	return stated > listed ? stated : listed;
}

int64_t guests_present(const struct entity *meeting)
{
	const struct node *attendance = field(meeting->mapping, WORD_attendance);
	int64_t listed = items_count(field(attendance, WORD_guests)) +
			 items_count(field(attendance, WORD_guest_people));
	int64_t stated = number_of(attendance, WORD_guests_count);
	return stated > listed ? stated : listed;
}

struct vote_count vote_count_of(const struct node *vote)
{
	struct vote_count count = {.in_favour = number_of(vote, WORD_in_favour)};
	if (__builtin_add_overflow(count.in_favour, number_of(vote, WORD_against), &count.cast) ||
		__builtin_add_overflow(count.cast, number_of(vote, WORD_abstained), &count.cast))
		count.cast = INT64_MAX;
	return count;
}

bool decision_is_by_vote(const struct node *decision)
{
	return value_word(field(decision, WORD_decided)) == WORD_vote ||
	       vote_count_of(field(decision, WORD_vote)).cast > 0;
}
