#include "command/codes.h"

#include <string.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/check.h"
#include "command/revision.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "rule/code.h"
#include "rule/town_rule.h"

const char *const *codes_given(
	struct session *session, const struct arguments *arguments, const char *option)
{
	size_t count = 0;
	const char **codes =
		arena_array(session->arena, arguments->option_count + 1, sizeof(const char *));
	for (size_t i = 0; i < arguments->option_count; i++)
		if (strcmp(arguments->options[i].option->name, option) == 0)
			codes[count++] = arguments->options[i].value;
	return codes;
}

void codes_offer(struct text_suggestions *suggestions, const struct plan *plan)
{
	const struct node *rules = plan ? field(plan_profile(plan), WORD_rules) : value_none();
	for (size_t i = 0; code_at(i); i++)
		suggestions_offer(suggestions, kpss_str(code_at(i)));
	for (const struct node *item = value_first_item(rules); item;
		item = node_next_item(rules, item))
		suggestions_offer(suggestions,
			arena_text(suggestions->arena, value_text(field(item, WORD_code))));
}

static struct snapshot *snapshot_of(
	const struct check *check, const char *folder, struct findings *findings)
{
	const struct revision *revision = check->revision;
	return revision ? snapshot_commit(revision->store, &revision->commit, folder, findings)
			: snapshot_folder(folder, findings);
}

/* A plan that cannot be read may know it: why it cannot be is said when it is checked. */
static bool plan_knows(const struct check *check, const struct check_task *task,
	struct kpss_str code, struct text_suggestions *suggestions)
{
	struct findings findings;
	findings_init(&findings);
	struct plan *plan = plan_new();
	struct snapshot *snapshot = snapshot_of(check, task->folder, &findings);
	bool read = snapshot && plan_load(plan, snapshot, &findings);
	bool known = !read || town_rule_find(plan, code);
	if (!known)
		codes_offer(suggestions, plan);
	if (snapshot)
		snapshot_close(snapshot);
	plan_free(plan);
	findings_clear(&findings);
	return known;
}

static bool all_are_known(struct session *session, const struct check *check,
	const char *const *codes, const char *option)
{
	for (; *codes; codes++) {
		struct text_suggestions suggestions;
		bool known = code_find(kpss_str(*codes));
		suggestions_init(&suggestions, session->arena, kpss_str(*codes));
		for (size_t i = 0; i < check->count && !known; i++)
			known = plan_knows(check, &check->tasks[i], kpss_str(*codes), &suggestions);
		if (known)
			continue;
		session_complain_suggesting(session, N_("option ‘{1}’ does not know ‘{0}’"),
			N_("‘--help’ lists the options"), kpss_str(*codes), kpss_str(option),
			&suggestions);
		return false;
	}
	return true;
}

bool codes_are_known(struct session *session, const struct check *check)
{
	return all_are_known(session, check, check->filter.only, "--only") &&
	       all_are_known(session, check, check->filter.ignore, "--ignore");
}
