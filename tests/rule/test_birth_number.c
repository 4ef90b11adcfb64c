#include "rule/birth_number.h"

#include "base/arena.h"
#include "test.h"

static const struct {
	const char *digits;
	bool valid;
	const char *why;
} table[] = {
	{"530101001", true, "nine digits until 1953"},
	{"535131002", true, "a woman born before 1954"},
	{"540101001", false, "nine digits are not used from 1954 on"},
	{"530101000", false, "no child was the zeroth of a day"},
	{"290229003", false, "1929 was no leap year"},
	{"280229003", true, "1928 was"},
	{"5451011236", true, "a woman born in 1954"},
	{"5451011235", false, "the check digit"},
	{"8001014440", true, "remainder ten, written as zero until 1985"},
	{"8603100100", false, "not any more in 1986"},
	{"8403100079", true, "a man"},
	{"8502291116", false, "1985 was no leap year"},
	{"8402291117", true, "1984 was"},
	{"8013014446", false, "there is no thirteenth month"},
	{"8000014446", false, "nor a zeroth"},
	{"8001324441", false, "nor a thirty-second day"},
	{"0421010007", true, "twenty added for a boy since 2004"},
	{"0321010008", false, "not in 2003"},
	{"0475010030", true, "seventy added for a girl since 2004"},
	{"0375010009", false, "not in 2003"},
	{"0002291234", true, "2000 was a leap year"},
	{"80010144", false, "eight digits, as an IČO"},
	{"80010144401", false, "eleven digits"},
	{"80010144/4", false, "the slash is no digit"},
};

static void knows_the_numbers_of_the_table(void **state)
{
	(void)state;
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		bool good = birth_number_is_valid(kpss_str(table[i].digits)) == table[i].valid;
		if (!good)
			print_error("%s: %s\n", table[i].digits, table[i].why);
		wrong += !good;
	}

	assert_int_equal(wrong, 0);
}

static const struct {
	const char *text;
	const char *found; /* NULL: nothing */
} texts[] = {
	{"Paní X, 545101/1236, bydlí v domově.", "545101/1236"},
	{"5451011236", "5451011236"},
	{"„545101/1236“", "545101/1236"},
	{"– 545101/1236 –", "545101/1236"},
	{"nar.\xC2\xA0"
	 "545101/1236\xC2\xA0prosí",
		"545101/1236"},
	{"Narozena 545101/1236.", "545101/1236"},
	{"r.č.545101/1236", "545101/1236"},
	{"rodné_číslo: 545101/1236", "545101/1236"},
	{"530101/001", "530101/001"},
	{"rodné číslo 530101001", "530101001"},
	{"RČ: 530101001", "530101001"},
	{"120101001", "120101001"},
	{"telefon 602123456, rodné číslo 530101001", "530101001"},
	{"č. j. 12/2025, žadatelka 545101/1236, tel. 602123456", NULL},
	/* A telephone of Prague that would do as a birth number. */
	{"telefon: 241012345", NULL},
	{"241012345", NULL},
	{"241012/345", "241012/345"},
	{"+5451011236", NULL},
	{"+420241012345", NULL},
	{"ičo: \"00296643\"", NULL},
	{"č. j. 545101/1236", NULL},
	{"čj. 545101/1236", NULL},
	{"číslo_jednací: 545101/1236", NULL},
	{"účet 545101/1236", NULL},
	{"účet 19-545101/1236", NULL},
	{"MUCT/545101/1236", NULL},
	{"MUCT545101/1236", NULL},
	{"545101/1236/MUCT", NULL},
	{"č545101/1236", NULL},
	{"545101/1236č", NULL},
	{"5451011236/0800", NULL},
	{"CZ.03.2.60/0.0/0.0/15_005/5451011236", NULL},
	{"https://www.example.cz/5451011236-zapis", NULL},
	{"https://www.example.cz/?id=5451011236", NULL},
	{"15451011236", NULL},
	{"1.5451011236", NULL},
	{"5451011236.5", NULL},
	{"545101/12367", NULL},
	{"545101/12", NULL},
	{"545101 1236", NULL},
	{"číslo_v_registru: \"5451011236\"", NULL},
	{"částka: 5451011236", NULL},
	{"účet 1\n545101/1236", "545101/1236"},
	{"", NULL},
	{"54510", NULL},
	{"545101", NULL},
	{"545101/", NULL},
};

static void finds_numbers_in_text_and_takes_no_others_for_them(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		size_t at = 0;
		struct kpss_str found = {0};
		const char *expected = texts[i].found ? texts[i].found : "";
		bool any = birth_number_next(kpss_str(texts[i].text), &at, arena, &found);
		bool good = any == (texts[i].found != NULL) &&
			    kpss_str_is(any ? found : kpss_str(""), expected);
		if (!good)
			print_error("%s\n", texts[i].text);
		wrong += !good;
	}

	assert_int_equal(wrong, 0);
	arena_free(arena);
}

static void finds_one_after_the_other(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct kpss_str text = kpss_str("545101/1236, 8403100079;0421010007"), found;
	size_t at = 0;

	assert_true(birth_number_next(text, &at, arena, &found));
	assert_true(kpss_str_is(found, "545101/1236"));
	assert_true(birth_number_next(text, &at, arena, &found));
	assert_true(kpss_str_is(found, "8403100079"));
	assert_true(birth_number_next(text, &at, arena, &found));
	assert_true(kpss_str_is(found, "0421010007"));
	assert_false(birth_number_next(text, &at, arena, &found));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_the_numbers_of_the_table),
		cmocka_unit_test(finds_numbers_in_text_and_takes_no_others_for_them),
		cmocka_unit_test(finds_one_after_the_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
