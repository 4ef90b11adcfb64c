/* A record for a person. */
#include <stdlib.h>

#include "answer/neighbour.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "plan/value.h"
#include "query/path.h"
#include "render/ink.h"
#include "render/record.h"
#include "render/show.h"
#include "render/table_inside.h"
#include "render/value.h"
#include "render/wrap.h"

enum { INDENT = 2, TITLE_MOST = 26 };

struct showing {
	struct buf *buf;
	const struct show_options *options;
	const struct schema_table *schema;
	struct value_style style;
	bool czech;
};

static const char *text_of(const struct showing *showing, const char *english)
{
	return language_text(showing->options->language, english);
}

/* Text of a file as it may stand on a terminal, ending in NUL. */
static const char *safe(const struct showing *showing, struct kpss_str text)
{
	struct buf buf = {0};
	text_add_safe(&buf, text);
	const char *copy = arena_text(showing->options->arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return copy;
}

/* Paragraphs stay, lines are broken anew. The line has `used` columns already. */
static void paragraphs_add(
	const struct showing *showing, size_t indent, size_t used, struct kpss_str text)
{
	struct kpss_str rest = text;
	while (rest.len && (rest.ptr[rest.len - 1] == '\n' || rest.ptr[rest.len - 1] == ' '))
		rest.len--;
	do {
		const char *end = rest.len ? memchr(rest.ptr, '\n', rest.len) : NULL;
		struct kpss_str line = {
			.ptr = rest.ptr, .len = end ? (size_t)(end - rest.ptr) : rest.len};
		wrap_add(showing->buf, indent, used, safe(showing, line));
		size_t taken = line.len + (end != NULL);
		rest = (struct kpss_str){.ptr = rest.ptr + taken, .len = rest.len - taken};
		if (rest.len)
			buf_add_repeated(showing->buf, ' ', rest.ptr[0] == '\n' ? 0 : indent);
		used = indent;
	} while (rest.len);
}

static struct kpss_str record_spoken(const struct showing *showing, const struct entity *record)
{
	struct kpss_str name = record_name(record);
	if (!record->id.len || kpss_str_equal(name, record->id))
		return name;
	return arena_format(showing->options->arena, "%.*s (%.*s)", (int)name.len, name.ptr,
		(int)record->id.len, record->id.ptr);
}

/* What a person reads for a value. */
static struct kpss_str spoken(const struct showing *showing, const struct query_row *row,
	const struct schema_property *property, const struct schema_shape *shape)
{
	struct arena *arena = showing->options->arena;
	const struct path_end end = path_end_of(property, shape);
	const struct path_value value = {
		.row = *row, .end = &end, .record = plan_target(row->plan, row->value)};
	if (shape->targets.count && value.record)
		return record_spoken(showing, value.record);
	/* The level may be written in a word of the town's own. */
	struct cell cell = end.type == PATH_LEVEL ? cell_text(value_text(row->value))
						  : value_cell(&showing->style, &value, arena);
	if (cell.type == CELL_NONE || cell.type == CELL_TEXT)
		return cell.type == CELL_NONE ? value_text(row->value) : cell.text;
	struct buf buf = {0};
	cell_add_spoken(&buf, showing->options->language, &cell);
	if (cell.type == CELL_MONEY)
		buf_add_text(&buf, showing->czech ? " Kč" : " CZK");
	struct kpss_str text = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static struct kpss_str title_of(
	const struct showing *showing, const struct schema_property *property)
{
	return schema_text(
		showing->schema, showing->czech ? property->czech_title : property->title);
}

/* Fields that are shown: records that stand in the record have a place of their own, amounts are shown in crowns. */
static bool is_shown(const struct showing *showing, const struct schema_property *property)
{
	const struct schema_shape *shape = query_shape(showing->schema, property->shape);
	return !property->level &&
	       !(shape->items && query_shape(showing->schema, shape->items)->kind);
}

static size_t titles_width(
	const struct showing *showing, const struct query_row *row, uint32_t object)
{
	size_t widest = 0;
	for (const struct node *key = node_first(row->value); key;
		key = node_next_key(row->value, key)) {
		const struct schema_property *property =
			schema_find(showing->schema, &showing->schema->objects[object], key->word);
		size_t width = property && is_shown(showing, property)
				       ? text_width(title_of(showing, property))
				       : 0;
		if (width > widest && width <= TITLE_MOST)
			widest = width;
	}
	return widest;
}

static void mapping_add(const struct showing *showing, const struct query_row *row, uint32_t object,
	size_t indent, bool begun);

static void title_add(
	const struct showing *showing, struct kpss_str title, size_t indent, bool begun)
{
	if (!begun)
		buf_add_repeated(showing->buf, ' ', indent);
	ink_add(showing->buf, showing->options->colour, INK_FRAME);
	buf_add(showing->buf, title);
	ink_add(showing->buf, showing->options->colour, INK_PLAIN);
}

static void list_add(const struct showing *showing, const struct query_row *row,
	const struct schema_property *property, const struct schema_shape *list, size_t indent)
{
	const struct schema_shape *shape = query_shape(showing->schema, list->items);
	struct query_row item = *row;
	item.of = row->of;
	for (item.value = value_first_item(row->value); item.value;
		item.value = node_next_item(row->value, item.value)) {
		buf_add_repeated(showing->buf, ' ', indent);
		buf_add_text(showing->buf, "– ");
		if (shape->object && item.value->kind == NODE_MAPPING)
			mapping_add(showing, &item, shape->object, indent + INDENT, true);
		else
			paragraphs_add(showing, indent + INDENT, indent + INDENT,
				spoken(showing, &item, property, shape));
	}
}

/* Whatever a town likes to keep: as it is written. */
static void free_map_add(const struct showing *showing, const struct node *map, size_t indent)
{
	for (const struct node *key = node_first(map); key; key = node_next_key(map, key)) {
		title_add(showing, kpss_str(safe(showing, node_text(key))), indent, false);
		buf_add_text(showing->buf, ": ");
		paragraphs_add(showing, indent + INDENT,
			indent + text_width(node_text(key)) + INDENT,
			value_text(node_value(key)).len ? value_text(node_value(key))
							: kpss_str("…"));
	}
}

static void field_add(const struct showing *showing, const struct query_row *row,
	const struct schema_property *property, size_t indent, size_t width, bool begun)
{
	const struct schema_shape *shape = query_shape(showing->schema, property->shape);
	struct kpss_str title = title_of(showing, property);
	title_add(showing, title, indent, begun);
	if (row->value->kind != NODE_SCALAR) {
		buf_add_char(showing->buf, '\n');
		if (shape->items && row->value->kind == NODE_SEQUENCE)
			list_add(showing, row, property, shape, indent + INDENT);
		else if (shape->object && row->value->kind == NODE_MAPPING)
			mapping_add(showing, row, shape->object, indent + INDENT, false);
		else if (row->value->kind == NODE_MAPPING)
			free_map_add(showing, row->value, indent + INDENT);
		return;
	}
	size_t used = text_width(title), column = indent + width + INDENT;
	size_t blanks = used < width + INDENT ? width + INDENT - used : INDENT;
	buf_add_repeated(showing->buf, ' ', blanks);
	paragraphs_add(
		showing, column, indent + used + blanks, spoken(showing, row, property, shape));
}

/* `begun`: the first line is indented already. */
static void mapping_add(const struct showing *showing, const struct query_row *row, uint32_t object,
	size_t indent, bool begun)
{
	size_t width = titles_width(showing, row, object);
	bool any = false;
	for (const struct node *key = node_first(row->value); key;
		key = node_next_key(row->value, key)) {
		const struct schema_property *property =
			schema_find(showing->schema, &showing->schema->objects[object], key->word);
		if (!property || !is_shown(showing, property))
			continue;
		struct query_row value = *row;
		value.of = row;
		value.value = node_value(key);
		field_add(showing, &value, property, indent, width, begun && !any);
		any = true;
	}
	if (begun && !any)
		buf_add_char(showing->buf, '\n');
}

static void place_add(
	const struct showing *showing, const struct entity *record, const struct node *node)
{
	struct source *source = record->document->source;
	text_add_safe(showing->buf, source->path);
	buf_addf(showing->buf, ":%u", source_locate(source, node->begin).line);
}

static void kind_add(const struct showing *showing, const struct entity *record)
{
	struct buf buf = {0};
	record_add_kind(&buf, showing->options->language, showing->options->plan, record);
	text_add_safe(showing->buf, buf_str(&buf));
	buf_clear(&buf);
}

static void way_title_add(void *user, const struct schema_property *property, uint32_t number)
{
	struct showing *showing = user;
	(void)number;
	buf_add_text(showing->buf, " · ");
	buf_add(showing->buf, title_of(showing, property));
}

static void neighbours_add(struct showing *showing, const char *title, struct neighbours neighbours)
{
	if (neighbours.count == 0)
		return;
	buf_addf(showing->buf, "\n%*s%s:\n", INDENT, "", text_of(showing, title));
	for (size_t i = 0; i < neighbours.count; i++) {
		const struct neighbour *neighbour = &neighbours.items[i];
		struct kpss_str code = value_text(field(neighbour->record->mapping, WORD_code));
		buf_addf(showing->buf, "%*s– ", 2 * INDENT, "");
		kind_add(showing, neighbour->record);
		if (code.len)
			buf_addf(showing->buf, " %s", safe(showing, code));
		buf_addf(showing->buf, " %s",
			safe(showing, record_spoken(showing, neighbour->record)));
		if (neighbour->reference)
			way_walk(showing->options->plan, neighbour->record, neighbour->reference,
				way_title_add, showing);
		buf_add_text(showing->buf, " · ");
		place_add(showing, neighbour->record,
			neighbour->reference ? neighbour->reference : neighbour->record->mapping);
		buf_add_char(showing->buf, '\n');
	}
}

static void record_add(struct showing *showing, const struct entity *record)
{
	const struct plan *plan = showing->options->plan;
	struct arena *arena = showing->options->arena;
	struct kpss_str code = value_text(field(record->mapping, WORD_code)),
			name = record_name(record);
	ink_add(showing->buf, showing->options->colour, INK_STRONG);
	kind_add(showing, record);
	if (code.len)
		buf_addf(showing->buf, " %s", safe(showing, code));
	buf_addf(showing->buf, " %s", safe(showing, name));
	ink_add(showing->buf, showing->options->colour, INK_PLAIN);
	buf_addf(showing->buf, "\n%*s", INDENT, "");
	place_add(showing, record, record->mapping);
	buf_add_text(showing->buf, "\n\n");
	struct query_row row = query_record_row(plan, NULL, record);
	mapping_add(showing, &row,
		query_shape(showing->schema, showing->schema->kinds[record->kind].shape)->object,
		INDENT, false);
	if (record->parent) {
		const struct neighbour above = {.record = record->parent};
		neighbours_add(showing, N_("stands under"),
			(struct neighbours){.items = &above, .count = 1});
	}
	neighbours_add(showing, N_("under it"), neighbours_below(plan, record, arena));
	neighbours_add(showing, N_("referred to by"), neighbours_referring(plan, record, arena));
}

void show_text(struct buf *buf, const struct show_options *options,
	const struct entity *const *records, size_t count)
{
	struct showing showing = {.buf = buf,
		.options = options,
		.schema = plan_schema(options->plan),
		.style = {.plan = options->plan,
			.language = options->language,
			.spoken = true,
			.names = true},
		.czech = options->language == language_find("cs")};
	for (size_t i = 0; i < count; i++) {
		buf_add_text(buf, i ? "\n" : "");
		record_add(&showing, records[i]);
	}
}
