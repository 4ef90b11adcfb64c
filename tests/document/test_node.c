#include "reading.h"

static void assert_type(const char *text, enum scalar_type expected)
{
	struct node node = {.text = text, .length = (uint32_t)strlen(text), .style = STYLE_PLAIN};
	if (node_scalar_type(&node) != expected)
		fail_msg("\"%s\" is %d", text, (int)node_scalar_type(&node));
	node.style = STYLE_DOUBLE_QUOTED;
	assert_int_equal(node_scalar_type(&node), SCALAR_TEXT);
}

static void reads_nothing_as_the_core_schema_does(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "~", "null", "Null", "NULL"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_type(texts[i], SCALAR_NULL);
	assert_type("nULL", SCALAR_TEXT);
	assert_type("~~", SCALAR_TEXT);
}

static void reads_truth_values_as_the_core_schema_does(void **state)
{
	(void)state;
	static const char *const texts[] = {"true", "True", "TRUE", "false", "False", "FALSE"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_type(texts[i], SCALAR_BOOLEAN);
	static const char *const words[] = {"yes", "no", "on", "off", "y", "n", "tRUE", "ano", "ne", "t", "f", "truee"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_type(words[i], SCALAR_TEXT);
}

static void reads_numbers_as_the_core_schema_does(void **state)
{
	(void)state;
	static const char *const integers[] = {"0", "-0", "+12", "012", "08", "0o17", "0x1F", "99999999999999999999999"};
	for (size_t i = 0; i < sizeof integers / sizeof *integers; i++)
		assert_type(integers[i], SCALAR_INTEGER);
	static const char *const numbers[] = {"1.10", "-.5", ".5", "1.", "1e3", "1E-3", "+1.5e+3", ".inf", "-.INF", "+.Inf", ".nan"};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_type(numbers[i], SCALAR_NUMBER);
	static const char *const texts[] = {"-", "+", ".", "-.", "e3", "1e", "1e+", "1_000", "1 450", "0o", "0o8", "0x", "0xG",
		"-0x1", "12:30", "2026-01-02", "1.2.3", "1,5", ".INf", "-.nan", "--1", "+420 558"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_type(texts[i], SCALAR_TEXT);
}

static void walks_over_items_and_keys(void **state)
{
	(void)state;
	struct reading reading = reading_text("a: [b, [c], d]\ne: {}\nf: []\n");
	const struct node *root = reading.document.root;
	const struct node *a = node_first(root), *e = node_next_key(root, a), *f = node_next_key(root, e);
	assert_text(node_text(a), "a");
	assert_text(node_text(e), "e");
	assert_text(node_text(f), "f");
	assert_null(node_next_key(root, f));
	assert_null(node_first(node_value(e)));
	assert_null(node_first(node_value(f)));
	const struct node *list = node_value(a), *b = node_first(list), *c = node_next_item(list, b);
	assert_int_equal(c->kind, NODE_SEQUENCE);
	assert_text(node_text(node_next_item(list, c)), "d");
	assert_null(node_next_item(list, node_next_item(list, c)));
	reading_clear(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_nothing_as_the_core_schema_does),
		cmocka_unit_test(reads_truth_values_as_the_core_schema_does),
		cmocka_unit_test(reads_numbers_as_the_core_schema_does),
		cmocka_unit_test(walks_over_items_and_keys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
