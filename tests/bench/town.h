/* A town and its plan: first invented, then written file by file. */
#ifndef BENCH_TOWN_H
#define BENCH_TOWN_H

#include "random.h"
#include "words.h"

struct paper;

enum {
	most_people = 120,
	most_organizations = 40,
	most_groups = 3,
	most_measures = 200,
	measures_in_goal = 6,
	first_year = 2021,
	years_of_plan = 4,
	id_capacity = 65,
	everlasting = 99991231,
};

/* How large a town is. */
struct shape {
	int index;
	int measures;
	int years;  /* for which there are budgets, action plans, evaluations and meetings */
	int groups; /* working groups, each with an area of its own */
	int people;
	int organizations;
	int meetings;      /* of a working group in a year */
	int sentences;     /* at most, where a text has a few */
	bool people_apart; /* employees and providers in files of their own */
	bool cycle;
};

enum side {
	SIDE_COMMISSIONER,
	SIDE_PROVIDER,
	SIDE_USER,
	SIDE_CLOSE_PERSON,
	SIDE_RELATED,
	SIDE_PUBLIC,
};

struct person {
	char id[id_capacity];
	struct name first, last; /* without a name when a user */
	enum side side;
	int organization;
	int group;    /* whose member, -1 none */
	int from, to; /* membership; days are numbers like 20210630 */
};

struct organization {
	char id[id_capacity];
	char name[128];
	int ico;
};

struct measure {
	char id[id_capacity];
	char code[40];
	int area, goal;
	int owner;
	int organization;
};

/* Working groups have two leaders one after the other, the second from `change` on, or one when that is everlasting. */
struct group {
	char id[id_capacity];
	int leaders[2];
	int change;
};

struct town {
	struct shape shape;
	struct random random;
	struct town_name name;
	struct text text; /* the sentence being made */
	struct person people[most_people];
	struct organization organizations[most_organizations];
	struct measure measures[most_measures];
	struct group groups[most_groups];
};

/* Person 0 heads the department and the steering group, person 1 is the coordinator. */
void town_invent(struct town *town, const struct shape *shape);

int town_leader(const struct group *group, int day);
bool town_is_member(const struct person *person, int group, int day);

void town_write(struct town *town, struct paper *paper);
/* Parts of the above. */
void town_write_settings(struct town *town, struct paper *paper);
void town_write_people(struct town *town, struct paper *paper);
void town_write_groups(struct town *town, struct paper *paper);
void town_write_plan(struct town *town, struct paper *paper);
void town_write_year(struct town *town, struct paper *paper, int year);
void town_write_meetings(struct town *town, struct paper *paper, int year);

#endif
