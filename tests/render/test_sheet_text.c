#include "render/sheet_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "test.h"

static const char *cell(struct buf *buf, struct kpss_str text)
{
	buf->len = 0;
	sheet_text_add(buf, text);
	buf_add_char(buf, '\0');
	return buf->ptr;
}

static void shows_what_a_workbook_cannot_hold(void **state)
{
	(void)state;
	struct buf buf = {0};

	assert_string_equal(cell(&buf, kpss_str("a\r\nb\tc")), "a\nb\tc");
	assert_string_equal(cell(&buf, kpss_str("\a")), "\\u{7}");
	assert_string_equal(cell(&buf, kpss_str("\xEF\xBF\xBE")), "\\u{fffe}");
	assert_string_equal(cell(&buf, kpss_str("\xff")), "\\x{ff}");
	assert_string_equal(cell(&buf, kpss_str("_x0041_ _x004_")), "_x005F_x0041_ _x004_");
	buf_clear(&buf);
}

static void cuts_what_is_longer_than_a_cell(void **state)
{
	(void)state;
	enum { LONGEST = 32767 };
	struct buf buf = {0}, text = {0};

	buf_add_repeated(&text, 'x', LONGEST);
	assert_int_equal(strlen(cell(&buf, buf_str(&text))), LONGEST);
	buf_add_char(&text, 'x');
	const char *cut = cell(&buf, buf_str(&text));
	assert_int_equal(strlen(cut), LONGEST - 1 + strlen("…"));
	assert_string_equal(cut + LONGEST - 2, "x…");
	buf_clear(&text);
	buf_clear(&buf);
}

static void counts_characters_beyond_the_first_plane_as_two(void **state)
{
	(void)state;
	enum { LONGEST = 32767, EACH = 4 };
	struct buf buf = {0}, text = {0};

	for (size_t i = 0; i <= LONGEST / 2; i++)
		buf_add_text(&text, "😀");

	assert_int_equal(strlen(cell(&buf, buf_str(&text))), LONGEST / 2 * EACH + strlen("…"));
	buf_clear(&text);
	buf_clear(&buf);
}

static void makes_names_that_a_sheet_may_have(void **state)
{
	(void)state;
	static const struct {
		const char *text, *name;
	} cases[] = {
		{"Cíle: 2026/2027", "Cíle- 2026-2027"},
		{"'Cíle'", "Cíle"},
		{"", "tabulka"},
		{"???", "tabulka"},
		{"HISTORY", "tabulka"},
		{"Střednědobý plán rozvoje sociálních služeb", "Střednědobý plán rozvoje sociál"},
		{"Střednědobý plán rozvoje sociá' x", "Střednědobý plán rozvoje sociá"},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(sheet_name(arena, kpss_str(cases[i].text), kpss_str("tabulka")),
			cases[i].name);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_what_a_workbook_cannot_hold),
		cmocka_unit_test(cuts_what_is_longer_than_a_cell),
		cmocka_unit_test(counts_characters_beyond_the_first_plane_as_two),
		cmocka_unit_test(makes_names_that_a_sheet_may_have),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
