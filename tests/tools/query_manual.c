/* Prints kpss-query(7) in a language. What is said about questions stands in man/source; the tables and views come from the
 * program, the worked questions from man/examples/query, where a test answers them.
 *
 * In the source, a line `@question people-in-groups`, `@tables` or `@views` stands for them; a question left out is an error.
 *
 * Usage: query_manual en|cs MAN */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "manual_mdoc.h"
#include "query/inside.h"

struct page {
	const char *folder;
	const struct language *language;
	bool czech;
	struct arena *arena;
	int shown; /* questions */
	int troubles;
};

static void complain(struct page *page, const char *what, const char *about)
{
	fprintf(stderr, "query_manual: %s: %s\n", about, what);
	page->troubles++;
}

static void item(const struct page *page, struct kpss_str name, struct kpss_str english,
	struct kpss_str czech)
{
	struct kpss_str title = arena_text(page->arena, page->czech ? czech : english);
	printf(".It Cm %.*s\n", (int)name.len, name.ptr);
	mdoc_text(title.ptr);
}

static void tables(const struct page *page)
{
	puts(".Bl -tag -width Ds -compact");
	for (const struct special_table *special = special_tables; special->name; special++)
		item(page, kpss_str(special->name), kpss_str(special->title),
			kpss_str(language_text(page->language, special->title)));
	for (const struct query_table *table = query_tables(&schema_embedded, page->arena); table;
		table = table->next)
		item(page, table->name, table->title, table->czech_title);
	puts(".El");
}

static void views(const struct page *page)
{
	const struct query_table *all = query_tables(&schema_embedded, page->arena);
	puts(".Bl -tag -width Ds -compact");
	for (const struct query_view *view = query_views(&schema_embedded, all, false, page->arena);
		view; view = view->next)
		item(page, view->name, view->title, view->czech_title);
	puts(".El");
}

/* “-- English? | Česky?” heads the file; the rest of it is the question. */
static void question(struct page *page, const char *name)
{
	char path[4096], title[512];
	snprintf(path, sizeof path, "%s/examples/query/%s.sql", page->folder, name);
	FILE *file = fopen(path, "r");
	char *bar = NULL;
	if (file && fgets(title, sizeof title, file))
		bar = strstr(title, " | ");
	if (file)
		fclose(file);
	if (!bar) {
		complain(page, "no such question, or no title", path);
		return;
	}
	*bar = '\0';
	bar[strcspn(bar + 1, "\n") + 1] = '\0';
	page->shown++;
	puts(".Pp");
	mdoc_text(page->czech ? bar + strlen(" | ") : title + strlen("-- "));
	if (!mdoc_literal_after(path, 1))
		complain(page, "cannot be read", path);
}

static int question_count(const struct page *page)
{
	char path[4096];
	int count = 0;
	snprintf(path, sizeof path, "%s/examples/query", page->folder);
	DIR *folder = opendir(path);
	for (const struct dirent *entry; folder && (entry = readdir(folder));)
		count += strstr(entry->d_name, ".sql") != NULL;
	if (folder)
		closedir(folder);
	return count;
}

static void page_print(struct page *page, FILE *source)
{
	char line[4096], name[64];
	puts(".\\\" Written by scripts/update-query-manual from man/source, man/examples/query and "
	     "the program; edit there.");
	while (fgets(line, sizeof line, source)) {
		if (sscanf(line, "@question %63s", name) == 1)
			question(page, name);
		else if (strcmp(line, "@tables\n") == 0)
			tables(page);
		else if (strcmp(line, "@views\n") == 0)
			views(page);
		else if (line[0] == '@')
			complain(page, "unknown line", line);
		else
			fputs(line, stdout);
	}
	if (page->shown != question_count(page))
		complain(page, "not every question is in the page, once", "man/examples/query");
}

int main(int argc, char **argv)
{
	char path[4096];
	if (argc != 3 || !language_find(argv[1])) {
		fprintf(stderr, "usage: query_manual en|cs MAN\n");
		return 2;
	}
	struct page page = {.folder = argv[2],
		.language = language_find(argv[1]),
		.czech = strcmp(argv[1], "cs") == 0,
		.arena = arena_new()};
	snprintf(path, sizeof path, "%s/source/kpss-query.%s.mdoc", argv[2], argv[1]);
	FILE *source = fopen(path, "r");
	if (source)
		page_print(&page, source);
	else
		complain(&page, "cannot be read", path);
	if (source)
		fclose(source);
	arena_free(page.arena);
	return page.troubles == 0 && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
