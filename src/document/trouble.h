/* What can be wrong with a file before anybody asks what it says. */
#ifndef DOCUMENT_TROUBLE_H
#define DOCUMENT_TROUBLE_H

#include "base/finding.h"

#define TROUBLE(name) extern const struct finding_kind trouble_##name;
#include "document/trouble.def"
#undef TROUBLE

/* What libyaml complains of: its words, and what they mean to a person. */
enum trouble_place { AT_PROBLEM, AT_CONTEXT };
struct libyaml_problem {
	const char *problem; /* how its problem begins; NULL: any */
	const char *context; /* how its context begins; NULL: any */
	const struct finding_kind *kind;
	enum trouble_place place;
};
/* The first row that fits; the last fits everything. */
const struct libyaml_problem *libyaml_problem_find(const char *problem, const char *context);

#endif
