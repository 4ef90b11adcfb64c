#include "render/summary.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/message.h"
#include "render/recorded.h"
#include "render/report.h"

static void add_counted(struct buf *buf, const struct report_options *options, const char *singular,
	const char *plural, size_t count)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)count), argument_date(options->as_of)};
	message_add_counted(buf, options->language, singular, plural, arguments);
}

void summary_add_counts(
	struct buf *buf, const struct language *language, const struct report_summary *summary)
{
	const struct {
		size_t count;
		const char *singular, *plural;
	} parts[] = {
		{summary->errors, P_("{0} error", "{0} errors")},
		{summary->warnings, P_("{0} warning", "{0} warnings")},
		{summary->notes, P_("{0} note", "{0} notes")},
	};
	bool any = false;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_number((int64_t)parts[i].count)};
		if (parts[i].count == 0)
			continue;
		buf_add_text(buf, any ? ", " : "");
		message_add_counted(buf, language, parts[i].singular, parts[i].plural, arguments);
		any = true;
	}
	if (!any)
		buf_add_text(buf, language_text(language, N_("no findings")));
}

void summary_add(
	struct buf *buf, const struct report_options *options, const struct report_summary *summary)
{
	summary_add_counts(buf, options->language, summary);
	if (summary->files_with_findings) {
		buf_add_char(buf, ' ');
		add_counted(buf, options, P_("in {0} file", "in {0} files"),
			summary->files_with_findings);
	}
	buf_add_text(buf, "; ");
	if (options->as_of_given)
		add_counted(buf, options,
			P_("checked {0} file as of {1}", "checked {0} files as of {1}"),
			summary->files);
	else
		add_counted(
			buf, options, P_("checked {0} file", "checked {0} files"), summary->files);
	recorded_add(buf, options->language, options->recorded);
	if (summary->suppressed) {
		buf_add_text(buf, "; ");
		add_counted(buf, options,
			P_("{0} silenced by a comment", "{0} silenced by comments"),
			summary->suppressed);
	}
}
