#include "render/tree.h"

#include "base/arena.h"
#include "base/buf.h"
#include "test.h"

static void draws_branches_to_what_follows(void **state)
{
	(void)state;
	const uint32_t depths[] = {0, 1, 2, 1, 0, 1};
	enum { COUNT = sizeof depths / sizeof *depths };
	bool open[3] = {false};
	struct arena *arena = arena_new();
	struct buf buf = {0};
	const bool *continues = tree_continues(arena, depths, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		tree_add_branches(&buf, open, depths[i], continues[i]);
		buf_add_text(&buf, "x\n");
	}
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, "├─ x\n"
				     "│  ├─ x\n"
				     "│  │  └─ x\n"
				     "│  └─ x\n"
				     "└─ x\n"
				     "   └─ x\n");
	buf_clear(&buf);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(draws_branches_to_what_follows)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
