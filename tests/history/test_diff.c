#include "history/diff.h"

#include "history/diff_fixture.h"

static void tells_nothing_of_layout_order_comments_quotes_and_vocabulary(void **state)
{
	const char *lines = diff_of(*state,
		"opatření:\n"
		"  - id: m\n"
		"    název: Péče doma\n"
		"    popis: >\n"
		"      Pečovatelská služba\n"
		"      do pozdního večera.\n"
		"    roky: [2024, 2025]\n"
		"    povaha: měkká\n"
		"  - {id: n, název: N, kód: '2.1'}\n",
		"# jinak zapsáno\n"
		"measures:\n"
		"  - {id: n, code: \"2.1\", name: N}\n"
		"  - id: m\n"
		"    nature: soft   # comment\n"
		"    years:\n"
		"      - 2025\n"
		"      - 2024\n"
		"    description: Pečovatelská služba do pozdního večera.\n"
		"    name: 'Péče doma'\n");

	assert_string_equal(lines, "");
}

static void tells_added_removed_and_changed_records_in_the_order_of_their_codes(void **state)
{
	const char *lines = diff_of(*state,
		"opatření:\n"
		"  - {id: a, název: A, kód: '2.10'}\n"
		"  - {id: b, název: B, kód: '2.2'}\n",
		"opatření:\n"
		"  - {id: b, název: Bb, kód: '2.2'}\n"
		"  - {id: c, název: C, kód: '2.9'}\n");

	assert_string_equal(lines, "~ b\n  field name: B -> Bb\n+ c\n- a\n");
}

static void tells_a_record_that_stands_elsewhere_as_moved(void **state)
{
	const char *lines = diff_of(*state,
		"cíle:\n"
		"  - {id: c1, název: C1, opatření: [{id: m, název: M}]}\n"
		"  - {id: c2, název: C2}\n",
		"cíle:\n"
		"  - {id: c1, název: C1}\n"
		"  - {id: c2, název: C2, opatření: [{id: m, název: M}]}\n");

	assert_string_equal(lines, "~ m\n  moved c1 -> c2\n");
}

static void sees_no_move_where_a_record_names_what_it_stood_in(void **state)
{
	const char *lines = diff_of(*state,
		"cíle:\n  - {id: c, název: C, opatření: [{id: m, název: M}]}\n"
		"jednání:\n  - {id: j, datum: 2024-05-02, úkoly: [{úkol: Pozvat}]}\n",
		"opatření:\n  - {id: m, název: M, nadřazená_položka: c}\n"
		"cíle:\n  - {id: c, název: C}\n"
		"úkoly:\n  - {úkol: Pozvat, jednání: j}\n"
		"jednání:\n  - {id: j, datum: 2024-05-02}\n");

	assert_string_equal(lines, "");
}

static void tells_another_level_and_another_code(void **state)
{
	const char *lines = diff_of(*state, "opatření:\n  - {id: m, název: M, kód: '1.1'}\n",
		"aktivity:\n  - {id: m, název: M, kód: '1.2'}\n");

	assert_string_equal(lines, "~ m\n  level \n  renumbered code: 1.1 -> 1.2\n");
}

static void pairs_records_without_an_id_by_where_they_stand_and_what_they_say(void **state)
{
	const char *lines = diff_of(*state,
		"jednání:\n  - {id: j, datum: 2024-05-02, úkoly: [{úkol: Pozvat}, {úkol: "
		"Zvolit}]}\n",
		"jednání:\n  - {id: j, datum: 2024-05-02, úkoly: [{úkol: Zvolit, plnění: hotovo}, "
		"{úkol: "
		"Pozvat}]}\n");

	assert_string_equal(lines, "~ \n  field status_text:  -> hotovo\n");
}

static void names_the_way_to_a_field_inside_others(void **state)
{
	const char *lines = diff_of(*state,
		"skupiny:\n  - {id: s, název: S, jednací_řád: {schválen: 2020-01-02, usnesení: "
		"'1'}}\n",
		"skupiny:\n  - {id: s, název: S, jednací_řád: {schválen: 2024-01-02, usnesení: "
		"'1'}}\n");

	assert_string_equal(
		lines, "~ s\n  field rules_of_procedure.approved: 2020-01-02 -> 2024-01-02\n");
}

static void tells_memberships_begun_and_ended(void **state)
{
	const char *lines = diff_of(*state,
		"skupiny:\n  - id: s\n    název: S\n    členové:\n"
		"      - {osoba: novak, od: 2020-01-01}\n"
		"      - {osoba: dvorak, od: 2020-01-01, do: 2021-12-31}\n"
		"      - {osoba: dvorak, od: 2023-01-01}\n"
		"      - {osoba: stara, od: 2020-01-01}\n",
		"skupiny:\n  - id: s\n    název: S\n    členové:\n"
		"      - {osoba: nova, od: 2024-02-01}\n"
		"      - {osoba: dvorak, od: 2023-01-01, do: 2024-06-30}\n"
		"      - {osoba: dvorak, od: 2020-01-01, do: 2021-12-31}\n"
		"      - {osoba: novak, od: 2020-01-01, strana: uživatel}\n");

	assert_string_equal(lines, "~ s\n"
				   "  item removed members: {stara} -> \n"
				   "  begun members:  -> {nova}\n"
				   "  ended members[dvorak 2023-01-01].to:  -> 2024-06-30\n"
				   "  field members[novak].side:  -> user\n");
}

static void tells_apart_two_periods_of_one_person_by_their_beginning(void **state)
{
	const char *lines = diff_of(*state,
		"skupiny:\n  - id: s\n    název: S\n    vedoucí:\n"
		"      - {osoba: d, od: 2020-01-01, do: 2021-12-31}\n"
		"      - {osoba: d, od: 2023-01-01, poznámka: x}\n",
		"skupiny:\n  - id: s\n    název: S\n    vedoucí:\n"
		"      - {osoba: d, od: 2020-01-01, do: 2022-12-31}\n"
		"      - {osoba: d, od: 2023-01-01, poznámka: y}\n");

	assert_string_equal(lines, "~ s\n"
				   "  field leaders[d 2020-01-01].to: 2021-12-31 -> 2022-12-31\n"
				   "  field leaders[d 2023-01-01].note: x -> y\n");
}

static void pairs_texts_of_a_list_that_share_most_words(void **state)
{
	const char *lines = diff_of(*state,
		"opatření:\n  - {id: m, název: M, výstupy: [Dvě nové služby v terénu, Katalog]}\n",
		"opatření:\n  - {id: m, název: M, výstupy: [Leták, Tři nové služby v terénu]}\n");

	assert_string_equal(lines,
		"~ m\n"
		"  item removed outputs: Katalog -> \n"
		"  item added outputs:  -> Leták\n"
		"  field outputs: Dvě nové služby v terénu -> Tři nové služby v terénu\n");
}

static void reads_a_status_by_its_code_or_its_label(void **state)
{
	struct diff_fixture *fixture = *state;
	const char *profile = "stavy:\n  - {kód: s, označení: splněno, třída: splněno}\n";
	plan_fixture_file(fixture->before, "pravidla.yaml", profile);
	plan_fixture_file(fixture->after, "pravidla.yaml", profile);

	const char *lines = diff_of(fixture, "opatření:\n  - {id: m, název: M, stav: s}\n",
		"opatření:\n  - {id: m, název: M, stav: splněno}\n");

	assert_string_equal(lines, "");
}

static void counts_binding_fields_apart(void **state)
{
	struct diff_fixture *fixture = *state;
	const char *profile =
		"závazné_údaje:\n  - {druh: opatření, údaje: [název, nadřazená_položka]}\n";
	plan_fixture_file(fixture->before, "pravidla.yaml", profile);
	plan_fixture_file(fixture->after, "pravidla.yaml", profile);

	const char *lines = diff_of(fixture,
		"opatření:\n  - {id: m, název: M, popis: x}\n  - {id: n, název: N}\n"
		"cíle:\n  - {id: c, název: C}\n",
		"opatření:\n  - {id: m, název: Mm, popis: y, nadřazená_položka: c}\n"
		"cíle:\n  - {id: c, název: Cc}\n");

	assert_string_equal(lines, "~ c\n  field name: C -> Cc\n"
				   "~ m\n"
				   "  moved  -> c (binding)\n"
				   "  field name: M -> Mm (binding)\n"
				   "  field description: x -> y\n"
				   "- n\n");
	assert_int_equal(fixture->diff.binding, 3);
}

static void tells_money_in_its_unit(void **state)
{
	struct diff_fixture *fixture = *state;
	diff_of(fixture,
		"rozpočty:\n  - {id: r, jednotka: tis_kč, zdroje: [{zdroj: kraj, částka: 1200}]}\n",
		"rozpočty:\n  - {id: r, jednotka: tis_kč, zdroje: [{zdroj: kraj, částka: "
		"1450.5}]}\n");

	const struct diff_change *change = fixture->diff.records[0].changes;

	assert_true(change->money.is_money);
	assert_int_equal(change->money.after - change->money.before, 25050);
	assert_int_equal(change->money.unit_after, WORD_thousand_czk);
	assert_string_equal(diff_path(change, fixture->arena).ptr, "sources[kraj].amount");
}

static void compares_own_fields_extra_and_the_profile(void **state)
{
	struct diff_fixture *fixture = *state;
	plan_fixture_file(fixture->after, "pravidla.yaml",
		"vlastní_údaje:\n  - {druh: opatření, klíč_česky: trasa, klíč_anglicky: route, "
		"typ: text}\n");

	const char *lines =
		diff_of(fixture, "opatření:\n  - {id: m, název: M, navíc: {a: {b: 1}}}\n",
			"opatření:\n  - {id: m, název: M, trasa: sever, navíc: {a: {b: 2}}}\n");

	assert_string_equal(lines, "~ profile\n"
				   "  item added own_fields:  -> {}\n"
				   "~ m\n"
				   "  field extra.a.b: 1 -> 2\n"
				   "  field route:  -> sever\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DIFF_TEST(tells_nothing_of_layout_order_comments_quotes_and_vocabulary),
		DIFF_TEST(tells_added_removed_and_changed_records_in_the_order_of_their_codes),
		DIFF_TEST(tells_a_record_that_stands_elsewhere_as_moved),
		DIFF_TEST(sees_no_move_where_a_record_names_what_it_stood_in),
		DIFF_TEST(tells_another_level_and_another_code),
		DIFF_TEST(pairs_records_without_an_id_by_where_they_stand_and_what_they_say),
		DIFF_TEST(names_the_way_to_a_field_inside_others),
		DIFF_TEST(tells_memberships_begun_and_ended),
		DIFF_TEST(tells_apart_two_periods_of_one_person_by_their_beginning),
		DIFF_TEST(pairs_texts_of_a_list_that_share_most_words),
		DIFF_TEST(reads_a_status_by_its_code_or_its_label),
		DIFF_TEST(counts_binding_fields_apart),
		DIFF_TEST(tells_money_in_its_unit),
		DIFF_TEST(compares_own_fields_extra_and_the_profile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
