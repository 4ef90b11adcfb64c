/* Makes the trees that are measured; the same on every machine and every day.
 *
 * generate town DIR             one town, about 1 MB
 * generate region DIR [TOWNS]   447 towns, or fewer, in folders of their own, about 58 MB
 * generate broken DIR [TOWNS]   the region with one mistake in every file */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paper.h"
#include "town.h"

enum {
	towns_of_region = 447,
	records_of_region = 98000,
	towns_without_cycle = 34, /* so that there are 9,800 files */
	every_so_often = 13,
	most_extra_people = 60,
	path_capacity = 4096,
};

static const struct shape large_town = {.index = towns_of_region,
	.measures = 200,
	.years = years_of_plan,
	.groups = most_groups,
	.people = 82,
	.organizations = 30,
	.meetings = 4,
	.sentences = 1,
	.people_apart = true,
	.cycle = true};

static struct shape small_town(int index, int extra_people)
{
	/* Drawn one by one: C leaves the order within an expression open. */
	struct random random = {.state = (uint64_t)index * 7919};
	int measures = random_between(&random, 14, 30);
	int people = 26 + random_between(&random, 0, 6) + extra_people;
	int organizations = random_between(&random, 8, 16);
	return (struct shape){.index = index,
		.measures = measures,
		.years = 2,
		.groups = 2,
		.people = people,
		.organizations = organizations,
		.meetings = 4,
		.sentences = 3,
		.cycle = index % every_so_often || index / every_so_often >= towns_without_cycle};
}

static void make_town(struct paper *paper, const struct shape *shape, const char *folder)
{
	static struct town town;
	char whole[path_capacity];
	town_invent(&town, shape);
	if (folder && (size_t)snprintf(whole, sizeof whole, "%s/%s", folder, town.name.slug) >=
			      sizeof whole) {
		fprintf(stderr, "generate: the name of the folder is too long\n");
		exit(1);
	}
	paper->folder = folder ? whole : NULL;
	town_write(&town, paper);
	paper->folder = NULL;
}

/* Towns are counted first: inhabitants who sit in groups make up what is missing to the number of records. */
static void make_region(struct paper *paper, const char *folder, int towns)
{
	struct paper counted = {0};
	for (int i = 0; i < towns; i++) {
		struct shape shape = small_town(i, 0);
		make_town(&counted, &shape, NULL);
	}
	long missing = (long)records_of_region * towns / towns_of_region - counted.records;
	if (missing < 0 || missing / towns >= most_extra_people) {
		fprintf(stderr, "generate: towns miss %ld records together\n", missing);
		exit(1);
	}
	for (int i = 0; i < towns; i++) {
		struct shape shape = small_town(i, (int)(missing / towns) + (i < missing % towns));
		make_town(paper, &shape, folder);
	}
}

int main(int count, char **arguments)
{
	struct paper paper = {0};
	const char *what = count > 2 ? arguments[1] : "";
	int towns = count > 3 ? atoi(arguments[3]) : towns_of_region;
	paper.broken = strcmp(what, "broken") == 0;
	if (strcmp(what, "town") == 0) {
		static struct town town;
		paper.folder = arguments[2];
		town_invent(&town, &large_town);
		town_write(&town, &paper);
	} else if ((strcmp(what, "region") == 0 || paper.broken) && towns > 0 &&
		   towns <= towns_of_region) {
		make_region(&paper, arguments[2], towns);
	} else {
		fprintf(stderr, "usage: generate town|region|broken DIR [TOWNS]\n");
		return 2;
	}
	printf("%ld files, %ld records\n", paper.files, paper.records);
	return 0;
}
