#include "command/moment.h"

#include <kpss/date.h>

enum {
	DAY_SECONDS = 24 * 60 * 60,
	HOUR_SECONDS = 60 * 60,
	MINUTE_SECONDS = 60,
	HOUR_MINUTES = 60,
	DIGITS_MOST = 15
};

/* A number of exactly so many digits; 0: of any. */
static bool take_number(struct kpss_str *text, size_t digits, int64_t *number)
{
	size_t at = 0;
	*number = 0;
	while (at < text->len && at < DIGITS_MOST && text->ptr[at] >= '0' && text->ptr[at] <= '9' &&
		(digits == 0 || at < digits))
		*number = *number * 10 + (text->ptr[at++] - '0');
	if (at == 0 || (digits && at != digits))
		return false;
	*text = (struct kpss_str){.ptr = text->ptr + at, .len = text->len - at};
	return true;
}

static bool take_one_of(struct kpss_str *text, const char *characters)
{
	if (text->len == 0 || !strchr(characters, *text->ptr))
		return false;
	*text = (struct kpss_str){.ptr = text->ptr + 1, .len = text->len - 1};
	return true;
}

/* “+0100”, “+01:00”, “Z” or nothing. */
static bool take_offset(struct kpss_str *text, int *offset)
{
	int64_t hours, minutes;
	take_one_of(text, " ");
	if (text->len == 0)
		return true;
	if (take_one_of(text, "Z")) {
		*offset = 0;
		return true;
	}
	bool west = *text->ptr == '-';
	if (!take_one_of(text, "+-") || !take_number(text, 2, &hours))
		return false;
	take_one_of(text, ":");
	if (!take_number(text, 2, &minutes) || hours >= 24 || minutes >= HOUR_MINUTES)
		return false;
	*offset = (int)(hours * HOUR_MINUTES + minutes) * (west ? -1 : 1);
	return true;
}

static bool take_clock(struct kpss_str *text, int64_t *seconds)
{
	int64_t hour, minute, second;
	if (!take_one_of(text, "T ") || !take_number(text, 2, &hour) || !take_one_of(text, ":") ||
		!take_number(text, 2, &minute) || !take_one_of(text, ":") ||
		!take_number(text, 2, &second))
		return false;
	*seconds = hour * HOUR_SECONDS + minute * MINUTE_SECONDS + second;
	return hour < 24 && minute < 60 && second < 60;
}

static bool calendar_parse(struct kpss_str text, struct moment *out)
{
	enum { DAY_LENGTH = sizeof "YYYY-MM-DD" - 1 };
	struct kpss_date day;
	int64_t seconds;
	if (text.len < DAY_LENGTH ||
		!kpss_date_parse((struct kpss_str){.ptr = text.ptr, .len = DAY_LENGTH}, &day))
		return false;
	text = (struct kpss_str){.ptr = text.ptr + DAY_LENGTH, .len = text.len - DAY_LENGTH};
	if (!take_clock(&text, &seconds) || !take_offset(&text, &out->offset))
		return false;
	int64_t days = day.days - kpss_date_of(1970, 1, 1).days;
	out->seconds = days * DAY_SECONDS + seconds - (int64_t)out->offset * MINUTE_SECONDS;
	return text.len == 0;
}

bool moment_parse(struct kpss_str text, struct moment *out)
{
	struct moment moment = *out;
	bool good = calendar_parse(text, &moment);
	if (!good) {
		moment = *out;
		take_one_of(&text, "@");
		good = take_number(&text, 0, &moment.seconds) &&
		       take_offset(&text, &moment.offset) && text.len == 0;
	}
	if (good)
		*out = moment;
	return good;
}
