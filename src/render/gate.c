#include "render/gate.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "render/described.h"
#include "render/message.h"
#include "render/record.h"
#include "render/report.h"
#include "render/status_inside.h"
#include "town/phase.h"

const char *condition_state_word(enum condition_state state)
{
	static const char *const words[CONDITION_STATE_COUNT] = {
		[CONDITION_MET] = "met",
		[CONDITION_UNMET] = "unmet",
		[CONDITION_UNWATCHED] = "unwatched",
		[CONDITION_UNKNOWN] = "unknown",
	};
	return words[state];
}

void condition_add_title(
	struct buf *buf, const struct language *language, const struct gate_condition *condition)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {condition->title};
	if (condition->meaning)
		buf_add_text(buf, language_text(language, condition->meaning));
	else
		message_add(buf, language, "{0}", arguments);
}

void gate_add_count(struct buf *buf, const struct language *language, size_t unmet)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)unmet)};
	if (unmet)
		message_add_counted(buf, language,
			P_("{0} condition is not met", "{0} conditions are not met"), arguments);
	else
		buf_add_text(buf, language_text(language, N_("nothing")));
}

static struct finding_argument phase_words_of(const struct plan *plan, uint32_t phase)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_list *values = phase_words(schema);
	for (uint32_t v = 0; values && v + 1 < values->count; v += 2)
		if (schema->lists[values->first + v] == phase)
			return argument_words(schema_word(schema, schema->lists[values->first + v]),
				schema_word(schema, schema->lists[values->first + v + 1]));
	return argument_text(kpss_str(""));
}

void gate_add_phase(
	struct buf *buf, const struct language *language, const struct plan *plan, uint32_t phase)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {phase_words_of(plan, phase)};
	message_add(buf, language, "{0}", arguments);
}

static void add_list(struct buf *buf, const struct node *list)
{
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item)) {
		buf_add_text(buf, item == value_first_item(list) ? "" : "; ");
		text_add_safe(buf, value_text(item));
	}
}

static void add_deciders(struct buf *buf, const struct plan *plan, const struct node *list)
{
	static const uint32_t fields[] = {
		WORD_person, WORD_role, WORD_body, WORD_group, WORD_organization, WORD_name};
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
			const struct node *value = field(item, fields[i]);
			const struct entity *who = plan_target(plan, value);
			if (is_absent(value))
				continue;
			buf_add_text(buf, buf->len ? ", " : "");
			text_add_safe(buf, who ? record_called(who) : value_text(value));
		}
}

static void add_details(struct buf *buf, const struct language *language, const struct plan *plan,
	const struct node *override)
{
	struct buf list = {0};
	add_list(&list, field(override, WORD_conditions));
	if (list.len == 0)
		text_add_safe(&list, value_text(field(override, WORD_finding)));
	const struct finding_argument conditions[FINDING_ARGUMENTS] = {argument_text(buf_str(&list))};
	if (list.len) {
		buf_add_text(buf, "; ");
		message_add(buf, language, N_("not met: {0}"), conditions);
	}
	list.len = 0;
	add_deciders(&list, plan, field(override, WORD_decided_by));
	const struct finding_argument who[FINDING_ARGUMENTS] = {argument_text(buf_str(&list))};
	if (list.len) {
		buf_add_text(buf, "; ");
		message_add(buf, language, N_("decided by: {0}"), who);
	}
	buf_clear(&list);
}

void override_add(struct buf *buf, const struct language *language, const struct plan *plan,
	const struct node *override, bool all)
{
	struct kpss_date day = value_date(field(override, WORD_date), KPSS_DATE_LATEST);
	bool dated = day.days != KPSS_DATE_LATEST.days;
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		phase_argument(plan, override), argument_text(value_text(field(override, WORD_reason))),
		argument_date(day)};
	message_add(buf, language,
		dated ? N_("phase ‘{0}’ although conditions were not met ({2}): {1}")
		      : N_("phase ‘{0}’ although conditions were not met: {1}"),
		arguments);
	if (all)
		add_details(buf, language, plan, override);
}

static json_t *texts_json(const struct node *list)
{
	json_t *array = json_array();
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		json_array_append_new(array, described_text(value_text(item)));
	return array;
}

static json_t *condition_json(const struct status_options *options, const struct status *status,
	const struct gate_condition *condition)
{
	const struct report_options report = {
		.language = options->language, .as_of = status->as_of};
	json_t *object = json_object(), *findings = json_array();
	struct buf title = {0};
	condition_add_title(&title, options->language, condition);
	for (size_t i = 0; i < condition->blocks.count; i++) {
		json_t *finding = described_finding(&report, condition->blocks.items[i].finding);
		json_object_set_new(
			finding, "ahead", json_boolean(condition->blocks.items[i].ahead));
		json_array_append_new(findings, finding);
	}
	json_object_set_new(object, "title", described_text(buf_str(&title)));
	json_object_set_new(object, "codes", texts_json(condition->codes));
	json_object_set_new(object, "withoutErrors", json_boolean(condition->without_errors));
	json_object_set_new(object, "required", json_boolean(condition->is_required));
	json_object_set_new(object, "state", json_string(condition_state_word(condition->state)));
	json_object_set_new(object, "findings", findings);
	buf_clear(&title);
	return object;
}

json_t *gate_json(const struct status_options *options, const struct status *status,
	const struct gate *gate)
{
	if (gate->phase == UINT32_MAX)
		return json_null();
	json_t *object = json_object(), *conditions = json_array();
	for (size_t i = 0; i < gate->count; i++)
		json_array_append_new(
			conditions, condition_json(options, status, &gate->conditions[i]));
	json_object_set_new(object, "phase",
		record_text_json(phase_words_of(status->plan, gate->phase).text));
	json_object_set_new(object, "day", described_date(gate->day));
	json_object_set_new(object, "ofTown", json_boolean(gate->is_own));
	json_object_set_new(object, "unmet", json_integer((json_int_t)gate->unmet));
	json_object_set_new(object, "conditions", conditions);
	return object;
}

static json_t *override_json(const struct status *status, const struct node *override)
{
	json_t *object = json_object();
	struct buf who = {0};
	add_deciders(&who, status->plan, field(override, WORD_decided_by));
	json_object_set_new(object, "phase",
		record_text_json(phase_argument(status->plan, override).text));
	json_object_set_new(object, "date",
		described_date(value_date(field(override, WORD_date), KPSS_DATE_LATEST)));
	json_object_set_new(
		object, "reason", record_text_json(value_text(field(override, WORD_reason))));
	json_object_set_new(object, "conditions", texts_json(field(override, WORD_conditions)));
	json_object_set_new(
		object, "finding", record_text_json(value_text(field(override, WORD_finding))));
	json_object_set_new(
		object, "record", record_text_json(value_text(field(override, WORD_entity))));
	json_object_set_new(object, "decidedBy", record_text_json(buf_str(&who)));
	buf_clear(&who);
	return object;
}

json_t *overrides_json(const struct status *status, const struct entity *cycle)
{
	const struct node *list = field(cycle->mapping, WORD_overrides);
	json_t *array = json_array();
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		json_array_append_new(array, override_json(status, item));
	return array;
}
