/* JUnit's XML, which every server of continuous integration shows: a suite for each repository, a test for each file with
 * findings. The schema wants a time and a host; both are constant, so that the same repository gives the same bytes. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "render/message.h"
#include "render/recorded.h"

/* Stands for what XML 1.0 cannot hold even escaped. */
#define REPLACEMENT "\xEF\xBF\xBD"

static void add_character(struct buf *buf, struct kpss_str character, uint32_t code, bool attribute)
{
	switch (code) {
	case '&':
		buf_add_text(buf, "&amp;");
		return;
	case '<':
		buf_add_text(buf, "&lt;");
		return;
	case '>': /* also for the ]]> that a text may not hold */
		buf_add_text(buf, "&gt;");
		return;
	case '"':
		buf_add_text(buf, "&quot;");
		return;
	default:
		break;
	}
	bool layout = code == '\n' || code == '\t';
	if ((code < ' ' && !layout && code != '\r') || code == 0xFFFE || code == 0xFFFF)
		buf_add_text(buf, REPLACEMENT);
	else if (layout ? attribute : text_is_unsafe(code))
		buf_addf(buf, "&#%u;", (unsigned)code);
	else
		buf_add(buf, character);
}

static void add_escaped(struct buf *buf, struct kpss_str text, bool attribute)
{
	while (text.len > 0) {
		size_t valid = text_valid_utf8(text);
		for (size_t at = 0, length; at < valid; at += length) {
			uint32_t code = text_code_point(text, at, &length);
			add_character(buf, (struct kpss_str){.ptr = text.ptr + at, .len = length},
				code, attribute);
		}
		if (valid < text.len) {
			buf_add_text(buf, REPLACEMENT);
			valid++;
		}
		text = (struct kpss_str){.ptr = text.ptr + valid, .len = text.len - valid};
	}
}

static void add_attribute(struct buf *buf, const char *name, struct kpss_str value)
{
	buf_addf(buf, " %s=\"", name);
	add_escaped(buf, value, true);
	buf_add_char(buf, '"');
}

static bool is_same_file(const struct finding *a, const struct finding *b)
{
	if (!a->where.source || !b->where.source)
		return a->where.source == b->where.source;
	return kpss_str_equal(a->where.source->path, b->where.source->path);
}

static size_t file_end(const struct findings *findings, size_t begin)
{
	size_t end = begin;
	while (end < findings->count &&
		is_same_file(&findings->items[begin], &findings->items[end]))
		end++;
	return end;
}

/* The first of the worst findings from `begin` to `end`. */
static const struct finding *worst(const struct findings *findings, size_t begin, size_t end)
{
	const struct finding *found = &findings->items[begin];
	for (size_t i = begin; i < end; i++)
		if (findings->items[i].severity > found->severity)
			found = &findings->items[i];
	return found;
}

static bool fails(const struct report_options *options, const struct finding *finding)
{
	return options->fail_on != KPSS_SILENT && finding->severity >= options->fail_on;
}

struct escaping {
	struct buf *out;
	const struct report_options *options;
};

static void take_lines(void *context, struct buf *lines)
{
	struct escaping *escaping = context;
	add_escaped(escaping->out, buf_str(lines), false);
	lines->len = 0;
	report_pass_on(escaping->out, escaping->options);
}

/* The findings as lines for people. */
static void add_lines(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, size_t begin, size_t end)
{
	struct findings part = {.items = repository->findings->items + begin, .count = end - begin};
	struct report_repository some = *repository;
	struct report_options all = *options;
	struct escaping escaping = {.out = buf, .options = options};
	const struct report_drain drain = {.take = take_lines, .context = &escaping};
	struct buf lines = {0};
	some.findings = &part;
	all.limit = 0;
	all.drain = &drain;
	report_format_short.repository(&lines, &all, &some);
	take_lines(&escaping, &lines);
	buf_clear(&lines);
}

static void add_result(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, size_t begin, size_t end)
{
	const char *element = repository->summary.unread ? "error" : "failure";
	const struct finding *main = worst(repository->findings, begin, end);
	struct buf message = {0};
	message_add_finding(&message, options->language, main);
	buf_addf(buf, ">\n      <%s type=\"%s\"", element, main->kind->code);
	add_attribute(buf, "message", buf_str(&message));
	buf_add_char(buf, '>');
	add_lines(buf, options, repository, begin, end);
	buf_addf(buf, "</%s>\n    </testcase>\n", element);
	buf_clear(&message);
}

/* Something that is left when a reader of XML takes the blanks off. */
static bool is_name(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != ' ' && text.ptr[i] != '\t' && text.ptr[i] != '\n' &&
			text.ptr[i] != '\r')
			return true;
	return false;
}

static struct kpss_str suite_name(const struct report_repository *repository)
{
	if (is_name(repository->town))
		return repository->town;
	return is_name(repository->path) ? repository->path : kpss_str("kpss");
}

static void add_test(
	struct buf *buf, const struct report_repository *repository, struct kpss_str name)
{
	buf_add_text(buf, "    <testcase");
	add_attribute(buf, "name", name);
	add_attribute(buf, "classname", suite_name(repository));
	buf_add_text(buf, " time=\"0\"");
}

static bool is_failed(const struct report_options *options,
	const struct report_repository *repository, size_t begin, size_t end)
{
	return repository->summary.unread ||
	       fails(options, worst(repository->findings, begin, end));
}

static void add_tests(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	const struct findings *findings = repository->findings;
	if (findings->count == 0) {
		add_test(buf, repository, kpss_str("clean"));
		buf_add_text(buf, "/>\n");
	}
	for (size_t begin = 0, end; begin < findings->count; begin = end) {
		struct source *source = findings->items[begin].where.source;
		struct buf name = {0};
		end = file_end(findings, begin);
		if (source)
			report_add_file(&name, repository, source->path);
		else
			buf_add(&name, repository->path);
		add_test(buf, repository, buf_str(&name));
		if (is_failed(options, repository, begin, end))
			add_result(buf, options, repository, begin, end);
		else
			buf_add_text(buf, "/>\n");
		report_pass_on(buf, options);
		buf_clear(&name);
	}
}

/* Findings of files that did not fail are not lost: they stand in the output of the suite. */
static void add_output(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	const struct findings *findings = repository->findings;
	buf_add_text(buf, "    <system-out>");
	for (size_t begin = 0, end; begin < findings->count; begin = end) {
		end = file_end(findings, begin);
		if (!is_failed(options, repository, begin, end))
			add_lines(buf, options, repository, begin, end);
	}
	buf_add_text(buf, "</system-out>\n    <system-err/>\n");
}

struct count {
	size_t tests, failed;
};

static struct count count_tests(
	const struct report_options *options, const struct report_repository *repository)
{
	const struct findings *findings = repository->findings;
	struct count count = {.tests = findings->count == 0};
	for (size_t begin = 0, end; begin < findings->count; begin = end) {
		end = file_end(findings, begin);
		count.tests++;
		count.failed += is_failed(options, repository, begin, end);
	}
	return count;
}

static void add_properties(struct buf *buf, const struct recorded *recorded)
{
	if (!recorded) {
		buf_add_text(buf, "    <properties/>\n");
		return;
	}
	buf_add_text(buf, "    <properties>\n      <property name=\"revision\"");
	add_attribute(buf, "value", recorded->revision);
	buf_addf(buf,
		"/>\n      <property name=\"commit\" value=\"%s\"/>\n    </properties>\n", recorded->commit);
}

static void junit_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	struct count count = count_tests(options, repository);
	bool unread = repository->summary.unread;
	int year, month, day;
	kpss_date_split(options->as_of, &year, &month, &day);
	buf_add_text(buf, "  <testsuite");
	add_attribute(buf, "name", suite_name(repository));
	buf_addf(buf, " id=\"%zu\"", repository->index);
	add_attribute(buf, "package", repository->path);
	buf_addf(buf,
		" timestamp=\"%04d-%02d-%02dT00:00:00\" hostname=\"localhost\" tests=\"%zu\""
		" failures=\"%zu\" errors=\"%zu\" time=\"0\">\n",
		year, month, day, count.tests, unread ? 0 : count.failed,
		unread ? count.failed : 0);
	add_properties(buf, options->recorded);
	add_tests(buf, options, repository);
	add_output(buf, options, repository);
	buf_add_text(buf, "  </testsuite>\n");
}

static void junit_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)options, (void)total;
	buf_add_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
}

static void junit_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)options, (void)total;
	buf_add_text(buf, "</testsuites>\n");
}

const struct report_format report_format_junit = {
	.name = "junit",
	.summary = N_("JUnit XML: a suite for each plan, a test for each file with findings"),
	.begin = junit_begin,
	.repository = junit_repository,
	.end = junit_end,
};
