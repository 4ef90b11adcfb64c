/* The cases of the YAML test suite: what is accepted and refused, where everything lies, and the promise of the editor. */
#include "reading.h"

#include <dirent.h>
#include <stdio.h>
#include <yaml.h>

#include "base/buf.h"
#include "document/edit.h"
#include "document/trouble.h"
#include "nasty.h"

/* What libyaml accepts and we refuse by decision. */
static const struct finding_kind *const decisions[] = {
	&trouble_anchor, &trouble_alias, &trouble_tag, &trouble_directive, &trouble_second_document, &trouble_complex_key,
	&trouble_empty_key, &trouble_merge_key, &trouble_duplicate_key, &trouble_escaped_control,
	&trouble_blank_end, /* libyaml and the suite read two of these differently */
	NULL,
};

/* Documents that the suite calls invalid and libyaml accepts, and what we refuse them for; no others are accepted. */
static const struct wrongly_accepted {
	const char *name;
	const struct finding_kind *kind;
} wrongly_accepted[] = {
	{"9C9N", &trouble_shallow_line}, {"9HCY", &trouble_tag}, {"9JBA", &trouble_hash_without_space},
	{"CVW2", &trouble_hash_without_space}, {"DK95/01", &trouble_shallow_line}, {"EB22", &trouble_second_document},
	{"G5U8", &trouble_first_character}, {"MUS6/00", &trouble_directive}, {"MUS6/01", &trouble_directive},
	{"QB6E", &trouble_shallow_line}, {"RHX7", &trouble_second_document}, {"S98Z", &trouble_long_blank_line},
	{"SU5Z", &trouble_hash_without_space}, {"X4QW", &trouble_hash_without_space}, {"Y79Y/003", &trouble_shallow_line},
	{"YJV2", &trouble_first_character}, {NULL, NULL},
};

/* Values that libyaml reads only without quotes, so that not every text can take their place: a blank line with a tab in
 * it may follow plain text, but neither quotes nor a block. */
static bool takes_plain_only(const char *name, uint32_t node)
{
	return strcmp(name, "DK95/05") == 0 && node == 2;
}

/* One folder with a case in it, relative to the suite. */
struct suite_case {
	char name[64];
	char folder[512];
};

struct tally {
	size_t cases, accepted, refused_alike, edits, unsafe;
	size_t decided[sizeof decisions / sizeof *decisions];
};

static bool file_read(struct buf *buf, const char *folder, const char *name)
{
	char path[640];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	buf->len = 0;
	if (!file)
		return false;
	char piece[4096];
	for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
		buf_add(buf, (struct kpss_str){.ptr = piece, .len = got});
	fclose(file);
	return true;
}

static bool libyaml_accepts(struct kpss_str bytes)
{
	yaml_parser_t parser;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.ptr, bytes.len);
	bool good = true, end = false;
	while (good && !end) {
		yaml_event_t event;
		good = yaml_parser_parse(&parser, &event) && parser.error == YAML_NO_ERROR;
		if (!good)
			break;
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return good;
}

/* The tree in the notation of the suite's test.event, without what surrounds the root. */
static void events_add(struct buf *buf, const struct document *document, uint32_t index)
{
	static const char marks[] = ":'\"|>";
	const struct node *node = &document->root[index];
	if (node->kind == NODE_SCALAR) {
		buf_addf(buf, "=VAL %c", marks[node->style]);
		for (uint32_t i = 0; i < node->length; i++) {
			const char *special = strchr("\n\\\t", node->text[i]);
			if (special && *special)
				buf_addf(buf, "\\%c", "n\\t"[special - strchr("\n\\\t", '\n')]);
			else
				buf_add_char(buf, node->text[i]);
		}
		buf_add_char(buf, '\n');
		return;
	}
	const char *name = node->kind == NODE_MAPPING ? "MAP" : "SEQ";
	const char *brackets = node->style == STYLE_BLOCK ? "" : node->kind == NODE_MAPPING ? " {}" : " []";
	buf_addf(buf, "+%s%s\n", name, brackets);
	for (uint32_t child = index + 1; child < index + node->size; child += document->root[child].size)
		events_add(buf, document, child);
	buf_addf(buf, "-%s\n", name);
}

static void assert_events(const struct suite_case *suite_case, const struct reading *reading)
{
	struct buf wanted = {0}, found = {0};
	if (file_read(&wanted, suite_case->folder, "test.event")) {
		buf_add_text(&found, "+STR\n");
		bool marked = wanted.len > 14 && memmem(wanted.ptr, wanted.len, "+DOC ---", 8);
		if (reading->document.root) {
			buf_add_text(&found, marked ? "+DOC ---\n" : "+DOC\n");
			events_add(&found, &reading->document, 0);
			buf_add_text(&found, memmem(wanted.ptr, wanted.len, "-DOC ...", 8) ? "-DOC ...\n" : "-DOC\n");
		}
		buf_add_text(&found, "-STR\n");
		if (!kpss_str_equal(buf_str(&wanted), buf_str(&found)))
			fail_msg("%s reads differently:\n%.*s", suite_case->name, (int)found.len, found.ptr);
	}
	buf_clear(&wanted);
	buf_clear(&found);
}

/* In a mapping every other child is a key, and nothing else is. */
static void assert_keys_marked(const struct reading *reading)
{
	size_t keys = 0, marked = 0;
	for (uint32_t i = 0; i < reading->document.count; i++) {
		const struct node *node = &reading->document.root[i];
		marked += node->is_key;
		for (const struct node *key = node->kind == NODE_MAPPING ? node_first(node) : NULL; key;
			key = node_next_key(node, key)) {
			assert_true(key->is_key);
			keys++;
		}
	}
	assert_int_equal(keys, marked);
}

static void assert_plain_as_written(const struct reading *reading)
{
	for (uint32_t i = 0; i < reading->document.count; i++) {
		const struct node *node = &reading->document.root[i];
		if (node->kind != NODE_SCALAR || node->style != STYLE_PLAIN)
			continue;
		struct kpss_str bytes = written(reading, i);
		if (bytes.len == 0 || !memchr(bytes.ptr, '\n', bytes.len))
			assert_true(kpss_str_equal(bytes, node_text(node)));
	}
}

/* Compares the trees once more, without the editor's own help. */
static void assert_only_this_changed(const struct reading *reading, uint32_t changed, struct kpss_str text,
	struct kpss_str edited)
{
	struct reading after = reading_bytes(edited);
	assert_true(after.good);
	assert_int_equal(after.document.count, reading->document.count);
	for (uint32_t i = 0; i < after.document.count; i++) {
		const struct node *a = &reading->document.root[i], *b = &after.document.root[i];
		assert_int_equal(a->kind, b->kind);
		assert_int_equal(a->size, b->size);
		assert_int_equal(a->is_key, b->is_key);
		if (a->kind == NODE_SCALAR)
			assert_true(kpss_str_equal(node_text(b), i == changed ? text : node_text(a)));
	}
	assert_int_equal(node_scalar_type(&after.document.root[changed]), SCALAR_TEXT);
	const struct node *old = &reading->document.root[changed];
	size_t behind = reading->source->bytes.len - old->end;
	assert_true(edited.len >= old->begin + behind);
	assert_memory_equal(edited.ptr, reading->bytes, old->begin);
	assert_memory_equal(edited.ptr + edited.len - behind, reading->bytes + old->end, behind);
	assert_spans_nest(&after, 0);
	reading_clear(&after);
}

static void edit_everywhere(struct tally *tally, struct reading *reading, const char *name)
{
	for (uint32_t i = 0; i < reading->document.count; i++) {
		const struct node *node = &reading->document.root[i];
		for (size_t n = 0; n < NASTY_COUNT && node->kind == NODE_SCALAR && !node->is_key; n++) {
			struct kpss_str edited, text = kpss_str(nasty_texts[n]);
			struct edit edit = {.document = &reading->document, .value = node, .text = text};
			struct arena *arena = arena_new();
			tally->edits++;
			if (edit_value(&edited, reading->reader, &edit, arena, &reading->findings)) {
				assert_only_this_changed(reading, i, text, edited);
			} else if (!takes_plain_only(name, i)) {
				tally->unsafe++;
				print_message("not safe: %s, node %u, text %zu \"%s\"\n", name, i, n, nasty_texts[n]);
			}
			arena_free(arena);
		}
	}
}

static const struct finding *last_error(const struct reading *reading)
{
	assert_int_equal(findings_count(&reading->findings, KPSS_ERROR), 1);
	return &reading->findings.items[reading->findings.count - 1];
}

static void assert_decided(struct tally *tally, const struct suite_case *suite_case, const struct reading *reading)
{
	const struct finding_kind *kind = last_error(reading)->kind;
	for (const struct wrongly_accepted *row = wrongly_accepted; row->name; row++)
		if (strcmp(row->name, suite_case->name) == 0) {
			assert_ptr_equal(kind, row->kind);
			return;
		}
	for (size_t i = 0; decisions[i]; i++)
		if (kind == decisions[i]) {
			tally->decided[i]++;
			return;
		}
	fail_msg("%s is refused for %s: \"%s\"", suite_case->name, kind->code, kind->message);
}

static void case_check(struct tally *tally, const struct suite_case *suite_case)
{
	struct buf bytes = {0}, ignored = {0};
	assert_true(file_read(&bytes, suite_case->folder, "in.yaml"));
	bool invalid = file_read(&ignored, suite_case->folder, "error");
	struct reading reading = reading_bytes(buf_str(&bytes));
	bool accepted = libyaml_accepts(buf_str(&bytes));
	tally->cases++;
	if (reading.good) {
		if (!accepted || invalid)
			fail_msg("%s is accepted", suite_case->name);
		tally->accepted++;
		if (reading.document.root)
			assert_spans_nest(&reading, 0);
		assert_keys_marked(&reading);
		assert_plain_as_written(&reading);
		assert_events(suite_case, &reading);
		edit_everywhere(tally, &reading, suite_case->name);
	} else if (accepted) {
		assert_decided(tally, suite_case, &reading);
	} else {
		const struct finding *finding = last_error(&reading);
		assert_true(finding->where.begin <= finding->where.end);
		assert_true(finding->where.end <= bytes.len);
		tally->refused_alike++;
	}
	reading_clear(&reading);
	buf_clear(&bytes);
	buf_clear(&ignored);
}

/* Some cases are folders of numbered cases. */
static void folder_walk(struct tally *tally, const struct suite_case *outer)
{
	DIR *folder = opendir(outer->folder);
	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		if (strcmp(entry->d_name, "in.yaml") == 0)
			case_check(tally, outer);
		if (strchr(entry->d_name, '.') || strlen(entry->d_name) > 4 || (*outer->name && strlen(entry->d_name) > 3))
			continue;
		struct suite_case inner;
		int length = snprintf(inner.name, sizeof inner.name, "%.40s%s%.16s", outer->name, *outer->name ? "/" : "",
			entry->d_name);
		assert_true(length > 0);
		length = snprintf(inner.folder, sizeof inner.folder, "%.480s/%.16s", outer->folder, entry->d_name);
		assert_true(length > 0);
		DIR *is_folder = opendir(inner.folder);
		if (is_folder) {
			closedir(is_folder);
			folder_walk(tally, &inner);
		}
	}
	closedir(folder);
}

static void reads_the_yaml_test_suite_and_edits_every_value_in_it(void **state)
{
	(void)state;
	struct suite_case suite = {.name = ""};
	const char *shared = getenv("KPSS_SHARED");
	snprintf(suite.folder, sizeof suite.folder, "%s/data/yaml-test-suite", shared ? shared : KPSS_SOURCE_DIR "/../shared");
	DIR *folder = opendir(suite.folder);
	if (!folder) {
		print_message("SKIPPED SKIPPED SKIPPED: the YAML test suite is not at %s (set KPSS_SHARED)\n", suite.folder);
		return;
	}
	closedir(folder);
	struct tally tally = {0};

	folder_walk(&tally, &suite);

	print_message("%zu cases: %zu accepted, %zu refused as libyaml does\n", tally.cases, tally.accepted,
		tally.refused_alike);
	for (size_t i = 0; decisions[i]; i++)
		print_message("refused by decision: %zu × \"%s\"\n", tally.decided[i], decisions[i]->message);
	print_message("%zu edits, %zu not safe\n", tally.edits, tally.unsafe);
	assert_true(tally.cases > 400);
	assert_int_equal(tally.unsafe, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_the_yaml_test_suite_and_edits_every_value_in_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
