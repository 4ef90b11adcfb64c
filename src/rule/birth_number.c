#include "rule/birth_number.h"

#include <string.h>

#include <kpss/date.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

enum {
	FRONT = 6, /* digits before the slash */
	LONG = 10,
	SHORT = 9,
	DIVISOR = 11,
	SHORT_UNTIL = 54,     /* the year from which on there are ten digits */
	REMAINDER_UNTIL = 85, /* the last year in which a remainder of ten was written as a zero */
	MORE_MONTHS_FROM =
		2004, /* since then months may have 20 added, when a day has no more numbers to give */
	FEMALE = 50,
	MORE = 20,
	MONTHS = 12,
	CONTEXT = 60, /* bytes before a number that may say what it is */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static int two_digits(const char *at)
{
	return (at[0] - '0') * 10 + at[1] - '0';
}

static bool is_day(int year, int month, int day)
{
	char text[] = "0000-00-00";
	struct kpss_date date;
	text[0] = (char)('0' + year / 1000);
	text[1] = (char)('0' + year / 100 % 10);
	text[2] = (char)('0' + year / 10 % 10);
	text[3] = (char)('0' + year % 10);
	text[5] = (char)('0' + month / 10);
	text[6] = (char)('0' + month % 10);
	text[8] = (char)('0' + day / 10);
	text[9] = (char)('0' + day % 10);
	return kpss_date_parse(kpss_str(text), &date);
}

/* The month of the calendar; out of range when there is no such. */
static int month_of(int written, int year)
{
	int month = written > FEMALE ? written - FEMALE : written;
	return month > MORE && year >= MORE_MONTHS_FROM ? month - MORE : month;
}

static bool has_check_digit(const char *digits, int year)
{
	int remainder = 0;
	for (int i = 0; i < SHORT; i++)
		remainder = (remainder * 10 + digits[i] - '0') % DIVISOR;
	int last = digits[SHORT] - '0';
	bool zero_for_ten = remainder == 10 && last == 0 && year <= 1900 + REMAINDER_UNTIL;
	return remainder == last || zero_for_ten;
}

bool birth_number_is_valid(struct kpss_str digits)
{
	if (digits.len != SHORT && digits.len != LONG)
		return false;
	for (size_t i = 0; i < digits.len; i++)
		if (!is_digit(digits.ptr[i]))
			return false;
	int short_year = two_digits(digits.ptr);
	bool is_short = digits.len == SHORT;
	if (is_short && (short_year >= SHORT_UNTIL || memcmp(digits.ptr + FRONT, "000", 3) == 0))
		return false;
	int year = short_year + (is_short || short_year >= SHORT_UNTIL ? 1900 : 2000);
	int month = month_of(two_digits(digits.ptr + 2), year);
	return month >= 1 && month <= MONTHS && is_day(year, month, two_digits(digits.ptr + 4)) &&
	       (is_short || has_check_digit(digits.ptr, year));
}

/* What the words before a number may say it is: folded, each after a blank. */
static const struct {
	const char *words;
	bool birth_number;
} names[] = {
	{" rodne c", true},
	{" rodneho c", true},
	{" rodnym c", true},
	{" r c ", true},
	{" rc ", true},
	{" birth n", true},
	{" tel ", false},
	{" telef", false},
	{" mobil", false},
	{" phone", false},
	{" fax", false},
	{" volejte", false},
	{" c j ", false},
	{" cj ", false},
	{" jednaci", false},
	{" sp zn", false},
	{" spis", false},
	{" reference", false},
	{" ucet", false},
	{" uctu", false},
	{" account", false},
	{" iban", false},
	{" variabiln", false},
	{" vs ", false},
	{" ic ", false},
	{" ico ", false},
	{" registr", false},
	{" reg c ", false},
	{" usnes", false},
	{" resolution", false},
	{" smlouv", false},
	{" contract", false},
	{" faktur", false},
	{" invoice", false},
	{" zakazk", false},
	{" castk", false},
	{" amount", false},
	{" projekt", false},
	{" project", false},
};

enum said { SAID_NOTHING, SAID_BIRTH_NUMBER, SAID_OTHER };

/* Where the words stand last in the text, from 1; 0: nowhere. */
static size_t last_place(struct kpss_str text, const char *words)
{
	size_t length = strlen(words);
	for (size_t at = text.len >= length ? text.len - length + 1 : 0; at > 0; at--)
		if (memcmp(text.ptr + at - 1, words, length) == 0)
			return at;
	return 0;
}

/* Letters and digits with one blank in place of everything between them. */
static struct kpss_str only_words(struct arena *arena, struct kpss_str folded)
{
	char *out = arena_alloc(arena, folded.len + 2);
	size_t length = 0;
	out[length++] = ' ';
	for (size_t i = 0; i < folded.len; i++) {
		bool word = is_digit(folded.ptr[i]) || is_letter(folded.ptr[i]);
		if (word || out[length - 1] != ' ')
			out[length++] = word ? folded.ptr[i] : ' ';
	}
	if (out[length - 1] != ' ')
		out[length++] = ' ';
	return (struct kpss_str){.ptr = out, .len = length};
}

/* What the line says before a number that it is; the nearest word counts. */
static enum said said_before(struct arena *arena, struct kpss_str text, size_t number)
{
	size_t begin = number;
	while (begin > 0 && number - begin < CONTEXT && text.ptr[begin - 1] != '\n')
		begin--;
	while (begin < number && ((unsigned char)text.ptr[begin] & 0xC0) == 0x80)
		begin++;
	struct kpss_str context = {.ptr = text.ptr + begin, .len = number - begin};
	if (text_valid_utf8(context) != context.len)
		return SAID_NOTHING;
	struct kpss_str words = only_words(arena, text_fold(arena, context));
	size_t nearest = 0;
	enum said said = SAID_NOTHING;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t place = last_place(words, names[i].words);
		if (place <= nearest)
			continue;
		nearest = place;
		said = names[i].birth_number ? SAID_BIRTH_NUMBER : SAID_OTHER;
	}
	return said;
}

/* Is the character there a letter? Quotation marks, dashes and unusual blanks are none, though their bytes are like those of one. */
static bool letter_at(struct kpss_str text, size_t at)
{
	unsigned char c = (unsigned char)text.ptr[at];
	return is_letter((char)c) && c != 0xC2 && c != 0xE2;
}

static bool letter_before(struct kpss_str text, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
	return letter_at(text, at);
}

static char byte_at(struct kpss_str text, size_t at)
{
	return at < text.len ? text.ptr[at] : ' ';
}

/* Is it a part of something longer: a word, a path, an address, a decimal number, a telephone of another country? */
static bool is_part(struct kpss_str text, size_t begin, size_t end)
{
	char before = begin > 0 ? text.ptr[begin - 1] : ' ',
	     further = begin > 1 ? text.ptr[begin - 2] : ' ';
	char after = byte_at(text, end), next = byte_at(text, end + 1);
	bool joined_before = strchr("-.,", before) && is_digit(further);
	bool joined_after = strchr("-.,:", after) && (is_digit(next) || is_letter(next));
	return is_digit(before) || is_digit(after) || joined_before || joined_after ||
	       strchr("/_=&#@%+\\", before) || strchr("/_=&@%\\", after) ||
	       (begin > 0 && letter_before(text, begin)) ||
	       (end < text.len && letter_at(text, end));
}

static size_t digits_from(struct kpss_str text, size_t at)
{
	size_t end = at;
	while (end < text.len && is_digit(text.ptr[end]))
		end++;
	return end - at;
}

/* The end of what begins like a birth number; 0: it is none. In `digits` without the slash. */
static size_t shape_end(struct kpss_str text, size_t begin, char digits[LONG], size_t *count)
{
	size_t front = digits_from(text, begin), end = begin + front;
	if (front == FRONT && end < text.len && text.ptr[end] == '/') {
		size_t back = digits_from(text, end + 1);
		if (front + back != SHORT && front + back != LONG)
			return 0;
		memcpy(digits, text.ptr + begin, front);
		memcpy(digits + front, text.ptr + end + 1, back);
		*count = front + back;
		return end + 1 + back;
	}
	if (front != SHORT && front != LONG)
		return 0;
	memcpy(digits, text.ptr + begin, front);
	*count = front;
	return end;
}

/* Nine digits in one piece are what telephones have; none begins with 0 or 1. */
static bool could_be_telephone(struct kpss_str written)
{
	return written.len == SHORT && written.ptr[0] > '1';
}

static size_t birth_number_end(struct kpss_str text, size_t begin, struct arena *arena)
{
	char digits[LONG];
	size_t count = 0, end = shape_end(text, begin, digits, &count);
	if (end == 0 || !birth_number_is_valid((struct kpss_str){.ptr = digits, .len = count}) ||
		is_part(text, begin, end))
		return 0;
	struct arena_mark mark = arena_mark(arena);
	enum said said = said_before(arena, text, begin);
	arena_release(arena, mark);
	struct kpss_str written = {.ptr = text.ptr + begin, .len = end - begin};
	bool taken =
		said == SAID_BIRTH_NUMBER || (said == SAID_NOTHING && !could_be_telephone(written));
	return taken ? end : 0;
}

bool birth_number_next(
	struct kpss_str text, size_t *at, struct arena *arena, struct kpss_str *found)
{
	/* Only every sixth byte has to be looked at: a number has six digits in a row. */
	for (size_t i = *at + FRONT - 1; i < text.len;) {
		if (!is_digit(text.ptr[i])) {
			i += FRONT;
			continue;
		}
		size_t begin = i;
		while (begin > *at && is_digit(text.ptr[begin - 1]))
			begin--;
		size_t end = birth_number_end(text, begin, arena);
		if (end) {
			*found = (struct kpss_str){.ptr = text.ptr + begin, .len = end - begin};
			*at = end;
			return true;
		}
		i += digits_from(text, i);
		*at = i;
		i += FRONT;
	}
	*at = text.len;
	return false;
}
