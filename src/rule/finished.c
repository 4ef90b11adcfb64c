#include "rule/finished.h"

#include "base/arena.h"
#include "base/day.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/tenure.h"

enum {
	YEARS_MOST = 40
}; /* a year that is mistyped by centuries is not worth hundreds of findings */

struct kpss_date planning_end(const struct plan *plan)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(plan, KIND_plan, &count);
	struct kpss_date end = count > 0 ? KPSS_DATE_EARLIEST : KPSS_DATE_LATEST;
	for (uint32_t i = 0; i < count; i++)
		end = day_later(end, plan_period(plans[i]).to);
	return end;
}

struct year_range finished_years(const struct rule_context *context)
{
	struct kpss_date begin = gatherings_begin(context->gatherings);
	struct kpss_date end = planning_end(context->plan);
	struct year_range years = {.last = day_year(context->as_of) - 1};
	if (!day_is_open(end) && day_year(end) < years.last)
		years.last = day_year(end);
	years.first = day_is_open(begin) ? years.last : day_year(begin);
	if (years.first < years.last - YEARS_MOST)
		years.first = years.last - YEARS_MOST;
	return years;
}

struct period days_of_year(const struct entity *record, int year)
{
	return within_lifetime(
		record, (struct period){.from = year_begin(year), .to = year_end(year)});
}

int64_t yearly_share(int64_t number, struct period days)
{
	if (period_is_empty(days) || number <= 0)
		return 0;
	int year = day_year(days.from);
	int64_t length = (int64_t)year_end(year).days - year_begin(year).days + 1;
	int64_t count = (int64_t)days.to.days - days.from.days + 1;
	return number / length * count + number % length * count / length;
}

struct finding_argument year_argument(const struct rule_context *context, int year)
{
	return argument_text(arena_format(context->findings->arena, "%d", year));
}
