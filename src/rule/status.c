#include "rule/status.h"

#include "plan/value.h"
#include "rule/setting.h"
#include "schema_words.h"

uint32_t status_class(const struct plan *plan, const struct node *status)
{
	const struct node *statuses = setting(plan, WORD_statuses, 0);
	struct kpss_str written = value_text(status);
	const struct node *item = written.len ? value_first_item(statuses) : NULL;
	for (; item; item = node_next_item(statuses, item)) {
		bool same = kpss_str_equal(value_text(field(item, WORD_code)), written) ||
			    kpss_str_equal(value_text(field(item, WORD_label)), written);
		if (same)
			return value_word(field(item, WORD_class));
	}
	return UINT32_MAX;
}
