/* A new record, or an item of a list in one, as YAML: written field by field, in the words and the layout of the plan. */
#ifndef CHANGE_PIECE_H
#define CHANGE_PIECE_H

#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "base/buf.h"
#include "schema/table.h"

struct plan;

enum { PIECE_DEEPEST = 6 };

/* Fields are named by their English words (WORD_…) and must be fields of the kind: anything else is our mistake. */
struct piece {
	const struct schema_table *schema;
	bool is_czech;
	struct buf yaml;
	struct {
		uint32_t object; /* whose fields are written */
		uint32_t indent; /* of its lines */
		bool is_begun; /* the mark of its item is written, so the next field goes on its line */
	} levels[PIECE_DEEPEST];
	uint32_t depth;
};

/* A record of a kind (KIND_…). Give the memory back with piece_clear. */
void piece_begin(struct piece *piece, const struct plan *plan, uint16_t kind);
/* An item of the list that is the field of a kind. */
void piece_begin_item(struct piece *piece, const struct plan *plan, uint16_t kind, uint16_t list);
void piece_clear(struct piece *piece);

/* A text that is empty or absent writes nothing. */
void piece_text(struct piece *piece, uint16_t field, struct kpss_str text);
void piece_word(struct piece *piece, uint16_t field, uint16_t value);
void piece_day(struct piece *piece, uint16_t field, struct kpss_date day);
void piece_number(struct piece *piece, uint16_t field, int64_t number);
void piece_truth(struct piece *piece, uint16_t field, bool is_true);
/* What stands in the file as it is: a number with decimals, a list in brackets. */
void piece_raw(struct piece *piece, uint16_t field, struct kpss_str yaml);
void piece_texts(struct piece *piece, uint16_t field, const struct kpss_str *texts, size_t count);

/* What comes until piece_close are fields of the mapping that is the field. */
void piece_open(struct piece *piece, uint16_t field);
/* The same for an item of a list: piece_list, then for each item piece_item … piece_close, then piece_close. */
void piece_list(struct piece *piece, uint16_t field);
void piece_item(struct piece *piece);
void piece_close(struct piece *piece);

/* Adds a text on one line, in quotes where it needs them. */
void yaml_scalar_add(struct buf *buf, struct kpss_str text);

#endif
