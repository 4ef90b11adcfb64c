/* kpss.yaml, the rules of the town, its organs with their roles, and the cycle. */
#include "paper.h"
#include "town.h"

static void write_repository(struct town *town, struct paper *paper)
{
	paper_open(paper, "kpss.yaml");
	paper_line(paper, 0, "# Kořen úložiště komunitního plánu.");
	paper_blank(paper);
	paper_line(paper, 0, "formát: 1");
	paper_line(paper, 0, "město:");
	paper_line(paper, 1, "název: %s", town->name.shown);
	paper_line(paper, 1, "# kód obce v uvozovkách, aby zůstal textem");
	paper_line(paper, 1, "kód: \"%06d\"", 900000 + town->shape.index);
	paper_line(paper, 0, "slovník: cs");
	paper_word(paper, 0, "jazyk: ", "cs");
	paper_close(paper);
}

static void write_levels(struct paper *paper)
{
	static const struct {
		const char *level, *title, *plural, *is;
	} levels[] = {{"oblast", "Oblast podpory", "Oblasti podpory", "je_oblast"},
		{"cíl", "Cíl", "Cíle", NULL}, {"opatření", "Opatření", "Opatření", "je_opatření"}};
	paper_line(paper, 0, "# Úrovně plánu od nejvyšší.");
	paper_line(paper, 0, "úrovně:");
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		paper_line(paper, 1, "- úroveň: %s", levels[i].level);
		paper_line(paper, 2, "nadpis: %s", levels[i].title);
		paper_line(paper, 2, "nadpis_množný: %s", levels[i].plural);
		if (levels[i].is)
			paper_line(paper, 2, "%s: true", levels[i].is);
	}
	paper_blank(paper);
}

static void write_statuses(struct paper *paper)
{
	static const char *const statuses[][3] = {{"splneno", "splněno", "splněno"},
		{"castecne", "částečně splněno", "částečně"},
		{"prubezne", "průběžně plněno", "průběžně"},
		{"nesplneno", "nesplněno", "nesplněno"},
		{"presunuto", "přesunuto do dalšího období", "přesunuto"}};
	paper_line(paper, 0, "# Slova, kterými se hodnotí plnění.");
	paper_line(paper, 0, "stavy:");
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		paper_line(paper, 1, "- kód: %s", statuses[i][0]);
		paper_line(paper, 2, "označení: %s", statuses[i][1]);
		paper_line(paper, 2, "třída: %s", statuses[i][2]);
	}
	paper_blank(paper);
}

static void write_electorate(struct paper *paper)
{
	paper_line(paper, 1, "volitelé_vedoucího:");
	paper_line(paper, 2, "- členové");
	paper_line(paper, 2, "- koordinátor");
	paper_line(paper, 1, "přijímání: otevřené");
}

static void write_profile(struct town *town, struct paper *paper)
{
	paper_open(paper, "pravidla.yaml");
	paper_line(paper, 0, "název: Pravidla komunitního plánování – %s", town->name.shown);
	paper_blank(paper);
	write_levels(paper);
	write_statuses(paper);
	paper_line(paper, 0, "skupiny:");
	write_electorate(paper);
	paper_line(paper, 1, "povinné_strany:");
	paper_line(paper, 2, "- zadavatel");
	paper_line(paper, 2, "- poskytovatel");
	paper_line(paper, 2, "- uživatel");
	paper_line(paper, 1, "odpovědnost_vůči:");
	paper_line(paper, 2, "- ridici-skupina");
	paper_line(paper, 0, "řídicí_skupina:");
	write_electorate(paper);
	paper_line(paper, 1, "členové_z_funkce:");
	paper_line(paper, 2, "- vedouci-odboru");
	paper_line(paper, 1, "vedoucí_skupin_jsou_členy: true");
	paper_line(paper, 0, "garant: odbor-socialni");
	paper_line(paper, 0, "funkce_koordinátora: koordinator");
	paper_word(paper, 0, "jednotka_částek: ", "tis_kč");
	paper_close(paper);
}

static void write_bodies(struct paper *paper)
{
	static const char *const bodies[][4] = {
		{"zastupitelstvo", "Zastupitelstvo města", "zastupitelstvo", NULL},
		{"rada", "Rada města", "rada", "zastupitelstvo"},
		{"komise-socialni", "Komise sociální", "komise", "rada"},
		{"odbor-socialni", "Odbor sociálních věcí", "odbor", "rada"}};
	paper_line(paper, 0, "orgány:");
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		paper_record(paper, 1, bodies[i][0]);
		paper_line(paper, 2, "název: %s", bodies[i][1]);
		paper_word(paper, 2, "druh: ", bodies[i][2]);
		if (bodies[i][3])
			paper_line(paper, 2, "nadřízený_orgán: %s", bodies[i][3]);
	}
}

static void write_roles(struct town *town, struct paper *paper)
{
	static const char *const roles[][3] = {
		{"vedouci-odboru", "Vedoucí odboru sociálních věcí",
			"Odpovídá za proces komunitního plánování vůči radě města."},
		{"koordinator", "Koordinátor komunitního plánování",
			"Svolává jednání, pořizuje zápisy a hlídá termíny úkolů."}};
	paper_blank(paper);
	paper_line(paper, 0, "# Vedoucí odboru vede zároveň řídicí skupinu.");
	paper_line(paper, 0, "funkce:");
	for (int i = 0; i < 2; i++) {
		paper_record(paper, 1, roles[i][0]);
		paper_line(paper, 2, "název: %s", roles[i][1]);
		paper_line(paper, 2, "orgán: odbor-socialni");
		paper_line(paper, 2, "povinnosti:");
		paper_line(paper, 3, "- %s", roles[i][2]);
		paper_line(paper, 2, "nositelé:");
		paper_line(paper, 3, "- osoba: %s", town->people[i].id);
		paper_line(paper, 4, "od: 2012-01-01");
	}
}

static void write_cycle(struct paper *paper)
{
	static const char *const phases[][3] = {{"příprava", "2020-01-01", "2020-03-31"},
		{"analýza", "2020-04-01", "2020-08-31"}, {"strategie", "2020-09-01", "2020-10-31"},
		{"připomínky", "2020-11-01", "2020-11-30"},
		{"schvalování", "2020-12-01", "2020-12-31"},
		{"realizace", "2021-01-01", "2024-12-31"}};
	paper_open(paper, "cykly/cykly.yaml");
	paper_line(paper, 0, "cykly:");
	paper_record(paper, 1, "cyklus-4");
	paper_line(paper, 2, "název: Cyklus 4. komunitního plánu");
	paper_line(paper, 2, "plán: kpss4");
	paper_line(paper, 2, "fáze:");
	for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
		paper_word(paper, 3, "- fáze: ", phases[i][0]);
		paper_line(paper, 4, "od: %s", phases[i][1]);
		paper_line(paper, 4, "do: %s", phases[i][2]);
	}
	paper_close(paper);
}

void town_write_settings(struct town *town, struct paper *paper)
{
	write_repository(town, paper);
	write_profile(town, paper);
	paper_open(paper, "organy/organy.yaml");
	write_bodies(paper);
	write_roles(town, paper);
	paper_close(paper);
	if (town->shape.cycle)
		write_cycle(paper);
}
