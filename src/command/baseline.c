#include "command/baseline.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/named.h"
#include "command/session.h"
#include "render/described.h"

enum { VERSION = 1, FINGERPRINT_DIGITS = 16, HEX = 16 };

static int entry_compare(const void *left, const void *right)
{
	const struct baseline_entry *a = left, *b = right;
	if (a->fingerprint != b->fingerprint)
		return (a->fingerprint > b->fingerprint) - (a->fingerprint < b->fingerprint);
	return strcmp(a->code.ptr, b->code.ptr);
}

static bool entry_read(struct arena *arena, const json_t *item, struct baseline_entry *entry)
{
	const char *code = json_string_value(json_object_get(item, "code"));
	const char *digits = json_string_value(json_object_get(item, "fingerprint"));
	if (!code || !digits || strlen(digits) != FINGERPRINT_DIGITS ||
		strspn(digits, "0123456789abcdef") != FINGERPRINT_DIGITS)
		return false;
	*entry = (struct baseline_entry){.fingerprint = strtoull(digits, NULL, HEX),
		.code = arena_text(arena, kpss_str(code))};
	return true;
}

/* The number of the first entry that is none, from 1; 0 when all are. */
static size_t entries_read(struct arena *arena, const json_t *list, struct baseline *baseline)
{
	baseline->count = json_array_size(list);
	baseline->entries = arena_array(arena, baseline->count + 1, sizeof *baseline->entries);
	for (size_t i = 0; i < baseline->count; i++)
		if (!entry_read(arena, json_array_get(list, i), &baseline->entries[i]))
			return i + 1;
	qsort(baseline->entries, baseline->count, sizeof *baseline->entries, entry_compare);
	return 0;
}

static bool complain(
	struct session *session, const char *english, const char *path, struct kpss_str more)
{
	session_complain(session, english, N_("write it anew: kpss validate --write-baseline FILE"),
		kpss_str(path), more);
	return false;
}

static bool root_read(
	struct session *session, const char *path, const json_t *root, struct baseline *baseline)
{
	const json_t *version = json_object_get(root, "schemaVersion");
	const json_t *list = json_object_get(root, "findings");
	if (!json_is_integer(version) || !json_is_array(list))
		return complain(session,
			N_("‘{0}’ is no baseline: ‘schemaVersion’ or ‘findings’ is missing"), path,
			kpss_str(NULL));
	if (json_integer_value(version) != VERSION)
		return complain(session,
			N_("the baseline ‘{0}’ was written by another version of kpss"), path,
			kpss_str(NULL));
	size_t wrong = entries_read(session->arena, list, baseline);
	if (wrong == 0)
		return true;
	return complain(session,
		N_("the baseline ‘{0}’ is damaged: entry {1} has no code or no fingerprint"), path,
		arena_format(session->arena, "%zu", wrong));
}

bool baseline_read(struct session *session, const char *path, struct baseline *baseline)
{
	struct buf buf = {0};
	json_error_t error;
	int reason = named_read(path, &buf);
	if (reason) {
		session_complain(session, N_("the baseline ‘{0}’ cannot be read: {1}"),
			N_("write it first: kpss validate --write-baseline FILE"), kpss_str(path),
			kpss_str(failure_text(session->language, reason)));
		buf_clear(&buf);
		return false;
	}
	json_t *root = json_loadb(buf.len ? buf.ptr : "", buf.len, JSON_REJECT_DUPLICATES, &error);
	buf_clear(&buf);
	if (!root)
		return complain(session, N_("the baseline ‘{0}’ is no JSON (line {1})"), path,
			arena_format(session->arena, "%d", error.line));
	bool good = root_read(session, path, root, baseline);
	json_decref(root);
	return good;
}

bool baseline_has(struct baseline *baseline, const char *code, uint64_t fingerprint)
{
	const struct baseline_entry wanted = {.fingerprint = fingerprint, .code = kpss_str(code)};
	struct baseline_entry *entry = bsearch(&wanted, baseline->entries, baseline->count,
		sizeof *baseline->entries, entry_compare);
	if (entry)
		entry->met = true;
	return entry;
}

struct line {
	const struct finding *finding;
	uint64_t fingerprint;
};

static bool has_subject(const struct finding *finding)
{
	return finding->subject.len > 0;
}

static struct kpss_str owner(const struct finding *finding)
{
	if (has_subject(finding))
		return finding->subject;
	return finding->where.source ? finding->where.source->path : kpss_str("");
}

static int line_compare(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	int order = strcmp(a->finding->kind->code, b->finding->kind->code);
	if (order)
		return order;
	struct kpss_str x = owner(a->finding), y = owner(b->finding);
	order = memcmp(x.ptr, y.ptr, x.len < y.len ? x.len : y.len);
	if (order == 0)
		order = (x.len > y.len) - (x.len < y.len);
	if (order)
		return order;
	return (a->fingerprint > b->fingerprint) - (a->fingerprint < b->fingerprint);
}

static void add_line(struct buf *buf, const struct line *line)
{
	json_t *object = json_pack("{s:s,s:o,s:o}", "code", line->finding->kind->code,
		has_subject(line->finding) ? "subject" : "path",
		described_text(owner(line->finding)), "fingerprint",
		json_sprintf("%016" PRIx64, line->fingerprint));
	char *text = json_dumps(object, 0);
	buf_addf(buf, "    %s", text);
	free(text);
	json_decref(object);
}

size_t baseline_add(struct buf *buf, const struct findings *findings, const uint64_t *fingerprints)
{
	struct line *lines = memory_resize(NULL, findings->count + 1, sizeof *lines);
	size_t count = 0;
	for (size_t i = 0; i < findings->count; i++)
		if (!findings->items[i].kind->fatal)
			lines[count++] = (struct line){
				.finding = &findings->items[i], .fingerprint = fingerprints[i]};
	qsort(lines, count, sizeof *lines, line_compare);
	buf_addf(buf, "{\n  \"schemaVersion\": %d,\n  \"findings\": [", VERSION);
	for (size_t i = 0; i < count; i++) {
		buf_add_text(buf, i ? ",\n" : "\n");
		add_line(buf, &lines[i]);
	}
	buf_add_text(buf, count ? "\n  ]\n}\n" : "]\n}\n");
	free(lines);
	return count;
}
