/* One code explained, as a person or a program reads it. */
#ifndef RENDER_EXPLANATION_H
#define RENDER_EXPLANATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/finding.h>
#include <kpss/str.h>

struct buf;
struct finding_kind;
struct language;
struct recorded;

/* Where and for whom codes are explained. */
struct explanation_context {
	const struct language *language;
	struct kpss_date as_of;
	const struct recorded *recorded; /* NULL: the folder as it is */
	bool czech; /* the repository's vocabulary */
	struct kpss_str profile; /* path of the file that a severity is to be written into */
};

/* A setting of the profile that switches a code on. */
struct explained_setting {
	struct kpss_str name; /* with a point, in the repository's vocabulary */
	uint32_t line; /* of the profile; 0: not made here */
};

enum { EXPLAINED_SETTINGS = 4 };

/* What the profile says of a rule of the town, beside what its kind holds. */
struct explained_rule {
	uint32_t line; /* of the profile that defines it; 0: the code is one of the program's own */
	struct kpss_str sql;
	struct kpss_date from, to; /* both ends may be open */
};

/* A code, described by its kind, and what the town says of it. */
struct explanation {
	const struct finding_kind *kind;
	enum kpss_severity severity; /* that holds here */
	uint32_t line; /* of the profile that set it; 0: none did */
	struct explained_setting settings[EXPLAINED_SETTINGS]; /* any of them switches it on */
	size_t setting_count; /* 0: always on */
	struct explained_rule rule;
};

/* A line for each. */
void explanations_add_list(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanations, size_t count);
void explanations_add_text(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanations, size_t count);
void explanations_add_json(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanations, size_t count);

#endif
