/* Paths are resolved against the schemas: every step knows the fields that its name may be in whatever it may meet. */
#include "query/path.h"

#include <string.h>

#include "base/arena.h"
#include "plan/value.h"
#include "query/path_inside.h"

enum { CONTEXTS_MOST = 256, DEPTH_MOST = 8, YEAR_DIGITS = 4 };

const struct path_end path_record_end = {.type = PATH_REFERENCE, .cell = CELL_TEXT};

/* What a path may have come to. */
struct context {
	const struct schema_shape *shape;
	const struct path_end *end;
	bool many;
};

struct contexts {
	struct context items[CONTEXTS_MOST];
	size_t count;
};

struct compiler {
	const struct plan *plan;
	const struct schema_table *schema;
	struct arena *arena;
	struct query_path *path;
	struct query_fault *fault;
	struct contexts *now, *next;
	struct kpss_str before; /* the segment before this one, or the name of the subject */
};

const struct schema_shape *record_shape(const struct plan *plan, uint16_t kind)
{
	const struct schema_table *schema = plan_schema(plan);
	return query_shape(schema, schema->kinds[kind].shape);
}

static void context_add(
	struct contexts *contexts, const struct schema_shape *shape, const struct path_end *end)
{
	for (size_t i = 0; i < contexts->count; i++)
		if (contexts->items[i].shape == shape && contexts->items[i].end == end)
			return;
	if (contexts->count < CONTEXTS_MOST)
		contexts->items[contexts->count++] = (struct context){.shape = shape, .end = end};
}

static uint16_t target_kind(
	const struct schema_table *schema, const struct schema_shape *shape, uint32_t index)
{
	uint16_t target = schema->lists[shape->targets.first + index];
	return target & TARGET_LEVEL ? KIND_node : target;
}

/* What a step starts from: of references the records that they lead to. */
static void contexts_enter(struct compiler *compiler)
{
	struct contexts *entered = compiler->next;
	entered->count = 0;
	for (size_t i = 0; i < compiler->now->count; i++) {
		const struct context *context = &compiler->now->items[i];
		const struct schema_shape *shape = context->shape;
		for (uint32_t k = 0; k < shape->targets.count; k++)
			context_add(entered,
				record_shape(
					compiler->plan, target_kind(compiler->schema, shape, k)),
				&path_record_end);
		if (!shape->targets.count)
			context_add(entered, shape, context->end);
	}
	compiler->next = compiler->now;
	compiler->now = entered;
}

static enum path_type end_type(const struct schema_shape *shape)
{
	if (shape->object || shape->types == TYPE_OBJECT)
		return shape->kind ? PATH_REFERENCE : PATH_MAPPING;
	if (shape->values.count)
		return PATH_CHOICE;
	if (shape->targets.count)
		return PATH_REFERENCE;
	if (shape->format == FORMAT_STATUS)
		return PATH_STATUS;
	if (shape->format == FORMAT_LEVEL)
		return PATH_LEVEL;
	static const enum path_type types[] = {
		[CELL_TEXT] = PATH_TEXT,
		[CELL_INTEGER] = PATH_NUMBER,
		[CELL_REAL] = PATH_NUMBER,
		[CELL_MONEY] = PATH_MONEY,
		[CELL_DATE] = PATH_DATE,
		[CELL_BOOLEAN] = PATH_BOOLEAN,
	};
	return types[query_cell_type(shape)];
}

struct path_end path_end_of(
	const struct schema_property *property, const struct schema_shape *shape)
{
	struct path_end end = {.type = end_type(shape),
		.cell = query_cell_type(shape),
		.shape = shape,
		.property = property};
	if (end.type == PATH_LEVEL)
		end.source = COLUMN_LEVEL;
	return end;
}

static struct field_choice choice_of(
	const struct compiler *compiler, uint32_t object, const struct schema_property *property)
{
	const struct schema_shape *shape = query_shape(compiler->schema, property->shape);
	struct field_choice choice = {.object = object, .property = property, .shape = shape};
	if (shape->items) {
		choice.is_list = true;
		choice.shape = query_shape(compiler->schema, shape->items);
	}
	choice.end = path_end_of(property, choice.shape);
	return choice;
}

enum spelling { SPELLED_EXACTLY, SPELLED_FOLDED };

static bool is_called(const struct compiler *compiler, const struct schema_property *property,
	struct kpss_str name, enum spelling spelling)
{
	const uint16_t words[] = {property->word, property->czech};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (words[i] == SCHEMA_NO_WORD)
			continue;
		struct kpss_str word = schema_word(compiler->schema, words[i]);
		if (spelling == SPELLED_FOLDED)
			word = text_fold(compiler->arena, word);
		if (kpss_str_equal(word, name))
			return true;
	}
	return false;
}

/* Items of a lower level are records of their own, found as such. */
static const struct schema_property *property_named(const struct compiler *compiler,
	uint32_t number, struct kpss_str name, enum spelling spelling)
{
	const struct schema_object *object = &compiler->schema->objects[number];
	for (uint32_t i = 0; i < object->count; i++) {
		const struct schema_property *property =
			&compiler->schema->properties[object->first + i];
		if (!property->level && property->flags & PROPERTY_NAMED &&
			is_called(compiler, property, name, spelling))
			return property;
	}
	return NULL;
}

static size_t choices_find(const struct compiler *compiler, struct kpss_str name,
	enum spelling spelling, struct field_choice choices[CONTEXTS_MOST])
{
	size_t count = 0;
	struct kpss_str spelled =
		spelling == SPELLED_FOLDED ? text_fold(compiler->arena, name) : name;
	for (size_t i = 0; i < compiler->now->count; i++) {
		uint32_t object = compiler->now->items[i].shape->object;
		const struct schema_property *property =
			object ? property_named(compiler, object, spelled, spelling) : NULL;
		if (property)
			choices[count++] = choice_of(compiler, object, property);
	}
	return count;
}

static struct path_step *step_add(struct compiler *compiler, enum step_kind kind)
{
	struct path_step *step = &compiler->path->steps[compiler->path->count++];
	step->kind = kind;
	return step;
}

/* The class of a status is computed, and is one of the words of the profile. */
static void class_choose(const struct compiler *compiler, struct field_choice *choice)
{
	const struct schema_table *schema = compiler->schema;
	const struct schema_object *profile =
		&schema->objects[query_shape(schema, schema->profile)->object];
	const struct schema_shape *list =
		query_shape(schema, schema_find(schema, profile, WORD_statuses)->shape);
	const struct schema_shape *status = query_shape(schema, list->items);
	const struct schema_property *class =
		schema_find(schema, &schema->objects[status->object], WORD_class);
	choice->end.shape = query_shape(schema, class->shape);
	choice->end.type = PATH_CHOICE;
	choice->end.source = COLUMN_STATUS_CLASS;
	choice->end.property = class;
}

static const char class_ending[] = "_class";

static size_t classes_find(const struct compiler *compiler, struct kpss_str name,
	struct field_choice choices[CONTEXTS_MOST])
{
	size_t ending = strlen(class_ending), kept = 0;
	if (name.len <= ending || memcmp(name.ptr + name.len - ending, class_ending, ending) != 0)
		return 0;
	name.len -= ending;
	size_t count = choices_find(compiler, name, SPELLED_EXACTLY, choices);
	for (size_t i = 0; i < count; i++)
		if (choices[i].end.type == PATH_STATUS) {
			choices[kept] = choices[i];
			class_choose(compiler, &choices[kept++]);
		}
	return kept;
}

static bool field_take(struct compiler *compiler, struct kpss_str name)
{
	struct field_choice choices[CONTEXTS_MOST];
	size_t count = choices_find(compiler, name, SPELLED_EXACTLY, choices);
	if (count == 0)
		count = classes_find(compiler, name, choices);
	/* Typed without diacritics, a word may still be a kind's very own. */
	if (count == 0 && !plan_kind_named(compiler->plan, name).kind)
		count = choices_find(compiler, name, SPELLED_FOLDED, choices);
	if (count == 0)
		return false;
	struct path_step *step = step_add(compiler, STEP_FIELD);
	struct field_choice *kept = arena_array(compiler->arena, count, sizeof *kept);
	memcpy(kept, choices, count * sizeof *kept);
	step->choices = kept;
	step->count = count;
	compiler->next->count = 0;
	for (size_t i = 0; i < count; i++) {
		context_add(compiler->next, kept[i].shape, &kept[i].end);
		compiler->path->is_many = compiler->path->is_many || kept[i].is_list;
	}
	return true;
}

#define COMPUTED(what)                                                                             \
	{                                                                                          \
		.ptr = #what, .len = sizeof #what - 1                                              \
	}

static const struct {
	struct path_end end;
	bool of_items;
} computed[] = {
	{{.type = PATH_NUMBER,
		 .cell = CELL_INTEGER,
		 .source = COLUMN_RANK,
		 .name = COMPUTED(level_rank)},
		true},
	{{.type = PATH_BOOLEAN,
		 .cell = CELL_BOOLEAN,
		 .source = COLUMN_IS_MEASURE,
		 .name = COMPUTED(is_measure)},
		true},
	{{.type = PATH_BOOLEAN,
		 .cell = CELL_BOOLEAN,
		 .source = COLUMN_IS_AREA,
		 .name = COMPUTED(is_area)},
		true},
	{{.type = PATH_TEXT,
		 .cell = CELL_TEXT,
		 .source = COLUMN_SOURCE_ID,
		 .name = COMPUTED(source_id)},
		false},
};

static bool computed_take(struct compiler *compiler, struct kpss_str name)
{
	for (size_t i = 0; i < sizeof computed / sizeof *computed; i++) {
		const struct schema_shape *shape = compiler->now->items[0].shape;
		if (!kpss_str_equal(name, computed[i].end.name) || !shape->kind ||
			(computed[i].of_items && shape->kind != KIND_node + 1))
			continue;
		step_add(compiler, STEP_COMPUTED)->end = &computed[i].end;
		static const struct schema_shape nothing = {.types = TYPE_STRING};
		compiler->next->count = 0;
		context_add(compiler->next, &nothing, &computed[i].end);
		return true;
	}
	return false;
}

/* The mappings of a kind in which a reference may stand, with those around them. */
static bool referring_gather(const struct compiler *compiler, struct contexts *contexts,
	const struct schema_shape *shape, uint32_t depth)
{
	bool refers = false;
	const struct schema_object *object = &compiler->schema->objects[shape->object];
	for (uint32_t i = 0; i < object->count && depth < DEPTH_MOST; i++) {
		const struct schema_property *property =
			&compiler->schema->properties[object->first + i];
		const struct schema_shape *value = query_shape(compiler->schema, property->shape);
		if (value->items)
			value = query_shape(compiler->schema, value->items);
		if (property->level || value->kind)
			continue;
		refers = refers || value->targets.count;
		if (value->object && referring_gather(compiler, contexts, value, depth + 1))
			refers = true;
	}
	if (refers)
		context_add(contexts, shape, &path_record_end);
	return refers;
}

static bool related_take(struct compiler *compiler, struct kpss_str name)
{
	struct query_subject subject;
	if (!subject_named(compiler->plan, name, compiler->arena, &subject))
		return false;
	struct path_step *step = step_add(compiler, STEP_RELATED);
	step->subject = subject;
	step->relation = relation_of(compiler->plan, &subject, compiler->arena);
	compiler->path->is_many = true;
	compiler->next->count = 0;
	const struct schema_shape *shape = record_shape(compiler->plan, subject.kind);
	referring_gather(compiler, compiler->next, shape, 0);
	context_add(compiler->next, shape, &path_record_end);
	return true;
}

static bool year_read(struct kpss_str segment, int *year)
{
	*year = 0;
	for (size_t i = 0; i < segment.len; i++) {
		if (segment.ptr[i] < '0' || segment.ptr[i] > '9')
			return false;
		*year = *year * 10 + (segment.ptr[i] - '0');
	}
	return segment.len == YEAR_DIGITS;
}

static bool has_years(const struct compiler *compiler)
{
	static const uint16_t words[] = {WORD_year, WORD_years, WORD_date, WORD_from};
	for (size_t i = 0; i < compiler->now->count; i++) {
		uint32_t object = compiler->now->items[i].shape->object;
		for (size_t k = 0; k < sizeof words / sizeof *words && object; k++)
			if (schema_find(
				    compiler->schema, &compiler->schema->objects[object], words[k]))
				return true;
	}
	return false;
}

static void fault_set(
	const struct compiler *compiler, enum query_fault_kind kind, struct kpss_str about)
{
	compiler->fault->kind = kind;
	compiler->fault->about = about;
	compiler->fault->more = compiler->before;
}

static void fields_suggest(const struct compiler *compiler, struct kpss_str typed)
{
	struct text_suggestions *near = &compiler->fault->near;
	suggestions_init(near, compiler->arena, typed);
	for (size_t i = 0; i < compiler->now->count; i++) {
		uint32_t number = compiler->now->items[i].shape->object;
		const struct schema_object *object = &compiler->schema->objects[number];
		for (uint32_t k = 0; number && k < object->count; k++) {
			const struct schema_property *property =
				&compiler->schema->properties[object->first + k];
			suggestions_offer(near, schema_word(compiler->schema, property->word));
			if (property->czech != SCHEMA_NO_WORD)
				suggestions_offer(
					near, schema_word(compiler->schema, property->czech));
		}
	}
	if (near->count == 0)
		subject_suggest(compiler->plan, near);
}

static bool is_mapping(const struct compiler *compiler)
{
	for (size_t i = 0; i < compiler->now->count; i++)
		if (compiler->now->items[i].shape->object)
			return true;
	return false;
}

static bool segment_take(struct compiler *compiler, struct kpss_str segment)
{
	int year;
	contexts_enter(compiler);
	if (segment.len == 0)
		return fault_set(compiler, QUERY_NO_NAME, compiler->path->typed), false;
	if (!is_mapping(compiler))
		return fault_set(compiler, QUERY_NOTHING_BELOW, segment), false;
	if (year_read(segment, &year)) {
		if (!has_years(compiler))
			return fault_set(compiler, QUERY_NO_YEARS, segment), false;
		step_add(compiler, STEP_YEAR)->year = year;
		return true;
	}
	if (!field_take(compiler, segment) && !computed_take(compiler, segment) &&
		!related_take(compiler, segment)) {
		fault_set(compiler, QUERY_NO_FIELD, segment);
		fields_suggest(compiler, segment);
		return false;
	}
	struct contexts *taken = compiler->next;
	compiler->next = compiler->now;
	compiler->now = taken;
	return true;
}

static void ends_take(struct compiler *compiler)
{
	const struct path_end **ends =
		arena_array(compiler->arena, compiler->now->count, sizeof *ends);
	struct query_path *path = compiler->path;
	for (size_t i = 0; i < compiler->now->count; i++) {
		size_t seen = 0;
		while (seen < path->end_count && ends[seen] != compiler->now->items[i].end)
			seen++;
		if (seen == path->end_count)
			ends[path->end_count++] = compiler->now->items[i].end;
	}
	path->ends = ends;
}

static bool segments_take(struct compiler *compiler, struct kpss_str typed)
{
	for (size_t begin = 0; begin <= typed.len;) {
		const char *dot = memchr(typed.ptr + begin, '.', typed.len - begin);
		size_t end = dot ? (size_t)(dot - typed.ptr) : typed.len;
		if (compiler->path->count == PATH_STEPS_MOST)
			return fault_set(compiler, QUERY_TOO_LONG, typed), false;
		struct kpss_str segment = {.ptr = typed.ptr + begin, .len = end - begin};
		if (!segment_take(compiler, segment))
			return false;
		compiler->before = segment;
		begin = end + 1;
	}
	return true;
}

struct query_path *path_new(const struct plan *plan, const struct query_subject *subject,
	struct kpss_str typed, struct arena *arena, struct query_fault *fault)
{
	struct contexts contexts[2];
	contexts[0].count = contexts[1].count = 0;
	struct compiler compiler = {.plan = plan,
		.schema = plan_schema(plan),
		.arena = arena,
		.fault = fault,
		.now = &contexts[0],
		.next = &contexts[1],
		.before = subject_plural(plan, subject, plan_is_czech(plan))};
	*fault = (struct query_fault){0};
	compiler.path = arena_array(arena, 1, sizeof *compiler.path);
	compiler.path->plan = plan;
	compiler.path->typed = typed.ptr ? typed : kpss_str("");
	context_add(compiler.now, record_shape(plan, subject->kind), &path_record_end);
	if (!segments_take(&compiler, compiler.path->typed))
		return NULL;
	ends_take(&compiler);
	return compiler.path;
}

struct kpss_str path_typed(const struct query_path *path)
{
	return path->typed;
}

const struct path_end *const *path_ends(const struct query_path *path, size_t *count)
{
	*count = path->end_count;
	return path->ends;
}

bool path_is_many(const struct query_path *path)
{
	return path->is_many;
}

bool path_is_code(const struct query_path *path)
{
	const struct schema_property *property = path->ends[0]->property;
	return property && property->word == WORD_code;
}
