#include "render/value.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "plan/value.h"
#include "query/operand.h"
#include "query/path.h"
#include "query/references.h"
#include "render/table_inside.h"

struct kpss_str record_name(const struct entity *entity)
{
	static const uint16_t names[] = {WORD_name, WORD_label, WORD_title, WORD_code};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct kpss_str name = value_text(field(entity->mapping, names[i]));
		if (name.len)
			return name;
	}
	if (entity->id.len)
		return entity->id;
	const struct node *key = node_first(entity->mapping);
	return key ? value_text(node_value(key)) : kpss_str("");
}

static struct kpss_str with_blanks(struct kpss_str word, struct arena *arena)
{
	char *text = arena_alloc(arena, word.len + 1);
	for (size_t i = 0; i < word.len; i++)
		text[i] = word.ptr[i] == '_' ? ' ' : word.ptr[i];
	text[word.len] = '\0';
	return (struct kpss_str){.ptr = text, .len = word.len};
}

static bool is_czech(const struct value_style *style)
{
	return style->language == language_find("cs");
}

struct kpss_str value_choice(const struct value_style *style, const struct schema_shape *shape,
	struct kpss_str code, struct arena *arena)
{
	struct kpss_str word = is_czech(style) ? choice_czech(style->plan, shape, code) : code;
	return with_blanks(word, arena);
}

static struct kpss_str level_word(
	const struct value_style *style, struct kpss_str english, struct arena *arena)
{
	const struct schema_table *schema = plan_schema(style->plan);
	for (uint32_t i = 0; i < schema->level_count && is_czech(style); i++)
		if (kpss_str_equal(schema_word(schema, schema->levels[i].singular), english))
			return with_blanks(
				schema_word(schema, schema->levels[i].czech_singular), arena);
	return with_blanks(english, arena);
}

/* Of what has fields of its own: the first record or text in it. */
static bool first_take(void *user, const struct reference_found *found)
{
	*(const struct entity **)user = found->target;
	return !found->target;
}

static struct cell mapping_cell(const struct value_style *style, const struct path_value *value)
{
	const struct entity *record = NULL;
	references_walk_in(&value->row, first_take, &record);
	if (record)
		return cell_text(style->names ? record_name(record) : record->id);
	const struct node *mapping = value->row.value;
	for (const struct node *at = mapping; at < mapping + mapping->size; at++)
		if (!at->is_key && value_text(at).len)
			return cell_text(value_text(at));
	return cell_none();
}

struct cell value_cell(
	const struct value_style *style, const struct path_value *value, struct arena *arena)
{
	const struct path_end *end = value->end;
	struct cell cell = path_cell(value, arena);
	if (end->type == PATH_REFERENCE && value->record && style->names)
		return cell_text(record_name(value->record));
	if (end->type == PATH_MAPPING)
		return mapping_cell(style, value);
	if (!style->spoken || cell.type != CELL_TEXT)
		return cell;
	if (end->type == PATH_CHOICE)
		return cell_text(value_choice(style, end->shape, cell.text, arena));
	if (end->type == PATH_STATUS)
		return cell_text(status_label(style->plan, cell.text));
	if (end->type == PATH_LEVEL)
		return cell_text(level_word(style, cell.text, arena));
	return cell;
}

struct gathering {
	const struct value_style *style;
	struct arena *arena;
	struct cell only;
	struct buf texts; /* each ends in NUL */
	size_t count;
	bool many;
};

static bool is_among(struct kpss_str texts, struct kpss_str text)
{
	for (size_t at = 0; at < texts.len; at += strlen(texts.ptr + at) + 1)
		if (kpss_str_is(text, texts.ptr + at))
			return true;
	return false;
}

static void text_gather(struct gathering *gathering, const struct cell *cell)
{
	struct buf buf = {0};
	if (gathering->style->spoken)
		cell_add_spoken(&buf, gathering->style->language, cell);
	else
		cell_add_plain(&buf, cell, '.');
	if (!is_among(buf_str(&gathering->texts), buf_str(&buf))) {
		buf_add(&gathering->texts, buf_str(&buf));
		buf_add_char(&gathering->texts, '\0');
		gathering->count++;
	}
	buf_clear(&buf);
}

static bool value_take(void *user, const struct path_value *value)
{
	struct gathering *gathering = user;
	struct cell cell = value_cell(gathering->style, value, gathering->arena);
	if (cell.type == CELL_NONE)
		return true;
	if (gathering->many)
		text_gather(gathering, &cell);
	else
		gathering->only = cell;
	return gathering->many;
}

static struct cell joined(const struct gathering *gathering)
{
	struct buf buf = {0};
	struct kpss_str texts = buf_str(&gathering->texts);
	for (size_t at = 0; at < texts.len; at += strlen(texts.ptr + at) + 1) {
		buf_add_text(&buf, at ? ", " : "");
		buf_add_text(&buf, texts.ptr + at);
	}
	struct cell cell = cell_text(arena_text(gathering->arena, buf_str(&buf)));
	buf_clear(&buf);
	return cell;
}

struct cell values_cell(const struct value_style *style, struct query_path *path,
	const struct entity *entity, struct arena *arena, struct arena *scratch)
{
	struct gathering gathering = {.style = style, .arena = arena, .many = path_is_many(path)};
	path_walk(path, entity, scratch, value_take, &gathering);
	struct cell cell = gathering.count ? joined(&gathering) : gathering.only;
	buf_clear(&gathering.texts);
	return cell;
}
