/* Days as people type them. */
#include "base/day.h"

#include <stdio.h>
#include <string.h>

enum { PARTS = 3, DIGITS_MOST = 4, ISO_SIZE = sizeof "YYYY-MM-DD" };

static size_t skip_blanks(struct kpss_str text, size_t at)
{
	static const char no_break[] = "\xC2\xA0";
	while (at < text.len) {
		if (text.ptr[at] == ' ')
			at++;
		else if (text.len - at >= 2 && memcmp(text.ptr + at, no_break, 2) == 0)
			at += 2;
		else
			break;
	}
	return at;
}

/* Day, month and year with dots after the first two. */
static bool read_parts(struct kpss_str text, unsigned parts[PARTS])
{
	size_t at = skip_blanks(text, 0);
	for (int part = 0; part < PARTS; part++) {
		size_t begin = at;
		parts[part] = 0;
		for (; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9'; at++)
			if (at - begin < DIGITS_MOST)
				parts[part] = parts[part] * 10 + (unsigned)(text.ptr[at] - '0');
		if (at == begin || at - begin > DIGITS_MOST)
			return false;
		at = skip_blanks(text, at);
		if (part == PARTS - 1)
			break;
		if (at == text.len || text.ptr[at] != '.')
			return false;
		at = skip_blanks(text, at + 1);
	}
	return at == text.len;
}

bool day_parse(struct kpss_str text, struct kpss_date *out)
{
	unsigned parts[PARTS];
	if (kpss_date_parse(text, out))
		return true;
	if (!read_parts(text, parts) || parts[0] > 31 || parts[1] > 12)
		return false;
	/* The calendar itself is known in one place only. */
	char iso[ISO_SIZE];
	snprintf(iso, sizeof iso, "%04u-%02u-%02u", parts[2] % 10000, parts[1] % 100,
		parts[0] % 100);
	return kpss_date_parse(kpss_str(iso), out);
}
