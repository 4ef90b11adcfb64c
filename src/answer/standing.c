#include "answer/standing.h"

#include "answer/concern.h"
#include "answer/due.h"
#include "answer/foresight.h"
#include "base/arena.h"
#include "base/day.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/item.h"
#include "town/phase.h"

bool phase_is_on(const struct node *phase, struct kpss_date day)
{
	struct period period = mapping_period(phase);
	bool has_day = !day_is_open(period.from) || !day_is_open(period.to);
	return has_day && period_is_sound(phase) && period_contains(period, day);
}

struct finding_argument phase_argument(const struct plan *plan, const struct node *phase)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_list *values = phase_words(schema);
	const struct node *written = field(phase, WORD_phase);
	uint32_t word = value_word(written);
	for (uint32_t v = 0; values && v + 1 < values->count; v += 2)
		if (schema->lists[values->first + v] == word)
			return argument_words(schema_word(schema, schema->lists[values->first + v]),
				schema_word(schema, schema->lists[values->first + v + 1]));
	return argument_text(value_text(written));
}

struct kpss_str phase_of(const struct plan *plan, const struct node *phase)
{
	const struct entity *action_plan = plan_target(plan, field(phase, WORD_action_plan));
	if (action_plan)
		return record_called(action_plan);
	const struct node *year = field(phase, WORD_year);
	return value_text(is_absent(year) ? field(phase, WORD_title) : year);
}

static enum standing_state state_of(const struct entity *cycle, struct kpss_date day)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	struct period own = mapping_period(cycle->mapping);
	struct kpss_date begin = KPSS_DATE_LATEST, end = KPSS_DATE_EARLIEST;
	bool dated = false, on = false;
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item)) {
		struct period period = mapping_period(item);
		if ((day_is_open(period.from) && day_is_open(period.to)) || !period_is_sound(item))
			continue;
		dated = true;
		on |= phase_is_on(item, day);
		begin = day_earlier(begin, period.from);
		end = day_later(end, period.to);
	}
	if (!day_is_open(own.from) || !day_is_open(own.to)) {
		begin = dated ? day_earlier(begin, own.from) : own.from;
		end = dated ? day_later(end, own.to) : own.to;
		dated = true;
	}
	if (!dated)
		return CYCLE_UNDATED;
	if (on)
		return CYCLE_RUNNING;
	return day.days < begin.days ? CYCLE_COMING
	       : day.days > end.days ? CYCLE_OVER
				     : CYCLE_RUNNING;
}

static const struct node *next_phase(const struct entity *cycle, struct kpss_date day)
{
	const struct node *phases = field(cycle->mapping, WORD_phases), *next = NULL;
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item)) {
		struct kpss_date begin = mapping_period(item).from;
		if (period_is_sound(item) && !day_is_open(begin) && begin.days > day.days &&
			(!next || begin.days < mapping_period(next).from.days))
			next = item;
	}
	return next;
}

/* Fields that lead from a record to what it belongs to. */
static const uint32_t leads[] = {WORD_cycle, WORD_plan, WORD_action_plan, WORD_consultation,
	WORD_submission, WORD_subject, WORD_subjects, WORD_belongs_to, WORD_document, WORD_version,
	WORD_node, WORD_nodes, WORD_measure, WORD_parent};

enum {
	STEPS_MOST = 6,
	/* More cycles are nobody's planning, and would let hostile files take any amount of
	 * time. */
	CYCLES_MOST = 64,
	CYCLES_JUDGED_AHEAD_MOST = 8,
};

static bool belongs(const struct plan *plan, const struct entity *record,
	const struct entity *cycle, const struct entity *planned, int steps);

static bool leads_there(const struct plan *plan, const struct node *value,
	const struct entity *cycle, const struct entity *planned, int steps)
{
	if (value->kind == NODE_SCALAR)
		return belongs(plan, plan_target(plan, value), cycle, planned, steps);
	for (const struct node *item = value_first_item(value); item;
		item = node_next_item(value, item))
		if (item->kind == NODE_SCALAR &&
			belongs(plan, plan_target(plan, item), cycle, planned, steps))
			return true;
	return false;
}

static bool belongs(const struct plan *plan, const struct entity *record,
	const struct entity *cycle, const struct entity *planned, int steps)
{
	if (!record || steps == STEPS_MOST)
		return false;
	if (record == cycle || (planned && record == planned))
		return true;
	if (record->kind == KIND_node)
		return planned && item_plan(record) == planned;
	/* Another cycle or plan, which may well name this one as the one that it continues. */
	if (record->kind == KIND_cycle || record->kind == KIND_plan)
		return false;
	if (record->parent && belongs(plan, record->parent, cycle, planned, steps + 1))
		return true;
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (leads_there(plan, field(record->mapping, leads[i]), cycle, planned, steps + 1))
			return true;
	return false;
}

bool record_is_of_cycle(
	const struct plan *plan, const struct entity *record, const struct entity *cycle)
{
	return belongs(plan, record, cycle, plan_target(plan, field(cycle->mapping, WORD_plan)), 0);
}

struct survey {
	const struct standing_question *question;
	struct arena *arena;
	struct standing *items;
	size_t count;
};

static const struct entity *record_of(const struct plan *plan, const struct finding *finding)
{
	return finding->subject.len ? plan_find(plan, finding->subject) : NULL;
}

static bool is_wanted(const struct survey *survey, const struct finding *finding)
{
	const struct concern *concern = survey->question->concern;
	const struct entity *record = record_of(survey->question->plan, finding);
	return !concern || (record && concern_has(concern, record));
}

static bool is_of_cycle(
	const struct survey *survey, const struct finding *finding, const struct entity *cycle)
{
	const struct entity *record = record_of(survey->question->plan, finding);
	return record && record_is_of_cycle(survey->question->plan, record, cycle);
}

static bool is_elsewhere(const struct survey *survey, const struct finding *finding)
{
	for (size_t i = 0; i < survey->count; i++)
		if (is_of_cycle(survey, finding, survey->items[i].cycle))
			return false;
	return true;
}

/* Both in the order of findings_sort. */
static int place_compare(const struct finding *a, const struct finding *b)
{
	struct kpss_str left = a->where.source ? a->where.source->path : kpss_str("");
	struct kpss_str right = b->where.source ? b->where.source->path : kpss_str("");
	int order = memcmp(left.ptr, right.ptr, left.len < right.len ? left.len : right.len);
	if (order == 0 && left.len != right.len)
		order = left.len < right.len ? -1 : 1;
	if (order == 0 && a->where.begin != b->where.begin)
		order = a->where.begin < b->where.begin ? -1 : 1;
	return order ? order : strcmp(a->kind->code, b->kind->code);
}

/* Was the same found today, as seriously? `from` goes on where the last question ended. */
static bool is_known(const struct findings *today, const struct finding *finding, size_t *from)
{
	while (*from < today->count && place_compare(&today->items[*from], finding) < 0)
		++*from;
	for (size_t i = *from; i < today->count && place_compare(&today->items[i], finding) == 0;
		i++)
		if (today->items[i].severity >= finding->severity)
			return true;
	return false;
}

/* Does the finding bear on a cycle at its gate? Without a gate only errors in its own records do. */
static bool bears_on(const struct survey *survey, const struct finding *finding,
	const struct standing *standing)
{
	bool gated = standing->gate.phase != UINT32_MAX;
	if (gated ? !gate_asks(&standing->gate, finding) : finding->severity != KPSS_ERROR)
		return false;
	if (!is_wanted(survey, finding))
		return false;
	return is_of_cycle(survey, finding, standing->cycle) ||
	       (gated && is_elsewhere(survey, finding));
}

/* What bears on the cycle today, then what does `ahead` (may be NULL) and is not known today. */
static struct standing_blocks found_for(const struct survey *survey,
	const struct standing *standing, const struct findings *ahead)
{
	const struct findings *today = survey->question->findings;
	size_t most = today->count + (ahead ? ahead->count : 0), count = 0, from = 0;
	struct standing_block *items = arena_array(survey->arena, most + 1, sizeof *items);
	for (size_t i = 0; i < today->count; i++)
		if (bears_on(survey, &today->items[i], standing))
			items[count++] = (struct standing_block){.finding = &today->items[i]};
	for (size_t i = 0; ahead && i < ahead->count; i++) {
		const struct finding *finding = &ahead->items[i];
		if (!is_known(today, finding, &from) && bears_on(survey, finding, standing))
			items[count++] = (struct standing_block){.finding = finding, .ahead = true};
	}
	return (struct standing_blocks){.items = items, .count = count};
}

static void step_judge(
	const struct survey *survey, struct standing *standing, const struct foresight *foresight)
{
	const struct plan *plan = survey->question->plan;
	struct standing_blocks found =
		found_for(survey, standing, foresight ? &foresight->findings : NULL);
	standing->blocks = found;
	if (standing->gate.phase == UINT32_MAX)
		return;
	gate_judge(&standing->gate, plan, found, survey->arena);
	standing->blocks = gate_blocks(&standing->gate, found, survey->arena);
}

static bool blocks_some(const struct survey *survey, const struct finding *finding)
{
	for (size_t i = 0; i < survey->count; i++)
		for (size_t b = 0; b < survey->items[i].blocks.count; b++)
			if (survey->items[i].blocks.items[b].finding == finding)
				return true;
	return false;
}

static struct standing_blocks blocks_elsewhere(const struct survey *survey)
{
	const struct findings *today = survey->question->findings;
	size_t count = 0;
	struct standing_block *items = arena_array(survey->arena, today->count + 1, sizeof *items);
	for (size_t i = 0; i < today->count; i++) {
		const struct finding *finding = &today->items[i];
		if (finding->severity == KPSS_ERROR && is_wanted(survey, finding) &&
			is_elsewhere(survey, finding) && !blocks_some(survey, finding))
			items[count++] = (struct standing_block){.finding = finding};
	}
	return (struct standing_blocks){.items = items, .count = count};
}

/* The phase that comes next and the day on which it begins, or would. */
static struct gate next_gate(const struct standing_question *question, const struct plan *builtin,
	const struct standing *standing, struct arena *arena)
{
	uint32_t phase = standing->next ? value_word(field(standing->next, WORD_phase))
					: cycle_next(standing->cycle, question->as_of);
	struct kpss_date day =
		standing->next ? mapping_period(standing->next).from : question->as_of;
	if (standing->state == CYCLE_OVER || phase == UINT32_MAX)
		return (struct gate){.phase = UINT32_MAX};
	return gate_of(question->plan, builtin, phase, day, arena);
}

static void judge_all(const struct survey *survey, struct standings *standings)
{
	const struct standing_question *question = survey->question;
	size_t judged = 0;
	for (size_t i = 0; i < survey->count; i++) {
		struct standing *standing = &survey->items[i];
		struct foresight *foresight = NULL;
		if (standing->gate.phase != UINT32_MAX && judged++ < CYCLES_JUDGED_AHEAD_MOST) {
			foresight = &standings->foresights[i];
			*foresight = foresee(question->plan, question->snapshot, standing->cycle,
				standing->gate.phase, standing->gate.day);
		}
		step_judge(survey, standing, foresight);
	}
	standings->elsewhere = blocks_elsewhere(survey);
}

static struct standings standings_begin(
	const struct standing_question *question, struct survey *survey, struct arena *arena)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(question->plan, KIND_cycle, &count);
	count = count < CYCLES_MOST ? count : CYCLES_MOST;
	struct standings standings = {
		.items = arena_array(arena, (size_t)count + 1, sizeof *standings.items),
		.count = count,
		.foresights = arena_array(arena, (size_t)count + 1, sizeof *standings.foresights),
		.builtin = gates_builtin(),
	};
	for (uint32_t i = 0; i < count; i++)
		standings.items[i] = (struct standing){
			.cycle = cycles[i],
			.state = state_of(cycles[i], question->as_of),
			.next = next_phase(cycles[i], question->as_of),
			.gate = {.phase = UINT32_MAX},
		};
	*survey = (struct survey){question, arena, standings.items, count};
	return standings;
}

struct standings standings_of(const struct standing_question *question, struct arena *arena)
{
	struct survey survey;
	struct standings standings = standings_begin(question, &survey, arena);
	for (size_t i = 0; i < standings.count; i++)
		standings.items[i].gate =
			next_gate(question, standings.builtin, &standings.items[i], arena);
	judge_all(&survey, &standings);
	return standings;
}

struct standings standing_at_gate(const struct standing_question *question,
	const struct entity *cycle, uint32_t phase, struct kpss_date day, struct arena *arena)
{
	struct survey survey;
	struct standings standings = standings_begin(question, &survey, arena);
	for (size_t i = 0; i < standings.count; i++)
		if (standings.items[i].cycle == cycle)
			standings.items[i].gate = gate_of(
				question->plan, standings.builtin, phase, day, arena);
	judge_all(&survey, &standings);
	return standings;
}

void standings_clear(struct standings *standings)
{
	for (size_t i = 0; i < standings->count; i++)
		if (standings->foresights[i].findings.arena)
			foresight_clear(&standings->foresights[i]);
	plan_free(standings->builtin);
}
