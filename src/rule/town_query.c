/* Asks the queries of the town's own rules; each row that they return is a finding. */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "base/worker.h"
#include "document/part.h"
#include "query/database.h"
#include "query/source.h"
#include "rule/code.h"
#include "rule/rule.h"
#include "rule/severity.h"
#include "rule/town_fault.h"
#include "rule/town_rule.h"
#include "town/setting.h"

/* More bounds, beside those in town_fault.h. */
enum {
	VALUE_BYTES = 200000,
	MEGABYTES = 200,
	TEXT_SHOWN = 1000, /* bytes of one value that a finding keeps */
	SECOND = 1000000,
};

/* One rule while its query is asked. */
struct asking {
	const struct rule_context *context;
	struct database *database;
	const struct town_rule *rule;
	struct database_question *question;
	size_t id, source, field; /* columns; SIZE_MAX: the query has none such */
	size_t columns[FINDING_ARGUMENTS];
	int64_t row;   /* from 1 */
	bool was_lost; /* a row without a place has been told */
};

static size_t column_named(const struct asking *asking, struct kpss_str name)
{
	size_t count = question_column_count(asking->question);
	for (size_t i = 0; i < count; i++)
		if (kpss_str_equal(question_column_name(asking->question, i), name))
			return i;
	return SIZE_MAX;
}

static struct kpss_str text_kept(const struct asking *asking, struct kpss_str text)
{
	while (text.len > TEXT_SHOWN || (text.len && text_valid_utf8(text) < text.len))
		text.len = text.len > TEXT_SHOWN ? TEXT_SHOWN : text_valid_utf8(text);
	return findings_text(asking->context->findings, text);
}

/* A computed day is a text to SQL. */
static struct finding_argument text_argument(const struct asking *asking, struct kpss_str text)
{
	struct kpss_date day;
	return kpss_date_parse(text, &day) ? argument_date(day)
					   : argument_text(text_kept(asking, text));
}

/* Crowns; where there are hundredths, as they are written in files. */
static struct finding_argument money_argument(const struct asking *asking, int64_t hundredths)
{
	enum { HUNDREDTHS = 100 };
	uint64_t size = hundredths < 0 ? -(uint64_t)hundredths : (uint64_t)hundredths;
	if (size % HUNDREDTHS == 0)
		return argument_number(hundredths / HUNDREDTHS);
	return argument_text(arena_format(asking->context->findings->arena, "%s%llu.%02u",
		hundredths < 0 ? "-" : "", (unsigned long long)(size / HUNDREDTHS),
		(unsigned)(size % HUNDREDTHS)));
}

static struct finding_argument argument_of(const struct asking *asking, size_t column)
{
	const struct cell cell = question_cell(asking->question, column);
	switch (cell.type) {
	case CELL_TEXT:
		return text_argument(asking, cell.text);
	case CELL_INTEGER:
		return argument_number(cell.number);
	case CELL_REAL:
		return argument_text(
			arena_format(asking->context->findings->arena, "%.10g", cell.real));
	case CELL_MONEY:
		return money_argument(asking, cell.number);
	case CELL_DATE:
		return argument_date((struct kpss_date){.days = (int32_t)cell.number});
	case CELL_BOOLEAN:
		return cell.number ? argument_words(kpss_str("yes"), kpss_str("ano"))
				   : argument_words(kpss_str("no"), kpss_str("ne"));
	default:
		return argument_text(kpss_str("–"));
	}
}

/* What a row says in the first of two columns that has something; a number may be an id. */
static struct kpss_str text_of(const struct asking *asking, size_t first, size_t second)
{
	struct cell cell = cell_none();
	if (first != SIZE_MAX)
		cell = question_cell(asking->question, first);
	if (cell.type == CELL_NONE && second != SIZE_MAX)
		cell = question_cell(asking->question, second);
	if (cell.type == CELL_INTEGER)
		return arena_format(
			asking->context->findings->arena, "%lld", (long long)cell.number);
	return cell.type == CELL_TEXT ? cell.text : kpss_str("");
}

/* Of the record that a source id begins with; nothing when it is none. */
static struct kpss_str subject_of(const struct asking *asking, struct kpss_str source_id)
{
	const char *slash = memchr(source_id.ptr, '/', source_id.len);
	if (slash)
		source_id.len = (size_t)(slash - source_id.ptr);
	const struct entity *record = plan_find(asking->context->plan, source_id);
	return record ? record->id : (struct kpss_str){0};
}

static void row_take(struct asking *asking)
{
	const struct town_rule *rule = asking->rule;
	struct kpss_str id = text_of(asking, asking->source, asking->id);
	struct finding finding = {.kind = &rule->kind};
	asking->row++;
	if (id.len)
		finding.where = source_place(
			asking->context->plan, id, text_of(asking, asking->field, SIZE_MAX));
	if (!finding.where.source) {
		/* What is wrong with one is wrong with all. */
		if (!asking->was_lost)
			town_fault_place(asking->context, rule, asking->row, text_kept(asking, id));
		asking->was_lost = true;
		return;
	}
	finding.subject = subject_of(asking, id);
	for (size_t i = 0; i < rule->column_count; i++)
		if (asking->columns[i] != SIZE_MAX)
			finding.arguments[i] = argument_of(asking, asking->columns[i]);
	findings_add(asking->context->findings, &finding);
}

/* What the rule needs of the answer; false, told, when its rows could not be laid anywhere. */
static bool columns_find(struct asking *asking)
{
	const struct town_rule *rule = asking->rule;
	asking->id = column_named(asking, kpss_str("id"));
	asking->source = column_named(asking, kpss_str("source_id"));
	asking->field = column_named(asking, kpss_str("field"));
	if (asking->field == SIZE_MAX)
		asking->field = column_named(asking, kpss_str("column"));
	for (size_t i = 0; i < rule->column_count; i++) {
		asking->columns[i] = column_named(asking, rule->columns[i]);
		if (asking->columns[i] == SIZE_MAX)
			town_fault_column(asking->context, rule, rule->columns[i]);
	}
	if (asking->id == SIZE_MAX && asking->source == SIZE_MAX) {
		town_fault_no_place(asking->context, rule);
		return false;
	}
	return true;
}

/* One that does not hold today, or that the town has silenced, is looked at too, so that a mistake in it is told at once; but
 * it finds nothing. */
static bool holds(const struct rule_context *context, const struct town_rule *rule)
{
	const struct node *set = severity_setting(context->plan, context->as_of, rule->kind.code);
	return period_is_sound(rule->item) &&
	       period_contains(mapping_period(rule->item), context->as_of) &&
	       severity_set(set ? set : value_none(), rule->kind.severity) != KPSS_SILENT;
}

static void rule_ask(
	const struct rule_context *context, struct database *database, const struct town_rule *rule)
{
	struct asking asking = {.context = context, .database = database, .rule = rule};
	struct database_fault fault;
	struct arena *arena = context->findings->arena;
	asking.question =
		question_new(database, value_text(field(rule->item, WORD_sql)), arena, &fault);
	if (asking.question && columns_find(&asking) && holds(context, rule))
		while (question_next(asking.question, arena, &fault))
			row_take(&asking);
	question_free(asking.question);
	if (fault.kind != FAULT_NONE)
		town_fault_query(context, database, rule, &fault);
}

static void queries_check(const struct rule_context *context)
{
	const struct node *rules = setting(context->plan, WORD_rules, 0);
	const struct node *first = value_first_item(rules);
	if (!first)
		return;
	struct database *database =
		database_new(&(struct database_options){.seconds = TOWN_RULE_SECONDS,
			.rows = TOWN_RULE_ROWS,
			.bytes = VALUE_BYTES,
			.megabytes = MEGABYTES});
	for (const struct node *item = first; item; item = node_next_item(rules, item))
		if (town_rule_counts(context->plan, item))
			database_expect(database, value_text(field(item, WORD_sql)));
	database_fill(
		database, &(struct database_plan){.plan = context->plan, .as_of = context->as_of});
	int64_t begun = worker_time();
	for (const struct node *item = first; item; item = node_next_item(rules, item)) {
		if (!town_rule_counts(context->plan, item))
			continue;
		struct town_rule *rule = arena_array(context->findings->arena, 1, sizeof *rule);
		*rule = town_rule_of(item, context->findings->arena);
		if (rule->too_many_columns)
			town_fault_columns(context, rule);
		if ((worker_time() - begun) / SECOND < TOWN_RULES_SECONDS)
			rule_ask(context, database, rule);
		else
			town_fault_time(context, rule);
	}
	database_free(database);
}

const struct rule rule_town_query[] = {
	{queries_check, {NULL}},
	{0},
};
