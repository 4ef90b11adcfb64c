/* kpss schema [KIND] */
#include "command/command.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "schema/bundle.h"

/* Names of one kind or level: both numbers, both vocabularies. */
enum { NAMES_EACH = 4 };

static const char *word_text(uint16_t word)
{
	return schema_word(&schema_embedded, word).ptr;
}

static uint16_t name_word(uint32_t kind, uint32_t which)
{
	const struct schema_kind *names = &schema_embedded.kinds[kind];
	const uint16_t words[NAMES_EACH] = {names->singular, names->czech_singular, names->plural, names->czech_plural};
	return words[which];
}

static uint16_t level_word(uint32_t level, uint32_t which)
{
	const struct schema_level *names = &schema_embedded.levels[level];
	const uint16_t words[NAMES_EACH] = {names->singular, names->czech_singular, names->plural, names->czech_plural};
	return words[which];
}

/* What may be asked for; several words may mean the same. */
struct described {
	const char *word;
	const char *root; /* as schema_bundle wants it */
};

static const char *levelled_kind(void)
{
	for (uint32_t kind = 0; kind < schema_embedded.kind_count; kind++)
		if (schema_embedded.kinds[kind].has_levels)
			return word_text(name_word(kind, 0));
	return NULL;
}

static struct described described_at(size_t index)
{
	static const struct described fixed[] = {
		{"repository", "repository"}, {"úložiště", "repository"}, {"profile", "profile"}, {"pravidla", "profile"},
		{"export", "export"}};
	size_t fixed_count = sizeof fixed / sizeof *fixed, kind_words = schema_embedded.kind_count * NAMES_EACH;
	if (index < fixed_count)
		return fixed[index];
	index -= fixed_count;
	if (index < kind_words) {
		uint32_t kind = (uint32_t)index / NAMES_EACH;
		return (struct described){word_text(name_word(kind, index % NAMES_EACH)), word_text(name_word(kind, 0))};
	}
	index -= kind_words;
	if (index >= schema_embedded.level_count * NAMES_EACH)
		return (struct described){0};
	return (struct described){word_text(level_word((uint32_t)index / NAMES_EACH, index % NAMES_EACH)), levelled_kind()};
}

static const char *kind_word(size_t index)
{
	return described_at(index).word;
}

static const char *root_find(const char *word)
{
	struct described described;
	for (size_t i = 0; (described = described_at(i)).word; i++)
		if (strcmp(described.word, word) == 0)
			return described.root;
	return NULL;
}

static void statuses_take(const struct plan *plan, struct arena *arena, struct bundle *bundle)
{
	const struct node *statuses = field(plan_profile(plan), WORD_statuses);
	struct kpss_str *list = arena_array(arena, statuses->size * 2, sizeof *list);
	for (const struct node *status = node_first(statuses); status; status = node_next_item(statuses, status)) {
		const uint32_t words[] = {WORD_code, WORD_label};
		for (size_t i = 0; i < 2; i++) {
			struct kpss_str text = value_text(field(status, words[i]));
			bool repeated = i == 1 && kpss_str_equal(text, value_text(field(status, WORD_code)));
			if (text.len > 0 && !repeated)
				list[bundle->status_count++] = text;
		}
	}
	bundle->statuses = list;
}

static bool vocabulary_is_czech(const struct session *session, const struct arguments *arguments, const struct plan *plan)
{
	const char *wanted = arguments_value(arguments, "vocabulary");
	if (wanted)
		return strcmp(wanted, "cs") == 0;
	return plan ? plan_is_czech(plan) : strcmp(language_code(session->language), "cs") == 0;
}

static void bundle_write(struct session *session, const struct arguments *arguments, const struct plan *plan)
{
	uint32_t additions = 0;
	struct bundle bundle = {
		.sources = schema_sources,
		.source_count = schema_source_count,
		.root = arguments->operand_count ? root_find(arguments->operands[0]) : NULL,
	};
	bool is_exported = bundle.root && strcmp(bundle.root, "export") == 0;
	bundle.czech = !is_exported && vocabulary_is_czech(session, arguments, plan);
	if (plan) {
		bundle.additions = plan_own_fields(plan, &additions);
		bundle.addition_count = additions;
		statuses_take(plan, session->arena, &bundle);
	}
	struct buf buf = {0};
	buf_add(&buf, schema_bundle(&bundle, session->arena));
	session_write(session, &buf);
	buf_clear(&buf);
}

/* What the town has added counts where a plan is around; elsewhere the schemas are as they come. */
static enum exit_status schema_run(struct session *session, const struct arguments *arguments)
{
	char *folder = repository_find(".");
	struct findings findings;
	findings_init(&findings);
	struct snapshot *snapshot = folder ? snapshot_folder(folder, &findings) : NULL;
	struct plan *plan = snapshot ? plan_new() : NULL;
	enum exit_status status = STATUS_FINE;
	if (folder && (!plan || !plan_load(plan, snapshot, &findings))) {
		session_complain(session, N_("the plan around this folder cannot be read"), N_("‘kpss validate’ says why"),
			kpss_str(NULL), kpss_str(NULL));
		status = STATUS_FAILED;
	} else {
		bundle_write(session, arguments, plan);
	}
	plan_free(plan);
	snapshot_close(snapshot);
	findings_clear(&findings);
	free(folder);
	return status;
}

static const char *vocabulary_word(size_t index)
{
	static const char *const words[] = {"cs", "en", NULL};
	return words[index];
}

static const struct command_option options[] = {
	{.name = "vocabulary",
		.word = vocabulary_word,
		.summary = N_("language of keys and values (that of the plan)")},
	{0},
};

static const char *const aliases[] = {"schéma", NULL};

static const struct command_example examples[] = {
	{N_("kpss schema > .vscode/plan.schema.json"), N_("for an editor: keys, values and help")},
	{N_("kpss schema group --vocabulary en"), N_("one kind of record, with English keys")},
	{N_("kpss schema profile"), N_("the rules of the town")},
	{0},
};

const struct command command_schema = {
	.name = "schema",
	.aliases = aliases,
	.group = GROUP_TOOLS,
	.summary = N_("print what may be written, as JSON Schema"),
	.description = N_(
		"Without KIND, the schema of a whole file: lists of records under the plurals of\n"
		"their kinds. With KIND, that of one record; ‘repository’ is kpss.yaml, ‘profile’\n"
		"the rules of the town, ‘export’ what ‘kpss export json’ writes. Fields and\n"
		"statuses of the town around are included."),
	.examples = examples,
	.operands = N_("[KIND]"),
	.operands_most = 1,
	.operand_word = kind_word,
	.options = options,
	.run = schema_run,
};
