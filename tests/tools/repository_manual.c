/* Prints kpss-repository(5) in a language. What a repository is stands in man/source as a page to be filled in; the fields
 * come from the schemas, the examples from man/examples, limits and codes from the program, so the manual cannot say
 * anything else than the program does.
 *
 * In the source, a line `@kind group`, `@fields profile`, `@examples profile pravidla`, `@everywhere`, `@shared` or
 * `@levels` stands for what the schemas say, and @FILES_MOST@ or @limit-files@ within a line for a limit or for a code of a
 * finding; one that does not exist is an error, and so is a kind left out.
 *
 * Usage: repository_manual en|cs SCHEMAS MAN */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/finding.h"
#include "document/parse.h"
#include "manual_schema.h"
#include "repo/snapshot_kind.h"
#include "rule/run.h"

static const struct {
	const char *name;
	long number;
} limits[] = {
	{"FILES_MOST", FILES_MOST},
	{"FILE_SIZE_MOST", FILE_SIZE_MOST / 1024 / 1024},
	{"FOLDERS_DEEP_MOST", FOLDERS_DEEP_MOST},
	{"PATH_LONGEST", PATH_LONGEST},
	{"FINDINGS_MOST", FINDINGS_MOST},
	{"DOCUMENT_NESTING_MOST", DOCUMENT_NESTING_MOST},
	{"DOCUMENT_KEYS_MOST", DOCUMENT_KEYS_MOST},
	{"DOCUMENT_NODES_MOST", DOCUMENT_NODES_MOST},
	{"DOCUMENT_KEY_LENGTH_MOST", DOCUMENT_KEY_LENGTH_MOST},
};

/* Limits that the schemas set. */
static const struct {
	const char *name, *definition, *keyword;
} schema_limits[] = {
	{"ID_LENGTH_MOST", "id", "maxLength"},
	{"YEAR_LEAST", "year", "minimum"},
	{"YEAR_MOST", "year", "maximum"},
};

static void print_number(const struct manual *manual, long number)
{
	if (number >= 10000)
		printf("%ld%s%03ld", number / 1000, manual->czech ? "\\ " : ",", number % 1000);
	else
		printf("%ld", number);
}

static bool print_limit(const struct manual *manual, const char *name)
{
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		if (strcmp(limits[i].name, name) != 0)
			continue;
		print_number(manual, limits[i].number);
		return true;
	}
	for (size_t i = 0; i < sizeof schema_limits / sizeof *schema_limits; i++) {
		if (strcmp(schema_limits[i].name, name) != 0)
			continue;
		const json_t *definition =
			json_object_get(manual->definitions, schema_limits[i].definition);
		print_number(manual, (long)json_integer_value(json_object_get(
					     definition, schema_limits[i].keyword)));
		return true;
	}
	return false;
}

static bool print_code(const char *name)
{
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (strcmp(kind->code, name) != 0)
			continue;
		for (; *name; name++)
			fputs(*name == '-' ? "\\-" : (char[]){*name, '\0'}, stdout);
		return true;
	}
	return false;
}

static void print_line(struct manual *manual, char *line)
{
	for (char *name, *end; (name = strchr(line, '@')) && (end = strchr(name + 1, '@'));
		line = end + 1) {
		*name++ = *end = '\0';
		fputs(line, stdout);
		if (!print_limit(manual, name) && !print_code(name))
			manual_complain(
				manual, "‘%s’ is neither a limit nor a code of a finding", name);
	}
	fputs(line, stdout);
}

static void directive(struct manual *manual, const char *line)
{
	char first[64] = "", second[64] = "", name[64] = "";
	sscanf(line, "@%63s %63s %63s", name, first, second);
	if (strcmp(name, "kind") == 0)
		manual_kind(manual, first);
	else if (strcmp(name, "fields") == 0)
		manual_fields(manual, first);
	else if (strcmp(name, "examples") == 0)
		manual_examples(manual, first, second);
	else if (strcmp(name, "everywhere") == 0)
		manual_everywhere(manual);
	else if (strcmp(name, "shared") == 0)
		manual_shared(manual);
	else if (strcmp(name, "levels") == 0)
		manual_levels(manual);
	else
		manual_complain(manual, "unknown line ‘@%s’", name);
}

static void kinds_complete(struct manual *manual)
{
	const char *name;
	json_t *schema;
	json_object_foreach(manual->schemas, name, schema)
	{
		const json_t *kind = json_object_get(schema, "x-kpss-kind");
		if (kind && !json_object_get(kind, "shown"))
			manual_complain(manual, "the kind ‘%s’ is not in the page", name);
	}
}

static void page_print(struct manual *manual, const char *path, FILE *source)
{
	char line[4096];
	printf(".\\\" Written by scripts/update-repository-manual from man/source, man/examples "
	       "and schemas; edit there.\n");
	while (fgets(line, sizeof line, source)) {
		if (line[0] == '@')
			directive(manual, line);
		else
			print_line(manual, line);
	}
	if (ferror(source))
		manual_complain(manual, "cannot read %s", path);
	kinds_complete(manual);
}

int main(int argc, char **argv)
{
	if (argc != 4 || (strcmp(argv[1], "en") != 0 && strcmp(argv[1], "cs") != 0)) {
		fprintf(stderr, "usage: repository_manual en|cs SCHEMAS MAN\n");
		return 2;
	}
	struct manual manual = {.schemas_folder = argv[2],
		.manual_folder = argv[3],
		.czech = strcmp(argv[1], "cs") == 0};
	char path[4096];
	snprintf(path, sizeof path, "%s/source/kpss-repository.%s.mdoc", argv[3], argv[1]);
	FILE *source = fopen(path, "r");
	if (!source)
		manual_complain(&manual, "cannot read %s", path);
	else if (manual_open(&manual))
		page_print(&manual, path, source);
	if (source)
		fclose(source);
	manual_close(&manual);
	return manual.troubles == 0 && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
