#include "report_fixture.h"

static const struct finding_kind dangling = {
	.code = "dangling-reference",
	.severity = KPSS_ERROR,
	.message = "indikátor „{0}“ v plánu není",
	.label = "odkaz na neexistující záznam",
	.remedy = "neměli jste na mysli „{1}“?",
};
static const struct finding_kind owner_left = {
	.code = "owner-left",
	.severity = KPSS_WARNING,
	.message = "odpovědná osoba už není členem žádné skupiny",
	.label = "odpovídá za opatření i v roce {0}",
	.related = "členství tu skončilo",
	.remedy = "kpss set {1} odpovídá=ID",
};
static const struct finding_kind bare = {.code = "bare", .severity = KPSS_NOTE, .message = "bare"};
static const struct finding_kind twice = {.code = "twice",
	.severity = KPSS_ERROR,
	.message = "twice",
	.label = "second",
	.related = "first"};

static void prints_the_sample_of_the_product(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.language = language_find("cs");
	struct source *measures = report_source(fixture, "opatreni/seniori.yaml",
		"\n\n\n\n\n\n\n\n    odpovídá: dvorakova-p\n\n\n\n    indikátory:\n      - "
		"pocet-vypujcek-2\n");
	struct source *groups = report_source(fixture, "skupiny/seniori.yaml",
		"\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n        do: 2025-06-30\n");
	findings_add(&fixture->findings,
		&(struct finding){.kind = &owner_left,
			.where = report_span(measures, "dvorakova-p"),
			.related = report_span(groups, "2025-06-30"),
			.arguments = {argument_number(2025),
				argument_text(kpss_str("rozsireni-pecovatelske"))}});
	findings_add(&fixture->findings,
		&(struct finding){.kind = &dangling,
			.where = report_span(measures, "pocet-vypujcek-2"),
			.arguments = {argument_text(kpss_str("pocet-vypujcek-2")),
				argument_text(kpss_str("pocet-vypujcek"))}});

	assert_string_equal(report_render(fixture, &report_format_text),
		"varování[owner-left]: odpovědná osoba už není členem žádné skupiny\n"
		"  --> opatreni/seniori.yaml:9:15\n"
		"   |\n"
		" 9 |     odpovídá: dvorakova-p\n"
		"   |               ^^^^^^^^^^^ odpovídá za opatření i v roce 2025\n"
		"  ::: skupiny/seniori.yaml:21:13\n"
		"   |\n"
		"21 |         do: 2025-06-30\n"
		"   |             ---------- členství tu skončilo\n"
		"   |\n"
		"   = co s tím: kpss set rozsireni-pecovatelske odpovídá=ID\n"
		"\n"
		"chyba[dangling-reference]: indikátor „pocet-vypujcek-2“ v plánu není\n"
		"  --> opatreni/seniori.yaml:14:9\n"
		"   |\n"
		"13 |     indikátory:\n"
		"14 |       - pocet-vypujcek-2\n"
		"   |         ^^^^^^^^^^^^^^^^ odkaz na neexistující záznam\n"
		"   |\n"
		"   = co s tím: neměli jste na mysli „pocet-vypujcek“?\n"
		"\n");
}

static void add(struct report_fixture *fixture, const struct finding_kind *kind,
	struct kpss_span where, struct kpss_span related)
{
	findings_add(&fixture->findings,
		&(struct finding){.kind = kind, .where = where, .related = related});
}

static const struct kpss_span nowhere = {0};

static void shows_two_near_places_in_one_excerpt(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "id: a\nx: 1\ny: 2\nid: b\n");
	add(fixture, &twice, report_span(source, "id: b"), report_span(source, "id: a"));

	assert_string_equal(report_render(fixture, &report_format_text), "error[twice]: twice\n"
									 " --> a.yaml:4:1\n"
									 "  |\n"
									 "1 | id: a\n"
									 "  | ----- first\n"
									 "...\n"
									 "4 | id: b\n"
									 "  | ^^^^^ second\n"
									 "\n");
}

static void shows_the_one_line_between_two_places(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "id: a\nx: 1\nid: b\n");
	add(fixture, &twice, report_span(source, "id: b"), report_span(source, "id: a"));

	assert_non_null(strstr(report_render(fixture, &report_format_text),
		"  | ----- first\n2 | x: 1\n3 | id: b\n"));
}

static void shows_two_places_of_one_line_under_it(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "[a, b, a]\n");
	struct kpss_span second = {.source = source, .begin = 7, .end = 8};
	add(fixture, &twice, second, report_span(source, "a"));

	assert_non_null(strstr(report_render(fixture, &report_format_text), "1 | [a, b, a]\n"
									    "  |        ^ second\n"
									    "  |  - first\n"));
}

static void gives_a_far_place_of_the_same_file_its_own_block(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source =
		report_source(fixture, "a.yaml", "id: a\n\n\n\n\n\n\n\n\n\n\nid: b\n");
	add(fixture, &twice, report_span(source, "id: b"), report_span(source, "id: a"));

	assert_non_null(strstr(report_render(fixture, &report_format_text), "12 | id: b\n"
									    "   | ^^^^^ second\n"
									    "  ::: a.yaml:1:1\n"
									    "   |\n"
									    " 1 | id: a\n"
									    "   | ----- first\n"));
}

static void marks_only_the_first_line_of_a_long_place(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "text: one\n  two\n");
	add(fixture, &bare, report_span(source, "one\n  two"), nowhere);

	assert_non_null(strstr(
		report_render(fixture, &report_format_text), "1 | text: one\n  |       ^^^\n\n"));
}

static void marks_an_empty_place_with_one_sign(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "name:\n");
	add(fixture, &bare, (struct kpss_span){.source = source, .begin = 5, .end = 5}, nowhere);

	assert_non_null(
		strstr(report_render(fixture, &report_format_text), "1 | name:\n  |      ^\n\n"));
}

static void marks_the_end_of_the_file(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "name: \"x\n");
	add(fixture, &bare, (struct kpss_span){.source = source, .begin = 9, .end = 9}, nowhere);

	assert_non_null(strstr(report_render(fixture, &report_format_text),
		" --> a.yaml:2:1\n  |\n2 |\n  | ^\n\n"));
}

static void places_marks_by_display_width(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "計z\xCC\x8C\t: chyba\n");
	add(fixture, &bare, report_span(source, "chyba"), nowhere);

	assert_non_null(strstr(report_render(fixture, &report_format_text),
		"1 | 計z\xCC\x8C : chyba\n  |       ^^^^^\n"));
}

static void shows_the_key_of_a_list_above_its_items(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(
		fixture, "a.yaml", "goals:\n  - id: a\n    x: 1\n  # note\n  - id: b\n");
	add(fixture, &bare, report_span(source, "id: b"), nowhere);

	assert_non_null(strstr(
		report_render(fixture, &report_format_text), "1 | goals:\n...\n5 |   - id: b\n"));
}

static void finds_the_key_of_a_list_that_is_not_indented(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "goals:\n- a\n- b\n");
	add(fixture, &bare, report_span(source, "b"), nowhere);

	assert_non_null(strstr(
		report_render(fixture, &report_format_text), "1 | goals:\n2 | - a\n3 | - b\n"));
}

static void shortens_a_long_line_around_the_place(void **state)
{
	struct report_fixture *fixture = *state;
	struct buf line = {0};
	buf_add_repeated(&line, 'a', 500);
	buf_add_text(&line, "WRONG");
	buf_add_repeated(&line, 'b', 500);
	buf_add_char(&line, '\0');
	struct source *source = report_source(fixture, "a.yaml", line.ptr);
	add(fixture, &bare, report_span(source, "WRONG"), nowhere);

	assert_string_equal(report_render(fixture, &report_format_text),
		"note[bare]: bare\n"
		" --> a.yaml:1:501\n"
		"  |\n"
		"1 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaWRONG"
		"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…\n"
		"  |                                          ^^^^^\n"
		"\n");
	buf_clear(&line);
}

static void never_cuts_a_character_in_two(void **state)
{
	struct report_fixture *fixture = *state;
	struct buf line = {0};
	for (int i = 0; i < 500; i++)
		buf_add_text(&line, "ž");
	buf_add_text(&line, "WRONG");
	for (int i = 0; i < 500; i++)
		buf_add_text(&line, "…");
	buf_add_char(&line, '\0');
	struct source *source = report_source(fixture, "a.yaml", line.ptr);
	add(fixture, &bare, report_span(source, "WRONG"), nowhere);

	const char *text = report_render(fixture, &report_format_text);

	assert_null(strstr(text, "\\x{"));
	assert_non_null(strstr(text, "\n  |                                          ^^^^^\n"));
	buf_clear(&line);
}

static void never_prints_more_than_a_screen_of_a_long_place(void **state)
{
	struct report_fixture *fixture = *state;
	struct buf line = {0};
	buf_add_repeated(&line, 'a', 1000000);
	buf_add_char(&line, '\0');
	struct source *source = report_source(fixture, "a.yaml", line.ptr);
	add(fixture, &twice, (struct kpss_span){.source = source, .begin = 10, .end = 1000000},
		(struct kpss_span){.source = source, .begin = 500000, .end = 1000000});

	assert_true(strlen(report_render(fixture, &report_format_text)) < 1000);
	buf_clear(&line);
}

static void prints_a_finding_without_a_place(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings,
		&(struct finding){.kind = &dangling,
			.arguments = {argument_text(kpss_str("a")), argument_text(kpss_str("b"))}});

	assert_string_equal(report_render(fixture, &report_format_text),
		"error[dangling-reference]: indikátor „a“ v plánu není\n"
		"  = what to do: neměli jste na mysli „b“?\n"
		"\n");
}

static void prints_no_excerpt_of_a_file_without_content(void **state)
{
	struct report_fixture *fixture = *state;
	add(fixture, &bare, (struct kpss_span){.source = report_source(fixture, "a.yaml", "")},
		nowhere);

	assert_string_equal(report_render(fixture, &report_format_text),
		"note[bare]: bare\n --> a.yaml:1:1\n\n");
}

static void lets_no_control_character_through(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source =
		report_source(fixture, "a\x1b[2J.yaml", "k\x1b[31m: \xE2\x80\xAE\x07\x9B\n");
	findings_add(&fixture->findings,
		&(struct finding){.kind = &dangling,
			.where = report_span(source, "k"),
			.arguments = {argument_text(kpss_str("\x1b]0;x\x07")),
				argument_words(kpss_str("\xC2\x9B"), kpss_str("\r"))}});

	const char *text = report_render(fixture, &report_format_text);

	for (const char *at = text; *at; at++)
		assert_true((unsigned char)*at >= 0x20 || *at == '\n');
	assert_null(strstr(text, "\xE2\x80\xAE"));
	assert_null(strstr(text, "\xC2\x9B"));
}

static void begins_paths_with_the_repository_when_there_are_several(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.several = true;
	add(fixture, &bare, report_span(report_source(fixture, "a.yaml", "k: v"), "v"), nowhere);

	assert_non_null(strstr(
		report_render(fixture, &report_format_text), " --> plans/town/a.yaml:1:4\n"));
}

static void colours_only_when_asked_and_changes_nothing_else(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "id: a\nx: 1\nid: b\n");
	add(fixture, &twice, report_span(source, "id: b"), report_span(source, "id: a"));
	char *plain = strdup(report_render(fixture, &report_format_text));
	fixture->options.colour = true;

	const char *coloured = report_render(fixture, &report_format_text);

	assert_null(strchr(plain, '\x1b'));
	assert_non_null(strstr(coloured, "\x1b[1;31merror[twice]\x1b[0m"));
	size_t at = 0;
	for (const char *c = coloured; *c; c++) {
		if (*c == '\x1b') {
			c = strchr(c, 'm');
			continue;
		}
		assert_int_equal(*c, plain[at++]);
	}
	assert_int_equal(plain[at], '\0');
	free(plain);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			prints_the_sample_of_the_product, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			shows_two_near_places_in_one_excerpt, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			shows_the_one_line_between_two_places, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			shows_two_places_of_one_line_under_it, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(gives_a_far_place_of_the_same_file_its_own_block,
			report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			marks_only_the_first_line_of_a_long_place, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			marks_an_empty_place_with_one_sign, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			marks_the_end_of_the_file, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			places_marks_by_display_width, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			shows_the_key_of_a_list_above_its_items, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(finds_the_key_of_a_list_that_is_not_indented,
			report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			shortens_a_long_line_around_the_place, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			never_cuts_a_character_in_two, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(never_prints_more_than_a_screen_of_a_long_place,
			report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			prints_a_finding_without_a_place, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(prints_no_excerpt_of_a_file_without_content,
			report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			lets_no_control_character_through, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			begins_paths_with_the_repository_when_there_are_several, report_set_up,
			report_tear_down),
		cmocka_unit_test_setup_teardown(colours_only_when_asked_and_changes_nothing_else,
			report_set_up, report_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
