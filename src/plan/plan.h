/* The linked plan, as rules and queries see it. Everything here lives until the next plan_load of the same plan. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "document/node.h"
#include "plan/load.h"
#include "schema/table.h"
#include "schema_words.h"

/* One record of a kind. All that is written about it is read through its mapping (value.h). */
struct entity {
	struct kpss_str id; /* empty when the file gives none */
	const struct node *mapping;
	const struct document *document;
	uint16_t kind; /* KIND_… */
	uint16_t level; /* of a node: number + 1 of its level word; 0: the town's own or none */
	uint16_t rank; /* of a node: place of its level in the profile from 1; 0: the profile does not say */
	const struct entity *parent; /* the record it stands in, or that its `parent` names; NULL: none */
	uint32_t node_at; /* number of its mapping among all nodes of its document */
};

const struct schema_table *plan_schema(const struct plan *plan);

/* All records of a kind in the order of files and places. */
const struct entity *const *plan_kind(const struct plan *plan, uint16_t kind, uint32_t *count);
/* The record with an id; NULL when there is none. */
const struct entity *plan_find(const struct plan *plan, struct kpss_str id);
/* What a reference leads to; NULL when it dangles (which has been reported). */
const struct entity *plan_target(const struct plan *plan, const struct node *reference);
/* Is the record among those that a list of references leads to? */
bool plan_list_names(const struct plan *plan, const struct node *list, const struct entity *entity);

/* Is the id one that was seen in what could not be read? */
bool plan_is_unread(const struct plan *plan, struct kpss_str id);
/* The class (WORD_done, WORD_cancelled, …) of a status, given by its code or label in the profile; UINT32_MAX when there is
 * none. */
uint32_t plan_status_class(const struct plan *plan, const struct node *status);

const struct document *plan_documents(const struct plan *plan, uint32_t *count);
/* The mapping of the profile, absent when the town has none, and the document it stands in (NULL then). */
const struct node *plan_profile(const struct plan *plan);
const struct document *plan_profile_document(const struct plan *plan);

/* Fields that the town has declared in its profile and that could be used; NULL and 0 when there are none. */
struct schema_addition;
const struct schema_addition *plan_own_fields(const struct plan *plan, uint32_t *count);

/* What people write in a profile for a kind or a level of the plan, singular or plural, in either vocabulary. */
struct top_word {
	uint16_t kind, level; /* numbers + 1; 0: none */
	bool own; /* the town's own word for a level of nodes */
};
struct top_word plan_kind_named(const struct plan *plan, struct kpss_str text);
/* The field of a kind (KIND_…), the town's own among them, by its name in either vocabulary; NULL when it has none. */
const struct schema_property *plan_field_named(const struct plan *plan, uint16_t kind, struct kpss_str name);

/* Does the repository write Czech keys? */
bool plan_is_czech(const struct plan *plan);

/* “skupina”, “group”: the kind in both languages, as words of a sentence, in `arena`. */
struct arena;
struct finding_argument kind_argument(const struct schema_table *table, struct arena *arena, uint16_t kind);

static inline struct kpss_span entity_span(const struct entity *entity, const struct node *node)
{
	return node_span(entity->document, node);
}

#endif
