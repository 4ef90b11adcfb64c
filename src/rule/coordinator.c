/* The coordinator: exactly one on every day of a cycle. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/planning.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind coordinator_gap = {
	.code = "coordinator-gap",
	.severity = KPSS_ERROR,
	.message = N_("the planning has no coordinator (‘{0}’) from {1} to {2}"),
	.label = N_("the tenure before ends or the next one begins here"),
	.remedy = N_("correct the days, or add who coordinated meanwhile"),
	.related = N_("the role that the town has named"),
	.meaning = N_("on every day of a cycle somebody is the coordinator"),
	.explanation = N_("Without a coordinator nobody convenes groups, keeps lists and watches deadlines. A cycle is judged up "
			  "to the day asked for; days that belong to two cycles are told once."),
	.setting = "coordinator_role",
	.basis = N_("organization of community planning in Frýdek-Místek; Pardubice: the coordinator of the plan"),
	.wrong = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "# funkce.yaml\n"
	         "cykly:\n"
	         "  - {id: cyklus-1, název: 1. cyklus, od: 2024-01-01, do: 2025-12-31}\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01, do: 2025-05-31}\n"
	         "      - {osoba: hajkova-l, od: 2025-07-01}\n",
	.right = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "# funkce.yaml\n"
	         "cykly:\n"
	         "  - {id: cyklus-1, název: 1. cyklus, od: 2024-01-01, do: 2025-12-31}\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01, do: 2025-06-30}\n"
	         "      - {osoba: hajkova-l, od: 2025-07-01}\n",
};
static const struct finding_kind coordinator_gap_still = {
	.code = "coordinator-gap",
	.severity = KPSS_ERROR,
	.message = N_("the planning has no coordinator (‘{0}’) since {1}"),
	.label = N_("nobody holds the role afterwards"),
	.remedy = N_("add who coordinates now to the holders (nositelé) of the role"),
	.related = N_("the role that the town has named"),
};
static const struct finding_kind two_coordinators = {
	.code = "two-coordinators",
	.severity = KPSS_ERROR,
	.message = N_("the planning has two coordinators (‘{0}’) at once from {1} to {2}"),
	.label = N_("this one begins before the other one ends"),
	.remedy = N_("end the earlier tenure on the day before the later one begins"),
	.related = N_("the other coordinator"),
	.meaning = N_("on no day of a cycle are there two coordinators"),
	.explanation = N_("Groups and the public must know whom to turn to. When a new coordinator begins, the tenure of the one "
			  "before ends."),
	.setting = "coordinator_role",
	.basis = N_("organization of community planning in Frýdek-Místek; Pardubice: the coordinator of the plan"),
	.wrong = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "# funkce.yaml\n"
	         "cykly:\n"
	         "  - {id: cyklus-1, název: 1. cyklus, od: 2024-01-01, do: 2025-12-31}\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01, do: 2025-07-31}\n"
	         "      - {osoba: hajkova-l, od: 2025-07-01}\n",
	.right = "# pravidla.yaml\n"
	         "funkce_koordinátora: koordinator\n"
	         "# funkce.yaml\n"
	         "cykly:\n"
	         "  - {id: cyklus-1, název: 1. cyklus, od: 2024-01-01, do: 2025-12-31}\n"
	         "funkce:\n"
	         "  - id: koordinator\n"
	         "    název: Koordinátor komunitního plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01, do: 2025-06-30}\n"
	         "      - {osoba: hajkova-l, od: 2025-07-01}\n",
};
static const struct finding_kind two_coordinators_still = {
	.code = "two-coordinators",
	.severity = KPSS_ERROR,
	.message = N_("the planning has two coordinators (‘{0}’) at once since {1}"),
	.label = N_("this one begins before the other one ends"),
	.remedy = N_("end the earlier tenure on the day before the later one begins"),
	.related = N_("the other coordinator"),
};

struct coordinator_survey {
	const struct rule_context *context;
	const struct entity *role;
};

static bool lasts_still(const struct rule_context *context, struct period days)
{
	return days.to.days >= context->as_of.days;
}

static void coordinator_report(const struct coordinator_survey *survey, const struct finding_kind *kind,
	struct kpss_span where, struct kpss_span related, struct period days)
{
	const struct entity *role = survey->role;
	findings_add(survey->context->findings, &(struct finding){
		.kind = kind,
		.where = where,
		.related = related,
		.arguments = {argument_text(role->id), argument_date(days.from), argument_date(days.to)},
		.subject = role->id,
	});
}

static void gap_report(void *user, const struct tenure *before, const struct tenure *after, struct period days)
{
	const struct coordinator_survey *survey = user;
	const struct rule_context *context = survey->context;
	const struct node *where = before  ? tenure_place(before, WORD_to)
				   : after ? tenure_place(after, WORD_from)
					   : entity_name(survey->role);
	const struct finding_kind *kind =
		lasts_still(context, days) ? &coordinator_gap_still : &coordinator_gap;
	coordinator_report(survey, kind, entity_span(survey->role, where),
		setting_span(context->plan, setting(context->plan, WORD_coordinator_role, 0)), days);
}

/* A tenure written twice is no second coordinator. */
static void overlap_report(void *user, const struct tenure *second, const struct tenure *first, struct period days)
{
	const struct coordinator_survey *survey = user;
	const struct finding_kind *kind =
		lasts_still(survey->context, days) ? &two_coordinators_still : &two_coordinators;
	if (second->holder && second->holder == first->holder)
		return;
	coordinator_report(survey, kind, entity_span(survey->role, tenure_place(second, WORD_from)),
		entity_span(survey->role, tenure_place(first, WORD_to)), days);
}

static void coordinators_check(const struct rule_context *context)
{
	struct arena *arena = context->findings->arena;
	const struct entity *role = plan_target(context->plan, setting(context->plan, WORD_coordinator_role, 0));
	if (!role || role->kind != KIND_role || !period_is_sound(role->mapping))
		return;
	struct tenures holders = tenures_of(context->plan, role, WORD_holders, arena);
	struct periods cycles = cycles_joined(context->plan, arena);
	struct coordinator_survey user = {.context = context, .role = role};
	for (size_t i = 0; i < cycles.count; i++) {
		struct period days = within_lifetime(role, cycles.items[i]);
		days.to = day_earlier(days.to, context->as_of);
		tenures_survey(holders, days,
			&(struct tenure_survey){.user = &user, .gap = gap_report, .overlap = overlap_report});
	}
}

const struct rule rule_coordinator[] = {
	{coordinators_check,
		{&coordinator_gap, &coordinator_gap_still, &two_coordinators, &two_coordinators_still}},
	{0},
};
