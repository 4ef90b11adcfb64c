#include "rule/town_fault.h"

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "document/part.h"
#include "query/database.h"
#include "rule/code.h"
#include "rule/rule.h"
#include "rule/town_rule.h"

/* Of every kind: {0} is the code of the rule. */
static const struct finding_kind not_understood = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ cannot be asked: {1}"),
	.label = N_("not understood from here on"),
	.remedy = N_("correct the SQL; it is that of SQLite"),
	.meaning = N_("the queries of the town's rules can be asked"),
	.explanation = N_("A rule of a town is one query that only reads, in the SQL of SQLite, "
			  "over the tables of the "
			  "plan. Where it cannot be asked, the rule is not checked."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: SELECT id FROM people WHERE telefon IS NULL\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: SELECT id FROM people WHERE contact_phone IS NULL AND id = 'neni'\n",
};
static const struct finding_kind failed = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ fails while it is answered: {1}"),
	.label = N_("what it found until then is reported"),
	.remedy = N_("correct the SQL; it is that of SQLite"),
};
static const struct finding_kind no_table = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ speaks of the table ‘{1}’, which does not exist"),
	.label = N_("unknown"),
	.remedy = N_("correct the name"),
};
static const struct finding_kind no_table_near = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ speaks of the table ‘{1}’, which does not exist"),
	.label = N_("unknown"),
	.remedy = N_("did you mean {2}?"),
};
static const struct finding_kind no_column = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ speaks of the column ‘{1}’, which does not exist"),
	.label = N_("unknown"),
	.remedy = N_("correct the name"),
};
static const struct finding_kind no_column_near = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ speaks of the column ‘{1}’, which does not exist"),
	.label = N_("unknown"),
	.remedy = N_("did you mean {2}?"),
};
static const struct finding_kind no_function = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ speaks of the function ‘{1}’, which does not exist"),
	.label = N_("unknown"),
	.remedy = N_("correct the name"),
};
static const struct finding_kind no_function_near = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ speaks of the function ‘{1}’, which does not exist"),
	.label = N_("unknown"),
	.remedy = N_("did you mean {2}?"),
};
static const struct finding_kind not_reading = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ does not only read"),
	.label = N_("is not carried out"),
	.remedy = N_("begin the query with SELECT or WITH; it can change nothing and reach for no "
		     "other file"),
};
static const struct finding_kind several = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ consists of several"),
	.label = N_("here begins another one"),
	.remedy = N_("make a rule of each, or join them with UNION ALL"),
};
static const struct finding_kind nothing = {
	.code = "rule-query",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ asks for nothing"),
	.label = N_("no SQL but comments"),
	.remedy = N_("write a query that returns what breaks the rule, or delete the rule"),
};
static const struct finding_kind no_place = {
	.code = "rule-without-place",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ returns neither ‘id’ nor ‘source_id’"),
	.label = N_("where the findings are is not known"),
	.remedy = N_("select the column id of a record or source_id, and name it so with AS"),
	.meaning = N_("the queries of the town's rules say where the findings are"),
	.explanation = N_("Each row is a finding at the record whose id it returns, or at the part "
			  "of it that its source_id "
			  "names. A column called field says which field is meant."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {name} nemá telefon\n"
		 "    dotaz: SELECT name FROM people WHERE id = 'neni'\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {name} nemá telefon\n"
		 "    dotaz: SELECT id, name FROM people WHERE id = 'neni'\n",
};
static const struct finding_kind no_such_place = {
	.code = "rule-place-unknown",
	.severity = KPSS_ERROR,
	.message = N_("row {1} that the query of ‘{0}’ returns names ‘{2}’, which is nothing in "
		      "the plan"),
	.label = N_("such rows are no findings"),
	.remedy =
		N_("select the id of the record, or the source_id of the row, as the table has it"),
	.meaning = N_("what the queries of the town's rules return stands in the plan"),
	.explanation = N_("A finding without a place could not be shown. The first such row of a "
			  "rule is told; the others "
			  "are left out with it."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: SELECT 'neni' AS id\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: SELECT 'neni' AS id WHERE 1 = 2\n",
};
static const struct finding_kind empty_place = {
	.code = "rule-place-unknown",
	.severity = KPSS_ERROR,
	.message = N_("row {1} that the query of ‘{0}’ returns has no id"),
	.label = N_("such rows are no findings"),
	.remedy = N_("select the id of the record, or the source_id of the row; records without an "
		     "id have a source_id"),
};
static const struct finding_kind message_column = {
	.code = "rule-message",
	.severity = KPSS_ERROR,
	.message = N_("the message of ‘{0}’ speaks of ‘{1}’, which its query does not return"),
	.label = N_("not returned by the query"),
	.remedy = N_("select the column, or correct its name"),
	.meaning =
		N_("the messages of the town's rules speak of columns that their queries return"),
	.explanation = N_("A word in braces in the message or in what to do stands for a column of "
			  "the query, as it is "
			  "called there. Up to four columns can be spoken of."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {jmeno} nemá telefon\n"
		 "    dotaz: SELECT id, name FROM people WHERE id = 'neni'\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {name} nemá telefon\n"
		 "    dotaz: SELECT id, name FROM people WHERE id = 'neni'\n",
};
static const struct finding_kind message_columns = {
	.code = "rule-message",
	.severity = KPSS_ERROR,
	.message = N_("the message of ‘{0}’ speaks of more than {1} columns"),
	.label = N_("with what is to be done about it"),
	.remedy = N_("leave some out, or join them in the query: name || ' ' || phone AS who"),
};
static const struct finding_kind long_query = {
	.code = "rule-limit",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ takes more than {1} s of processor time"),
	.label = N_("what it found until then is reported"),
	.remedy = N_("make the query simpler; mostly a condition is missing that joins two tables"),
	.meaning = N_("the queries of the town's rules take little time and return few rows"),
	.explanation =
		N_("A profile may come from somebody else, so a query that would never end or fill "
		   "the memory is stopped: after 1 s of processor time, after 3 s of all rules "
		   "together, after 1,000 rows, or when the tables take more than 200 MB."),
	.setting = "rules",
	.wrong = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: |\n"
		 "      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)\n"
		 "      SELECT id FROM people, n WHERE id = 'neni'\n",
	.right = "# pravidla.yaml\n"
		 "kontroly:\n"
		 "  - kód: lhota-telefon\n"
		 "    hlášení: osoba {id} nemá telefon\n"
		 "    dotaz: |\n"
		 "      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
		 "9)\n"
		 "      SELECT id FROM people, n WHERE id = 'neni'\n",
};
static const struct finding_kind many_rows = {
	.code = "rule-limit",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ returns more than {1} rows"),
	.label = N_("the first ones are reported"),
	.remedy = N_("make the query stricter, or return the record instead of each of its parts"),
};
static const struct finding_kind much_memory = {
	.code = "rule-limit",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ takes too much memory"),
	.label = N_("what it found until then is reported"),
	.remedy = N_("make the query simpler; mostly a condition is missing that joins two tables"),
};
static const struct finding_kind no_time = {
	.code = "rule-limit",
	.severity = KPSS_ERROR,
	.message = N_("the query of ‘{0}’ was not asked: those before it have taken more than {1} "
		      "s together"),
	.label = N_("the rule is not checked"),
	.remedy = N_("make the queries before it simpler"),
};

const struct finding_kind *const town_fault_finding_kinds[] = {&not_understood, &failed, &no_table,
	&no_table_near, &no_column, &no_column_near, &no_function, &no_function_near, &not_reading,
	&several, &nothing, &no_place, &no_such_place, &empty_place, &message_column,
	&message_columns, &long_query, &many_rows, &much_memory, &no_time, NULL};

static struct finding fault_of(const struct rule_context *context, const struct finding_kind *kind,
	const struct town_rule *rule, uint32_t word)
{
	return (struct finding){
		.kind = kind,
		.where = node_span(plan_profile_document(context->plan), field(rule->item, word)),
		.arguments = {argument_text(kpss_str(rule->kind.code))},
	};
}

/* What is named does not exist; has it a name near to that of something that does? */
static const struct finding_kind *missing_kind(enum database_fault_kind kind, bool near)
{
	switch (kind) {
	case FAULT_NO_TABLE:
		return near ? &no_table_near : &no_table;
	case FAULT_NO_COLUMN:
		return near ? &no_column_near : &no_column;
	case FAULT_NO_FUNCTION:
		return near ? &no_function_near : &no_function;
	default:
		return NULL;
	}
}

static const struct finding_kind *kind_of(enum database_fault_kind kind)
{
	switch (kind) {
	case FAULT_NOT_READING:
		return &not_reading;
	case FAULT_SEVERAL:
		return &several;
	case FAULT_EMPTY:
		return &nothing;
	case FAULT_SECONDS:
		return &long_query;
	case FAULT_ROWS:
		return &many_rows;
	case FAULT_MEMORY:
		return &much_memory;
	case FAULT_RUNNING:
	case FAULT_LARGE:
		return &failed;
	default:
		return &not_understood;
	}
}

static void missing_describe(const struct rule_context *context, struct database *database,
	struct kpss_str sql, const struct database_fault *fault, struct finding *out)
{
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, context->findings->arena, fault->name);
	database_suggest(database, fault, sql, &suggestions);
	out->kind = missing_kind(fault->kind, suggestions.count > 0);
	out->arguments[1] = argument_text(fault->name);
	out->arguments[2] = argument_names(suggested_lines(context->findings, &suggestions));
}

void town_fault_query(const struct rule_context *context, struct database *database,
	const struct town_rule *rule, const struct database_fault *fault)
{
	const struct node *sql = field(rule->item, WORD_sql);
	struct finding finding = fault_of(context, kind_of(fault->kind), rule, WORD_sql);
	finding.where =
		node_part(plan_profile_document(context->plan), sql, fault->begin, fault->end);
	if (missing_kind(fault->kind, false))
		missing_describe(context, database, value_text(sql), fault, &finding);
	else if (fault->kind == FAULT_SECONDS)
		finding.arguments[1] = argument_number(TOWN_RULE_SECONDS);
	else if (fault->kind == FAULT_ROWS)
		finding.arguments[1] = argument_number(TOWN_RULE_ROWS);
	else if (fault->reason.len)
		finding.arguments[1] = argument_text(fault->reason);
	findings_add(context->findings, &finding);
}

void town_fault_time(const struct rule_context *context, const struct town_rule *rule)
{
	struct finding finding = fault_of(context, &no_time, rule, WORD_sql);
	finding.arguments[1] = argument_number(TOWN_RULES_SECONDS);
	findings_add(context->findings, &finding);
}

void town_fault_no_place(const struct rule_context *context, const struct town_rule *rule)
{
	struct finding finding = fault_of(context, &no_place, rule, WORD_sql);
	findings_add(context->findings, &finding);
}

void town_fault_place(const struct rule_context *context, const struct town_rule *rule, int64_t row,
	struct kpss_str id)
{
	struct finding finding =
		fault_of(context, id.len ? &no_such_place : &empty_place, rule, WORD_sql);
	finding.arguments[1] = argument_number(row);
	finding.arguments[2] = argument_text(id);
	findings_add(context->findings, &finding);
}

/* Where a text speaks of a column; false when it does not. */
static bool column_mark(const struct rule_context *context, const struct node *text,
	struct kpss_str column, struct kpss_span *out)
{
	struct placeholder placeholder;
	for (size_t at = 0; placeholder_find(value_text(text), at, &placeholder);
		at = placeholder.end) {
		if (!kpss_str_equal(placeholder.name, column))
			continue;
		*out = node_part(plan_profile_document(context->plan), text, placeholder.begin,
			placeholder.end);
		return true;
	}
	return false;
}

void town_fault_column(
	const struct rule_context *context, const struct town_rule *rule, struct kpss_str column)
{
	struct finding finding = fault_of(context, &message_column, rule, WORD_message);
	if (!column_mark(context, field(rule->item, WORD_message), column, &finding.where))
		(void)column_mark(context, field(rule->item, WORD_remedy), column, &finding.where);
	finding.arguments[1] = argument_text(column);
	findings_add(context->findings, &finding);
}

void town_fault_columns(const struct rule_context *context, const struct town_rule *rule)
{
	struct finding finding = fault_of(context, &message_columns, rule, WORD_message);
	finding.arguments[1] = argument_number(FINDING_ARGUMENTS);
	findings_add(context->findings, &finding);
}
