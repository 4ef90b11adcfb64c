#include "history/canonical.h"

#include "plan_fixture.h"

static const char *json(struct plan_fixture *fixture, const char *id)
{
	struct kpss_str text = canonical_document(
		fixture->plan, plan_fixture_find(fixture, id), fixture->findings.arena);
	return arena_text(fixture->findings.arena, text).ptr;
}

static const char *json_of(struct plan_fixture *fixture, const char *file, const char *id)
{
	fixture->count = 0;
	plan_fixture_load_one(fixture, file);
	return json(fixture, id);
}

static void says_all_of_a_document_and_nothing_else(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *text = json_of(fixture,
		"plány:\n"
		"  - id: p\n"
		"    název: Plán\n"
		"    pořadí: 6.0\n"
		"    cíle:\n"
		"      - id: c\n"
		"        název: Cíl\n"
		"        opatření:\n"
		"          - {id: m, název: Péče, povaha: měkká, průběžně: true, náklady: "
		"[{částka: 10.50, rok: 2025}]}\n"
		"  - {id: q, název: Jiný}\n"
		"části:\n"
		"  - {id: a, název: Analýza, patří_do: p}\n"
		"schválení:\n"
		"  - {id: s, předmět: p}\n"
		"vyhodnocení:\n"
		"  - {id: v, název: V, plán: p}\n"
		"akční_plány:\n"
		"  - {id: ap, název: AP, plán: p}\n",
		"p");

	assert_string_equal(text,
		"{\"document\":\"p\",\"format\":\"kpss-sha256-v1\",\"records\":["
		"{\"fields\":{\"costs\":[{\"amount\":10.5,\"year\":2025}],\"name\":\"Péče\","
		"\"nature\":\"soft\",\"ongoing\":true},"
		"\"id\":\"m\",\"kind\":\"node\",\"level\":\"measure\",\"under\":\"c\"},"
		"{\"fields\":{\"name\":\"Analýza\"},\"id\":\"a\",\"kind\":\"part\",\"under\":\"p\"}"
		","
		"{\"fields\":{\"name\":\"Cíl\"},\"id\":\"c\",\"kind\":\"node\",\"level\":\"goal\","
		"\"under\":\"p\"},"
		"{\"fields\":{\"name\":\"Plán\",\"ordinal\":6},\"id\":\"p\",\"kind\":\"plan\"}]}");
}

static void is_the_same_whatever_the_vocabulary_layout_and_order(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *czech = json_of(fixture,
		"opatření:\n"
		"  - {id: m, název: 'Péče  doma', nadřazená_položka: p, výstupy: [jedna, dvě], "
		"popis: ~}\n"
		"plány:\n"
		"  - id: p\n"
		"    název: Plán\n",
		"p");
	const char *english = json_of(fixture,
		"# A comment.\n"
		"plans:\n"
		"  - name: \"Plán\"\n"
		"    id: p\n"
		"    measures:\n"
		"      - outputs:\n"
		"          - dvě\n"
		"          - jedna\n"
		"        name: >\n"
		"          Péče\n"
		"          doma\n"
		"        id: m\n",
		"p");

	assert_string_equal(czech, english);
}

static void changes_with_a_word_and_with_the_place_of_an_item(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *first = json_of(fixture,
		"plány: [{id: p, název: P, cíle: [{id: a, název: A}, {id: b, název: B, opatření: "
		"[{id: m, název: M}]}]}]\n",
		"p");
	const char *moved = json_of(fixture,
		"plány: [{id: p, název: P, cíle: [{id: a, název: A, opatření: [{id: m, název: "
		"M}]}, {id: b, název: B}]}]\n",
		"p");
	const char *said = json_of(fixture,
		"plány: [{id: p, název: P, cíle: [{id: a, název: A}, {id: b, název: B, opatření: "
		"[{id: m, název: N}]}]}]\n",
		"p");

	assert_string_not_equal(first, moved);
	assert_string_not_equal(first, said);
}

static void keeps_a_whole_number_that_no_double_holds(void **state)
{
	struct plan_fixture *fixture = *state;
	const char *text =
		json_of(fixture, "plány: [{id: p, název: P, pořadí: 9007199254740993}]\n", "p");

	assert_non_null(strstr(text, "\"ordinal\":\"9007199254740993\""));
}

/* Of {"document":"p","format":"kpss-sha256-v1","records":[{"fields":{"name":"P"},"id":"p","kind":"plan"}]}: what was pinned once
 * must be found again by every later program. */
static void has_the_hash_that_it_has_always_had(void **state)
{
	struct plan_fixture *fixture = *state;
	char hash[SHA256_TEXT_SIZE];
	json_of(fixture, "plány: [{id: p, název: P}]\n", "p");

	canonical_hash(
		fixture->plan, plan_fixture_find(fixture, "p"), fixture->findings.arena, hash);

	assert_string_equal(
		hash, "93d6a9ba02b6bd71d6fdb0afa761988ee05eaa663e27ac31da9fd668b46822eb");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(says_all_of_a_document_and_nothing_else),
		PLAN_TEST(is_the_same_whatever_the_vocabulary_layout_and_order),
		PLAN_TEST(changes_with_a_word_and_with_the_place_of_an_item),
		PLAN_TEST(keeps_a_whole_number_that_no_double_holds),
		PLAN_TEST(has_the_hash_that_it_has_always_had),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
