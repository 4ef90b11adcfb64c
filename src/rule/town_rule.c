#include "rule/town_rule.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "rule/code.h"
#include "rule/rule.h"
#include "rule/severity.h"
#include "town/setting.h"

static const struct finding_kind code_taken = {
	.code = "rule-code-taken",
	.severity = KPSS_ERROR,
	.message = N_("the code ‘{0}’ is one of the program's own"),
	.label = N_("the rule is not checked"),
	.remedy = N_("give the rule another code, one that begins with the name of the town, say"),
	.meaning = N_("the rules of a town have codes of their own"),
	.explanation = N_("By its code a finding is explained, silenced and given a severity. If "
			  "two sorts of findings "
			  "had the same one, nobody would know which is meant."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: owner-left\n"
		 "    hlášení: opatření {id} nemá odpovědnou osobu\n"
		 "    dotaz: SELECT id FROM measures WHERE id = 'neni'\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-bez-odpovedne-osoby\n"
		 "    hlášení: opatření {id} nemá odpovědnou osobu\n"
		 "    dotaz: SELECT id FROM measures WHERE id = 'neni'\n",
};
static const struct finding_kind code_twice = {
	.code = "rule-code-twice",
	.severity = KPSS_ERROR,
	.message = N_("the town has another rule with the code ‘{0}’"),
	.label = N_("this one is not checked"),
	.remedy = N_("give each rule a code of its own, or delete one of them"),
	.related = N_("the first one"),
	.meaning = N_("each rule of a town has another code"),
	.explanation = N_("Only the first rule with a code is checked. That the second is not "
			  "would otherwise be "
			  "noticed by nobody."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: SELECT id FROM people WHERE id = 'neni'\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: organizace {id} nemá telefon\n"
		 "    dotaz: SELECT id FROM organizations WHERE id = 'neni'\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon-osoby\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: SELECT id FROM people WHERE id = 'neni'\n"
		 "  - kód: lhota-telefon-organizace\n"
		 "    hlášení: organizace {id} nemá telefon\n"
		 "    dotaz: SELECT id FROM organizations WHERE id = 'neni'\n",
};

static const struct node *rules_of(const struct plan *plan)
{
	return setting(plan, WORD_rules, 0);
}

const struct node *town_rule_find(const struct plan *plan, struct kpss_str code)
{
	const struct node *rules = rules_of(plan);
	for (const struct node *item = value_first_item(rules); item;
		item = node_next_item(rules, item))
		if (code.len && kpss_str_equal(value_text(field(item, WORD_code)), code))
			return item;
	return NULL;
}

/* The schema says what is wrong with one that is not. */
static bool is_code(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", text.ptr[i]) || !text.ptr[i])
			return false;
	return text.len;
}

bool town_rule_counts(const struct plan *plan, const struct node *item)
{
	struct kpss_str code = value_text(field(item, WORD_code));
	return is_code(code) && town_rule_find(plan, code) == item && !code_find(code) &&
	       value_text(field(item, WORD_message)).len && value_text(field(item, WORD_sql)).len;
}

static bool is_name_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (c & 0x80);
}

bool placeholder_find(struct kpss_str text, size_t from, struct placeholder *out)
{
	for (size_t begin = from; begin < text.len; begin++) {
		size_t end = begin + 1;
		if (text.ptr[begin] != '{')
			continue;
		while (end < text.len && is_name_letter(text.ptr[end]))
			end++;
		if (end == begin + 1 || end == text.len || text.ptr[end] != '}')
			continue;
		*out = (struct placeholder){.begin = begin,
			.end = end + 1,
			.name = {.ptr = text.ptr + begin + 1, .len = end - begin - 1}};
		return true;
	}
	return false;
}

/* The profile is not ours: nothing of it reaches a terminal raw, and a message is one line. */
static void add_line(struct buf *buf, struct kpss_str text)
{
	for (size_t begin = 0, end; begin < text.len; begin = end + 1) {
		end = begin;
		while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
			end++;
		text_add_safe(buf, (struct kpss_str){.ptr = text.ptr + begin, .len = end - begin});
		if (end < text.len)
			buf_add_char(buf, ' ');
	}
}

/* The number of the column among those of the rule; FINDING_ARGUMENTS when there is no room for it. */
static size_t column_number(struct town_rule *rule, struct kpss_str name)
{
	for (size_t i = 0; i < rule->column_count; i++)
		if (kpss_str_equal(rule->columns[i], name))
			return i;
	if (rule->column_count == FINDING_ARGUMENTS) {
		rule->too_many_columns = true;
		return FINDING_ARGUMENTS;
	}
	rule->columns[rule->column_count] = name;
	return rule->column_count++;
}

static struct kpss_str text_end(struct buf *buf, struct arena *arena)
{
	while (buf->len && buf->ptr[buf->len - 1] == ' ')
		buf->len--;
	struct kpss_str text = arena_text(arena, buf_str(buf));
	buf_clear(buf);
	return text;
}

/* A text with numbers in the place of columns, as the messages of the program are; without a rule with dots there. */
static const char *text_take(const struct node *value, struct town_rule *rule, struct arena *arena)
{
	struct kpss_str text = value_text(value);
	struct placeholder placeholder;
	struct buf buf = {0};
	size_t at = 0;
	if (text.len == 0)
		return NULL;
	for (; placeholder_find(text, at, &placeholder); at = placeholder.end) {
		size_t number = rule ? column_number(rule, placeholder.name) : FINDING_ARGUMENTS;
		add_line(&buf,
			(struct kpss_str){.ptr = text.ptr + at, .len = placeholder.begin - at});
		if (number < FINDING_ARGUMENTS)
			buf_addf(&buf, "{%zu}", number);
		else
			buf_add_text(&buf, "…");
	}
	add_line(&buf, (struct kpss_str){.ptr = text.ptr + at, .len = text.len - at});
	return text_end(&buf, arena).ptr;
}

static const char *line_take(const struct node *value, struct arena *arena)
{
	struct buf buf = {0};
	if (value_text(value).len == 0)
		return NULL;
	add_line(&buf, value_text(value));
	return text_end(&buf, arena).ptr;
}

struct town_rule town_rule_of(const struct node *item, struct arena *arena)
{
	const struct node *message = field(item, WORD_message);
	struct town_rule rule = {
		.item = item,
		.kind =
			{
				.code = arena_text(arena, value_text(field(item, WORD_code))).ptr,
				.severity = severity_set(item, KPSS_WARNING),
				.meaning = text_take(message, NULL, arena),
				.explanation = line_take(field(item, WORD_explanation), arena),
				.basis = line_take(field(item, WORD_reference), arena),
			},
	};
	/* One after the other: columns are numbered as they come. */
	rule.kind.message = text_take(message, &rule, arena);
	rule.kind.remedy = text_take(field(item, WORD_remedy), &rule, arena);
	return rule;
}

static void codes_check(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	const struct document *document = plan_profile_document(plan);
	const struct node *rules = rules_of(plan);
	for (const struct node *item = value_first_item(rules); item;
		item = node_next_item(rules, item)) {
		const struct node *code = field(item, WORD_code),
				  *first = town_rule_find(plan, value_text(code));
		bool taken = code_find(value_text(code));
		if (!taken && (!first || first == item))
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = taken ? &code_taken : &code_twice,
				.where = node_span(document, code),
				.related = taken ? (struct kpss_span){0}
						 : node_span(document, field(first, WORD_code)),
				.arguments = {argument_text(value_text(code))},
			});
	}
}

const struct rule rule_town_rule[] = {
	{codes_check, {&code_taken, &code_twice}},
	{0},
};
