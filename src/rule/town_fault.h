/* What can be wrong with a rule that a town has made: findings in its profile. */
#ifndef RULE_TOWN_FAULT_H
#define RULE_TOWN_FAULT_H

#include <stdint.h>

#include <kpss/str.h>

struct database;
struct database_fault;
struct finding_kind;
struct rule_context;
struct town_rule;

/* A profile may come from a stranger, and nobody waits long for a check: processor time for one query and for all of them, rows
 * of one. */
enum { TOWN_RULE_SECONDS = 1, TOWN_RULES_SECONDS = 3, TOWN_RULE_ROWS = 1000 };

extern const struct finding_kind *const town_fault_finding_kinds[]; /* ends in NULL */

/* The query cannot be asked, or was stopped. */
void town_fault_query(const struct rule_context *context, struct database *database,
	const struct town_rule *rule, const struct database_fault *fault);
/* It was not asked any more: those before it have taken all the time. */
void town_fault_time(const struct rule_context *context, const struct town_rule *rule);
/* It returns nothing that would say where the findings are. */
void town_fault_no_place(const struct rule_context *context, const struct town_rule *rule);
/* A row names no place; `id` may be empty. */
void town_fault_place(const struct rule_context *context, const struct town_rule *rule, int64_t row,
	struct kpss_str id);
/* The message or the remedy speaks of a column that is not returned; of too many. */
void town_fault_column(
	const struct rule_context *context, const struct town_rule *rule, struct kpss_str column);
void town_fault_columns(const struct rule_context *context, const struct town_rule *rule);

#endif
