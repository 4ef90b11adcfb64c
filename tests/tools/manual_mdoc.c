#include "manual_mdoc.h"

#include <stdio.h>
#include <string.h>

/* Characters that mdoc, or the typesetter behind it, makes something else of. */
static const char *escaped(char c)
{
	switch (c) {
	case '\\':
		return "\\e";
	case '"':
		return "\\(dq";
	case '\'':
		return "\\(aq";
	case '-':
		return "\\-";
	case '^':
		return "\\(ha";
	case '~':
		return "\\(ti";
	case '`':
		return "\\(ga";
	default:
		return NULL;
	}
}

static void put_exact(const char *text)
{
	for (; *text; text++) {
		const char *escape = escaped(*text);
		if (escape)
			fputs(escape, stdout);
		else
			putchar(*text);
	}
}

/* An abbreviation such as “např.” is followed by a small letter. */
static bool is_capital(const char *at)
{
	static const char accented[] = "ÁČĎÉÍŇÓŘŠŤÚÝŽ"; /* of two bytes each */
	if (*at >= 'A' && *at <= 'Z')
		return true;
	for (const char *letter = accented; *letter; letter += 2)
		if (strncmp(at, letter, 2) == 0)
			return true;
	return false;
}

static bool ends_sentence(const char *at)
{
	return *at == '.' && at[1] == ' ' && is_capital(at + 2);
}

void mdoc_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else
			putchar(*text);
		if (ends_sentence(text)) {
			putchar('\n');
			text++;
		}
	}
	putchar('\n');
}

void mdoc_word(const char *word)
{
	fputs("\\&", stdout);
	put_exact(word);
}

bool mdoc_literal_file(const char *path)
{
	return mdoc_literal_after(path, 0);
}

bool mdoc_literal_after(const char *path, int lines)
{
	char line[1024];
	FILE *file = fopen(path, "r");
	if (!file)
		return false;
	puts(".Bd -literal -offset indent");
	while (fgets(line, sizeof line, file)) {
		if (lines-- > 0)
			continue;
		if (*line == '.' || *line == '\'')
			fputs("\\&", stdout);
		put_exact(line);
	}
	puts(".Ed");
	bool good = !ferror(file);
	fclose(file);
	return good;
}
