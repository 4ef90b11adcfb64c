/* What the parts of the checker share; only for src/schema. */
#ifndef SCHEMA_CHECKER_H
#define SCHEMA_CHECKER_H

#include "base/finding.h"
#include "schema/check.h"

struct arena;
struct pattern_cache;

enum { SCOPE_MOST = 64 };

struct schema_checker {
	const struct schema_table *table;
	struct words *words;
	struct pattern_cache *patterns;
	bool czech;
	/* While a check is under way: */
	const struct document *document;
	const struct schema_visitor *visitor;
	struct findings *findings;
	const struct node *key; /* of the value that is looked at */
	struct kpss_str subject; /* id of the innermost record */
	uint32_t quiet; /* > 0: only counts, for variants */
	uint32_t faults;
	/* For schemas that ask what others have not looked at: one mark for each node below `marked`. */
	uint8_t *marks;
	const struct node *marked;
	/* Schema resources around, outermost first, for $dynamicRef. */
	uint32_t scope[SCOPE_MOST];
	uint32_t scope_depth;
};

/* Adds a finding at a node, unless quiet. */
void fault_add(struct schema_checker *checker, const struct finding_kind *kind, const struct node *where,
	const struct finding_argument arguments[FINDING_ARGUMENTS]);

/* The bytes that would mend the finding just added at a node, when nothing else can be meant. */
void fault_mend(struct schema_checker *checker, uint32_t begin, uint32_t end, struct kpss_str text);

/* The name of a property in the vocabulary of the repository. */
struct kpss_str property_name(const struct schema_checker *checker, const struct schema_property *property);
/* ‘key: value’ as it could be typed, with the key that was written. */
struct kpss_str line_to_type(struct schema_checker *checker, struct kpss_str value, bool quoted);
/* The key of the value that is looked at, as written; "-" for an item of a list. */
struct kpss_str key_text(const struct schema_checker *checker);

/* Checks a scalar against one shape, references apart; false when it is of another type than wanted. */
bool scalar_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar);
/* A collection stands where a scalar is wanted, or the other way round; says so. */
void type_fault(struct schema_checker *checker, const struct schema_shape *shape, const struct node *node);

/* Says what is wrong with a scalar that has not the form of an id (id_form.c). */
void id_report(struct schema_checker *checker, const struct node *scalar);

/* Messages about records (report.c). */
struct finding_argument title_argument(const struct schema_checker *checker, const struct schema_shape *shape);
struct kpss_str field_names(struct schema_checker *checker, const struct schema_object *object);
/* The property that a misspelled key was probably meant to be, NULL when that cannot be told. */
const struct schema_property *unknown_report(struct schema_checker *checker, const struct schema_shape *shape,
	const struct node *mapping, struct node *key);
void twice_report(struct schema_checker *checker, const struct node *mapping, const struct node *key, uint32_t first);
/* `seen` tells for each property of the object whether it was there. */
void missing_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *mapping,
	const uint32_t *seen);

/* At least one and at most `most` of the variants must fit (variants.c). */
void variants_check(struct schema_checker *checker, struct schema_list variants, struct node *node, uint32_t most);

/* Parts of scalar_check (number.c, enumeration.c, scalar.c). */
void number_report(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar);
void number_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar);
void enumeration_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar);
bool text_is_in(struct kpss_str text, const char *const words[]);
/* A finding about a value with up to two texts. */
void fault_with(struct schema_checker *checker, const struct finding_kind *kind, const struct node *where,
	struct kpss_str first, struct kpss_str second);

#endif
