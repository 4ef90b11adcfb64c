/* The last step of loading: numbers become pointers, ids become records, words become places in the profile. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "plan/internal.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "schema/near.h"

/* Looking for the nearest of many ids takes time; a repository full of dangling references gets this many looks. */
enum { IDS_LOOKED_AT_MOST = 2000000 };

const struct schema_table *plan_schema(const struct plan *plan)
{
	return plan->tools->schema;
}

bool plan_is_czech(const struct plan *plan)
{
	return plan->czech;
}

const struct document *plan_documents(const struct plan *plan, uint32_t *count)
{
	*count = plan->document_count;
	return plan->documents;
}

const struct document *plan_profile_document(const struct plan *plan)
{
	return plan->profile;
}

const struct node *plan_profile(const struct plan *plan)
{
	static const struct node none = {.size = 1, .kind = NODE_MAPPING};
	return plan->profile ? plan->profile->root : &none;
}

const struct entity *const *plan_kind(const struct plan *plan, uint16_t kind, uint32_t *count)
{
	*count = plan->kind_first[kind + 1] - plan->kind_first[kind];
	return plan->by_kind + plan->kind_first[kind];
}

const struct entity *plan_find(const struct plan *plan, struct kpss_str id)
{
	const struct known_id *known = id_find(plan, id);
	return known && known->entity ? &plan->entities[known->entity - 1] : NULL;
}

bool plan_is_unread(const struct plan *plan, struct kpss_str id)
{
	const struct known_id *known = id_find(plan, id);
	return known && known->entity == 0;
}

uint32_t plan_status_class(const struct plan *plan, const struct node *status)
{
	const struct node *statuses = field(plan_profile(plan), WORD_statuses);
	struct kpss_str text = value_text(status);
	if (text.len == 0 || statuses->kind != NODE_SEQUENCE)
		return UINT32_MAX;
	for (const struct node *item = node_first(statuses); item; item = node_next_item(statuses, item))
		if (kpss_str_equal(value_text(field(item, WORD_code)), text) ||
			kpss_str_equal(value_text(field(item, WORD_label)), text))
			return value_word(field(item, WORD_class));
	return UINT32_MAX;
}

const struct entity *plan_target(const struct plan *plan, const struct node *reference)
{
	if (reference->kind != NODE_SCALAR || reference->word == 0 || reference->word > plan->entity_count)
		return NULL;
	return &plan->entities[reference->word - 1];
}

bool plan_list_names(const struct plan *plan, const struct node *list, const struct entity *entity)
{
	for (const struct node *item = value_first_item(list); item && entity; item = node_next_item(list, item))
		if (plan_target(plan, item) == entity)
			return true;
	return false;
}

/* “akční_plán” is written akční plán in a sentence. */
static struct kpss_str spaced(struct arena *arena, struct kpss_str word)
{
	struct kpss_str copy = arena_text(arena, word);
	char *at = (char *)copy.ptr;
	while ((at = strchr(at, '_')))
		*at = ' ';
	return copy;
}

struct finding_argument kind_argument(const struct schema_table *table, struct arena *arena, uint16_t kind)
{
	return argument_words(spaced(arena, schema_word(table, table->kinds[kind].singular)),
		spaced(arena, schema_word(table, table->kinds[kind].czech_singular)));
}

/* What a reference wants, as words: one kind by its name, several as “record”. */
static struct finding_argument wanted_argument(const struct plan *plan, const struct schema_shape *shape)
{
	const uint16_t *targets = plan->tools->schema->lists + shape->targets.first;
	struct arena *arena = plan->findings->arena;
	if (shape->targets.count != 1)
		return argument_words(kpss_str("record"), kpss_str("záznam"));
	if (!(targets[0] & TARGET_LEVEL))
		return kind_argument(plan->tools->schema, arena, targets[0]);
	const struct schema_level *level = &plan->tools->schema->levels[targets[0] & ~TARGET_LEVEL];
	return argument_words(spaced(arena, schema_word(plan->tools->schema, level->singular)),
		spaced(arena, schema_word(plan->tools->schema, level->czech_singular)));
}

static bool is_wanted(const struct plan *plan, const struct schema_shape *shape, const struct entity *entity)
{
	const uint16_t *targets = plan->tools->schema->lists + shape->targets.first;
	for (uint32_t i = 0; i < shape->targets.count; i++) {
		bool by_level = targets[i] & TARGET_LEVEL;
		uint16_t number = targets[i] & (uint16_t)~TARGET_LEVEL;
		if (by_level ? entity->level == number + 1 : entity->kind == number)
			return true;
	}
	return false;
}

static void dangling_report(struct plan *plan, const struct reference *reference, uint32_t *looks_left)
{
	struct text_suggestions near;
	suggestions_init(&near, plan->findings->arena, node_text(reference->node));
	for (uint32_t i = 0; i < plan->entity_count && *looks_left > 0; i++) {
		--*looks_left;
		if (plan->entities[i].id.len > 0 && is_wanted(plan, reference->shape, &plan->entities[i]))
			suggestions_offer(&near, plan->entities[i].id);
	}
	findings_add(plan->findings, &(struct finding){
		.kind = near.count ? &plan_dangling_reference_near : &plan_dangling_reference,
		.where = node_span(reference->document, reference->node),
		.arguments = {
			wanted_argument(plan, reference->shape),
			argument_text(node_text(reference->node)),
			near_argument(plan->findings, &near),
		},
		.subject = reference->subject,
	});
}

static void wrong_report(struct plan *plan, const struct reference *reference, const struct entity *entity)
{
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_wrong_reference,
		.where = node_span(reference->document, reference->node),
		.related = node_span(entity->document, field(entity->mapping, WORD_id)),
		.arguments = {
			argument_text(node_text(reference->node)),
			kind_argument(plan->tools->schema, plan->findings->arena, entity->kind),
			wanted_argument(plan, reference->shape),
		},
		.subject = reference->subject,
	});
}

static void references_link(struct plan *plan)
{
	uint32_t looks_left = IDS_LOOKED_AT_MOST;
	for (uint32_t i = 0; i < plan->reference_count; i++) {
		struct reference *reference = &plan->references[i];
		const struct known_id *known = id_find(plan, node_text(reference->node));
		reference->node->word = 0;
		if (!known) {
			if (!snapshot_is_partial(plan->snapshot))
				dangling_report(plan, reference, &looks_left);
			continue;
		}
		/* Known from what could not be read: nothing to lead to, nothing to report. */
		if (known->entity == 0)
			continue;
		const struct entity *entity = &plan->entities[known->entity - 1];
		if (is_wanted(plan, reference->shape, entity))
			reference->node->word = known->entity;
		else
			wrong_report(plan, reference, entity);
	}
}

static void kinds_sort(struct plan *plan)
{
	uint32_t kinds = plan->tools->schema->kind_count;
	memset(plan->kind_first, 0, (kinds + 1) * sizeof *plan->kind_first);
	for (uint32_t i = 0; i < plan->entity_count; i++)
		plan->kind_first[plan->entities[i].kind + 1]++;
	for (uint32_t kind = 0; kind < kinds; kind++)
		plan->kind_first[kind + 1] += plan->kind_first[kind];
	plan->by_kind = arena_array(plan->arena, plan->entity_count + 1, sizeof *plan->by_kind);
	uint32_t *next = arena_array(plan->arena, kinds, sizeof *next);
	for (uint32_t i = 0; i < plan->entity_count; i++) {
		const struct entity *entity = &plan->entities[i];
		plan->by_kind[plan->kind_first[entity->kind] + next[entity->kind]++] = entity;
	}
}

/* A record that does not stand in another one may name its parent. */
static void parents_link(struct plan *plan)
{
	for (uint32_t i = 0; i < plan->entity_count; i++) {
		struct entity *entity = &plan->entities[i];
		uintptr_t number = (uintptr_t)entity->parent;
		entity->parent = number ? &plan->entities[number - 1] : NULL;
		const struct node *named = entity->kind == KIND_node ? field(entity->mapping, WORD_parent) : NULL;
		const struct entity *target = named ? plan_target(plan, named) : NULL;
		if (!entity->parent)
			entity->parent = target;
		else if (target && target != entity->parent)
			findings_add(plan->findings, &(struct finding){
				.kind = &plan_two_parents,
				.where = node_span(entity->document, named),
				.subject = entity->id,
			});
	}
}

/* Number + 1 of the level that a word names in either vocabulary, singular or plural. */
static uint16_t level_of_word(const struct plan *plan, struct kpss_str text)
{
	const struct schema_table *schema = plan->tools->schema;
	uint32_t word = words_find(plan->tools->words, text);
	for (uint32_t i = 0; i < schema->level_count; i++) {
		const struct schema_level *level = &schema->levels[i];
		if (level->singular == word || level->czech_singular == word || level->plural == word ||
			level->czech_plural == word)
			return (uint16_t)(i + 1);
	}
	return 0;
}

/* Place in the profile's order from 1 of a catalogue level or of the town's own word; 0: not in it. */
static uint16_t rank_find(const struct plan *plan, uint16_t level, struct kpss_str own)
{
	const struct node *levels = field(plan_profile(plan), WORD_levels);
	uint16_t rank = 0;
	if (levels->kind != NODE_SEQUENCE)
		return 0;
	for (const struct node *item = node_first(levels); item; item = node_next_item(levels, item)) {
		struct kpss_str word = value_text(field(item, WORD_level));
		rank++;
		if (level ? level_of_word(plan, word) == level : own.len > 0 && kpss_str_equal(word, own))
			return rank;
	}
	return 0;
}

static void ranks_find(struct plan *plan)
{
	uint16_t *ranks = arena_array(plan->arena, plan->tools->schema->level_count + 1, sizeof *ranks);
	for (uint16_t level = 1; level <= plan->tools->schema->level_count; level++)
		ranks[level] = rank_find(plan, level, kpss_str(NULL));
	for (uint32_t i = 0; i < plan->entity_count; i++) {
		struct entity *entity = &plan->entities[i];
		if (entity->kind != KIND_node)
			continue;
		struct kpss_str own = entity->level ? kpss_str(NULL) : value_text(field(entity->mapping, WORD_level));
		if (own.len > 0)
			entity->level = level_of_word(plan, own);
		entity->rank = entity->level ? ranks[entity->level] : rank_find(plan, 0, own);
	}
}

static bool status_is_listed(const struct node *statuses, struct kpss_str text, struct buf *labels)
{
	labels->len = 0;
	for (const struct node *item = node_first(statuses); item; item = node_next_item(statuses, item)) {
		struct kpss_str label = value_text(field(item, WORD_label)), code = value_text(field(item, WORD_code));
		if (kpss_str_equal(code, text) || kpss_str_equal(label, text))
			return true;
		buf_add_text(labels, labels->len ? ", " : "");
		buf_add(labels, label.len ? label : code);
	}
	return false;
}

/* A town that lists no statuses has not switched the check on. */
static void statuses_check(struct plan *plan)
{
	const struct node *statuses = field(plan_profile(plan), WORD_statuses);
	struct buf labels = {0};
	for (uint32_t i = 0; i < plan->choice_count && statuses->kind == NODE_SEQUENCE; i++) {
		const struct choice *choice = &plan->choices[i];
		if (choice->shape->format != FORMAT_STATUS || status_is_listed(statuses, node_text(choice->node), &labels))
			continue;
		findings_add(plan->findings, &(struct finding){
			.kind = &plan_unknown_status,
			.where = node_span(choice->document, choice->node),
			.arguments = {
				argument_text(node_text(choice->node)),
				argument_text(findings_text(plan->findings, buf_str(&labels))),
			},
			.subject = choice->subject,
		});
	}
	buf_clear(&labels);
}

void plan_link(struct plan *plan)
{
	kinds_sort(plan);
	ranks_find(plan);
	references_link(plan);
	parents_link(plan);
	statuses_check(plan);
}
