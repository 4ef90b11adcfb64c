#include "base/finding.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"

enum { ID_LONGEST = 64 };

const struct finding_kind finding_too_many = {
	.code = "limit-findings",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("too many findings in one repository: {0}; only {1} of them can be reported"),
	.remedy = N_(
		"mend what is reported and check again; often one mistake is behind most of them"),
	.meaning = N_("at most 50,000 findings in one repository"),
	.explanation =
		N_("A limit that keeps hostile repositories from tiring the program. So many "
		   "findings mostly mean that a "
		   "file does not belong to the plan, or that a table was converted wrongly."),
};

const struct finding_kind *const base_finding_kinds[] = {&finding_too_many, NULL};

void findings_init(struct findings *findings)
{
	*findings = (struct findings){.arena = arena_new()};
}

void findings_clear(struct findings *findings)
{
	free(findings->items);
	arena_free(findings->arena);
	*findings = (struct findings){0};
}

void findings_reset(struct findings *findings)
{
	findings->count = findings->beyond = findings->suppressed = 0;
	arena_reset(findings->arena);
}

static void add(struct findings *findings, const struct finding *finding)
{
	if (findings->count == findings->capacity) {
		findings->capacity = findings->capacity ? findings->capacity * 2 : 16;
		findings->items = memory_resize(findings->items, findings->capacity, sizeof *findings->items);
	}
	struct finding *added = &findings->items[findings->count++];
	*added = *finding;
	if (added->severity == KPSS_SILENT)
		added->severity = finding->kind->severity;
	if (added->subject.len > ID_LONGEST)
		added->subject = (struct kpss_str){0};
}

void findings_add(struct findings *findings, const struct finding *finding)
{
	if (findings->count < FINDINGS_MOST && findings->beyond == 0)
		add(findings, finding);
	else
		findings->beyond++;
}

void findings_take_back(struct findings *findings, size_t count, size_t beyond)
{
	findings->count = count;
	findings->beyond = beyond;
}

struct kpss_str findings_text(struct findings *findings, struct kpss_str text)
{
	return arena_text(findings->arena, text);
}

static int str_compare(struct kpss_str a, struct kpss_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static struct kpss_str finding_path(const struct finding *finding)
{
	return finding->where.source ? finding->where.source->path : (struct kpss_str){0};
}

static int argument_compare(const struct finding_argument *a, const struct finding_argument *b)
{
	if (a->type != b->type)
		return (a->type > b->type) - (a->type < b->type);
	if (a->number != b->number)
		return (a->number > b->number) - (a->number < b->number);
	return str_compare(a->text, b->text);
}

static uint32_t lines_before(const struct finding *finding)
{
	return finding->where.source ? finding->where.source->lines_before : 0;
}

static int finding_compare(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;
	if (a->where.source != b->where.source) {
		int order = str_compare(finding_path(a), finding_path(b));
		if (order)
			return order;
	}
	uint32_t before_a = lines_before(a), before_b = lines_before(b);
	if (before_a != before_b)
		return (before_a > before_b) - (before_a < before_b);
	if (a->where.begin != b->where.begin)
		return (a->where.begin > b->where.begin) - (a->where.begin < b->where.begin);
	int order = strcmp(a->kind->code, b->kind->code);
	/* Before the arguments, which quote words that differ between the vocabularies. */
	if (order == 0 && a->related.begin != b->related.begin)
		order = (a->related.begin > b->related.begin) - (a->related.begin < b->related.begin);
	for (int i = 0; i < FINDING_ARGUMENTS && order == 0; i++)
		order = argument_compare(&a->arguments[i], &b->arguments[i]);
	return order;
}

void findings_sort(struct findings *findings)
{
	if (findings->beyond)
		add(findings, &(struct finding){
				      .kind = &finding_too_many,
				      .arguments = {argument_number((int64_t)(FINDINGS_MOST +
									      findings->beyond)),
					      argument_number(FINDINGS_MOST)},
			      });
	if (findings->count < 2)
		return;
	qsort(findings->items, findings->count, sizeof *findings->items, finding_compare);
	size_t kept = 1;
	for (size_t i = 1; i < findings->count; i++)
		if (finding_compare(&findings->items[kept - 1], &findings->items[i]) != 0)
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}

size_t findings_count(const struct findings *findings, enum kpss_severity severity)
{
	size_t count = 0;
	for (size_t i = 0; i < findings->count; i++)
		count += findings->items[i].severity == severity;
	return count;
}
