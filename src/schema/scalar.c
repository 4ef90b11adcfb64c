/* Single values: what type YAML gives them, what is wanted, and what the person probably meant. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "document/words.h"
#include "schema/checker.h"
#include "schema/equal.h"
#include "schema/fault.h"
#include "schema/near.h"
#include "schema/pattern.h"

enum { NUMBER_LENGTH_MOST = 40, SHOWN_VALUES_MOST = 14 };

static uint8_t type_bit(enum scalar_type type)
{
	switch (type) {
	case SCALAR_NULL:
		return TYPE_NULL;
	case SCALAR_BOOLEAN:
		return TYPE_BOOLEAN;
	case SCALAR_INTEGER:
		return TYPE_INTEGER | TYPE_NUMBER;
	case SCALAR_NUMBER:
		return TYPE_NUMBER;
	default:
		return TYPE_STRING;
	}
}

void fault_with(struct schema_checker *checker, const struct finding_kind *kind, const struct node *where,
	struct kpss_str first, struct kpss_str second)
{
	fault_add(checker, kind, where,
		(struct finding_argument[FINDING_ARGUMENTS]){argument_text(first), argument_text(second)});
}

/* Quotes around plain text on one line that has none inside. */
static void quotes_mend(struct schema_checker *checker, const struct node *scalar)
{
	struct kpss_str text = node_text(scalar);
	if (scalar->style != STYLE_PLAIN || text.len != scalar->end - scalar->begin || memchr(text.ptr, '"', text.len) ||
		memchr(text.ptr, '\\', text.len))
		return;
	struct kpss_str quoted = arena_format(checker->findings->arena, "\"%.*s\"", (int)text.len, text.ptr);
	fault_mend(checker, scalar->begin, scalar->end, quoted);
}

static void unquoted_report(struct schema_checker *checker, const struct node *scalar, enum scalar_type type)
{
	static const struct {
		const char *english, *czech;
	} readings[] = {
		[SCALAR_NULL] = {"nothing", "prázdnou hodnotu"},
		[SCALAR_BOOLEAN] = {"a truth value", "pravdivostní hodnotu"},
		[SCALAR_INTEGER] = {"a number", "číslo"},
		[SCALAR_NUMBER] = {"a number", "číslo"},
	};
	fault_add(checker, &fault_unquoted_text, scalar,
		(struct finding_argument[FINDING_ARGUMENTS]){
			argument_words(kpss_str(readings[type].english), kpss_str(readings[type].czech)),
			argument_text(line_to_type(checker, node_text(scalar), true)),
		});
	quotes_mend(checker, scalar);
}

bool text_is_in(struct kpss_str text, const char *const words[])
{
	for (size_t i = 0; words[i]; i++)
		if (strlen(words[i]) == text.len && strncasecmp(words[i], text.ptr, text.len) == 0)
			return true;
	return false;
}

static void truth_report(struct schema_checker *checker, const struct node *scalar)
{
	static const char *const yes[] = {"yes", "y", "on", "ano", "a", "1", "pravda", "true", NULL};
	static const char *const no[] = {"no", "n", "off", "ne", "0", "nepravda", "false", NULL};
	struct kpss_str text = node_text(scalar);
	bool is_yes = text_is_in(text, yes);
	if (!is_yes && !text_is_in(text, no)) {
		fault_with(checker, &fault_expected_truth, scalar, key_text(checker), kpss_str(NULL));
		return;
	}
	const char *meant = is_yes ? "true" : "false";
	fault_with(checker, &fault_truth_word, scalar, text, line_to_type(checker, kpss_str(meant), false));
	fault_mend(checker, scalar->begin, scalar->end, kpss_str(meant));
}

static void empty_report(struct schema_checker *checker, const struct node *scalar)
{
	const struct node *where = scalar->begin == scalar->end && checker->key ? checker->key : scalar;
	const struct finding_kind *kind = checker->key ? &fault_empty_value : &fault_empty_item;
	fault_with(checker, kind, where, key_text(checker), kpss_str(NULL));
}

static bool has_form(const struct schema_shape *shape)
{
	return shape->pattern || shape->format == FORMAT_DATE || shape->values.count;
}

/* ~ is nothing, and so is null where it cannot be a text. */
static bool is_nothing(const struct schema_shape *shape, const struct node *scalar)
{
	bool any_text = (shape->types & TYPE_STRING) && !has_form(shape);
	return !any_text || scalar->length == 0 || kpss_str_is(node_text(scalar), "~");
}

static void form_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar);

/* Text that YAML would read as something else: when even its form is wrong, quotes alone would not help. */
static void text_type_fault(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar,
	enum scalar_type type)
{
	uint32_t before = checker->faults;
	form_check(checker, shape, scalar);
	if (checker->faults == before)
		unquoted_report(checker, scalar, type);
}

static void scalar_type_fault(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar,
	enum scalar_type type)
{
	if (checker->quiet)
		checker->faults++;
	else if (type == SCALAR_NULL && is_nothing(shape, scalar))
		empty_report(checker, scalar);
	else if (shape->types & TYPE_STRING)
		text_type_fault(checker, shape, scalar, type);
	else if (shape->types & (TYPE_NUMBER | TYPE_INTEGER))
		number_report(checker, shape, scalar);
	else if (shape->types & TYPE_BOOLEAN)
		truth_report(checker, scalar);
	else
		type_fault(checker, shape, scalar);
}

/* Reads d. m. yyyy, with or without blanks. */
static bool czech_date(struct kpss_str text, int parts[3])
{
	size_t at = 0;
	for (int part = 0; part < 3; part++) {
		size_t digits = 0;
		parts[part] = 0;
		while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9' && digits < 4) {
			parts[part] = parts[part] * 10 + (text.ptr[at++] - '0');
			digits++;
		}
		if (digits == 0 || (part == 2 && digits != 4))
			return false;
		if (part < 2 && (at == text.len || text.ptr[at++] != '.'))
			return false;
		while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\xC2' || text.ptr[at] == '\xA0'))
			at++;
	}
	return at == text.len;
}

static void date_check(struct schema_checker *checker, const struct node *scalar)
{
	struct kpss_str text = node_text(scalar);
	struct kpss_date date;
	if (kpss_date_parse(text, &date))
		return;
	if (checker->quiet) {
		checker->faults++;
		return;
	}
	int parts[3];
	char form[32];
	if (czech_date(text, parts)) {
		snprintf(form, sizeof form, "%04d-%02d-%02d", parts[2], parts[1], parts[0]);
		bool exists = kpss_date_parse(kpss_str(form), &date);
		struct kpss_str line = line_to_type(checker, findings_text(checker->findings, kpss_str(form)), false);
		fault_with(checker, exists ? &fault_date_czech : &fault_date_impossible, scalar, exists ? line : text,
			kpss_str(NULL));
		if (exists)
			fault_mend(checker, scalar->begin, scalar->end, kpss_str(form));
		return;
	}
	bool formed = text.len == 10 && text.ptr[4] == '-' && text.ptr[7] == '-' &&
		strspn(arena_text(checker->findings->arena, text).ptr, "0123456789-") == 10;
	fault_with(checker, formed ? &fault_date_impossible : &fault_date_form, scalar, text, kpss_str(NULL));
}

static void form_report(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar)
{
	struct kpss_str title = schema_text(checker->table, shape->title);
	struct kpss_str czech = schema_text(checker->table, shape->czech_title);
	struct kpss_str example = schema_text(checker->table, shape->example);
	bool shown = example.len > 0;
	fault_add(checker, shown ? &fault_text_form_example : &fault_text_form, scalar,
		(struct finding_argument[FINDING_ARGUMENTS]){
			argument_text(node_text(scalar)),
			argument_words(title, czech.len ? czech : title),
			argument_text(shown && !checker->quiet ? line_to_type(checker, example, true) : kpss_str(NULL)),
		});
}

static void pattern_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar)
{
	if (pattern_matches(checker->patterns, shape->pattern - 1, node_text(scalar)))
		return;
	if (checker->quiet) {
		checker->faults++;
		return;
	}
	if (shape->format == FORMAT_ID) {
		id_report(checker, scalar);
		return;
	}
	form_report(checker, shape, scalar);
}

static void form_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar)
{
	if (shape->pattern)
		pattern_check(checker, shape, scalar);
	if (shape->format == FORMAT_DATE)
		date_check(checker, scalar);
	if (shape->values.count)
		enumeration_check(checker, shape, scalar);
}

static void text_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar)
{
	static const char *const ambiguous[] = {"yes", "no", "on", "off", "y", "n", NULL};
	uint32_t before = checker->faults;
	if (scalar->length == 0 && (shape->length_least > 0 || has_form(shape))) {
		empty_report(checker, scalar);
		return;
	}
	if (shape->length_least > 1 && text_characters(node_text(scalar)) < shape->length_least)
		form_report(checker, shape, scalar);
	if (shape->length_most < scalar->length && text_characters(node_text(scalar)) > shape->length_most)
		fault_add(checker, &fault_too_long, scalar,
			(struct finding_argument[FINDING_ARGUMENTS]){argument_number(shape->length_most)});
	form_check(checker, shape, scalar);
	bool plain = checker->table->strict && scalar->style == STYLE_PLAIN && scalar->length <= 3;
	if (plain && !checker->quiet && checker->faults == before && text_is_in(node_text(scalar), ambiguous)) {
		fault_with(checker, &fault_ambiguous_word, scalar, node_text(scalar),
			line_to_type(checker, node_text(scalar), true));
		quotes_mend(checker, scalar);
	}
}

/* For the standard 1.0 is an integer; in plans a whole number is written as one. */
static bool is_whole(const struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar,
	enum scalar_type type)
{
	if (checker->table->strict || type != SCALAR_NUMBER || !(shape->types & TYPE_INTEGER))
		return false;
	double number = scalar_number(scalar);
	return number == nearbyint(number);
}

bool scalar_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar)
{
	/* Text is by far the commonest, and most of it is plain prose: one look at its first letter settles its type. */
	enum scalar_type type = node_scalar_type(scalar);
	if (shape->types && !(shape->types & type_bit(type)) && !is_whole(checker, shape, scalar, type)) {
		scalar_type_fault(checker, shape, scalar, type);
		return false;
	}
	if (type == SCALAR_TEXT && (!shape->types || (shape->types & TYPE_STRING)))
		text_check(checker, shape, scalar);
	else if (type == SCALAR_INTEGER || type == SCALAR_NUMBER)
		number_check(checker, shape, scalar);
	if (type != SCALAR_TEXT && shape->values.count)
		enumeration_check(checker, shape, scalar);
	return true;
}
