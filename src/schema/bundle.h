/* One self-contained schema in one vocabulary, for editors and validators of others. */
#ifndef SCHEMA_BUNDLE_H
#define SCHEMA_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

#include "schema/compile.h"

struct arena;
struct schema_addition;

/* The texts of `schemas/` when the program was built, in the order of their names; defined in the layer `embed`. */
extern const struct schema_input schema_sources[];
extern const size_t schema_source_count;

enum { SCHEMA_EXPORT_VERSION = 1 }; /* grows when fields of an exported plan change or go */

struct bundle {
	const struct schema_input *sources;
	size_t source_count;
	bool czech; /* keys, enumerated values, titles and descriptions */
	/* The record that is described: the English singular of a kind, "repository" (kpss.yaml) or
	 * "profile"; "export": what `kpss export json` writes, always in English. NULL: a whole
	 * file, with lists of records under the plurals of kinds and levels. */
	const char *root;
	const struct schema_addition *additions; /* the town's own fields */
	size_t addition_count;
	const struct kpss_str *statuses; /* codes and labels that the town uses; none: any text */
	size_t status_count;
};

/* JSON Schema 2020-12 as indented JSON that ends in a line break, in the arena. Only what the root needs is in it. */
struct kpss_str schema_bundle(const struct bundle *bundle, struct arena *arena);

#endif
