#include "base/catalogue.h"
#include "base/language.h"

#include "test.h"

static void finds_a_language_by_code_and_by_locale(void **state)
{
	(void)state;
	assert_string_equal(language_code(language_find("cs")), "cs");
	assert_string_equal(language_code(language_find("cs_CZ.UTF-8")), "cs");
	assert_string_equal(language_code(language_find("en_GB")), "en");
}

static void knows_no_language_but_its_own(void **state)
{
	(void)state;
	assert_null(language_find("C"));
	assert_null(language_find("de_DE.UTF-8"));
	assert_null(language_find("csx"));
	assert_null(language_find(""));
	assert_null(language_find(NULL));
}

static void translates_what_the_catalogue_has(void **state)
{
	(void)state;
	assert_string_equal(language_text(language_find("cs"), "error"), "chyba");
	assert_string_equal(language_text(language_find("en"), "error"), "error");
}

static void gives_the_english_text_where_the_catalogue_has_none(void **state)
{
	(void)state;
	assert_string_equal(language_text(language_find("cs"), "never to be translated"),
		"never to be translated");
	assert_null(language_text(language_find("cs"), NULL));
	assert_string_equal(language_text(language_find("cs"), ""), "");
}

static const char *errors(const char *code, int64_t count)
{
	return language_plural(language_find(code), "{0} error", "{0} errors", count);
}

static void counts_in_czech_with_three_forms(void **state)
{
	(void)state;
	assert_string_equal(errors("cs", 1), "{0} chyba");
	assert_string_equal(errors("cs", 2), "{0} chyby");
	assert_string_equal(errors("cs", 4), "{0} chyby");
	assert_string_equal(errors("cs", 5), "{0} chyb");
	assert_string_equal(errors("cs", 0), "{0} chyb");
	assert_string_equal(errors("cs", 21), "{0} chyb");
	assert_string_equal(errors("cs", -1), "{0} chyba");
	assert_string_equal(errors("cs", INT64_MIN), "{0} chyb");
}

static void counts_in_english_with_two_forms(void **state)
{
	(void)state;
	assert_string_equal(errors("en", 1), "{0} error");
	assert_string_equal(errors("en", 0), "{0} errors");
	assert_string_equal(errors("en", 5), "{0} errors");
}

static void falls_back_to_english_forms_for_an_unknown_pair(void **state)
{
	(void)state;
	const struct language *czech = language_find("cs");
	assert_string_equal(language_plural(czech, "one xyz", "many xyz", 1), "one xyz");
	assert_string_equal(language_plural(czech, "one xyz", "many xyz", 3), "many xyz");
}

/* One row, "a" to "b", in either order of bytes. */
#define LITTLE(n) n, 0, 0, 0
#define BIG(n)    0, 0, 0, n
static const unsigned char little[] = {0xde, 0x12, 0x04, 0x95, LITTLE(0), LITTLE(1), LITTLE(28),
	LITTLE(36), LITTLE(0), LITTLE(0), LITTLE(1), LITTLE(44), LITTLE(1), LITTLE(46), 'a', 0, 'b',
	0};
static const unsigned char big[] = {0x95, 0x04, 0x12, 0xde, BIG(0), BIG(1), BIG(28), BIG(36),
	BIG(0), BIG(0), BIG(1), BIG(44), BIG(1), BIG(46), 'a', 0, 'b', 0};

static void reads_catalogues_of_either_byte_order(void **state)
{
	(void)state;
	assert_true(kpss_str_is(catalogue_find(little, sizeof little, "a"), "b"));
	assert_true(kpss_str_is(catalogue_find(big, sizeof big, "a"), "b"));
	assert_null(catalogue_find(little, sizeof little, "c").ptr);
}

static void never_reads_outside_a_damaged_catalogue(void **state)
{
	(void)state;
	unsigned char bytes[sizeof little];
	/* The sanitizer would notice; so would an answer that is none of the texts. */
	for (size_t at = 0; at < sizeof little; at++)
		for (unsigned value = 0; value < 256; value++) {
			memcpy(bytes, little, sizeof bytes);
			bytes[at] = (unsigned char)value;
			struct kpss_str found = catalogue_find(bytes, sizeof bytes, "a");
			if (found.ptr)
				assert_true(
					found.ptr >= (const char *)bytes &&
					found.ptr + found.len < (const char *)bytes + sizeof bytes);
		}
	for (size_t size = 0; size < sizeof little; size++)
		assert_null(catalogue_find(little, size, "a").ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_a_language_by_code_and_by_locale),
		cmocka_unit_test(knows_no_language_but_its_own),
		cmocka_unit_test(translates_what_the_catalogue_has),
		cmocka_unit_test(gives_the_english_text_where_the_catalogue_has_none),
		cmocka_unit_test(counts_in_czech_with_three_forms),
		cmocka_unit_test(counts_in_english_with_two_forms),
		cmocka_unit_test(falls_back_to_english_forms_for_an_unknown_pair),
		cmocka_unit_test(reads_catalogues_of_either_byte_order),
		cmocka_unit_test(never_reads_outside_a_damaged_catalogue),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
