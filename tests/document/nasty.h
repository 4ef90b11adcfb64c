/* Texts that are easily written or read wrongly. */
#ifndef TESTS_DOCUMENT_NASTY_H
#define TESTS_DOCUMENT_NASTY_H

static const char *const nasty_texts[] = {
	"", " ", "  ", "a", " a", "a ", " a ", "\ta", "a\t", "a\tb", "a  b",
	"'", "''", "\"", "\"\"", "'a'", "\"a\"", "it's", "say \"hi\"", "a'", "a\"", "\\", "\\n", "C:\\temp", "a\\",
	":", ": ", "a:", "a: b", "a :b", ":a", "a:b", "http://a.cz/?b=c&d#e", "Dohoda: bez ní: nic",
	"#", "# a", "a #b", "a#b", "a # b",
	"-", "- a", "--", "---", "...", "--- a", "-a", "?", "? a", "[", "]", "[a]", "{a: b}", "}", ",", "a, b", "a]", "a}",
	"&a", "*a", "!a", "!!str a", "|", "|-", ">", "%", "%YAML 1.2", "@", "`", "=", "<<", "~",
	"null", "true", "False", "yes", "NO", "on", "y", "ne", "ano",
	"0", "-1", "+5", "012", "0o7", "0x1F", "1_000", "1.10", "1e3", ".5", ".inf", "-.INF", ".nan", "1 450 000",
	"12:30", "12:30:00", "2026-01-02", "2026-01-02 10:00", "12. 3. 2026", "00064581", "+420 558 123 456",
	"a\nb", "a\nb\n", "a\n\nb", "a\nb\n\n", "\n", "\n\n", "a\n", "\na", "\n\na\n", " a\nb", "a\n b", "a\n\tb", "a \nb ",
	"  a\n b\nc", "a\n#b\n", "a: b\n- c\n", "---\n...\n", "a\n \nb", "a\n  \n", " \n a", "# a\nb\n",
	"Příliš žluťoučký kůň", "\xC2\xA0z", "a\xC2\xA0", "\xC2\xA0", "e\xCC\x81", "😀", "👩‍👧", "„a“", "– a", "…", "\xE2\x80\x8B",
};

enum { NASTY_COUNT = sizeof nasty_texts / sizeof *nasty_texts };

#endif
