/* What the checker says about records: unknown fields, missing ones, values of another type. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "schema/check_more.h"
#include "schema/checker.h"
#include "schema/equal.h"
#include "schema/fault.h"
#include "schema/near.h"

enum { SHOWN_NAMES_MOST = 12 };

void fault_add(struct schema_checker *checker, const struct finding_kind *kind, const struct node *where,
	const struct finding_argument arguments[FINDING_ARGUMENTS])
{
	checker->faults += kind->severity == KPSS_ERROR;
	if (checker->quiet)
		return;
	struct finding finding = {
		.kind = kind,
		.where = node_span(checker->document, where),
		.subject = checker->subject,
	};
	memcpy(finding.arguments, arguments, sizeof finding.arguments);
	findings_add(checker->findings, &finding);
}

void fault_mend(struct schema_checker *checker, uint32_t begin, uint32_t end, struct kpss_str text)
{
	if (checker->quiet || checker->findings->beyond)
		return;
	checker->findings->items[checker->findings->count - 1].fix = (struct finding_fix){
		.text = findings_text(checker->findings, text),
		.begin = begin,
		.end = end,
	};
}

struct kpss_str property_name(const struct schema_checker *checker, const struct schema_property *property)
{
	return schema_word(checker->table, checker->czech ? property->czech : property->word);
}

struct kpss_str key_text(const struct schema_checker *checker)
{
	return checker->key ? node_text(checker->key) : kpss_str("-");
}

struct kpss_str line_to_type(struct schema_checker *checker, struct kpss_str value, bool quoted)
{
	struct buf line = {0};
	buf_add(&line, key_text(checker));
	buf_add_text(&line, checker->key ? ": " : " ");
	buf_add_text(&line, quoted ? "\"" : "");
	buf_add(&line, value);
	buf_add_text(&line, quoted ? "\"" : "");
	struct kpss_str text = findings_text(checker->findings, buf_str(&line));
	buf_clear(&line);
	return text;
}

struct finding_argument title_argument(const struct schema_checker *checker, const struct schema_shape *shape)
{
	struct kpss_str title = schema_text(checker->table, shape->title);
	struct kpss_str czech = schema_text(checker->table, shape->czech_title);
	return argument_words(title.len ? title : kpss_str("record"), czech.len ? czech : kpss_str("záznam"));
}

/* Names of the fields that an object may have, required ones first as the schema lists them. */
struct kpss_str field_names(struct schema_checker *checker, const struct schema_object *object)
{
	struct buf names = {0};
	if (checker->findings->beyond)
		return kpss_str("");
	for (uint32_t i = 0; i < object->count && i < SHOWN_NAMES_MOST; i++) {
		buf_add_text(&names, i ? ", " : "");
		buf_add(&names, property_name(checker, &checker->table->properties[object->first + i]));
	}
	if (object->count > SHOWN_NAMES_MOST)
		buf_add_text(&names, ", …");
	struct kpss_str text = findings_text(checker->findings, buf_str(&names));
	buf_clear(&names);
	return text;
}

void type_fault(struct schema_checker *checker, const struct schema_shape *shape, const struct node *node)
{
	const struct finding_kind *kind = &fault_expected_text;
	if (shape->types & TYPE_ARRAY)
		kind = &fault_expected_list;
	else if (shape->types & TYPE_OBJECT)
		kind = &fault_expected_record;
	else if (shape->types & TYPE_NUMBER)
		kind = &fault_expected_number;
	else if (shape->types & TYPE_INTEGER)
		kind = &fault_expected_integer;
	else if (shape->types & TYPE_BOOLEAN)
		kind = &fault_expected_truth;
	struct kpss_str names = kpss_str(NULL);
	if (kind == &fault_expected_record && !checker->quiet)
		names = field_names(checker, &checker->table->objects[shape->object]);
	fault_add(checker, kind, node,
		(struct finding_argument[FINDING_ARGUMENTS]){argument_text(key_text(checker)), argument_text(names)});
}

/* What stands for a whole record in a message: its first line. */
struct node record_place(const struct node *mapping)
{
	struct node place = *mapping;
	const struct node *key = node_first(mapping);
	if (!key)
		return place;
	place.begin = key->begin;
	place.end = key[1].kind == NODE_SCALAR && key[1].style != STYLE_LITERAL && key[1].style != STYLE_FOLDED ? key[1].end
														  : key->end;
	return place;
}

static bool is_given(const struct node *mapping, const struct schema_property *property)
{
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key))
		if (key->word == property->word || key->word == property->czech)
			return true;
	return false;
}

/* One letter makes another word of a short one, so that is taken for a slip only where the value would do as well. */
static bool is_chance(struct schema_checker *checker, const struct schema_property *meant, struct node *key)
{
	enum { SHORT_WORD = 4 };
	const struct node *value = node_value(key);
	return value->kind == NODE_SCALAR && text_characters(node_text(key)) <= SHORT_WORD &&
		!shape_fits(checker, meant->shape, key + 1);
}

/* The property that a misspelled key was probably meant to be: it is read as that, so that one mistake does not become
 * many. NULL when nothing is near, several are equally near, or the nearest is given as well. */
const struct schema_property *unknown_report(struct schema_checker *checker, const struct schema_shape *shape,
	const struct node *mapping, struct node *key)
{
	const struct schema_object *object = &checker->table->objects[shape->object];
	const struct schema_property *properties = checker->table->properties + object->first, *meant = NULL;
	if (checker->quiet) {
		checker->faults++;
		return NULL;
	}
	struct text_suggestions near;
	suggestions_init(&near, checker->findings->arena, node_text(key));
	for (uint32_t i = 0; i < object->count; i++)
		suggestions_offer(&near, property_name(checker, &properties[i]));
	for (uint32_t i = 0; i < object->count && near.count == 0; i++)
		suggestions_offer(&near, schema_word(checker->table, properties[i].word));
	bool clear = near_is_clear(&near);
	for (uint32_t i = 0; i < object->count && clear; i++)
		if (kpss_str_equal(near.names[0], schema_word(checker->table, properties[i].word)) ||
			kpss_str_equal(near.names[0], schema_word(checker->table, properties[i].czech)))
			meant = is_given(mapping, &properties[i]) ? NULL : &properties[i];
	if (meant && is_chance(checker, meant, key)) {
		meant = NULL;
		near.count = 0;
	}
	fault_add(checker, near.count ? &fault_unknown_field_near : &fault_unknown_field, key,
		(struct finding_argument[FINDING_ARGUMENTS]){
			argument_text(node_text(key)),
			title_argument(checker, shape),
			near.count ? near_argument(checker->findings, &near) : argument_text(field_names(checker, object)),
		});
	return meant;
}

/* The whole line of a field that stands on one by itself; empty where it does not. */
static struct kpss_span own_line(struct source *source, const struct node *key)
{
	struct kpss_str bytes = source->bytes;
	uint32_t begin = key->begin, end = node_value(key)->end;
	while (begin > 0 && bytes.ptr[begin - 1] == ' ')
		begin--;
	bool alone = (begin == 0 || bytes.ptr[begin - 1] == '\n') && end < bytes.len && bytes.ptr[end] == '\n' &&
		!memchr(bytes.ptr + begin, '\n', end - begin);
	return (struct kpss_span){.source = source, .begin = alone ? begin : 0, .end = alone ? end + 1 : 0};
}

void twice_report(struct schema_checker *checker, const struct node *mapping, const struct node *key,
	uint32_t first)
{
	const struct node *earlier = mapping + first;
	checker->faults++;
	if (checker->quiet)
		return;
	findings_add(checker->findings, &(struct finding){
		.kind = &fault_same_field_twice,
		.where = node_span(checker->document, key),
		.related = node_span(checker->document, earlier),
		.arguments = {argument_text(node_text(key)), argument_text(node_text(earlier))},
		.subject = checker->subject,
	});
	struct kpss_span line = own_line(checker->document->source, key);
	if (nodes_equal(node_value(earlier), node_value(key)) && line.end > line.begin)
		fault_mend(checker, line.begin, line.end, kpss_str(""));
}

void missing_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *mapping,
	const uint32_t *seen)
{
	const struct schema_object *object = &checker->table->objects[shape->object];
	for (uint32_t i = 0; i < object->count; i++) {
		const struct schema_property *property = &checker->table->properties[object->first + i];
		if (!(property->flags & PROPERTY_REQUIRED) || seen[i])
			continue;
		struct node place = record_place(mapping);
		fault_add(checker, &fault_missing_field, &place,
			(struct finding_argument[FINDING_ARGUMENTS]){
				argument_text(property_name(checker, property)),
				title_argument(checker, shape),
			});
	}
}
