#include "base/text.h"
#include "test.h"

static size_t find(const char *text, const char *words)
{
	return text_find_words(kpss_str(text), kpss_str(words));
}

static void finds_words_regardless_of_case(void **state)
{
	(void)state;
	assert_int_equal(find("Řídící skupina se sešla", "řídící skupina"), 0);
	assert_int_equal(find("členové ŘÍDÍCÍ skupiny", "řídící"), strlen("členové "));
}

static void diacritics_make_another_word(void **state)
{
	(void)state;
	assert_int_equal(find("řídicí skupina", "řídící"), strlen("řídicí skupina"));
}

static void a_part_of_a_word_is_none(void **state)
{
	(void)state;
	assert_int_equal(find("přechodový dům, chod domu", "chod"), strlen("přechodový dům, "));
	assert_int_equal(find("klientka", "klient"), strlen("klientka"));
}

static void a_line_break_is_a_space(void **state)
{
	(void)state;
	assert_int_equal(find("o řídící\nskupině a řídící\nskupina", "řídící skupina"),
		strlen("o řídící\nskupině a "));
}

static void nothing_is_found_nowhere(void **state)
{
	(void)state;
	assert_int_equal(find("text", ""), 4);
	assert_int_equal(find("", "slovo"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_words_regardless_of_case),
		cmocka_unit_test(diacritics_make_another_word),
		cmocka_unit_test(a_part_of_a_word_is_none),
		cmocka_unit_test(a_line_break_is_a_space),
		cmocka_unit_test(nothing_is_found_nowhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
