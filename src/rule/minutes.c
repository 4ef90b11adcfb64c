/* What becomes of the minutes of a meeting: verified, published in time, with the sheet that people signed. */
#include "base/day.h"
#include "base/language.h"
#include "rule/past_meeting.h"
#include "rule/rule.h"
#include "town/setting.h"

#define GROUP                                                                                      \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    vedoucí: [{osoba: hajkova-l}]\n"                                                     \
	"    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"

static const struct finding_kind minutes_not_published = {
	.code = "minutes-not-published",
	.severity = KPSS_WARNING,
	.message = N_("the minutes of the meeting ‘{0}’ are not published"),
	.label = N_("no day of publication"),
	.remedy = N_("publish them and add when (published, zveřejněn) or where (url, odkaz)"),
	.related = N_("the town publishes minutes"),
	.meaning = N_("minutes are published, and in time"),
	.explanation = N_("Where the town sets days for it, they are counted from the day of the "
			  "meeting; else minutes are missed "
			  "from the day after it. A record of the kind publication whose subject "
			  "is the meeting counts too when "
			  "it is from a later day than the meeting. Where only a link is given "
			  "nobody can tell when, so that "
			  "is never late."),
	.setting = "groups.minutes_public groups.minutes_published_within_days "
		   "steering_group.minutes_public "
		   "steering_group.minutes_published_within_days",
	.basis = N_("Frýdek-Místek and the charter of Sušice: minutes are public"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {zápisy_veřejné: true, zápis_do_dní: 14}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    zápis: {zapisuje: hajkova-l}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {zápisy_veřejné: true, zápis_do_dní: 14}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    zápis: {zapisuje: hajkova-l, zveřejněn: 2026-02-24}\n",
};
static const struct finding_kind minutes_published_late = {
	.code = "minutes-not-published",
	.severity = KPSS_WARNING,
	.message = N_("the minutes of the meeting ‘{0}’ were published on {1}, {2} was the last "
		      "day for it"),
	.label = N_("published too late"),
	.remedy = N_("correct the day if it is wrong"),
	.related = N_("so many days after the meeting are set here"),
};
static const struct finding_kind minutes_not_verified = {
	.code = "minutes-not-verified",
	.severity = KPSS_WARNING,
	.message = N_("nobody verified the minutes of the meeting ‘{0}’"),
	.label = N_("no verifier is given"),
	.remedy = N_("add the field ‘verifier’ (ověřuje)"),
	.related = N_("the town has minutes verified"),
	.meaning = N_("somebody verified the minutes"),
	.explanation = N_("Another person than the one who wrote them confirms that the minutes "
			  "say what happened."),
	.setting = "groups.minutes_verified steering_group.minutes_verified",
	.basis = N_("practice: rules of procedure name a verifier"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {zápisy_ověřované: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    zápis: {zapisuje: hajkova-l}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {zápisy_ověřované: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    zápis: {zapisuje: hajkova-l, ověřuje: dvorakova-p}\n",
};
static const struct finding_kind verified_by_author = {
	.code = "minutes-not-verified",
	.severity = KPSS_WARNING,
	.message = N_("the minutes of the meeting ‘{0}’ were verified only by their author"),
	.label = N_("wrote them and verified them"),
	.remedy = N_("add who else verified them"),
	.related = N_("the town has minutes verified"),
};
static const struct finding_kind attendance_sheet_missing = {
	.code = "attendance-sheet-missing",
	.severity = KPSS_NOTE,
	.message = N_("the meeting ‘{0}’ has no attendance sheet"),
	.label = N_("no attendance sheet is given"),
	.remedy = N_("add the field ‘attendance_sheet’ (prezenční_listina) to the attendance: "
		     "where the sheet is kept"),
	.related = N_("the town keeps attendance sheets"),
	.meaning = N_("the sheet that people signed at a meeting is kept"),
	.explanation = N_("A project has to prove who met. The field says where the sheet is kept: "
			  "a file, or a place in the "
			  "office."),
	.setting = "groups.attendance_sheet steering_group.attendance_sheet",
	.basis = N_("practice of projects with a subsidy"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {prezenční_listina: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l]}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {prezenční_listina: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l], prezenční_listina: spis KP/12}\n",
};

/* The day on which the minutes of a meeting came out: by their record, else the first publication of the meeting from a later
 * day. `where` is where that is written, unchanged when nothing is. KPSS_DATE_LATEST: not published. */
static struct kpss_date publication_day(const struct rule_context *context,
	const struct gathering *gathering, struct kpss_span *where)
{
	const struct node *minutes = field(gathering->meeting->mapping, WORD_minutes);
	const struct node *published = field(minutes, WORD_published);
	struct publications own = publications_of(context->publications, gathering->meeting);
	struct kpss_date day = value_date(published, KPSS_DATE_LATEST);
	if (!is_absent(published))
		*where = entity_span(gathering->meeting, published);
	for (size_t i = 0; i < own.count; i++) {
		const struct notice *notice = &own.items[i];
		if (notice->period.from.days <= gathering->day.days ||
			notice->period.from.days >= day.days)
			continue;
		day = notice->period.from;
		*where = entity_span(
			notice->publication, field(notice->publication->mapping, WORD_from));
	}
	return day;
}

static bool published_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *public = setting(context->plan, section, WORD_minutes_public);
	const struct node *within =
		setting(context->plan, section, WORD_minutes_published_within_days);
	const struct node *minutes = field(gathering->meeting->mapping, WORD_minutes);
	int64_t days = 0;
	bool limited = value_integer(within, &days);
	if (!limited && !value_is_true(public))
		return false;
	struct finding finding = meeting_finding(context, &minutes_not_published,
		gathering->meeting, is_absent(minutes) ? entity_name(gathering->meeting) : minutes,
		limited ? within : public);
	struct kpss_date day = publication_day(context, gathering, &finding.where);
	struct kpss_date last = day_plus_days(gathering->day, days);
	bool is_out = day.days <= context->as_of.days;
	if (!is_out && (!is_absent(field(minutes, WORD_url)) || context->as_of.days <= last.days))
		return false;
	if (is_out && (!limited || day.days <= last.days))
		return false;
	if (is_out)
		finding.kind = &minutes_published_late;
	finding.arguments[1] = argument_date(day);
	finding.arguments[2] = argument_date(last);
	findings_add(context->findings, &finding);
	return true;
}

/* Did somebody verify the minutes who did not write them? `by_author` tells where only the author did. */
static bool is_verified(
	const struct rule_context *context, const struct node *minutes, bool *by_author)
{
	const struct entity *author = plan_target(context->plan, field(minutes, WORD_author));
	const struct node *verifier = field(minutes, WORD_verifier);
	const struct node *further = field(minutes, WORD_further_verifiers);
	*by_author = author && plan_target(context->plan, verifier) == author;
	if (!is_absent(verifier) && !*by_author)
		return true;
	for (const struct node *item = value_first_item(further); item;
		item = node_next_item(further, item)) {
		if (!author || plan_target(context->plan, item) != author)
			return true;
		*by_author = true;
	}
	return false;
}

static bool verified_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_minutes_verified);
	const struct node *minutes = field(gathering->meeting->mapping, WORD_minutes);
	bool by_author;
	if (!value_is_true(wanted) || minutes->kind != NODE_MAPPING ||
		is_verified(context, minutes, &by_author))
		return false;
	struct finding finding = meeting_finding(context,
		by_author ? &verified_by_author : &minutes_not_verified, gathering->meeting,
		by_author ? field(minutes, WORD_author) : minutes, wanted);
	findings_add(context->findings, &finding);
	return true;
}

static bool sheet_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_attendance_sheet);
	const struct node *attendance = field(gathering->meeting->mapping, WORD_attendance);
	if (!value_is_true(wanted) || value_text(field(attendance, WORD_attendance_sheet)).len > 0)
		return false;
	struct finding finding = meeting_finding(context, &attendance_sheet_missing,
		gathering->meeting,
		is_absent(attendance) ? entity_name(gathering->meeting) : attendance, wanted);
	findings_add(context->findings, &finding);
	return true;
}

static void published_check(const struct rule_context *context)
{
	past_meetings_walk(context, published_look);
}

static void verified_check(const struct rule_context *context)
{
	past_meetings_walk(context, verified_look);
}

static void sheets_check(const struct rule_context *context)
{
	past_meetings_walk(context, sheet_look);
}

const struct rule rule_minutes[] = {
	{published_check, {&minutes_not_published, &minutes_published_late}},
	{verified_check, {&minutes_not_verified, &verified_by_author}},
	{sheets_check, {&attendance_sheet_missing}},
	{0},
};
