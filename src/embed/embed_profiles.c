/* Run by the build: writes the files named on the command line as the table of profiles.h.
 * Usage: embed_profiles OUTPUT.c PROFILE.yaml…
 *
 * A profile says its Czech title (název) and that it is based on itself (vychází_z: name@version), so that a copy says where it
 * comes from. A comment line “# en: …” gives the English title and stays out of copies. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/source.h"
#include "document/node.h"
#include "document/parse.h"
#include "document/words.h"

/* Words of the fields that are read, numbered in this order. */
enum { TITLE, BASED_ON, WORDS };
static const struct kpss_str words[WORDS] = {{.ptr = "název", .len = sizeof "název" - 1},
	{.ptr = "vychází_z", .len = sizeof "vychází_z" - 1}};

struct profile {
	struct kpss_str name, version, title_cs, title_en, before,
		after; /* text around the English title */
};

static bool file_read(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	char piece[4096];
	size_t length;
	while ((length = fread(piece, 1, sizeof piece, file)) > 0)
		buf_add(out, (struct kpss_str){.ptr = piece, .len = length});
	bool good = !ferror(file);
	fclose(file);
	return good;
}

/* The text of a field at the margin; empty when there is none. */
static struct kpss_str text_of(const struct document *document, uint32_t word)
{
	for (uint32_t i = 0; i + 1 < document->count; i++) {
		const struct node *key = document->root + i;
		if (key->is_key && key->word == word && key[1].kind == NODE_SCALAR)
			return node_text(&key[1]);
	}
	return kpss_str("");
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* Takes name@version apart; false when the name is not that of the file. */
static bool version_take(const char *path, struct kpss_str based_on, struct profile *profile)
{
	const char *at = based_on.len ? memchr(based_on.ptr, '@', based_on.len) : NULL;
	const char *name = file_name(path);
	if (!at)
		return false;
	profile->name = (struct kpss_str){.ptr = based_on.ptr, .len = (size_t)(at - based_on.ptr)};
	profile->version =
		(struct kpss_str){.ptr = at + 1, .len = based_on.len - profile->name.len - 1};
	return strlen(name) == profile->name.len + strlen(".yaml") &&
	       memcmp(name, profile->name.ptr, profile->name.len) == 0;
}

static bool english_take(struct kpss_str text, struct profile *profile)
{
	static const char mark[] = "\n# en: ";
	const char *line = strstr(text.ptr, mark);
	const char *end = line ? strchr(line + 1, '\n') : NULL;
	if (!end)
		return false;
	const char *title = line + strlen(mark);
	profile->title_en = (struct kpss_str){.ptr = title, .len = (size_t)(end - title)};
	profile->before = (struct kpss_str){.ptr = text.ptr, .len = (size_t)(line + 1 - text.ptr)};
	profile->after =
		(struct kpss_str){.ptr = end + 1, .len = (size_t)(text.ptr + text.len - end - 1)};
	return true;
}

/* NULL when all is there, else what is wrong with the file. */
static const char *profile_take(
	const char *path, struct reader *reader, struct arena *arena, struct profile *profile)
{
	struct buf buf = {0};
	struct document document;
	struct findings findings;
	findings_init(&findings);
	const char *wrong = file_read(path, &buf) ? NULL : "cannot be read";
	struct kpss_str text = arena_text(arena, buf_str(&buf));
	struct source *source = source_new(arena, kpss_str(file_name(path)), text);
	if (!wrong &&
		(!document_parse(reader, source, arena, &findings, &document) || !document.root))
		wrong = "is no YAML that kpss reads";
	else if (!wrong && !version_take(path, text_of(&document, BASED_ON), profile))
		wrong = "does not say ‘vychází_z: NAME@VERSION’ with its own name";
	else if (!wrong && !english_take(text, profile))
		wrong = "has no line ‘# en: TITLE’ below another comment";
	if (!wrong)
		profile->title_cs = text_of(&document, TITLE);
	if (!wrong && profile->title_cs.len == 0)
		wrong = "has no název";
	findings_clear(&findings);
	buf_clear(&buf);
	return wrong;
}

static void bytes_write(FILE *out, struct kpss_str text, size_t *column)
{
	for (size_t i = 0; i < text.len; i++)
		fprintf(out, "%s%u,", (*column)++ % 24 ? "" : "\n",
			(unsigned)(unsigned char)text.ptr[i]);
}

static void text_write(
	FILE *out, const char *what, int number, struct kpss_str text, struct kpss_str more)
{
	size_t column = 0;
	fprintf(out, "static const unsigned char %s_%d[] = {", what, number);
	bytes_write(out, text, &column);
	bytes_write(out, more, &column);
	fprintf(out, "\n0};\n");
}

static void profile_write(FILE *out, int number, const struct profile *profile)
{
	text_write(out, "title_cs", number, profile->title_cs, kpss_str(""));
	text_write(out, "title_en", number, profile->title_en, kpss_str(""));
	text_write(out, "text", number, profile->before, profile->after);
}

static void row_write(FILE *out, int number, const struct profile *profile)
{
	fprintf(out,
		"{\"%.*s\", \"%.*s\",\n{(const char *)title_cs_%d, sizeof title_cs_%d - 1},\n"
		"{(const char *)title_en_%d, sizeof title_en_%d - 1},\n{(const char *)text_%d, "
		"sizeof text_%d - 1}},\n",
		(int)profile->name.len, profile->name.ptr, (int)profile->version.len,
		profile->version.ptr, number, number, number, number, number, number);
}

static bool table_write(const char *path, const struct profile *profiles, int count)
{
	FILE *out = fopen(path, "wb");
	if (!out)
		return false;
	fprintf(out, "/* Made from profiles/ by embed_profiles. */\n#include "
		     "<stddef.h>\n\n#include \"embed/profiles.h\"\n\n");
	for (int i = 0; i < count; i++)
		profile_write(out, i, &profiles[i]);
	fprintf(out, "const struct builtin_profile builtin_profiles[] = {\n");
	for (int i = 0; i < count; i++)
		row_write(out, i, &profiles[i]);
	fprintf(out, "{0}};\n");
	return fclose(out) == 0;
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fprintf(stderr, "usage: embed_profiles OUTPUT.c PROFILE.yaml...\n");
		return 2;
	}
	struct arena *arena = arena_new();
	struct words *known = words_new(words, WORDS);
	struct reader *reader = reader_new(known);
	struct profile *profiles = arena_array(arena, (size_t)argc, sizeof *profiles);
	bool good = true;
	for (int i = 2; i < argc; i++) {
		const char *wrong = profile_take(argv[i], reader, arena, &profiles[i - 2]);
		if (wrong)
			fprintf(stderr, "embed_profiles: %s %s\n", argv[i], wrong);
		good = good && !wrong;
	}
	if (good && !table_write(argv[1], profiles, argc - 2)) {
		fprintf(stderr, "embed_profiles: cannot write %s\n", argv[1]);
		good = false;
	}
	reader_free(reader);
	words_free(known);
	arena_free(arena);
	return good ? 0 : 1;
}
