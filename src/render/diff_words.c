/* Words that all formats of the difference have in common. */
#include <inttypes.h>

#include "answer/due.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/diff_inside.h"
#include "render/message.h"
#include "render/record.h"
#include "render/recorded.h"
#include "repo/store.h"
#include "schema/shape.h"

enum { WORDS_TOLD_FROM = 40, WORDS_TOLD_SHARE = 25 }; /* bytes; words of a hundred that stay */

const struct diff_format *const diff_formats[] = {
	&diff_format_text, &diff_format_md, &diff_format_html, &diff_format_json, NULL};

static bool is_czech(const struct diff_options *options)
{
	return strcmp(language_code(options->language), "cs") == 0;
}

const char *diff_fate_word(enum diff_fate fate)
{
	static const char *const words[] = {
		[DIFF_CHANGED] = N_("changed"),
		[DIFF_ADDED] = N_("added"),
		[DIFF_REMOVED] = N_("removed"),
	};
	return words[fate];
}

const char *diff_sort_word(enum diff_sort sort)
{
	static const char *const words[] = {
		[DIFF_MOVED] = N_("moved"),
		[DIFF_LEVEL] = N_("level"),
		[DIFF_RENUMBERED] = N_("renumbered"),
		[DIFF_FIELD] = "field",
		[DIFF_ITEM_ADDED] = "item-added",
		[DIFF_ITEM_REMOVED] = "item-removed",
		[DIFF_BEGUN] = "begun",
		[DIFF_ENDED] = "ended",
	};
	return words[sort];
}

static void add_state(
	struct buf *buf, const struct diff_options *options, const struct diff_state *state)
{
	buf_add(buf, state->called);
	if (!state->recorded)
		return;
	struct kpss_str id = {.ptr = state->recorded->commit, .len = STORE_ID_SHOWN};
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(id), argument_date(state->recorded->day)};
	message_add(buf, options->language, N_(" (commit {0} of {1})"), arguments);
}

void diff_add_states(struct buf *buf, const struct diff_options *options)
{
	add_state(buf, options, &options->from);
	buf_add_text(buf, " → ");
	add_state(buf, options, &options->to);
}

const struct entity *diff_shown(const struct diff_record *record)
{
	return record->after ? record->after : record->before;
}

void diff_add_record(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record)
{
	const struct entity *shown = diff_shown(record);
	if (!shown) {
		buf_add_text(
			buf, language_text(options->language, N_("the town's rules (profile)")));
		return;
	}
	const struct plan *plan = record->after ? diff->after : diff->before;
	struct kpss_str code = value_text(field(shown->mapping, WORD_code)),
			called = record_called(shown);
	record_add_kind(buf, options->language, plan, shown);
	buf_add_text(buf, code.len ? " " : "");
	buf_add(buf, code);
	if (!kpss_str_equal(called, shown->id)) {
		buf_add_char(buf, ' ');
		buf_add(buf, message_beginning(called, 100));
		buf_add_text(buf, message_beginning(called, 100).len < called.len ? "…" : "");
	}
	if (shown->id.len)
		buf_addf(buf, " (%.*s)", (int)shown->id.len, shown->id.ptr);
}

static void add_step(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_step *step)
{
	struct kpss_str title = is_czech(options) ? step->czech_title : step->title,
			from = step->from;
	buf_add(buf, title.len ? title : step->word);
	if (is_absent(step->item.node))
		return;
	buf_add_text(buf, ", ");
	diff_add_value(buf, options, diff, step->item);
	struct kpss_date day;
	if (!kpss_date_parse(from, &day))
		return;
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_date(day)};
	message_add(buf, options->language, N_(" (from {0})"), arguments);
}

void diff_add_subject(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_change *change)
{
	size_t count = change->step_count - (change->sort == DIFF_ENDED);
	if (change->step_count == 0 || change->sort == DIFF_RENUMBERED)
		buf_add_text(buf, language_text(options->language, diff_sort_word(change->sort)));
	else
		for (size_t i = 0; i < count; i++) {
			buf_add_text(buf, i ? " › " : "");
			add_step(buf, options, diff, &change->steps[i]);
		}
}

const char *diff_happening(const struct diff_options *options, const struct diff_change *change)
{
	static const char *const words[] = {
		[DIFF_ITEM_ADDED] = N_("new in the list"),
		[DIFF_ITEM_REMOVED] = N_("no longer in the list"),
		[DIFF_BEGUN] = N_("begins"),
		[DIFF_ENDED] = N_("ends"),
	};
	if (change->sort >= DIFF_ITEM_ADDED)
		return language_text(options->language, words[change->sort]);
	if (change->sort != DIFF_FIELD)
		return NULL;
	if (is_absent(change->before.node))
		return language_text(options->language, N_("given now"));
	return is_absent(change->after.node)
		       ? language_text(options->language, N_("no longer given"))
		       : NULL;
}

static void add_holder(struct buf *buf, const struct diff *diff, struct told holder)
{
	struct kpss_str id = value_text(holder.node);
	const struct entity *found = plan_find(holder.plan, id);
	const struct plan *other = holder.plan == diff->before ? diff->after : diff->before;
	found = found ? found : plan_find(other, id);
	struct kpss_str code = found ? value_text(field(found->mapping, WORD_code)) : kpss_str("");
	buf_add(buf, code);
	buf_add_text(buf, code.len ? " " : "");
	buf_add(buf, found ? record_called(found) : id);
}

static void add_amount(
	struct buf *buf, const struct diff_options *options, int64_t hundredths, uint32_t unit)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number(hundredths / 100)};
	int64_t rest = hundredths % 100 < 0 ? -(hundredths % 100) : hundredths % 100;
	if (hundredths < 0 && hundredths > -100)
		buf_add_text(buf, is_czech(options) ? "−" : "-");
	message_add(buf, options->language, "{0}", arguments);
	if (rest)
		buf_addf(buf, "%c%02" PRId64, is_czech(options) ? ',' : '.', rest);
	if (unit)
		buf_addf(buf, "\u00A0%s",
			language_text(options->language,
				unit == WORD_czk ? N_("CZK") : N_("thousand CZK")));
}

void diff_add_side(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change, bool before)
{
	struct told value = before ? change->before : change->after;
	const struct entity *entity = before ? record->before : record->after;
	if (change->sort == DIFF_LEVEL)
		record_add_kind(
			buf, options->language, before ? diff->before : diff->after, entity);
	else if (is_absent(value.node))
		return;
	else if (change->sort == DIFF_MOVED)
		add_holder(buf, diff, value);
	else if (change->money.is_money)
		add_amount(buf, options, before ? change->money.before : change->money.after,
			before ? change->money.unit_before : change->money.unit_after);
	else
		diff_add_value(buf, options, diff, value);
}

void diff_add_money(
	struct buf *buf, const struct diff_options *options, const struct diff_change *change)
{
	struct diff_money money = change->money;
	if (!money.is_money || is_absent(change->before.node) || is_absent(change->after.node))
		return;
	uint32_t unit = money.unit_after;
	if (money.unit_before != money.unit_after) {
		enum { THOUSAND = 1000 };
		bool known = money.unit_before && money.unit_after;
		int64_t *larger =
			money.unit_before == WORD_thousand_czk ? &money.before : &money.after;
		if (!known || __builtin_mul_overflow(*larger, THOUSAND, larger))
			return;
		unit = WORD_czk;
	}
	int64_t difference;
	if (__builtin_sub_overflow(money.after, money.before, &difference))
		return;
	buf_add_text(buf, difference > 0 ? "+" : "");
	add_amount(buf, options, difference, unit);
}

size_t diff_words(const struct diff_options *options, const struct diff_change *change,
	const struct word_run **runs)
{
	struct kpss_str before = value_text(change->before.node),
			after = value_text(change->after.node);
	const struct schema_table *table = plan_schema(change->after.plan);
	bool is_text = change->sort == DIFF_FIELD && change->before.node->kind == NODE_SCALAR &&
		       change->after.node->kind == NODE_SCALAR && !change->money.is_money &&
		       shape_format(table, change->after.shape) == FORMAT_NONE &&
		       !shape_with(table, change->after.shape, SHAPE_VALUES) &&
		       !shape_with(table, change->after.shape, SHAPE_TARGETS);
	if (!is_text || before.len == 0 || after.len == 0 ||
		before.len + after.len < 2 * WORDS_TOLD_FROM ||
		words_alike(options->arena, before, after) < WORDS_TOLD_SHARE)
		return 0;
	return words_compare(options->arena, before, after, runs);
}

static void add_counts(struct buf *buf, const struct diff_options *options, const struct diff *diff)
{
	const struct {
		const char *singular, *plural;
		size_t count;
	} texts[] = {
		{P_("{0} record added", "{0} records added"), diff->added},
		{P_("{0} record removed", "{0} records removed"), diff->removed},
		{P_("{0} record changed", "{0} records changed"), diff->changed},
	};
	const char *between = "";
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_number((int64_t)texts[i].count)};
		if (texts[i].count == 0)
			continue;
		buf_add_text(buf, between);
		between = ", ";
		message_add_counted(
			buf, options->language, texts[i].singular, texts[i].plural, arguments);
	}
	if (diff->count == 0)
		buf_add_text(buf, language_text(options->language, N_("the plan says the same")));
}

bool diff_add_summary_line(
	struct buf *buf, const struct diff_options *options, const struct diff *diff, size_t index)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)diff->binding)};
	if (index == 0)
		add_counts(buf, options, diff);
	else if (index == 1 && diff->binding)
		message_add_counted(buf, options->language,
			P_("{0} change of what is binding: once approved, it needs a new "
			   "resolution",
				"{0} changes of what is binding: once approved, they need a new "
				"resolution"),
			arguments);
	else
		return false;
	return true;
}
