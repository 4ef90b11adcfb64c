/* What a question is about: the records of a kind, or the items on a level of the plan. */
#ifndef QUERY_SUBJECT_H
#define QUERY_SUBJECT_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct arena;
struct entity;
struct plan;
struct text_suggestions;

struct query_subject {
	uint16_t kind;       /* KIND_… */
	uint16_t level;      /* number + 1 of the word of the level; 0: any */
	struct kpss_str own; /* the town's own word for the level; empty: any */
};

/* A kind or level by its singular or plural in either vocabulary, also typed without diacritics, or by the town's own word.
 * False when it names none. */
bool subject_named(const struct plan *plan, struct kpss_str typed, struct arena *arena,
	struct query_subject *subject);
/* Offers all such names in the vocabulary of the repository. Where people also call a kind by what was typed (lidé for osoby),
 * its name is the only one. */
void subject_suggest(const struct plan *plan, struct text_suggestions *suggestions);
/* The measure is the level that the town flags as such, the goal any level of goals, as in the views of the same name. */
bool subject_has(
	const struct plan *plan, const struct query_subject *subject, const struct entity *entity);
/* What it is called, in Czech or in English. */
struct kpss_str subject_singular(
	const struct plan *plan, const struct query_subject *subject, bool czech);
struct kpss_str subject_plural(
	const struct plan *plan, const struct query_subject *subject, bool czech);

#endif
