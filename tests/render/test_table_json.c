#include <jansson.h>

#include "table_fixture.h"
#include "test.h"

static void heads_the_rows_with_what_they_are_about(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("json", "cs", CELL_MONEY);

	table.options.commit = kpss_str("0123abcd");
	table.options.town = kpss_str("Kotěhůlky");
	table_add(&table, cell_money(123456750), "x");
	table_add(&table, cell_none(), NULL);

	assert_string_equal(table_end(&table), "{\n"
					       "  \"schemaVersion\": 1,\n"
					       "  \"asOf\": \"2026-06-15\",\n"
					       "  \"commit\": \"0123abcd\",\n"
					       "  \"town\": \"Kotěhůlky\",\n"
					       "  \"columns\": [\n"
					       "    {\"name\": \"a\", \"type\": \"money\"},\n"
					       "    {\"name\": \"b\", \"type\": \"text\"}\n"
					       "  ],\n"
					       "  \"rows\": [\n"
					       "    {\"a\": 1234567.50, \"b\": \"x\"},\n"
					       "    {\"a\": null, \"b\": null}\n"
					       "  ]\n"
					       "}\n");
	table_clear(&table);
}

static void is_a_document_without_rows_too(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("json", "cs", CELL_MONEY);
	json_error_t error;

	json_t *document = json_loads(table_end(&table), JSON_REJECT_DUPLICATES, &error);

	assert_int_equal(json_array_size(json_object_get(document, "rows")), 0);
	assert_true(json_is_null(json_object_get(document, "commit")));
	json_decref(document);
	table_clear(&table);
}

static void writes_one_object_a_line_and_keeps_none(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("jsonl", "cs", CELL_NONE);

	table_add(&table, cell_date(kpss_date_of(2026, 6, 15)), "x");
	table_add(&table, cell_boolean(true), "y");
	table_add(&table, cell_real(1.0 / 0.0), "");
	table_add(&table, cell_integer(INT64_MIN), "z");

	assert_string_equal(table_end(&table), "{\"a\": \"2026-06-15\", \"b\": \"x\"}\n"
					       "{\"a\": true, \"b\": \"y\"}\n"
					       "{\"a\": null, \"b\": \"\"}\n"
					       "{\"a\": -9223372036854775808, \"b\": \"z\"}\n");
	table_clear(&table);
}

static void escapes_texts_so_that_they_come_back(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("jsonl", "cs", CELL_TEXT);
	const char *const text = "\"\\/\n\t\r\x1b\x7f ř 😀 \xE2\x80\xAE";

	table_add(&table, cell_text(kpss_str(text)), "\xff");
	const char *written = table_end(&table);

	json_t *row = json_loads(written, 0, NULL);
	assert_string_equal(json_string_value(json_object_get(row, "a")), text);
	assert_string_equal(json_string_value(json_object_get(row, "b")), "\\x{ff}");
	for (const char *c = written; *c && *c != '\n'; c++)
		assert_true((unsigned char)*c >= ' ' && *c != '\x7f');
	assert_null(strstr(written, "\xE2\x80\xAE"));
	json_decref(row);
	table_clear(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heads_the_rows_with_what_they_are_about),
		cmocka_unit_test(is_a_document_without_rows_too),
		cmocka_unit_test(writes_one_object_a_line_and_keeps_none),
		cmocka_unit_test(escapes_texts_so_that_they_come_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
