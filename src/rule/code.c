#include "rule/code.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/text.h"
#include "rule/run.h"

const struct finding_kind *code_find(struct kpss_str code)
{
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning && kpss_str_is(code, kind->code))
			return kind;
	return NULL;
}

struct kpss_str codes_near(struct findings *findings, struct kpss_str written)
{
	struct text_suggestions suggestions;
	const struct finding_kind *kind;
	suggestions_init(&suggestions, findings->arena, written);
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning)
			suggestions_offer(&suggestions, kpss_str(kind->code));
	struct buf buf = {0};
	for (size_t i = 0; i < suggestions.count; i++) {
		if (i)
			buf_add_char(&buf, '\n');
		buf_add(&buf, suggestions.names[i]);
	}
	struct kpss_str names = buf.len ? findings_text(findings, buf_str(&buf)) : kpss_str("");
	buf_clear(&buf);
	return names;
}

const char *code_at(size_t index)
{
	const struct finding_kind *kind;
	/* One kind of each code carries the meaning. */
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning && index-- == 0)
			return kind->code;
	return NULL;
}
