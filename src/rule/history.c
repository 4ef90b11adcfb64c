#include "rule/history.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/seen.h"
#include "base/text.h"
#include "repo/history.h"
#include "repo/snapshot.h"
#include "rule/birth_number.h"
#include "rule/privacy.h"
#include "rule/rule.h"
#include "rule/severity.h"
#include "town/personal_name.h"

#define HISTORY_REMEDY                                                                              \
	N_("git forgets nothing and kpss never rewrites history: tell whoever answers for "         \
	   "personal data in the town, and decide "                                                 \
	   "with them whether it has to be removed; ‘git filter-repo’ can do so, and then all " \
	   "copies have to be cloned anew")

static const struct finding_kind past_contact = {
	.code = "private-in-history",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.secret = true,
	.message = N_("a contact of the person ‘{0}’, whose name is not published, is in the "
		      "commit {1} of {2}"),
	.remedy = HISTORY_REMEDY,
	.meaning = N_("git has not recorded what is private today, where its history is asked for"),
	.explanation = N_("What was once recorded can be read by everybody who has a copy of the "
			  "repository, even when the file has "
			  "been mended or deleted since. Looked for are birth numbers, contacts "
			  "and names of people who are not "
			  "published today, names of those who commented, names of users of "
			  "services and files of the private "
			  "folders. Each is told once for a file, with the oldest commit that has "
			  "it and the line in that "
			  "version; the line is not shown. Only people can decide what is to be "
			  "done: a history that others have "
			  "copied cannot be taken back, and whoever removes something from it "
			  "changes the ids of all later "
			  "commits. What was dealt with can be written into a baseline."),
	.basis = N_("GDPR, article 5: no more personal data than needed"),
};
static const struct finding_kind past_name = {
	.code = "private-in-history",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.secret = true,
	.message = N_("the name of the person ‘{0}’, which is not kept today, is in the commit {1} "
		      "of {2}"),
	.remedy = HISTORY_REMEDY,
};
static const struct finding_kind past_submitter = {
	.code = "private-in-history",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.secret = true,
	.message =
		N_("what looks like the name of who submitted ‘{0}’ is in the commit {1} of {2}"),
	.remedy = HISTORY_REMEDY,
};
static const struct finding_kind past_birth_number = {
	.code = "private-in-history",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.secret = true,
	.message = N_("what looks like a birth number (rodné číslo) is in the commit {1} of {2}"),
	.remedy = HISTORY_REMEDY,
};
static const struct finding_kind past_file = {
	.code = "private-in-history",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.secret = true,
	.message = N_("a file of the private folder is in the commit {1} of {2}"),
	.remedy = HISTORY_REMEDY,
};
static const struct finding_kind tracked = {
	.code = "private-tracked",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.message = N_("git records a file of the private folder"),
	.remedy = N_("take it out and keep it: git rm --cached FILE; name the folder in "
		     ".gitignore; ‘kpss validate --history’ says "
		     "whether it has been recorded already"),
	.meaning = N_("git records no file of the folders ‘private’ and ‘soukromé’"),
	.explanation = N_("The folder is there for contacts and names that must not spread with "
			  "the repository. Looked at is what git "
			  "would record with the next commit."),
	.basis = N_("GDPR, article 5: no more personal data than needed"),
};
static const struct finding_kind not_ignored = {
	.code = "private-not-ignored",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("nothing keeps the private folder out of git"),
	.remedy = N_("write the line ‘/{0}/’ into the file .gitignore beside kpss.yaml"),
	.meaning = N_("git leaves out the folders ‘private’ and ‘soukromé’"),
	.explanation = N_("One ‘git add’ of everything would record contacts and names for ever. "
			  "The file .gitignore names what git "
			  "leaves out."),
	.basis = N_("GDPR, article 5: no more personal data than needed"),
};

const struct finding_kind *const history_finding_kinds[] = {&past_contact, &past_name,
	&past_submitter, &past_birth_number, &past_file, &tracked, &not_ignored, NULL};

/* While the versions of files are gone through. */
struct past {
	const struct plan *today;
	struct plan *then; /* one old file at a time */
	struct findings *findings;
	struct findings dropped; /* what is wrong with old files is nobody's business */
	struct seen
		hidden; /* ids of people who take part as users or have submitted something and may not be named */
	struct seen names; /* that stand in the records of today */
	struct seen told;
	const struct history_file *file;
	struct kpss_str path; /* safe to be shown */
	struct source *whole; /* the file, for finding lines */
};

static uint64_t hash_of(const char *what, struct kpss_str text)
{
	return seen_hash(seen_hash(0, kpss_str(what)), text);
}

static void user_hide(const void *user, const struct entity *group, const struct node *member)
{
	struct past *past = *(struct past *const *)user;
	const struct entity *person = plan_target(past->today, field(member, WORD_person));
	(void)group;
	if (person && !is_absent(user_private_name(person)))
		seen_add(&past->hidden, hash_of("id", person->id));
}

static void submitter_hide(
	const void *user, const struct entity *record, const struct node *submitter)
{
	struct past *past = *(struct past *const *)user;
	const struct entity *person = plan_target(past->today, field(submitter, WORD_person));
	(void)record;
	if (person && !submitter_is_in_office(submitter) && !person_is_public(person))
		seen_add(&past->hidden, hash_of("id", person->id));
}

static void today_take(struct past *past)
{
	uint32_t count;
	const struct entity *const *people = plan_kind(past->today, KIND_person, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *name = field(people[i]->mapping, WORD_name);
		if (!is_absent(name))
			seen_add(&past->names, hash_of("name", value_text(name)));
	}
	users_walk(past->today, user_hide, &past);
	submitters_walk(past->today, submitter_hide, &past);
}

/* A source that is only the line up to the end of what is marked, so that no old file stays in memory. */
static struct kpss_span place_keep(struct past *past, struct kpss_span where)
{
	enum { LINE_KEPT = 100000 };
	struct arena *arena = past->findings->arena;
	struct place place = source_locate(past->whole, where.begin);
	struct kpss_str bytes = past->whole->bytes;
	uint32_t begin = where.begin, end = where.end;
	while (begin > 0 && bytes.ptr[begin - 1] != '\n')
		begin--;
	bool kept = end - begin <= LINE_KEPT;
	struct kpss_str line = {.ptr = bytes.ptr + begin, .len = kept ? end - begin : 0};
	struct source *source =
		source_new(arena, arena_text(arena, past->path), arena_text(arena, line));
	source->lines_before = place.line - 1;
	return (struct kpss_span){.source = source,
		.begin = kept ? where.begin - begin : 0,
		.end = kept ? end - begin : 0};
}

/* Tells a thing once for each file: `value` is what makes it the same in another version. */
static void past_report(struct past *past, const struct finding_kind *kind, struct kpss_str id,
	struct kpss_str value, struct kpss_span where)
{
	struct findings *findings = past->findings;
	uint64_t hash = seen_hash(seen_hash(hash_of(kind->message, past->path), id), value);
	if (!seen_add(&past->told, hash))
		return;
	struct kpss_str apart = arena_format(findings->arena, "%.*s %u", (int)past->file->blob.len,
		past->file->blob.ptr, (unsigned)where.begin);
	findings_add(findings,
		&(struct finding){
			.kind = kind,
			.where = place_keep(past, where),
			.arguments = {argument_text(findings_text(findings, id)),
				argument_text(findings_text(findings, past->file->commit)),
				argument_date(past->file->date)},
			.apart = apart,
		});
}

static void birth_numbers_seek(struct past *past)
{
	struct kpss_str bytes = past->whole->bytes, found;
	for (size_t at = 0; birth_number_next(bytes, &at, past->findings->arena, &found);) {
		uint32_t begin = (uint32_t)(found.ptr - bytes.ptr);
		struct kpss_span where = {
			.source = past->whole, .begin = begin, .end = begin + (uint32_t)found.len};
		past_report(past, &past_birth_number, kpss_str(""), found, where);
	}
}

/* The record of the same person today; NULL when there is none any more. */
static const struct entity *person_today(const struct past *past, const struct entity *person)
{
	const struct entity *today = person->id.len > 0 ? plan_find(past->today, person->id) : NULL;
	return today && today->kind == KIND_person ? today : NULL;
}

/* Is a name of an old record one that the town does not keep today? Whose record is gone is named nowhere, unless under another
 * id. */
static bool name_is_private(
	const struct past *past, const struct entity *person, const struct node *name)
{
	const struct entity *today = person_today(past, person);
	if (is_absent(name) || value_text(name).len == 0)
		return false;
	if (today && person_is_public(today))
		return false;
	if (seen_has(&past->hidden, hash_of("id", person->id)))
		return true;
	if (today)
		return is_absent(field(today->mapping, WORD_name));
	return !seen_has(&past->names, hash_of("name", value_text(name)));
}

static void people_seek(struct past *past)
{
	uint32_t count;
	const struct entity *const *people = plan_kind(past->then, KIND_person, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *person = people[i], *today = person_today(past, person);
		const struct node *contact = person_contact(person),
				  *name = field(person->mapping, WORD_name);
		if (!is_absent(contact) && !person_is_public(today ? today : person))
			past_report(past, &past_contact, person->id, value_text(contact),
				entity_span(person, contact));
		if (name_is_private(past, person, name))
			past_report(past, &past_name, person->id, value_text(name),
				entity_span(person, name));
	}
}

static void submitter_seek(
	const void *user, const struct entity *record, const struct node *submitter)
{
	struct past *past = *(struct past *const *)user;
	const struct node *label = field(submitter, WORD_label);
	if (!submitter_is_in_office(submitter) &&
		text_is_personal_name(value_text(label), past->findings->arena))
		past_report(past, &past_submitter, record->id, value_text(label),
			entity_span(record, label));
}

/* Each old file is read as a plan of its own: what it refers to need not be there. */
static void records_seek(struct past *past, struct kpss_str path, struct kpss_str bytes)
{
	const struct memory_file files[] = {
		{.path = "kpss.yaml", .bytes = kpss_str("formát: 1\n")},
		{.path = path.ptr, .bytes = bytes},
	};
	struct snapshot *snapshot = snapshot_memory(files, sizeof files / sizeof *files);
	findings_reset(&past->dropped);
	if (plan_load(past->then, snapshot, &past->dropped)) {
		people_seek(past);
		submitters_walk(past->then, submitter_seek, &past);
	}
	snapshot_close(snapshot);
}

static struct kpss_str path_safe(struct arena *arena, struct kpss_str path)
{
	struct buf safe = {0};
	text_add_safe(&safe, path);
	struct kpss_str shown = arena_text(arena, buf_str(&safe));
	buf_clear(&safe);
	return shown;
}

static void file_seek(void *user, const struct history_file *file)
{
	struct past *past = user;
	struct arena *arena = arena_new();
	struct kpss_str bytes = file->bytes.ptr ? file->bytes : kpss_str("");
	if (text_valid_utf8(bytes) != bytes.len)
		bytes = text_from_windows_1250(arena, bytes);
	past->file = file;
	past->path = path_safe(arena, file->path);
	past->whole = source_new(arena, past->path, bytes);
	if (file->bytes.ptr) {
		birth_numbers_seek(past);
		if (!kpss_str_is(file->path, "kpss.yaml"))
			records_seek(past, arena_text(arena, file->path), bytes);
	} else {
		past_report(past, &past_file, kpss_str(""), kpss_str(""),
			(struct kpss_span){.source = past->whole});
	}
	arena_free(arena);
}

void history_check(const struct plan *plan, struct history *history, struct kpss_date as_of,
	struct findings *findings)
{
	struct past past = {.today = plan, .then = plan_new(), .findings = findings};
	size_t first = findings->count;
	findings_init(&past.dropped);
	today_take(&past);
	history_walk(history, findings, file_seek, &past);
	severities_lay(plan, as_of, findings, first);
	seen_clear(&past.hidden);
	seen_clear(&past.names);
	seen_clear(&past.told);
	findings_clear(&past.dropped);
	plan_free(past.then);
}

static void tracked_take(void *user, struct kpss_str path)
{
	struct findings *findings = user;
	findings_add(findings,
		&(struct finding){
			.kind = &tracked,
			.where = {.source = source_new(findings->arena,
					  path_safe(findings->arena, path), kpss_str(""))},
		});
}

void history_check_private_folders(const struct plan *plan, struct history *history,
	const char *folder, struct kpss_date as_of, struct findings *findings)
{
	size_t first = findings->count;
	history_tracked_private(history, tracked_take, findings);
	for (size_t i = 0; private_folders[i]; i++) {
		struct kpss_str name = kpss_str(private_folders[i]);
		if (folder_exists(folder, name.ptr) && !history_ignores(history, name.ptr))
			findings_add(
				findings, &(struct finding){
						  .kind = &not_ignored,
						  .where = {.source = source_new(findings->arena,
								    name, kpss_str(""))},
						  .arguments = {argument_text(name)},
					  });
	}
	severities_lay(plan, as_of, findings, first);
}
