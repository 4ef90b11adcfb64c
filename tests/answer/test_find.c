/* Full text. */
#include "answer/find.h"

#include "plan_fixture.h"

static const char plan[] =
	"organizace:\n"
	"  - id: charita\n    název: Charita\n    popis: Tísňová péče pro seniory a jiná pomoc.\n"
	"  - id: olse\n    název: Tísňová péče Olše\n"
	"  - id: centrum\n    název: Centrum\n    popis: Péče o seniory.\n    poznámka: Pomoc v "
	"tísni, ne letáky.\n"
	"  - id: leta\n    název: Léta běží\n"
	"služby:\n"
	"  - id: sluzba\n    název: Odlehčení\n    poskytovatel: charita\n";

static const char *found(struct plan_fixture *fixture, const char *typed, const char *kind)
{
	struct arena *arena = fixture->findings.arena;
	struct query_subject subject;
	const struct find_words *words = find_words(kpss_str(typed), arena);
	fixture->text.len = 0;
	assert_non_null(words);
	if (kind)
		assert_true(subject_named(fixture->plan, kpss_str(kind), arena, &subject));
	struct find_hits hits = find_all(fixture->plan, words, kind ? &subject : NULL, arena);
	for (size_t i = 0; i < hits.count; i++) {
		struct kpss_str id = hits.items[i].record->id;
		struct kpss_str field =
			schema_word(plan_schema(fixture->plan), hits.items[i].property->word);
		buf_addf(&fixture->text, "%s%.*s.%.*s", i ? " " : "", (int)id.len, id.ptr,
			(int)field.len, field.ptr);
	}
	buf_add_char(&fixture->text, '\0');
	return fixture->text.ptr;
}

static int set_up(void **state)
{
	plan_set_up(state);
	assert_string_equal(plan_fixture_load_one(*state, plan), "");
	return 0;
}

static void disregards_case_and_diacritics(void **state)
{
	assert_string_equal(found(*state, "PECE O", NULL), "centrum.description");
}

static void puts_names_before_texts(void **state)
{
	assert_string_equal(found(*state, "tísňová", NULL), "olse.name charita.description");
}

static void wants_all_words_wherever_in_the_record(void **state)
{
	assert_string_equal(
		found(*state, "péče pomoc", NULL), "charita.description centrum.description");
	assert_string_equal(found(*state, "péče Olše pomoc", NULL), "");
}

static void finds_forms_of_a_word(void **state)
{
	assert_string_equal(
		found(*state, "seniorům", NULL), "charita.description centrum.description");
}

static void puts_whole_words_before_likely_ones_in_names(void **state)
{
	assert_string_equal(found(*state, "leták", NULL), "centrum.note leta.name");
}

static void finds_parts_of_words(void **state)
{
	assert_string_equal(found(*state, "lehče", NULL), "sluzba.name");
	assert_string_equal(found(*state, "le", NULL), "");
	assert_string_equal(found(*state, "v", NULL), "centrum.note");
}

static void takes_no_reference_for_a_text(void **state)
{
	assert_string_equal(found(*state, "charita", NULL), "charita.name");
}

static void keeps_to_a_kind(void **state)
{
	assert_string_equal(found(*state, "péče", "services"), "");
	assert_string_equal(found(*state, "odlehčení", "služby"), "sluzba.name");
}

static void weighs_rare_words_more(void **state)
{
	/* Both have one of the words in the name and the other in a text. */
	assert_string_equal(found(*state, "Charita pomoc", NULL), "charita.name");
	assert_string_equal(found(*state, "centrum péče", NULL), "centrum.name");
}

static void knows_when_there_is_no_word(void **state)
{
	struct plan_fixture *fixture = *state;
	assert_null(find_words(kpss_str(" ?! "), fixture->findings.arena));
	assert_null(find_words(kpss_str(""), fixture->findings.arena));
	assert_non_null(find_words(kpss_str("\xE8"), fixture->findings.arena));
}

static void tells_where_the_words_are(void **state)
{
	struct plan_fixture *fixture = *state;
	struct arena *arena = fixture->findings.arena;
	const struct find_words *words = find_words(kpss_str("senior"), arena);
	struct kpss_str text = kpss_str("Pro seniory a Seniorům.");
	size_t at = 0, begin, end;
	assert_true(find_next(words, text, arena, &at, &begin, &end));
	assert_int_equal(begin, 4);
	assert_int_equal(end, 11);
	assert_true(find_next(words, text, arena, &at, &begin, &end));
	assert_int_equal(begin, 14);
	assert_false(find_next(words, text, arena, &at, &begin, &end));
}

#define FIND_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, plan_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIND_TEST(disregards_case_and_diacritics),
		FIND_TEST(puts_names_before_texts),
		FIND_TEST(wants_all_words_wherever_in_the_record),
		FIND_TEST(finds_forms_of_a_word),
		FIND_TEST(puts_whole_words_before_likely_ones_in_names),
		FIND_TEST(finds_parts_of_words),
		FIND_TEST(takes_no_reference_for_a_text),
		FIND_TEST(keeps_to_a_kind),
		FIND_TEST(weighs_rare_words_more),
		FIND_TEST(knows_when_there_is_no_word),
		FIND_TEST(tells_where_the_words_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
