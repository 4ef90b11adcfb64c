#include "command/fix.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "plan/load.h"
#include "render/message.h"
#include "repo/replace.h"
#include "repo/snapshot.h"

/* Encoding first, then values; a fix may uncover another one behind it. */
enum { ROUNDS_MOST = 8 };

/* A file that fixes apply to. `now` is what it would be written as. */
struct fixed_file {
	struct memory_file now; /* its path and bytes, as an overlay wants them */
	struct kpss_str before; /* as it is on disk */
	struct kpss_str safe; /* as it was after the last round that did what it should */
	size_t findings; /* in the last round */
	size_t applied; /* of them, fixes laid over it */
	bool frozen; /* no more fixes: one of them went wrong */
	bool whole; /* the last fix was of the whole file */
	struct buf lines; /* what was done to it */
	struct buf round; /* and in the round under way, not judged yet */
};

struct fixing {
	const struct fix_request *request;
	struct arena *arena;
	struct plan *plan;
	struct findings findings;
	struct snapshot *folder;
	struct fixed_file *files;
	struct memory_file *overlay;
	size_t count, capacity;
	struct fix_told *told;
};

static struct fixed_file *file_find(struct fixing *fixing, struct kpss_str path)
{
	for (size_t i = 0; i < fixing->count; i++)
		if (kpss_str_is(path, fixing->files[i].now.path))
			return &fixing->files[i];
	return NULL;
}

static struct fixed_file *file_take(struct fixing *fixing, const struct source *source)
{
	struct fixed_file *file = file_find(fixing, source->path);
	if (file)
		return file;
	if (fixing->count == fixing->capacity) {
		fixing->capacity = fixing->capacity ? fixing->capacity * 2 : 16;
		fixing->files = memory_resize(fixing->files, fixing->capacity, sizeof *fixing->files);
		fixing->overlay = memory_resize(fixing->overlay, fixing->capacity, sizeof *fixing->overlay);
	}
	struct kpss_str bytes = arena_text(fixing->arena, source->bytes);
	file = &fixing->files[fixing->count++];
	*file = (struct fixed_file){
		.now = {.path = arena_text(fixing->arena, source->path).ptr, .bytes = bytes},
		.before = bytes,
		.safe = bytes,
	};
	return file;
}

static bool load(struct fixing *fixing)
{
	for (size_t i = 0; i < fixing->count; i++)
		fixing->overlay[i] = fixing->files[i].now;
	struct snapshot *overlay = snapshot_overlay(fixing->folder, fixing->overlay, fixing->count);
	findings_reset(&fixing->findings);
	bool loaded = plan_load(fixing->plan, overlay, &fixing->findings);
	findings_sort(&fixing->findings);
	snapshot_close(overlay);
	return loaded;
}

static size_t findings_in(const struct fixing *fixing, struct kpss_str path)
{
	size_t count = 0;
	for (size_t i = 0; i < fixing->findings.count; i++) {
		const struct source *source = fixing->findings.items[i].where.source;
		count += source && kpss_str_equal(source->path, path);
	}
	return count;
}

/* A fix must take its finding away and bring no other. Reading a file that could not be read may bring any. */
static void last_round_judge(struct fixing *fixing)
{
	for (size_t i = 0; i < fixing->count; i++) {
		struct fixed_file *file = &fixing->files[i];
		size_t left = findings_in(fixing, kpss_str(file->now.path));
		bool good = file->applied == 0 || file->whole || left + file->applied <= file->findings;
		if (!good) {
			file->now.bytes = file->safe;
			file->frozen = true;
			file->round.len = 0;
		}
		buf_add(&file->lines, buf_str(&file->round));
		file->round.len = 0;
		file->safe = file->now.bytes;
		file->applied = 0;
		file->findings = left;
	}
}

static void line_add(const struct fixing *fixing, struct buf *lines, const struct finding *finding)
{
	const struct language *language = fixing->request->language;
	struct source *source = finding->where.source;
	struct kpss_str old = {.ptr = source->bytes.ptr + finding->fix.begin, .len = finding->fix.end - finding->fix.begin};
	bool whole = old.len == source->bytes.len;
	buf_add(lines, fixing->request->prefix);
	text_add_safe(lines, source->path);
	if (!whole)
		buf_addf(lines, ":%u", (unsigned)source_locate(source, finding->fix.begin).line);
	while (old.len > 0 && (old.ptr[old.len - 1] == '\n' || old.ptr[old.len - 1] == ' '))
		old.len--;
	while (old.len > 0 && *old.ptr == ' ')
		old = (struct kpss_str){.ptr = old.ptr + 1, .len = old.len - 1};
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_text(old), argument_text(finding->fix.text)};
	const char *what = whole ? N_("from Windows-1250 to UTF-8")
		: finding->fix.text.len ? N_("{0} → {1}")
					: N_("deleted, said twice: {0}");
	buf_addf(lines, ": %s: ", finding->kind->code);
	message_add(lines, language, what, arguments);
	buf_add_char(lines, '\n');
}

/* Lays the fixes of one file over it; they are sorted, and one that overlaps the one before waits for the next round. */
static bool file_fix(struct fixing *fixing, size_t first, size_t end)
{
	struct fixed_file *file = file_take(fixing, fixing->findings.items[first].where.source);
	struct buf bytes = {0};
	uint32_t at = 0;
	file->whole = false;
	for (size_t i = first; i < end && !file->frozen; i++) {
		const struct finding *finding = &fixing->findings.items[i];
		if (!finding->fix.text.ptr || finding->fix.begin < at)
			continue;
		buf_add(&bytes, (struct kpss_str){.ptr = file->now.bytes.ptr + at, .len = finding->fix.begin - at});
		buf_add(&bytes, finding->fix.text);
		at = finding->fix.end;
		file->whole = finding->fix.begin == 0 && finding->fix.end == file->now.bytes.len;
		file->applied++;
		line_add(fixing, &file->round, finding);
	}
	if (file->applied) {
		buf_add(&bytes, (struct kpss_str){.ptr = file->now.bytes.ptr + at, .len = file->now.bytes.len - at});
		file->findings = end - first;
		file->now.bytes = arena_text(fixing->arena, buf_str(&bytes));
	}
	buf_clear(&bytes);
	return file->applied > 0;
}

/* True when something was laid over a file. */
static bool round_fix(struct fixing *fixing)
{
	const struct finding *items = fixing->findings.items;
	bool laid = false;
	for (size_t first = 0, end; first < fixing->findings.count; first = end) {
		bool mends = false;
		for (end = first; end < fixing->findings.count && items[end].where.source == items[first].where.source; end++)
			mends = mends || items[end].fix.text.ptr;
		laid = (mends && file_fix(fixing, first, end)) || laid;
	}
	return laid;
}

static void trouble_add(const struct fixing *fixing, struct kpss_str path, const char *english,
	struct finding_argument argument)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument};
	struct buf *trouble = &fixing->told->trouble;
	buf_add(trouble, fixing->request->prefix);
	text_add_safe(trouble, path);
	buf_add_text(trouble, ": ");
	message_add(trouble, fixing->request->language, english, arguments);
	buf_add_char(trouble, '\n');
}

static bool file_mend(struct fixing *fixing, const struct fixed_file *file)
{
	static const struct finding_argument none = {0};
	struct kpss_str path = kpss_str(file->now.path);
	int reason;
	if (fixing->request->dry_run || kpss_str_equal(file->before, file->now.bytes))
		return true;
	switch (file_replace(fixing->request->folder, path, file->before, file->now.bytes, &reason)) {
	case WRITTEN:
		return true;
	case WRITE_CHANGED:
		trouble_add(fixing, path, N_("not written: somebody has changed the file meanwhile"), none);
		return false;
	case WRITE_UNSURE:
		trouble_add(fixing, path, N_("written, but a loss of power could undo it: {0}"),
			failure_argument(&fixing->findings, reason));
		return false;
	default:
		trouble_add(fixing, path, N_("not written: {0}"), failure_argument(&fixing->findings, reason));
		return false;
	}
}

static bool files_mend(struct fixing *fixing)
{
	bool good = true;
	for (size_t i = 0; i < fixing->count; i++) {
		const struct fixed_file *file = &fixing->files[i];
		if (file_mend(fixing, file))
			buf_add(&fixing->told->done, buf_str(&file->lines));
		else
			good = false;
		if (file->frozen)
			trouble_add(fixing, kpss_str(file->now.path),
				N_("some fixes were not made here: they would have changed more than they should"),
				(struct finding_argument){0});
	}
	return good;
}

/* Why a file or the whole repository was not looked at: it may be readable again when the report is made. */
static void unread_tell(const struct fixing *fixing)
{
	for (size_t i = 0; i < fixing->findings.count; i++) {
		const struct finding *finding = &fixing->findings.items[i];
		const struct source *source = finding->where.source;
		if (strcmp(finding->kind->code, "cannot-read") != 0)
			continue;
		struct buf message = {0};
		message_add_finding(&message, fixing->request->language, finding);
		bool placed = source && source->path.len > 0;
		trouble_add(fixing, placed ? source->path : kpss_str("."), N_("not mended: {0}"),
			argument_text(buf_str(&message)));
		buf_clear(&message);
	}
}

/* Loads and mends until there is nothing to mend; false when it could not be loaded. What no later round has judged is
 * taken back. */
static bool rounds_run(struct fixing *fixing)
{
	bool loaded = true;
	for (int round = 0; round < ROUNDS_MOST && (loaded = load(fixing)); round++) {
		last_round_judge(fixing);
		if (!round_fix(fixing))
			return true;
	}
	for (size_t i = 0; i < fixing->count; i++)
		fixing->files[i].now.bytes = fixing->files[i].safe;
	return loaded;
}

static void fixing_clear(struct fixing *fixing)
{
	for (size_t i = 0; i < fixing->count; i++) {
		buf_clear(&fixing->files[i].lines);
		buf_clear(&fixing->files[i].round);
	}
	findings_clear(&fixing->findings);
	plan_free(fixing->plan);
	arena_free(fixing->arena);
	free(fixing->files);
	free(fixing->overlay);
}

bool fix_repository(const struct fix_request *request, struct fix_told *told)
{
	struct fixing fixing = {.request = request, .arena = arena_new(), .plan = plan_new(), .told = told};
	bool good = false;
	findings_init(&fixing.findings);
	fixing.folder = snapshot_folder(request->folder, &fixing.findings);
	if (fixing.folder) {
		good = rounds_run(&fixing);
		unread_tell(&fixing);
		good = files_mend(&fixing) && good;
		snapshot_close(fixing.folder);
	} else {
		unread_tell(&fixing);
	}
	fixing_clear(&fixing);
	return good;
}
