#include "command/phase_typed.h"

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/phase.h"

bool cycle_typed(struct session *session, const struct plan *plan, const char *typed,
	const struct entity **cycle)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &count);
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, kpss_str(typed));
	for (uint32_t i = 0; i < count; i++) {
		if (kpss_str_is(cycles[i]->id, typed)) {
			*cycle = cycles[i];
			return true;
		}
		if (cycles[i]->id.len)
			suggestions_offer(&suggestions, cycles[i]->id);
	}
	session_complain_suggesting(session, N_("no cycle has the id ‘{0}’"),
		N_("‘kpss phase’ lists the cycles"), kpss_str(typed), kpss_str(NULL), &suggestions);
	return false;
}

/* The English word of an entry of the cycle that has that title; UINT32_MAX when none does. */
static uint32_t phase_titled(
	struct session *session, const struct entity *cycle, struct kpss_str folded)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item)) {
		struct kpss_str title = value_text(field(item, WORD_title));
		if (title.len && phase_is_of_cycle(item) &&
			kpss_str_equal(text_fold(session->arena, title), folded))
			return value_word(field(item, WORD_phase));
	}
	return UINT32_MAX;
}

bool phase_typed(struct session *session, const struct plan *plan, const struct entity *cycle,
	const char *typed, uint32_t *phase)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_list *words = phase_words(schema);
	struct kpss_str folded = text_fold(session->arena, kpss_str(typed));
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, folded);
	for (uint32_t i = 0; words && i < words->count; i++) {
		struct kpss_str word = schema_word(schema, schema->lists[words->first + i]);
		*phase = schema->lists[words->first + (i & ~1U)];
		if (kpss_str_equal(folded, text_fold(session->arena, word)))
			return true;
		suggestions_offer(&suggestions, word);
	}
	*phase = phase_titled(session, cycle, folded);
	if (*phase != UINT32_MAX)
		return true;
	session_complain_suggesting(session, N_("there is no phase ‘{0}’"),
		N_("phases are: preparation, analysis, strategy, consultation, approval, "
		   "implementation, evaluation"),
		kpss_str(typed), kpss_str(NULL), &suggestions);
	return false;
}
