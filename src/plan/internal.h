/* The plan from inside; only for src/plan. */
#ifndef PLAN_INTERNAL_H
#define PLAN_INTERNAL_H

#include "base/finding.h"
#include "document/words.h"
#include "plan/plan.h"
#include "schema/check.h"

enum { FORMAT_VERSION = 1 };

#define PLAN_FAULT(name) extern const struct finding_kind plan_##name;
#include "plan/plan_fault.def"
#undef PLAN_FAULT

/* An id and where it is given. */
struct known_id {
	struct kpss_str text;
	uint32_t hash;
	uint32_t entity; /* number + 1; 0: an id seen in what could not be read */
	const struct document *document; /* NULL: seen in a file that could not be read */
	const struct node *node;
};

struct reference {
	const struct schema_shape *shape;
	struct node *node;
	const struct document *document;
	struct kpss_str subject;
};

/* A status or level word whose meaning only the profile knows. */
struct choice {
	const struct schema_shape *shape;
	struct node *node;
	const struct document *document;
	struct kpss_str subject;
};

/* What files are read with. */
struct tools {
	const struct schema_table *schema;
	struct words *words;
	struct reader *reader;
	struct schema_checker *checker;
	struct top_word *top; /* by word, for the words of the schema */
};

/* A field that only the items of one level have, or even have to have; the schema knows only kinds. */
struct level_field {
	uint32_t word;
	bool required;
	uint16_t level; /* number + 1; 0: the town's own word */
	struct kpss_str level_word;
};

struct plan {
	struct arena *arena;
	struct tools standard; /* for the schema as it was built */
	struct tools own; /* with the town's own fields, made for one repository; schema NULL: it has none */
	const struct tools *tools; /* one of them */
	struct snapshot *snapshot;
	struct findings *findings;

	struct document *documents;
	uint32_t document_count;
	const struct document *profile;
	struct schema_addition *own_fields;
	uint32_t own_field_count;
	struct level_field *level_fields;
	uint32_t level_field_count;
	struct kpss_str town, town_code;
	bool czech;
	struct plan_file *files;
	size_t file_count;
	struct kpss_str root; /* bytes of kpss.yaml */

	struct entity *entities;
	uint32_t entity_count, entity_capacity;
	struct known_id *ids;
	uint32_t id_count, id_capacity;
	uint32_t *id_slots; /* number + 1 */
	uint32_t id_slot_count;
	struct reference *references;
	uint32_t reference_count, reference_capacity;
	struct choice *choices;
	uint32_t choice_count, choice_capacity;

	/* While a document is checked: */
	const struct document *document;
	uint32_t open[128]; /* records around the current place, by number */
	uint32_t depth;

	const struct entity **by_kind; /* one stretch for each kind */
	uint32_t *kind_first; /* kind_count + 1 */
};

/* Registers an id; a second use is a finding. `entity` as in known_id. */
void id_add(struct plan *plan, const struct document *document, const struct node *node, struct kpss_str text,
	uint32_t entity);
const struct known_id *id_find(const struct plan *plan, struct kpss_str text);

/* Looks over bytes that could not be read as YAML: false when no line looks like records of a plan. Ids in it become known,
 * so that references to them are not called unknown. */
bool broken_file_scan(struct plan *plan, struct kpss_str bytes);
/* What a word at the left margin means; both numbers 0 when nothing. */
struct top_word top_word_find(const struct plan *plan, uint32_t word);
/* What a word at the left margin was probably meant to be. */
struct near_word {
	struct finding_argument names; /* of the kinds that are near; without text when none is */
	struct top_word meant; /* the nearest; both numbers 0 when several are equally near */
};
struct near_word top_word_near(const struct plan *plan, struct kpss_str word);
struct kpss_str top_words_all(const struct plan *plan);

/* A field of kpss.yaml before the schema was asked; absent when it is not there. */
const struct node *root_field(const struct plan *plan, const struct node *root, uint32_t word);
/* What the value of ignore names, in the plan's arena. */
void ignored_take(struct plan *plan, const struct node *list, struct kpss_str **ignored, size_t *count);
/* The same from the bytes of a kpss.yaml that is broken somewhere: each field is read by itself, so that one mistake does not
 * bring findings in files that are no part of the plan. */
void ignored_search(struct plan *plan, struct kpss_str bytes, struct kpss_str **ignored, size_t *count);

void tools_init(struct tools *tools, const struct schema_table *schema);
void tools_clear(struct tools *tools);

/* After the profile, before all records: makes tools of the own fields that it declares, if any. */
void own_fields_take(struct plan *plan);
/* After all records: has each what the profile demands of its level, and nothing that it declares for another? */
void own_fields_judge(struct plan *plan);
/* The schema of an own field as JSON, in the plan's arena; the mapping is its declaration. When it is not usable, any value
 * will do, so that one mistake in the profile is not repeated in every record. */
const char *own_field_json(const struct plan *plan, const struct node *mapping, bool usable);

/* After all files: references find their records, levels their rank, statuses their place in the profile. */
void plan_link(struct plan *plan);

void visitor_record_begin(void *plan, const struct schema_shape *shape, struct node *mapping, uint32_t level);
void visitor_record_end(void *plan, struct node *mapping);
void visitor_identity(void *plan, const struct node *mapping, struct node *id);
void visitor_reference(void *plan, const struct schema_shape *shape, struct node *id);
void visitor_unread(void *plan, const struct node *value);
void visitor_chosen(void *plan, const struct schema_shape *shape, struct node *text);

#endif
