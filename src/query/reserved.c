#include "query/reserved.h"

#include <stddef.h>

/* A test asks SQLite about every name, and holds them against the reserved words of PostgreSQL. */
static const struct {
	const char *word, *instead;
} others[] = {
	{"from", "valid_from"},
	{"to", "valid_to"},
	{"group", "group_id"},
	{"where", "placed_on"},
	{"commit", "revision"},
};

struct kpss_str sql_name(struct kpss_str name)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (kpss_str_is(name, others[i].word))
			return kpss_str(others[i].instead);
	return name;
}
