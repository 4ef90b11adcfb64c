/* What is due as a calendar that Outlook and others show: one event of a whole day for each. */
#include "base/day.h"
#include "base/language.h"
#include "base/text.h"
#include "render/ical.h"
#include "render/message.h"
#include "render/setting_path.h"
#include "render/status_inside.h"

static void add_day_line(struct buf *buf, const char *name, struct kpss_date day, const char *time)
{
	struct buf value = {0};
	ical_add_day(&value, day);
	buf_add_text(&value, time);
	ical_add_line(buf, name, buf_str(&value));
	buf_clear(&value);
}

/* What tells towns apart in one calendar: “cesky-tesin.kpss”. */
static void add_domain(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	struct kpss_str town = text_fold(options->arena, status->town);
	for (size_t i = 0; i < town.len; i++) {
		char c = town.ptr[i];
		buf_add_char(buf, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-');
	}
	buf_add_text(buf, town.len ? ".kpss" : "kpss");
}

/* The same day is the same event in every later calendar: made of what never changes. */
static void add_uid(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct due *due)
{
	struct buf uid = {0};
	buf_add_text(&uid, due->kind->word);
	if (due->subject->id.len) {
		buf_add_char(&uid, '-');
		buf_add(&uid, due->subject->id);
	}
	if (due->detail.len) {
		buf_add_char(&uid, '-');
		buf_add(&uid, due->detail);
	}
	buf_add_char(&uid, '@');
	add_domain(&uid, options, status);
	ical_add_text(buf, "UID", buf_str(&uid));
	buf_clear(&uid);
}

static void add_description(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct due *due)
{
	struct kpss_span where = entity_span(due->subject, due->place);
	struct buf text = {0};
	if (due->who) {
		const struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_text(record_called(due->who)), argument_text(due->who->id)};
		message_add(&text, options->language, N_("concerns: {0} ({1})"), arguments);
		buf_add_char(&text, '\n');
	}
	if (due->setting && *due->setting) {
		buf_addf(
			&text, "%s: ", language_text(options->language, N_("by the town's rules")));
		setting_path_add(&text, status->plan, due->setting);
		buf_add_char(&text, '\n');
	}
	text_add_safe(&text, where.source->path);
	buf_addf(&text, ":%u", (unsigned)source_locate(where.source, where.begin).line);
	ical_add_text(buf, "DESCRIPTION", buf_str(&text));
	buf_clear(&text);
}

static void add_event(struct buf *buf, const struct status_options *options,
	const struct status *status, const struct due *due)
{
	struct buf text = {0};
	status_add_due(&text, options, due, false);
	ical_add_line(buf, "BEGIN", kpss_str("VEVENT"));
	add_uid(buf, options, status, due);
	add_day_line(buf, "DTSTAMP", status->as_of, "T000000Z");
	add_day_line(buf, "DTSTART;VALUE=DATE", due->day, "");
	add_day_line(buf, "DTEND;VALUE=DATE", day_after(due->day), "");
	ical_add_text(buf, "SUMMARY", buf_str(&text));
	add_description(buf, options, status, due);
	ical_add_line(buf, "CATEGORIES", kpss_str("KPSS"));
	ical_add_line(buf, "TRANSP", kpss_str("TRANSPARENT"));
	ical_add_line(buf, "END", kpss_str("VEVENT"));
	buf_clear(&text);
}

static void ics_add(
	struct buf *buf, const struct status_options *options, const struct status *status)
{
	ical_add_line(buf, "BEGIN", kpss_str("VCALENDAR"));
	ical_add_line(buf, "VERSION", kpss_str("2.0"));
	ical_add_line(buf, "PRODID", kpss_str("-//kpss//status//EN"));
	ical_add_line(buf, "CALSCALE", kpss_str("GREGORIAN"));
	for (size_t i = 0; i < status->dues.count; i++)
		add_event(buf, options, status, &status->dues.items[i]);
	ical_add_line(buf, "END", kpss_str("VCALENDAR"));
}

const struct status_format status_format_ics = {.name = "ics", .add = ics_add};
