/* People, organizations and groups with their members and leaders. */
#include "paper.h"
#include "town.h"

#include <stdio.h>

static const char *const sides[] = {"zadavatel", "poskytovatel", "uživatel", "osoba_blízká",
	"související_subjekt", "veřejnost"};

static void write_day(struct paper *paper, int level, const char *key, int day)
{
	paper_line(paper, level, "%s: %d-%02d-%02d", key, day / 10000, day / 100 % 100, day % 100);
}

static void write_employment(struct town *town, struct paper *paper, const struct person *person)
{
	paper_line(paper, 2, "zaměstnání:");
	if (person->organization > 0)
		paper_line(
			paper, 3, "- organizace: %s", town->organizations[person->organization].id);
	else
		paper_line(paper, 3, "- orgán: odbor-socialni");
	paper_line(paper, 4, "pracovní_zařazení: %s",
		person == &town->people[0]   ? "vedoucí odboru sociálních věcí"
		: person == &town->people[1] ? "koordinátorka komunitního plánování"
		: person->organization > 0   ? "vedoucí služby"
					     : "sociální pracovnice");
	write_day(paper, 4, "od", person->from - 10000);
}

static void write_person(struct town *town, struct paper *paper, const struct person *person)
{
	static const char *const titles[] = {"Mgr.", "Bc.", "Ing.", "PhDr."};
	paper_record(paper, 1, person->id);
	if (person->side == SIDE_USER) {
		paper_line(paper, 2, "označení: %s", person->last.shown);
		paper_word(paper, 2, "zveřejnit: ", "role");
		return;
	}
	paper_line(paper, 2, "jméno: %s %s", person->first.shown, person->last.shown);
	if (random_once_in(&town->random, 3))
		paper_line(paper, 2, "titul: %s", titles[random_between(&town->random, 0, 3)]);
	if (person->side == SIDE_COMMISSIONER || person->side == SIDE_PROVIDER)
		write_employment(town, paper, person);
	paper_word(paper, 2, "zveřejnit: ", "jméno");
}

/* People of the given sides (a mask) in one file. */
static void write_people_file(struct town *town, struct paper *paper, const char *path,
	const char *comment, unsigned mask)
{
	paper_open(paper, path);
	paper_line(paper, 0, "# %s", comment);
	paper_blank(paper);
	paper_line(paper, 0, "osoby:");
	for (int i = 0; i < town->shape.people; i++)
		if (mask & 1u << town->people[i].side) {
			write_person(town, paper, &town->people[i]);
			paper_blank(paper);
		}
	paper_close(paper);
}

static void write_organizations(struct town *town, struct paper *paper)
{
	static const char *const kinds[] = {
		"obecně_prospěšná_společnost", "spolek", "ústav", "spolek"};
	paper_open(paper, "organizace/organizace.yaml");
	paper_line(paper, 0, "organizace:");
	for (int i = 0; i < town->shape.organizations; i++) {
		const struct organization *organization = &town->organizations[i];
		paper_record(paper, 1, organization->id);
		paper_line(paper, 2, "název: %s", organization->name);
		paper_line(paper, 2, "ičo: \"%08d\"", organization->ico);
		paper_word(paper, 2, "druh: ", i == 0 ? "obec" : kinds[i % 4]);
		if (i > 0 && random_once_in(&town->random, 2))
			paper_line(paper, 2, "web: https://%s.example/", organization->id);
	}
	paper_close(paper);
}

void town_write_people(struct town *town, struct paper *paper)
{
	const unsigned users = 1u << SIDE_USER;
	const unsigned providers = 1u << SIDE_PROVIDER;
	if (town->shape.people_apart)
		write_people_file(town, paper, "lide/poskytovatele.yaml",
			"Pracovníci poskytovatelů. Všechna jména jsou vymyšlená.", providers);
	write_people_file(town, paper, "lide/lide.yaml", "Všechna jména jsou vymyšlená.",
		~users & ~(town->shape.people_apart ? providers : 0));
	write_people_file(town, paper, "lide/uzivatele.yaml",
		"Uživatelé služeb. Jména se nevedou, veřejně je uvedena jen role.", users);
	write_organizations(town, paper);
}

static void write_leader(struct paper *paper, const struct person *person, int from, int to)
{
	paper_line(paper, 3, "- osoba: %s", person->id);
	write_day(paper, 4, "od", from);
	if (to != everlasting)
		write_day(paper, 4, "do", to);
	paper_line(paper, 4, "volba:");
	write_day(paper, 5, "datum", from);
	paper_line(paper, 5, "volitelé:");
	paper_line(paper, 6, "- členové");
	paper_line(paper, 6, "- koordinátor");
}

static void write_member(
	struct town *town, struct paper *paper, const struct person *person, int from, int to)
{
	paper_line(paper, 3, "- osoba: %s", person->id);
	paper_line(paper, 4, "strana: %s", sides[person->side]);
	if (person->side == SIDE_COMMISSIONER || person->side == SIDE_PROVIDER)
		paper_line(
			paper, 4, "organizace: %s", town->organizations[person->organization].id);
	write_day(paper, 4, "od", from);
	if (to != everlasting)
		write_day(paper, 4, "do", to);
}

enum { founded = 20210101, steering_founded = 20120101 };

/* The day before `group->change`, which is a first of July. */
static int last_day_of_first_leader(const struct group *group)
{
	return group->change == everlasting ? everlasting : group->change - 701 + 630;
}

static void begin_group(struct paper *paper, const char *id, const char *name, const char *type)
{
	char path[128];
	snprintf(path, sizeof path, "skupiny/%s.yaml", id);
	paper_open(paper, path);
	paper_line(paper, 0, "skupiny:");
	paper_record(paper, 1, id);
	paper_line(paper, 2, "název: %s", name);
	paper_line(paper, 2, "druh: %s", type);
}

static void write_working_group(struct town *town, struct paper *paper, int index)
{
	const struct group *group = &town->groups[index];
	begin_group(paper, group->id, words_area(index).shown, "pracovní");
	write_day(paper, 2, "od", founded);
	paper_line(paper, 2, "odpovědnost_vůči:");
	paper_line(paper, 3, "- ridici-skupina");
	paper_word(paper, 2, "přijímání: ", "otevřené");
	words_paragraph(&town->text, &town->random, SENTENCE_NEED, 3);
	paper_block(paper, 2, "popis", &town->text);
	paper_line(paper, 2, "vedoucí:");
	write_leader(
		paper, &town->people[group->leaders[0]], founded, last_day_of_first_leader(group));
	if (group->change != everlasting)
		write_leader(paper, &town->people[group->leaders[1]], group->change, everlasting);
	paper_line(paper, 2, "# Členové, kteří skončili, zůstávají zapsáni s datem „do“.");
	paper_line(paper, 2, "členové:");
	for (int i = 0; i < town->shape.people; i++) {
		const struct person *person = &town->people[i];
		if (person->group == index)
			write_member(town, paper, person,
				person->from < founded ? founded : person->from, person->to);
	}
	paper_close(paper);
}

static void write_steering_group(struct town *town, struct paper *paper)
{
	begin_group(paper, "ridici-skupina", "Řídicí skupina komunitního plánování", "řídicí");
	write_day(paper, 2, "od", steering_founded);
	paper_line(paper, 2, "odpovědnost_vůči:");
	paper_line(paper, 3, "- rada");
	paper_word(paper, 2, "přijímání: ", "otevřené");
	paper_line(paper, 2, "vedoucí:");
	write_leader(paper, &town->people[0], steering_founded, everlasting);
	paper_line(paper, 2, "členové:");
	write_member(town, paper, &town->people[0], steering_founded, everlasting);
	for (int i = 0; i < town->shape.groups; i++) {
		const struct group *group = &town->groups[i];
		write_member(town, paper, &town->people[group->leaders[0]], founded,
			last_day_of_first_leader(group));
		if (group->change != everlasting)
			write_member(town, paper, &town->people[group->leaders[1]], group->change,
				everlasting);
	}
	paper_close(paper);
}

void town_write_groups(struct town *town, struct paper *paper)
{
	write_steering_group(town, paper);
	for (int i = 0; i < town->shape.groups; i++)
		write_working_group(town, paper, i);
}
