/* translate FOLDER [N]: writes the repository in FOLDER anew in the English vocabulary, in place. Every known field, kind, level
 * and enumerated value becomes its English word where it stands, and kpss.yaml says so; no other byte changes. With N only every
 * N-th of them does, so that both vocabularies stand mixed. Files that are no YAML stay as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "document/parse.h"
#include "document/words.h"
#include "plan/plan.h"
#include "repo/snapshot.h"
#include "schema/check.h"
#include "plan/translate.h"

enum { PATH_MOST = 4096 };

struct translation {
	const char *folder;
	unsigned every;
	struct arena *arena;
	struct findings findings; /* nobody asks for them */
	struct words *words;
	struct reader *reader;
	struct translator *translator;
};

static enum translated what_is(struct kpss_str path)
{
	bool profile = kpss_str_is(path, "profile.yaml") || kpss_str_is(path, "pravidla.yaml");
	return kpss_str_is(path, "kpss.yaml") ? TRANSLATED_ROOT
	       : profile                      ? TRANSLATED_PROFILE
					      : TRANSLATED_RECORDS;
}

static bool file_write(const char *folder, struct kpss_str path, const struct buf *content)
{
	char name[PATH_MOST];
	snprintf(name, sizeof name, "%s/%.*s", folder, (int)path.len, path.ptr);
	FILE *file = fopen(name, "wb");
	bool good = file && buf_write(content, file);
	if (!file || fclose(file) != 0 || !good) {
		fprintf(stderr, "translate: cannot write %s\n", name);
		return false;
	}
	return true;
}

static bool file_translate(
	struct translation *translation, struct snapshot *snapshot, struct kpss_str path)
{
	struct kpss_str bytes;
	struct document document;
	if (!snapshot_read(snapshot, translation->arena, &translation->findings, path, &bytes))
		return true;
	struct source *source = source_new(translation->arena, path, bytes);
	if (!document_parse(translation->reader, source, translation->arena, &translation->findings,
		    &document) ||
		!document.root)
		return true;
	struct buf out = {0};
	translator_add(&out, translation->translator, &document, what_is(path));
	bool good = file_write(translation->folder, path, &out);
	buf_clear(&out);
	return good;
}

static bool files_translate(struct translation *translation, struct snapshot *snapshot)
{
	struct snapshot_file *files;
	size_t count;
	if (!snapshot_list(snapshot, translation->arena, &translation->findings, &files, &count))
		return false;
	bool good = true;
	for (size_t i = 0; i < count && good; i++)
		good = file_translate(translation, snapshot, files[i].path);
	return good;
}

/* The plan is loaded first: it knows the fields that the town added, and which paths are not read. */
static bool folder_translate(struct translation *translation, struct plan *plan)
{
	struct snapshot *snapshot = snapshot_folder(translation->folder, &translation->findings);
	if (!snapshot)
		return false;
	bool good = plan_load(plan, snapshot, &translation->findings);
	if (good) {
		const struct schema_table *table = plan_schema(plan);
		translation->words = schema_words(table);
		translation->reader = reader_new(translation->words);
		translation->translator = translator_new(table, translation->words);
		translator_every(translation->translator, translation->every);
		good = files_translate(translation, snapshot);
		translator_free(translation->translator);
		reader_free(translation->reader);
		words_free(translation->words);
	}
	snapshot_close(snapshot);
	return good;
}

int main(int argc, char **argv)
{
	unsigned every = argc == 3 ? (unsigned)strtoul(argv[2], NULL, 10) : 1;
	if (argc < 2 || argc > 3 || every == 0) {
		fprintf(stderr, "usage: translate FOLDER [N]\n");
		return 2;
	}
	struct translation translation = {.folder = argv[1], .every = every, .arena = arena_new()};
	struct plan *plan = plan_new();
	findings_init(&translation.findings);
	bool good = folder_translate(&translation, plan);
	if (!good)
		fprintf(stderr, "translate: cannot read %s\n", argv[1]);
	findings_clear(&translation.findings);
	plan_free(plan);
	arena_free(translation.arena);
	return good ? 0 : 3;
}
