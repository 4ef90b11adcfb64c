/* Fields that the town declares for itself in its profile become part of the schema before any record is read. */
#include <assert.h>

#include "base/arena.h"
#include "base/text.h"
#include "plan/internal.h"
#include "plan/value.h"
#include "schema/addition.h"
#include "schema/compile.h"
#include "schema/extend.h"
#include "schema/near.h"

/* Together they keep the words of any profile below the number that a schema can hold. */
enum { OWN_FIELDS_MOST = 100, CHOICES_MOST = 200 };

/* One declaration while it is read. */
struct declaration {
	const struct node *mapping;
	struct kpss_str english, czech; /* both keys; the same where only one is given */
	struct top_word of;
	uint32_t type; /* WORD_…; UINT32_MAX when there is none */
	bool usable;
};

const struct schema_addition *plan_own_fields(const struct plan *plan, uint32_t *count)
{
	*count = plan->own_field_count;
	return plan->own_fields;
}

static bool is_one_of(uint32_t word, const uint16_t names[4])
{
	return names[0] == word || names[1] == word || names[2] == word || names[3] == word;
}

/* Is it the town's own word for a level? */
static bool is_own_level(const struct plan *plan, struct kpss_str word)
{
	const struct node *levels = field(plan_profile(plan), WORD_levels);
	if (levels->kind != NODE_SEQUENCE || word.len == 0)
		return false;
	for (const struct node *item = node_first(levels); item; item = node_next_item(levels, item))
		if (kpss_str_equal(value_text(field(item, WORD_level)), word))
			return true;
	return false;
}

struct top_word plan_kind_named(const struct plan *plan, struct kpss_str text)
{
	const struct schema_table *schema = plan->tools->schema;
	uint32_t word = words_find(plan->tools->words, text);
	for (uint32_t i = 0; i < schema->kind_count; i++) {
		const struct schema_kind *kind = &schema->kinds[i];
		if (is_one_of(word, (uint16_t[]){kind->singular, kind->plural, kind->czech_singular, kind->czech_plural}))
			return (struct top_word){.kind = (uint16_t)(i + 1)};
	}
	for (uint32_t i = 0; i < schema->level_count; i++) {
		const struct schema_level *level = &schema->levels[i];
		if (is_one_of(word, (uint16_t[]){level->singular, level->plural, level->czech_singular, level->czech_plural}))
			return (struct top_word){.kind = KIND_node + 1, .level = (uint16_t)(i + 1)};
	}
	bool own = is_own_level(plan, text);
	return (struct top_word){.kind = own ? KIND_node + 1 : 0, .own = own};
}

static void names_offer(const struct plan *plan, struct text_suggestions *near, bool czech)
{
	const struct schema_table *schema = plan->tools->schema;
	for (uint32_t i = 0; i < schema->kind_count; i++)
		suggestions_offer(near, schema_word(schema, czech ? schema->kinds[i].czech_singular : schema->kinds[i].singular));
	for (uint32_t i = 0; i < schema->level_count; i++)
		suggestions_offer(near, schema_word(schema, czech ? schema->levels[i].czech_singular : schema->levels[i].singular));
}

static void unknown_kind_report(struct plan *plan, const struct node *word, const struct text_suggestions *near)
{
	findings_add(plan->findings, &(struct finding){
		.kind = near->count ? &plan_own_field_kind_near : &plan_own_field_kind,
		.where = node_span(plan->profile, word),
		.arguments = {
			argument_text(node_text(word)),
			near->count ? near_argument(plan->findings, near) : argument_text(top_words_all(plan)),
		},
	});
}

/* The kind or level that is named; a misspelled one is taken for what was meant, so that records are not judged by the slip. */
static struct top_word kind_take(struct plan *plan, const struct node *word)
{
	struct top_word found = plan_kind_named(plan, value_text(word));
	if (found.kind || value_text(word).len == 0)
		return found;
	struct text_suggestions near;
	suggestions_init(&near, plan->findings->arena, node_text(word));
	names_offer(plan, &near, plan->czech);
	if (near.count == 0)
		names_offer(plan, &near, !plan->czech);
	unknown_kind_report(plan, word, &near);
	return near_is_clear(&near) ? plan_kind_named(plan, near.names[0]) : found;
}

static struct kpss_str name_shown(const struct plan *plan, const struct declaration *declaration)
{
	return plan->czech ? declaration->czech : declaration->english;
}

static void report(struct plan *plan, const struct declaration *declaration, const struct finding_kind *kind,
	const struct node *where)
{
	findings_add(plan->findings, &(struct finding){
		.kind = kind,
		.where = node_span(plan->profile, where),
		.arguments = {argument_text(name_shown(plan, declaration)), argument_number(CHOICES_MOST)},
	});
}

static bool choices_are_usable(struct plan *plan, const struct declaration *declaration)
{
	const struct node *choices = field(declaration->mapping, WORD_choices);
	uint32_t count = 0;
	if (choices->kind == NODE_SEQUENCE)
		for (const struct node *item = node_first(choices); item; item = node_next_item(choices, item))
			count += value_text(field(item, WORD_value_en)).len > 0 || value_text(field(item, WORD_value_cs)).len > 0;
	if (count == 0)
		report(plan, declaration, &plan_own_field_no_choices, field(declaration->mapping, WORD_value_type));
	if (count > CHOICES_MOST)
		report(plan, declaration, &plan_own_field_too_many_choices, field_key(declaration->mapping, WORD_choices));
	return count > 0 && count <= CHOICES_MOST;
}

static bool targets_are_usable(struct plan *plan, const struct declaration *declaration)
{
	const struct node *targets = field(declaration->mapping, WORD_refers_to);
	bool known = true;
	uint32_t count = 0;
	if (targets->kind == NODE_SEQUENCE)
		for (const struct node *item = node_first(targets); item; item = node_next_item(targets, item), count++) {
			kind_take(plan, item);
			known = known && plan_kind_named(plan, value_text(item)).kind;
		}
	if (count == 0)
		report(plan, declaration, &plan_own_field_no_targets, field(declaration->mapping, WORD_value_type));
	return known && count > 0;
}

static bool is_usable(struct plan *plan, const struct declaration *declaration)
{
	switch (declaration->type) {
	case UINT32_MAX: /* reported by the schema of the profile */
		return false;
	case WORD_choice:
		return choices_are_usable(plan, declaration);
	case WORD_reference:
		return targets_are_usable(plan, declaration);
	default:
		return true;
	}
}

const struct schema_property *plan_field_named(const struct plan *plan, uint16_t kind, struct kpss_str name)
{
	const struct schema_table *schema = plan->tools->schema;
	uint32_t word = words_find(plan->tools->words, name);
	return schema_find(schema, &schema->objects[schema->shapes[schema->kinds[kind].shape].object], word);
}

/* An earlier declaration of the same kind that uses one of the names; NULL when there is none. */
static const struct declaration *same_before(const struct declaration *declarations, uint32_t count,
	const struct declaration *declaration)
{
	for (const struct declaration *earlier = declarations; earlier < declarations + count; earlier++)
		if (earlier->of.kind == declaration->of.kind &&
			(kpss_str_equal(earlier->english, declaration->english) ||
				kpss_str_equal(earlier->czech, declaration->czech) ||
				kpss_str_equal(earlier->english, declaration->czech) ||
				kpss_str_equal(earlier->czech, declaration->english)))
			return earlier;
	return NULL;
}

static const struct node *key_node(const struct declaration *declaration)
{
	const struct node *czech = field(declaration->mapping, WORD_key_cs);
	return value_text(czech).len > 0 ? czech : field(declaration->mapping, WORD_key_en);
}

static bool name_is_free(struct plan *plan, const struct declaration *declarations, uint32_t count,
	const struct declaration *declaration)
{
	uint16_t kind = declaration->of.kind - 1;
	const struct declaration *earlier = same_before(declarations, count, declaration);
	bool english = plan_field_named(plan, kind, declaration->english);
	bool czech = plan_field_named(plan, kind, declaration->czech);
	if (!earlier && !english && !czech)
		return true;
	bool at_english = english && !czech && value_text(field(declaration->mapping, WORD_key_en)).len > 0;
	const struct node *where = at_english ? field(declaration->mapping, WORD_key_en) : key_node(declaration);
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_own_field_taken,
		.where = node_span(plan->profile, where),
		.related = earlier ? node_span(plan->profile, key_node(earlier)) : (struct kpss_span){0},
		.arguments = {
			argument_text(node_text(where)),
			kind_argument(plan->tools->schema, plan->findings->arena, kind),
		},
	});
	return false;
}

static struct declaration declaration_of(struct plan *plan, const struct node *mapping)
{
	struct kpss_str english = value_text(field(mapping, WORD_key_en)), czech = value_text(field(mapping, WORD_key_cs));
	return (struct declaration){
		.mapping = mapping,
		.english = text_nfc(plan->arena, english.len ? english : czech),
		.czech = text_nfc(plan->arena, czech.len ? czech : english),
		.of = kind_take(plan, field(mapping, WORD_kind)),
		.type = value_word(field(mapping, WORD_value_type)),
	};
}

/* What belongs to one level is judged when the levels of the items are known; what a kind has is the business of the schema. */
static bool is_of_a_level(const struct plan *plan, const struct declaration *declaration)
{
	return declaration->of.level || is_own_level(plan, value_text(field(declaration->mapping, WORD_kind)));
}

static bool is_required(const struct declaration *declaration)
{
	return declaration->usable && value_is_true(field(declaration->mapping, WORD_required));
}

static struct schema_addition addition_of(const struct plan *plan, const struct declaration *declaration)
{
	return (struct schema_addition){
		.kind = declaration->of.kind - 1,
		.required = is_required(declaration) && !is_of_a_level(plan, declaration),
		.name = arena_text(plan->arena, declaration->english).ptr,
		.json = own_field_json(plan, declaration->mapping, declaration->usable),
	};
}

/* All that can be told apart in `declarations`; what the profile's own schema has reported already is silently left out. */
static uint32_t declarations_read(struct plan *plan, const struct node *list, struct declaration *declarations)
{
	uint32_t count = 0;
	for (const struct node *item = node_first(list); item; item = node_next_item(list, item)) {
		if (count == OWN_FIELDS_MOST) {
			findings_add(plan->findings, &(struct finding){
				.kind = &plan_own_field_too_many,
				.where = node_span(plan->profile, item),
				.arguments = {argument_number(OWN_FIELDS_MOST)},
			});
			break;
		}
		struct declaration declaration = declaration_of(plan, item);
		if (!declaration.of.kind || declaration.english.len == 0 ||
			!name_is_free(plan, declarations, count, &declaration))
			continue;
		declaration.usable = is_usable(plan, &declaration);
		declarations[count++] = declaration;
	}
	return count;
}

static void tools_extend(struct plan *plan, const struct schema_addition *additions, uint32_t count)
{
	struct schema_table *table = arena_alloc(plan->arena, sizeof *table);
	struct schema_trouble trouble = {0};
	bool good = schema_extend(plan->standard.schema, additions, count, plan->arena, table, &trouble);
	assert(good);
	if (!good)
		return;
	tools_init(&plan->own, table);
	schema_checker_vocabulary(plan->own.checker, plan->czech);
	plan->tools = &plan->own;
}

static void level_fields_take(struct plan *plan, const struct declaration *declarations, uint32_t count)
{
	plan->level_fields = arena_array(plan->arena, count, sizeof *plan->level_fields);
	for (uint32_t i = 0; i < count; i++)
		if (declarations[i].usable && is_of_a_level(plan, &declarations[i]))
			plan->level_fields[plan->level_field_count++] = (struct level_field){
				.word = words_find(plan->tools->words, declarations[i].english),
				.required = is_required(&declarations[i]),
				.level = declarations[i].of.level,
				.level_word = value_text(field(declarations[i].mapping, WORD_kind)),
			};
}

void own_fields_take(struct plan *plan)
{
	const struct node *list = field(plan_profile(plan), WORD_own_fields);
	if (list->kind != NODE_SEQUENCE || list->size == 1)
		return;
	struct declaration declarations[OWN_FIELDS_MOST];
	uint32_t count = declarations_read(plan, list, declarations);
	if (count == 0)
		return;
	/* Usable ones first: they alone are shown to others. */
	struct schema_addition *additions = arena_array(plan->arena, count, sizeof *additions);
	for (uint32_t i = 0; i < count; i++)
		if (declarations[i].usable)
			additions[plan->own_field_count++] = addition_of(plan, &declarations[i]);
	for (uint32_t i = 0, at = plan->own_field_count; i < count; i++)
		if (!declarations[i].usable)
			additions[at++] = addition_of(plan, &declarations[i]);
	plan->own_fields = additions;
	tools_extend(plan, additions, count);
	level_fields_take(plan, declarations, count);
}
