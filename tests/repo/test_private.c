#include "test.h"

#include "base/arena.h"
#include "base/finding.h"
#include "repo/snapshot.h"

static void never_lists_what_is_in_the_private_folder(void **state)
{
	(void)state;
	const struct memory_file files[] = {
		{.path = "private/people.yaml"},
		{.path = "soukromé/lidé.yaml"},
		{.path = "private.yaml"},
		{.path = "groups/private/a.yaml"},
	};
	struct arena *arena = arena_new();
	struct findings findings;
	struct snapshot *snapshot = snapshot_memory(files, 4);
	struct snapshot_file *listed;
	size_t count;
	findings_init(&findings);

	assert_true(snapshot_list(snapshot, arena, &findings, &listed, &count));

	assert_int_equal(count, 2);
	assert_string_equal(listed[0].path.ptr, "groups/private/a.yaml");
	assert_string_equal(listed[1].path.ptr, "private.yaml");
	snapshot_close(snapshot);
	findings_clear(&findings);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(never_lists_what_is_in_the_private_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
