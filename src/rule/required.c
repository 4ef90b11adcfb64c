/* Fields that the town requires of its records beyond what the format does. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "rule/rule.h"
#include "rule/severity.h"
#include "town/item.h"
#include "town/phase.h"
#include "town/setting.h"

static const struct finding_kind required_field = {
	.code = "required-field",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ does not give what the town requires: {1}"),
	.label = N_("the town requires {1}"),
	.remedy = N_("add the field, or change the requirement in the profile"),
	.related = N_("the profile requires it here"),
	.meaning = N_("records have the fields that the town requires of them"),
	.explanation = N_("The format itself requires little. What else a town wants to know of "
			  "its measures, documents or meetings, "
			  "and from which phase of planning on, it writes into its profile. A "
			  "record dated in the future is not "
			  "asked yet."),
	.setting = "required_fields",
	.basis = N_("what plans of towns state of every measure; decision of the town"),
	.wrong = "# pravidla.yaml\n"
		 "povinné_údaje:\n"
		 "  - {druh: priorita, údaje: [popis]}\n"
		 "# plan.yaml\n"
		 "priority:\n"
		 "  - id: domov\n"
		 "    název: Domov\n"
		 "    nadřazená_položka: plan-mesta\n",
	.right = "# pravidla.yaml\n"
		 "povinné_údaje:\n"
		 "  - {druh: priorita, údaje: [popis]}\n"
		 "# plan.yaml\n"
		 "priority:\n"
		 "  - id: domov\n"
		 "    název: Domov\n"
		 "    nadřazená_položka: plan-mesta\n"
		 "    popis: Lidé, kteří potřebují péči, mohou zůstat doma.\n",
};
static const struct finding_kind required_of_unnamed = {
	.code = "required-field",
	.severity = KPSS_ERROR,
	.message = N_("this record does not give what the town requires: {1}"),
	.label = N_("the town requires {1}"),
	.remedy = N_("add the field, or change the requirement in the profile"),
	.related = N_("the profile requires it here"),
};
static const struct finding_kind unknown_requirement = {
	.code = "required-field",
	.severity = KPSS_WARNING,
	.message = N_("the profile requires ‘{0}’, but ‘{1}’ has no such field"),
	.label = N_("requires nothing"),
	.remedy = N_("correct the name of the field; kpss-repository(5) lists them"),
};
static const struct finding_kind unknown_kind = {
	.code = "required-field",
	.severity = KPSS_WARNING,
	.message = N_("the profile requires fields of ‘{0}’, which is no kind of record and no level"),
	.label = N_("requires nothing"),
	.remedy = N_("correct the word; kpss-repository(5) lists the kinds and levels"),
};

enum { ALTERNATIVES_MOST = 8 };

/* One name in one entry of the list; with bars between them, several of which one will do. */
struct requirement {
	const struct node *entry, *name;
	struct top_word of;
	enum kpss_severity severity;
	uint32_t phase; /* UINT32_MAX: always */
	const struct schema_property *fields[ALTERNATIVES_MOST];
	uint32_t field_count;
};

struct requirements {
	const struct rule_context *context;
	struct requirement *items;
	size_t count;
};

static struct kpss_str trimmed(struct kpss_str text)
{
	while (text.len && text.ptr[0] == ' ')
		text = (struct kpss_str){.ptr = text.ptr + 1, .len = text.len - 1};
	while (text.len && text.ptr[text.len - 1] == ' ')
		text.len--;
	return text;
}

static void profile_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct node *where, struct kpss_str name, struct kpss_str of)
{
	findings_add(context->findings, &(struct finding){
						.kind = kind,
						.where = setting_span(context->plan, where),
						.arguments = {argument_text(name), argument_text(of)},
					});
}

/* The fields that a name means. One that the kind does not have is left out and told. */
static void fields_take(const struct rule_context *context, struct requirement *requirement)
{
	struct kpss_str rest = value_text(requirement->name);
	while (rest.len > 0 && requirement->field_count < ALTERNATIVES_MOST) {
		const char *bar = memchr(rest.ptr, '|', rest.len);
		size_t length = bar ? (size_t)(bar - rest.ptr) : rest.len;
		struct kpss_str name = trimmed((struct kpss_str){.ptr = rest.ptr, .len = length});
		size_t taken = length + (bar != NULL);
		rest = (struct kpss_str){.ptr = rest.ptr + taken, .len = rest.len - taken};
		const struct schema_property *property =
			plan_field_named(context->plan, requirement->of.kind - 1, name);
		if (property)
			requirement->fields[requirement->field_count++] = property;
		else
			profile_report(context, &unknown_requirement, requirement->name, name,
				value_text(field(requirement->entry, WORD_kind)));
	}
}

static void entry_take(struct requirements *requirements, const struct node *entry)
{
	const struct rule_context *context = requirements->context;
	const struct node *kind = field(entry, WORD_kind), *names = field(entry, WORD_fields);
	struct requirement requirement = {
		.entry = entry,
		.of = plan_kind_named(context->plan, value_text(kind)),
		.severity = severity_set(entry, KPSS_ERROR),
		.phase = value_word(field(entry, WORD_phase)),
	};
	if (requirement.of.kind == 0 && value_text(kind).len > 0)
		profile_report(context, &unknown_kind, kind, value_text(kind), kpss_str(""));
	if (requirement.of.kind == 0 || requirement.severity == KPSS_SILENT)
		return;
	for (const struct node *name = value_first_item(names); name; name = node_next_item(names, name)) {
		requirement.name = name;
		requirement.field_count = 0;
		fields_take(context, &requirement);
		if (requirement.field_count > 0)
			requirements->items[requirements->count++] = requirement;
	}
}

static struct requirements requirements_of(const struct rule_context *context)
{
	const struct node *entries = setting(context->plan, WORD_required_fields, 0);
	size_t most = entries->size; /* every name is a node of its own */
	struct requirements requirements = {.context = context};
	requirements.items = arena_array(context->findings->arena, most, sizeof *requirements.items);
	for (const struct node *entry = value_first_item(entries); entry; entry = node_next_item(entries, entry))
		entry_take(&requirements, entry);
	return requirements;
}

static bool phase_has_come(const struct rule_context *context, const struct entity *record, uint32_t phase)
{
	if (phase == UINT32_MAX)
		return true;
	struct kpss_date begin = record->kind == KIND_cycle
					 ? cycle_reaches(record, phase)
					 : plan_reaches(context->plan, record_plan(context->plan, record), phase);
	return begin.days <= context->as_of.days;
}

static bool applies(
	const struct rule_context *context, const struct requirement *requirement, const struct entity *record)
{
	if (requirement->of.kind != record->kind + 1)
		return false;
	if (requirement->of.level && requirement->of.level != record->level)
		return false;
	if (requirement->of.own && !kpss_str_equal(value_text(field(record->mapping, WORD_level)),
					   value_text(field(requirement->entry, WORD_kind))))
		return false;
	if (value_date(field(record->mapping, WORD_date), KPSS_DATE_EARLIEST).days > context->as_of.days)
		return false;
	return phase_has_come(context, record, requirement->phase);
}

static bool has_item_below(const struct plan *plan, const struct entity *record, uint16_t level)
{
	uint32_t count;
	const struct entity *const *items = plan_kind(plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++)
		if (items[i]->parent == record && items[i]->level == level)
			return true;
	return false;
}

/* An empty field or text is a finding of its own. What holds from above is given, and so are items below that are written
 * elsewhere. */
static bool gives(const struct plan *plan, const struct entity *record, const struct schema_property *property)
{
	const struct node *value = field(record->mapping, property->word);
	if (!is_absent(value))
		return value->kind == NODE_SCALAR || value->size > 1;
	if (record->kind == KIND_node && property->word == WORD_groups)
		return !is_absent(item_groups(record, NULL));
	return property->level && has_item_below(plan, record, property->level);
}

static bool is_met(const struct plan *plan, const struct requirement *requirement, const struct entity *record)
{
	for (uint32_t i = 0; i < requirement->field_count; i++)
		if ((requirement->fields[i]->flags & PROPERTY_REQUIRED) || gives(plan, record, requirement->fields[i]))
			return true;
	return false;
}

/* Is the same asked of the record more seriously, or as seriously and earlier in the list? */
static bool is_outdone(
	const struct requirements *requirements, const struct requirement *requirement, const struct entity *record)
{
	for (size_t i = 0; i < requirements->count; i++) {
		const struct requirement *other = &requirements->items[i];
		bool goes_before = other->severity > requirement->severity ||
				   (other->severity == requirement->severity && other < requirement);
		bool same = kpss_str_equal(value_text(other->name), value_text(requirement->name));
		if (goes_before && same && applies(requirements->context, other, record))
			return true;
	}
	return false;
}

static struct kpss_str field_names(const struct rule_context *context, const struct requirement *requirement)
{
	const struct schema_table *schema = plan_schema(context->plan);
	bool czech = plan_is_czech(context->plan);
	struct buf names = {0};
	for (uint32_t i = 0; i < requirement->field_count; i++) {
		const struct schema_property *property = requirement->fields[i];
		buf_add_text(&names, i ? "\n" : "");
		buf_add(&names, schema_word(schema, czech ? property->czech : property->word));
	}
	struct kpss_str text = findings_text(context->findings, buf_str(&names));
	buf_clear(&names);
	return text;
}

static void requirement_check(
	const struct requirements *requirements, const struct requirement *requirement, const struct entity *record)
{
	const struct rule_context *context = requirements->context;
	if (!applies(context, requirement, record) || is_met(context->plan, requirement, record) ||
		is_outdone(requirements, requirement, record))
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = record->id.len > 0 ? &required_field : &required_of_unnamed,
			.severity = requirement->severity,
			.where = entity_span(record, entity_name(record)),
			.related = setting_span(context->plan, requirement->name),
			.arguments = {argument_text(record->id), argument_names(field_names(context, requirement))},
			.subject = record->id,
		});
}

static void required_fields_check(const struct rule_context *context)
{
	struct requirements requirements = requirements_of(context);
	for (size_t i = 0; i < requirements.count; i++) {
		uint32_t count;
		const struct entity *const *records =
			plan_kind(context->plan, requirements.items[i].of.kind - 1, &count);
		for (uint32_t k = 0; k < count; k++)
			requirement_check(&requirements, &requirements.items[i], records[k]);
	}
}

const struct rule rule_required[] = {
	{required_fields_check, {&required_field, &required_of_unnamed, &unknown_requirement, &unknown_kind}},
	{0},
};
