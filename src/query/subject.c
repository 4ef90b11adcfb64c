#include "query/subject.h"

#include "base/text.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/item.h"

static bool is_folded(
	const struct plan *plan, uint16_t word, struct kpss_str folded, struct arena *arena)
{
	return kpss_str_equal(text_fold(arena, schema_word(plan_schema(plan), word)), folded);
}

struct names {
	uint16_t singular, plural, czech_singular, czech_plural;
};

static struct names names_of(const struct plan *plan, const struct query_subject *subject)
{
	const struct schema_table *schema = plan_schema(plan);
	if (subject->level) {
		const struct schema_level *level = &schema->levels[subject->level - 1];
		return (struct names){
			level->singular, level->plural, level->czech_singular, level->czech_plural};
	}
	const struct schema_kind *kind = &schema->kinds[subject->kind];
	return (struct names){
		kind->singular, kind->plural, kind->czech_singular, kind->czech_plural};
}

static bool is_named(const struct plan *plan, const struct query_subject *subject,
	struct kpss_str folded, struct arena *arena)
{
	const struct names names = names_of(plan, subject);
	return is_folded(plan, names.singular, folded, arena) ||
	       is_folded(plan, names.plural, folded, arena) ||
	       is_folded(plan, names.czech_singular, folded, arena) ||
	       is_folded(plan, names.czech_plural, folded, arena);
}

static bool folded_named(const struct plan *plan, struct kpss_str typed, struct arena *arena,
	struct query_subject *subject)
{
	const struct schema_table *schema = plan_schema(plan);
	struct kpss_str folded = text_fold(arena, typed);
	for (uint16_t kind = 0; kind < schema->kind_count; kind++) {
		*subject = (struct query_subject){.kind = kind};
		if (is_named(plan, subject, folded, arena))
			return true;
	}
	for (uint16_t level = 1; level <= schema->level_count; level++) {
		*subject = (struct query_subject){.kind = KIND_node, .level = level};
		if (is_named(plan, subject, folded, arena))
			return true;
	}
	return false;
}

bool subject_named(const struct plan *plan, struct kpss_str typed, struct arena *arena,
	struct query_subject *subject)
{
	struct top_word found = plan_kind_named(plan, typed);
	if (!found.kind)
		return folded_named(plan, typed, arena, subject);
	*subject = (struct query_subject){.kind = (uint16_t)(found.kind - 1),
		.level = found.level,
		.own = found.own ? typed : kpss_str("")};
	return true;
}

static bool is_also_called(const struct plan *plan, const struct schema_kind *kind,
	const struct text_suggestions *suggestions)
{
	for (uint32_t i = 0; i < kind->also.count; i++)
		if (is_folded(plan, plan_schema(plan)->lists[kind->also.first + i],
			    suggestions->typed, suggestions->arena))
			return true;
	return false;
}

void subject_suggest(const struct plan *plan, struct text_suggestions *suggestions)
{
	const struct schema_table *schema = plan_schema(plan);
	bool czech = plan_is_czech(plan);
	for (uint32_t i = 0; i < schema->kind_count; i++) {
		const struct schema_kind *kind = &schema->kinds[i];
		struct kpss_str plural =
			schema_word(schema, czech ? kind->czech_plural : kind->plural);
		if (is_also_called(plan, kind, suggestions)) {
			suggestions->names[0] = plural;
			suggestions->count = 1;
			return;
		}
		suggestions_offer(suggestions, plural);
		suggestions_offer(suggestions,
			schema_word(schema, czech ? kind->plural : kind->czech_plural));
	}
	for (uint32_t i = 0; i < schema->level_count; i++) {
		const struct schema_level *level = &schema->levels[i];
		suggestions_offer(suggestions,
			schema_word(schema, czech ? level->czech_plural : level->plural));
		suggestions_offer(suggestions,
			schema_word(schema, czech ? level->plural : level->czech_plural));
	}
}

static bool is_goal(uint16_t level)
{
	static const uint16_t goals[] = {
		WORD_strategic_goal, WORD_goal, WORD_specific_goal, WORD_subgoal};
	for (size_t i = 0; i < sizeof goals / sizeof *goals; i++)
		if (goals[i] == level)
			return true;
	return false;
}

bool subject_has(
	const struct plan *plan, const struct query_subject *subject, const struct entity *entity)
{
	const struct schema_table *schema = plan_schema(plan);
	if (entity->kind != subject->kind)
		return false;
	if (subject->own.len)
		return !entity->level &&
		       kpss_str_equal(value_text(field(entity->mapping, WORD_level)), subject->own);
	if (!subject->level)
		return true;
	uint16_t wanted = schema->levels[subject->level - 1].singular;
	if (wanted == WORD_measure)
		return item_is_flagged(plan, entity, WORD_measure);
	if (wanted == WORD_goal)
		return entity->level && is_goal(schema->levels[entity->level - 1].singular);
	return entity->level == subject->level;
}

struct kpss_str subject_singular(
	const struct plan *plan, const struct query_subject *subject, bool czech)
{
	const struct names names = names_of(plan, subject);
	return subject->own.len ? subject->own
				: schema_word(plan_schema(plan),
					  czech ? names.czech_singular : names.singular);
}

struct kpss_str subject_plural(
	const struct plan *plan, const struct query_subject *subject, bool czech)
{
	const struct names names = names_of(plan, subject);
	return subject->own.len
		       ? subject->own
		       : schema_word(plan_schema(plan), czech ? names.czech_plural : names.plural);
}
