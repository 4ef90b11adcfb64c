/* Words that SQL keeps for itself. */
#ifndef QUERY_RESERVED_H
#define QUERY_RESERVED_H

#include <kpss/str.h>

/* The name of a table or column for a name of the schemas: itself, or what stands for it where SQLite or PostgreSQL would want
 * it quoted. */
struct kpss_str sql_name(struct kpss_str name);

#endif
