/* The fast reader: every tree that it makes is the one that libyaml's events make. */
#include "document/reading.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "document/characters.h"
#include "document/node_list.h"
#include "document/plain.h"

struct counts {
	uint32_t read, taken;
};

static void assert_same_node(const struct node *fast, const struct node *slow, const char *name)
{
	bool scalar = slow->kind == NODE_SCALAR;
	bool same = fast->kind == slow->kind && fast->style == slow->style && fast->begin == slow->begin &&
		fast->end == slow->end && fast->size == slow->size && fast->is_key == slow->is_key &&
		fast->word == slow->word && (!scalar || kpss_str_equal(node_text(fast), node_text(slow)));
	if (!same)
		fail_msg("%s: at byte %u the fast reader sees something else", name, slow->begin);
}

/* True when the fast reader took the text; its tree is then compared. */
static bool compare(struct kpss_str bytes, const char *name)
{
	struct reading slow = {.arena = arena_new(), .words = words_new(NULL, 0)};
	struct node_list list = {0};
	findings_init(&slow.findings);
	slow.reader = reader_new(slow.words);
	reader_use_libyaml_only(slow.reader);
	slow.bytes = malloc(bytes.len ? bytes.len : 1);
	memcpy(slow.bytes, bytes.ptr, bytes.len);
	slow.source = source_new(slow.arena, kpss_str(name), (struct kpss_str){.ptr = slow.bytes, .len = bytes.len});
	slow.good = document_parse(slow.reader, slow.source, slow.arena, &slow.findings, &slow.document);
	bool taken = characters_check(slow.source, &slow.findings) &&
		plain_read(&list, slow.words, slow.arena, slow.source->bytes, 0);
	if (taken) {
		if (!slow.good)
			fail_msg("%s: the fast reader takes what libyaml refuses:\n%.*s", name, (int)bytes.len, bytes.ptr);
		assert_int_equal(list.count, slow.document.count);
		for (uint32_t i = 0; i < list.count; i++)
			assert_same_node(&list.items[i], &slow.document.root[i], name);
	}
	free(list.items);
	reading_clear(&slow);
	return taken;
}

static void assert_taken(const char *text)
{
	if (!compare(kpss_str(text), text))
		fail_msg("not taken:\n%s", text);
}

static void assert_left(const char *text)
{
	if (compare(kpss_str(text), text))
		fail_msg("taken:\n%s", text);
}

static void takes_what_people_write_in_plans(void **state)
{
	(void)state;

	assert_taken("skupiny:\n  - id: seniori\n    název: Senioři\n");
	assert_taken("a:\n- b: c\n  d: e\n- f\ng: h\n");
	assert_taken("a: \"b: c\" # d\ne: 'f # g'\n");
	assert_taken("a:\nb:\n  - \n  -\n  - c\n");
	assert_taken("a:\n  - - b\n    - c\n  -   - d\n");
	assert_taken("# a\n\na: b#c   # d\n  # e\nf: http://g.cz/#h\n");
	assert_taken("a: [b, \"c\", d-e ]\nf: []\n");
	assert_taken("a: -5\nb: 2019-01-01\nc: „d“ (e)\n");
	assert_taken("a:\n  b\nc:\n    d: e\n");
	assert_taken("a: b");
	assert_taken("a:");
	assert_taken("");
	assert_taken("# nic\n");
}

static void takes_literal_blocks(void **state)
{
	(void)state;

	assert_taken("a: |\n  b\nc: d\n");
	assert_taken("a: |\n  b\n   c\n\n  d\n\n\ne: f\n");
	assert_taken("a:\n  - |-\n    b: c # d\n    e\n");
	assert_taken("a: |\n  b\n  \n# c\nd: e\n");
	assert_taken("- |\n b\n");
}

static void leaves_everything_else_to_libyaml(void **state)
{
	static const char *const texts[] = {
		"a: b: c\n", "a: b\n c\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "? a\n: b\n", "a: \"b\\n\"\n", "a: 'b''c'\n",
		"a: \"b\nc\"\n", "a: >\n  b\n", "a: |+\n  b\n", "a: |2\n   b\n", "a: |\n\n  b\n", "a: |\n  b\n     \n",
		"a: |\n  b", "a: |\n  b\n c\n", "a: {b: c}\n", "a: [b, [c]]\n", "a: [b\n]\n", "a: [b,]\n", "a: [b]c\n",
		"a: \"b\"c\n", "a: \"b\"#c\n", "\"a\": b\n", "a : b\n", "a:\tb\n", "\ta: b\n", "a: b\tc\n", "a: b\r\n", "---\na: b\n",
		"a: b\n...\n", "a\n", "a: b\na: c\n", "null: a\n", "~: a\n", "<<: a\n", "a: @b\n", "a: %b\n", "a: - b\n", "a: ? b\n",
		"a:\n  b: c\n d: e\n", "a: b\n  c: d\n", "a: b\n- c\n", "- a\nb: c\n", "a: b\n---\nc: d\n", "a:\xC2\xA0" "b\n",
		"- a:\xC2\xA0" "b\n", "a: # b\n  c\nd: e:\n", "a: b #c\n  d\n", "[a]\n", "a: `b`\n", "a: ]\n", "a: ,b\n",
	};
	(void)state;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_left(texts[i]);
}

static void stops_at_the_limits(void **state)
{
	(void)state;
	struct buf deep = {0}, wide = {0}, key = {0};
	for (int i = 0; i <= DOCUMENT_NESTING_MOST; i++)
		buf_add_text(&deep, "- ");
	buf_add_text(&deep, "a\n");
	for (int i = 0; i <= DOCUMENT_KEYS_MOST; i++)
		buf_addf(&wide, "k%d: a\n", i);
	buf_add_repeated(&key, 'k', DOCUMENT_KEY_LENGTH_MOST + 1);
	buf_add_text(&key, ": a\n");

	assert_false(compare(buf_str(&deep), "deep"));
	assert_false(compare(buf_str(&wide), "wide"));
	assert_false(compare(buf_str(&key), "key"));
	buf_clear(&deep);
	buf_clear(&wide);
	buf_clear(&key);
}

static uint32_t random_next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)(*seed >> 11);
}

/* One to three bytes are replaced, put in or taken out. */
static void mutate(struct buf *buf, uint64_t *seed)
{
	static const char bytes[] = " \n:#-\"'|[],a b?~.0\t{}&*!><\\=n_/(";
	for (uint32_t left = 1 + random_next(seed) % 3; left > 0 && buf->len > 0; left--) {
		uint32_t at = random_next(seed) % (uint32_t)buf->len;
		char byte = bytes[random_next(seed) % (sizeof bytes - 1)];
		buf_add_char(buf, ' ');
		switch (random_next(seed) % 3) {
		case 0:
			buf->ptr[at] = byte;
			buf->len--;
			break;
		case 1:
			memmove(buf->ptr + at + 1, buf->ptr + at, buf->len - at - 1);
			buf->ptr[at] = byte;
			break;
		default:
			memmove(buf->ptr + at, buf->ptr + at + 1, buf->len - at - 1);
			buf->len -= 2;
			break;
		}
	}
}

/* Collections in brackets are left to libyaml. */
static bool has_brackets(struct kpss_str text)
{
	for (size_t i = 0; i + 2 < text.len; i++) {
		bool opens = text.ptr[i + 2] == '[' || text.ptr[i + 2] == '{';
		if (opens && text.ptr[i + 1] == ' ' && (text.ptr[i] == ':' || text.ptr[i] == '-'))
			return true;
		if (opens && text.ptr[i + 1] == ' ' && text.ptr[i] == ' ')
			return true;
	}
	return false;
}

static void file_compare(const char *path, struct counts *counts, uint32_t mutations)
{
	enum { PIECE_MOST = 600 };
	FILE *file = fopen(path, "rb");
	struct buf bytes = {0};
	char piece[4096];
	uint64_t seed = 88172645463325252u;
	for (size_t length; file && (length = fread(piece, 1, sizeof piece, file)) > 0;)
		buf_add(&bytes, (struct kpss_str){.ptr = piece, .len = length});
	if (file)
		fclose(file);
	counts->read++;
	counts->taken += compare(buf_str(&bytes), path) || has_brackets(buf_str(&bytes));
	for (uint32_t i = 0; i < mutations && bytes.len > 0; i++) {
		struct buf mutant = {0};
		size_t length = bytes.len < PIECE_MOST ? bytes.len : PIECE_MOST;
		size_t begin = bytes.len > length ? random_next(&seed) % (bytes.len - length) : 0;
		while (begin > 0 && bytes.ptr[begin - 1] != '\n')
			begin--;
		buf_add(&mutant, (struct kpss_str){.ptr = bytes.ptr + begin, .len = length});
		mutate(&mutant, &seed);
		compare(buf_str(&mutant), path);
		buf_clear(&mutant);
	}
	buf_clear(&bytes);
}

static void folder_compare(const char *folder, struct counts *counts, uint32_t mutations)
{
	DIR *directory = opendir(folder);
	const struct dirent *entry;
	while (directory && (entry = readdir(directory))) {
		char path[2048];
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		const char *dot = strrchr(entry->d_name, '.');
		if (dot && strcmp(dot, ".yaml") == 0)
			file_compare(path, counts, mutations);
		else if (entry->d_name[0] != '.' && !dot)
			folder_compare(path, counts, mutations);
	}
	if (directory)
		closedir(directory);
}

static void takes_every_file_of_the_examples_without_brackets(void **state)
{
	(void)state;
	struct counts counts = {0};

	folder_compare(KPSS_SOURCE_DIR "/examples", &counts, 20);

	assert_true(counts.read > 50);
	assert_int_equal(counts.taken, counts.read);
}

static void never_differs_on_the_public_suite(void **state)
{
	(void)state;
	struct counts counts = {0};
	const char *shared = getenv("KPSS_SHARED");
	char folder[2048];
	snprintf(folder, sizeof folder, "%s/data/yaml-test-suite", shared ? shared : KPSS_SOURCE_DIR "/../shared");

	folder_compare(folder, &counts, 20);

	if (counts.read == 0) {
		print_message("SKIPPED: the YAML test suite is not at %s (set KPSS_SHARED)\n", folder);
		skip();
	}
	print_message("%u of %u documents of the suite are plain\n", counts.taken, counts.read);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_what_people_write_in_plans),
		cmocka_unit_test(takes_literal_blocks),
		cmocka_unit_test(leaves_everything_else_to_libyaml),
		cmocka_unit_test(stops_at_the_limits),
		cmocka_unit_test(takes_every_file_of_the_examples_without_brackets),
		cmocka_unit_test(never_differs_on_the_public_suite),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
