#include "document/escape.h"

#include <stdio.h>

#include "base/finding.h"
#include "document/characters.h"
#include "document/node.h"
#include "document/trouble.h"

static uint32_t hexadecimal(const char *digits, uint32_t count)
{
	uint32_t value = 0;
	for (uint32_t i = 0; i < count; i++) {
		char c = digits[i];
		value = value * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return value;
}

/* The character that the letter behind a backslash stands for; *digits tells how many of a number follow it. */
static uint32_t escaped_character(const char *letter, uint32_t *digits)
{
	static const char letters[] = "0abtnvfreNLP";
	static const uint16_t characters[] = {0, 7, 8, '\t', '\n', 0xB, 0xC, '\r', 0x1B, 0x85, 0x2028, 0x2029};
	*digits = *letter == 'x' ? 2 : *letter == 'u' ? 4 : *letter == 'U' ? 8 : 0;
	if (*digits)
		return hexadecimal(letter + 1, *digits);
	const char *found = strchr(letters, *letter);
	return found && *found ? characters[found - letters] : ' ';
}

bool escapes_check(struct source *source, const struct node *scalar, struct findings *findings)
{
	const char *bytes = source->bytes.ptr;
	uint32_t at = scalar->begin, digits;
	const char *found;
	while ((found = memchr(bytes + at, '\\', scalar->end - at)) != NULL) {
		uint32_t c = escaped_character(found + 1, &digits);
		uint32_t begin = (uint32_t)(found - bytes);
		at = begin + 2 + digits;
		if (!character_trouble(c))
			continue;
		char name[16];
		snprintf(name, sizeof name, "U+%04X", (unsigned)c);
		findings_add(findings, &(struct finding){
			.kind = &trouble_escaped_control,
			.where = {.source = source, .begin = begin, .end = at},
			.arguments = {argument_text(findings_text(findings, kpss_str(name)))},
		});
		return false;
	}
	return true;
}
