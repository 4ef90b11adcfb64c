#include "change/entering.h"

#include "base/buf.h"
#include "base/day.h"
#include "change/change.h"
#include "change/piece.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/phase.h"

/* As files hold it. */
static struct kpss_str day_yaml(struct buf *buf, struct kpss_date day)
{
	int year, month, of_month;
	kpss_date_split(day, &year, &month, &of_month);
	buf->len = 0;
	buf_addf(buf, "%04d-%02d-%02d", year, month, of_month);
	return buf_str(buf);
}

static bool day_set(struct change *change, const struct entering *entering, size_t item,
	uint16_t field_word, struct kpss_date day, struct findings *findings)
{
	struct buf buf = {0};
	bool good = change_set_item(change, entering->cycle,
		&(struct item_field){.list = WORD_phases,
			.item = item,
			.field = field_word,
			.behind = field_word == WORD_to ? WORD_from : WORD_phase},
		day_yaml(&buf, day), findings);
	buf_clear(&buf);
	return good;
}

/* Is the cycle in it before the day, and would still be on it? */
static bool is_to_end(const struct node *entry, const struct entering *entering)
{
	struct period period = mapping_period(entry);
	if (!phase_is_of_cycle(entry) || !period_is_sound(entry) || day_is_open(period.from))
		return false;
	return period.from.days < entering->day.days && period.to.days >= entering->day.days;
}

static bool running_end(
	struct change *change, const struct entering *entering, struct findings *findings)
{
	const struct entity *cycle = plan_find(change_plan(change), entering->cycle);
	const struct node *phases = field(cycle->mapping, WORD_phases);
	size_t number = 0;
	const struct kpss_date before = {.days = entering->day.days - 1};
	for (const struct node *entry = value_first_item(phases); entry;
		entry = node_next_item(phases, entry), number++) {
		if (!is_to_end(entry, entering))
			continue;
		if (!day_set(change, entering, number, WORD_to, before, findings))
			return false;
		/* The plan was read again; what has an end now is not met once more. */
		return running_end(change, entering, findings);
	}
	return true;
}

static size_t number_of(const struct node *list, const struct node *wanted)
{
	size_t number = 0;
	for (const struct node *item = value_first_item(list); item != wanted;
		item = node_next_item(list, item))
		number++;
	return number;
}

static bool item_add(struct change *change, const struct entering *entering, struct findings *findings)
{
	struct piece piece;
	piece_begin_item(&piece, change_plan(change), KIND_cycle, WORD_phases);
	piece_word(&piece, WORD_phase, (uint16_t)entering->phase);
	piece_day(&piece, WORD_from, entering->day);
	bool good = change_add_item(
		change, entering->cycle, WORD_phases, buf_str(&piece.yaml), findings);
	piece_clear(&piece);
	return good;
}

bool entering_write(
	struct change *change, const struct entering *entering, struct findings *findings)
{
	if (!entering->beside && !running_end(change, entering, findings))
		return false;
	const struct entity *cycle = plan_find(change_plan(change), entering->cycle);
	const struct node *planned = phase_planned(cycle, entering->phase, entering->day);
	if (!planned)
		return item_add(change, entering, findings);
	return day_set(change, entering,
		number_of(field(cycle->mapping, WORD_phases), planned), WORD_from, entering->day,
		findings);
}

bool passing_over_write(struct change *change, const struct entering *entering,
	const struct passing_over *passing, struct findings *findings)
{
	struct piece piece;
	piece_begin_item(&piece, change_plan(change), KIND_cycle, WORD_overrides);
	piece_word(&piece, WORD_phase, (uint16_t)entering->phase);
	piece_texts(&piece, WORD_conditions, passing->conditions, passing->count);
	piece_text(&piece, WORD_reason, passing->reason);
	if (passing->decided_by.len) {
		piece_list(&piece, WORD_decided_by);
		piece_item(&piece);
		piece_text(&piece, passing->decider, passing->decided_by);
		piece_close(&piece);
		piece_close(&piece);
	}
	piece_day(&piece, WORD_date, passing->date);
	bool good = change_add_item(
		change, entering->cycle, WORD_overrides, buf_str(&piece.yaml), findings);
	piece_clear(&piece);
	return good;
}
