#include "schema/extend.h"

#include "base/arena.h"
#include "schema/addition.h"
#include "schema/compiler.h"

static const struct schema_input *inputs_of(const struct schema_addition *additions, size_t count, struct arena *arena)
{
	struct schema_input *inputs = arena_array(arena, count, sizeof *inputs);
	for (size_t i = 0; i < count; i++)
		inputs[i] = (struct schema_input){.name = additions[i].name, .json = kpss_str(additions[i].json)};
	return inputs;
}

static size_t additions_count(const struct schema_addition *additions, size_t count, uint16_t kind)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++)
		found += additions[i].kind == kind;
	return found;
}

static struct schema_property addition_compile(struct compiler *compiler, const struct root *root,
	const struct schema_addition *addition)
{
	struct schema_property property = property_compile(compiler, root, NULL, addition->name, root->json);
	if (addition->required)
		property.flags |= PROPERTY_REQUIRED;
	return property;
}

/* The shape of the kind gets an object of its own: its fields, then the new ones. */
static void kind_extend(struct compiler *compiler, uint16_t kind, const struct schema_addition *additions)
{
	struct builder *builder = &compiler->builder;
	size_t more = additions_count(additions, compiler->root_count, kind);
	if (more == 0 || compiler->failed)
		return;
	uint32_t shape = builder->kinds[kind].shape;
	struct schema_object object = builder->objects[builder->shapes[shape].object];
	struct schema_property *made = arena_array(compiler->arena, object.count + more, sizeof *made);
	memcpy(made, builder->properties + object.first, object.count * sizeof *made);
	uint32_t count = object.count;
	for (size_t i = 0; i < compiler->root_count; i++) {
		if (additions[i].kind != kind)
			continue;
		struct schema_property property = addition_compile(compiler, &compiler->roots[i], &additions[i]);
		if (name_is_taken(made, count, property))
			fail(compiler, &compiler->roots[i], "the kind already has a field of this name", additions[i].name);
		made[count++] = property;
	}
	uint32_t extended = builder_object(builder, made, count, object.others);
	builder->objects[extended].others_given = object.others_given;
	builder->objects[extended].least = object.least;
	builder->objects[extended].most = object.most;
	builder->shapes[shape].object = extended;
}

static void additions_compile(struct compiler *compiler, const struct schema_addition *additions)
{
	for (uint32_t kind = 0; kind < compiler->builder.kind_count; kind++)
		kind_extend(compiler, (uint16_t)kind, additions);
	if (!compiler->failed)
		circles_refuse(compiler);
	if (compiler->builder.word_count >= SCHEMA_NO_WORD)
		fail(compiler, NULL, "more words than have numbers", NULL);
}

bool schema_extend(const struct schema_table *base, const struct schema_addition *additions, size_t count,
	struct arena *arena, struct schema_table *out, struct schema_trouble *trouble)
{
	struct compiler compiler = {.arena = arena, .trouble = trouble, .root_count = count, .strict = base->strict};
	builder_load(&compiler.builder, base);
	roots_load(&compiler, inputs_of(additions, count, arena));
	if (!compiler.failed)
		additions_compile(&compiler, additions);
	if (!compiler.failed) {
		builder_finish(&compiler.builder, arena, out);
		out->repository = base->repository;
		out->profile = base->profile;
		out->first = base->first;
		out->strict = base->strict;
		out->tracks = base->tracks || compiler.resources.has_unevaluated;
	}
	compiler_clear(&compiler);
	return !compiler.failed;
}
