/* Records as formats for programs name them. */
#ifndef RENDER_RECORD_H
#define RENDER_RECORD_H

#include <jansson.h>

#include <kpss/str.h>

struct buf;
struct entity;
struct language;
struct plan;

/* The English word of its kind or level; that of the town's own level as the town writes it. */
struct kpss_str record_kind_word(const struct plan *plan, const struct entity *entity);
/* The same as a word of a sentence in the language. */
void record_add_kind(struct buf *buf, const struct language *language, const struct plan *plan,
	const struct entity *entity);
/* “opatření 2.1 Bydlení seniorů”: what it is and how the town calls it, else its id; safe for a terminal. */
void record_add_label(struct buf *buf, const struct language *language, const struct plan *plan, const struct entity *entity);
/* Kind, id, code and name; null for NULL. Given to the caller. */
json_t *record_json(const struct plan *plan, const struct entity *entity);
/* Null where the text is empty. */
json_t *record_text_json(struct kpss_str text);

#endif
