/* Whole words in a text. */
#include "base/text.h"

#include <unicode/uchar.h>

bool text_is_letter(uint32_t code_point)
{
	return u_isalnum((UChar32)code_point);
}

bool text_is_capital(uint32_t code_point)
{
	return u_isupper((UChar32)code_point);
}

/* Length of the part of the text at `at` that is alike; 0 when it differs. */
static size_t alike_length(struct kpss_str text, size_t at, struct kpss_str words)
{
	size_t begin = at, read = 0, length, other_length;
	while (read < words.len) {
		if (at >= text.len)
			return 0;
		uint32_t a = text_code_point(text, at, &length),
			 b = text_code_point(words, read, &other_length);
		/* Lines are folded anywhere in YAML, so white space is alike. */
		bool blank = u_isUWhiteSpace((UChar32)a) && u_isUWhiteSpace((UChar32)b);
		if (!blank && u_tolower((UChar32)a) != u_tolower((UChar32)b))
			return 0;
		at += length;
		read += other_length;
	}
	return at - begin;
}

size_t text_find_words(struct kpss_str text, struct kpss_str words)
{
	bool inside = false; /* does the character before belong to a word? */
	size_t length;
	for (size_t at = 0; at < text.len && words.len > 0; at += length) {
		uint32_t code_point = text_code_point(text, at, &length);
		size_t found = inside ? 0 : alike_length(text, at, words);
		size_t next_length;
		if (found > 0 && (at + found == text.len || !text_is_letter(text_code_point(text,
								    at + found, &next_length))))
			return at;
		inside = text_is_letter(code_point);
	}
	return text.len;
}
