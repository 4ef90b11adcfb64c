/* A field that a town adds to a kind of record. */
#ifndef SCHEMA_ADDITION_H
#define SCHEMA_ADDITION_H

#include <stdbool.h>
#include <stdint.h>

/* `json` is the schema of the field as it would stand under `properties` in schemas/<kind>.schema.json, annotations included. */
struct schema_addition {
	uint16_t kind; /* KIND_… */
	bool required; /* every record of the kind has to have it */
	const char *name; /* the English key */
	const char *json;
};

#endif
