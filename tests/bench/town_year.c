/* What comes every year: budgets, the action plan and its evaluation. */
#include "paper.h"
#include "town.h"

#include <stdio.h>

/* Amounts are counted in tenths of the unit, so that sums are exact. */
static void write_amount(struct paper *paper, int level, int tenths)
{
	if (tenths % 10)
		paper_line(paper, level, "částka: %d.%d", tenths / 10, tenths % 10);
	else
		paper_line(paper, level, "částka: %d", tenths / 10);
}

static void write_sources(struct town *town, struct paper *paper, int total)
{
	static const char *const sources[][2] = {{"město", NULL},
		{"stát", "dotace na sociální služby prostřednictvím kraje"},
		{"úhrady_uživatelů", NULL}, {"nadace", "nadační příspěvek"}};
	int count = random_between(&town->random, 1, 1 + town->shape.sentences);
	paper_line(paper, 2, "zdroje:");
	for (int i = 0; i < count; i++) {
		int part = i == count - 1 ? total : random_between(&town->random, 0, total);
		paper_line(paper, 3, "- zdroj: %s", sources[i][0]);
		write_amount(paper, 4, part);
		if (sources[i][1])
			paper_line(paper, 4, "plátce: %s", sources[i][1]);
		total -= part;
	}
}

static void write_budgets(struct town *town, struct paper *paper, int year)
{
	char path[64], id[id_capacity + 16];
	snprintf(path, sizeof path, "rozpocty/%d.yaml", year);
	paper_open(paper, path);
	paper_line(paper, 0, "# Rozpočty opatření na rok %d v tisících Kč.", year);
	paper_blank(paper);
	paper_line(paper, 0, "rozpočty:");
	for (int i = 0; i < town->shape.measures; i++) {
		int total = random_between(&town->random, 50, 48000);
		snprintf(id, sizeof id, "rozpocet-%d-%s", year, town->measures[i].id);
		paper_record(paper, 1, id);
		paper_word(paper, 2, "položka: ", town->measures[i].id);
		paper_line(paper, 2, "rok: %d", year);
		paper_line(paper, 2, "jednotka: tis_kč");
		write_amount(paper, 2, total);
		write_sources(town, paper, total);
		if (random_once_in(&town->random, 8))
			paper_line(paper, 2, "poznámka: %s",
				words_sentence(&town->text, &town->random, SENTENCE_REMARK));
		paper_blank(paper);
	}
	paper_close(paper);
}

static void write_row(
	struct town *town, struct paper *paper, const struct measure *measure, int year)
{
	static const char *const terms[] = {"průběžně", "do konce roku", "do 30. června",
		"průběžně, zpráva na podzimním jednání"};
	char id[id_capacity + 16];
	int count = random_between(&town->random, 1, 1 + town->shape.sentences / 2);
	snprintf(id, sizeof id, "ap%d-%s", year, measure->id);
	paper_record(paper, 3, id);
	paper_line(paper, 4, "opatření: %s", measure->id);
	paper_line(paper, 4, "úkoly:");
	for (int i = 0; i < count; i++)
		paper_line(paper, 5, "- %s",
			words_sentence(&town->text, &town->random, SENTENCE_TASK));
	paper_line(paper, 4, "realizátoři:");
	paper_word(paper, 5, "- organizace: ", town->organizations[measure->organization].id);
	paper_line(paper, 4, "termín: %s", terms[random_between(&town->random, 0, 3)]);
	paper_line(paper, 4, "rozpočet: rozpocet-%d-%s", year, measure->id);
}

static void write_action_plan(struct town *town, struct paper *paper, int year)
{
	char path[64];
	snprintf(path, sizeof path, "akcni-plany/%d.yaml", year);
	paper_open(paper, path);
	paper_line(paper, 0, "akční_plány:");
	snprintf(path, sizeof path, "akcni-plan-%d", year);
	paper_record(paper, 1, path);
	paper_line(paper, 2, "název: Akční plán na rok %d", year);
	paper_line(paper, 2, "plán: kpss4");
	paper_line(paper, 2, "roky:");
	paper_line(paper, 3, "- %d", year);
	paper_line(paper, 2, "řádky:");
	for (int i = 0; i < town->shape.measures; i++)
		write_row(town, paper, &town->measures[i], year);
	paper_close(paper);
}

static void write_result(
	struct town *town, struct paper *paper, const struct measure *measure, int year)
{
	static const char *const statuses[] = {"splněno", "částečně splněno", "průběžně plněno",
		"nesplněno", "přesunuto do dalšího období"};
	struct random *random = &town->random;
	paper_line(paper, 3, "- opatření: %s", measure->id);
	paper_word(paper, 4, "stav: ", statuses[random_between(random, 0, 4)]);
	words_paragraph(&town->text, random, SENTENCE_EVALUATION,
		random_between(random, 1, town->shape.sentences));
	paper_block(paper, 4, "zhodnocení", &town->text);
	paper_line(paper, 4, "skupina: %s", town->groups[measure->area].id);
	paper_line(paper, 4, "datum: %d-02-%02d", year + 1, 10 + measure->area);
}

static void write_evaluation(struct town *town, struct paper *paper, int year)
{
	char path[64];
	snprintf(path, sizeof path, "vyhodnoceni/%d.yaml", year);
	paper_open(paper, path);
	paper_line(paper, 0, "vyhodnocení:");
	snprintf(path, sizeof path, "vyhodnoceni-%d", year);
	paper_record(paper, 1, path);
	paper_line(paper, 2, "název: Vyhodnocení akčního plánu na rok %d", year);
	paper_line(paper, 2, "rok: %d", year);
	paper_line(paper, 2, "plán: kpss4");
	paper_line(paper, 2, "akční_plán: akcni-plan-%d", year);
	paper_line(paper, 2, "datum: %d-03-%02d", year + 1, 1 + year % 28);
	words_paragraph(&town->text, &town->random, SENTENCE_EVALUATION, 4);
	paper_block(paper, 2, "shrnutí", &town->text);
	paper_line(paper, 2, "výsledky:");
	for (int i = 0; i < town->shape.measures; i++)
		write_result(town, paper, &town->measures[i], year);
	paper_close(paper);
}

void town_write_year(struct town *town, struct paper *paper, int year)
{
	write_budgets(town, paper, year);
	write_action_plan(town, paper, year);
	write_evaluation(town, paper, year);
}
