/* Meetings of the working groups in one year. */
#include "paper.h"
#include "town.h"

#include <stdio.h>

/* One meeting: which it is and when. */
struct sitting {
	int group;
	int number;
	int year, month, day;
	int date; /* as 20210630 */
};

enum { months_with_meetings = 11 };

static void write_program(struct town *town, struct paper *paper)
{
	int count = random_between(&town->random, 3, 6);
	paper_line(paper, 2, "program:");
	for (int i = 0; i < count; i++)
		paper_line(paper, 3, "- %s",
			words_sentence(&town->text, &town->random, SENTENCE_PROGRAM));
}

/* The leader and the one who verifies the minutes always come; about every sixth of the others is excused. */
static bool is_excused(const struct town *town, const struct sitting *sitting, int person)
{
	const struct group *group = &town->groups[sitting->group];
	return person != group->leaders[0] && person != group->leaders[1] &&
	       (person + sitting->month) % 6 == 0;
}

static void write_people(
	struct town *town, struct paper *paper, const struct sitting *sitting, bool excused)
{
	bool begun = false;
	for (int i = 0; i < town->shape.people; i++) {
		const struct person *person = &town->people[i];
		if (!town_is_member(person, sitting->group, sitting->date) ||
			is_excused(town, sitting, i) != excused)
			continue;
		if (!begun)
			paper_line(paper, 3, excused ? "omluveni:" : "přítomni:");
		begun = true;
		paper_line(paper, 4, "- %s", person->id);
	}
}

static void write_tasks(struct town *town, struct paper *paper, const struct sitting *sitting)
{
	struct random *random = &town->random;
	int count = random_between(random, 1, 3);
	paper_line(paper, 2, "úkoly:");
	for (int i = 0; i < count; i++) {
		int measure = random_between(random, 0, town->shape.measures - 1);
		paper_line(
			paper, 3, "- úkol: %s", words_sentence(&town->text, random, SENTENCE_TASK));
		paper_line(paper, 4, "odpovídá: %s",
			town->people[town->groups[sitting->group].leaders[i % 2]].id);
		paper_line(paper, 4, "termín: %d-%02d-%02d", sitting->year, sitting->month + 1,
			sitting->day);
		if (random_once_in(random, 2))
			paper_line(paper, 4, "plnění: splněno");
		if (random_once_in(random, 2))
			paper_line(paper, 4, "opatření: %s", town->measures[measure].id);
	}
}

static void write_decisions(struct town *town, struct paper *paper)
{
	static const char *const verbs[] = {"doporučuje", "schvaluje", "bere_na_vědomí"};
	struct random *random = &town->random;
	int count = random_between(random, 1, 3);
	paper_line(paper, 2, "rozhodnutí:");
	for (int i = 0; i < count; i++) {
		bool vote = random_once_in(random, 3);
		paper_line(paper, 3, "- znění: %s",
			words_sentence(&town->text, random, SENTENCE_DECISION));
		paper_word(paper, 4, "způsob: ", vote ? "hlasování" : "dohoda");
		if (vote) {
			paper_line(paper, 4, "hlasy:");
			paper_line(paper, 5, "pro: %d", random_between(random, 4, 6));
			paper_line(paper, 5, "proti: 0");
			paper_line(paper, 5, "zdržel_se: %d", random_between(random, 0, 1));
		}
		paper_word(paper, 4, "výrok: ", verbs[random_between(random, 0, 2)]);
	}
}

static void write_minutes(struct town *town, struct paper *paper, const struct sitting *sitting)
{
	const struct group *group = &town->groups[sitting->group];
	int leader = town_leader(group, sitting->date);
	paper_line(paper, 2, "zápis:");
	paper_line(paper, 3, "zapisuje: %s", town->people[1].id);
	paper_line(paper, 3, "ověřuje: %s",
		town->people[leader == group->leaders[0] ? group->leaders[1] : group->leaders[0]]
			.id);
	paper_line(paper, 3, "zveřejněn: %d-%02d-%02d", sitting->year, sitting->month,
		sitting->day + 4);
	paper_line(paper, 3, "odkaz: https://%s.example/kpss/zapisy/%s-%d-%d.pdf", town->name.slug,
		group->id, sitting->year, sitting->number);
}

static void write_meeting(struct town *town, struct paper *paper, const struct sitting *sitting)
{
	struct random *random = &town->random;
	const struct group *group = &town->groups[sitting->group];
	char id[id_capacity + 32];
	snprintf(id, sizeof id, "%s-%d-%d", group->id, sitting->year, sitting->number);
	paper_record(paper, 1, id);
	paper_line(paper, 2, "číslo: %d/%d", sitting->number, sitting->year);
	paper_line(paper, 2, "orgán: %s", group->id);
	paper_line(paper, 2, "datum: %d-%02d-%02d", sitting->year, sitting->month, sitting->day);
	paper_line(paper, 2, "začátek: \"14:00\"");
	paper_line(paper, 2, "konec: \"16:%02d\"", random_between(random, 0, 11) * 5);
	paper_line(paper, 2, "místo: zasedací místnost městského úřadu");
	paper_line(paper, 2, "předsedá: %s", town->people[town_leader(group, sitting->date)].id);
	write_program(town, paper);
	paper_line(paper, 2, "účast:");
	write_people(town, paper, sitting, false);
	write_people(town, paper, sitting, true);
	paper_line(paper, 3, "hosté:");
	paper_line(paper, 4, "- koordinátorka komunitního plánování");
	words_paragraph(&town->text, random, SENTENCE_MINUTES,
		random_between(random, 4, 8 + town->shape.sentences));
	paper_block(paper, 2, "průběh", &town->text);
	write_tasks(town, paper, sitting);
	write_decisions(town, paper);
	write_minutes(town, paper, sitting);
	paper_blank(paper);
}

void town_write_meetings(struct town *town, struct paper *paper, int year)
{
	char path[64];
	int count = town->shape.meetings;
	snprintf(path, sizeof path, "jednani/%d.yaml", year);
	paper_open(paper, path);
	paper_line(paper, 0, "jednání:");
	for (int group = 0; group < town->shape.groups; group++)
		for (int i = 0; i < count; i++) {
			struct sitting sitting = {.group = group,
				.number = i + 1,
				.year = year,
				.month = 1 + i * months_with_meetings / count,
				.day = random_between(&town->random, 3, 24)};
			sitting.date = year * 10000 + sitting.month * 100 + sitting.day;
			write_meeting(town, paper, &sitting);
		}
	paper_close(paper);
}
