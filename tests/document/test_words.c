#include "test.h"

#include <stdio.h>

#include "document/words.h"

static const struct kpss_str known[] = {{"id", 2}, {"n\xC3\xA1zev", 6}};

static void known_words_have_the_numbers_of_their_places(void **state)
{
	(void)state;
	struct words *words = words_new(known, 2);
	assert_int_equal(words_number(words, kpss_str("id")), 0);
	assert_int_equal(words_find(words, kpss_str("název")), 1);
	assert_true(kpss_str_is(words_text(words, 1), "název"));
	words_free(words);
}

static void the_same_word_is_the_same_number_in_every_normal_form(void **state)
{
	(void)state;
	struct words *words = words_new(known, 2);
	assert_int_equal(words_number(words, kpss_str("na\xCC\x81zev")), 1);
	assert_int_equal(words_find(words, kpss_str("na\xCC\x81zev")), 1);
	uint32_t number = words_number(words, kpss_str("c\xCC\x8C\xCC\xA3"));
	assert_int_equal(words_number(words, kpss_str("c\xCC\xA3\xCC\x8C")), number);
	words_free(words);
}

static void a_new_word_is_copied(void **state)
{
	(void)state;
	struct words *words = words_new(NULL, 0);
	char text[] = "abc";
	assert_int_equal(words_find(words, kpss_str(text)), WORD_UNKNOWN);
	uint32_t number = words_number(words, kpss_str(text));
	text[0] = 'x';
	assert_true(kpss_str_is(words_text(words, number), "abc"));
	assert_int_equal(words_find(words, kpss_str("abc")), number);
	assert_int_equal(words_find(words, kpss_str("xbc")), WORD_UNKNOWN);
	words_free(words);
}

static void a_part_of_a_word_is_another_word(void **state)
{
	(void)state;
	struct words *words = words_new(NULL, 0);
	assert_int_not_equal(words_number(words, kpss_str("ab")), words_number(words, kpss_str("abc")));
	assert_int_not_equal(words_number(words, kpss_str("")), words_number(words, kpss_str("a")));
	words_free(words);
}

static void thousands_of_words_keep_their_numbers(void **state)
{
	(void)state;
	struct words *words = words_new(known, 2);
	char text[16];
	for (uint32_t i = 0; i < 20000; i++) {
		snprintf(text, sizeof text, "w%u", (unsigned)i);
		assert_int_equal(words_number(words, kpss_str(text)), i + 2);
	}
	for (uint32_t i = 0; i < 20000; i++) {
		snprintf(text, sizeof text, "w%u", (unsigned)i);
		assert_int_equal(words_find(words, kpss_str(text)), i + 2);
	}
	words_free(words);
}

static void a_reset_forgets_all_but_the_known_words(void **state)
{
	(void)state;
	struct words *words = words_new(known, 2);
	words_number(words, kpss_str("other"));
	words_reset(words);
	assert_int_equal(words_find(words, kpss_str("other")), WORD_UNKNOWN);
	assert_int_equal(words_find(words, kpss_str("id")), 0);
	assert_int_equal(words_number(words, kpss_str("else")), 2);
	words_free(words);
}

static void a_mark_is_seen_only_under_its_own_stamp(void **state)
{
	(void)state;
	struct words *words = words_new(known, 2);
	uint32_t first = words_stamp(words), second = words_stamp(words), earlier = 0;
	assert_false(words_mark(words, 0, first, 7, &earlier));
	assert_true(words_mark(words, 0, first, 9, &earlier));
	assert_int_equal(earlier, 7);
	assert_false(words_mark(words, 1, first, 7, &earlier));
	assert_false(words_mark(words, 0, second, 8, &earlier));
	words_free(words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_words_have_the_numbers_of_their_places),
		cmocka_unit_test(the_same_word_is_the_same_number_in_every_normal_form),
		cmocka_unit_test(a_new_word_is_copied),
		cmocka_unit_test(a_part_of_a_word_is_another_word),
		cmocka_unit_test(thousands_of_words_keep_their_numbers),
		cmocka_unit_test(a_reset_forgets_all_but_the_known_words),
		cmocka_unit_test(a_mark_is_seen_only_under_its_own_stamp),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
