/* The official test suite of JSON Schema (draft 2020-12, the required part) against our evaluator. */
#include "test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "document/node_list.h"
#include "document/words.h"
#include "schema/check.h"
#include "schema/compile.h"

/* Cases that are left, each with its reason. */
static const struct {
	const char *group;
	const char *reason;
} left_out[] = {
	{"remote ref, containing refs itself", "needs the metaschema, which is not shipped"},
	{"validate definition against metaschema", "needs the metaschema, which is not shipped"},
	{"schema that uses custom metaschema with with no validation vocabulary", "vocabularies cannot be switched off"},
};

static const char *left_reason(const char *group)
{
	for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
		if (strcmp(left_out[i].group, group) == 0)
			return left_out[i].reason;
	return NULL;
}

struct suite {
	struct arena *arena;
	struct schema_input remotes[64];
	size_t remote_count;
	size_t passed, failed, left;
};

static struct kpss_str json_text(struct arena *arena, const json_t *json)
{
	char *text = json_dumps(json, JSON_ENCODE_ANY);
	struct kpss_str copy = arena_text(arena, kpss_str(text));
	free(text);
	return copy;
}

/* A tree as the reader of documents would make it. */
static void tree_add(struct node_list *list, struct arena *arena, struct words *words, const json_t *json)
{
	uint32_t index = list->count;
	const char *name;
	json_t *item;
	size_t i;
	if (json_is_object(json)) {
		node_list_add(list, NODE_MAPPING)->style = STYLE_FLOW;
		json_object_foreach((json_t *)json, name, item) {
			struct kpss_str text = arena_text(arena, kpss_str(name));
			struct node *key = node_list_add(list, NODE_SCALAR);
			key->style = STYLE_DOUBLE_QUOTED;
			key->text = text.ptr;
			key->length = (uint32_t)text.len;
			key->is_key = true;
			key->word = words_number(words, text);
			tree_add(list, arena, words, item);
		}
	} else if (json_is_array(json)) {
		node_list_add(list, NODE_SEQUENCE)->style = STYLE_FLOW;
		json_array_foreach((json_t *)json, i, item)
			tree_add(list, arena, words, item);
	} else {
		struct kpss_str text = json_is_string(json)
			? arena_text(arena, (struct kpss_str){.ptr = json_string_value(json), .len = json_string_length(json)})
			: json_text(arena, json);
		struct node *scalar = node_list_add(list, NODE_SCALAR);
		scalar->style = json_is_string(json) ? STYLE_DOUBLE_QUOTED : STYLE_PLAIN;
		scalar->text = text.ptr;
		scalar->length = (uint32_t)text.len;
	}
	list->items[index].size = list->count - index;
}

static bool is_valid(const struct schema_table *table, struct arena *arena, const json_t *instance)
{
	struct words *words = schema_words(table);
	struct schema_checker *checker = schema_checker_new(table, words);
	struct node_list list = {0};
	struct findings findings;
	struct document document = {.source = source_new(arena, kpss_str("instance"), kpss_str(""))};
	findings_init(&findings);
	tree_add(&list, arena, words, instance);
	document.root = list.items;
	document.count = list.count;
	bool valid = schema_check(checker, table->first, &document, document.root, 0, NULL, &findings);
	findings_clear(&findings);
	free(list.items);
	schema_checker_free(checker);
	words_free(words);
	return valid;
}

static void group_run(struct suite *suite, const char *file, const json_t *group)
{
	const char *description = json_string_value(json_object_get(group, "description"));
	struct arena *arena = arena_new();
	struct schema_input inputs[65] = {{.name = "https://example.invalid/schema"}};
	struct schema_table table;
	struct schema_trouble trouble = {0};
	inputs[0].json = json_text(arena, json_object_get(group, "schema"));
	memcpy(inputs + 1, suite->remotes, suite->remote_count * sizeof *inputs);
	const char *reason = left_reason(description);
	bool compiled = !reason && schema_compile_standard(inputs, 1 + suite->remote_count, arena, &table, &trouble);
	size_t i;
	json_t *test;
	json_array_foreach(json_object_get(group, "tests"), i, test) {
		bool expected = json_is_true(json_object_get(test, "valid"));
		if (reason) {
			suite->left++;
			continue;
		}
		if (compiled && is_valid(&table, arena, json_object_get(test, "data")) == expected) {
			suite->passed++;
			continue;
		}
		suite->failed++;
		print_message("%s: %s: %s: %s\n", file, description,
			json_string_value(json_object_get(test, "description")),
			compiled ? (expected ? "valid, but refused" : "not valid, but let through") : trouble.message.ptr);
	}
	arena_free(arena);
}

static void file_run(struct suite *suite, const char *folder, const char *name)
{
	char path[1024];
	json_error_t error;
	snprintf(path, sizeof path, "%s/%s", folder, name);
	json_t *groups = json_load_file(path, JSON_ALLOW_NUL, &error), *group;
	size_t i;
	assert_non_null(groups);
	json_array_foreach(groups, i, group)
		group_run(suite, name, group);
	json_decref(groups);
}

static void remotes_read(struct suite *suite, const char *folder, const char *uri)
{
	DIR *directory = opendir(folder);
	const struct dirent *entry;
	while (directory && (entry = readdir(directory))) {
		char path[1024];
		json_error_t error;
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		struct kpss_str name = arena_format(suite->arena, "%s/%s", uri, entry->d_name);
		json_t *json = json_load_file(path, JSON_DECODE_ANY, &error);
		if (!json) {
			remotes_read(suite, path, name.ptr);
			continue;
		}
		if (suite->remote_count < sizeof suite->remotes / sizeof *suite->remotes)
			suite->remotes[suite->remote_count++] =
				(struct schema_input){.name = name.ptr, .json = json_text(suite->arena, json)};
		json_decref(json);
	}
	if (directory)
		closedir(directory);
}

static int name_compare(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static void agrees_with_the_official_suite(void **state)
{
	(void)state;
	struct suite suite = {.arena = arena_new()};
	const char *shared = getenv("KPSS_SHARED");
	struct kpss_str root = arena_format(suite.arena, "%s/data/json-schema-test-suite",
		shared ? shared : KPSS_SOURCE_DIR "/../shared");
	struct kpss_str tests = arena_format(suite.arena, "%s/draft2020-12", root.ptr);
	DIR *directory = opendir(tests.ptr);
	if (!directory) {
		print_message("SKIPPED: the JSON Schema test suite is not at %s (set KPSS_SHARED)\n", tests.ptr);
		arena_free(suite.arena);
		skip();
	}
	remotes_read(&suite, arena_format(suite.arena, "%s/remotes/draft2020-12", root.ptr).ptr,
		"http://localhost:1234/draft2020-12");
	char *names[128];
	size_t count = 0;
	const struct dirent *entry;
	while ((entry = readdir(directory)))
		if (strstr(entry->d_name, ".json") && count < 128)
			names[count++] = (char *)arena_text(suite.arena, kpss_str(entry->d_name)).ptr;
	closedir(directory);
	qsort(names, count, sizeof *names, name_compare);

	for (size_t i = 0; i < count; i++)
		file_run(&suite, tests.ptr, names[i]);

	print_message("%zu cases agree, %zu do not, %zu are left out\n", suite.passed, suite.failed, suite.left);
	arena_free(suite.arena);
	assert_int_equal(suite.failed, 0);
	assert_true(suite.passed > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_official_suite),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
