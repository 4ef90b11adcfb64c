/* Words that all formats of the trace have in common. */
#include "base/arena.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/message.h"
#include "render/recorded.h"
#include "render/record.h"
#include "render/trace_inside.h"

const struct trace_format *const trace_formats[] = {
	&trace_format_text, &trace_format_json, &trace_format_csv, &trace_format_md, NULL};

const char *trace_state_word(size_t state)
{
	static const char *const words[] = {
		[TRACE_COVERED] = N_("covered"),
		[TRACE_MISSING] = N_("missing"),
		[TRACE_ORPHANED] = N_("orphaned"),
		[TRACE_UNWANTED] = N_("unwanted"),
		[TRACE_OUTDATED] = N_("outdated"),
		[TRACE_UNREADABLE] = N_("unreadable"),
	};
	return state < TRACE_STATE_COUNT ? words[state] : NULL;
}

const char *trace_step_word(enum trace_step step)
{
	static const char *const words[] = {
		[TRACE_NEED] = N_("need"),
		[TRACE_SOURCE] = N_("source"),
		[TRACE_INDICATOR] = N_("indicator"),
		[TRACE_ROW] = N_("row"),
		[TRACE_RESULT] = N_("result"),
		[TRACE_ITEM] = N_("item"),
	};
	return words[step];
}

const struct entity *trace_shown(const struct trace_link *link)
{
	return link->to || link->depth > 0 ? link->to : link->from;
}

struct kpss_str trace_kind_word(const struct trace *trace, const struct entity *entity)
{
	return record_kind_word(trace->plan, entity);
}

void trace_add_kind(struct buf *buf, const struct trace_options *options, const struct trace *trace,
	const struct entity *entity)
{
	record_add_kind(buf, options->language, trace->plan, entity);
}

static void add_cut(struct buf *buf, struct kpss_str text, size_t longest)
{
	size_t at = 0, characters = 0;
	while (at < text.len && (longest == 0 || characters < longest)) {
		at++;
		while (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
			at++;
		characters++;
	}
	buf_add(buf, (struct kpss_str){.ptr = text.ptr, .len = at});
	buf_add_text(buf, at < text.len ? "…" : "");
}

static void add_name(struct buf *buf, const struct entity *entity, size_t longest)
{
	struct kpss_str code = value_text(field(entity->mapping, WORD_code));
	struct kpss_str name = value_text(field(entity->mapping, WORD_name));
	if (code.len == 0)
		code = value_text(field(entity->mapping, WORD_number));
	if (name.len == 0)
		name = value_text(field(entity->mapping, WORD_text));
	buf_add(buf, code);
	buf_add_text(buf, code.len && name.len ? " " : "");
	add_cut(buf, name, longest);
	buf_add_text(buf, code.len || name.len ? " (" : "");
	buf_add(buf, entity->id);
	buf_add_text(buf, code.len || name.len ? ")" : "");
}

void trace_add_label(struct buf *buf, const struct trace_link *link, size_t longest)
{
	const struct entity *shown = trace_shown(link);
	if (shown)
		add_name(buf, shown, longest);
	if (shown && link->text.len)
		buf_add_text(buf, " → ");
	add_cut(buf, link->text, longest);
}

void trace_add_state(
	struct buf *buf, const struct trace_options *options, const struct trace_link *link)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number(link->number)};
	buf_add_text(buf, language_text(options->language, trace_state_word(link->state)));
	buf_add_text(buf, link->reason ? ": " : "");
	message_add(buf, options->language, link->reason, arguments);
}

void trace_add_heading(
	struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	static const char *const sentences[] = {
		[TRACE_ASKED] = N_("{0} ({1}), as of {2}"),
		[TRACE_HOLDS_THE_DAY] = N_("{0} ({1}), the plan that holds on {2}"),
		[TRACE_NEXT] = N_("{0} ({1}), the next plan after {2}"),
		[TRACE_LAST] = N_("{0} ({1}), the last plan before {2}"),
	};
	if (!trace->of) {
		buf_add_text(buf,
			language_text(options->language, N_("there is no plan in the repository")));
		return;
	}
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(value_text(field(trace->of->mapping, WORD_name))),
		argument_text(trace->of->id), argument_date(trace->as_of)};
	message_add(buf, options->language, sentences[trace->choice], arguments);
	recorded_add(buf, options->language, options->recorded);
}

static void add_counts(
	struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	static const struct {
		const char *singular, *plural;
	} texts[] = {
		[TRACE_COVERED] = {P_("{0} link covered", "{0} links covered")},
		[TRACE_MISSING] = {P_("{0} missing", "{0} missing")},
		[TRACE_ORPHANED] = {P_("{0} orphaned", "{0} orphaned")},
		[TRACE_UNWANTED] = {P_("{0} unwanted", "{0} unwanted")},
		[TRACE_OUTDATED] = {P_("{0} outdated", "{0} outdated")},
		[TRACE_UNREADABLE] = {P_("{0} unreadable", "{0} unreadable")},
	};
	for (size_t i = 0; i < TRACE_STATE_COUNT; i++) {
		const struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_number((int64_t)trace->states[i])};
		if (i > 0 && trace->states[i] == 0)
			continue;
		buf_add_text(buf, i ? ", " : "");
		message_add_counted(
			buf, options->language, texts[i].singular, texts[i].plural, arguments);
	}
}

static void add_share(struct buf *buf, const struct trace_options *options, const char *text,
	struct trace_share share, int32_t year)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)share.part), argument_number((int64_t)share.whole),
		argument_number(share.whole ? (int64_t)(share.part * 100 / share.whole) : 0),
		argument_number(year)};
	message_add(buf, options->language, text, arguments);
}

bool trace_add_summary_line(struct buf *buf, const struct trace_options *options,
	const struct trace *trace, size_t index)
{
	const struct {
		const char *text, *unused;
		struct trace_share share;
		enum trace_step step;
		bool of_measures;
	} shares[] = {
		{N_("needs answered: {0} of {1} ({2} %)"), N_("needs are not used"), trace->needs,
			TRACE_NEED, false},
		{N_("measures with an indicator: {0} of {1} ({2} %)"),
			N_("indicators are not used"), trace->measured, TRACE_INDICATOR, true},
		{N_("measures in the action plan of {3}: {0} of {1} ({2} %)"),
			N_("action plans are not used"), trace->in_year, TRACE_ROW, true},
		{N_("rows of finished years evaluated: {0} of {1} ({2} %)"),
			N_("evaluations are not used"), trace->evaluated, TRACE_RESULT, false},
	};
	if (index == 0) {
		add_counts(buf, options, trace);
		return true;
	}
	if (!trace->of || index > sizeof shares / sizeof *shares)
		return false;
	index--;
	if (!trace->used[shares[index].step])
		buf_add_text(buf, language_text(options->language, shares[index].unused));
	else if (shares[index].of_measures && !trace->has_measures)
		buf_add_text(buf, language_text(options->language,
					  N_("the plan has no item on the level of measures")));
	else if (shares[index].step == TRACE_NEED && shares[index].share.whole == 0)
		buf_add_text(buf, language_text(options->language,
					  N_("needs are written in words only, with the items")));
	else if (shares[index].step == TRACE_RESULT && shares[index].share.whole == 0)
		buf_add_text(buf, language_text(options->language,
					  N_("no year with an action plan is finished yet")));
	else
		add_share(buf, options, shares[index].text, shares[index].share, trace->year);
	return true;
}
