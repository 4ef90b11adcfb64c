#include "rule/setting.h"

#include "plan/plan.h"
#include "plan/value.h"

const struct node *setting(const struct plan *plan, uint32_t section, uint32_t word)
{
	const struct node *value = field(plan_profile(plan), section);
	return word ? field(value, word) : value;
}

bool setting_is_true(const struct plan *plan, uint32_t section, uint32_t word)
{
	return value_is_true(setting(plan, section, word));
}

int64_t setting_number(const struct plan *plan, uint32_t section, uint32_t word, int64_t otherwise)
{
	int64_t number;
	return value_integer(setting(plan, section, word), &number) ? number : otherwise;
}

struct kpss_span setting_span(const struct plan *plan, const struct node *setting)
{
	return node_span(plan_profile_document(plan), setting);
}
