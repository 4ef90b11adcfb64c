/* How long before a meeting people are invited and the public hears of it. */
#include "base/day.h"
#include "base/holiday.h"
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

static const struct finding_kind invitation_late = {
	.code = "invitation-late",
	.severity = KPSS_WARNING,
	.message = N_(
		"the invitation to the meeting ‘{0}’ was sent on {1}, {2} was the last day for it"),
	.label = N_("sent too late"),
	.remedy = N_("correct the day; if it was so, mark the meeting as extraordinary (type, "
		     "druh) when it was"),
	.related = N_("so many days before are set here"),
	.meaning = N_("invitations are sent as many days before a meeting as the town wants"),
	.explanation = N_("Calendar days, or working days where the profile says so: then "
			  "Saturdays, Sundays and the holidays by "
			  "act 245/2000 Sb. do not count. The day of the meeting itself never "
			  "counts. Extraordinary meetings "
			  "and those whose invitation has no day are not judged."),
	.setting = "groups.invitation_days steering_group.invitation_days",
	.basis = N_(
		"practice: rules of procedure say how many days before a meeting it is convened"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {pozvánka_dní_předem: 3, dny_pozvánky: pracovní}\n" GROUP
		 "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    pozvánka_odeslána: 2026-02-06\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {pozvánka_dní_předem: 3, dny_pozvánky: pracovní}\n" GROUP
		 "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    pozvánka_odeslána: 2026-02-05\n",
};
static const struct finding_kind notice_late = {
	.code = "notice-late",
	.severity = KPSS_WARNING,
	.message = N_("the meeting ‘{0}’ was announced on {1}, {2} was the last day for it"),
	.label = N_("announced too late"),
	.remedy = N_("correct the day of the publication, or add the earlier one"),
	.related = N_("so many days before are set here"),
	.meaning =
		N_("a meeting is announced to the public as many days before it as the town wants"),
	.explanation = N_("A record of the kind publication whose subject is the meeting says when "
			  "it was announced. Records from "
			  "later days publish the minutes and are not meant. Extraordinary "
			  "meetings and closed ones are not "
			  "judged."),
	.setting = "groups.notice_days steering_group.notice_days",
	.basis = N_("practice: open meetings are announced on the web"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {oznámení_na_webu_dní_předem: 7}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - {id: rodiny-1, orgán: rodiny, datum: 2026-02-10}\n"
		 "zveřejnění:\n"
		 "  - {id: oznameni-1, předmět: rodiny-1, kde: web, od: 2026-02-04}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {oznámení_na_webu_dní_předem: 7}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - {id: rodiny-1, orgán: rodiny, datum: 2026-02-10}\n"
		 "zveřejnění:\n"
		 "  - {id: oznameni-1, předmět: rodiny-1, kde: web, od: 2026-02-03}\n",
};
static const struct finding_kind notice_missing = {
	.code = "notice-late",
	.severity = KPSS_WARNING,
	.message = N_("the meeting ‘{0}’ was not announced to the public"),
	.label = N_("no publication before the meeting"),
	.remedy = N_("add a record of the kind publication (zveřejnění) with the meeting as its "
		     "subject"),
	.related = N_("so many days before are set here"),
};

enum {
	DAYS_MOST = 366
}; /* nobody is invited earlier; keeps a mistyped number from being counted through */

/* The last day on which something may happen that many days before a meeting. */
static struct kpss_date last_day(struct kpss_date meeting, int64_t days, bool working)
{
	int count = days > DAYS_MOST ? DAYS_MOST : (int)days;
	return working ? working_days_before(meeting, count) : day_plus_days(meeting, -count);
}

static bool is_extraordinary(const struct entity *meeting)
{
	return value_word(field(meeting->mapping, WORD_type)) == WORD_extraordinary;
}

static bool invitation_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_invitation_days);
	const struct node *day_type = setting(context->plan, section, WORD_invitation_day_type);
	const struct node *sent = field(gathering->meeting->mapping, WORD_invitation_sent);
	struct kpss_date day = value_date(sent, KPSS_DATE_EARLIEST);
	int64_t days;
	if (!value_integer(wanted, &days) || days < 0 || is_extraordinary(gathering->meeting))
		return false;
	struct kpss_date last =
		last_day(gathering->day, days, value_word(day_type) == WORD_working);
	if (day.days <= last.days)
		return false;
	struct finding finding =
		meeting_finding(context, &invitation_late, gathering->meeting, sent, wanted);
	finding.arguments[1] = argument_date(day);
	finding.arguments[2] = argument_date(last);
	findings_add(context->findings, &finding);
	return true;
}

/* The first publication of a meeting from a day on which it was still ahead; NULL when there is none. */
static const struct notice *announcement(
	const struct rule_context *context, const struct gathering *gathering)
{
	struct publications own = publications_of(context->publications, gathering->meeting);
	if (own.count == 0 || own.items[0].period.from.days > gathering->day.days)
		return NULL;
	return &own.items[0];
}

static bool notice_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_notice_days);
	const struct node *open = field(gathering->meeting->mapping, WORD_open_to_public);
	int64_t days;
	if (!value_integer(wanted, &days) || days < 0 || is_extraordinary(gathering->meeting) ||
		kpss_str_is(value_text(open), "false"))
		return false;
	const struct notice *notice = announcement(context, gathering);
	struct kpss_date last = last_day(gathering->day, days, false);
	if (notice && notice->period.from.days <= last.days)
		return false;
	struct finding finding = meeting_finding(context, notice ? &notice_late : &notice_missing,
		gathering->meeting, entity_name(gathering->meeting), wanted);
	if (notice) {
		finding.where = entity_span(
			notice->publication, field(notice->publication->mapping, WORD_from));
		finding.arguments[1] = argument_date(notice->period.from);
		finding.arguments[2] = argument_date(last);
	}
	findings_add(context->findings, &finding);
	return true;
}

static void invitations_check(const struct rule_context *context)
{
	past_meetings_walk(context, invitation_look);
}

static void notices_check(const struct rule_context *context)
{
	past_meetings_walk(context, notice_look);
}

const struct rule rule_invitation[] = {
	{invitations_check, {&invitation_late}},
	{notices_check, {&notice_late, &notice_missing}},
	{0},
};
