#include "command/phase_advance.h"

#include <stdlib.h>

#include "answer/standing.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "change/change.h"
#include "change/entering.h"
#include "command/acting.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/phase_typed.h"
#include "command/phase_wish.h"
#include "command/reading.h"
#include "command/record_changes.h"
#include "command/record_wish.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "query/name.h"
#include "render/gate.h"
#include "render/phase.h"
#include "repo/act.h"
#include "repo/snapshot.h"
#include "town/phase.h"

/* One step, from what was typed to what is written. */
struct step {
	struct session *session;
	const struct arguments *arguments;
	const struct reading *reading;
	const struct entity *cycle;
	struct entering entering;
	struct kpss_str reason; /* of --override; empty: not given */
	const struct entity *decider; /* NULL: nobody is named */
	struct status status;
	const struct standing *standing;
	struct phase_advance advance;
	struct change *change;
};

static bool is_dry(const struct step *step)
{
	return arguments_has(step->arguments, "dry-run");
}

static bool day_of_step(struct step *step)
{
	const char *typed = arguments_value(step->arguments, "date");
	step->entering.day = step->reading->as_of;
	return !typed || day_typed(step->session, typed, &step->entering.day);
}

static bool reason_given(struct step *step)
{
	const char *text = arguments_value(step->arguments, "override");
	if (!text)
		return true;
	text += strspn(text, " \t\r\n");
	step->reason = kpss_str(text);
	while (step->reason.len && strchr(" \t\r\n", text[step->reason.len - 1]))
		step->reason.len--;
	if (step->reason.len && text_valid_utf8(step->reason) == step->reason.len)
		return true;
	session_complain(step->session, N_("‘--override’ wants the reason"),
		N_("write it in quotes: --override \"REASON\""), kpss_str(NULL), kpss_str(NULL));
	return false;
}

static bool decider_given(struct step *step)
{
	const char *typed = arguments_value(step->arguments, "decided-by");
	size_t count;
	if (!typed)
		return true;
	step->decider = name_find(step->reading->plan, NULL, kpss_str(typed), &count);
	bool good = step->decider &&
		    (step->decider->kind == KIND_person || step->decider->kind == KIND_body ||
			    step->decider->kind == KIND_group ||
			    step->decider->kind == KIND_organization);
	if (!good)
		session_complain(step->session,
			N_("‘{0}’ is nobody who could have decided"),
			N_("write the id of a person, body, group or organization"), kpss_str(typed),
			kpss_str(NULL));
	return good;
}

static bool step_typed(struct step *step)
{
	const struct arguments *arguments = step->arguments;
	const struct plan *plan = step->reading->plan;
	if (arguments->operand_count < 3) {
		session_complain(step->session, N_("which cycle enters which phase?"),
			N_("kpss phase advance CYCLE PHASE; ‘kpss phase’ lists the cycles"),
			kpss_str(NULL), kpss_str(NULL));
		return false;
	}
	if (!cycle_typed(step->session, plan, arguments->operands[1], &step->cycle) ||
		!phase_typed(step->session, plan, step->cycle, arguments->operands[2],
			&step->entering.phase))
		return false;
	step->entering.cycle = step->cycle->id;
	step->entering.beside = arguments_has(arguments, "beside");
	return day_of_step(step) && reason_given(step) && decider_given(step);
}

/* Is it the step that comes next? One out of order has to be asked for, one that makes no sense is none. */
static bool step_is_right(const struct step *step)
{
	static const struct {
		const char *message, *remedy;
		bool may_be_wanted;
	} rows[STEP_COUNT] = {
		[STEP_IS_THERE] = {N_("the cycle is in phase ‘{0}’ already"),
			N_("‘kpss phase’ shows where each cycle stands"), false},
		[STEP_BACK] = {N_("phase ‘{0}’ comes before phase ‘{1}’, which the cycle has reached"),
			N_("if it really goes back, add --out-of-order"), true},
		[STEP_SKIPS] = {N_("before phase ‘{0}’ comes phase ‘{1}’"),
			N_("if the town leaves that out, add --out-of-order"), true},
		[STEP_SAME_DAY] = {N_("phase ‘{1}’ begins on the same day and could not end before"),
			N_("choose a later day with --date, or let it go on with --beside"), false},
	};
	uint32_t other;
	enum phase_step kind = cycle_step(
		step->cycle, step->entering.phase, step->entering.day, &other);
	bool wanted = rows[kind].may_be_wanted && arguments_has(step->arguments, "out-of-order");
	if (kind == STEP_IN_ORDER || wanted || (kind == STEP_SAME_DAY && step->entering.beside))
		return true;
	struct buf phase = {0}, second = {0};
	gate_add_phase(&phase, step->session->language, step->reading->plan, step->entering.phase);
	gate_add_phase(&second, step->session->language, step->reading->plan, other);
	session_complain(step->session, rows[kind].message, rows[kind].remedy, buf_str(&phase),
		buf_str(&second));
	buf_clear(&phase);
	buf_clear(&second);
	return false;
}

static void step_judge(struct step *step)
{
	const struct reading *reading = step->reading;
	const struct standing_question question = {
		.plan = reading->plan,
		.snapshot = reading->snapshot,
		.as_of = reading->as_of,
		.findings = &reading->findings,
	};
	step->status = (struct status){
		.plan = reading->plan,
		.town = plan_town(reading->plan),
		.as_of = reading->as_of,
		.findings = &reading->findings,
		.standings = standing_at_gate(&question, step->cycle, step->entering.phase,
			step->entering.day, step->session->arena),
	};
	for (size_t i = 0; i < step->status.standings.count; i++)
		if (step->status.standings.items[i].cycle == step->cycle)
			step->standing = &step->status.standings.items[i];
}

static void print(const struct step *step)
{
	const struct phase_report report = {
		.status = &step->status,
		.only = step->standing,
		.conditions = true,
		.advance = &step->advance,
	};
	phase_print(step->session, step->arguments, &report);
}

static bool is_passed_over(const struct step *step)
{
	return step->standing->gate.unmet > 0 && step->reason.len > 0;
}

static bool refuse(struct step *step)
{
	step->advance.outcome = PHASE_REFUSED;
	print(step);
	session_complain(step->session,
		N_("nothing was written: conditions of the phase are not met"),
		N_("meet them, or say why they are passed over: --override REASON"), kpss_str(NULL),
		kpss_str(NULL));
	return false;
}

static bool override_write(struct step *step, struct findings *findings)
{
	const struct gate *gate = &step->standing->gate;
	const struct language *language =
		language_find(plan_is_czech(step->reading->plan) ? "cs" : "en");
	struct kpss_str *titles = arena_array(step->session->arena, gate->count + 1, sizeof *titles);
	struct passing_over passing = {
		.reason = step->reason,
		.conditions = titles,
		.date = step->reading->as_of,
	};
	struct buf title = {0};
	for (size_t i = 0; i < gate->count; i++) {
		if (!condition_hinders(&gate->conditions[i]))
			continue;
		title.len = 0;
		condition_add_title(&title, language, &gate->conditions[i]);
		titles[passing.count++] = arena_text(step->session->arena, buf_str(&title));
	}
	buf_clear(&title);
	if (step->decider) {
		passing.decided_by = step->decider->id;
		passing.decider = plan_schema(step->reading->plan)->kinds[step->decider->kind].singular;
	}
	return passing_over_write(step->change, &step->entering, &passing, findings);
}

/* In memory. */
static bool step_write(struct step *step)
{
	struct findings findings;
	findings_init(&findings);
	step->change = change_open(step->reading->snapshot, &findings);
	bool good = step->change && entering_write(step->change, &step->entering, &findings) &&
		    (!is_passed_over(step) || override_write(step, &findings));
	if (good) {
		step->advance.files = change_files(step->change, &step->advance.count);
		step->advance.reason = is_passed_over(step) ? step->reason : kpss_str("");
		step->advance.tag = phase_tag(
			step->reading, step->cycle, &step->entering, step->session->arena);
	} else {
		session_say_reason(step->session, kpss_str("."), &findings);
	}
	findings_clear(&findings);
	return good;
}

/* The tag says that the bodies saw this text: it has to be the text that was judged. */
static bool plan_is_recorded(const struct step *step, const struct act *act)
{
	struct record_changes changes = {0};
	struct kpss_str unread;
	struct plan *before = plan_new();
	enum record_before was = record_before(act, step->session->arena, before, &unread);
	record_changes_find(act, was == BEFORE_READ ? before : NULL, step->reading->plan,
		step->session->arena, &changes);
	plan_free(before);
	if (was == BEFORE_READ && changes.count == 0 && !changes.unknown.ptr)
		return true;
	session_complain(step->session,
		N_("the plan has changes that are not recorded; nothing was written"),
		N_("record them first, so that the phase begins with a text that all can see: kpss "
		   "record"),
		kpss_str(NULL), kpss_str(NULL));
	return false;
}

static bool step_do(struct step *step, struct act *act, struct act_trouble *trouble)
{
	struct act_wish wish = {.tag = step->advance.tag, .count = step->advance.count};
	char *id = arena_alloc(step->session->arena, ACT_ID_SIZE);
	struct act_change *changes =
		arena_array(step->session->arena, wish.count + 1, sizeof *changes);
	if (!record_persons_given(step->session, &wish))
		return false;
	for (size_t i = 0; i < wish.count; i++)
		changes[i] = (struct act_change){
			.path = step->advance.files[i].path,
			.before = step->advance.files[i].before,
			.after = step->advance.files[i].after,
			.write = true,
		};
	wish.changes = changes;
	wish.message = phase_message(step->reading, step->cycle, &step->entering,
		&step->standing->gate, step->advance.reason, step->session->arena);
	if (!act_do(act, &wish, id, trouble))
		return acting_fail(step->session, trouble);
	step->advance.outcome = PHASE_ENTERED;
	step->advance.branch = act_branch(act);
	step->advance.commit = id;
	return true;
}

static enum exit_status step_record(struct step *step)
{
	struct act_trouble trouble;
	struct act *act = act_open(step->reading->folder, step->session->arena, &trouble);
	bool good = act && act_is_possible(act, &trouble) && act_begin(act, &trouble);
	if (!good)
		acting_fail(step->session, &trouble);
	else
		acting_tell_recovery(step->session, act);
	good = good && plan_is_recorded(step, act) && step_do(step, act, &trouble);
	if (good)
		print(step);
	act_close(act);
	return good ? STATUS_FINE : STATUS_FAILED;
}

static enum exit_status step_take(struct step *step)
{
	if (step->standing->gate.unmet > 0 && !is_passed_over(step) && !is_dry(step)) {
		refuse(step);
		return STATUS_FINDINGS;
	}
	if (!step_write(step))
		return STATUS_FAILED;
	if (!is_dry(step))
		return step_record(step);
	step->advance.outcome = PHASE_PLANNED;
	print(step);
	return step->standing->gate.unmet > 0 && !is_passed_over(step) ? STATUS_FINDINGS
								       : STATUS_FINE;
}

enum exit_status phase_advance(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	struct step step = {.session = session, .arguments = arguments, .reading = reading};
	if (reading->recorded) {
		session_complain(session, N_("what is recorded cannot be changed any more"),
			N_("leave out --at"), kpss_str(NULL), kpss_str(NULL));
		return STATUS_USAGE;
	}
	if (!step_typed(&step) || !step_is_right(&step))
		return STATUS_USAGE;
	step_judge(&step);
	enum exit_status status = step.standing ? step_take(&step) : STATUS_FAILED;
	change_close(step.change);
	standings_clear(&step.status.standings);
	return status;
}

bool phase_advance_recover(struct session *session)
{
	struct act_trouble trouble;
	char *folder = repository_find(".");
	bool good = true;
	if (folder && act_is_unfinished(folder)) {
		struct act *act = act_open(folder, session->arena, &trouble);
		good = act && act_begin(act, &trouble);
		if (good)
			acting_tell_recovery(session, act);
		else
			acting_fail(session, &trouble);
		act_close(act);
	}
	free(folder);
	return good;
}
