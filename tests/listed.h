/* Findings as lines of “code path line column”, the form in which tests expect them. */
#ifndef TESTS_LISTED_H
#define TESTS_LISTED_H

#include "base/buf.h"
#include "base/finding.h"

/* Sorts them; the text lives in the buffer, which is emptied first. A finding without a place has only its code. */
static inline const char *listed(struct buf *buf, struct findings *findings)
{
	buf->len = 0;
	findings_sort(findings);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		struct source *source = finding->where.source;
		buf_add_text(buf, finding->kind->code);
		if (source) {
			struct place place = source_locate(source, finding->where.begin);
			buf_addf(buf, " %.*s %u %u", (int)source->path.len, source->path.ptr,
				place.line, place.column);
		}
		buf_add_char(buf, '\n');
	}
	buf_add_char(buf, '\0');
	return buf->ptr;
}

#endif
