/* The core schema of YAML 1.2.2, section 10.3.2: how a plain scalar is read when nothing else is known. */
#include "document/node.h"

static bool is_one_of(struct kpss_str text, const char *const words[])
{
	for (size_t i = 0; words[i]; i++)
		if (kpss_str_is(text, words[i]))
			return true;
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digits_skip(struct kpss_str text, size_t at)
{
	while (at < text.len && is_digit(text.ptr[at]))
		at++;
	return at;
}

static bool is_prefixed_integer(struct kpss_str text)
{
	if (text.len < 3 || text.ptr[0] != '0' || (text.ptr[1] != 'o' && text.ptr[1] != 'x'))
		return false;
	const char *digits = text.ptr[1] == 'o' ? "01234567" : "0123456789abcdefABCDEF";
	for (size_t i = 2; i < text.len; i++)
		if (!strchr(digits, text.ptr[i]))
			return false;
	return true;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?, an integer when there is no dot and no exponent. */
static enum scalar_type number_type(struct kpss_str text)
{
	size_t at = text.ptr[0] == '-' || text.ptr[0] == '+';
	size_t whole = digits_skip(text, at);
	bool has_whole = whole > at, integer = true;
	at = whole;
	if (at < text.len && text.ptr[at] == '.') {
		size_t end = digits_skip(text, at + 1);
		if (!has_whole && end == at + 1)
			return SCALAR_TEXT;
		has_whole = true;
		integer = false;
		at = end;
	}
	if (!has_whole)
		return SCALAR_TEXT;
	if (at < text.len && (text.ptr[at] == 'e' || text.ptr[at] == 'E')) {
		at++;
		at += at < text.len && (text.ptr[at] == '-' || text.ptr[at] == '+');
		size_t end = digits_skip(text, at);
		if (end == at)
			return SCALAR_TEXT;
		integer = false;
		at = end;
	}
	if (at != text.len)
		return SCALAR_TEXT;
	return integer ? SCALAR_INTEGER : SCALAR_NUMBER;
}

enum scalar_type node_scalar_type(const struct node *scalar)
{
	static const char *const nulls[] = {"null", "Null", "NULL", "~", NULL};
	static const char *const booleans[] = {"true", "True", "TRUE", "false", "False", "FALSE", NULL};
	static const char *const specials[] = {".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", "+.inf", "+.Inf",
		"+.INF", ".nan", ".NaN", ".NAN", NULL};
	struct kpss_str text = node_text(scalar);
	if (scalar->style != STYLE_PLAIN)
		return SCALAR_TEXT;
	if (text.len == 0)
		return SCALAR_NULL;
	char first = text.ptr[0];
	if (is_digit(first) || first == '-' || first == '+' || first == '.') {
		if (is_prefixed_integer(text))
			return SCALAR_INTEGER;
		enum scalar_type type = number_type(text);
		return type == SCALAR_TEXT && is_one_of(text, specials) ? SCALAR_NUMBER : type;
	}
	if (!strchr("nN~tTfF", first) || text.len > 5)
		return SCALAR_TEXT;
	if (is_one_of(text, nulls))
		return SCALAR_NULL;
	return is_one_of(text, booleans) ? SCALAR_BOOLEAN : SCALAR_TEXT;
}
