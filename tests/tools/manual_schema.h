/* What the schemas say, as parts of a manual page on standard output. */
#ifndef TESTS_MANUAL_SCHEMA_H
#define TESTS_MANUAL_SCHEMA_H

#include <stdbool.h>

#include <jansson.h>

struct manual {
	const char *schemas_folder, *manual_folder;
	bool czech;
	json_t *schemas;           /* by the name before .schema.json */
	const json_t *definitions; /* of common.schema.json */
	unsigned troubles;         /* each was complained of on standard error */
};

__attribute__((format(printf, 2, 3))) void manual_complain(
	struct manual *manual, const char *message, ...);

/* False when a schema cannot be read. */
bool manual_open(struct manual *manual);
void manual_close(struct manual *manual);

/* A section on a kind: what it is, under which words it stands, its fields, an example in each vocabulary. */
void manual_kind(struct manual *manual, const char *name);
/* The fields of a schema that is no kind: repository, profile. */
void manual_fields(struct manual *manual, const char *name);
/* The examples in both vocabularies; the file names are those of the page's own vocabulary and of the other. */
void manual_examples(struct manual *manual, const char *english, const char *czech);
/* The fields that every kind has, which the kinds' own lists leave out. */
void manual_everywhere(struct manual *manual);
/* Records that several kinds share, each in a section. */
void manual_shared(struct manual *manual);
/* The catalogue of level words as a table. */
void manual_levels(struct manual *manual);

#endif
