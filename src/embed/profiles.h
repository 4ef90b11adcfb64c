/* The rules of towns that travel inside the program: the files of profiles/, to begin with. */
#ifndef EMBED_PROFILES_H
#define EMBED_PROFILES_H

#include <kpss/str.h>

struct builtin_profile {
	const char *name;    /* of the file, as in based_on */
	const char *version; /* what follows the @ there */
	struct kpss_str title_cs, title_en;
	struct kpss_str text; /* the file to copy, without the line of its English title */
};

extern const struct builtin_profile builtin_profiles[]; /* by name; ends in an empty row */

#endif
