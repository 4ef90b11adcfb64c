#include "change/brackets.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "document/parse.h"
#include "document/quote.h"

static void node_add(struct buf *buf, const struct node *node);

static void scalar_add(struct buf *buf, const struct node *scalar)
{
	struct kpss_str text = node_text(scalar);
	if (scalar->style == STYLE_PLAIN && (text.len == 0 || plain_is_safe(text, true)))
		buf_add(buf, text);
	else
		quote_double(buf, text);
}

static void mapping_add(struct buf *buf, const struct node *mapping)
{
	buf_add_char(buf, '{');
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key)) {
		buf_add_text(buf, key == node_first(mapping) ? "" : ", ");
		scalar_add(buf, key);
		buf_add_text(buf, ": ");
		node_add(buf, node_value(key));
	}
	buf_add_char(buf, '}');
}

static void sequence_add(struct buf *buf, const struct node *sequence)
{
	buf_add_char(buf, '[');
	for (const struct node *item = node_first(sequence); item; item = node_next_item(sequence, item)) {
		buf_add_text(buf, item == node_first(sequence) ? "" : ", ");
		node_add(buf, item);
	}
	buf_add_char(buf, ']');
}

static void node_add(struct buf *buf, const struct node *node)
{
	if (node->kind == NODE_MAPPING)
		mapping_add(buf, node);
	else if (node->kind == NODE_SEQUENCE)
		sequence_add(buf, node);
	else
		scalar_add(buf, node);
}

bool yaml_in_brackets(
	struct reader *reader, struct arena *arena, struct kpss_str yaml, struct kpss_str *out)
{
	struct document document;
	struct findings unheard;
	struct buf buf = {0};
	struct source *source = source_new(arena, kpss_str(""), arena_text(arena, yaml));
	findings_init(&unheard);
	bool good = document_parse(reader, source, arena, &unheard, &document) && document.root;
	findings_clear(&unheard);
	if (good)
		node_add(&buf, document.root);
	*out = good ? arena_text(arena, buf_str(&buf)) : yaml;
	buf_clear(&buf);
	return good;
}
