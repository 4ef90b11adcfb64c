#include "render/hit.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "plan/value.h"
#include "render/ink.h"
#include "render/record.h"
#include "render/value.h"

enum { BEFORE_MOST = 60, EXCERPT_MOST = 220 };

/* The part of a text around the first word that was found. */
struct excerpt {
	struct kpss_str text; /* all of it */
	size_t begin, end;
};

static bool is_blank(char c)
{
	return strchr(" \n\r\t", c) != NULL && c != '\0';
}

/* So far back that no word is cut, or to the beginning. */
static size_t begin_of(struct kpss_str text, size_t found)
{
	if (found <= BEFORE_MOST)
		return 0;
	size_t at = found - BEFORE_MOST;
	while (at < found && !is_blank(text.ptr[at]))
		at++;
	while (at < found && is_blank(text.ptr[at]))
		at++;
	return at;
}

static size_t end_of(struct kpss_str text, size_t begin, size_t found)
{
	if (text.len - begin <= EXCERPT_MOST)
		return text.len;
	size_t at = begin + EXCERPT_MOST;
	while (at > found && !is_blank(text.ptr[at]))
		at--;
	while (at > found && is_blank(text.ptr[at - 1]))
		at--;
	return at;
}

static struct excerpt excerpt_of(const struct hit_options *options, const struct find_hit *hit)
{
	struct excerpt excerpt = {.text = value_text(hit->node)};
	size_t at = 0, begin, end;
	while (excerpt.text.len && is_blank(excerpt.text.ptr[excerpt.text.len - 1]))
		excerpt.text.len--;
	if (!find_next(options->words, excerpt.text, options->arena, &at, &begin, &end))
		begin = end = 0;
	excerpt.begin = begin_of(excerpt.text, begin);
	excerpt.end = end_of(excerpt.text, excerpt.begin, end);
	return excerpt;
}

/* On one line, safe for a terminal. */
static void line_add(struct buf *buf, struct kpss_str text, size_t begin, size_t end)
{
	while (begin < end) {
		size_t word = begin;
		while (word < end && !is_blank(text.ptr[word]))
			word++;
		text_add_safe(buf, (struct kpss_str){.ptr = text.ptr + begin, .len = word - begin});
		begin = word;
		while (begin < end && is_blank(text.ptr[begin]))
			begin++;
		if (begin > word)
			buf_add_char(buf, ' ');
	}
}

static void excerpt_add(
	struct buf *buf, const struct hit_options *options, const struct excerpt *excerpt)
{
	size_t at = excerpt->begin, written = excerpt->begin, begin, end;
	buf_add_text(buf, excerpt->begin > 0 ? "… " : "");
	while (options->colour &&
		find_next(options->words, excerpt->text, options->arena, &at, &begin, &end) &&
		end <= excerpt->end) {
		line_add(buf, excerpt->text, written, begin);
		ink_add(buf, true, INK_STRONG);
		line_add(buf, excerpt->text, begin, end);
		ink_add(buf, true, INK_PLAIN);
		written = end;
	}
	line_add(buf, excerpt->text, written, excerpt->end);
	buf_add_text(buf, excerpt->end < excerpt->text.len ? " …" : "");
}

static bool is_czech(const struct hit_options *options)
{
	return options->language == language_find("cs");
}

static struct kpss_str field_title(const struct hit_options *options, const struct find_hit *hit)
{
	return schema_text(plan_schema(options->plan),
		is_czech(options) ? hit->property->czech_title : hit->property->title);
}

static struct place place_of(const struct find_hit *hit)
{
	return source_locate(hit->record->document->source, hit->node->begin);
}

static void kind_add(
	struct buf *buf, const struct hit_options *options, const struct entity *record)
{
	struct buf word = {0};
	record_add_kind(&word, options->language, options->plan, record);
	text_add_safe(buf, buf_str(&word));
	buf_clear(&word);
}

void hit_text(struct buf *buf, const struct hit_options *options, const struct find_hit *hit)
{
	const struct entity *record = hit->record;
	struct kpss_str code = value_text(field(record->mapping, WORD_code)),
			name = record_name(record);
	const struct excerpt excerpt = excerpt_of(options, hit);
	ink_add(buf, options->colour, INK_STRONG);
	kind_add(buf, options, record);
	buf_add_text(buf, code.len ? " " : "");
	text_add_safe(buf, code);
	buf_add_char(buf, ' ');
	line_add(buf, name, 0, name.len);
	ink_add(buf, options->colour, INK_PLAIN);
	if (record->id.len && !kpss_str_equal(name, record->id)) {
		buf_add_text(buf, " (");
		text_add_safe(buf, record->id);
		buf_add_char(buf, ')');
	}
	buf_add_text(buf, "\n  ");
	ink_add(buf, options->colour, INK_FRAME);
	text_add_safe(buf, record->document->source->path);
	buf_addf(buf, ":%u", place_of(hit).line);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_text(buf, " · ");
	buf_add(buf, field_title(options, hit));
	buf_add_text(buf, ": ");
	excerpt_add(buf, options, &excerpt);
	buf_add_char(buf, '\n');
}

const struct table_column *hit_columns(const struct hit_options *options)
{
	static const struct {
		const char *name, *title;
		enum cell_type type;
	} columns[HIT_COLUMNS] = {
		{"kind", N_("Kind"), CELL_TEXT},
		{"id", N_("Id"), CELL_TEXT},
		{"code", N_("Code"), CELL_TEXT},
		{"name", N_("Name"), CELL_TEXT},
		{"field", N_("Field"), CELL_TEXT},
		{"excerpt", N_("Excerpt"), CELL_TEXT},
		{"file", N_("File"), CELL_TEXT},
		{"line", N_("Line"), CELL_INTEGER},
	};
	struct table_column *made = arena_array(options->arena, HIT_COLUMNS, sizeof *made);
	for (size_t i = 0; i < HIT_COLUMNS; i++)
		made[i] = (struct table_column){.name = kpss_str(columns[i].name),
			.title = kpss_str(language_text(options->language, columns[i].title)),
			.type = columns[i].type};
	return made;
}

static struct cell text_cell(struct kpss_str text)
{
	return text.len ? cell_text(text) : cell_none();
}

void hit_cells(struct cell cells[HIT_COLUMNS], const struct hit_options *options,
	const struct find_hit *hit)
{
	const struct entity *record = hit->record;
	const struct excerpt excerpt = excerpt_of(options, hit);
	struct hit_options plain = *options;
	struct buf buf = {0};
	plain.colour = false;
	excerpt_add(&buf, &plain, &excerpt);
	const struct cell made[HIT_COLUMNS] = {
		text_cell(record_kind_word(options->plan, record)),
		text_cell(record->id),
		text_cell(value_text(field(record->mapping, WORD_code))),
		text_cell(value_text(field(record->mapping, WORD_name))),
		text_cell(schema_word(plan_schema(options->plan), hit->property->word)),
		text_cell(arena_text(options->arena, buf_str(&buf))),
		text_cell(record->document->source->path),
		cell_integer(place_of(hit).line),
	};
	memcpy(cells, made, sizeof made);
	buf_clear(&buf);
}
