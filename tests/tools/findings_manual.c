/* Prints kpss-findings(7) from the catalogue, so that the manual says what the program does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/finding.h"
#include "base/language.h"
#include "rule/run.h"

static const char page_begin[] =
	".\\\" Written by scripts/update-findings-manual from the sources; edit the texts there.\n"
	".Dd November 24, 2026\n"
	".Dt KPSS-FINDINGS 7\n"
	".Os\n"
	".Sh NAME\n"
	".Nm kpss-findings\n"
	".Nd what kpss finds in a plan and what to do about it\n"
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
	"The town's profile may raise, lower or silence a code, unless it is marked as fixed.\n"
	".Pp\n"
	"The codes, in alphabetical order:\n"
	".Bl -tag -width Ds\n";

static const char page_end[] = ".El\n"
			       ".Sh SEE ALSO\n"
			       ".Xr kpss 1 ,\n"
			       ".Xr kpss-validate 1\n";

/* A line of text; mdoc would take a dot or a quote at its beginning, and a backslash, for its own. */
static void print_line(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else
			putchar(*text);
		/* mdoc wants each sentence on a line of its own. */
		if (*text == '.' && text[1] == ' ' && text[2] >= 'A' && text[2] <= 'Z') {
			putchar('\n');
			text++;
		}
	}
	putchar('\n');
}

/* The first letter large and a full stop: `meaning` is written as part of a sentence. */
static void print_sentence(const char *text)
{
	char line[1024];
	snprintf(line, sizeof line, "%s.", text);
	if (line[0] >= 'a' && line[0] <= 'z')
		line[0] = (char)(line[0] - 'a' + 'A');
	print_line(line);
}

static const char *severity_name(const struct finding_kind *kind)
{
	return kind->severity == KPSS_ERROR ? "error"
		: kind->severity == KPSS_WARNING ? "warning"
						 : "note";
}

static void print_messages(const struct finding_kind *const *kinds, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(kinds[i]->code, code) != 0)
			continue;
		printf(".It\n");
		print_line(kinds[i]->message);
		if (kinds[i]->remedy) {
			printf(".br\nWhat to do:\n");
			print_line(kinds[i]->remedy);
		}
	}
}

static void print_kind(const struct finding_kind *kind, const struct finding_kind *const *kinds,
	size_t count)
{
	printf(".It Sy %s Pq %s%s\n", kind->code, severity_name(kind),
		kind->fatal ? ", fixed" : "");
	print_sentence(kind->meaning);
	if (kind->explanation)
		print_line(kind->explanation);
	printf(".Bl -dash -compact\n");
	print_messages(kinds, count, kind->code);
	printf(".El\n");
	if (kind->basis) {
		printf(".Pp\nBasis:\n");
		print_line(kind->basis);
	}
}

static int kind_compare(const void *left, const void *right)
{
	const struct finding_kind *const *a = left, *const *b = right;
	return strcmp((*a)->code, (*b)->code);
}

int main(void)
{
	size_t count = 0, described = 0;
	while (finding_catalogue_at(count))
		count++;
	const struct finding_kind **kinds = calloc(count + 1, sizeof *kinds);
	const struct finding_kind **sorted = calloc(count + 1, sizeof *sorted);
	if (!kinds || !sorted)
		return EXIT_FAILURE;
	for (size_t i = 0; i < count; i++)
		kinds[i] = finding_catalogue_at(i);
	for (size_t i = 0; i < count; i++)
		if (kinds[i]->meaning)
			sorted[described++] = kinds[i];
	qsort(sorted, described, sizeof *sorted, kind_compare);
	fputs(page_begin, stdout);
	for (size_t i = 0; i < described; i++)
		print_kind(sorted[i], kinds, count);
	fputs(page_end, stdout);
	free(kinds);
	free(sorted);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
