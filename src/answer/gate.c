#include "answer/gate.h"

#include <assert.h>

#include "base/arena.h"
#include "base/language.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "rule/code.h"
#include "rule/severity.h"
#include "town/setting.h"

extern const unsigned char answer_gates[];
extern const size_t answer_gates_size;

struct plan *gates_builtin(void)
{
	const struct memory_file files[] = {
		{.path = "kpss.yaml", .bytes = kpss_str("formát: 1\nměsto: {název: Město}\n")},
		{.path = "pravidla.yaml",
			.bytes = {.ptr = (const char *)answer_gates, .len = answer_gates_size}},
	};
	struct snapshot *snapshot = snapshot_memory(files, sizeof files / sizeof *files);
	struct plan *plan = plan_new();
	struct findings findings;
	findings_init(&findings);
	bool good = plan_load(plan, snapshot, &findings) && findings.count == 0;
	assert(good);
	(void)good;
	findings_clear(&findings);
	snapshot_close(snapshot);
	return plan;
}

/* The gate of a phase as a profile writes it; NULL when it has none. */
static const struct node *gate_written(const struct plan *plan, uint32_t phase)
{
	const struct node *gates = field(plan_profile(plan), WORD_gates);
	for (const struct node *gate = value_first_item(gates); gate;
		gate = node_next_item(gates, gate))
		if (value_word(field(gate, WORD_phase)) == phase)
			return gate;
	return NULL;
}

static struct finding_argument title_of(const struct node *written)
{
	struct kpss_str czech = value_text(field(written, WORD_title_cs));
	struct kpss_str english = value_text(field(written, WORD_title_en));
	return argument_words(english.len ? english : czech, czech.len ? czech : english);
}

/* What it is called where the town does not say. */
static const char *meaning_of(const struct node *codes)
{
	const struct node *first = value_first_item(codes);
	const struct finding_kind *kind = first ? code_find(value_text(first)) : NULL;
	return kind ? kind->meaning : N_("nothing is found that the town has named");
}

/* Is there a setting in the profile, or need there be none, for the findings of the code? */
static bool is_watched(const struct plan *plan, struct kpss_date day, struct kpss_str code)
{
	const struct finding_kind *kind = code_find(code);
	const char *names = kind ? kind->setting : NULL;
	const struct node *severity = kind ? severity_setting(plan, day, kind->code) : NULL;
	struct setting_name name;
	if (severity && severity_set(severity, kind->severity) == KPSS_SILENT)
		return false;
	if (!names)
		return true;
	while (*names && setting_name_take(plan_schema(plan), &names, &name))
		if (setting_key(plan, &name))
			return true;
	return false;
}

/* The state where nothing is found. */
static enum condition_state state_unfound(
	const struct plan *plan, struct kpss_date day, const struct gate_condition *condition)
{
	bool known = condition->without_errors, watched = condition->without_errors;
	for (const struct node *code = value_first_item(condition->codes); code;
		code = node_next_item(condition->codes, code)) {
		known |= code_is_known(plan, value_text(code));
		watched |= is_watched(plan, day, value_text(code));
	}
	return !known ? CONDITION_UNKNOWN : watched ? CONDITION_MET : CONDITION_UNWATCHED;
}

static bool names(const struct gate_condition *condition, const struct finding *finding)
{
	for (const struct node *code = value_first_item(condition->codes); code;
		code = node_next_item(condition->codes, code))
		if (kpss_str_is(value_text(code), finding->kind->code))
			return true;
	return false;
}

/* One mistake is told once. */
static bool is_named_elsewhere(const struct gate *gate, const struct finding *finding)
{
	for (size_t i = 0; i < gate->count; i++)
		if (gate->conditions[i].is_required && names(&gate->conditions[i], finding))
			return true;
	return false;
}

static bool is_against(const struct gate *gate, const struct gate_condition *condition,
	const struct finding *finding)
{
	if (names(condition, finding))
		return true;
	return condition->without_errors && finding->severity == KPSS_ERROR &&
	       !is_named_elsewhere(gate, finding);
}

bool gate_asks(const struct gate *gate, const struct finding *finding)
{
	for (size_t i = 0; i < gate->count; i++)
		if (is_against(gate, &gate->conditions[i], finding))
			return true;
	return false;
}

static struct gate_condition condition_of(const struct node *written)
{
	const struct node *required = field(written, WORD_required);
	struct gate_condition condition = {
		.title = title_of(written),
		.codes = field(written, WORD_codes),
		.without_errors = value_is_true(field(written, WORD_without_errors)),
		.is_required = is_absent(required) || value_is_true(required),
	};
	if (condition.title.text.len == 0)
		condition.meaning = condition.without_errors ? N_("the plan has no errors")
							     : meaning_of(condition.codes);
	return condition;
}

struct gate gate_of(const struct plan *plan, const struct plan *builtin, uint32_t phase,
	struct kpss_date day, struct arena *arena)
{
	const struct node *own = gate_written(plan, phase);
	const struct node *written = own ? own : gate_written(builtin, phase);
	const struct node *list = written ? field(written, WORD_conditions) : value_none();
	struct gate gate = {.phase = phase, .day = day, .is_own = own != NULL};
	gate.conditions = arena_array(arena, (size_t)list->size + 1, sizeof *gate.conditions);
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		gate.conditions[gate.count++] = condition_of(item);
	return gate;
}

static struct standing_blocks blocks_against(const struct gate *gate,
	const struct gate_condition *condition, struct standing_blocks found, struct arena *arena)
{
	size_t count = 0;
	struct standing_block *items = arena_array(arena, found.count + 1, sizeof *items);
	for (size_t i = 0; i < found.count; i++)
		if (is_against(gate, condition, found.items[i].finding))
			items[count++] = found.items[i];
	return (struct standing_blocks){.items = items, .count = count};
}

static bool is_open(const struct gate_condition *condition)
{
	return condition->state == CONDITION_UNMET || condition->state == CONDITION_UNKNOWN;
}

bool condition_hinders(const struct gate_condition *condition)
{
	return condition->is_required && is_open(condition);
}

void gate_judge(struct gate *gate, const struct plan *plan, struct standing_blocks found,
	struct arena *arena)
{
	gate->unmet = gate->unmet_too = 0;
	for (size_t i = 0; i < gate->count; i++) {
		struct gate_condition *condition = &gate->conditions[i];
		condition->blocks = blocks_against(gate, condition, found, arena);
		condition->state = condition->blocks.count
					   ? CONDITION_UNMET
					   : state_unfound(plan, gate->day, condition);
		gate->unmet += condition_hinders(condition);
		gate->unmet_too += is_open(condition) && !condition->is_required;
	}
}

struct standing_blocks gate_blocks(
	const struct gate *gate, struct standing_blocks found, struct arena *arena)
{
	size_t count = 0;
	struct standing_block *items = arena_array(arena, found.count + 1, sizeof *items);
	for (size_t i = 0; i < found.count; i++) {
		bool against = false;
		for (size_t c = 0; c < gate->count && !against; c++)
			against = gate->conditions[c].is_required &&
				  is_against(gate, &gate->conditions[c], found.items[i].finding);
		if (against)
			items[count++] = found.items[i];
	}
	return (struct standing_blocks){.items = items, .count = count};
}
