#include "command/record_message.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/record_changes.h"
#include "history/diff.h"
#include "plan/plan.h"
#include "render/message.h"
#include "render/record.h"

enum { NAMED_MOST = 3 };

struct list {
	struct buf names;
	size_t count;
};

/* A record without an entity is the profile. */
static void list_add(struct list *list, const struct language *language, const struct plan *plan,
	const struct entity *entity)
{
	if (list->count++ >= NAMED_MOST)
		return;
	buf_add_text(&list->names, list->names.len ? ", " : "");
	if (entity)
		record_add_label(&list->names, language, plan, entity);
	else
		buf_add_text(&list->names, language_text(language, N_("the rules of the town")));
}

/* Is the record written in a file that is recorded, before or now? */
static bool is_concerned(const struct record_changes *changes, const struct document *document)
{
	return document && record_changes_have(changes, document->source->path);
}

static const struct document *document_of(const struct plan *plan, const struct diff_record *record, bool after)
{
	const struct entity *entity = after ? record->after : record->before;
	bool is_profile = !record->after && !record->before;
	return entity ? entity->document : is_profile ? plan_profile_document(plan) : NULL;
}

static void lists_fill(struct list lists[], const struct diff *diff, const struct record_changes *changes,
	const struct language *language)
{
	for (size_t i = 0; i < diff->count; i++) {
		const struct diff_record *record = &diff->records[i];
		const struct plan *plan = record->after ? diff->after : diff->before;
		if (is_concerned(changes, document_of(diff->after, record, true)) ||
			is_concerned(changes, document_of(diff->before, record, false)))
			list_add(&lists[record->fate], language, plan, record->after ? record->after : record->before);
	}
}

static void list_tell(
	struct buf *buf, const struct language *language, const struct list *list, enum diff_fate fate)
{
	static const char *const first[] = {[DIFF_CHANGED] = N_("Changed: {0}"),
		[DIFF_ADDED] = N_("Added: {0}"),
		[DIFF_REMOVED] = N_("Removed: {0}")};
	static const char *const next[] = {[DIFF_CHANGED] = N_("; changed: {0}"),
		[DIFF_ADDED] = N_("; added: {0}"),
		[DIFF_REMOVED] = N_("; removed: {0}")};
	const struct finding_argument names[FINDING_ARGUMENTS] = {
		argument_text(buf_str(&list->names))};
	const struct finding_argument count[FINDING_ARGUMENTS] = {
		argument_number((int64_t)list->count)};
	if (list->count == 0)
		return;
	message_add(buf, language, buf->len ? next[fate] : first[fate], names);
	if (list->count > NAMED_MOST)
		message_add_counted(buf, language,
			P_(" and others, {0} record in all", " and others, {0} records in all"),
			count);
}

static void first_tell(struct buf *buf, const struct language *language, const struct plan *plan)
{
	const struct finding_argument town[FINDING_ARGUMENTS] = {argument_text(plan_town(plan))};
	message_add(buf, language, N_("The plan is recorded for the first time: {0}"), town);
}

void record_message_add(struct buf *buf, const struct plan *before, const struct plan *after,
	const struct record_changes *changes)
{
	struct list lists[DIFF_REMOVED + 1] = {0};
	const struct language *language = language_find(plan_is_czech(after) ? "cs" : "en");
	if (!before) {
		first_tell(buf, language, after);
		return;
	}
	struct arena *arena = arena_new();
	struct diff diff = diff_of_plans(before, after, arena);
	struct buf line = {0};
	lists_fill(lists, &diff, changes, language);
	for (enum diff_fate fate = DIFF_CHANGED; fate <= DIFF_REMOVED; fate++) {
		list_tell(&line, language, &lists[fate], fate);
		buf_clear(&lists[fate].names);
	}
	buf_add(buf, buf_str(&line));
	buf_clear(&line);
	arena_free(arena);
}
