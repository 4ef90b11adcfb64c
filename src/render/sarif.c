/* SARIF 2.1.0, which code scanning reads. Only codes that occur are described as rules. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/version.h"
#include "render/described.h"
#include "render/recorded.h"
#include "render/message.h"
#include "render/tally.h"
#include "rule/run.h"

/* How deep these are laid out. */
enum { IDENTITY = 3, RESULT = 4, RULE = 6 };

static json_t *text_object(json_t *text)
{
	return json_pack("{s:o}", "text", text);
}

static json_t *english_text(const struct report_options *options, const char *english)
{
	return text_object(json_string(language_text(options->language, english)));
}

/* The folder as it was typed; of an absolute one only the last name, for a report may not say where somebody's files lie. */
static struct kpss_str folder_of(const struct report_repository *repository)
{
	struct kpss_str folder = repository->path;
	if (folder.len == 0 || folder.ptr[0] != '/')
		return folder;
	const char *slash = memrchr(folder.ptr, '/', folder.len);
	size_t used = (size_t)(slash + 1 - folder.ptr);
	return (struct kpss_str){.ptr = folder.ptr + used, .len = folder.len - used};
}

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~/", c));
}

/* A relative reference; percent-encoded, a colon too, which would look like a scheme. */
static json_t *uri_of(const struct report_repository *repository, struct kpss_str path)
{
	struct report_repository shown = {.path = folder_of(repository)};
	struct buf file = {0}, uri = {0};
	report_add_file(&file, &shown, path);
	for (size_t i = 0; i < file.len; i++) {
		if (is_unreserved(file.ptr[i]))
			buf_add_char(&uri, file.ptr[i]);
		else
			buf_addf(&uri, "%%%02X", (unsigned)(unsigned char)file.ptr[i]);
	}
	json_t *value = described_text(buf_str(&uri));
	buf_clear(&file);
	buf_clear(&uri);
	return value;
}

static json_t *location_of(
	const struct report_repository *repository, const struct kpss_span *where)
{
	struct place begin = source_locate(where->source, where->begin);
	struct place end = source_locate(where->source, where->end);
	return json_pack("{s:{s:{s:o},s:{s:i,s:i,s:i,s:i}}}", "physicalLocation",
		"artifactLocation", "uri", uri_of(repository, where->source->path), "region",
		"startLine", (int)begin.line, "startColumn", (int)begin.column, "endLine",
		(int)end.line, "endColumn", (int)end.column);
}

static json_t *message_of(const struct report_options *options, const struct finding *finding)
{
	struct buf buf = {0};
	message_add_finding(&buf, options->language, finding);
	if (finding->kind->remedy) {
		buf_addf(&buf, "\n%s: ", language_text(options->language, N_("what to do")));
		message_add(&buf, options->language, finding->kind->remedy, finding->arguments);
	}
	json_t *value = text_object(described_text(buf_str(&buf)));
	buf_clear(&buf);
	return value;
}

static json_t *related_of(const struct report_options *options,
	const struct report_repository *repository, const struct finding *finding)
{
	json_t *location = location_of(repository, &finding->related);
	struct buf buf = {0};
	message_add(&buf, options->language, finding->kind->related, finding->arguments);
	if (buf.len)
		json_object_set_new(
			location, "message", text_object(described_text(buf_str(&buf))));
	buf_clear(&buf);
	return json_pack("[o]", location);
}

static json_t *result_of(const struct report_options *options,
	const struct report_repository *repository, size_t index)
{
	const struct finding *finding = &repository->findings->items[index];
	json_t *result = json_pack("{s:s,s:s,s:o,s:o}", "ruleId", finding->kind->code, "level",
		severity_word(finding->severity), "message", message_of(options, finding),
		"locations",
		finding->where.source ? json_pack("[o]", location_of(repository, &finding->where))
				      : json_array());
	if (finding->related.source)
		json_object_set_new(
			result, "relatedLocations", related_of(options, repository, finding));
	if (repository->fingerprints)
		json_object_set_new(result, "partialFingerprints",
			json_pack("{s:o}", "kpss/v1",
				json_sprintf("%016llx",
					(unsigned long long)repository->fingerprints[index])));
	if (finding->subject.ptr)
		json_object_set_new(result, "properties",
			json_pack("{s:o}", "subject", described_text(finding->subject)));
	return result;
}

/* Of the kinds with one code, the one that carries its meaning; that of a town's own rule is known from what it found. */
static const struct finding_kind *kind_of(const struct findings *findings, const char *code)
{
	const struct finding_kind *kind, *any = NULL;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (strcmp(kind->code, code) != 0)
			continue;
		if (kind->meaning)
			return kind;
		any = kind;
	}
	for (size_t i = 0; !any && i < findings->count; i++)
		if (strcmp(findings->items[i].kind->code, code) == 0)
			any = findings->items[i].kind;
	return any;
}

static json_t *help_of(const struct report_options *options, const struct finding_kind *kind)
{
	const char *const parts[] = {kind->explanation, kind->basis};
	struct buf buf = {0};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i])
			continue;
		buf_add_text(&buf, buf.len ? "\n\n" : "");
		buf_add_text(&buf, language_text(options->language, parts[i]));
	}
	json_t *value = text_object(described_text(buf_str(&buf)));
	buf_clear(&buf);
	return value;
}

static json_t *rule_of(const struct report_options *options, const struct findings *findings,
	const char *code)
{
	const struct finding_kind *kind = kind_of(findings, code);
	json_t *rule = json_pack("{s:s}", "id", code);
	if (!kind)
		return rule;
	if (kind->meaning)
		json_object_set_new(rule, "shortDescription", english_text(options, kind->meaning));
	if (kind->explanation)
		json_object_set_new(
			rule, "fullDescription", english_text(options, kind->explanation));
	if (kind->explanation || kind->basis)
		json_object_set_new(rule, "help", help_of(options, kind));
	json_object_set_new(rule, "defaultConfiguration",
		json_pack("{s:s}", "level",
			kind->severity == KPSS_SILENT ? "none" : severity_word(kind->severity)));
	return rule;
}

static void add_rules(
	struct buf *buf, const struct report_options *options, const struct findings *findings,
	const struct tally *codes)
{
	for (size_t i = 0; i < codes->count; i++) {
		buf_add_text(buf, i ? ",\n" : "\n");
		buf_add_repeated(buf, ' ', RULE * DESCRIBED_LEVEL);
		described_add(buf, RULE, rule_of(options, findings, codes->items[i].code));
	}
	if (codes->count)
		buf_add_text(buf, "\n          ");
}

static void add_results(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	size_t count = repository->findings->count;
	for (size_t i = 0; i < count; i++) {
		buf_add_text(buf, i ? ",\n" : "\n");
		buf_add_repeated(buf, ' ', RESULT * DESCRIBED_LEVEL);
		described_add(buf, RESULT, result_of(options, repository, i));
		report_pass_on(buf, options);
	}
	if (count)
		buf_add_text(buf, "\n      ");
}

/* Tells the runs of one upload apart. */
static void add_identity(struct buf *buf, const struct report_repository *repository)
{
	struct buf id = {0};
	buf_add_text(&id, "kpss/");
	buf_add(&id, folder_of(repository));
	buf_add_text(buf, "      \"automationDetails\": ");
	described_add(buf, IDENTITY, json_pack("{s:o}", "id", described_text(buf_str(&id))));
	buf_add_text(buf, ",\n");
	buf_clear(&id);
}

/* SARIF's own place for a revision wants the address of the repository, which nobody told. */
static void add_recorded(struct buf *buf, const struct report_options *options)
{
	if (!options->recorded)
		return;
	buf_add_text(buf, "      \"properties\": ");
	described_add(buf, IDENTITY, json_pack("{s:o}", "at", recorded_json(options->recorded)));
	buf_add_text(buf, ",\n");
}

/* A run for each repository: it has rules and a success of its own. */
static void sarif_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	struct tally codes = {0};
	tally_all(&codes, repository->findings);
	buf_add_text(buf, repository->index ? ",\n" : "\n");
	buf_add_text(buf, "    {\n"
			  "      \"tool\": {\n"
			  "        \"driver\": {\n"
			  "          \"name\": \"kpss\",\n");
	buf_addf(buf,
		"          \"version\": \"%s\",\n"
		"          \"semanticVersion\": \"%s\",\n"
		"          \"rules\": [",
		program_version, program_version);
	add_rules(buf, options, repository->findings, &codes);
	buf_add_text(buf, "]\n        }\n      },\n");
	if (options->several)
		add_identity(buf, repository);
	add_recorded(buf, options);
	buf_addf(buf,
		"      \"language\": \"%s\",\n"
		"      \"columnKind\": \"unicodeCodePoints\",\n"
		"      \"invocations\": [{\"executionSuccessful\": %s}],\n"
		"      \"results\": [",
		language_code(options->language), repository->summary.unread ? "false" : "true");
	add_results(buf, options, repository);
	buf_add_text(buf, "]\n    }");
	tally_clear(&codes);
}

static void sarif_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)options, (void)total;
	buf_add_text(buf, "{\n"
			  "  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
			  "  \"version\": \"2.1.0\",\n"
			  "  \"runs\": [");
}

static void sarif_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)options, (void)total;
	buf_add_text(buf, "\n  ]\n}\n");
}

const struct report_format report_format_sarif = {
	.name = "sarif",
	.summary = N_("SARIF 2.1.0, for code scanning"),
	.fingerprints = true,
	.begin = sarif_begin,
	.repository = sarif_repository,
	.end = sarif_end,
};
