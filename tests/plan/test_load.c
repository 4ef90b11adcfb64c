#include "plan/load.h"

#include "plan_fixture.h"

/* The kinds that every plan has; the examples of the manual hold all. */
static const uint16_t kinds[] = {KIND_person, KIND_body, KIND_organization, KIND_role, KIND_group, KIND_meeting, KIND_plan,
	KIND_node, KIND_indicator, KIND_budget, KIND_action_plan, KIND_evaluation, KIND_cycle};

static void reads_the_common_kinds_in_english(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture,
		"people:\n  - id: a\nbodies:\n  - {id: b, name: B}\norganizations:\n  - {id: c, "
		"name: C}\n"
		"roles:\n  - {id: d, name: D}\ngroups:\n  - {id: e, name: E}\nmeetings:\n  - {id: "
		"f, body: e, date: 2019-01-01}\n"
		"plans:\n  - {id: g, name: G}\nnodes:\n  - {id: h, name: H, parent: "
		"g}\nindicators:\n  - {id: i, name: I}\n"
		"budgets:\n  - {id: j, node: h, year: 2019}\naction_plans:\n  - {id: k, name: K}\n"
		"evaluations:\n  - {id: l, name: L}\ncycles:\n  - {id: m, name: M}\n");

	assert_string_equal(found, "");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(plan_fixture_count(fixture, kinds[i]), 1);
}

static void reads_the_common_kinds_in_czech(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture,
		"osoby:\n  - id: a\norgány:\n  - {id: b, název: B}\norganizace:\n  - {id: c, "
		"název: C}\n"
		"funkce:\n  - {id: d, název: D}\nskupiny:\n  - {id: e, název: E}\n"
		"jednání:\n  - {id: f, orgán: e, datum: 2019-01-01}\nplány:\n  - {id: g, název: "
		"G}\n"
		"položky:\n  - {id: h, název: H, nadřazená_položka: g}\nindikátory:\n  - {id: i, "
		"název: I}\n"
		"rozpočty:\n  - {id: j, položka: h, rok: 2019}\nakční_plány:\n  - {id: k, název: "
		"K}\n"
		"vyhodnocení:\n  - {id: l, název: L}\ncykly:\n  - {id: m, název: M}\n");

	assert_string_equal(found, "");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(plan_fixture_count(fixture, kinds[i]), 1);
}

static void reads_levels_at_the_left_margin_in_both_languages(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml",
		"goals:\n  - {id: a, name: A, parent: p}\nplans:\n  - {id: p, name: P}\n");
	plan_fixture_file(
		fixture, "b.yaml", "cíle:\n  - {id: b, název: B, nadřazená_položka: p}\n");

	const char *found = plan_fixture_load(fixture);

	assert_string_equal(found, "");
	assert_int_equal(plan_fixture_find(fixture, "a")->level, LEVEL_goal + 1);
	assert_int_equal(plan_fixture_find(fixture, "b")->level, LEVEL_goal + 1);
}

static void nests_items_as_they_are_written(void **state)
{
	struct plan_fixture *fixture = *state;

	plan_fixture_load_one(fixture,
		"plány:\n  - id: p\n    název: P\n    cíle:\n      - id: c\n        název: C\n"
		"        opatření:\n          - id: o\n            název: O\n");

	const struct entity *measure = plan_fixture_find(fixture, "o"),
			    *goal = plan_fixture_find(fixture, "c");
	assert_ptr_equal(measure->parent, goal);
	assert_ptr_equal(goal->parent, plan_fixture_find(fixture, "p"));
	assert_int_equal(measure->level, LEVEL_measure + 1);
	assert_int_equal(measure->kind, KIND_node);
}

static void lists_a_kind_in_the_order_of_files_and_places(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml", "osoby:\n  - id: x\n");
	plan_fixture_file(fixture, "a.yaml", "osoby:\n  - id: z\n  - id: y\n");

	plan_fixture_load(fixture);

	uint32_t count;
	const struct entity *const *people = plan_kind(fixture->plan, KIND_person, &count);
	assert_int_equal(count, 3);
	assert_true(kpss_str_is(people[0]->id, "z"));
	assert_true(kpss_str_is(people[1]->id, "y"));
	assert_true(kpss_str_is(people[2]->id, "x"));
}

static void counts_the_files_of_the_plan(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "osoby: []\n");
	plan_fixture_file(fixture, "web.yaml", "site: x\n");
	plan_fixture_file(fixture, "pravidla.yaml", "název: X\n");
	plan_fixture_file(fixture, "zlomeny.yaml", "osoby: [\n");

	plan_fixture_load(fixture);

	assert_int_equal(plan_file_count(fixture->plan), 4);
	assert_true(kpss_str_is(plan_town(fixture->plan), "Lhota"));
}

static void takes_a_misspelled_kind_for_an_error(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture, "opatreni: []\n");

	assert_string_equal(found, "unknown-kind a.yaml 1 1\n");
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[1].text, "opatření"));
}

static void reads_a_misspelled_kind_as_the_one_that_was_meant(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "skupyny:\n  - id: ps\n    název: PS\n");
	plan_fixture_file(
		fixture, "b.yaml", "jednání:\n  - {id: j, orgán: ps, datum: 2019-01-01}\n");

	const char *found = plan_fixture_load(fixture);

	assert_string_equal(found, "unknown-kind a.yaml 1 1\n");
	assert_non_null(plan_fixture_find(fixture, "ps"));
}

static void takes_an_unknown_word_beside_known_ones_for_an_error(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture, "osoby: []\nposlední_změna: včera\n");

	assert_string_equal(found, "unknown-kind a.yaml 2 1\n");
}

static void takes_an_unknown_word_over_records_for_an_error(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture, "kuchařka:\n  - id: svickova\n");

	assert_string_equal(found, "unknown-kind a.yaml 1 1\n");
	assert_true(memmem(fixture->findings.items[0].arguments[1].text.ptr,
			    fixture->findings.items[0].arguments[1].text.len, "osoby", 5) != NULL);
}

static void does_not_call_ids_under_an_unknown_word_unknown(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml",
		"kuchařka:\n  - id: svickova\n    přílohy:\n      - id: knedlik\n");
	plan_fixture_file(fixture, "b.yaml",
		"jednání:\n  - {id: j, orgán: svickova, datum: 2019-01-01, "
		"předsedá: knedlik}\n");

	assert_string_equal(plan_fixture_load(fixture), "unknown-kind a.yaml 1 1\n");
}

static void understands_what_people_also_call_a_kind(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(fixture, "lide:\n  - id: novak-j\n");

	assert_string_equal(found, "unknown-kind a.yaml 1 1\n");
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[1].text, "osoby"));
	assert_non_null(plan_fixture_find(fixture, "novak-j"));
}

static void offers_kinds_in_the_language_of_the_repository(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "kpss.yaml", "format: 1\ntown: {name: Lhota}\nvocabulary: en\n");

	plan_fixture_load_one(fixture, "lidé:\n  - id: novak-j\n");

	assert_true(kpss_str_is(fixture->findings.items[0].arguments[1].text, "people"));
	assert_false(plan_is_czech(fixture->plan));
}

static void refuses_one_kind_in_both_languages_in_a_file(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "osoby:\n  - id: a\npeople:\n  - id: b\n");

	assert_string_equal(found, "duplicate-key a.yaml 3 1\n");
	assert_non_null(plan_fixture_find(fixture, "b"));
}

static void wants_a_list_under_a_kind(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "osoby:\n  id: a\nskupiny:\norgány: žádné\n");

	assert_string_equal(
		found, "wrong-type a.yaml 1 1\nempty-value a.yaml 3 1\nwrong-type a.yaml 4 9\n");
}

static void passes_over_a_foreign_file_with_one_note(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "anchors.yaml", "base: &base\n  image: x\nnext: *base\n");
	plan_fixture_file(fixture, "documents.yaml", "a: 1\n---\nb: 2\n");
	plan_fixture_file(fixture, "empty.yaml", "# jen poznámka\n");
	plan_fixture_file(fixture, "list.yaml", "- a\n- b\n");
	plan_fixture_file(fixture, "mark.yaml", "\xEF\xBB\xBFsite: x\n");
	plan_fixture_file(fixture, "mkdocs.yaml",
		"site_name: X\nnav:\n  - Úvod: index.md\nfrom: 2020-01-02\nto: 2020-01-01\n");
	plan_fixture_file(fixture, "nothing.yaml", "");
	plan_fixture_file(fixture, "scalar.yaml", "ahoj\n");
	plan_fixture_file(fixture, "tag.yaml", "x: !env HOME\n");

	const char *found = plan_fixture_load(fixture);

	assert_string_equal(found, "foreign-file anchors.yaml 1 1\nforeign-file documents.yaml 1 "
				   "1\nforeign-file empty.yaml 1 1\n"
				   "foreign-file list.yaml 1 1\nforeign-file mark.yaml 1 "
				   "1\nforeign-file mkdocs.yaml 1 1\n"
				   "foreign-file nothing.yaml 1 1\nforeign-file scalar.yaml 1 "
				   "1\nforeign-file tag.yaml 1 1\n");
	assert_int_equal(plan_file_count(fixture->plan), 1);
}

static void passes_over_a_file_of_another_program_that_shares_a_word(void **state)
{
	const char *found = plan_fixture_load_one(*state,
		"version: \"3\"\nservices:\n  web:\n    image: nginx\nvolumes:\n  data:\n    driver: local\n");

	assert_string_equal(found, "foreign-file a.yaml 1 1\n");
}

static void loses_no_file_with_fields_where_a_list_should_be(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "dash.yaml", "osoby:\n  id: novak-j\n  jméno: Jan Novák\nvýbor: x\n");
	plan_fixture_file(fixture, "list.yaml", "osoby:\n  a: {jméno: A}\nkruhy: x\nslužby: []\n");
	plan_fixture_file(fixture, "near.yaml", "osobi:\n  novak-j:\n    jméno: Jan Novák\n");
	plan_fixture_file(fixture, "only.yaml", "osoby:\n  novak-j:\n    jméno: Jan Novák\n");

	const char *found = plan_fixture_load(fixture);

	assert_string_equal(found,
		"wrong-type dash.yaml 1 1\nunknown-kind dash.yaml 4 1\nwrong-type list.yaml 1 1\n"
		"unknown-kind list.yaml 3 1\nunknown-kind near.yaml 1 1\nwrong-type only.yaml 1 1\n");
}

static void shows_rules_nothing_of_a_foreign_file(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "osoby: []\n");
	plan_fixture_file(fixture, "web.yaml", "site: x\n");

	plan_fixture_load(fixture);

	uint32_t count;
	const struct document *documents = plan_documents(fixture->plan, &count);
	assert_int_equal(count, 1);
	assert_true(kpss_str_is(documents[0].source->path, "a.yaml"));
}

static void says_only_why_a_broken_file_is_broken(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(
		fixture, "skupiny.yaml", "skupiny:\n  - id: ps\n    neznámé: x\n<<<<<<< HEAD\n");
	plan_fixture_file(
		fixture, "jednani.yaml", "jednání:\n  - {id: j, orgán: ps, datum: 2019-01-01}\n");

	assert_string_equal(plan_fixture_load(fixture), "merge-conflict skupiny.yaml 4 1\n");
}

static void still_reports_other_references_beside_a_broken_file(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "skupiny.yaml", "<<<<<<< HEAD\nskupiny:\n  - id: ps\n");
	plan_fixture_file(fixture, "jednani.yaml",
		"jednání:\n  - {id: j, orgán: ps-jina, datum: 2019-01-01}\n");

	assert_string_equal(plan_fixture_load(fixture),
		"dangling-reference jednani.yaml 2 20\nmerge-conflict skupiny.yaml 1 1\n");
}

static void takes_a_broken_file_under_an_unknown_word_for_one_of_the_plan(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "kuchařka:\n    - id: svickova\n<<<<<<< HEAD\n");
	plan_fixture_file(
		fixture, "b.yaml", "jednání:\n  - {id: j, orgán: svickova, datum: 2019-01-01}\n");

	assert_string_equal(plan_fixture_load(fixture), "merge-conflict a.yaml 3 1\n");
}

static void takes_a_broken_file_with_deep_ids_for_foreign(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = plan_fixture_load_one(
		fixture, "jobs:\n  build:\n    steps:\n      - id: a\n<<<<<<< HEAD\n");

	assert_string_equal(found, "foreign-file a.yaml 1 1\n");
}

static void knows_ids_of_a_broken_file_in_windows_1250(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "jedn\xE1n\xED:\n  - id: porada\n");
	plan_fixture_file(fixture, "b.yaml",
		"skupiny:\n  - id: ps\n    název: PS\n    vedoucí:\n      - osoba: porada\n");

	assert_string_equal(plan_fixture_load(fixture), "not-utf8 a.yaml 1 5\n");
}

static void does_not_take_an_id_of_a_broken_file_for_a_first_use(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "osoby:\n  - id: novak-j\n<<<<<<< HEAD\n");
	plan_fixture_file(fixture, "b.yaml", "osoby:\n  - id: novak-j\n");

	assert_string_equal(plan_fixture_load(fixture), "merge-conflict a.yaml 3 1\n");

	assert_non_null(plan_fixture_find(fixture, "novak-j"));
}

static void knows_the_kinds_of_a_broken_file_in_windows_1250(void **state)
{
	const char *found = plan_fixture_load_one(*state, "d\xEDl\xE8\xED_c\xEDle: dopln\xED"
							  "me\n");

	assert_string_equal(found, "not-utf8 a.yaml 1 2\n");
}

static void says_why_kpss_yaml_is_broken_and_reads_the_rest(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "kpss.yaml", "formát: 1\n<<<<<<< HEAD\n");

	const char *found = plan_fixture_load_one(fixture, "osoby:\n  - id: a\n");

	assert_true(fixture->loaded);
	assert_string_equal(found, "merge-conflict kpss.yaml 2 1\n");
	assert_non_null(plan_fixture_find(fixture, "a"));
}

static void wants_in_kpss_yaml_what_it_cannot_do_without(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "kpss.yaml", "slovník: cs\n");

	assert_string_equal(plan_fixture_load(fixture),
		"missing-field kpss.yaml 1 1\nmissing-field kpss.yaml 1 1\n");
}

static void refuses_a_newer_format_with_one_finding(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "kpss.yaml", "formát: 2\nnovinka: x\n");

	const char *found = plan_fixture_load_one(fixture, "osoby:\n  - id: a\n    neznámé: x\n");

	assert_false(fixture->loaded);
	assert_string_equal(found, "format-version kpss.yaml 1 9\n");
}

static void holds_nothing_when_it_refused(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "osoby:\n  - id: a\n");
	struct memory_file newer = {"kpss.yaml", kpss_str("format: 2\n")};
	struct snapshot *snapshot = snapshot_memory(&newer, 1);

	assert_false(plan_load(fixture->plan, snapshot, &fixture->findings));

	uint32_t count;
	snapshot_close(snapshot);
	assert_int_equal(plan_fixture_count(fixture, KIND_person), 0);
	assert_null(plan_fixture_find(fixture, "a"));
	plan_documents(fixture->plan, &count);
	assert_int_equal(count, 0);
}

static void refuses_a_repository_whose_root_cannot_be_read(void **state)
{
	struct plan_fixture *fixture = *state;
	struct snapshot *snapshot = snapshot_memory(NULL, 0);

	bool loaded = plan_load(fixture->plan, snapshot, &fixture->findings);

	snapshot_close(snapshot);
	assert_false(loaded);
	assert_string_equal(
		listed(&fixture->text, &fixture->findings), "cannot-read kpss.yaml 1 1\n");
}

static void leaves_out_what_kpss_yaml_ignores(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(
		fixture, "kpss.yaml", "formát: 1\nměsto: {název: Lhota}\nnečíst:\n  - web/\n");
	plan_fixture_file(fixture, "web/a.yaml", "osoby: [\n");

	assert_string_equal(plan_fixture_load(fixture), "");
}

static void leaves_it_out_when_the_rest_of_kpss_yaml_is_broken(void **state)
{
	static const char *const broken[] = {
		"formát: 1\nměsto:\n  název: Lhota: Horní\nnečíst:\n  - web/\n",
		"ignore:\n# not ours\n- web/\nmě\tsto: [\n",
		"formát: 1\nnečíst: [web]\nměsto: {název: Lhota\n",
	};
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "web/a.yaml", "osoby: [\n");
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		fixture->count = 1;
		plan_fixture_file(fixture, "kpss.yaml", broken[i]);
		findings_clear(&fixture->findings);
		findings_init(&fixture->findings);
		plan_fixture_load(fixture);
		assert_int_equal(fixture->findings.count, 1);
		assert_true(
			kpss_str_is(fixture->findings.items[0].where.source->path, "kpss.yaml"));
	}
}

static void reads_the_rules_of_the_town_from_either_file(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "profile.yaml", "name: X\n");

	assert_string_equal(plan_fixture_load(fixture), "");

	assert_true(kpss_str_is(value_text(field(plan_profile(fixture->plan), WORD_name)), "X"));
}

static void refuses_two_profiles(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "profile.yaml", "name: X\n");
	plan_fixture_file(fixture, "pravidla.yaml", "název: Z\n");

	const char *found = plan_fixture_load(fixture);

	assert_string_equal(found, "two-profiles profile.yaml 1 1\n");
	assert_true(kpss_str_is(fixture->findings.items[0].related.source->path, "pravidla.yaml"));
}

static void takes_a_profile_in_another_folder_for_any_file(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "stare/pravidla.yaml", "název: Z\n");

	assert_string_equal(plan_fixture_load(fixture), "foreign-file stare/pravidla.yaml 1 1\n");
}

static void refuses_an_id_used_twice_whatever_the_kinds(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "osoby:\n  - id: seniori\n");
	plan_fixture_file(fixture, "b.yaml", "skupiny:\n  - id: seniori\n    název: Senioři\n");

	const char *found = plan_fixture_load(fixture);

	assert_string_equal(found, "duplicate-id b.yaml 2 9\n");
	assert_true(kpss_str_is(fixture->findings.items[0].related.source->path, "a.yaml"));
}

static void reports_every_further_use_of_an_id(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "osoby:\n  - id: a\n  - id: a\n  - id: a\n");

	assert_string_equal(found, "duplicate-id a.yaml 3 9\nduplicate-id a.yaml 4 9\n");
}

static void counts_ids_of_parts_too(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found =
		plan_fixture_load_one(fixture, "plány:\n  - id: p\n    název: P\n    části:\n"
					       "      - {id: p, název: Část}\n");

	assert_string_equal(found, "duplicate-id a.yaml 5 14\n");
}

static void holds_many_records(void **state)
{
	struct plan_fixture *fixture = *state;
	struct buf many = {0};
	buf_add_text(&many, "osoby:\n");
	for (int i = 0; i < 3000; i++)
		buf_addf(&many, "  - id: osoba-%d\n", i);
	buf_add_char(&many, '\0');

	const char *found = plan_fixture_load_one(fixture, many.ptr);

	assert_string_equal(found, "");
	assert_int_equal(plan_fixture_count(fixture, KIND_person), 3000);
	for (int i = 0; i < 3000; i++) {
		char id[32];
		snprintf(id, sizeof id, "osoba-%d", i);
		assert_non_null(plan_fixture_find(fixture, id));
	}
	buf_clear(&many);
}

static void has_nothing_of_the_repository_before(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", "název: X\n");
	plan_fixture_file(fixture, "kpss.yaml", "format: 1\ntown: {name: Lhota}\nvocabulary: en\n");
	plan_fixture_load_one(fixture, "osoby:\n  - id: a\nskupiny:\n  - id: ps\n    name: PS\n    "
				       "members:\n      - person: b\n");
	findings_reset(&fixture->findings);
	fixture->count = 0;

	const char *found = plan_fixture_load_one(fixture, "osoby:\n  - id: b\n");

	assert_string_equal(found, "");
	assert_null(plan_fixture_find(fixture, "a"));
	assert_non_null(plan_fixture_find(fixture, "b"));
	assert_int_equal(plan_fixture_count(fixture, KIND_group), 0);
	assert_true(is_absent(field(plan_profile(fixture->plan), WORD_name)));
	assert_null(plan_profile_document(fixture->plan));
	assert_int_equal(plan_file_count(fixture->plan), 2);
	assert_true(plan_is_czech(fixture->plan));
}

static void is_the_same_when_loaded_again(void **state)
{
	struct plan_fixture *fixture = *state;
	struct arena *arena = arena_new();
	plan_fixture_file(fixture, "web.yaml", "site: x\n");

	const char *found =
		plan_fixture_load_one(fixture, "osoby:\n  - id: a\n  - id: a\n    jmeno: x\n");
	struct kpss_str first = arena_text(arena, kpss_str(found));
	findings_reset(&fixture->findings);
	const char *second = plan_fixture_load(fixture);

	assert_string_equal(first.ptr, second);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(reads_the_common_kinds_in_english),
		PLAN_TEST(reads_the_common_kinds_in_czech),
		PLAN_TEST(reads_levels_at_the_left_margin_in_both_languages),
		PLAN_TEST(nests_items_as_they_are_written),
		PLAN_TEST(lists_a_kind_in_the_order_of_files_and_places),
		PLAN_TEST(counts_the_files_of_the_plan),
		PLAN_TEST(takes_a_misspelled_kind_for_an_error),
		PLAN_TEST(reads_a_misspelled_kind_as_the_one_that_was_meant),
		PLAN_TEST(takes_an_unknown_word_beside_known_ones_for_an_error),
		PLAN_TEST(takes_an_unknown_word_over_records_for_an_error),
		PLAN_TEST(does_not_call_ids_under_an_unknown_word_unknown),
		PLAN_TEST(understands_what_people_also_call_a_kind),
		PLAN_TEST(offers_kinds_in_the_language_of_the_repository),
		PLAN_TEST(refuses_one_kind_in_both_languages_in_a_file),
		PLAN_TEST(wants_a_list_under_a_kind),
		PLAN_TEST(passes_over_a_foreign_file_with_one_note),
		PLAN_TEST(passes_over_a_file_of_another_program_that_shares_a_word),
		PLAN_TEST(loses_no_file_with_fields_where_a_list_should_be),
		PLAN_TEST(shows_rules_nothing_of_a_foreign_file),
		PLAN_TEST(says_only_why_a_broken_file_is_broken),
		PLAN_TEST(still_reports_other_references_beside_a_broken_file),
		PLAN_TEST(takes_a_broken_file_under_an_unknown_word_for_one_of_the_plan),
		PLAN_TEST(takes_a_broken_file_with_deep_ids_for_foreign),
		PLAN_TEST(knows_ids_of_a_broken_file_in_windows_1250),
		PLAN_TEST(does_not_take_an_id_of_a_broken_file_for_a_first_use),
		PLAN_TEST(knows_the_kinds_of_a_broken_file_in_windows_1250),
		PLAN_TEST(says_why_kpss_yaml_is_broken_and_reads_the_rest),
		PLAN_TEST(wants_in_kpss_yaml_what_it_cannot_do_without),
		PLAN_TEST(refuses_a_newer_format_with_one_finding),
		PLAN_TEST(holds_nothing_when_it_refused),
		PLAN_TEST(refuses_a_repository_whose_root_cannot_be_read),
		PLAN_TEST(leaves_out_what_kpss_yaml_ignores),
		PLAN_TEST(leaves_it_out_when_the_rest_of_kpss_yaml_is_broken),
		PLAN_TEST(reads_the_rules_of_the_town_from_either_file),
		PLAN_TEST(refuses_two_profiles),
		PLAN_TEST(takes_a_profile_in_another_folder_for_any_file),
		PLAN_TEST(refuses_an_id_used_twice_whatever_the_kinds),
		PLAN_TEST(reports_every_further_use_of_an_id),
		PLAN_TEST(counts_ids_of_parts_too),
		PLAN_TEST(holds_many_records),
		PLAN_TEST(has_nothing_of_the_repository_before),
		PLAN_TEST(is_the_same_when_loaded_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
