#include "town.h"

#include <stdio.h>
#include <string.h>

enum { people_in_block = 10, steady_in_block = 7, years_of_founding = 6 };

/* Those who sit in a working group; the first seven of a block stay for good, so that a group is never without a side. */
static const enum side block[people_in_block] = {SIDE_COMMISSIONER, SIDE_PROVIDER, SIDE_PROVIDER,
	SIDE_USER, SIDE_PROVIDER, SIDE_RELATED, SIDE_PROVIDER, SIDE_USER, SIDE_CLOSE_PERSON,
	SIDE_PUBLIC};

static int first_of_month(struct random *random, int low, int high)
{
	int year = random_between(random, low, high);
	return year * 10000 + random_between(random, 1, 12) * 100 + 1;
}

static void invent_membership(struct town *town, struct person *person, int place)
{
	struct random *random = &town->random;
	person->to = everlasting;
	person->from = first_of_month(random, first_year - years_of_founding, first_year - 2);
	if (place < steady_in_block)
		return;
	if (random_once_in(random, 3))
		person->from =
			first_of_month(random, first_year, first_year + town->shape.years - 1);
	else if (random_once_in(random, 3))
		person->to =
			random_between(random, first_year, first_year + town->shape.years) * 10000 +
			630;
}

static void invent_person(struct town *town, int index)
{
	struct random *random = &town->random;
	struct person *person = &town->people[index];
	int place = (index - 2) % people_in_block;
	*person = (struct person){.group = -1, .side = SIDE_COMMISSIONER, .to = everlasting};
	person->from = first_of_month(random, first_year - years_of_founding, first_year - 2);
	if (index >= 2) {
		person->side = block[place];
		person->group = (index - 2) / people_in_block % town->shape.groups;
		invent_membership(town, person, place);
	}
	if (person->side == SIDE_PROVIDER)
		person->organization = 1 + index % (town->shape.organizations - 1);
	if (person->side == SIDE_USER) {
		person->last = words_user(index);
		snprintf(person->id, sizeof person->id, "%s-%d", person->last.slug, index);
		return;
	}
	bool female = !random_once_in(random, 3);
	person->first = words_first_name(random, female);
	person->last = words_surname(random, female);
	snprintf(person->id, sizeof person->id, "%s-%s-%d", person->last.slug, person->first.slug,
		index);
}

/* The last digit of an IČO makes the weighted sum right. */
static int ico_of(int seven_digits)
{
	int sum = 0;
	for (int rest = seven_digits, weight = 2; weight <= 8; weight++, rest /= 10)
		sum += rest % 10 * weight;
	return seven_digits * 10 + (11 - sum % 11) % 10;
}

static void invent_organization(struct town *town, int index)
{
	struct organization *organization = &town->organizations[index];
	organization->ico =
		ico_of(9900000 + town->shape.index * most_organizations % 90000 + index);
	if (index == 0) {
		snprintf(organization->id, sizeof organization->id, "mesto");
		snprintf(organization->name, sizeof organization->name, "Město %s",
			town->name.shown);
		return;
	}
	struct name name = words_organization(&town->random);
	snprintf(organization->id, sizeof organization->id, "%s-%d", name.slug, index);
	snprintf(organization->name, sizeof organization->name, "%s, z. %c.", name.shown,
		index % 2   ? 's'
		: index % 4 ? 'u'
			    : 'o');
}

static void invent_group(struct town *town, int index)
{
	struct group *group = &town->groups[index];
	int first = 2 + index * people_in_block;
	snprintf(group->id, sizeof group->id, "ps-%s", words_area(index).slug);
	group->leaders[0] = first + 1;
	group->leaders[1] = first + 2;
	group->change = index % 2 ? everlasting : (first_year + 1) * 10000 + 701;
}

static void invent_measure(struct town *town, int index)
{
	struct measure *measure = &town->measures[index];
	int in_area = (town->shape.measures + town->shape.groups - 1) / town->shape.groups;
	int place = index % in_area;
	int member = random_between(&town->random, 0, steady_in_block - 1);
	measure->area = index / in_area;
	measure->goal = place / measures_in_goal;
	if (block[member] == SIDE_USER)
		member--;
	measure->owner = 2 + measure->area * people_in_block + member;
	measure->organization = random_between(&town->random, 0, town->shape.organizations - 1);
	snprintf(measure->code, sizeof measure->code, "%d.%d.%d", measure->area + 1,
		measure->goal + 1, place % measures_in_goal + 1);
	snprintf(measure->id, sizeof measure->id, "%s-%d", words_service(&town->random)->slug,
		index + 1);
}

void town_invent(struct town *town, const struct shape *shape)
{
	memset(town, 0, sizeof *town);
	town->shape = *shape;
	town->random.state = (uint64_t)shape->index + 1;
	words_town(shape->index, &town->name);
	for (int i = 0; i < shape->organizations; i++)
		invent_organization(town, i);
	for (int i = 0; i < shape->people; i++)
		invent_person(town, i);
	for (int i = 0; i < shape->groups; i++)
		invent_group(town, i);
	for (int i = 0; i < shape->measures; i++)
		invent_measure(town, i);
}

int town_leader(const struct group *group, int day)
{
	return group->leaders[day >= group->change];
}

bool town_is_member(const struct person *person, int group, int day)
{
	return person->group == group && person->from <= day && day <= person->to;
}

void town_write(struct town *town, struct paper *paper)
{
	town_write_settings(town, paper);
	town_write_people(town, paper);
	town_write_groups(town, paper);
	town_write_plan(town, paper);
	for (int year = first_year; year < first_year + town->shape.years; year++) {
		town_write_year(town, paper, year);
		town_write_meetings(town, paper, year);
	}
}
