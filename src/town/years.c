#include "town/years.h"

#include "base/day.h"
#include "schema_words.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999 };

bool value_year(const struct node *value, int *year)
{
	int64_t number;
	if (!value_integer(value, &number) || number < FIRST_YEAR || number > LAST_YEAR)
		return false;
	*year = (int)number;
	return true;
}

static void year_join(struct period *period, const struct node *value)
{
	int year;
	if (!value_year(value, &year))
		return;
	struct kpss_date begin = year_begin(year), end = year_end(year);
	bool first = period->from.days == INT32_MIN;
	period->from = first ? begin : day_earlier(period->from, begin);
	period->to = first ? end : day_later(period->to, end);
}

static struct period written_years(const struct node *mapping)
{
	struct period period = {.from = KPSS_DATE_EARLIEST, .to = KPSS_DATE_LATEST};
	const struct node *years = field(mapping, WORD_years);
	year_join(&period, field(mapping, WORD_year));
	for (const struct node *item = value_first_item(years); item;
		item = node_next_item(years, item))
		year_join(&period, item);
	return period;
}

struct period years_period(const struct node *mapping)
{
	struct period days = mapping_period(mapping), years = written_years(mapping);
	return (struct period){
		.from = day_is_open(days.from) ? years.from : days.from,
		.to = day_is_open(days.to) ? years.to : days.to,
	};
}

bool years_hold(const struct node *mapping, int year)
{
	const struct node *years = field(mapping, WORD_years);
	const struct node *first = value_first_item(years);
	int named;
	for (const struct node *item = first; item; item = node_next_item(years, item))
		if (value_year(item, &named) && named == year)
			return true;
	if (first)
		return false;
	struct period period = years_period(mapping);
	return period.from.days <= year_end(year).days && year_begin(year).days <= period.to.days;
}
