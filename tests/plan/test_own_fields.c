#include "plan/plan.h"

#include "plan_fixture.h"
#include "schema/addition.h"

/* A profile that declares fields, each a mapping of its own line: the first is on line 2. */
static void declare(struct plan_fixture *fixture, const char *own_fields)
{
	struct kpss_str text = arena_format(fixture->findings.arena, "own_fields:\n%s", own_fields);
	plan_fixture_file(fixture, "profile.yaml", text.ptr);
}

static void declare_czech(struct plan_fixture *fixture, const char *own_fields)
{
	struct kpss_str text =
		arena_format(fixture->findings.arena, "vlastní_údaje:\n%s", own_fields);
	plan_fixture_file(fixture, "pravidla.yaml", text.ptr);
}

/* Group g with one more line, which is line 4. */
static const char *load_group(struct plan_fixture *fixture, const char *line)
{
	return plan_fixture_load_one(
		fixture, arena_format(fixture->findings.arena,
				 "groups:\n  - id: g\n    name: G\n    %s\n", line)
				 .ptr);
}

static const char *first_argument(struct plan_fixture *fixture, size_t index)
{
	return arena_text(fixture->findings.arena, fixture->findings.items[0].arguments[index].text)
		.ptr;
}

/* The JSON of the only own field. */
static const char *json_of(struct plan_fixture *fixture)
{
	uint32_t count;
	const struct schema_addition *own = plan_own_fields(fixture->plan, &count);
	assert_int_equal(count, 1);
	return own->json;
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("‘%s’ is not in ‘%s’", part, text);
}

static void has_none_where_none_is_declared(void **state)
{
	struct plan_fixture *fixture = *state;
	uint32_t count;

	load_group(fixture, "note: x");

	assert_null(plan_own_fields(fixture->plan, &count));
	assert_int_equal(count, 0);
	assert_ptr_equal(plan_schema(fixture->plan), &schema_embedded);
}

static void reads_an_own_field_in_both_vocabularies(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture,
		"  - {kind: group, key_en: founded_in, key_cs: rok_vzniku, value_type: year}\n");
	plan_fixture_file(
		fixture, "b.yaml", "skupiny:\n  - id: h\n    název: H\n    rok_vzniku: 2019\n");

	assert_string_equal(load_group(fixture, "founded_in: 2020"), "");

	uint32_t count;
	assert_string_equal(plan_own_fields(fixture->plan, &count)->name, "founded_in");
	assert_int_equal(count, 1);
	assert_int_equal(plan_own_fields(fixture->plan, &count)->kind, KIND_group);
}

static void reads_a_declaration_in_czech(void **state)
{
	struct plan_fixture *fixture = *state;
	declare_czech(fixture, "  - {druh: skupiny, klíč_česky: rok_vzniku, typ: rok}\n");

	assert_string_equal(load_group(fixture, "rok_vzniku: 1"), "out-of-range a.yaml 4 17\n");
}

static void takes_one_key_for_both_vocabularies(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: group, key_en: founded, value_type: year}\n");

	assert_string_equal(load_group(fixture, "founded: 2020"), "");
	assert_has(json_of(fixture), "\"x-kpss-cs\":\"founded\"");
}

static void reads_files_that_come_before_the_profile(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "a.yaml", "groups:\n  - {id: g, name: G, founded: 2020}\n");
	declare(fixture, "  - {kind: group, key_en: founded, value_type: year}\n");

	assert_string_equal(plan_fixture_load(fixture), "");
}

static void refuses_the_field_in_other_kinds(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: person, key_en: founded, value_type: year}\n");

	assert_string_equal(load_group(fixture, "founded: 2020"), "unknown-field a.yaml 4 5\n");
}

static void offers_own_fields_for_a_slip(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: group, key_cs: rok_vzniku, value_type: year}\n");

	assert_string_equal(load_group(fixture, "rok_vznyku: 2019"), "unknown-field a.yaml 4 5\n");
	assert_string_equal(first_argument(fixture, 2), "rok_vzniku");
}

static const struct {
	const char *type, *right, *wrong, *found;
} values[] = {
	{"text", "own: some text", "own: 2.10", "unquoted-text a.yaml 4 10\n"},
	{"text", "own: \"1\"", "own: [a]", "wrong-type a.yaml 4 10\n"},
	{"number", "own: -1.5", "own: many", "wrong-type a.yaml 4 10\n"},
	{"integer", "own: 12", "own: 1.5", "wrong-type a.yaml 4 10\n"},
	{"amount", "own: 1450000.50", "own: 1 450 000", "number-form a.yaml 4 10\n"},
	{"amount", "own: 0", "own: -1", "out-of-range a.yaml 4 10\n"},
	{"amount", "own: 1.25", "own: 1.255", "money-form a.yaml 4 10\n"},
	{"truth", "own: true", "own: ano", "truth-value a.yaml 4 10\n"},
	{"date", "own: 2026-03-12", "own: 12. 3. 2026", "date-form a.yaml 4 10\n"},
	{"year", "own: 2026", "own: 1800", "out-of-range a.yaml 4 10\n"},
	{"choice, choices: [{value_en: big, value_cs: velký}, {value_cs: malý}]", "own: velký",
		"own: medium", "unknown-value a.yaml 4 10\n"},
	{"choice, choices: [{value_en: big, value_cs: velký}, {value_cs: malý}]", "own: malý",
		"own: velky", "unknown-value a.yaml 4 10\n"},
	{"reference, refers_to: [group]", "own: g", "own: h", "dangling-reference a.yaml 4 10\n"},
	{"reference, refers_to: [opatření, osoby]", "note: x", "own: g",
		"wrong-reference a.yaml 4 10\n"},
	{"date, many: true", "own: [2026-03-12]", "own: [2026-03-12, x]",
		"date-form a.yaml 4 23\n"},
	{"date, many: true", "own: []", "own: 2026-03-12", "wrong-type a.yaml 4 10\n"},
	{"reference, refers_to: [group], many: true", "own: [g]", "own: [g, h]",
		"dangling-reference a.yaml 4 14\n"},
};

static const char *load_value(struct plan_fixture *fixture, const char *type, const char *line)
{
	fixture->count = 0;
	findings_reset(&fixture->findings);
	declare(fixture, arena_format(fixture->findings.arena,
				 "  - {kind: group, key_en: own, value_type: %s}\n", type)
				 .ptr);
	return load_group(fixture, line);
}

static void takes_values_of_every_type(void **state)
{
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		assert_string_equal(load_value(*state, values[i].type, values[i].right), "");
}

static void finds_wrong_values_of_every_type(void **state)
{
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		assert_string_equal(
			load_value(*state, values[i].type, values[i].wrong), values[i].found);
}

static void gives_a_choice_its_english_code(void **state)
{
	struct plan_fixture *fixture = *state;
	load_value(
		fixture, "choice, choices: [{value_en: working, value_cs: běžící}]", "own: běžící");

	const struct node *mapping = plan_fixture_find(fixture, "g")->mapping;
	const struct node *last = mapping + mapping->size - 1;

	assert_int_equal(value_word(last), WORD_working);
}

static void follows_own_references(void **state)
{
	struct plan_fixture *fixture = *state;
	load_value(fixture, "reference, refers_to: [groups]", "own: g");

	const struct entity *group = plan_fixture_find(fixture, "g");

	assert_ptr_equal(
		plan_target(fixture->plan, group->mapping + group->mapping->size - 1), group);
}

static void is_private_unless_declared_public(void **state)
{
	struct plan_fixture *fixture = *state;

	load_value(fixture, "text", "note: x");
	assert_null(strstr(json_of(fixture), "x-kpss-public"));
	assert_has(json_of(fixture), "\"x-kpss-own\":true");

	load_value(fixture, "text, public: true", "note: x");
	assert_has(json_of(fixture), "\"x-kpss-public\":true");

	load_value(fixture, "text, public: false", "note: x");
	assert_null(strstr(json_of(fixture), "x-kpss-public"));
}

static void has_titles_in_both_languages(void **state)
{
	struct plan_fixture *fixture = *state;

	load_value(fixture, "text, title_en: Own, title_cs: Vlastní, description: Why", "note: x");
	assert_has(json_of(fixture),
		"\"title\":\"Own\",\"x-kpss-title-cs\":\"Vlastní\",\"description\":\"Why\"");

	load_value(fixture, "text, title_cs: Vlastní", "note: x");
	assert_has(json_of(fixture), "\"title\":\"Vlastní\",\"x-kpss-title-cs\":\"Vlastní\"");
}

static void demands_a_required_field_of_its_kind(void **state)
{
	struct plan_fixture *fixture = *state;

	assert_string_equal(load_value(fixture, "text, required: true", "note: x"),
		"missing-field a.yaml 2 5\n");
	assert_string_equal(load_value(fixture, "text, required: true", "own: x"), "");
}

static const char plan_with_levels[] =
	"plans:\n  - id: p\n    name: P\n    goals:\n      - id: c\n        name: C\n"
	"        measures:\n          - id: o\n            name: O\n"
	"          - id: q\n            name: Q\n            own: x\n";

static void takes_a_level_for_items_of_the_plan(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: opatření, key_en: own, value_type: text}\n");

	assert_string_equal(plan_fixture_load_one(fixture, plan_with_levels), "");

	uint32_t count;
	assert_int_equal(plan_own_fields(fixture->plan, &count)->kind, KIND_node);
}

static void demands_a_required_field_of_its_level_only(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: measures, key_en: own, value_type: text, required: true}\n");

	assert_string_equal(
		plan_fixture_load_one(fixture, plan_with_levels), "missing-field a.yaml 8 13\n");
}

static void refuses_a_field_of_one_level_on_another(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "profile.yaml",
		"levels:\n  - level: pilíř\n  - level: goal\nown_fields:\n"
		"  - {kind: pilíř, key_en: own, value_type: text}\n"
		"  - {kind: cíl, key_en: other, value_type: text}\n");

	const char *found = plan_fixture_load_one(fixture,
		"nodes:\n  - {id: a, name: A, level: pilíř, own: x}\n"
		"  - {id: b, name: B, level: pilíř, other: x}\n  - {id: d, name: D, own: x, other: x}\n"
		"goals:\n  - {id: c, name: C, own: x, other: x}\n");

	assert_string_equal(found, "unknown-field a.yaml 3 36\nunknown-field a.yaml 6 22\n");
	assert_string_equal(first_argument(fixture, 1), "cíl");
}

static void knows_the_levels_that_the_town_has_named(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "profile.yaml",
		"levels:\n  - level: pilíř\n  - level: sloup\nown_fields:\n"
		"  - {kind: pilíř, key_en: own, value_type: text, required: true}\n");

	const char *found = plan_fixture_load_one(fixture,
		"nodes:\n  - {id: a, name: A, level: pilíř, parent: p, own: x}\n"
		"  - {id: b, name: B, level: pilíř, parent: p}\n"
		"  - {id: d, name: D, level: sloup, parent: a}\n"
		"goals:\n  - {id: c, name: C, parent: a}\nplans:\n  - {id: p, name: P}\n");

	assert_string_equal(found, "missing-field a.yaml 3 6\n");
}

/* Each is one finding in the profile and none in the record that has the field. */
static const struct {
	const char *declaration, *found;
} unusable[] = {
	{"kind: group, key_en: own, value_type: choice", "own-field profile.yaml 2 44\n"},
	{"kind: group, key_en: own, value_type: choice, choices: []",
		"own-field profile.yaml 2 44\n"},
	{"kind: group, key_en: own, value_type: reference", "own-field profile.yaml 2 44\n"},
	{"kind: group, key_en: own, value_type: reference, refers_to: [person, grup]",
		"own-field profile.yaml 2 75\n"},
	{"kind: group, key_en: own, value_type: reference, refers_to: [unicorn]",
		"own-field profile.yaml 2 67\n"},
	{"kind: grup, key_en: own, value_type: text", "own-field profile.yaml 2 12\n"},
	{"kind: group, key_en: own, value_type: colour", "unknown-value profile.yaml 2 44\n"},
	{"kind: group, key_en: own", "missing-field profile.yaml 2 6\n"},
};

static void says_once_what_is_wrong_with_a_declaration(void **state)
{
	struct plan_fixture *fixture = *state;
	for (size_t i = 0; i < sizeof unusable / sizeof *unusable; i++) {
		fixture->count = 0;
		findings_reset(&fixture->findings);
		declare(fixture,
			arena_format(fixture->findings.arena, "  - {%s}\n", unusable[i].declaration)
				.ptr);

		assert_string_equal(load_group(fixture, "own: x"), unusable[i].found);
	}
}

static void offers_a_kind_that_is_near(void **state)
{
	struct plan_fixture *fixture = *state;
	declare_czech(fixture, "  - {druh: skupyna, klíč_česky: vlastní, typ: text}\n");

	assert_string_equal(load_group(fixture, "vlastní: x"), "own-field pravidla.yaml 2 12\n");
	assert_string_equal(first_argument(fixture, 1), "skupina");
}

static void offers_kinds_in_the_vocabulary_of_the_repository(void **state)
{
	struct plan_fixture *fixture = *state;
	declare_czech(fixture, "  - {druh: priorit, klíč_česky: vlastní, typ: text}\n");

	assert_string_equal(load_group(fixture, "note: x"), "own-field pravidla.yaml 2 12\n");
	assert_string_equal(first_argument(fixture, 1), "priorita");
}

static void does_not_demand_what_cannot_be_used(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: group, key_en: own, value_type: choice, required: true}\n"
			 "  - {kind: measure, key_en: own, value_type: choice, required: true}\n");
	plan_fixture_file(fixture, "b.yaml", plan_with_levels);

	assert_string_equal(load_group(fixture, "note: x"),
		"own-field profile.yaml 2 44\nown-field profile.yaml 3 46\n");
}

static void leaves_out_a_field_of_an_unknown_kind(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: unicorn, key_en: own, value_type: text}\n"
			 "  - {kind: group, key_en: founded, value_type: year}\n");

	assert_string_equal(load_group(fixture, "founded: 2020"), "own-field profile.yaml 2 12\n");
	assert_has(json_of(fixture), "founded");
}

static void leaves_out_what_cannot_be_used(void **state)
{
	struct plan_fixture *fixture = *state;
	uint32_t count;
	declare(fixture, "  - {kind: group, key_en: first, value_type: choice}\n"
			 "  - {kind: group, key_en: second, value_type: year}\n"
			 "  - {kind: group, key_en: third, value_type: reference}\n"
			 "  - {kind: group, key_en: fourth, value_type: text}\n");

	load_group(fixture, "fourth: x");

	const struct schema_addition *own = plan_own_fields(fixture->plan, &count);
	assert_int_equal(count, 2);
	assert_string_equal(own[0].name, "second");
	assert_string_equal(own[1].name, "fourth");
}

static void refuses_a_name_that_the_kind_has(void **state)
{
	static const char *const declarations[][2] = {
		{"key_en: name", "own-field profile.yaml 2 27\n"},
		{"key_cs: název", "own-field profile.yaml 2 27\n"},
		{"key_en: own, key_cs: název", "own-field profile.yaml 2 40\n"},
		{"key_en: name, key_cs: vlastní", "own-field profile.yaml 2 27\n"},
		{"key_en: název", "own-field profile.yaml 2 27\ntext-form profile.yaml 2 27\n"},
	};
	struct plan_fixture *fixture = *state;
	for (size_t i = 0; i < sizeof declarations / sizeof *declarations; i++) {
		fixture->count = 0;
		findings_reset(&fixture->findings);
		declare(fixture,
			arena_format(fixture->findings.arena,
				"  - {kind: group, %s, value_type: integer}\n", declarations[i][0])
				.ptr);

		assert_string_equal(load_group(fixture, "note: x"), declarations[i][1]);
	}
}

static void refuses_a_name_declared_twice(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: goal, key_en: own, value_type: text}\n"
			 "  - {kind: measure, key_en: other, key_cs: own, value_type: year}\n"
			 "  - {kind: group, key_en: own, value_type: year}\n");

	assert_string_equal(load_group(fixture, "own: 2020"), "own-field profile.yaml 3 44\n");

	const struct finding *finding = &fixture->findings.items[0];
	assert_int_equal(source_locate(finding->related.source, finding->related.begin).line, 2);
}

static void stops_at_too_many_fields(void **state)
{
	struct plan_fixture *fixture = *state;
	struct buf buf = {0};
	uint32_t count;
	for (int i = 0; i < 102; i++)
		buf_addf(&buf, "  - {kind: group, key_en: own_%c%c, value_type: text}\n",
			'a' + i / 26, 'a' + i % 26);
	buf_add_char(&buf, '\0');
	declare(fixture, buf.ptr);
	buf_clear(&buf);

	assert_string_equal(load_group(fixture, "own_dv: x"), "own-field profile.yaml 102 5\n");

	plan_own_fields(fixture->plan, &count);
	assert_int_equal(count, 100);
}

static void stops_at_too_many_choices(void **state)
{
	struct plan_fixture *fixture = *state;
	struct buf buf = {0};
	buf_add_text(&buf, "choice, choices: [{value_en: a}");
	for (int i = 0; i < 200; i++)
		buf_addf(&buf, ", {value_en: a%d}", i);
	buf_add_text(&buf, "]");
	buf_add_char(&buf, '\0');

	assert_string_equal(
		load_value(fixture, buf.ptr, "own: x"), "own-field profile.yaml 2 52\n");

	buf_clear(&buf);
}

static void is_not_troubled_by_what_is_no_list(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "profile.yaml", "own_fields:\n  kind: group\n");

	assert_string_equal(load_group(fixture, "note: x"), "wrong-type profile.yaml 2 3\n");
}

static void is_not_troubled_by_what_is_no_declaration(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture,
		"  - group\n  - {kind: [group], key_en: {a: b}, value_type: [text]}\n"
		"  - {kind: group, key_en: own, value_type: reference, refers_to: group}\n"
		"  - {kind: group, key_en: two, value_type: choice, choices: {a: b}}\n"
		"  - {kind: group, key_en: three, value_type: choice, choices: [a, [b]]}\n");

	load_group(fixture, "own: x");

	assert_true(fixture->findings.count > 0);
	for (size_t i = 0; i < fixture->findings.count; i++)
		assert_true(
			kpss_str_is(fixture->findings.items[i].where.source->path, "profile.yaml"));
}

/* Everything about an own field is gone when the plan is used for another repository. */
static void leaves_nothing_for_the_next_repository(void **state)
{
	struct plan_fixture *fixture = *state;
	uint32_t count;
	assert_string_equal(load_value(fixture, "text, required: true", "own: x"), "");

	fixture->count = 0;
	findings_reset(&fixture->findings);
	assert_string_equal(load_group(fixture, "own: x"), "unknown-field a.yaml 4 5\n");

	assert_null(plan_own_fields(fixture->plan, &count));
	assert_int_equal(count, 0);
	assert_string_equal(load_value(fixture, "year", "own: x"), "wrong-type a.yaml 4 10\n");
}

static void leaves_no_demand_for_the_next_repository(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: measure, key_en: own, value_type: text, required: true}\n");
	assert_string_equal(
		plan_fixture_load_one(fixture, plan_with_levels), "missing-field a.yaml 8 13\n");

	fixture->count = 0;
	findings_reset(&fixture->findings);

	assert_string_equal(
		plan_fixture_load_one(fixture, plan_with_levels), "unknown-field a.yaml 12 13\n");
}

static void speaks_czech_of_own_fields_in_a_czech_repository(void **state)
{
	struct plan_fixture *fixture = *state;
	declare(fixture, "  - {kind: group, key_en: founded, key_cs: rok_vzniku, value_type: text, "
			 "required: true}\n");

	assert_string_equal(load_group(fixture, "note: x"), "missing-field a.yaml 2 5\n");
	assert_string_equal(first_argument(fixture, 0), "rok_vzniku");
}

static void speaks_of_own_fields_in_the_vocabulary_of_the_repository(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "kpss.yaml", "format: 1\nvocabulary: en\ntown: {name: L}\n");
	declare(fixture, "  - {kind: group, key_en: founded, key_cs: rok_vzniku, value_type: text, "
			 "required: true}\n");

	assert_string_equal(load_group(fixture, "note: x"), "missing-field a.yaml 2 5\n");
	assert_string_equal(first_argument(fixture, 0), "founded");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(has_none_where_none_is_declared),
		PLAN_TEST(reads_an_own_field_in_both_vocabularies),
		PLAN_TEST(reads_a_declaration_in_czech),
		PLAN_TEST(takes_one_key_for_both_vocabularies),
		PLAN_TEST(reads_files_that_come_before_the_profile),
		PLAN_TEST(refuses_the_field_in_other_kinds),
		PLAN_TEST(offers_own_fields_for_a_slip),
		PLAN_TEST(takes_values_of_every_type),
		PLAN_TEST(finds_wrong_values_of_every_type),
		PLAN_TEST(gives_a_choice_its_english_code),
		PLAN_TEST(follows_own_references),
		PLAN_TEST(is_private_unless_declared_public),
		PLAN_TEST(has_titles_in_both_languages),
		PLAN_TEST(demands_a_required_field_of_its_kind),
		PLAN_TEST(takes_a_level_for_items_of_the_plan),
		PLAN_TEST(demands_a_required_field_of_its_level_only),
		PLAN_TEST(refuses_a_field_of_one_level_on_another),
		PLAN_TEST(knows_the_levels_that_the_town_has_named),
		PLAN_TEST(says_once_what_is_wrong_with_a_declaration),
		PLAN_TEST(offers_a_kind_that_is_near),
		PLAN_TEST(offers_kinds_in_the_vocabulary_of_the_repository),
		PLAN_TEST(does_not_demand_what_cannot_be_used),
		PLAN_TEST(leaves_out_a_field_of_an_unknown_kind),
		PLAN_TEST(leaves_out_what_cannot_be_used),
		PLAN_TEST(refuses_a_name_that_the_kind_has),
		PLAN_TEST(refuses_a_name_declared_twice),
		PLAN_TEST(stops_at_too_many_fields),
		PLAN_TEST(stops_at_too_many_choices),
		PLAN_TEST(is_not_troubled_by_what_is_no_list),
		PLAN_TEST(is_not_troubled_by_what_is_no_declaration),
		PLAN_TEST(leaves_nothing_for_the_next_repository),
		PLAN_TEST(leaves_no_demand_for_the_next_repository),
		PLAN_TEST(speaks_czech_of_own_fields_in_a_czech_repository),
		PLAN_TEST(speaks_of_own_fields_in_the_vocabulary_of_the_repository),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
