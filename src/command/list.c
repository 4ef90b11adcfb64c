/* kpss list KIND [FIELD=VALUE…] */
#include "command/command.h"

#include <string.h>

#include "answer/trace.h"
#include "base/arena.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/asked.h"
#include "command/listing.h"
#include "command/reading.h"
#include "command/session.h"
#include "command/tabular.h"
#include "plan/load.h"

/* A run of the command, over one repository or several. */
struct run {
	struct session *session;
	struct listing listing;
	struct tabular tabular;
	struct query_fault fault;
	size_t limit;
};

/* Names with commas between them; a minus sign before one turns its order. */
static bool names_given(struct session *session, const struct arguments *arguments,
	const char *option, struct typed_names *names)
{
	const char *text = arguments_value(arguments, option);
	for (const char *comma; text; text = comma ? comma + 1 : NULL) {
		comma = strchr(text, ',');
		struct kpss_str name = {
			.ptr = text, .len = comma ? (size_t)(comma - text) : strlen(text)};
		bool descending = strcmp(option, "sort") == 0 && name.len && name.ptr[0] == '-';
		if (names->count == LISTING_NAMES_MOST) {
			session_complain(session, N_("--{0} names too many fields"), NULL,
				kpss_str(option), kpss_str(NULL));
			return false;
		}
		names->descending[names->count] = descending;
		names->items[names->count++] = (struct kpss_str){
			.ptr = name.ptr + descending, .len = name.len - descending};
	}
	return true;
}

static bool is_for_people(const struct tabular *tabular)
{
	static const char *const people[] = {"text", "md", "xlsx"};
	for (size_t i = 0; i < sizeof people / sizeof *people; i++)
		if (strcmp(tabular->format->name, people[i]) == 0)
			return true;
	return tabular->options.excel;
}

static bool options_fit(
	struct session *session, const struct arguments *arguments, const struct listing_wish *wish)
{
	const char *alone = wish->by.count && !listing_is_grouped(wish)       ? "--by"
			    : wish->columns.count && listing_is_grouped(wish) ? "--columns"
									      : NULL;
	if (arguments->operand_count == 0) {
		session_complain(session, N_("the kind of the records is missing"),
			N_("name it: kpss list measures"), kpss_str(NULL), kpss_str(NULL));
		return false;
	}
	if (alone)
		session_complain(session, N_("{0} does not fit here"),
			N_("--by says what --count and --sum put together, --columns what plain "
			   "rows show"),
			kpss_str(alone), kpss_str(NULL));
	return !alone;
}

static bool wish_make(struct run *run, const struct arguments *arguments, struct listing_wish *wish)
{
	struct session *session = run->session;
	const char *sum = arguments_value(arguments, "sum");
	*wish = (struct listing_wish){
		.sum = sum ? kpss_str(sum) : kpss_str(""),
		.counts = arguments_has(arguments, "count"),
		.names = arguments_has(arguments, "names"),
		.spoken = is_for_people(&run->tabular),
		.many = reading_is_of_many(arguments),
		.language = session->language,
	};
	if (!names_given(session, arguments, "columns", &wish->columns) ||
		!names_given(session, arguments, "sort", &wish->order) ||
		!names_given(session, arguments, "by", &wish->by) ||
		!asked_limit(session, arguments, &run->limit) ||
		!options_fit(session, arguments, wish))
		return false;
	wish->subject = kpss_str(arguments->operands[0]);
	wish->filters = arguments->operands + 1;
	wish->filter_count = arguments->operand_count - 1;
	return true;
}

static void take(void *user, const struct reading *reading)
{
	struct run *run = user;
	struct table_options *options = &run->tabular.options;
	enum trace_choice choice;
	if (run->fault.kind != QUERY_FINE)
		return;
	options->as_of = reading->as_of;
	if (!run->listing.wish.many) {
		options->town = arena_text(run->session->arena, plan_town(reading->plan));
		if (reading->recorded)
			options->commit = arena_text(
				run->session->arena, kpss_str(reading->recorded->commit));
	}
	listing_take(&run->listing, reading->plan,
		trace_plan(reading->plan, reading->as_of, &choice), reading->name, &run->fault);
}

/* A mere count is a mere number. */
static bool is_mere_count(const struct run *run)
{
	const struct listing_wish *wish = &run->listing.wish;
	return wish->counts && !wish->sum.len && !wish->by.count &&
	       strcmp(run->tabular.format->name, "text") == 0;
}

static enum exit_status print(struct run *run)
{
	struct tabular *tabular = &run->tabular;
	const struct listing *listing = &run->listing;
	if (is_mere_count(run)) {
		buf_addf(&tabular->buf, "%lld\n", (long long)listing->rows[0].cells[0].number);
		return tabular_end(tabular);
	}
	struct table_writer *writer = tabular->format->begin(
		&tabular->buf, &tabular->options, listing->columns, listing->column_count);
	for (size_t i = 0; i < listing->count && i < run->limit; i++)
		tabular->format->row(writer, listing->rows[i].cells);
	if (tabular->format->end(writer))
		return tabular_end(tabular);
	session_complain(run->session, N_("the table is too large for {0}"),
		N_("ask for less, or for another format"), kpss_str(tabular->format->name),
		kpss_str(NULL));
	tabular_drop(tabular);
	return STATUS_FAILED;
}

static enum exit_status list_run(struct session *session, const struct arguments *arguments)
{
	struct run run = {.session = session};
	struct listing_wish wish;
	if (!tabular_begin(&run.tabular, session, arguments) || !wish_make(&run, arguments, &wish))
		return STATUS_USAGE;
	run.tabular.options.caption = wish.subject;
	listing_init(&run.listing, &wish, session->arena);
	enum exit_status status = reading_run_each(session, arguments, take, &run);
	if (run.fault.kind != QUERY_FINE) {
		asked_complain(session, &run.fault);
		status = STATUS_USAGE;
	} else if (run.listing.columns) {
		listing_order(&run.listing);
		enum exit_status printed = print(&run);
		status = printed > status ? printed : status;
	}
	listing_clear(&run.listing);
	return status;
}

static const struct command_option options[] = {
	{.name = "columns",
		.argument = N_("FIELD,…"),
		.summary = N_("what is shown of each record (what tells most)")},
	{.letter = 's',
		.name = "sort",
		.argument = N_("FIELD,…"),
		.summary = N_("sort rows; -FIELD backwards (as in the files)")},
	{.letter = 'n',
		.name = "limit",
		.argument = N_("ROWS"),
		.summary = N_("at most so many rows")},
	{.letter = 'c', .name = "count", .summary = N_("only how many there are")},
	{.name = "sum",
		.argument = N_("FIELD"),
		.summary = N_("only the sum of these numbers or amounts")},
	{.name = "by",
		.argument = N_("FIELD,…"),
		.summary = N_("count and add up for each of their values")},
	{.name = "names", .summary = N_("name records referred to, instead of their ids")},
	TABULAR_OPTIONS,
	READING_REPOS_OPTION,
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"seznam", NULL};

static const struct command_example examples[] = {
	{N_("kpss list measures group=seniors"), N_("the measures of a group")},
	{N_("kpss list measures evaluation.2024.status=partial"), N_("done only in part in 2024")},
	{N_("kpss list budgets --sum amount --by year"), N_("how much for each year")},
	{N_("kpss list people -o people.xlsx"), N_("a workbook of all people")},
	{0},
};

const struct command command_list = {
	.name = "list",
	.aliases = aliases,
	.group = GROUP_ASK,
	.summary = N_("list records that meet conditions, count them, add them up"),
	.description = N_(
		"KIND is a kind of records or a level of the plan, singular or plural, in either\n"
		"vocabulary. Conditions are FIELD=VALUE, or with != < <= > >= or ~ (contains) in\n"
		"place of =; all of them must hold. Dots lead on to fields of fields and of other\n"
		"records (provider.name), a kind to the records that belong together (group),\n"
		"a year to what is of that year (evaluation.2024.status)."),
	.examples = examples,
	.operands = N_("KIND [FIELD=VALUE…]"),
	.operands_most = OPERANDS_ANY,
	.operand_word = asked_kind_word,
	.operand_open = true,
	.options = options,
	.run = list_run,
};
