#include "render/explanation.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "render/message.h"
#include "render/recorded.h"
#include "render/wrap.h"
#include "rule/run.h"

enum { INDENT = 2 };

static const char *words(const struct explanation_context *context, const char *english)
{
	return language_text(context->language, english);
}

static const char *severity_name(const struct explanation_context *context, enum kpss_severity severity)
{
	return words(context, severity == KPSS_SILENT ? N_("silent") : severity_word(severity));
}

/* What a message fills in is shown as dots. */
static void add_message(struct buf *buf, size_t used, const char *text)
{
	struct buf shown = {0};
	for (; *text; text++) {
		bool filled = text[0] == '{' && text[1] >= '0' && text[1] <= '9' && text[2] == '}';
		if (filled)
			buf_add_text(&shown, "…");
		else
			buf_add_char(&shown, *text);
		text += filled ? 2 : 0;
	}
	buf_add_char(&shown, '\0');
	wrap_add(buf, INDENT * 2, used, shown.ptr);
	buf_clear(&shown);
}

static void add_title(struct buf *buf, const struct explanation_context *context, const char *english)
{
	buf_addf(buf, "\n%s:\n", words(context, english));
}

static void add_kind_message(
	struct buf *buf, const struct explanation_context *context, const struct finding_kind *kind)
{
	buf_add_text(buf, "  - ");
	add_message(buf, INDENT * 2, words(context, kind->message));
	if (!kind->remedy)
		return;
	const char *what = words(context, N_("what to do"));
	buf_addf(buf, "    %s: ", what);
	add_message(buf, INDENT * 3 + text_width(kpss_str(what)), words(context, kind->remedy));
}

static void add_messages(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanation)
{
	const struct finding_kind *kind;
	add_title(buf, context, N_("Messages"));
	if (explanation->rule.line)
		add_kind_message(buf, context, explanation->kind);
	for (size_t i = 0; !explanation->rule.line && (kind = finding_catalogue_at(i)); i++)
		if (strcmp(kind->code, explanation->kind->code) == 0)
			add_kind_message(buf, context, kind);
}

/* A tab would not show: it is what one of the examples is about. */
static void add_example(struct buf *buf, const struct explanation_context *context, const char *title, const char *text)
{
	if (!text)
		return;
	add_title(buf, context, title);
	while (*text) {
		size_t length = strcspn(text, "\n");
		buf_add_text(buf, "    ");
		for (size_t i = 0; i < length; i++)
			if (text[i] == '\t')
				buf_add_text(buf, "→       ");
			else
				buf_add_char(buf, text[i]);
		buf_add_char(buf, '\n');
		text += length + (text[length] == '\n');
	}
}

static void add_here(struct buf *buf, const struct explanation_context *context, const char *code)
{
	int year, month, day;
	kpss_date_split(context->as_of, &year, &month, &day);
	add_title(buf, context, N_("To silence it in one place, write at the end of its line or on a line above"));
	buf_addf(buf, context->czech ? "    # kpss: ignoruj %s do %04d-12-31 – důvod\n"
				     : "    # kpss: ignore %s until %04d-12-31 – reason\n",
		code, year);
}

static void add_everywhere(struct buf *buf, const struct explanation_context *context, const struct finding_kind *kind)
{
	static const char *const czech[] = {"vypnuto", "poznámka", "varování", "chyba"};
	static const char *const english[] = {"silent", "note", "warning", "error"};
	enum kpss_severity proposed =
		kind->severity == KPSS_SILENT ? KPSS_WARNING : kind->severity - 1;
	struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_text(context->profile)};
	buf_add_char(buf, '\n');
	message_add(buf, context->language, N_("To change it everywhere, write in {0}:"), arguments);
	buf_addf(buf,
		context->czech ? "\n    závažnosti:\n      - kód: %s\n        závažnost: %s  # "
			       : "\n    severities:\n      - code: %s\n        severity: %s  # ",
		kind->code, (context->czech ? czech : english)[proposed]);
	bool first = true;
	for (size_t i = KPSS_SILENT; i <= KPSS_ERROR; i++) {
		if (i == proposed)
			continue;
		buf_addf(buf, "%s%s", first ? "" : ", ", (context->czech ? czech : english)[i]);
		first = false;
	}
	buf_add_char(buf, '\n');
}

static void add_severity(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanation)
{
	if (explanation->line == 0)
		return;
	struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(kpss_str(severity_name(context, explanation->severity))),
		argument_text(context->profile),
		argument_number(explanation->line),
	};
	buf_add_char(buf, '\n');
	message_add(buf, context->language, N_("Severity here: {0}, set in {1}:{2}"), arguments);
	recorded_add(buf, context->language, context->recorded);
	buf_add_char(buf, '\n');
}

static void add_settings(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanation)
{
	if (explanation->setting_count == 0)
		return;
	add_title(buf, context, N_("Checked only where the profile sets"));
	for (size_t i = 0; i < explanation->setting_count; i++) {
		const struct explained_setting *setting = &explanation->settings[i];
		struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_text(setting->name), argument_text(context->profile), argument_number(setting->line)};
		buf_add_text(buf, "  - ");
		message_add(buf, context->language,
			setting->line ? N_("{0} (here: {1}:{2})") : N_("{0} (not set here)"), arguments);
		buf_add_char(buf, '\n');
	}
}

static void add_period(struct buf *buf, const struct explanation_context *context,
	const struct explained_rule *rule)
{
	bool from = rule->from.days != INT32_MIN, to = rule->to.days != INT32_MAX;
	struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_date(rule->from), argument_date(rule->to)};
	if (!from && !to)
		return;
	buf_add_text(buf, "  ");
	message_add(buf, context->language,
		!to     ? N_("Holds from {0}.")
		: !from ? N_("Holds until {1}.")
			: N_("Holds from {0} until {1}."),
		arguments);
	buf_add_char(buf, '\n');
}

static void add_rule(struct buf *buf, const struct explanation_context *context,
	const struct explained_rule *rule)
{
	struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(context->profile), argument_number(rule->line)};
	if (rule->line == 0)
		return;
	buf_add_char(buf, '\n');
	message_add(buf, context->language,
		N_("A rule of the town, defined in {0}:{1}. Its query, which must return nothing:"),
		arguments);
	buf_add_char(buf, '\n');
	for (size_t at = 0; at < rule->sql.len;) {
		const char *begin = rule->sql.ptr + at;
		const char *end = memchr(begin, '\n', rule->sql.len - at);
		size_t length = end ? (size_t)(end - begin) : rule->sql.len - at;
		buf_add_text(buf, "    ");
		text_add_safe(buf, (struct kpss_str){.ptr = begin, .len = length});
		buf_add_char(buf, '\n');
		at += length + 1;
	}
	add_period(buf, context, rule);
}

static void add_code(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanation)
{
	const struct finding_kind *kind = explanation->kind;
	buf_addf(buf, "%s (%s)\n", kind->code, severity_name(context, kind->severity));
	buf_add_repeated(buf, ' ', INDENT);
	wrap_add(buf, INDENT, INDENT, words(context, kind->meaning));
	if (kind->explanation) {
		buf_add_char(buf, '\n');
		wrap_add(buf, 0, 0, words(context, kind->explanation));
	}
	add_messages(buf, context, explanation);
	add_rule(buf, context, &explanation->rule);
	add_example(buf, context, N_("Wrong"), kind->wrong);
	add_example(buf, context, N_("Right"), kind->right);
	if (kind->fatal) {
		buf_add_char(buf, '\n');
		wrap_add(buf, 0, 0, words(context, N_("It cannot be silenced, nor its severity lowered.")));
	} else {
		if (!kind->no_comment)
			add_here(buf, context, kind->code);
		add_everywhere(buf, context, kind);
	}
	add_severity(buf, context, explanation);
	add_settings(buf, context, explanation);
	if (kind->basis) {
		add_title(buf, context, N_("Basis"));
		buf_add_repeated(buf, ' ', INDENT);
		wrap_add(buf, INDENT, INDENT, words(context, kind->basis));
	}
}

void explanations_add_text(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanations, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add_text(buf, "\n\n");
		add_code(buf, context, &explanations[i]);
	}
}

static size_t widest_code(const struct explanation *explanations, size_t count)
{
	size_t widest = 0;
	for (size_t i = 0; i < count; i++)
		if (strlen(explanations[i].kind->code) > widest)
			widest = strlen(explanations[i].kind->code);
	return widest;
}

static size_t widest_severity(const struct explanation_context *context)
{
	size_t widest = 0;
	for (enum kpss_severity severity = KPSS_SILENT; severity <= KPSS_ERROR; severity++) {
		size_t width = text_width(kpss_str(severity_name(context, severity)));
		widest = width > widest ? width : widest;
	}
	return widest;
}

void explanations_add_list(struct buf *buf, const struct explanation_context *context,
	const struct explanation *explanations, size_t count)
{
	size_t codes = widest_code(explanations, count), severities = widest_severity(context);
	for (size_t i = 0; i < count; i++) {
		const struct finding_kind *kind = explanations[i].kind;
		const char *severity = severity_name(context, explanations[i].severity);
		buf_add_text(buf, kind->code);
		buf_add_repeated(buf, ' ', codes - strlen(kind->code) + INDENT);
		buf_add_text(buf, severity);
		buf_add_repeated(buf, ' ', severities - text_width(kpss_str(severity)) + INDENT);
		buf_addf(buf, "%s\n", words(context, kind->meaning));
	}
}
