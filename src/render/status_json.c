/* The status for programs: one JSON document. */
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "render/described.h"
#include "render/gate.h"
#include "render/recorded.h"
#include "render/record.h"
#include "render/report.h"
#include "render/status_inside.h"

enum { SCHEMA_VERSION = 1 };

static json_t *phase_json(const struct status *status, const struct node *phase)
{
	struct period period = mapping_period(phase);
	json_t *object = json_object();
	json_object_set_new(
		object, "phase", record_text_json(phase_argument(status->plan, phase).text));
	json_object_set_new(
		object, "title", record_text_json(value_text(field(phase, WORD_title))));
	json_object_set_new(object, "actionPlan",
		record_json(status->plan, plan_target(status->plan, field(phase, WORD_action_plan))));
	json_object_set_new(object, "from", described_date(period.from));
	json_object_set_new(object, "to", described_date(period.to));
	json_object_set_new(object, "current", json_boolean(phase_is_on(phase, status->as_of)));
	return object;
}

static json_t *blocks_json(const struct status_options *options, const struct status *status,
	const struct standing_blocks *blocks)
{
	const struct report_options report = {
		.language = options->language, .as_of = status->as_of};
	json_t *list = json_array();
	for (size_t i = 0; i < blocks->count; i++) {
		json_t *object = described_finding(&report, blocks->items[i].finding);
		json_object_set_new(object, "ahead", json_boolean(blocks->items[i].ahead));
		json_array_append_new(list, object);
	}
	return list;
}

json_t *status_cycle_json(const struct status_options *options, const struct status *status,
	const struct standing *standing)
{
	const struct node *phases = field(standing->cycle->mapping, WORD_phases);
	json_t *object = record_json(status->plan, standing->cycle), *list = json_array();
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item))
		json_array_append_new(list, phase_json(status, item));
	json_object_set_new(object, "state", json_string(standing_state_word(standing->state)));
	json_object_set_new(object, "phases", list);
	json_object_set_new(
		object, "next", standing->next ? phase_json(status, standing->next) : json_null());
	json_object_set_new(object, "gate", gate_json(options, status, &standing->gate));
	json_object_set_new(object, "blocks", blocks_json(options, status, &standing->blocks));
	json_object_set_new(object, "overrides", overrides_json(status, standing->cycle));
	return object;
}

static json_t *due_json(
	const struct status_options *options, const struct status *status, const struct due *due)
{
	struct kpss_span where = entity_span(due->subject, due->place);
	struct place place = source_locate(where.source, where.begin);
	struct buf text = {0};
	status_add_due(&text, options, due, false);
	json_t *object = json_object();
	json_object_set_new(object, "day", described_date(due->day));
	json_object_set_new(object, "overdue", json_boolean(due->day.days < status->as_of.days));
	json_object_set_new(object, "kind", json_string(due->kind->word));
	json_object_set_new(object, "text", described_text(buf_str(&text)));
	json_object_set_new(object, "subject", record_json(status->plan, due->subject));
	json_object_set_new(object, "detail", record_text_json(due->detail));
	json_object_set_new(object, "who", record_json(status->plan, due->who));
	json_object_set_new(object, "setting", record_text_json(kpss_str(due->setting)));
	json_object_set_new(object, "path", described_text(where.source->path));
	json_object_set_new(object, "line", json_integer(place.line));
	json_object_set_new(object, "column", json_integer(place.column));
	buf_clear(&text);
	return object;
}

static void json_add(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	json_t *document = json_object(), *cycles = json_array(), *dues = json_array();
	for (size_t i = 0; i < status->standings.count; i++)
		json_array_append_new(
			cycles, status_cycle_json(options, status, &status->standings.items[i]));
	for (size_t i = 0; i < status->dues.count; i++)
		json_array_append_new(dues, due_json(options, status, &status->dues.items[i]));
	json_object_set_new(document, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(document, "town", record_text_json(status->town));
	json_object_set_new(document, "asOf", described_date(status->as_of));
	json_object_set_new(document, "at", recorded_json(status->recorded));
	json_object_set_new(document, "until", described_date(status->until));
	json_object_set_new(document, "for", record_json(status->plan, status->about));
	json_object_set_new(document, "cycles", cycles);
	json_object_set_new(
		document, "elsewhere", blocks_json(options, status, &status->standings.elsewhere));
	json_object_set_new(document, "due", dues);
	described_add(buf, 0, document);
	buf_add_char(buf, '\n');
}

const struct status_format status_format_json = {.name = "json", .add = json_add};
