#include "base/text.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "test.h"

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

#define assert_text(actual, expected)                                                              \
	do {                                                                                       \
		struct kpss_str actual_ = (actual), expected_ = kpss_str(expected);                \
		assert_int_equal(actual_.len, expected_.len);                                      \
		assert_memory_equal(actual_.ptr, expected_.ptr, expected_.len);                    \
	} while (0)

static struct kpss_str bytes(const char *ptr, size_t len)
{
	return (struct kpss_str){.ptr = ptr, .len = len};
}

static void accepts_well_formed_utf8(void **state)
{
	(void)state;
	const char *good[] = {"", "plain ascii longer than a word", "Příliš žluťoučký kůň", "„…“",
		"\xF0\x9F\x98\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "\xC2\x80"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_int_equal(text_valid_utf8(kpss_str(good[i])), strlen(good[i]));
}

static void stops_where_utf8_stops_being_well_formed(void **state)
{
	(void)state;
	const char *bad[] = {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
		"\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC5",
		"\xE2\x80", "\xF0\x9F\x98", "\xC5x", "\xE2\x80x", "\xF0\x9F\x98x"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf buf = {0};
		buf_add_text(&buf, "eight by eight ");
		size_t good = buf.len;
		buf_add_text(&buf, bad[i]);
		assert_int_equal(text_valid_utf8(buf_str(&buf)), good);
		buf_clear(&buf);
	}
}

static void finds_a_bad_byte_at_every_place_of_a_word(void **state)
{
	(void)state;
	for (size_t at = 0; at < 24; at++) {
		char text[24];
		memset(text, 'x', sizeof text);
		text[at] = '\xE1';
		assert_int_equal(text_valid_utf8(bytes(text, sizeof text)), at);
	}
}

static void decodes_characters_of_every_length(void **state)
{
	(void)state;
	struct kpss_str text = kpss_str("aš…\xF0\x9F\x98\x80");
	const uint32_t codes[] = {'a', 0x161, 0x2026, 0x1F600};
	size_t at = 0, length = 0;
	for (size_t i = 0; i < 4; i++, at += length) {
		assert_int_equal(text_code_point(text, at, &length), codes[i]);
		assert_int_equal(length, i + 1);
	}
	assert_int_equal(at, text.len);
}

static void leaves_text_in_normal_form_where_it_is(void **state)
{
	struct kpss_str text = kpss_str("Řídicí skupina – „komunitní“ plán");

	struct kpss_str normal = text_nfc(*state, text);

	assert_ptr_equal(normal.ptr, text.ptr);
}

static void composes_decomposed_letters(void **state)
{
	assert_text(text_nfc(*state, kpss_str("R\xCC\x8Ci\xCC\x81"
					      "dici\xCC\x81")),
		"Řídicí");
}

static void replaces_what_normal_form_replaces_without_marks(void **state)
{
	/* EN QUAD and the Angstrom sign have no marks, but are not in normal form. */
	assert_text(text_nfc(*state, kpss_str("a\xE2\x80\x80"
					      "b")),
		"a\xE2\x80\x82"
		"b");
	assert_text(text_nfc(*state, kpss_str("\xE2\x84\xAB")), "Å");
}

static void leaves_ill_formed_text_alone(void **state)
{
	struct kpss_str text = kpss_str("\xCC\xE9");
	assert_ptr_equal(text_nfc(*state, text).ptr, text.ptr);
}

static void folds_case_and_diacritics(void **state)
{
	assert_text(text_fold(*state, kpss_str("ŘÍDICÍ Skupina")), "ridici skupina");
	assert_text(text_fold(*state, kpss_str("Plain ASCII_1")), "plain ascii_1");
	assert_text(text_fold(*state, kpss_str("r\xCC\x8C")), "r");
	assert_text(text_fold(*state, kpss_str("Straße")), "strasse");
	assert_text(text_fold(*state, kpss_str("")), "");
}

static void measures_display_columns(void **state)
{
	(void)state;
	assert_int_equal(text_width(kpss_str("abc")), 3);
	assert_int_equal(text_width(kpss_str("žluťoučký")), 9);
	assert_int_equal(text_width(kpss_str("z\xCC\x8C")), 1);
	assert_int_equal(text_width(kpss_str("計画")), 4);
	assert_int_equal(text_width(kpss_str("„–“")), 3);
	assert_int_equal(text_width(kpss_str("\t")), 1);
}

static const char *const unsafe[] = {"\x1b[31m", "\x07", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6",
	"\xE2\x80\x8B", "\xEF\xBB\xBF", "\x7f", "\n", "\r", "\xE2\x80\xA8", "\xF3\xA0\x81\x81"};

static void shows_control_characters_as_escapes(void **state)
{
	(void)state;
	struct buf buf = {0};
	text_add_safe(&buf, kpss_str("a\x1b[2Jb\xE2\x80\xAE"
				     "c\td\xFFř"));
	assert_text(buf_str(&buf), "a\\u{1b}[2Jb\\u{202e}c d\\x{ff}ř");
	buf_clear(&buf);
}

static void shows_nothing_that_steers_a_terminal(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) {
		struct buf buf = {0};
		text_add_safe(&buf, kpss_str(unsafe[i]));
		assert_int_equal(buf.ptr[0], '\\');
		for (size_t at = 0; at < buf.len; at++)
			assert_in_range((unsigned char)buf.ptr[at], 0x20, 0x7E);
		buf_clear(&buf);
	}
}

static void measures_escapes_as_they_are_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) {
		struct buf buf = {0};
		text_add_safe(&buf, kpss_str(unsafe[i]));
		assert_int_equal(text_width(kpss_str(unsafe[i])), buf.len);
		buf_clear(&buf);
	}
	assert_int_equal(text_width(kpss_str("\xFF")), strlen("\\x{ff}"));
}

static size_t distance(const char *a, const char *b, size_t limit)
{
	return text_distance(kpss_str(a), kpss_str(b), limit);
}

static void counts_edits_between_words(void **state)
{
	(void)state;
	assert_int_equal(distance("kniha", "kniha", 3), 0);
	assert_int_equal(distance("kniha", "knihy", 3), 1);
	assert_int_equal(distance("kniha", "kiha", 3), 1);
	assert_int_equal(distance("kniha", "kmniha", 3), 1);
	assert_int_equal(distance("kniha", "knhia", 3), 1);
	assert_int_equal(distance("", "abc", 3), 3);
	assert_int_equal(distance("kůň", "kun", 3), 2);
}

static void answers_far_words_with_one_more_than_the_limit(void **state)
{
	(void)state;
	assert_int_equal(distance("kniha", "strom", 2), 3);
	assert_int_equal(distance("a", "abcdefgh", 2), 3);
	assert_int_equal(distance("abc", "", 0), 1);
}

/* The whole table without a band: the plain definition. */
static size_t distance_by_definition(const char *a, const char *b)
{
	size_t d[12][12], m = strlen(a), n = strlen(b);
	for (size_t i = 0; i <= m; i++)
		for (size_t j = 0; j <= n; j++) {
			if (i == 0 || j == 0) {
				d[i][j] = i + j;
				continue;
			}
			size_t best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			best = d[i - 1][j] + 1 < best ? d[i - 1][j] + 1 : best;
			best = d[i][j - 1] + 1 < best ? d[i][j - 1] + 1 : best;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = d[i - 2][j - 2] + 1 < best ? d[i - 2][j - 2] + 1 : best;
			d[i][j] = best;
		}
	return d[m][n];
}

static void agrees_with_the_definition_of_distance(void **state)
{
	(void)state;
	uint32_t random = 1;
	for (int round = 0; round < 20000; round++) {
		char words[2][12];
		for (int w = 0; w < 2; w++) {
			random = random * 1664525 + 1013904223;
			size_t length = random >> 16 & 7;
			for (size_t i = 0; i < length; i++) {
				random = random * 1664525 + 1013904223;
				words[w][i] = (char)('a' + (random >> 20) % 3);
			}
			words[w][length] = '\0';
		}
		for (size_t limit = 0; limit <= 4; limit++) {
			size_t exact = distance_by_definition(words[0], words[1]);
			assert_int_equal(distance(words[0], words[1], limit),
				exact > limit ? limit + 1 : exact);
		}
	}
}

static struct text_suggestions suggest(
	struct arena *arena, const char *typed, const char *const *candidates)
{
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, arena, kpss_str(typed));
	for (; *candidates; candidates++)
		suggestions_offer(&suggestions, kpss_str(*candidates));
	return suggestions;
}

static void suggests_the_nearest_first(void **state)
{
	const char *const candidates[] = {"opatřeníčko", "opatřeno", "opatření", NULL};

	struct text_suggestions suggestions = suggest(*state, "opatreni", candidates);

	assert_int_equal(suggestions.count, 2);
	assert_text(suggestions.names[0], "opatření");
	assert_text(suggestions.names[1], "opatřeno");
}

static void keeps_the_order_offered_among_equals(void **state)
{
	const char *const candidates[] = {"kosa", "koza", "koda", "kola", "kosa", NULL};

	struct text_suggestions suggestions = suggest(*state, "kopa", candidates);

	assert_int_equal(suggestions.count, 3);
	assert_text(suggestions.names[0], "kosa");
	assert_text(suggestions.names[1], "koza");
	assert_text(suggestions.names[2], "koda");
}

static void puts_a_better_late_candidate_before_the_others(void **state)
{
	const char *const candidates[] = {"kosa", "koza", "koda", "KOPA", NULL};

	struct text_suggestions suggestions = suggest(*state, "kopa", candidates);

	assert_int_equal(suggestions.count, 3);
	assert_text(suggestions.names[0], "KOPA");
	assert_text(suggestions.names[2], "koza");
}

static void suggests_less_for_short_words(void **state)
{
	const char *const four[] = {"abxy", "abcx", NULL};
	const char *const eight[] = {"abcdexyz", "abcdefxy", NULL};
	const char *const nine[] = {"abcdewxyz", "abcdefxyz", NULL};
	const char *const one[] = {"y", NULL};
	assert_int_equal(suggest(*state, "abcd", four).count, 1);
	assert_int_equal(suggest(*state, "abcdefgh", eight).count, 1);
	assert_int_equal(suggest(*state, "abcdefghi", nine).count, 1);
	assert_int_equal(suggest(*state, "x", one).count, 0);
}

static void reads_windows_1250(void **state)
{
	assert_text(
		text_from_windows_1250(*state, kpss_str("P\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD")),
		"Příliš žluťoučký");
	assert_text(text_from_windows_1250(*state, kpss_str("a\x81\x83z")),
		"a\xEF\xBF\xBD\xEF\xBF\xBDz");
	assert_text(text_from_windows_1250(*state, kpss_str("")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_well_formed_utf8),
		cmocka_unit_test(stops_where_utf8_stops_being_well_formed),
		cmocka_unit_test(finds_a_bad_byte_at_every_place_of_a_word),
		cmocka_unit_test(decodes_characters_of_every_length),
		cmocka_unit_test(leaves_text_in_normal_form_where_it_is),
		cmocka_unit_test(composes_decomposed_letters),
		cmocka_unit_test(replaces_what_normal_form_replaces_without_marks),
		cmocka_unit_test(leaves_ill_formed_text_alone),
		cmocka_unit_test(folds_case_and_diacritics),
		cmocka_unit_test(measures_display_columns),
		cmocka_unit_test(shows_control_characters_as_escapes),
		cmocka_unit_test(shows_nothing_that_steers_a_terminal),
		cmocka_unit_test(measures_escapes_as_they_are_shown),
		cmocka_unit_test(counts_edits_between_words),
		cmocka_unit_test(answers_far_words_with_one_more_than_the_limit),
		cmocka_unit_test(agrees_with_the_definition_of_distance),
		cmocka_unit_test(suggests_the_nearest_first),
		cmocka_unit_test(keeps_the_order_offered_among_equals),
		cmocka_unit_test(puts_a_better_late_candidate_before_the_others),
		cmocka_unit_test(suggests_less_for_short_words),
		cmocka_unit_test(reads_windows_1250),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
