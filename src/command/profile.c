/* kpss profile [NAME] */
#include "command/command.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/source.h"
#include "command/arguments.h"
#include "command/session.h"
#include "document/parse.h"
#include "document/words.h"
#include "embed/profiles.h"
#include "plan/plan.h"
#include "plan/translate.h"
#include "schema/check.h"

static const char *profile_word(size_t index)
{
	return builtin_profiles[index].name;
}

static const struct builtin_profile *profile_find(const char *name)
{
	const struct builtin_profile *profile = builtin_profiles;
	while (profile->name && strcmp(profile->name, name) != 0)
		profile++;
	return profile->name ? profile : NULL;
}

/* One a line: name@version as a copy says it, and what it is. */
static void list_add(struct buf *buf, const struct session *session)
{
	bool czech = strcmp(language_code(session->language), "cs") == 0;
	size_t widest = 0;
	for (const struct builtin_profile *profile = builtin_profiles; profile->name; profile++) {
		size_t width = strlen(profile->name) + strlen("@") + strlen(profile->version);
		widest = width > widest ? width : widest;
	}
	for (const struct builtin_profile *profile = builtin_profiles; profile->name; profile++) {
		struct kpss_str title = czech ? profile->title_cs : profile->title_en;
		struct kpss_str name =
			arena_format(session->arena, "%s@%s", profile->name, profile->version);
		buf_addf(buf, "%-*s  %.*s\n", (int)widest, name.ptr, (int)title.len, title.ptr);
	}
}

/* The files are written in Czech; comments and texts stay so. */
static void english_add(struct buf *buf, const struct session *session, const struct builtin_profile *profile)
{
	struct words *words = schema_words(&schema_embedded);
	struct reader *reader = reader_new(words);
	struct translator *translator = translator_new(&schema_embedded, words);
	struct source *source = source_new(session->arena, kpss_str(profile->name), profile->text);
	struct findings findings;
	struct document document;
	findings_init(&findings);
	if (document_parse(reader, source, session->arena, &findings, &document))
		translator_add(buf, translator, &document, TRANSLATED_PROFILE);
	findings_clear(&findings);
	translator_free(translator);
	reader_free(reader);
	words_free(words);
}

static void text_add(
	struct buf *buf, const struct session *session, const struct arguments *arguments)
{
	const struct builtin_profile *profile = profile_find(arguments->operands[0]);
	const char *vocabulary = arguments_value(arguments, "vocabulary");
	if (vocabulary && strcmp(vocabulary, "en") == 0)
		english_add(buf, session, profile);
	else
		buf_add(buf, profile->text);
}

static enum exit_status profile_run(struct session *session, const struct arguments *arguments)
{
	struct buf buf = {0};
	if (arguments->operand_count > 0)
		text_add(&buf, session, arguments);
	else
		list_add(&buf, session);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static const char *vocabulary_word(size_t index)
{
	static const char *const words[] = {"cs", "en", NULL};
	return words[index];
}

static const struct command_option options[] = {
	{.name = "vocabulary",
		.word = vocabulary_word,
		.summary = N_("language of keys and values (Czech)")},
	{0},
};

static const char *const aliases[] = {"pravidla", NULL};

static const struct command_example examples[] = {
	{N_("kpss profile"), N_("which rules the program brings along")},
	{N_("kpss profile general > profile.yaml"), N_("begin with law and good practice")},
	{N_("kpss profile general --vocabulary en"), N_("the same with English keys")},
	{0},
};

const struct command command_profile = {
	.name = "profile",
	.aliases = aliases,
	.group = GROUP_TOOLS,
	.summary = N_("print the rules of a town to begin with"),
	.description = N_(
		"Without NAME, the sets of rules that the program brings along. With NAME, one of\n"
		"them, to be copied into the plan as profile.yaml and changed there: the program\n"
		"reads the copy only. ‘general’ is law and good practice, the others are towns."),
	.examples = examples,
	.options = options,
	.operands = N_("[NAME]"),
	.operands_most = 1,
	.operand_word = profile_word,
	.run = profile_run,
};
