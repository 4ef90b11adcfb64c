/* kpss explain [CODE…] */
#include "command/command.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/source.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/codes.h"
#include "command/day.h"
#include "command/revision.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/explanation.h"
#include "repo/snapshot.h"
#include "rule/code.h"
#include "rule/run.h"
#include "rule/severity.h"
#include "rule/town_rule.h"
#include "town/setting.h"

/* What is explained and, where there is one, the plan around the current folder. */
struct desk {
	struct explanation_context context;
	struct explanation *explanations;
	size_t count;
	struct plan *plan; /* NULL: there is none, or it cannot be read */
};

static const char *format_word(size_t index)
{
	static const char *const formats[] = {"text", "json", NULL};
	return formats[index];
}

static void take_severity(const struct desk *desk, struct explanation *explanation)
{
	const struct finding_kind *kind = explanation->kind;
	const struct node *setting =
		desk->plan && !kind->fatal ? severity_setting(desk->plan, desk->context.as_of, kind->code) : NULL;
	explanation->severity = setting ? severity_set(setting, kind->severity) : kind->severity;
	if (setting)
		explanation->line = source_locate(plan_profile_document(desk->plan)->source, setting->begin).line;
}

static void take_settings(struct session *session, const struct desk *desk, struct explanation *explanation)
{
	const char *names = explanation->kind->setting;
	struct setting_name name;
	while (names && *names && explanation->setting_count < EXPLAINED_SETTINGS &&
		setting_name_take(&schema_embedded, &names, &name)) {
		struct explained_setting *taken = &explanation->settings[explanation->setting_count++];
		const struct node *key = desk->plan ? setting_key(desk->plan, &name) : NULL;
		struct buf buf = {0};
		setting_name_add(&buf, &name, desk->context.czech);
		taken->name = arena_text(session->arena, buf_str(&buf));
		buf_clear(&buf);
		if (key)
			taken->line = source_locate(plan_profile_document(desk->plan)->source, key->begin).line;
	}
}

static void explain_one(struct session *session, struct desk *desk, const struct finding_kind *kind)
{
	struct explanation *explanation = &desk->explanations[desk->count++];
	*explanation = (struct explanation){.kind = kind};
	take_severity(desk, explanation);
	take_settings(session, desk, explanation);
}

/* A rule that the town has made itself. */
static void explain_rule(struct session *session, struct desk *desk, const struct node *item)
{
	struct town_rule *rule = arena_array(session->arena, 1, sizeof *rule);
	struct explanation *explanation = &desk->explanations[desk->count];
	struct period period = mapping_period(item);
	*rule = town_rule_of(item, session->arena);
	explain_one(session, desk, &rule->kind);
	explanation->rule = (struct explained_rule){
		.line = source_locate(plan_profile_document(desk->plan)->source, item->begin).line,
		.sql = value_text(field(item, WORD_sql)),
		.from = period.from,
		.to = period.to,
	};
}

static int explanation_compare(const void *left, const void *right)
{
	const struct explanation *a = left, *b = right;
	return strcmp(a->kind->code, b->kind->code);
}

static const struct node *rules_of(const struct desk *desk)
{
	return desk->plan ? setting(desk->plan, WORD_rules, 0) : value_none();
}

static void explain_all(struct session *session, struct desk *desk)
{
	const struct node *rules = rules_of(desk), *item;
	size_t count = 0;
	while (code_at(count))
		count++;
	for (item = value_first_item(rules); item; item = node_next_item(rules, item))
		count++;
	desk->explanations = arena_array(session->arena, count, sizeof *desk->explanations);
	for (size_t i = 0; code_at(i); i++)
		explain_one(session, desk, code_find(kpss_str(code_at(i))));
	for (item = value_first_item(rules); item; item = node_next_item(rules, item))
		if (town_rule_counts(desk->plan, item))
			explain_rule(session, desk, item);
	qsort(desk->explanations, desk->count, sizeof *desk->explanations, explanation_compare);
}

/* False, told, when there is no such code. */
static bool explain_named(
	struct session *session, struct desk *desk, const struct arguments *arguments)
{
	desk->explanations = arena_array(session->arena, arguments->operand_count, sizeof *desk->explanations);
	for (size_t i = 0; i < arguments->operand_count; i++) {
		struct kpss_str code = kpss_str(arguments->operands[i]);
		const struct finding_kind *kind = code_find(code);
		const struct node *item = desk->plan ? town_rule_find(desk->plan, code) : NULL;
		struct text_suggestions suggestions;
		if (kind) {
			explain_one(session, desk, kind);
		} else if (item && town_rule_counts(desk->plan, item)) {
			explain_rule(session, desk, item);
		} else {
			suggestions_init(&suggestions, session->arena, code);
			codes_offer(&suggestions, desk->plan);
			session_complain_suggesting(session, N_("‘kpss {1}’ does not know ‘{0}’"),
				N_("‘kpss help {1}’ lists what may stand there"), code,
				kpss_str("explain"), &suggestions);
			return false;
		}
	}
	return true;
}

static void print(struct session *session, const struct desk *desk, const struct arguments *arguments)
{
	const char *format = arguments_value(arguments, "format");
	struct buf buf = {0};
	if (format && strcmp(format, "json") == 0)
		explanations_add_json(&buf, &desk->context, desk->explanations, desk->count);
	else if (arguments->operand_count == 0)
		explanations_add_list(&buf, &desk->context, desk->explanations, desk->count);
	else
		explanations_add_text(&buf, &desk->context, desk->explanations, desk->count);
	session_write(session, &buf);
	buf_clear(&buf);
}

static enum exit_status explain(
	struct session *session, struct desk *desk, const struct arguments *arguments)
{
	const struct document *profile = desk->plan ? plan_profile_document(desk->plan) : NULL;
	desk->context.czech =
		desk->plan ? plan_is_czech(desk->plan) : strcmp(language_code(session->language), "cs") == 0;
	desk->context.profile = profile ? profile->source->path
					: kpss_str(desk->context.czech ? "pravidla.yaml" : "profile.yaml");
	if (arguments->operand_count == 0)
		explain_all(session, desk);
	else if (!explain_named(session, desk, arguments))
		return STATUS_USAGE;
	print(session, desk, arguments);
	return STATUS_FINE;
}

static struct snapshot *snapshot_around(const struct revision *revision, struct findings *findings)
{
	bool recorded = revision_recorded(revision);
	char *folder = recorded ? revision_plan(revision, ".") : repository_find(".");
	struct snapshot *snapshot = NULL;
	if (folder)
		snapshot = recorded ? snapshot_commit(revision->store, &revision->commit, folder, findings)
				    : snapshot_folder(folder, findings);
	free(folder);
	return snapshot;
}

/* What is wrong with the plan is nobody's business here: the codes can be explained without one. */
static enum exit_status explain_around(
	struct session *session, const struct arguments *arguments, const struct revision *revision, struct desk *desk)
{
	struct findings findings;
	findings_init(&findings);
	struct plan *plan = plan_new();
	struct snapshot *snapshot = snapshot_around(revision, &findings);
	if (snapshot && plan_load(plan, snapshot, &findings))
		desk->plan = plan;
	enum exit_status status = explain(session, desk, arguments);
	if (snapshot)
		snapshot_close(snapshot);
	plan_free(plan);
	findings_clear(&findings);
	return status;
}

static enum exit_status explain_run(struct session *session, const struct arguments *arguments)
{
	struct revision revision;
	enum exit_status status = revision_given(session, arguments, ".", &revision);
	struct desk desk = {.context = {.language = session->language,
				    .recorded = revision_recorded(&revision),
				    .as_of = revision_day(session, &revision)}};
	if (status == STATUS_FINE && !day_given(session, arguments, &desk.context.as_of))
		status = STATUS_USAGE;
	if (status == STATUS_FINE)
		status = explain_around(session, arguments, &revision, &desk);
	revision_close(&revision);
	return status;
}

static const struct command_option options[] = {
	{.letter = 'f', .name = "format", .word = format_word, .summary = N_("how the codes are explained (text)")},
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"vysvětli", "vysvetli", NULL};

static const struct command_example examples[] = {
	{N_("kpss explain"), N_("list all codes")},
	{N_("kpss explain owner-left"), N_("explain one of them")},
	{0},
};

const struct command command_explain = {
	.name = "explain",
	.aliases = aliases,
	.group = GROUP_CHECK,
	.summary = N_("explain what a finding means and what to do about it"),
	.description = N_("Without CODE, all codes are listed with their severities. With CODE: what is\n"
			  "checked and why, the messages, a wrong and a right example, how to silence it\n"
			  "in one place or everywhere and, inside a repository, which line of the town's\n"
			  "profile sets its severity."),
	.examples = examples,
	.operands = N_("[CODE…]"),
	.operands_most = OPERANDS_ANY,
	.operand_word = code_at,
	.operand_open = true,
	.options = options,
	.run = explain_run,
};
