#include "rule/suppress.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/language.h"
#include "document/comment.h"
#include "plan/plan.h"
#include "rule/code.h"

static const struct finding_kind unused = {
	.code = "suppression-unused",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("the comment silences ‘{0}’, but nothing of the kind is found there"),
	.label = N_("silences nothing"),
	.remedy = N_("delete the code from the comment, or the whole comment"),
	.meaning = N_("a comment that silences a finding is still needed"),
	.explanation = N_("A comment left behind after the mistake was mended would silence the next one. It speaks "
			  "about its own line; on a line of its own, about the record or field below."),
	.wrong = "osoby:\n"
		 "  # kpss: ignore unknown-field – pole doplníme do pravidel\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n",
	.right = "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n",
};
static const struct finding_kind expired = {
	.code = "suppression-expired",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("the comment has silenced ‘{0}’ only until {1}"),
	.label = N_("no longer silences anything"),
	.remedy = N_("mend what is found and delete the comment, or give it a later day and the reason"),
	.meaning = N_("a comment that silences a finding has not expired"),
	.explanation = N_("The day was set so that the matter would be taken up again. From the next day on the finding "
			  "is reported as before."),
	.wrong = "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák  # kpss: ignore empty-value until 2020-12-31 – ověříme\n",
	.right = "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n",
};
static const struct finding_kind malformed = {
	.code = "suppression-malformed",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.message = N_("‘{0}’ is nothing that kpss could be told in a comment"),
	.label = N_("not understood"),
	.remedy = N_("write: # kpss: ignore CODE until 2026-04-30 – reason"),
	.meaning = N_("comments to kpss are written so that they are understood"),
	.explanation = N_("A comment that is not understood would silence nothing without anybody noticing. It names one "
			  "code or several with commas, if you like the last day on which it holds, and after a dash "
			  "the reason."),
	.wrong = "osoby:\n"
		 "  - id: novak-j\n"
		 "    poznámka:  # kpss: ignore empty-value\n",
	.right = "osoby:\n"
		 "  - id: novak-j\n"
		 "    poznámka:  # kpss: ignore empty-value – doplníme po jednání\n",
};
static const struct finding_kind malformed_code = {
	.code = "suppression-malformed",
	.severity = KPSS_ERROR,
	.message = N_("there is no finding with the code ‘{0}’"),
	.label = N_("silences nothing"),
	.remedy = N_("‘kpss explain’ lists the codes"),
};
static const struct finding_kind malformed_code_near = {
	.code = "suppression-malformed",
	.severity = KPSS_ERROR,
	.message = N_("there is no finding with the code ‘{0}’"),
	.label = N_("silences nothing"),
	.remedy = N_("did you mean {1}?"),
};
static const struct finding_kind malformed_without_code = {
	.code = "suppression-malformed",
	.severity = KPSS_ERROR,
	.message = N_("the comment does not say which finding it silences"),
	.label = N_("the code is missing"),
	.remedy = N_("write: # kpss: ignore CODE until 2026-04-30 – reason"),
};
static const struct finding_kind malformed_reason = {
	.code = "suppression-malformed",
	.severity = KPSS_ERROR,
	.message = N_("the comment does not say why it silences the finding"),
	.label = N_("the reason is missing"),
	.remedy = N_("add a dash and the reason: # kpss: ignore CODE until 2026-04-30 – reason"),
};
static const struct finding_kind malformed_day = {
	.code = "suppression-malformed",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not a day written like 2026-04-30"),
	.label = N_("the last day on which the comment holds"),
	.remedy = N_("write it like 2026-04-30"),
};
static const struct finding_kind refused = {
	.code = "suppression-refused",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("no comment can silence ‘{0}’"),
	.label = N_("this has no effect"),
	.remedy = N_("delete the code from the comment; ‘kpss explain {0}’ says what can be done instead"),
	.meaning = N_("comments silence only what can be silenced"),
	.explanation = N_("Some findings say that a file could not be read, or that something in it would be lost; these "
			  "are always reported. Others are about files that are not read, or about comments like "
			  "this; the profile can silence them."),
	.wrong = "# kpss: ignore unknown-kind – až na to bude čas\n"
		 "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n",
	.right = "osoby:\n"
		 "  - id: novak-j\n"
		 "    jméno: Jan Novák\n",
};

const struct finding_kind *const suppression_finding_kinds[] = {&unused, &expired, &malformed, &malformed_code,
	&malformed_code_near, &malformed_without_code, &malformed_reason, &malformed_day, &refused, NULL};

/* One code in one comment. */
struct suppression {
	const char *code;
	struct kpss_span written; /* the code */
	struct kpss_span reach;
	struct kpss_date until; /* INT32_MAX: for ever */
	bool used;
};

struct suppressions {
	const struct plan *plan;
	const struct document *document; /* while its comments are read */
	struct kpss_date as_of;
	struct findings *findings;
	struct suppression *items;
	size_t count, capacity;
	size_t first; /* number of the first finding about comments */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct kpss_str part(struct kpss_str text, size_t begin, size_t end)
{
	while (begin < end && is_blank(text.ptr[begin]))
		begin++;
	while (end > begin && is_blank(text.ptr[end - 1]))
		end--;
	return (struct kpss_str){.ptr = text.ptr + begin, .len = end - begin};
}

/* Splits the first word off. */
static struct kpss_str word_take(struct kpss_str *text)
{
	size_t end = 0;
	while (end < text->len && !is_blank(text->ptr[end]))
		end++;
	struct kpss_str word = part(*text, 0, end);
	*text = part(*text, end, text->len);
	return word;
}

/* The length of a dash between head and reason that begins at `at`: – or — anywhere, hyphens only between blanks, as codes and
 * days have hyphens too. 0: there is none. */
static size_t dash_at(struct kpss_str text, size_t at)
{
	static const char en[] = "\xE2\x80\x93", em[] = "\xE2\x80\x94";
	if (text.len - at >= 3 && (memcmp(text.ptr + at, en, 3) == 0 || memcmp(text.ptr + at, em, 3) == 0))
		return 3;
	size_t end = at;
	while (end < text.len && text.ptr[end] == '-')
		end++;
	bool between = at > 0 && is_blank(text.ptr[at - 1]) && (end == text.len || is_blank(text.ptr[end]));
	return between ? end - at : 0;
}

/* Splits at the first dash; the reason is empty when there is none. */
static struct kpss_str reason_take(struct kpss_str *text)
{
	for (size_t at = 0; at < text->len; at++) {
		size_t dash = dash_at(*text, at);
		if (dash == 0)
			continue;
		struct kpss_str reason = part(*text, at + dash, text->len);
		*text = part(*text, 0, at);
		return reason;
	}
	return kpss_str("");
}

/* Splits at the word “until” or “do”; ptr NULL when there is none. */
static struct kpss_str day_take(struct kpss_str *text)
{
	for (size_t at = 0; at < text->len; at++) {
		struct kpss_str rest = {.ptr = text->ptr + at, .len = text->len - at};
		if (at > 0 && !is_blank(text->ptr[at - 1]))
			continue;
		struct kpss_str word = word_take(&rest);
		if (!kpss_str_is(word, "until") && !kpss_str_is(word, "do"))
			continue;
		*text = part(*text, 0, at);
		return rest.ptr ? rest : kpss_str("");
	}
	return kpss_str(NULL);
}

static struct kpss_span span_of(const struct suppressions *all, struct kpss_str text)
{
	const char *bytes = all->document->source->bytes.ptr;
	uint32_t begin = (uint32_t)(text.ptr - bytes);
	return (struct kpss_span){
		.source = all->document->source, .begin = begin, .end = begin + (uint32_t)text.len};
}

static void report(struct suppressions *all, const struct finding_kind *kind, struct kpss_span where,
	struct finding_argument first, struct finding_argument second)
{
	findings_add(all->findings, &(struct finding){.kind = kind, .where = where, .arguments = {first, second}});
}

static void unknown_report(struct suppressions *all, struct kpss_str code)
{
	struct kpss_str near = codes_near(all->plan, all->findings, code);
	report(all, near.len ? &malformed_code_near : &malformed_code, span_of(all, code), argument_text(code),
		argument_names(near));
}

static void code_take(struct suppressions *all, struct kpss_str code, struct kpss_span reach, struct kpss_date until)
{
	const struct finding_kind *kind = code_find(code);
	if (!code_is_known(all->plan, code)) {
		unknown_report(all, code);
		return;
	}
	if (kind && (kind->fatal || kind->no_comment)) {
		report(all, &refused, span_of(all, code), argument_text(code), (struct finding_argument){0});
		return;
	}
	if (until.days < all->as_of.days) {
		report(all, &expired, span_of(all, code), argument_text(code), argument_date(until));
		return;
	}
	if (all->count == all->capacity) {
		all->capacity = all->capacity ? all->capacity * 2 : 16;
		all->items = memory_resize(all->items, all->capacity, sizeof *all->items);
	}
	all->items[all->count++] = (struct suppression){
		.code = kind ? kind->code : findings_text(all->findings, code).ptr, .written = span_of(all, code), .reach = reach, .until = until};
}

static void codes_take(struct suppressions *all, struct kpss_str codes, struct kpss_span reach, struct kpss_date until)
{
	for (size_t begin = 0, end; begin < codes.len; begin = end + 1) {
		const char *comma = memchr(codes.ptr + begin, ',', codes.len - begin);
		end = comma ? (size_t)(comma - codes.ptr) : codes.len;
		struct kpss_str code = part(codes, begin, end);
		if (code.len)
			code_take(all, code, reach, until);
	}
}

static void comment_take(struct suppressions *all, const struct comment *comment)
{
	struct kpss_str text = comment->text, reason = reason_take(&text), day = day_take(&text);
	struct kpss_str word = word_take(&text);
	struct kpss_span whole = {
		.source = all->document->source, .begin = comment->begin, .end = comment->end};
	struct kpss_date until = {.days = INT32_MAX};
	struct finding_argument none = {0};
	if (!kpss_str_is(word, "ignore") && !kpss_str_is(word, "ignoruj"))
		report(all, &malformed, whole, argument_text(word.len ? word : comment->text), none);
	else if (text.len == 0)
		report(all, &malformed_without_code, whole, none, none);
	else if (day.ptr && !kpss_date_parse(day, &until))
		report(all, &malformed_day, day.len ? span_of(all, day) : whole, argument_text(day), none);
	else if (reason.len == 0)
		report(all, &malformed_reason, whole, none, none);
	else
		codes_take(all, text, comment_reach(all->document, comment), until);
}

static void comments_take(struct suppressions *all, const struct plan *plan)
{
	uint32_t count;
	const struct document *documents = plan_documents(plan, &count);
	for (uint32_t i = 0; i < count; i++) {
		struct comment comment = {0};
		all->document = &documents[i];
		while (comment_find(all->document, comment.end, &comment))
			comment_take(all, &comment);
	}
}

static int suppression_compare(const void *left, const void *right)
{
	const struct suppression *a = left, *b = right;
	if (a->reach.source != b->reach.source)
		return (a->reach.source > b->reach.source) - (a->reach.source < b->reach.source);
	if (a->reach.begin != b->reach.begin)
		return a->reach.begin < b->reach.begin ? -1 : 1;
	if (a->reach.end != b->reach.end)
		return a->reach.end < b->reach.end ? -1 : 1;
	int order = strcmp(a->code, b->code);
	return order ? order : (a->written.begin > b->written.begin) - (a->written.begin < b->written.begin);
}

/* The same code for the same place a second time silences nothing. */
static bool is_repeated(const struct suppression *a, const struct suppression *b)
{
	return a->reach.source == b->reach.source && a->reach.begin == b->reach.begin && a->reach.end == b->reach.end &&
	       strcmp(a->code, b->code) == 0;
}

/* A finding by its place, to be looked for. */
struct spot {
	const struct source *source;
	uint32_t begin;
	uint32_t finding;
};

static int spot_compare(const void *left, const void *right)
{
	const struct spot *a = left, *b = right;
	if (a->source != b->source)
		return (a->source > b->source) - (a->source < b->source);
	return (a->begin > b->begin) - (a->begin < b->begin);
}

static size_t spot_first(const struct spot *spots, size_t count, struct kpss_span reach)
{
	const struct spot wanted = {.source = reach.source, .begin = reach.begin};
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (spot_compare(&spots[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Marks what the comment silences by taking its kind away. */
static void silence(struct suppression *suppression, const struct suppressions *all, const struct spot *spots,
	bool *silenced)
{
	struct kpss_span reach = suppression->reach;
	for (size_t i = spot_first(spots, all->first, reach);
		i < all->first && spots[i].source == reach.source && spots[i].begin < reach.end; i++) {
		const struct finding_kind *kind = all->findings->items[spots[i].finding].kind;
		if (kind->fatal || strcmp(kind->code, suppression->code) != 0)
			continue;
		suppression->used = silenced[spots[i].finding] = true;
	}
}

static void unused_report(struct suppressions *all)
{
	for (size_t i = 0; i < all->count; i++)
		if (!all->items[i].used)
			report(all, &unused, all->items[i].written, argument_text(kpss_str(all->items[i].code)),
				(struct finding_argument){0});
}

static void silenced_drop(struct suppressions *all, const bool *silenced)
{
	struct findings *findings = all->findings;
	size_t kept = 0;
	for (size_t i = 0; i < findings->count; i++)
		if (i >= all->first || !silenced[i])
			findings->items[kept++] = findings->items[i];
	size_t dropped = findings->count - kept;
	findings->count = kept;
	findings->suppressed += dropped;
	all->first -= dropped;
}

static void silence_all(struct suppressions *all)
{
	struct arena *arena = all->findings->arena;
	struct spot *spots = arena_array(arena, all->first + 1, sizeof *spots);
	bool *silenced = arena_array(arena, all->first + 1, sizeof *silenced);
	for (size_t i = 0; i < all->first; i++) {
		const struct kpss_span *where = &all->findings->items[i].where;
		spots[i] = (struct spot){.source = where->source, .begin = where->begin, .finding = (uint32_t)i};
	}
	qsort(spots, all->first, sizeof *spots, spot_compare);
	qsort(all->items, all->count, sizeof *all->items, suppression_compare);
	for (size_t i = 0; i < all->count; i++)
		if (i == 0 || !is_repeated(&all->items[i - 1], &all->items[i]))
			silence(&all->items[i], all, spots, silenced);
	unused_report(all);
	silenced_drop(all, silenced);
}

size_t suppressions_apply(const struct plan *plan, struct kpss_date as_of, struct findings *findings)
{
	struct suppressions all = {.plan = plan, .as_of = as_of, .findings = findings, .first = findings->count};
	comments_take(&all, plan);
	if (all.count)
		silence_all(&all);
	free(all.items);
	return all.first;
}
