/* A meeting by itself: what its record holds, who was there, its number, whether it was open. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "rule/past_meeting.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/tenure.h"

#define GROUP                                                                                      \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    vedoucí: [{osoba: hajkova-l}]\n"                                                     \
	"    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"

static const struct finding_kind coordinator_absent = {
	.code = "coordinator-absent",
	.severity = KPSS_WARNING,
	.message = N_("the coordinator was not at the meeting ‘{0}’"),
	.label = N_("not among those present"),
	.remedy =
		N_("add the coordinator to those present, or correct since when the role is held"),
	.related = N_("the town wants the coordinator at every meeting"),
	.meaning = N_("the coordinator takes part in every meeting"),
	.explanation = N_("Judged where it is recorded by name who was present. Whoever was a "
			  "member, a guest from the list of "
			  "people, in the chair or took the minutes was there; a guest who is only "
			  "described is not recognized."),
	.setting = "groups.coordinator_attends steering_group.coordinator_attends",
	.basis = N_(
		"Frýdek-Místek: the coordinator takes part in the meetings of all working groups"),
	.wrong = "# pravidla.yaml\n"
		 "funkce_koordinátora: koordinator\n"
		 "skupiny: {koordinátor_na_jednání: true}\n"
		 "# funkce.yaml\n"
		 "funkce:\n"
		 "  - id: koordinator\n"
		 "    název: Koordinátorka\n"
		 "    nositelé: [{osoba: dvorakova-p, od: 2024-01-01}]\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l]}\n",
	.right = "# pravidla.yaml\n"
		 "funkce_koordinátora: koordinator\n"
		 "skupiny: {koordinátor_na_jednání: true}\n"
		 "# funkce.yaml\n"
		 "funkce:\n"
		 "  - id: koordinator\n"
		 "    název: Koordinátorka\n"
		 "    nositelé: [{osoba: dvorakova-p, od: 2024-01-01}]\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l], hosté_ze_seznamu: [dvorakova-p]}\n",
};
static const struct finding_kind meeting_incomplete = {
	.code = "meeting-incomplete",
	.severity = KPSS_ERROR,
	.message = N_("the record of the meeting ‘{0}’ is incomplete; missing: {1}"),
	.label = N_("something is missing"),
	.remedy = N_("add the program (program), who was present (attendance, účast), or the "
		     "minutes (minutes, zápis)"),
	.related = N_("the town wants complete records"),
	.meaning = N_("the record of every meeting has a program, who was present, and minutes"),
	.explanation =
		N_("Judged from the day of the meeting on. The items of the meeting (items) stand "
		   "for a program. Minutes are there when the record names them (minutes), or "
		   "when it tells the course of the meeting itself (text, items)."),
	.setting = "groups.complete_meetings steering_group.complete_meetings",
	.basis = N_(
		"Frýdek-Místek: each meeting has a program, a list of those present and minutes"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {úplné_záznamy_jednání: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    účast: {přítomni: [hajkova-l]}\n"
		 "    průběh: Skupina se shodla na opatřeních.\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {úplné_záznamy_jednání: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    program: [Návrh opatření]\n"
		 "    účast: {přítomni: [hajkova-l]}\n"
		 "    průběh: Skupina se shodla na opatřeních.\n",
};
static const struct finding_kind closed_without_reason = {
	.code = "closed-without-reason",
	.severity = KPSS_WARNING,
	.message = N_("the meeting ‘{0}’ was closed to the public and no reason is given"),
	.label = N_("closed"),
	.remedy = N_("add the field ‘closed_reason’ (důvod_uzavření)"),
	.related = N_("meetings are open in this town"),
	.meaning = N_("a meeting that is closed to the public says why"),
	.explanation = N_("Where meetings are open, a closed one is the exception. A record that "
			  "does not mention it counts as "
			  "open."),
	.setting = "groups.open_meetings steering_group.open_meetings",
	.basis = N_("charter of Sušice: meetings are open to the public"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {jednání_veřejná: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    otevřené_veřejnosti: false\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {jednání_veřejná: true}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    otevřené_veřejnosti: false\n"
		 "    důvod_uzavření: Mluvilo se o konkrétních rodinách.\n",
};
static const struct finding_kind duplicate_meeting_number = {
	.code = "duplicate-meeting-number",
	.severity = KPSS_NOTE,
	.message = N_("the number ‘{1}’ of the meeting ‘{0}’ is given to another one too"),
	.label = N_("this number is taken"),
	.remedy = N_("correct the number, or say in which period the meetings are numbered "
		     "(numbering_period, období)"),
	.related = N_("the other meeting"),
	.meaning = N_("no two meetings of one body have the same number"),
	.explanation = N_(
		"Numbers may begin anew with a term of office or a project; the field "
		"‘numbering_period’ (období) says "
		"with which. Numbers without a period that are only figures begin anew each year."),
	.basis = N_("practice: a resolution is found by the number of the meeting"),
	.wrong = GROUP "# jednani.yaml\n"
		       "jednání:\n"
		       "  - {id: rodiny-1, číslo: 1/2026, orgán: rodiny, datum: 2026-01-13}\n"
		       "  - {id: rodiny-2, číslo: 1/2026, orgán: rodiny, datum: 2026-02-10}\n",
	.right = GROUP "# jednani.yaml\n"
		       "jednání:\n"
		       "  - {id: rodiny-1, číslo: 1/2026, orgán: rodiny, datum: 2026-01-13}\n"
		       "  - {id: rodiny-2, číslo: 2/2026, orgán: rodiny, datum: 2026-02-10}\n",
};

static bool coordinator_was_there(const struct rule_context *context,
	const struct gathering *gathering, const struct entity *role)
{
	const struct node *author_role =
		field(field(gathering->meeting->mapping, WORD_minutes), WORD_author_role);
	struct tenures holders =
		tenures_of(context->plan, role, WORD_holders, context->findings->arena);
	bool held = false;
	if (plan_target(context->plan, author_role) == role)
		return true;
	for (size_t i = 0; i < holders.count; i++) {
		const struct tenure *tenure = &holders.items[i];
		if (!tenure->holder || !period_contains(tenure->period, gathering->day))
			continue;
		held = true;
		if (meeting_was_attended_by(context->plan, gathering->meeting, tenure->holder))
			return true;
	}
	return !held; /* that nobody holds the role is a finding of its own */
}

static bool coordinator_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_coordinator_attends);
	const struct entity *role =
		plan_target(context->plan, setting(context->plan, WORD_coordinator_role, 0));
	const struct node *attendance = field(gathering->meeting->mapping, WORD_attendance);
	const struct node *present = field(attendance, WORD_members);
	if (!value_is_true(wanted) || !role || !value_first_item(present) ||
		coordinator_was_there(context, gathering, role))
		return false;
	struct finding finding =
		meeting_finding(context, &coordinator_absent, gathering->meeting, present, wanted);
	findings_add(context->findings, &finding);
	return true;
}

static bool is_empty(const struct node *value)
{
	return value->kind == NODE_SCALAR ? value_text(value).len == 0 : !node_first(value);
}

/* “program, zápis”: what is missing, in both languages. */
static struct finding_argument missing_words(
	const struct rule_context *context, bool program, bool attendance, bool minutes)
{
	const struct {
		bool there;
		const char *english, *czech;
	} parts[] = {{program, "program", "program"}, {attendance, "attendance", "účast"},
		{minutes, "minutes", "zápis"}};
	struct arena *arena = context->findings->arena;
	struct kpss_str english = kpss_str(""), czech = kpss_str("");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].there)
			continue;
		const char *comma = english.len > 0 ? ", " : "";
		english = arena_format(
			arena, "%.*s%s%s", (int)english.len, english.ptr, comma, parts[i].english);
		czech = arena_format(
			arena, "%.*s%s%s", (int)czech.len, czech.ptr, comma, parts[i].czech);
	}
	return argument_words(english, czech);
}

static bool incomplete_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_complete_meetings);
	const struct node *mapping = gathering->meeting->mapping;
	if (!value_is_true(wanted))
		return false;
	bool items = !is_empty(field(mapping, WORD_items));
	bool program = items || !is_empty(field(mapping, WORD_program));
	bool attendance = meeting_has_attendance(gathering->meeting);
	bool minutes = items || !is_empty(field(mapping, WORD_minutes)) ||
		       !is_empty(field(mapping, WORD_text));
	if (program && attendance && minutes)
		return false;
	struct finding finding = meeting_finding(context, &meeting_incomplete, gathering->meeting,
		entity_name(gathering->meeting), wanted);
	finding.arguments[1] = missing_words(context, program, attendance, minutes);
	findings_add(context->findings, &finding);
	return true;
}

static bool closed_look(
	const struct rule_context *context, const struct gathering *gathering, uint32_t section)
{
	const struct node *wanted = setting(context->plan, section, WORD_open_meetings);
	const struct node *open = field(gathering->meeting->mapping, WORD_open_to_public);
	if (!value_is_true(wanted) || !kpss_str_is(value_text(open), "false") ||
		!is_empty(field(gathering->meeting->mapping, WORD_closed_reason)))
		return false;
	struct finding finding =
		meeting_finding(context, &closed_without_reason, gathering->meeting, open, wanted);
	findings_add(context->findings, &finding);
	return true;
}

static void coordinator_check(const struct rule_context *context)
{
	past_meetings_walk(context, coordinator_look);
}

static void incomplete_check(const struct rule_context *context)
{
	past_meetings_walk(context, incomplete_look);
}

static void closed_check(const struct rule_context *context)
{
	past_meetings_walk(context, closed_look);
}

/* The number of a meeting and where it may not occur again. */
struct numbered {
	const struct entity *body, *meeting;
	const struct node *number;
	struct kpss_str period;
	int year; /* 0: the number itself or the period says it */
	struct kpss_date day;
};

static int text_compare(struct kpss_str a, struct kpss_str b)
{
	size_t least = a.len < b.len ? a.len : b.len;
	int order = least ? memcmp(a.ptr, b.ptr, least) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static bool is_figures(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return true;
}

static struct numbered numbered_of(const struct gathering *gathering)
{
	const struct node *mapping = gathering->meeting->mapping;
	struct numbered numbered = {
		.body = gathering->body,
		.meeting = gathering->meeting,
		.number = field(mapping, WORD_number),
		.period = value_text(field(mapping, WORD_numbering_period)),
		.day = gathering->day,
	};
	if (numbered.period.len == 0 && is_figures(value_text(numbered.number)))
		numbered.year = day_year(gathering->day);
	return numbered;
}

/* Zero for two of one number. */
static int number_compare(const struct numbered *a, const struct numbered *b)
{
	if (a->body != b->body)
		return a->body < b->body ? -1 : 1;
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	int order = text_compare(a->period, b->period);
	return order ? order : text_compare(value_text(a->number), value_text(b->number));
}

static int numbered_compare(const void *left, const void *right)
{
	const struct numbered *a = left, *b = right;
	int order = number_compare(a, b);
	if (order == 0)
		order = (a->day.days > b->day.days) - (a->day.days < b->day.days);
	return order ? order : (a->meeting > b->meeting) - (a->meeting < b->meeting);
}

static void numbers_check(const struct rule_context *context)
{
	struct numbered *all =
		arena_array(context->findings->arena, context->gatherings.count + 1, sizeof *all);
	size_t count = 0;
	for (size_t i = 0; i < context->gatherings.count; i++) {
		const struct gathering *gathering = &context->gatherings.items[i];
		const struct node *body = field(gathering->meeting->mapping, WORD_body);
		/* Those who met with the body count it by their own numbers, which are not recorded. */
		if (plan_target(context->plan, body) == gathering->body &&
			!is_empty(field(gathering->meeting->mapping, WORD_number)))
			all[count++] = numbered_of(gathering);
	}
	qsort(all, count, sizeof *all, numbered_compare);
	for (size_t i = 1; i < count; i++) {
		const struct numbered *one = &all[i - 1], *other = &all[i];
		if (number_compare(one, other) != 0)
			continue;
		struct finding finding = meeting_finding(context, &duplicate_meeting_number,
			other->meeting, other->number, value_none());
		finding.arguments[1] = argument_text(value_text(other->number));
		finding.related = entity_span(one->meeting, one->number);
		findings_add(context->findings, &finding);
	}
}

const struct rule rule_meeting[] = {
	{coordinator_check, {&coordinator_absent}},
	{incomplete_check, {&meeting_incomplete}},
	{closed_check, {&closed_without_reason}},
	{numbers_check, {&duplicate_meeting_number}},
	{0},
};
