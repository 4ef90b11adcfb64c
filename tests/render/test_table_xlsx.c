/* What a workbook says inside is asked of it by tests/formats/workbook. */
#include "table_fixture.h"
#include "test.h"

static struct table_fixture written(void)
{
	struct table_fixture table = table_fixture("xlsx", "cs", CELL_MONEY);
	table_add(&table, cell_money(123456750), "x");
	assert_non_null(table_end(&table));
	return table;
}

static void is_an_archive(void **state)
{
	(void)state;
	struct table_fixture table = written();

	assert_memory_equal(table.out.ptr, "PK\x03\x04", 4);
	table_clear(&table);
}

static void gives_the_same_bytes_for_the_same_table(void **state)
{
	(void)state;
	struct table_fixture first = written(), second = written();

	assert_int_equal(first.out.len, second.out.len);
	assert_memory_equal(first.out.ptr, second.out.ptr, first.out.len);
	table_clear(&first);
	table_clear(&second);
}

static void says_when_there_are_more_columns_than_a_sheet_has(void **state)
{
	(void)state;
	enum { TOO_MANY = 16385 };
	struct table_fixture table = table_fixture("xlsx", "cs", CELL_TEXT);
	struct table_column *columns = arena_array(table.arena, TOO_MANY, sizeof *columns);

	struct table_writer *writer =
		table.format->begin(&table.out, &table.options, columns, TOO_MANY);

	assert_false(table.format->end(writer));
	assert_int_equal(table.out.len, 0);
	table_clear(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_an_archive),
		cmocka_unit_test(gives_the_same_bytes_for_the_same_table),
		cmocka_unit_test(says_when_there_are_more_columns_than_a_sheet_has),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
