/* The phases of cycles for programs: one JSON document. */
#include "base/buf.h"
#include "change/change.h"
#include "render/described.h"
#include "render/difference.h"
#include "render/gate.h"
#include "render/phase_inside.h"
#include "render/record.h"
#include "render/recorded.h"
#include "render/status_inside.h"

enum { SCHEMA_VERSION = 1 };

const struct phase_format *const phase_formats[] = {&phase_format_text, &phase_format_json, NULL};

bool phase_report_has(const struct phase_report *report, const struct standing *standing)
{
	if (report->only)
		return report->only == standing;
	return status_shows(report->status, standing);
}

static json_t *advance_json(const struct phase_advance *advance)
{
	static const char *const outcomes[] = {
		[PHASE_REFUSED] = "refused",
		[PHASE_PLANNED] = "dry-run",
		[PHASE_ENTERED] = "done",
	};
	if (!advance)
		return json_null();
	json_t *object = json_object(), *files = json_array();
	for (size_t i = 0; i < advance->count; i++) {
		json_t *file = json_object();
		struct buf buf = {0};
		difference_add(&buf, advance->files[i].path, advance->files[i].before,
			advance->files[i].after);
		json_object_set_new(file, "path", described_text(advance->files[i].path));
		json_object_set_new(file, "difference", described_text(buf_str(&buf)));
		json_array_append_new(files, file);
		buf_clear(&buf);
	}
	json_object_set_new(object, "outcome", json_string(outcomes[advance->outcome]));
	json_object_set_new(object, "overrideReason", record_text_json(advance->reason));
	json_object_set_new(object, "files", files);
	json_object_set_new(object, "branch", record_text_json(advance->branch));
	json_object_set_new(
		object, "commit", advance->commit ? json_string(advance->commit) : json_null());
	json_object_set_new(object, "tag",
		advance->outcome == PHASE_REFUSED ? json_null() : json_string(advance->tag));
	return object;
}

static void json_add(struct buf *buf, const struct status_options *options,
	const struct phase_report *report)
{
	const struct status *status = report->status;
	json_t *document = json_object(), *cycles = json_array();
	for (size_t i = 0; i < status->standings.count; i++)
		if (phase_report_has(report, &status->standings.items[i]))
			json_array_append_new(cycles,
				status_cycle_json(options, status, &status->standings.items[i]));
	json_object_set_new(document, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(document, "town", record_text_json(status->town));
	json_object_set_new(document, "asOf", described_date(status->as_of));
	json_object_set_new(document, "at", recorded_json(status->recorded));
	json_object_set_new(document, "cycles", cycles);
	json_object_set_new(document, "advance", advance_json(report->advance));
	described_add(buf, 0, document);
	buf_add_char(buf, '\n');
}

const struct phase_format phase_format_json = {.name = "json", .add = json_add};
