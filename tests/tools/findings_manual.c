/* Prints kpss-findings(7) from the catalogue in the language named, so that the manual says what the program does. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "rule/run.h"
#include "schema/table.h"
#include "town/setting.h"

#define PAGE_TOP                                                                                   \
	".\\\" Written by scripts/update-findings-manual from the sources; edit the texts "        \
	"there.\n"                                                                                 \
	".Dd November 24, 2026\n"                                                                  \
	".Dt KPSS-FINDINGS 7\n"                                                                    \
	".Os\n"                                                                                    \
	".Sh NAME\n"                                                                               \
	".Nm kpss-findings\n"

/* What the page says besides the catalogue. */
struct page {
	const char *language;
	const char *begin, *end;
	const char *what_to_do, *fixed, *basis, *setting;
	const char *not_checked; /* heading and first sentence of that section */
};

/* What no record can decide, by language as in `pages`. */
static const struct {
	const char *texts[2];
} not_checked[] = {
#define NOT_CHECKED(rule, english, czech) {{english, czech}},
#include "not_checked.def"
#undef NOT_CHECKED
};

static const struct page pages[] = {
	{.language = "en",
		.begin = PAGE_TOP ".Nd what kpss finds in a plan and what to do about it\n"
				  ".Sh DESCRIPTION\n"
				  "Everything that\n"
				  ".Xr kpss-validate 1\n"
				  "reports has a code, a word that never changes its meaning.\n"
				  "An\n"
				  ".Em error\n"
				  "is what is inconsistent or what the town demands of itself, a\n"
				  ".Em warning\n"
				  "is law or good practice that the plan does not follow, a\n"
				  ".Em note\n"
				  "is worth knowing.\n"
				  "The town's profile may raise, lower or silence a code, unless "
				  "it is marked as fixed.\n"
				  ".Xr kpss-explain 1\n"
				  "shows how, with an example of something wrong and the same put "
				  "right.\n"
				  ".Pp\n"
				  "The codes, in alphabetical order:\n"
				  ".Bl -tag -width Ds\n",
		.not_checked = ".Sh WHAT IS NOT CHECKED\n"
			       "Some of what belongs to community planning no record can decide:\n",
		.end = ".Sh SEE ALSO\n"
		       ".Xr kpss 1 ,\n"
		       ".Xr kpss-explain 1 ,\n"
		       ".Xr kpss-validate 1 ,\n"
		       ".Xr kpss-repository 5\n",
		.what_to_do = "What to do:",
		.fixed = "fixed",
		.basis = "Basis:",
		.setting = "Checked only where the profile sets:"},
	{.language = "cs",
		.begin = PAGE_TOP ".Nd co kpss v plánu nachází a co s tím\n"
				  ".Sh POPIS\n"
				  "Vše, co\n"
				  ".Xr kpss-validate 1\n"
				  "vypíše, má svůj kód, slovo, které nikdy nezmění význam.\n"
				  ".Em Chyba\n"
				  "je to, co si v plánu odporuje nebo co si město samo uložilo,\n"
				  ".Em varování\n"
				  "to, čím se plán odchyluje od zákona nebo dobré praxe,\n"
				  ".Em poznámka\n"
				  "to, co stojí za to vědět.\n"
				  "Pravidla města mohou závažnost kódu zvýšit, snížit nebo ho "
				  "umlčet, není-li označen jako pevný.\n"
				  "Jak na to, a také příklad chyby a její nápravy, ukáže\n"
				  ".Xr kpss-explain 1 .\n"
				  ".Pp\n"
				  "Kódy podle abecedy:\n"
				  ".Bl -tag -width Ds\n",
		.not_checked = ".Sh CO SE NEKONTROLUJE\n"
			       "Něco z toho, co ke komunitnímu plánování patří, ze záznamů poznat "
			       "nejde:\n",
		.end = ".Sh VIZ TAKÉ\n"
		       ".Xr kpss 1 ,\n"
		       ".Xr kpss-explain 1 ,\n"
		       ".Xr kpss-validate 1 ,\n"
		       ".Xr kpss-repository 5\n",
		.what_to_do = "Co s tím:",
		.fixed = "pevný",
		.basis = "Opora:",
		.setting = "Kontroluje se, jen když je v pravidlech města:"},
};

/* One run: the page and its language. */
struct manual {
	const struct page *page;
	const struct language *language;
};

static bool ends_sentence(const char *at)
{
	return *at == '.' && at[1] == ' ' &&
	       (isupper((unsigned char)at[2]) || (unsigned char)at[2] >= 0xC3);
}

/* A line of text: mdoc would take a dot or an apostrophe at its beginning, and a backslash, for its own, and wants each
 * sentence on a line of its own. What a message fills in is shown as dots. */
static void print_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\') {
			fputs("\\e", stdout);
		} else if (*text == '{' && isdigit((unsigned char)text[1]) && text[2] == '}') {
			fputs("…", stdout);
			text += 2;
		} else {
			putchar(*text);
		}
		if (ends_sentence(text)) {
			putchar('\n');
			text++;
		}
	}
	putchar('\n');
}

static void print_line(const struct manual *manual, const char *english)
{
	print_text(language_text(manual->language, english));
}

/* Adds the text with a large first letter. */
static void add_capitalized(struct buf *buf, const char *text)
{
	static const char *const letters[][2] = {{"á", "Á"}, {"č", "Č"}, {"ď", "Ď"}, {"é", "É"},
		{"í", "Í"}, {"ň", "Ň"}, {"ó", "Ó"}, {"ř", "Ř"}, {"š", "Š"}, {"ť", "Ť"}, {"ú", "Ú"},
		{"ý", "Ý"}, {"ž", "Ž"}};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		size_t length = strlen(letters[i][0]);
		if (strncmp(text, letters[i][0], length) != 0)
			continue;
		buf_addf(buf, "%s%s", letters[i][1], text + length);
		return;
	}
	buf_add_char(buf, (char)toupper((unsigned char)*text));
	buf_add_text(buf, text + 1);
}

/* `meaning` is written as part of a sentence: make a sentence of it. */
static void print_sentence(const struct manual *manual, const char *english)
{
	struct buf line = {0};
	add_capitalized(&line, language_text(manual->language, english));
	buf_add(&line, (struct kpss_str){.ptr = ".", .len = 2}); /* with its NUL */
	print_text(line.ptr);
	buf_clear(&line);
}

static const char *severity_name(const struct finding_kind *kind)
{
	return kind->severity == KPSS_ERROR     ? "error"
	       : kind->severity == KPSS_WARNING ? "warning"
						: "note";
}

/* All messages that share the code. */
static void print_messages(const struct manual *manual, const char *code)
{
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (strcmp(kind->code, code) != 0)
			continue;
		printf(".It\n");
		print_line(manual, kind->message);
		if (kind->remedy) {
			printf(".br\n%s\n", manual->page->what_to_do);
			print_line(manual, kind->remedy);
		}
	}
}

/* Under its English name and its Czech one. */
static void print_settings(const struct manual *manual, const char *names)
{
	struct setting_name name;
	printf(".Pp\n%s\n", manual->page->setting);
	while (*names && setting_name_take(&schema_embedded, &names, &name)) {
		struct buf line = {0};
		setting_name_add(&line, &name, false);
		buf_add_text(&line, " (");
		setting_name_add(&line, &name, true);
		buf_add_text(&line, ")");
		printf(".br\n%.*s\n", (int)line.len, line.ptr);
		buf_clear(&line);
	}
}

static void print_kind(const struct manual *manual, const struct finding_kind *kind)
{
	printf(".It Sy %s Pq %s%s%s\n", kind->code,
		language_text(manual->language, severity_name(kind)), kind->fatal ? ", " : "",
		kind->fatal ? manual->page->fixed : "");
	print_sentence(manual, kind->meaning);
	if (kind->explanation)
		print_line(manual, kind->explanation);
	printf(".Bl -dash -compact\n");
	print_messages(manual, kind->code);
	printf(".El\n");
	if (kind->setting)
		print_settings(manual, kind->setting);
	if (kind->basis) {
		printf(".Pp\n%s\n", manual->page->basis);
		print_line(manual, kind->basis);
	}
}

static int kind_compare(const void *left, const void *right)
{
	const struct finding_kind *const *a = left, *const *b = right;
	return strcmp((*a)->code, (*b)->code);
}

static void print_not_checked(const struct manual *manual)
{
	printf("%s.Bl -dash\n", manual->page->not_checked);
	for (size_t i = 0; i < sizeof not_checked / sizeof *not_checked; i++) {
		printf(".It\n");
		print_text(not_checked[i].texts[manual->page - pages]);
	}
	printf(".El\n");
}

static bool print_page(const struct manual *manual)
{
	size_t count = 0, described = 0;
	while (finding_catalogue_at(count))
		count++;
	const struct finding_kind **sorted = calloc(count + 1, sizeof *sorted);
	if (!sorted)
		return false;
	for (size_t i = 0; i < count; i++)
		if (finding_catalogue_at(i)->meaning)
			sorted[described++] = finding_catalogue_at(i);
	qsort(sorted, described, sizeof *sorted, kind_compare);
	fputs(manual->page->begin, stdout);
	for (size_t i = 0; i < described; i++)
		print_kind(manual, sorted[i]);
	printf(".El\n");
	print_not_checked(manual);
	fputs(manual->page->end, stdout);
	free(sorted);
	return fflush(stdout) == 0;
}

int main(int argc, char **argv)
{
	for (size_t i = 0; argc == 2 && i < sizeof pages / sizeof *pages; i++)
		if (strcmp(pages[i].language, argv[1]) == 0)
			return print_page(&(struct manual){
				       .page = &pages[i], .language = language_find(argv[1])})
				       ? EXIT_SUCCESS
				       : EXIT_FAILURE;
	fputs("usage: findings_manual en|cs\n", stderr);
	return EXIT_FAILURE;
}
