#include "town/personal_name.h"

#include "base/arena.h"
#include "test.h"

static const struct {
	const char *text;
	bool is_name;
} table[] = {
	{"Jana Nováková", true},
	{"Novák Jiří", true},
	{"Ing. Pavel Dvořák", true},
	{"Mgr. Šárka Žižková, Ph.D.", true},
	{"Hájková, Lenka", true},
	{"Jana Nováková-Malá", true},
	{"Občanka Jana Nováková", true},
	{"Marie Anna Kubová", true},
	{"občanka", false},
	{"rodič žáka", false},
	{"jana nováková", false},
	{"Jana", false},
	{"Český Těšín", false},
	{"Občan Českého Těšína", false},
	{"Domov Jana Amose", false},
	{"Charita Ludmila", false},
	{"Jana a Pavel", false},
	{"Adam, spolek rodičů", false},
	{"Nadace Jana Husa", false},
	{"JANA NOVÁKOVÁ", false},
	{"Jan 23", false},
	{"Dětský Klub Marie Montessori", false},
	{"Rodiče Z Lípové Marie", false},
	{"Ing. Mgr.", false},
	{"", false},
};

static void tells_names_of_people_from_other_labels(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		bool good =
			text_is_personal_name(kpss_str(table[i].text), arena) == table[i].is_name;
		if (!good)
			print_error("%s\n", table[i].text);
		wrong += !good;
	}

	assert_int_equal(wrong, 0);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_names_of_people_from_other_labels),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
