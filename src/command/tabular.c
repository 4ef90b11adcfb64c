#include "command/tabular.h"

#include <string.h>

#include "base/failure.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/environment.h"
#include "command/named.h"
#include "command/session.h"

const char *tabular_format_word(size_t index)
{
	for (size_t i = 0; table_formats[i]; i++)
		if (i == index)
			return table_formats[i]->name;
	return NULL;
}

static const struct table_format *format_named(const char *name)
{
	for (size_t i = 0; name && table_formats[i]; i++)
		if (strcmp(table_formats[i]->name, name) == 0)
			return table_formats[i];
	return table_formats[0];
}

/* Which format the name of a file asks for; NULL: none. */
static const char *format_of_file(const char *file)
{
	const char *point = file ? strrchr(file, '.') : NULL;
	for (size_t i = 0; point && table_formats[i]; i++)
		if (strcmp(table_formats[i]->name, point + 1) == 0)
			return table_formats[i]->name;
	return NULL;
}

bool tabular_begin(
	struct tabular *tabular, struct session *session, const struct arguments *arguments)
{
	const char *file = arguments_value(arguments, "output"),
		   *format = arguments_value(arguments, "format");
	bool excel = arguments_has(arguments, "excel");
	*tabular = (struct tabular){
		.session = session, .file = file && strcmp(file, "-") != 0 ? file : NULL};
	if (!format)
		format = excel ? "csv" : format_of_file(tabular->file);
	tabular->format = format_named(format);
	if (excel && strcmp(tabular->format->name, "csv") != 0) {
		session_complain(session, N_("--excel is about csv, not about {0}"),
			N_("leave it out, or write --format csv; --format xlsx makes a workbook"),
			kpss_str(tabular->format->name), kpss_str(NULL));
		return false;
	}
	if (tabular->format->binary && !tabular->file && session->environment->output_is_terminal) {
		session_complain(session, N_("{0} is not for a terminal"),
			N_("name the file to write: --output FILE"),
			kpss_str(tabular->format->name), kpss_str(NULL));
		return false;
	}
	tabular->options = (struct table_options){
		.language = session->language,
		.excel = excel,
		.colour = session_colours_output(session) && !tabular->file,
		.arena = session->arena,
	};
	return true;
}

enum exit_status tabular_end(struct tabular *tabular)
{
	enum exit_status status = STATUS_FINE;
	int reason;
	if (!tabular->file) {
		session_write(tabular->session, &tabular->buf);
	} else if (named_write(tabular->file, buf_str(&tabular->buf), &reason) == WRITE_FAILED) {
		session_complain(tabular->session, N_("‘{0}’ cannot be written: {1}"), NULL,
			kpss_str(tabular->file),
			kpss_str(failure_text(tabular->session->language, reason)));
		status = STATUS_FAILED;
	}
	tabular_drop(tabular);
	return status;
}

void tabular_drop(struct tabular *tabular)
{
	buf_clear(&tabular->buf);
}
