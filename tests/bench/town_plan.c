/* The plan with its areas, goals and measures, and the indicators. */
#include "paper.h"
#include "town.h"

#include <stdio.h>

static void write_head(struct town *town, struct paper *paper)
{
	paper_open(paper, "plan/kpss4.yaml");
	paper_line(paper, 0, "# Hlavička plánu. Oblasti podpory jsou v samostatných souborech.");
	paper_line(paper, 0, "plány:");
	paper_record(paper, 1, "kpss3");
	paper_line(paper, 2, "název: 3. komunitní plán sociálních služeb");
	paper_line(paper, 2, "od: 2017-01-01");
	paper_line(paper, 2, "do: 2020-12-31");
	paper_record(paper, 1, "kpss4");
	paper_line(paper, 2, "název: 4. komunitní plán sociálních služeb – %s – na léta 2021–2024",
		town->name.shown);
	paper_line(paper, 2, "zkratka: 4KPSS");
	paper_line(paper, 2, "pořadí: 4");
	paper_line(paper, 2, "od: 2021-01-01");
	paper_line(paper, 2, "do: 2024-12-31");
	words_paragraph(
		&town->text, &town->random, SENTENCE_NEED, random_between(&town->random, 3, 8));
	paper_block(paper, 2, "popis", &town->text);
	paper_word(paper, 2, "navazuje_na: ", "kpss3");
	paper_close(paper);
}

static void write_sentences(struct town *town, struct paper *paper, int level, const char *key,
	enum sentence_kind kind, int count)
{
	paper_line(paper, level, "%s:", key);
	for (int i = 0; i < count; i++)
		paper_line(
			paper, level + 1, "- %s", words_sentence(&town->text, &town->random, kind));
}

/* A neighbour in the list, so that links go both ways but never from a measure to itself. */
static const struct measure *related_to(struct town *town, const struct measure *measure)
{
	int index = (int)(measure - town->measures);
	return &town->measures[index > 0 ? index - 1 : index + 1];
}

static void write_measure(struct town *town, struct paper *paper, const struct measure *measure)
{
	struct random *random = &town->random;
	paper_record(paper, 5, measure->id);
	paper_line(paper, 6, "kód: \"%s\"", measure->code);
	paper_line(paper, 6, "název: %s", words_sentence(&town->text, random, SENTENCE_MEASURE));
	if (random_once_in(random, 3)) {
		words_paragraph(&town->text, random, SENTENCE_NEED, random_between(random, 1, 3));
		paper_block(paper, 6, "popis", &town->text);
	}
	paper_word(paper, 6, "odpovídá: ", town->people[measure->owner].id);
	paper_line(paper, 6, "realizátoři:");
	paper_line(paper, 7, "- organizace: %s", town->organizations[measure->organization].id);
	write_sentences(town, paper, 6, "způsob_naplnění", SENTENCE_TASK,
		random_between(random, 1, 1 + town->shape.sentences));
	if (random_once_in(random, 2))
		paper_line(paper, 6, "termín: průběžně");
	if (random_once_in(random, 3)) {
		paper_line(paper, 6, "souvisí_s:");
		paper_line(paper, 7, "- %s", related_to(town, measure)->id);
	}
}

static void begin_goal(struct town *town, struct paper *paper, int area, int goal)
{
	char id[id_capacity];
	snprintf(id, sizeof id, "cil-%s-%d", words_area(area).slug, goal + 1);
	if (goal > 0)
		paper_blank(paper);
	paper_record(paper, 3, id);
	paper_line(paper, 4, "kód: \"%d.%d\"", area + 1, goal + 1);
	paper_line(
		paper, 4, "název: %s", words_sentence(&town->text, &town->random, SENTENCE_GOAL));
	write_sentences(
		town, paper, 4, "potřeby", SENTENCE_NEED, random_between(&town->random, 1, 3));
	paper_line(paper, 4, "opatření:");
}

static void write_area(struct town *town, struct paper *paper, int area)
{
	char path[128];
	struct name name = words_area(area);
	snprintf(path, sizeof path, "plan/oblast-%d-%s.yaml", area + 1, name.slug);
	paper_open(paper, path);
	paper_line(paper, 0, "oblasti:");
	snprintf(path, sizeof path, "oblast-%s", name.slug);
	paper_record(paper, 1, path);
	paper_line(paper, 2, "nadřazená_položka: kpss4");
	paper_line(paper, 2, "kód: \"%d\"", area + 1);
	paper_line(paper, 2, "název: %s", name.shown);
	words_paragraph(
		&town->text, &town->random, SENTENCE_NEED, random_between(&town->random, 2, 5));
	paper_block(paper, 2, "popis", &town->text);
	paper_line(paper, 2, "skupiny:");
	paper_line(paper, 3, "- skupina: %s", town->groups[area].id);
	paper_line(paper, 4, "od: 2021-01-01");
	paper_line(paper, 2, "cíle:");
	int goal = -1;
	for (int i = 0; i < town->shape.measures; i++) {
		const struct measure *measure = &town->measures[i];
		if (measure->area != area)
			continue;
		if (measure->goal != goal)
			begin_goal(town, paper, area, goal = measure->goal);
		write_measure(town, paper, measure);
	}
	paper_close(paper);
}

static void write_values(struct town *town, struct paper *paper, int base)
{
	struct random *random = &town->random;
	paper_line(paper, 2, "hodnoty:");
	for (int year = 0; year < town->shape.years; year++) {
		paper_line(paper, 3, "- rok: %d", first_year + year);
		paper_line(paper, 4, "plán: %d", base += random_between(random, 0, 9));
		paper_line(paper, 4, "skutečnost: %d", base + random_between(random, -5, 9));
		if (random_once_in(random, 6))
			paper_line(paper, 4, "poznámka: %s",
				words_sentence(&town->text, random, SENTENCE_REMARK));
	}
}

static void write_indicators(struct town *town, struct paper *paper)
{
	paper_open(paper, "indikatory/indikatory.yaml");
	paper_line(paper, 0, "# Výchozí hodnoty jsou z roku %d.", first_year - 1);
	paper_blank(paper);
	paper_line(paper, 0, "indikátory:");
	for (int i = 0; i < town->shape.measures; i++) {
		char id[id_capacity + 4];
		int base = random_between(&town->random, 10, 900);
		snprintf(id, sizeof id, "ind-%s", town->measures[i].id);
		paper_record(paper, 1, id);
		paper_line(paper, 2, "název: %s",
			words_sentence(&town->text, &town->random, SENTENCE_INDICATOR));
		paper_line(paper, 2, "jednotka: osoby");
		paper_line(paper, 2, "položky:");
		paper_word(paper, 3, "- ", town->measures[i].id);
		paper_line(paper, 2, "výchozí_hodnota: %d", base);
		write_values(town, paper, base);
		paper_blank(paper);
	}
	paper_close(paper);
}

void town_write_plan(struct town *town, struct paper *paper)
{
	write_head(town, paper);
	for (int i = 0; i < town->shape.groups; i++)
		write_area(town, paper, i);
	write_indicators(town, paper);
}
