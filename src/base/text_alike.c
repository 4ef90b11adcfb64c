/* Letters of other alphabets that look like Latin ones. */
#include "base/text.h"

/* What a keyboard switched by mistake types, and what is put in a name to deceive. */
static const struct {
	uint32_t code;
	char latin;
} alikes[] = {
	{0x0131, 'i'}, /* Turkish, without a dot */
	{0x0251, 'a'}, {0x0261, 'g'}, {0x03B1, 'a'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'},
	{0x03C5, 'u'}, {0x03C7, 'x'}, {0x03F2, 'c'}, {0x03F3, 'j'}, {0x0430, 'a'}, {0x0432, 'b'}, {0x0433, 'r'}, {0x0435, 'e'},
	{0x043A, 'k'}, {0x043C, 'm'}, {0x043D, 'h'}, {0x043E, 'o'}, {0x043F, 'n'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0442, 't'},
	{0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x0475, 'v'}, {0x04BB, 'h'}, {0x04CF, 'l'},
	{0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'}, {0x0578, 'n'}, {0x057D, 'u'}, {0x0585, 'o'},
};

enum { FULL_WIDTH_A = 0xFF41, FULL_WIDTH_Z = 0xFF5A };

char text_alike(uint32_t code)
{
	if (code >= FULL_WIDTH_A && code <= FULL_WIDTH_Z)
		return (char)('a' + (code - FULL_WIDTH_A));
	for (size_t i = 0; i < sizeof alikes / sizeof *alikes; i++)
		if (alikes[i].code == code)
			return alikes[i].latin;
	return '\0';
}
