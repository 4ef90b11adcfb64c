/* Documents in the other vocabulary. */
#include "plan/translate.h"

#include "base/source.h"
#include "document/parse.h"
#include "document/words.h"
#include "plan_fixture.h"
#include "schema/check.h"

static const char *translated(struct plan_fixture *fixture, const char *text, enum translated what)
{
	struct arena *arena = fixture->findings.arena;
	struct words *words = schema_words(&schema_embedded);
	struct reader *reader = reader_new(words);
	struct translator *translator = translator_new(&schema_embedded, words);
	struct source *source = source_new(arena, kpss_str("a.yaml"), kpss_str(text));
	struct document document;
	assert_true(document_parse(reader, source, arena, &fixture->findings, &document));
	fixture->text.len = 0;
	translator_add(&fixture->text, translator, &document, what);
	buf_add_char(&fixture->text, '\0');
	translator_free(translator);
	reader_free(reader);
	words_free(words);
	return fixture->text.ptr;
}

static void translates_keys_and_values_and_nothing_else(void **state)
{
	assert_string_equal(translated(*state,
				    "# skupiny: poznámka\nskupiny:\n- {id: ps,   název: Skupina, "
				    "druh: pracovní} # druh: pracovní\n",
				    TRANSLATED_RECORDS),
		"# skupiny: poznámka\ngroups:\n- {id: ps,   name: Skupina, type: working} # druh: "
		"pracovní\n");
}

static void translates_levels_of_a_profile(void **state)
{
	assert_string_equal(
		translated(*state,
			"úrovně: [{úroveň: opatření, nadpis: Opatření, je_opatření: true}]\n",
			TRANSLATED_PROFILE),
		"levels: [{level: measure, title: Opatření, measure: true}]\n");
}

static void says_in_the_root_file_which_vocabulary_it_is(void **state)
{
	assert_string_equal(translated(*state, "formát: 1\nměsto: {název: Lhota}\nslovník: cs\n",
				    TRANSLATED_ROOT),
		"format: 1\ntown: {name: Lhota}\nvocabulary: en\n");
}

static void leaves_english_and_misspelled_words_alone(void **state)
{
	static const char text[] =
		"groups:\n- {id: ps, nazev: S, type: working, druhh: pracovní}\n";
	assert_string_equal(translated(*state, text, TRANSLATED_RECORDS), text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(translates_keys_and_values_and_nothing_else),
		PLAN_TEST(translates_levels_of_a_profile),
		PLAN_TEST(says_in_the_root_file_which_vocabulary_it_is),
		PLAN_TEST(leaves_english_and_misspelled_words_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
