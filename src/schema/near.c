#include "schema/near.h"

#include "base/buf.h"
#include "base/text.h"

struct finding_argument near_argument(
	struct findings *findings, const struct text_suggestions *near)
{
	struct buf names = {0};
	for (size_t i = 0; i < near->count; i++) {
		buf_add_text(&names, i ? "\n" : "");
		buf_add(&names, near->names[i]);
	}
	struct kpss_str text = findings_text(findings, buf_str(&names));
	buf_clear(&names);
	return argument_names(text);
}

bool near_is_clear(const struct text_suggestions *near)
{
	return near->count == 1 || (near->count > 1 && near->distances[0] < near->distances[1]);
}
