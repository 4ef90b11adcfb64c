/* Run by the build: compiles the schemas named on the command line and writes the tables as C, the words as constants, and
 * the texts.
 * Usage: embed_schemas TABLES.c WORDS.h SOURCES.c SCHEMA… */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "schema/compile.h"
#include "schema/table.h"

static bool file_read(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	char piece[4096];
	size_t length;
	while ((length = fread(piece, 1, sizeof piece, file)) > 0)
		buf_add(out, (struct kpss_str){.ptr = piece, .len = length});
	bool good = !ferror(file);
	fclose(file);
	return good;
}

static void write_list(FILE *out, const char *type, const char *name, const uint16_t *items, uint32_t count)
{
	fprintf(out, "static const %s %s[] = {", type, name);
	for (uint32_t i = 0; i < count; i++)
		fprintf(out, "%s%u,", i % 16 ? "" : "\n", (unsigned)items[i]);
	fprintf(out, "\n};\n");
}

static void write_texts(FILE *out, const char *name, const struct schema_text *texts, uint32_t count)
{
	fprintf(out, "static const struct schema_text %s[] = {\n", name);
	for (uint32_t i = 0; i < count; i++)
		fprintf(out, "{%u,%u},\n", texts[i].offset, texts[i].length);
	fprintf(out, "{0,0}};\n");
}

static void write_pool(FILE *out, const struct schema_table *table)
{
	fprintf(out, "static const unsigned char pool[] = {");
	for (uint32_t i = 0; i < table->pool_size; i++)
		fprintf(out, "%s%u,", i % 24 ? "" : "\n", (unsigned)(unsigned char)table->pool[i]);
	fprintf(out, "\n0};\n");
}

static void write_shapes(FILE *out, const struct schema_table *table)
{
	fprintf(out, "static const struct schema_shape shapes[] = {\n");
	for (uint32_t i = 0; i < table->shape_count; i++) {
		const struct schema_shape *s = &table->shapes[i];
		fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,{%u,%u},{%u,%u},{%u,%u},{%u,%u},{%u,%u},{%u,%u},%u,"
			     "%.17g,%.17g,%.17g,%.17g,%uu,%uu,%uu,%uu,{%u,%u},{%u,%u},{%u,%u}},\n",
			s->types, s->format, s->limits, s->unique, s->kind, s->refuses, s->has_patterns, s->reference,
			s->object, s->items, s->pattern, s->values.first, s->values.count, s->targets.first,
			s->targets.count, s->any_of.first, s->any_of.count, s->one_of.first, s->one_of.count,
			s->all_of.first, s->all_of.count, s->more.first, s->more.count, s->resource, s->minimum, s->maximum,
			s->exclusive_minimum, s->exclusive_maximum, s->length_least, s->length_most, s->items_least,
			s->items_most, s->title.offset, s->title.length, s->czech_title.offset, s->czech_title.length,
			s->example.offset, s->example.length);
	}
	fprintf(out, "};\n");
}

static void write_objects(FILE *out, const struct schema_table *table)
{
	fprintf(out, "static const struct schema_object objects[] = {\n");
	for (uint32_t i = 0; i < table->object_count; i++) {
		const struct schema_object *o = &table->objects[i];
		fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,%uu},\n", o->first, o->count, o->slots, o->slot_mask, o->others,
			o->others_given, o->least, o->most);
	}
	fprintf(out, "};\nstatic const struct schema_property properties[] = {\n");
	for (uint32_t i = 0; i < table->property_count; i++) {
		const struct schema_property *p = &table->properties[i];
		fprintf(out, "{%u,%u,%u,%u,%u,{%u,%u},{%u,%u}},\n", p->word, p->czech, p->level, p->flags, p->shape,
			p->title.offset, p->title.length, p->czech_title.offset, p->czech_title.length);
	}
	fprintf(out, "};\nstatic const struct schema_slot slots[] = {\n");
	for (uint32_t i = 0; i < table->slot_count; i++)
		fprintf(out, "{%u,%u},%s", table->slots[i].word, table->slots[i].property, i % 12 == 11 ? "\n" : "");
	fprintf(out, "};\n");
}

static void write_kinds(FILE *out, const struct schema_table *table)
{
	fprintf(out, "static const struct schema_kind kinds[] = {\n");
	for (uint32_t i = 0; i < table->kind_count; i++) {
		const struct schema_kind *k = &table->kinds[i];
		fprintf(out, "{%u,%u,%u,%u,%u,%u,{%u,%u},{%u,%u},{%u,%u}},\n", k->singular, k->plural, k->czech_singular,
			k->czech_plural, k->shape, k->has_levels, k->also.first, k->also.count, k->title.offset, k->title.length,
			k->czech_title.offset, k->czech_title.length);
	}
	fprintf(out, "};\nstatic const struct schema_level levels[] = {\n");
	for (uint32_t i = 0; i < table->level_count; i++) {
		const struct schema_level *l = &table->levels[i];
		fprintf(out, "{%u,%u,%u,%u},\n", l->singular, l->plural, l->czech_singular, l->czech_plural);
	}
	fprintf(out, "};\n");
}

static void write_keywords(FILE *out, const struct schema_table *table)
{
	fprintf(out, "static const struct schema_keyword keywords[] = {\n");
	for (uint32_t i = 0; i < table->keyword_count; i++) {
		const struct schema_keyword *k = &table->keywords[i];
		fprintf(out, "{%u,%u,%u,%uu,%uu,%.17g},\n", k->name, k->operand, k->more, k->least, k->most, k->number);
	}
	fprintf(out, "{0}};\nstatic const struct schema_value values[] = {\n");
	for (uint32_t i = 0; i < table->value_count; i++) {
		const struct schema_value *v = &table->values[i];
		fprintf(out, "{%u,%u,{%u,%u},%.17g},\n", v->type, v->size, v->text.offset, v->text.length, v->number);
	}
	fprintf(out, "{0}};\nstatic const struct schema_anchor anchors[] = {\n");
	for (uint32_t i = 0; i < table->anchor_count; i++)
		fprintf(out, "{%u,%u,%u},\n", table->anchors[i].resource, table->anchors[i].word, table->anchors[i].shape);
	fprintf(out, "{0}};\n");
}

static void write_table(FILE *out, const struct schema_table *table)
{
	fprintf(out, "/* Made from schemas/ by embed_schemas. */\n#include \"schema/table.h\"\n");
	write_pool(out, table);
	write_texts(out, "words", table->words, table->word_count);
	write_texts(out, "patterns", table->patterns, table->pattern_count);
	write_shapes(out, table);
	write_objects(out, table);
	write_list(out, "uint16_t", "lists", table->lists, table->list_count);
	fprintf(out, "static const uint32_t shape_lists[] = {");
	for (uint32_t i = 0; i < table->shape_list_count; i++)
		fprintf(out, "%u,", table->shape_lists[i]);
	fprintf(out, "};\n");
	write_kinds(out, table);
	write_keywords(out, table);
	fprintf(out,
		"const struct schema_table schema_embedded = {\n"
		".pool = (const char *)pool, .words = words, .shapes = shapes, .objects = objects, .properties = properties,\n"
		".slots = slots, .lists = lists, .shape_lists = shape_lists, .patterns = patterns, .kinds = kinds,\n"
		".levels = levels, .keywords = keywords, .values = values, .anchors = anchors, .pool_size = %u, .word_count = %u, .shape_count = %u, .object_count = %u,\n"
		".property_count = %u, .slot_count = %u, .list_count = %u, .shape_list_count = %u, .pattern_count = %u,\n"
		".kind_count = %u, .level_count = %u, .keyword_count = %u, .value_count = %u, .anchor_count = %u,\n"
		".repository = %u, .profile = %u, .tracks = %u, .strict = %u};\n",
		table->pool_size, table->word_count, table->shape_count, table->object_count, table->property_count,
		table->slot_count, table->list_count, table->shape_list_count, table->pattern_count, table->kind_count,
		table->level_count, table->keyword_count, table->value_count, table->anchor_count, table->repository,
		table->profile, table->tracks, table->strict);
}

static bool is_identifier(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!((text.ptr[i] >= 'a' && text.ptr[i] <= 'z') || text.ptr[i] == '_' ||
			    (i > 0 && text.ptr[i] >= '0' && text.ptr[i] <= '9')))
			return false;
	return text.len > 0;
}

/* WORD_<word>, KIND_<singular> and LEVEL_<singular>: how rules name what they look at. */
static void write_words(FILE *out, const struct schema_table *table)
{
	fprintf(out, "/* Made from schemas/ by embed_schemas. */\n#ifndef SCHEMA_WORDS_H\n#define SCHEMA_WORDS_H\n\nenum {\n");
	for (uint32_t i = 0; i < table->word_count; i++) {
		struct kpss_str word = schema_word(table, (uint16_t)i);
		if (is_identifier(word))
			fprintf(out, "\tWORD_%.*s = %u,\n", (int)word.len, word.ptr, i);
	}
	fprintf(out, "};\n\nenum {\n");
	for (uint32_t i = 0; i < table->kind_count; i++)
		fprintf(out, "\tKIND_%s = %u,\n", schema_word(table, table->kinds[i].singular).ptr, i);
	fprintf(out, "};\n\nenum {\n");
	for (uint32_t i = 0; i < table->level_count; i++)
		fprintf(out, "\tLEVEL_%s = %u,\n", schema_word(table, table->levels[i].singular).ptr, i);
	fprintf(out, "};\n\n#endif\n");
}

/* The texts themselves, without the blanks. */
static bool write_sources(FILE *out, const struct schema_input *inputs, size_t count)
{
	fprintf(out, "/* Made from schemas/ by embed_schemas. */\n#include \"schema/bundle.h\"\n");
	for (size_t i = 0; i < count; i++) {
		json_t *json = json_loadb(inputs[i].json.ptr, inputs[i].json.len, 0, NULL);
		char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
		json_decref(json);
		if (!text)
			return false;
		fprintf(out, "static const unsigned char source_%zu[] = {", i);
		for (const char *at = text; *at; at++)
			fprintf(out, "%s%u,", (at - text) % 24 ? "" : "\n", (unsigned)(unsigned char)*at);
		fprintf(out, "\n0};\n");
		free(text);
	}
	fprintf(out, "const struct schema_input schema_sources[] = {\n");
	for (size_t i = 0; i < count; i++)
		fprintf(out, "{\"%s\", {(const char *)source_%zu, sizeof source_%zu - 1}},\n", inputs[i].name, i, i);
	fprintf(out, "};\nconst size_t schema_source_count = %zu;\n", count);
	return true;
}

int main(int argc, char **argv)
{
	if (argc < 5) {
		fprintf(stderr, "usage: embed_schemas TABLES.c WORDS.h SOURCES.c SCHEMA...\n");
		return 2;
	}
	struct arena *arena = arena_new();
	size_t count = (size_t)argc - 4;
	struct schema_input *inputs = arena_array(arena, count, sizeof *inputs);
	for (size_t i = 0; i < count; i++) {
		struct buf buf = {0};
		const char *path = argv[i + 4], *slash = strrchr(path, '/');
		if (!file_read(path, &buf)) {
			fprintf(stderr, "embed_schemas: cannot read %s\n", path);
			return 3;
		}
		inputs[i] = (struct schema_input){.name = slash ? slash + 1 : path, .json = arena_text(arena, buf_str(&buf))};
		buf_clear(&buf);
	}
	struct schema_table table;
	struct schema_trouble trouble;
	if (!schema_compile(inputs, count, arena, &table, &trouble)) {
		fprintf(stderr, "embed_schemas: %s\n", trouble.message.ptr);
		return 1;
	}
	FILE *tables = fopen(argv[1], "wb"), *words = fopen(argv[2], "wb"), *sources = fopen(argv[3], "wb");
	if (!tables || !words || !sources) {
		fprintf(stderr, "embed_schemas: cannot write\n");
		return 3;
	}
	write_table(tables, &table);
	write_words(words, &table);
	bool good = write_sources(sources, inputs, count);
	good = fclose(tables) == 0 && fclose(words) == 0 && fclose(sources) == 0 && good;
	arena_free(arena);
	return good ? 0 : 3;
}
