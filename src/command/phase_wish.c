#include "command/phase_wish.h"

#include "answer/due.h"
#include "answer/gate.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/version.h"
#include "change/entering.h"
#include "command/reading.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/gate.h"
#include "render/message.h"
#include "town/phase.h"

static struct kpss_str phase_english(const struct plan *plan, uint32_t phase)
{
	return schema_word(plan_schema(plan), (uint16_t)phase);
}

/* How often the cycle as a whole has begun the phase before. */
static size_t count_before(const struct entity *cycle, const struct entering *entering)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	size_t count = 0;
	for (const struct node *item = value_first_item(phases); item;
		item = node_next_item(phases, item))
		count += value_word(field(item, WORD_phase)) == entering->phase &&
			 phase_is_of_cycle(item) &&
			 mapping_period(item).from.days < entering->day.days &&
			 field_key(item, WORD_from);
	return count;
}

const char *phase_tag(const struct reading *reading, const struct entity *cycle,
	const struct entering *entering, struct arena *arena)
{
	size_t before = count_before(cycle, entering);
	const char *phase = phase_english(reading->plan, entering->phase).ptr;
	if (before == 0)
		return arena_format(arena, "kpss/%.*s/%s", (int)cycle->id.len, cycle->id.ptr, phase)
			.ptr;
	return arena_format(arena, "kpss/%.*s/%s-%zu", (int)cycle->id.len, cycle->id.ptr, phase,
		before + 1)
		.ptr;
}

/* On one line, as trailers are. */
static void add_flat(struct buf *buf, struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		buf_add_char(buf, (unsigned char)text.ptr[i] < ' ' ? ' ' : text.ptr[i]);
}

static void add_trailers(struct buf *buf, const struct reading *reading,
	const struct entity *cycle, const struct entering *entering, const struct gate *gate)
{
	struct kpss_str phase = phase_english(reading->plan, entering->phase);
	buf_addf(buf, "\n\nKpss-Act: phase\nKpss-Cycle: %.*s\nKpss-Phase: %.*s\n", (int)cycle->id.len,
		cycle->id.ptr, (int)phase.len, phase.ptr);
	buf_addf(buf, "Kpss-Conditions: %zu, unmet %zu\n", gate->count, gate->unmet);
}

struct kpss_str phase_message(const struct reading *reading, const struct entity *cycle,
	const struct entering *entering, const struct gate *gate, struct kpss_str reason,
	struct arena *arena)
{
	const struct language *language =
		language_find(plan_is_czech(reading->plan) ? "cs" : "en");
	struct buf buf = {0}, phase = {0};
	gate_add_phase(&phase, language, reading->plan, entering->phase);
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(record_called(cycle)), argument_text(buf_str(&phase)),
		argument_date(entering->day)};
	message_add(&buf, language, N_("{0}: phase ‘{1}’ begins on {2}"), arguments);
	add_trailers(&buf, reading, cycle, entering, gate);
	if (reason.len) {
		buf_add_text(&buf, "Kpss-Override: ");
		add_flat(&buf, reason);
		buf_add_char(&buf, '\n');
	}
	buf_addf(&buf, "Kpss-Version: %s\n", program_version);
	struct kpss_str message = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	buf_clear(&phase);
	return message;
}
