#include "rule/severity.h"

#include "base/finding.h"
#include "base/language.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "rule/code.h"

static const struct finding_kind unknown_code = {
	.code = "unknown-code",
	.severity = KPSS_WARNING,
	.message = N_("there is no finding with the code ‘{0}’"),
	.label = N_("sets the severity of nothing"),
	.remedy = N_("‘kpss explain’ lists the codes"),
	.meaning = N_("the profile names codes that exist"),
	.explanation = N_("A misspelled code changes nothing, and nobody would notice that the town's decision is not "
			  "kept."),
	.wrong = "# pravidla.yaml\n"
		 "závažnosti:\n"
		 "  - {kód: owner-lef, závažnost: chyba}\n",
	.right = "# pravidla.yaml\n"
		 "závažnosti:\n"
		 "  - {kód: owner-left, závažnost: chyba}\n",
};
static const struct finding_kind unknown_code_near = {
	.code = "unknown-code",
	.severity = KPSS_WARNING,
	.message = N_("there is no finding with the code ‘{0}’"),
	.label = N_("sets the severity of nothing"),
	.remedy = N_("did you mean {1}?"),
};
static const struct finding_kind fixed_severity = {
	.code = "fixed-severity",
	.severity = KPSS_WARNING,
	.message = N_("the severity of ‘{0}’ is fixed and cannot be lowered"),
	.label = N_("this has no effect"),
	.remedy = N_("delete the setting and mend what is found"),
	.meaning = N_("the profile does not lower what cannot be lowered"),
	.explanation = N_("Some findings say that a file could not be read, or that something in it would be lost. No "
			  "decision of the town can change that."),
	.wrong = "# pravidla.yaml\n"
		 "závažnosti:\n"
		 "  - {kód: unknown-kind, závažnost: poznámka}\n",
	.right = "# pravidla.yaml\n"
		 "závažnosti:\n"
		 "  - {kód: unknown-field, závažnost: poznámka}\n",
};

const struct finding_kind *const severity_finding_kinds[] = {
	&unknown_code, &unknown_code_near, &fixed_severity, NULL};

enum kpss_severity severity_set(const struct node *setting, enum kpss_severity otherwise)
{
	switch (value_word(field(setting, WORD_severity))) {
	case WORD_error:
		return KPSS_ERROR;
	case WORD_warning:
		return KPSS_WARNING;
	case WORD_note:
		return KPSS_NOTE;
	case WORD_silent:
		return KPSS_SILENT;
	default:
		return otherwise;
	}
}

static const struct node *list_first(const struct node *list)
{
	return list->kind == NODE_SEQUENCE ? node_first(list) : NULL;
}

/* A phase without any day is not known to have begun. */
static bool is_in_phase(const struct node *phase, uint32_t word, struct kpss_date day)
{
	if (value_word(field(phase, WORD_phase)) != word || !period_is_sound(phase))
		return false;
	bool dated = field_key(phase, WORD_from) || field_key(phase, WORD_to);
	return dated && period_contains(mapping_period(phase), day);
}

static bool some_cycle_is_in(const struct plan *plan, uint32_t word, struct kpss_date day)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *phases = field(cycles[i]->mapping, WORD_phases);
		for (const struct node *phase = list_first(phases); phase;
			phase = node_next_item(phases, phase))
			if (is_in_phase(phase, word, day))
				return true;
	}
	return false;
}

static struct kpss_date setting_begin(const struct node *setting)
{
	return value_date(field(setting, WORD_from), (struct kpss_date){.days = INT32_MIN});
}

static bool holds(const struct plan *plan, const struct node *setting, struct kpss_date day)
{
	const struct node *phase = field(setting, WORD_phase);
	if (setting_begin(setting).days > day.days)
		return false;
	return is_absent(phase) || some_cycle_is_in(plan, value_word(phase), day);
}

/* Both hold; does the one go before the other, which stands earlier? */
static bool goes_before(const struct node *one, const struct node *other)
{
	bool one_phase = field_key(one, WORD_phase), other_phase = field_key(other, WORD_phase);
	if (one_phase != other_phase)
		return one_phase;
	return setting_begin(one).days > setting_begin(other).days;
}

const struct node *severity_setting(const struct plan *plan, struct kpss_date as_of, const char *code)
{
	const struct node *list = field(plan_profile(plan), WORD_severities), *found = NULL;
	for (const struct node *item = list_first(list); item; item = node_next_item(list, item))
		if (kpss_str_is(value_text(field(item, WORD_code)), code) && holds(plan, item, as_of) &&
			(!found || goes_before(item, found)))
			found = item;
	return found;
}

static void code_report(const struct plan *plan, struct findings *findings, const struct node *code)
{
	struct kpss_str near = codes_near(plan, findings, value_text(code));
	findings_add(findings, &(struct finding){
		.kind = near.len ? &unknown_code_near : &unknown_code,
		.where = node_span(plan_profile_document(plan), code),
		.arguments = {argument_text(value_text(code)), argument_names(near)},
	});
}

void severities_check(const struct plan *plan, struct findings *findings)
{
	const struct node *list = field(plan_profile(plan), WORD_severities);
	for (const struct node *item = list_first(list); item; item = node_next_item(list, item)) {
		const struct node *code = field(item, WORD_code);
		const struct finding_kind *kind = code_find(value_text(code));
		if (value_text(code).len > 0 && !code_is_known(plan, value_text(code)))
			code_report(plan, findings, code);
		if (!kind || !kind->fatal || severity_set(item, KPSS_ERROR) >= kind->severity)
			continue;
		findings_add(findings, &(struct finding){
			.kind = &fixed_severity,
			.where = node_span(plan_profile_document(plan), field(item, WORD_severity)),
			.arguments = {argument_text(value_text(code))},
		});
	}
}

enum { SETTINGS_KEPT = 64 };

/* Findings come in few kinds; what the town says of each is looked up once. */
struct settings {
	const struct plan *plan;
	struct kpss_date as_of;
	struct {
		const struct finding_kind *kind;
		const struct node *setting;
	} kept[SETTINGS_KEPT];
	size_t count;
};

static const struct node *setting_of(struct settings *settings, const struct finding_kind *kind)
{
	for (size_t i = 0; i < settings->count; i++)
		if (settings->kept[i].kind == kind)
			return settings->kept[i].setting;
	const struct node *setting =
		kind->fatal ? NULL : severity_setting(settings->plan, settings->as_of, kind->code);
	if (settings->count < SETTINGS_KEPT) {
		settings->kept[settings->count].kind = kind;
		settings->kept[settings->count++].setting = setting;
	}
	return setting;
}

void severities_lay(const struct plan *plan, struct kpss_date as_of, struct findings *findings, size_t first)
{
	struct settings settings = {.plan = plan, .as_of = as_of};
	size_t kept = first;
	if (!list_first(field(plan_profile(plan), WORD_severities)))
		return;
	for (size_t i = first; i < findings->count; i++) {
		struct finding finding = findings->items[i];
		const struct node *setting = setting_of(&settings, finding.kind);
		if (setting)
			finding.severity = severity_set(setting, finding.severity);
		if (finding.severity != KPSS_SILENT)
			findings->items[kept++] = finding;
	}
	findings->count = kept;
}
