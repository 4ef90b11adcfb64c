/* kpss export FORMAT FILE */
#include "command/export.h"

#include <string.h>

#include "base/buf.h"
#include "base/failure.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/environment.h"
#include "command/reading.h"
#include "command/session.h"
#include "plan/plan.h"
#include "query/database.h"
#include "render/export.h"

bool export_is_standard_output(const struct exporting *exporting)
{
	return strcmp(exporting->file, "-") == 0;
}

enum exit_status export_written(
	struct session *session, const char *file, enum write_result result, int reason)
{
	struct kpss_str why = kpss_str(failure_text(session->language, reason));
	if (result == WRITTEN)
		return STATUS_FINE;
	session_complain(session,
		result == WRITE_UNSURE ? N_("‘{0}’ was written, but may not be on disk yet: {1}")
				       : N_("‘{0}’ cannot be written: {1}"),
		NULL, kpss_str(file), why);
	return STATUS_FAILED;
}

static enum exit_status write_out(const struct exporting *exporting, struct kpss_str bytes)
{
	struct session *session = exporting->session;
	int reason = 0;
	if (!export_is_standard_output(exporting)) {
		enum write_result result = named_write(exporting->file, bytes, &reason);
		return export_written(session, exporting->file, result, reason);
	}
	/* Lent, not owned. */
	const struct buf whole = {.ptr = (char *)bytes.ptr, .len = bytes.len};
	session_write(session, &whole);
	return STATUS_FINE;
}

static enum exit_status sqlite_export(const struct exporting *exporting)
{
	struct session *session = exporting->session;
	struct kpss_str bytes;
	if (export_is_standard_output(exporting) && session->environment->output_is_terminal) {
		session_complain(session, N_("{0} is not for a terminal"),
			N_("name a file, or send the output on: kpss export sqlite - | …"),
			kpss_str("sqlite"), kpss_str(NULL));
		return STATUS_USAGE;
	}
	struct database *database = database_new(&(struct database_options){.file = true});
	database_expect_all(database);
	database_fill(database, exporting->plan);
	enum exit_status status = STATUS_FAILED;
	if (database_image(database, &bytes))
		status = write_out(exporting, bytes);
	else
		session_complain(session, N_("the database would be too large for SQLite"),
			N_("use kpss export sql, and load that into a server"), kpss_str(NULL),
			kpss_str(NULL));
	database_free(database);
	return status;
}

static enum exit_status json_export(const struct exporting *exporting)
{
	struct buf buf = {0};
	export_json(&buf, exporting->plan);
	enum exit_status status = write_out(exporting, buf_str(&buf));
	buf_clear(&buf);
	return status;
}

static const char *const dialects[] = {
	[SQL_SQLITE] = "sqlite", [SQL_POSTGRESQL] = "postgresql", NULL};

static const char *dialect_word(size_t index)
{
	return dialects[index];
}

static bool sql_options_read(const struct exporting *exporting, struct sql_options *options)
{
	const char *dialect = arguments_value(exporting->arguments, "dialect");
	const char *schema = arguments_value(exporting->arguments, "schema");
	const char *repo = arguments_value(exporting->arguments, "repo");
	*options = (struct sql_options){
		.schema = kpss_str(schema ? schema : ""), .repo = kpss_str(repo ? repo : "")};
	while (dialect && strcmp(dialects[options->dialect], dialect) != 0)
		options->dialect++;
	const char *fault = NULL;
	if ((schema && !*schema) || (repo && !*repo))
		fault = N_("a schema or a repository needs a name");
	else if (schema && options->dialect == SQL_SQLITE)
		fault = N_("SQLite has no schemas");
	if (fault)
		session_complain(exporting->session, fault,
			N_("‘kpss export --help’ shows how it is used"), kpss_str(NULL),
			kpss_str(NULL));
	return !fault;
}

static enum exit_status sql_export(const struct exporting *exporting)
{
	struct sql_options options;
	struct buf buf = {0};
	if (!sql_options_read(exporting, &options))
		return STATUS_USAGE;
	export_sql(&buf, exporting->plan, &options, exporting->session->arena);
	enum exit_status status = write_out(exporting, buf_str(&buf));
	buf_clear(&buf);
	return status;
}

static const struct {
	const char *name;
	enum exit_status (*run)(const struct exporting *exporting);
} formats[] = {
	{"sqlite", sqlite_export},
	{"json", json_export},
	{"csv-dir", export_folder},
	{"sql", sql_export},
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static const char *format_word(size_t index)
{
	return index < FORMAT_COUNT ? formats[index].name : NULL;
}

/* What only one format understands is not passed over in silence. */
static bool options_fit(struct session *session, const struct arguments *arguments)
{
	static const char *const only_sql[] = {"dialect", "schema", "repo"};
	bool fits = strcmp(arguments->operands[0], "sql") == 0;
	for (size_t i = 0; !fits && i < sizeof only_sql / sizeof *only_sql; i++) {
		if (!arguments_has(arguments, only_sql[i]))
			continue;
		session_complain(session, N_("--{0} is about sql, not about {1}"),
			N_("‘kpss export --help’ shows how it is used"), kpss_str(only_sql[i]),
			kpss_str(arguments->operands[0]));
		return false;
	}
	return true;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	size_t format = 0;
	if (arguments->operand_count < 2) {
		session_complain(session, N_("say what to export, and to which file"),
			N_("for instance: kpss export sqlite plan.db"), kpss_str(NULL),
			kpss_str(NULL));
		return STATUS_USAGE;
	}
	while (strcmp(formats[format].name, arguments->operands[0]) != 0)
		format++;
	if (!options_fit(session, arguments))
		return STATUS_USAGE;
	const struct database_plan plan = {
		.plan = reading->plan,
		.as_of = reading->as_of,
		.revision = kpss_str(reading->recorded ? reading->recorded->commit : ""),
	};
	const struct exporting exporting = {.session = session,
		.arguments = arguments,
		.plan = &plan,
		.file = arguments->operands[1]};
	return formats[format].run(&exporting);
}

static const struct command_option options[] = {
	{.name = "dialect",
		.argument = N_("DIALECT"),
		.word = dialect_word,
		.summary = N_("whose SQL it is: sqlite (default) or postgresql")},
	{.name = "schema",
		.argument = N_("NAME"),
		.summary = N_("a schema of PostgreSQL to make everything in")},
	{.name = "repo",
		.argument = N_("NAME"),
		.summary = N_("what a column repo says in every row")},
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"vyvézt", "vyvezt", NULL};

static const struct command_example examples[] = {
	{N_("kpss export sqlite plan.db"), N_("a database for any program")},
	{N_("kpss export csv-dir tables"), N_("tables for a spreadsheet")},
	{N_("kpss export json - | jq .town"), N_("the records for a script")},
	{0},
};

const struct command command_export = {
	.name = "export",
	.aliases = aliases,
	.group = GROUP_ASK,
	.summary = N_("write the whole plan for other programs"),
	.description = N_(
		"As sqlite, a database of the tables and views that SQL asks; as sql, statements\n"
		"that make them in SQLite or PostgreSQL (with --dialect, --schema, --repo); as\n"
		"csv-dir, a folder with a file for each table and data-dictionary.csv; as json,\n"
		"the records, which ‘kpss schema export’ describes. ‘-’ is standard output.\n"
		"The same commit gives the same bytes. Nothing from private folders is in it."),
	.examples = examples,
	.operands = N_("sqlite|json|csv-dir|sql FILE"),
	.operands_most = 2,
	.operand_word = format_word,
	.operand_file = true,
	.options = options,
	.answer = answer,
};
