/* Which years a record is about. */
#include "answer/trace_inside.h"

int32_t year_of(struct kpss_date day)
{
	int year, month, date;
	if (day.days == INT32_MIN || day.days == INT32_MAX)
		return 0;
	kpss_date_split(day, &year, &month, &date);
	return year;
}

static struct years years_join(struct years years, int64_t year)
{
	if (years.from == 0)
		return (struct years){.from = (int32_t)year, .to = (int32_t)year};
	if (year < years.from)
		years.from = (int32_t)year;
	if (year > years.to)
		years.to = (int32_t)year;
	return years;
}

static struct years years_written(const struct node *mapping)
{
	struct years years = {0};
	const struct node *list = field(mapping, WORD_years);
	int64_t year;
	if (value_integer(field(mapping, WORD_year), &year))
		years = years_join(years, year);
	if (list->kind != NODE_SEQUENCE)
		return years;
	for (const struct node *item = node_first(list); item; item = node_next_item(list, item))
		if (value_integer(item, &year))
			years = years_join(years, year);
	return years;
}

/* By the list of years, else by the days; a period with one open end is taken for the year it says. */
static struct years years_of(const struct node *mapping)
{
	struct years years = years_written(mapping);
	struct period period = mapping_period(mapping);
	if (years.from)
		return years;
	years = (struct years){.from = year_of(period.from), .to = year_of(period.to)};
	if (years.from == 0)
		years.from = years.to;
	if (years.to == 0)
		years.to = years.from;
	return years;
}

struct years years_of_action_plan(const struct entity *action_plan)
{
	return action_plan ? years_of(action_plan->mapping) : (struct years){0};
}

struct years years_of_evaluation(const struct entity *evaluation)
{
	return years_written(evaluation->mapping);
}

struct years years_of_row(const struct entity *row)
{
	return years_of(row->mapping);
}
