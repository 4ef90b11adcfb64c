#include "history/blame.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "git_folder.h"
#include "plan/load.h"
#include "plan/plan.h"
#include "repo/snapshot.h"
#include "test.h"

struct fixture {
	struct folder folder;
	struct store *store;
	struct log_asked asked;
	struct arena *arena;
	struct buf lines;
	size_t limit;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct fixture){.arena = arena_new()};
	folder_make(&fixture->folder);
	git_init(&fixture->folder);
	git_shell(&fixture->folder, "printf 'formát: 1\\nměsto: { název: Lhota }\\n' > kpss.yaml");
	store_begin();
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	store_close(fixture->store);
	store_end();
	folder_remove(&fixture->folder);
	arena_free(fixture->arena);
	buf_clear(&fixture->lines);
	free(fixture);
	return 0;
}

static void commit(struct fixture *fixture, const char *shell, const char *day)
{
	git_shell(&fixture->folder, shell);
	git_commit_all(&fixture->folder, day);
}

static void add_day(struct buf *buf, struct kpss_date date)
{
	int year, month, day;
	kpss_date_split(date, &year, &month, &day);
	buf_addf(buf, "%d. %d. %d", day, month, year);
}

static bool step_add(void *user, const struct log_step *step)
{
	static const char *const merges[] = {"", " (merged)", " (merge itself)"};
	struct fixture *fixture = user;
	struct buf *lines = &fixture->lines;
	add_day(lines, step->state->day);
	buf_addf(lines, "%s:", merges[step->merge]);
	for (size_t r = 0; r < step->diff.count; r++) {
		const struct diff_record *record = &step->diff.records[r];
		buf_addf(lines, " %c", "~+-"[record->fate]);
		for (size_t i = 0; record->fate == DIFF_CHANGED && i < record->count; i++) {
			struct kpss_str path = diff_path(&record->changes[i], fixture->arena);
			struct kpss_str before =
				meaning_of(record->changes[i].before, fixture->arena);
			struct kpss_str after =
				meaning_of(record->changes[i].after, fixture->arena);
			buf_addf(lines, "%.*s %.*s>%.*s", (int)path.len, path.ptr, (int)before.len,
				before.ptr ? before.ptr : "", (int)after.len,
				after.ptr ? after.ptr : "");
		}
	}
	buf_add_char(lines, '\n');
	return fixture->limit == 0 || --fixture->limit > 0;
}

static void ask(struct fixture *fixture, const char *id, const char *path)
{
	struct store_commit head;
	store_close(fixture->store);
	fixture->store = store_open(fixture->folder.path, NULL);
	assert_non_null(fixture->store);
	assert_int_equal(store_commit_named(fixture->store, "HEAD", &head), STORE_FOUND);
	fixture->asked = (struct log_asked){
		.store = fixture->store, .folder = "", .id = kpss_str(id), .path = kpss_str(path)};
	assert_int_equal(
		past_read_commit(fixture->store, head.id, "", &fixture->asked.from), STORE_FOUND);
	fixture->lines.len = 0;
}

static const char *log_lines(struct fixture *fixture, const char *id, const char *path)
{
	ask(fixture, id, path);
	struct log_result result = log_of_record(&fixture->asked, step_add, fixture);
	assert_int_equal(result.end, LOG_END_FIRST);
	buf_add_char(&fixture->lines, '\0');
	return fixture->lines.ptr;
}

#define FIRST "printf 'opatření:\\n  - id: a\\n    název: A\\n  - id: b\\n    název: B\\n' > o.yaml"

static void only_commits_that_change_the_meaning_are_told(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	commit(fixture, "sed -i 's/název: B/název: BB/' o.yaml", "2024-01-02");
	commit(fixture, "sed -i 's/název: A/název: \"A\" # zde/' o.yaml", "2024-01-03");
	commit(fixture, "sed -i 's/název: .A.*/název: C/' o.yaml", "2024-01-04");
	commit(fixture, "printf 'measures:\\n  - name: C\\n    id: a\\n' > o.yaml", "2024-01-05");
	assert_string_equal(
		log_lines(fixture, "a", "o.yaml"), "4. 1. 2024: ~name A>C\n1. 1. 2024: +\n");
}

static void a_record_is_followed_through_files_and_folders(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	commit(fixture, "git mv o.yaml p.yaml", "2024-01-02");
	commit(fixture, "sed -i 's/název: A/název: C/' p.yaml && mkdir q && git mv p.yaml q/",
		"2024-01-03");
	commit(fixture, "printf 'opatření:\\n  - { id: a, název: D }\\n' > r.yaml && rm q/p.yaml",
		"2024-01-04");
	assert_string_equal(log_lines(fixture, "a", "r.yaml"),
		"4. 1. 2024: ~name C>D\n3. 1. 2024: ~name A>C\n1. 1. 2024: +\n");
}

static void what_was_removed_and_came_back_is_told(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	commit(fixture, "rm o.yaml", "2024-01-02");
	commit(fixture, FIRST, "2024-01-03");
	commit(fixture, "rm o.yaml", "2024-01-04");
	assert_string_equal(log_lines(fixture, "a", ""),
		"4. 1. 2024: -\n3. 1. 2024: +\n2. 1. 2024: -\n1. 1. 2024: +\n");
}

static void what_a_text_in_quotation_marks_swallows_is_gone(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	commit(fixture,
		"printf 'opatření:\\n  - id: c\\n    název: \"x\\n     - id: a\\n       název: "
		"A\"\\n' > o.yaml",
		"2024-01-02");
	commit(fixture, FIRST, "2024-01-03");
	assert_string_equal(
		log_lines(fixture, "a", "o.yaml"), "3. 1. 2024: +\n2. 1. 2024: -\n1. 1. 2024: +\n");
}

static void a_version_that_cannot_be_read_is_passed_over(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	commit(fixture, "printf 'opatření:\\n  - id: a\\n    název: [\\n' > o.yaml", "2024-01-02");
	commit(fixture, "printf 'opatření:\\n  - id: a\\n    název: C\\n' > o.yaml", "2024-01-03");
	assert_string_equal(
		log_lines(fixture, "a", "o.yaml"), "3. 1. 2024: ~name A>C\n1. 1. 2024: +\n");
}

static void a_merge_says_what_it_brought_and_what_it_changed_itself(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	git_shell(&fixture->folder, "git checkout -q -b side");
	commit(fixture, "sed -i 's/název: A/název: C/' o.yaml", "2024-01-02");
	git_shell(&fixture->folder,
		"git checkout -q main && GIT_AUTHOR_DATE=2024-01-03T12:00:00+0000 "
		"GIT_COMMITTER_DATE=2024-01-03T12:00:00+0000 git merge -q --no-ff -m m side");
	assert_string_equal(log_lines(fixture, "a", "o.yaml"),
		"3. 1. 2024 (merged): ~name A>C\n1. 1. 2024: +\n");
	git_shell(&fixture->folder, "sed -i 's/název: C/název: D/' o.yaml && "
				    "GIT_COMMITTER_DATE=2024-01-03T12:00:00+0000 "
				    "git commit -q -a --amend -m m");
	assert_string_equal(log_lines(fixture, "a", "o.yaml"),
		"3. 1. 2024 (merge itself): ~name A>D\n1. 1. 2024: +\n");
}

static void a_plan_is_followed_commit_by_commit_into_its_former_folder(void **state)
{
	struct fixture *fixture = *state;
	git_shell(&fixture->folder, "mkdir old && mv kpss.yaml old");
	commit(fixture, "cd old && " FIRST, "2024-01-01");
	commit(fixture, "git mv old new", "2024-01-02");
	commit(fixture, "sed -i 's/název: A/název: C/' new/o.yaml", "2024-01-03");
	struct store_commit head;
	ask(fixture, "a", "");
	assert_int_equal(store_commit_named(fixture->store, "HEAD", &head), STORE_FOUND);
	fixture->asked.folder = "new";
	past_read_commit(fixture->store, head.id, "new", &fixture->asked.from);
	log_of_plan(&fixture->asked, step_add, fixture);
	buf_add_char(&fixture->lines, '\0');
	assert_string_equal(fixture->lines.ptr, "3. 1. 2024: ~name A>C\n1. 1. 2024: + +\n");
}

static void each_field_knows_the_commit_that_made_it_say_so(void **state)
{
	struct fixture *fixture = *state;
	commit(fixture, FIRST, "2024-01-01");
	commit(fixture, "sed -i 's/název: A/název: A\\n    popis: P/' o.yaml", "2024-01-02");
	commit(fixture, "sed -i 's/popis: P/popis: Q/' o.yaml", "2024-01-03");
	ask(fixture, "a", "o.yaml");
	struct findings findings;
	findings_init(&findings);
	struct plan *plan = plan_new();
	struct snapshot *snapshot = snapshot_folder(fixture->folder.path, &findings);
	assert_true(plan_load(plan, snapshot, &findings));
	struct blame blame = blame_of_record(
		&fixture->asked, plan, plan_find(plan, kpss_str("a")), fixture->arena);
	for (size_t i = 0; i < blame.count; i++) {
		buf_addf(&fixture->lines, "%.*s ", (int)blame.lines[i].path.len,
			blame.lines[i].path.ptr);
		add_day(&fixture->lines, blame.lines[i].state.day);
		buf_add_text(&fixture->lines, blame.lines[i].known ? "\n" : "?\n");
	}
	buf_add_char(&fixture->lines, '\0');
	assert_string_equal(fixture->lines.ptr, "name 1. 1. 2024\ndescription 3. 1. 2024\n");
	plan_free(plan);
	snapshot_close(snapshot);
	findings_clear(&findings);
}

#define LOG_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LOG_TEST(only_commits_that_change_the_meaning_are_told),
		LOG_TEST(a_record_is_followed_through_files_and_folders),
		LOG_TEST(what_was_removed_and_came_back_is_told),
		LOG_TEST(what_a_text_in_quotation_marks_swallows_is_gone),
		LOG_TEST(a_version_that_cannot_be_read_is_passed_over),
		LOG_TEST(a_merge_says_what_it_brought_and_what_it_changed_itself),
		LOG_TEST(a_plan_is_followed_commit_by_commit_into_its_former_folder),
		LOG_TEST(each_field_knows_the_commit_that_made_it_say_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
