#include "command/revision.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/environment.h"
#include "command/session.h"
#include "schema/table.h"
#include "town/phase.h"

static const char tags[] = "kpss/"; /* and behind it CYCLE/PHASE */

/* The ways to say a revision that git does not know, by the word before the colon. */
enum manner { BY_NAME, BY_DAY, BY_PHASE };

static enum manner manner_of(struct session *session, const char *typed, const char **rest)
{
	static const struct {
		const char *word;
		enum manner manner;
	} words[] = {{"date", BY_DAY}, {"datum", BY_DAY}, {"phase", BY_PHASE}, {"faze", BY_PHASE}};
	const char *colon = strchr(typed, ':');
	*rest = colon ? colon + 1 : typed;
	if (!colon || text_valid_utf8(kpss_str(typed)) != strlen(typed))
		return BY_NAME;
	struct kpss_str word = text_fold(
		session->arena, (struct kpss_str){.ptr = typed, .len = (size_t)(colon - typed)});
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (kpss_str_is(word, words[i].word))
			return words[i].manner;
	return BY_NAME;
}

/* The English word for a phase in either vocabulary, in which tags are written; the word itself where it is none. */
static struct kpss_str phase_english(struct session *session, struct kpss_str typed)
{
	const struct schema_table *schema = &schema_embedded;
	const struct schema_list *words = phase_words(schema);
	struct kpss_str folded = text_fold(session->arena, typed);
	for (uint32_t i = 0; words && i < words->count; i++) {
		struct kpss_str word = schema_word(schema, schema->lists[words->first + i]);
		if (kpss_str_equal(folded, text_fold(session->arena, word)))
			return schema_word(schema, schema->lists[words->first + (i & ~1U)]);
	}
	return typed;
}

static enum store_answer by_phase(
	struct session *session, const char *rest, struct revision *revision)
{
	const char *slash = strrchr(rest, '/');
	if (!slash)
		return STORE_UNKNOWN;
	struct kpss_str phase = phase_english(session, kpss_str(slash + 1));
	struct kpss_str tag = arena_format(session->arena, "refs/tags/%s%.*s/%.*s", tags,
		(int)(slash - rest), rest, (int)phase.len, phase.ptr);
	return store_commit_of_reference(revision->store, tag.ptr, &revision->commit);
}

struct suggesting {
	struct session *session;
	struct text_suggestions suggestions;
	bool phases;
};

/* A tag of a phase as it is asked for, in both vocabularies. */
static void suggest_phase(struct suggesting *suggesting, struct kpss_str name)
{
	const struct schema_table *schema = &schema_embedded;
	const struct schema_list *words = phase_words(schema);
	struct arena *arena = suggesting->session->arena;
	struct kpss_str tag = arena_format(arena, "phase:%.*s", (int)name.len, name.ptr);
	const char *phase = strrchr(tag.ptr, '/');
	suggestions_offer(&suggesting->suggestions, tag);
	for (uint32_t i = 0; phase && words && i < words->count; i += 2) {
		struct kpss_str czech = schema_word(schema, schema->lists[words->first + i + 1]);
		if (kpss_str_is(schema_word(schema, schema->lists[words->first + i]), phase + 1))
			suggestions_offer(&suggesting->suggestions,
				arena_format(arena, "%.*s%.*s", (int)(phase + 1 - tag.ptr), tag.ptr,
					(int)czech.len, czech.ptr));
	}
}

static void suggest(void *user, struct kpss_str name)
{
	struct suggesting *suggesting = user;
	size_t length = strlen(tags);
	bool phase = name.len > length && memcmp(name.ptr, tags, length) == 0;
	if (!suggesting->phases)
		suggestions_offer(
			&suggesting->suggestions, arena_text(suggesting->session->arena, name));
	else if (phase)
		suggest_phase(suggesting,
			(struct kpss_str){.ptr = name.ptr + length, .len = name.len - length});
}

static void complain_unknown(
	struct session *session, const struct revision *revision, enum manner manner)
{
	static const char *const texts[] = {
		[BY_NAME] = N_("git knows no revision ‘{0}’"),
		[BY_DAY] = N_("nothing was recorded in git by the day of ‘{0}’"),
		[BY_PHASE] = N_("no tag in git marks ‘{0}’"),
	};
	static const char *const remedies[] = {
		[BY_NAME] = N_("write a branch, a tag, an id of a commit, date:2026-03-12 or "
			       "phase:CYCLE/NAME; ‘git log "
			       "--oneline’ lists commits"),
		[BY_DAY] = N_("‘git log --first-parent --date=short’ lists what was recorded, with "
			      "the days"),
		[BY_PHASE] = N_("write it like phase:CYCLE/NAME; ‘git tag’ lists tags, those of "
				"phases as kpss/CYCLE/NAME"),
	};
	struct suggesting suggesting = {.session = session, .phases = manner == BY_PHASE};
	suggestions_init(&suggesting.suggestions, session->arena, kpss_str(revision->typed));
	if (manner != BY_DAY)
		store_names(revision->store, suggest, &suggesting);
	bool shallow = manner != BY_PHASE && store_is_shallow(revision->store);
	session_complain_suggesting(session, texts[manner],
		shallow ? N_("only the newest commits are in this clone; fetch the rest: git fetch "
			     "--unshallow")
			: remedies[manner],
		kpss_str(revision->typed), kpss_str(NULL), &suggesting.suggestions);
}

static enum exit_status conclude(struct session *session, const struct revision *revision,
	enum manner manner, enum store_answer answer)
{
	static const struct {
		const char *text, *remedy;
		enum exit_status status;
	} troubles[] = {
		[STORE_AMBIGUOUS] = {N_("‘{0}’ is the beginning of several ids"),
			N_("write more of its digits"), STATUS_USAGE},
		[STORE_NO_COMMIT] = {N_("‘{0}’ is no single commit"),
			N_("write a branch, a tag or the id of one commit"), STATUS_USAGE},
		[STORE_EMPTY] = {N_("nothing has been recorded in git yet"),
			N_("record the plan once it is in order: git add, git commit"),
			STATUS_FAILED},
		[STORE_MISSING] = {N_("the commit of ‘{0}’ is not in this clone"),
			N_("‘git fetch’ gets it; ‘git fsck’ says what else is missing"),
			STATUS_FAILED},
		[STORE_BROKEN] = {N_("what git has recorded as ‘{0}’ cannot be read"),
			N_("‘git fsck’ says more; clone the repository anew from an undamaged "
			   "copy"),
			STATUS_FAILED},
	};
	if (answer == STORE_FOUND)
		return STATUS_FINE;
	if (answer == STORE_UNKNOWN) {
		complain_unknown(session, revision, manner);
		return STATUS_USAGE;
	}
	session_complain(session, troubles[answer].text, troubles[answer].remedy,
		kpss_str(revision->typed), kpss_str(NULL));
	return troubles[answer].status;
}

static enum exit_status resolve(struct session *session, struct revision *revision)
{
	const char *rest;
	struct kpss_date day;
	enum manner manner = manner_of(session, revision->typed, &rest);
	if (manner == BY_DAY && !day_typed(session, rest, &day))
		return STATUS_USAGE;
	enum store_answer answer =
		manner == BY_DAY ? store_commit_on(revision->store, day, &revision->commit)
		: manner == BY_PHASE
			? by_phase(session, rest, revision)
			: store_commit_named(revision->store, revision->typed, &revision->commit);
	return conclude(session, revision, manner, answer);
}

static const char *typed_of(const struct session *session, const struct arguments *arguments)
{
	const char *behind = arguments_value(arguments, "at");
	return behind ? behind : session->at;
}

bool revision_is_given(const struct session *session, const struct arguments *arguments)
{
	return typed_of(session, arguments) != NULL;
}

enum exit_status revision_named(
	struct session *session, const char *typed, const char *folder, struct revision *revision)
{
	*revision = (struct revision){.typed = typed, .folder = folder};
	struct findings findings;
	findings_init(&findings);
	store_begin();
	revision->store = store_open(folder, &findings);
	enum exit_status status = revision->store ? resolve(session, revision) : STATUS_FAILED;
	if (!revision->store)
		session_say_reason(session, kpss_str("."), &findings);
	findings_clear(&findings);
	revision->recorded = (struct recorded){
		.revision = kpss_str(revision->typed),
		.commit = revision->commit.id,
		.day = revision->commit.day,
	};
	return status;
}

enum exit_status revision_given(struct session *session, const struct arguments *arguments,
	const char *folder, struct revision *revision)
{
	const char *typed = typed_of(session, arguments);
	*revision = (struct revision){.folder = folder};
	return typed ? revision_named(session, typed, folder, revision) : STATUS_FINE;
}

void revision_close(struct revision *revision)
{
	if (!revision->typed)
		return;
	store_close(revision->store);
	store_end();
}

const struct recorded *revision_recorded(const struct revision *revision)
{
	return revision->typed ? &revision->recorded : NULL;
}

struct kpss_date revision_day(const struct session *session, const struct revision *revision)
{
	return revision->typed ? revision->commit.day : session->environment->today;
}

char *revision_plan(const struct revision *revision, const char *folder)
{
	char *path = store_path(revision->store, folder);
	char *found = path ? store_find_plan(revision->store, &revision->commit, path) : NULL;
	if (!found)
		return path;
	free(path);
	return found;
}
