#include "render/recorded.h"

#include <string.h>

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/described.h"
#include "render/message.h"

enum { SHOWN = 10 };

void recorded_add(struct buf *buf, const struct language *language, const struct recorded *recorded)
{
	if (!recorded)
		return;
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text((struct kpss_str){
			.ptr = recorded->commit, .len = strnlen(recorded->commit, SHOWN)})};
	buf_add_char(buf, ' ');
	message_add(buf, language, N_("(commit {0})"), arguments);
}

json_t *recorded_json(const struct recorded *recorded)
{
	if (!recorded)
		return json_null();
	return json_pack("{s:o,s:s,s:o}", "revision", described_text(recorded->revision), "commit",
		recorded->commit, "date", described_date(recorded->day));
}
