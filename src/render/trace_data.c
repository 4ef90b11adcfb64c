/* The trace for programs: one JSON document, or one row of CSV for each link. */
#include <inttypes.h>
#include <stdio.h>

#include "base/finding.h"
#include "base/language.h"
#include "render/csv.h"
#include "render/described.h"
#include "render/recorded.h"
#include "render/message.h"
#include "render/record.h"
#include "render/trace_inside.h"

enum { SCHEMA_VERSION = 1, NUMBER_SIZE = 16 };

static json_t *reason_json(const struct trace_options *options, const struct trace_link *link)
{
	if (!link->reason)
		return json_null();
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number(link->number)};
	struct buf buf = {0};
	message_add(&buf, options->language, link->reason, arguments);
	json_t *value = described_text(buf_str(&buf));
	buf_clear(&buf);
	return value;
}

static json_t *link_json(const struct trace_options *options, const struct trace *trace,
	const struct trace_link *link)
{
	json_t *object = json_object();
	json_object_set_new(object, "depth", json_integer(link->depth));
	json_object_set_new(object, "step", json_string(trace_step_word(link->step)));
	json_object_set_new(object, "state", json_string(trace_state_word(link->state)));
	json_object_set_new(object, "from", record_json(trace->plan, link->from));
	json_object_set_new(object, "to", record_json(trace->plan, link->to));
	json_object_set_new(object, "text", record_text_json(link->text));
	json_object_set_new(object, "year", link->year ? json_integer(link->year) : json_null());
	json_object_set_new(object, "status", record_text_json(link->status));
	json_object_set_new(object, "reason", reason_json(options, link));
	return object;
}

/* A share of a kind that is not used is null. */
static json_t *share_json(const struct trace *trace, enum trace_step step, struct trace_share share)
{
	if (!trace->used[step])
		return json_null();
	json_t *object = json_object();
	json_object_set_new(object, "part", json_integer((json_int_t)share.part));
	json_object_set_new(object, "whole", json_integer((json_int_t)share.whole));
	return object;
}

static json_t *summary_json(const struct trace *trace)
{
	json_t *object = json_object();
	for (size_t i = 0; i < TRACE_STATE_COUNT; i++)
		json_object_set_new(
			object, trace_state_word(i), json_integer((json_int_t)trace->states[i]));
	json_object_set_new(object, "needsAnswered", share_json(trace, TRACE_NEED, trace->needs));
	json_object_set_new(object, "measuresWithIndicator",
		share_json(trace, TRACE_INDICATOR, trace->measured));
	json_object_set_new(
		object, "measuresInActionPlan", share_json(trace, TRACE_ROW, trace->in_year));
	json_object_set_new(
		object, "actionPlanYear", trace->year ? json_integer(trace->year) : json_null());
	json_object_set_new(
		object, "rowsEvaluated", share_json(trace, TRACE_RESULT, trace->evaluated));
	return object;
}

static void json_add(
	struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	json_t *document = json_object(), *links = json_array();
	for (size_t i = 0; i < trace->count; i++)
		json_array_append_new(links, link_json(options, trace, &trace->links[i]));
	json_object_set_new(document, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(document, "asOf", described_date(trace->as_of));
	json_object_set_new(document, "at", recorded_json(options->recorded));
	json_object_set_new(document, "plan", record_json(trace->plan, trace->of));
	json_object_set_new(document, "summary", summary_json(trace));
	json_object_set_new(document, "links", links);
	described_add(buf, 0, document);
	buf_add_char(buf, '\n');
}

static size_t add_entity_cells(
	struct buf *buf, size_t column, const struct trace *trace, const struct entity *entity)
{
	const struct kpss_str none = kpss_str("");
	csv_add_text(buf, column++, entity ? trace_kind_word(trace, entity) : none);
	csv_add_text(buf, column++, entity ? entity->id : none);
	csv_add_text(buf, column++, entity ? value_text(field(entity->mapping, WORD_code)) : none);
	csv_add_text(buf, column++, entity ? value_text(field(entity->mapping, WORD_name)) : none);
	return column;
}

static void add_number_cell(struct buf *buf, size_t column, int64_t number)
{
	char digits[NUMBER_SIZE];
	snprintf(digits, sizeof digits, "%" PRId64, number);
	csv_add_text(buf, column, kpss_str(digits));
}

static void csv_add(struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	static const char *const columns[] = {"depth", "step", "state", "from_kind", "from_id",
		"from_code", "from_name", "to_kind", "to_id", "to_code", "to_name", "text", "year",
		"status", "reason"};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		csv_add_text(buf, i, kpss_str(columns[i]));
	csv_end_row(buf);
	for (size_t i = 0; i < trace->count; i++) {
		const struct trace_link *link = &trace->links[i];
		const struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_number(link->number)};
		struct buf reason = {0};
		size_t column = 0;
		message_add(&reason, options->language, link->reason, arguments);
		add_number_cell(buf, column++, link->depth);
		csv_add_text(buf, column++, kpss_str(trace_step_word(link->step)));
		csv_add_text(buf, column++, kpss_str(trace_state_word(link->state)));
		column = add_entity_cells(buf, column, trace, link->from);
		column = add_entity_cells(buf, column, trace, link->to);
		csv_add_text(buf, column++, link->text);
		if (link->year)
			add_number_cell(buf, column++, link->year);
		else
			csv_add_text(buf, column++, kpss_str(""));
		csv_add_text(buf, column++, link->status);
		csv_add_text(buf, column, buf_str(&reason));
		csv_end_row(buf);
		buf_clear(&reason);
	}
}

const struct trace_format trace_format_json = {.name = "json", .add = json_add};
const struct trace_format trace_format_csv = {.name = "csv", .add = csv_add};
