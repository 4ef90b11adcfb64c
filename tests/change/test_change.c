/* Changing a plan before anything is written. */
#include "change/change.h"

#include "change/piece.h"
#include "plan_fixture.h"

static void assert_text(struct kpss_str text, const char *expected)
{
	if (!kpss_str_is(text, expected))
		fail_msg("“%.*s” is not “%s”", (int)text.len, text.ptr, expected);
}

static const char town[] = "# náš plán\n"
			   "skupiny:\n"
			   "  - id: seniori\n"
			   "    název: Senioři  # hlavní\n"
			   "    členové:\n"
			   "      - osoba: novak\n"
			   "osoby: [{id: novak}]\n"
			   "cykly:\n"
			   "  - id: c1\n"
			   "    název: První\n";

struct changing {
	struct change *change;
	struct snapshot *snapshot;
	struct findings findings;
	struct memory_file files[2];
};

static int set_up(void **state)
{
	struct changing *changing = memory_resize(NULL, 1, sizeof *changing);
	*changing = (struct changing){
		.files = {
			{.path = "kpss.yaml", .bytes = kpss_str("formát: 1\nměsto: {název: Lhota}\n")},
			{.path = "a.yaml", .bytes = kpss_str(town)},
		},
	};
	findings_init(&changing->findings);
	changing->snapshot = snapshot_memory(changing->files, 2);
	changing->change = change_open(changing->snapshot, &changing->findings);
	assert_non_null(changing->change);
	*state = changing;
	return 0;
}

static int tear_down(void **state)
{
	struct changing *changing = *state;
	change_close(changing->change);
	snapshot_close(changing->snapshot);
	findings_clear(&changing->findings);
	free(changing);
	return 0;
}

static struct changed_file only_file(const struct changing *changing)
{
	size_t count;
	const struct changed_file *files = change_files(changing->change, &count);
	assert_int_equal(count, 1);
	return files[0];
}

static void adds_a_record_to_a_new_file_of_its_kind(void **state)
{
	struct changing *changing = *state;
	struct piece piece;
	piece_begin(&piece, change_plan(changing->change), KIND_approval);
	piece_text(&piece, WORD_id, kpss_str("sch-1"));
	piece_word(&piece, WORD_verb, WORD_approves);
	piece_day(&piece, WORD_date, kpss_date_of(2026, 3, 12));
	piece_text(&piece, WORD_resolution, kpss_str("12: 3"));
	piece_open(&piece, WORD_vote);
	piece_number(&piece, WORD_in_favour, 7);
	piece_close(&piece);
	assert_true(change_add_record(changing->change, KIND_approval, buf_str(&piece.yaml), &changing->findings));
	piece_clear(&piece);
	struct changed_file file = only_file(changing);
	assert_text(file.path, "schvaleni.yaml");
	assert_null(file.before.ptr);
	assert_text(file.after, "schválení:\n"
				"  - id: sch-1\n"
				"    výrok: schvaluje\n"
				"    datum: 2026-03-12\n"
				"    usnesení: \"12: 3\"\n"
				"    hlasy:\n"
				"      pro: 7\n");
	assert_non_null(plan_find(change_plan(changing->change), kpss_str("sch-1")));
}

static void adds_a_record_behind_the_last_of_its_kind(void **state)
{
	struct changing *changing = *state;
	assert_true(change_add_record(changing->change, KIND_cycle, kpss_str("id: c2\nnázev: Druhý\n"), &changing->findings));
	assert_true(change_add_record(changing->change, KIND_cycle, kpss_str("id: c3\nnázev: Třetí\n"), &changing->findings));
	struct changed_file file = only_file(changing);
	assert_text(file.before, town);
	assert_non_null(strstr(file.after.ptr, "    název: První\n  - id: c2\n    název: Druhý\n  - id: c3\n"));
}

static void begins_a_list_where_there_is_none(void **state)
{
	struct changing *changing = *state;
	struct piece piece;
	piece_begin_item(&piece, change_plan(changing->change), KIND_cycle, WORD_phases);
	piece_word(&piece, WORD_phase, WORD_strategy);
	piece_day(&piece, WORD_from, kpss_date_of(2026, 1, 1));
	struct kpss_str yaml = buf_str(&piece.yaml);
	assert_true(change_add_item(changing->change, kpss_str("c1"), WORD_phases, yaml, &changing->findings));
	assert_true(change_add_item(changing->change, kpss_str("c1"), WORD_phases, yaml, &changing->findings));
	piece_clear(&piece);
	assert_non_null(strstr(only_file(changing).after.ptr, "    název: První\n"
							      "    fáze:\n"
							      "      - fáze: strategie\n"
							      "        od: 2026-01-01\n"
							      "      - fáze: strategie\n"
							      "        od: 2026-01-01\n"));
}

static void sets_a_field_that_is_there_and_one_that_is_not(void **state)
{
	struct changing *changing = *state;
	assert_true(change_set_text(
		changing->change, kpss_str("seniori"), WORD_name, kpss_str("Senioři: a víc"), &changing->findings));
	assert_true(change_set_text(
		changing->change, kpss_str("seniori"), WORD_short_name, kpss_str("S"), &changing->findings));
	assert_non_null(strstr(only_file(changing).after.ptr, "    název: \"Senioři: a víc\"  # hlavní\n"
							      "    zkratka: S\n"
							      "    členové:\n"));
}

static void judges_only_what_is_new(void **state)
{
	struct changing *changing = *state;
	assert_true(change_add_record(changing->change, KIND_cycle, kpss_str("id: c1\nnázev: X\n"), &changing->findings));
	change_judge(changing->change, kpss_date_of(2026, 1, 1), &changing->findings);
	assert_int_equal(changing->findings.count, 1);
	assert_string_equal(changing->findings.items[0].kind->code, "duplicate-id");
}

static void leaves_everything_where_the_result_would_be_wrong(void **state)
{
	struct changing *changing = *state;
	size_t count;
	assert_false(change_add_record(changing->change, KIND_cycle, kpss_str("id: [c"), &changing->findings));
	change_files(changing->change, &count);
	assert_int_equal(count, 0);
	assert_int_equal(changing->findings.count, 1);
}

#define CHANGE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CHANGE_TEST(adds_a_record_to_a_new_file_of_its_kind),
		CHANGE_TEST(adds_a_record_behind_the_last_of_its_kind),
		CHANGE_TEST(begins_a_list_where_there_is_none),
		CHANGE_TEST(sets_a_field_that_is_there_and_one_that_is_not),
		CHANGE_TEST(judges_only_what_is_new),
		CHANGE_TEST(leaves_everything_where_the_result_would_be_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
