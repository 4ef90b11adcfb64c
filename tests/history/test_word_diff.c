#include "history/word_diff.h"

#include "base/arena.h"
#include "base/buf.h"
#include "test.h"

struct fixture {
	struct arena *arena;
	struct buf buf;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	fixture = (struct fixture){.arena = arena_new()};
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_free(fixture->arena);
	buf_clear(&fixture->buf);
	return 0;
}

/* “same [-removed-] {+added+}” */
static const char *marked(struct fixture *fixture, const char *before, const char *after)
{
	static const char *const begins[] = {"", "[-", "{+"}, *const ends[] = {"", "-]", "+}"};
	const struct word_run *runs;
	size_t count = words_compare(fixture->arena, kpss_str(before), kpss_str(after), &runs);
	fixture->buf.len = 0;
	for (size_t i = 0; i < count; i++) {
		buf_add_text(&fixture->buf, begins[runs[i].fate]);
		buf_add(&fixture->buf, runs[i].text);
		buf_add_text(&fixture->buf, ends[runs[i].fate]);
		buf_add_text(&fixture->buf, runs[i].old_gap || runs[i].new_gap ? " " : "");
	}
	buf_add_char(&fixture->buf, '\0');
	return fixture->buf.ptr;
}

static void tells_words_taken_out_and_put_in(void **state)
{
	assert_string_equal(marked(*state, "služba pro pět seniorů ve městě",
				    "nová služba pro šest seniorů ve městě"),
		"{+nová+} služba pro [-pět-] {+šest+} seniorů ve městě");
	assert_string_equal(marked(*state, "a b c d e", "a b e"), "a b [-c d-] e");
}

static void tells_marks_from_words(void **state)
{
	assert_string_equal(marked(*state, "senioři a rodiny", "senioři, rodiny a děti"),
		"senioři [-a-] {+,+} rodiny {+a děti+}");
}

static void takes_no_notice_of_white_space(void **state)
{
	assert_string_equal(marked(*state, "jedna  dvě\ntři", "jedna dvě tři"), "jedna dvě tři");
	assert_string_equal(marked(*state, "", ""), "");
}

static void tells_what_is_wholly_new(void **state)
{
	assert_string_equal(marked(*state, "", "nové znění"), "{+nové znění+}");
	assert_string_equal(marked(*state, "staré", "nové"), "[-staré-]{+nové+}");
}

/* Every way of removing and adding gives back both texts, whatever they are. */
static void keeps_every_word_of_both_texts(void **state)
{
	struct fixture *fixture = *state;
	uint32_t random = 7;
	for (int round = 0; round < 300; round++) {
		struct buf texts[2] = {{0}, {0}}, found[2] = {{0}, {0}};
		for (int side = 0; side < 2; side++)
			for (int i = 0; i < round % 40; i++) {
				random = random * 1664525u + 1013904223u;
				buf_addf(&texts[side], "%sw%u", i ? " " : "", (random >> 20) % 6);
			}
		const struct word_run *runs;
		size_t count = words_compare(
			fixture->arena, buf_str(&texts[0]), buf_str(&texts[1]), &runs);
		for (size_t i = 0; i < count; i++)
			for (int side = 0; side < 2; side++)
				if (runs[i].fate == WORDS_SAME || (int)runs[i].fate == side + 1) {
					buf_add_text(&found[side], found[side].len ? " " : "");
					buf_add(&found[side], runs[i].text);
				}
		for (int side = 0; side < 2; side++) {
			assert_true(kpss_str_equal(buf_str(&texts[side]), buf_str(&found[side])));
			buf_clear(&texts[side]);
			buf_clear(&found[side]);
		}
	}
}

static void finds_the_fewest_changes(void **state)
{
	struct fixture *fixture = *state;

	/* ABCABBA to CBABAC, Myers' own example: four of the shorter stay. */
	const char *before = "axxx bxxx cxxx axxx bxxx bxxx axxx",
		   *after = "cxxx bxxx axxx bxxx axxx cxxx";

	assert_int_equal(
		words_alike(fixture->arena, kpss_str(before), kpss_str(after)), 200 * 4 / 13);
}

static void does_not_look_for_endless_ways(void **state)
{
	struct fixture *fixture = *state;
	struct buf before = {0}, after = {0};
	for (int i = 0; i < 20000; i++) {
		buf_addf(&before, "a%d ", i);
		buf_addf(&after, "b%d ", i);
	}
	const struct word_run *runs;

	size_t count = words_compare(fixture->arena, buf_str(&before), buf_str(&after), &runs);

	assert_int_equal(count, 2);
	buf_clear(&before);
	buf_clear(&after);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tells_words_taken_out_and_put_in),
		TEST(tells_marks_from_words),
		TEST(takes_no_notice_of_white_space),
		TEST(tells_what_is_wholly_new),
		TEST(keeps_every_word_of_both_texts),
		TEST(finds_the_fewest_changes),
		TEST(does_not_look_for_endless_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
