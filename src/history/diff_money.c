/* Amounts of money before and after, in the unit that holds for them. */
#include "history/diff_inside.h"
#include "schema/shape.h"

static bool is_unit(uint32_t word)
{
	return word == WORD_czk || word == WORD_thousand_czk;
}

/* The unit written nearest around the amount, otherwise that of the profile; 0 when nobody says. */
static uint32_t unit_of(const struct differ *differ, const struct plan *plan, bool before)
{
	for (size_t i = differ->around_count; i-- > 0;) {
		struct told mapping = before ? differ->around[i].before : differ->around[i].after;
		uint32_t unit = value_word(told_word(mapping, WORD_unit).node);
		if (is_unit(unit))
			return unit;
	}
	uint32_t unit = value_word(field(plan_profile(plan), WORD_money_unit));
	return is_unit(unit) ? unit : 0;
}

static bool is_money(struct told value)
{
	return value.plan && shape_format(plan_schema(value.plan), value.shape) == FORMAT_MONEY;
}

static bool amount_read(struct told value, int64_t *amount)
{
	return is_absent(value.node) || value_money(value.node, amount);
}

struct diff_money money_of(const struct differ *differ, struct told_pair pair)
{
	struct diff_money money = {0};
	if (!is_money(pair.before) && !is_money(pair.after))
		return money;
	money.is_money =
		amount_read(pair.before, &money.before) && amount_read(pair.after, &money.after);
	money.unit_before = is_absent(pair.before.node) ? 0 : unit_of(differ, differ->before, true);
	money.unit_after = is_absent(pair.after.node) ? 0 : unit_of(differ, differ->after, false);
	return money;
}
