/* Mistakes of people who write Czech prose in YAML: each has a message of its own, at the place where it was made. */
#include "reading.h"

/* Refused at the place, and argument number `argument` of the finding, which its remedy shows, is `remedy`. */
static void assert_remedy(const char *text, const char *code, uint32_t line, uint32_t column, const char *place,
	size_t argument, const char *remedy)
{
	assert_refused(text, code, line, column, place);
	struct reading reading = reading_text(text);
	const struct finding *finding = &reading.findings.items[reading.findings.count - 1];
	assert_int_equal(finding->arguments[argument].type, ARGUMENT_TEXT);
	assert_text(finding->arguments[argument].text, remedy);
	reading_clear(&reading);
}

static void shows_how_to_quote_text_with_a_colon(void **state)
{
	(void)state;
	assert_remedy("text: Dohoda: bez ní nic # ?\n", "colon-in-text", 1, 13, ":", 0, "\"Dohoda: bez ní nic\"");
	assert_remedy("- a: b\n  text: x: y: z\n", "colon-in-text", 2, 10, ":", 0, "\"x: y: z\"");
	assert_remedy("- text: řekl: „ano“\r\n", "colon-in-text", 1, 13, ":", 0, "\"řekl: „ano“\"");
	assert_remedy("text: a \"b\" \\ c: d\n", "colon-in-text", 1, 16, ":", 0, "\"a \\\"b\\\" \\\\ c: d\"");
	assert_remedy("text: \"a\": b\n", "colon-in-text", 1, 10, ":", 0, "\"\\\"a\\\": b\"");
	assert_remedy("text: dohoda:\n", "colon-in-text", 1, 13, ":", 0, "\"dohoda:\"");
}

static void finds_a_colon_in_a_line_that_goes_on_with_a_text(void **state)
{
	(void)state;
	assert_remedy("text: Dohoda o\n  práci platí takto: klub\nkód: 1\n", "colon-in-text", 2, 20, ":", 0,
		"\"Dohoda o práci platí takto: klub\"");
	assert_remedy("a: první\n  druhý řádek\n  třetí řádek: x\n", "colon-in-text", 3, 14, ":", 0,
		"\"první druhý řádek třetí řádek: x\"");
	assert_remedy("a: první\n\n  Druhý: x\n", "colon-in-text", 3, 8, ":", 0, "\"první Druhý: x\"");
	assert_remedy("- první\n  tj. druhý: x\n", "missing-colon", 1, 3, "první", 0, "");
}

static void cuts_a_long_remedy_between_characters(void **state)
{
	(void)state;
	assert_remedy("a: ěščřžýáíéůěščřžýáíéůěščřžýáíéůěščřžýáíéů: b\n", "colon-in-text", 1, 44, ":", 0,
		"\"ěščřžýáíéůěščřžýáíéůěščřžýáíéů…\"");
	assert_remedy("a: xěščřžýáíéůěščřžýáíéůěščřžýáíéůěščřžýáíéů: b\n", "colon-in-text", 1, 45, ":", 0,
		"\"xěščřžýáíéůěščřžýáíéůěščřžýáíé…\"");
}

static void tells_a_field_in_the_wrong_column_from_prose(void **state)
{
	(void)state;
	assert_refused("a: 1\n  b: 2\n", "wrong-indentation", 2, 3, "b");
	assert_refused("a:\n  b: 1\n c: 2\n", "wrong-indentation", 3, 2, "c: 2");
	assert_refused("a:\n  - x\n - y\n", "wrong-indentation", 3, 2, "- y");
	assert_refused("  a: 1\nb: 2\n", "wrong-indentation", 2, 1, "b: 2");
	assert_refused("a: 1\n- b\n", "wrong-indentation", 2, 1, "- b");
	assert_refused("- a\nb: c\n", "wrong-indentation", 2, 1, "b: c");
}

static void finds_the_line_without_a_colon(void **state)
{
	(void)state;
	assert_refused("- id: a\n  název Klub\n  kód: 1\n", "missing-colon", 2, 3, "název Klub");
	assert_refused("název Klub\nkód: 1\n", "missing-colon", 1, 1, "název Klub");
	assert_refused("- název Klub\n  kód: 1\n", "missing-colon", 1, 3, "název Klub");
	assert_refused("kód: 1\nnázev:Klub\nx: 2\n", "missing-colon", 2, 1, "název:Klub");
	assert_refused("kód: 1\nnázev:Klub\n", "missing-colon", 2, 1, "název:Klub");
	assert_refused("# a\nnázev:Klub\n\n# b\nkód: 1\n", "missing-colon", 2, 1, "název:Klub");
}

static void points_at_the_tab(void **state)
{
	(void)state;
	assert_refused("a:\n\tb: 1\n", "tab-indentation", 2, 1, "\t");
	assert_refused("a: 1\n\tb: 1\n", "tab-indentation", 2, 1, "\t");
	assert_refused("a:\n  - b\n  \t- c\n", "tab-indentation", 3, 3, "\t");
	assert_refused("a: |\n\tb\n", "tab-indentation", 2, 1, "\t");
	assert_refused("a: b\n\tc\n", "tab-indentation", 2, 1, "\t");
}

static void points_at_the_quotation_mark_that_was_not_closed(void **state)
{
	(void)state;
	assert_refused("a: \"Klub\nb: 1\n", "unclosed-quote", 1, 4, "\"");
	assert_refused("a: 'Klub\nb: 1\n", "unclosed-quote", 1, 4, "'");
	assert_refused("a: \"Klub\nb: \"1\"\n", "unclosed-quote", 1, 4, "\"");
	assert_refused("- a: \"Klub\n  b: \"1\"\n", "unclosed-quote", 1, 6, "\"");
	assert_refused("a: \"Klub\n  x \" y\n", "unclosed-quote", 1, 4, "\"");
	assert_refused("a: \"Klub\n---\n", "unclosed-quote", 1, 4, "\"");
}

static void points_at_text_behind_a_quotation_mark_or_bracket(void **state)
{
	(void)state;
	assert_refused("a: \"Klub\" a herna\nb: 1\n", "text-after-quote", 1, 11, "a herna");
	assert_refused("a: 'Klub u Máry's\n", "text-after-quote", 1, 17, "s");
	assert_refused("- \"Klub\" Slunce\n- b\n", "text-after-quote", 1, 10, "Slunce");
	assert_refused("a: [sál] patro\n", "text-after-quote", 1, 10, "patro");
	assert_refused("a: {b: c} d\n", "text-after-quote", 1, 11, "d");
	assert_refused("a: [b, \"Klub\" Slunce]\n", "text-after-quote", 1, 15, "Slunce]");
}

static void points_at_the_bracket_that_was_not_closed(void **state)
{
	(void)state;
	assert_refused("a: [sál, herna\nb: 1\n", "unclosed-bracket", 1, 4, "[");
	assert_refused("a: {b: c\nd: 1\n", "unclosed-bracket", 1, 4, "{");
	assert_refused("a: [1, 2", "unclosed-bracket", 1, 4, "[");
}

static void shows_how_to_quote_text_with_a_special_first_character(void **state)
{
	(void)state;
	assert_remedy("a: @klub # b\n", "special-first-character", 1, 4, "@", 1, "\"@klub\"");
	assert_remedy("a: %podíl\n", "special-first-character", 1, 4, "%", 1, "\"%podíl\"");
	assert_remedy("- `kód`\n", "special-first-character", 1, 3, "`", 1, "\"`kód`\"");
	assert_remedy("a: ]b\n", "special-first-character", 1, 4, "]", 1, "\"]b\"");
	assert_remedy("a: ,b\n", "special-first-character", 1, 4, ",", 1, "\",b\"");
	assert_remedy("a: ? b\n", "special-first-character", 1, 4, "?", 1, "\"? b\"");
	assert_remedy("a: *tučně* psáno # x\n", "yaml-feature", 1, 4, "*tučně* psáno # x", 0, "\"*tučně* psáno\"");
	assert_remedy("a: *\n", "yaml-feature", 1, 4, "*", 0, "\"*\"");
	assert_remedy("- &amp; b\n", "yaml-feature", 1, 3, "&amp; b", 0, "\"&amp; b\"");
	assert_remedy("a: & b\n", "yaml-feature", 1, 4, "& b", 0, "\"& b\"");
	assert_remedy("a: !pozor na to\n", "yaml-feature", 1, 4, "!pozor na to", 0, "\"!pozor na to\"");
}

static void points_at_a_dash_behind_a_name(void **state)
{
	(void)state;
	assert_refused("text: - x\n", "special-first-character", 1, 7, "-");
	assert_refused("a: b\nc: - d\n", "special-first-character", 2, 4, "-");
}

static void points_at_text_behind_the_mark_of_a_block(void **state)
{
	(void)state;
	assert_refused("a: | text\n  b\n", "block-header", 1, 6, "t");
	assert_refused("a: > 5 let\n", "block-header", 1, 6, "5");
}

static void points_at_the_backslash(void **state)
{
	(void)state;
	assert_refused("a: \"C:\\dokumenty\"\n", "unknown-escape", 1, 7, "\\d");
	assert_refused("a: \"\\xZZ\"\n", "unknown-escape", 1, 5, "\\x");
}

static void points_at_the_non_breaking_space(void **state)
{
	(void)state;
	assert_refused("a:\xC2\xA0x\n", "non-breaking-space", 1, 3, "\xC2\xA0");
	assert_refused("a:\xC2\xA0x\nb: 1\n", "non-breaking-space", 1, 3, "\xC2\xA0");
	assert_refused("b: 1\na:\xC2\xA0x\nc: 1\n", "non-breaking-space", 2, 3, "\xC2\xA0");
	assert_refused("- a:\xC2\xA0x\n", "non-breaking-space", 1, 5, "\xC2\xA0");
	assert_refused("b: 1\n\xC2\xA0 a: x\n", "non-breaking-space", 2, 1, "\xC2\xA0");
	assert_refused("b: 1\n  \xC2\xA0" "a: x\n", "non-breaking-space", 2, 3, "\xC2\xA0");
	assert_refused("a: \xC2\xA0x\n", "non-breaking-space", 1, 4, "\xC2\xA0");
}

static void leaves_non_breaking_spaces_in_prose(void **state)
{
	(void)state;
	struct reading reading = reading_text("a: v\xC2\xA0roce 2020, k\xC2\xA0tomu:\xC2\xA0x\n- b");
	reading_clear(&reading);
	reading = reading_text("a: v\xC2\xA0roce 2020, k\xC2\xA0tomu:\xC2\xA0x\nb:\n  - pozor na to:\xC2\xA0ne\n");
	assert_true(reading.good);
	assert_int_equal(reading.findings.count, 0);
	reading_clear(&reading);
}

static void says_what_else_libyaml_complains_of(void **state)
{
	(void)state;
	assert_remedy("[a, , b]\n", "yaml-syntax", 1, 5, ",", 0, "did not find expected node content");
}

static void an_error_at_the_very_end_lies_inside_the_file(void **state)
{
	(void)state;
	static const char *const texts[] = {"[", "{", "\"", "'", "a: [", "a: \"", "- [a,\n", "{a: b,\n\n", "!", "&", "*", "%", "|x",
		"a: b: ", "? [", "- - [\n\n\n", "\xC4\x8D: [\xC4\x8D", "a:\n - b\n- \xC4\x8D", "%\xC4\x8D", "@", "a: @", ":", "- :", "\"\\"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading reading = reading_text(texts[i]);
		assert_false(reading.good);
		assert_int_equal(reading.findings.count, 1);
		assert_true(reading.findings.items[0].where.begin <= reading.findings.items[0].where.end);
		assert_true(reading.findings.items[0].where.end <= reading.source->bytes.len);
		reading_clear(&reading);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_how_to_quote_text_with_a_colon),
		cmocka_unit_test(finds_a_colon_in_a_line_that_goes_on_with_a_text),
		cmocka_unit_test(cuts_a_long_remedy_between_characters),
		cmocka_unit_test(tells_a_field_in_the_wrong_column_from_prose),
		cmocka_unit_test(finds_the_line_without_a_colon),
		cmocka_unit_test(points_at_the_tab),
		cmocka_unit_test(points_at_the_quotation_mark_that_was_not_closed),
		cmocka_unit_test(points_at_text_behind_a_quotation_mark_or_bracket),
		cmocka_unit_test(points_at_the_bracket_that_was_not_closed),
		cmocka_unit_test(shows_how_to_quote_text_with_a_special_first_character),
		cmocka_unit_test(points_at_a_dash_behind_a_name),
		cmocka_unit_test(points_at_text_behind_the_mark_of_a_block),
		cmocka_unit_test(points_at_the_backslash),
		cmocka_unit_test(points_at_the_non_breaking_space),
		cmocka_unit_test(leaves_non_breaking_spaces_in_prose),
		cmocka_unit_test(says_what_else_libyaml_complains_of),
		cmocka_unit_test(an_error_at_the_very_end_lies_inside_the_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
