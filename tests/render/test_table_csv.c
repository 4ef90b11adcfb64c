#include "table_fixture.h"
#include "test.h"

static void guards_texts_but_not_numbers_against_formulas(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("csv", "cs", CELL_INTEGER);

	table_add(&table, cell_integer(-5), "-5");
	table_add(&table, cell_integer(1), "=1+1");
	table_add(&table, cell_money(-5), "\n=1+1");

	assert_string_equal(table_end(&table), "a,b\r\n-5,'-5\r\n1,'=1+1\r\n-0.05,\"'\n=1+1\"\r\n");
	table_clear(&table);
}

static void writes_values_as_programs_read_them(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("csv", "cs", CELL_NONE);

	table_add(&table, cell_money(123456750), "a;b");
	table_add(&table, cell_money(INT64_MIN), "a,b");
	table_add(&table, cell_date(kpss_date_of(2026, 6, 15)), "\"a\"");
	table_add(&table, cell_boolean(true), "");
	table_add(&table, cell_real(0.1), "ř");
	table_add(&table, cell_real(0.1 + 0.2), "");
	table_add(&table, cell_integer(123456), "");
	table_add(&table, cell_none(), NULL);

	assert_string_equal(table_end(&table), "a,b\r\n"
					       "1234567.50,a;b\r\n"
					       "-92233720368547758.08,\"a,b\"\r\n"
					       "2026-06-15,\"\"\"a\"\"\"\r\n"
					       "true,\r\n"
					       "0.1,ř\r\n"
					       "0.30000000000000004,\r\n"
					       "123456,\r\n"
					       ",\r\n");
	table_clear(&table);
}

static void suits_a_czech_spreadsheet(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("csv", "cs", CELL_NONE);

	table.options.excel = true;
	table_add(&table, cell_money(123456750), "a;b");
	table_add(&table, cell_real(-0.5), "a,b");
	table_add(&table, cell_boolean(false), "@x");
	table_add(&table, cell_date(kpss_date_of(2026, 6, 5)), "");

	assert_string_equal(table_end(&table), "\xEF\xBB\xBF"
					       "A;Bé\r\n"
					       "1234567,50;\"a;b\"\r\n"
					       "-0,5;a,b\r\n"
					       "ne;'@x\r\n"
					       "2026-06-05;\r\n");
	table_clear(&table);
}

static void keeps_no_rows(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("csv", "cs", CELL_INTEGER);

	table_add(&table, cell_integer(1), "x");
	table.out.len = 0;
	table_add(&table, cell_integer(2), "y");

	assert_string_equal(table_end(&table), "2,y\r\n");
	table_clear(&table);
}

static void shows_a_row_of_one_empty_cell(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("csv", "cs", CELL_TEXT);
	const struct cell nothing = {0};

	table.writer = table.format->begin(&table.out, &table.options, table.columns, 1);
	table.format->row(table.writer, &nothing);

	assert_string_equal(table_end(&table), "a\r\n\"\"\r\n");
	table_clear(&table);
}

static void names_no_column_twice(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("csv", "cs", CELL_TEXT);
	const char *const names[] = {"a", "a", "a_2", "a"};
	struct table_column columns[4];
	for (size_t i = 0; i < 4; i++)
		columns[i] = (struct table_column){.name = kpss_str(names[i])};

	table.writer = table.format->begin(&table.out, &table.options, columns, 4);

	assert_string_equal(table_end(&table), "a,a_3,a_2,a_4\r\n");
	table_clear(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(guards_texts_but_not_numbers_against_formulas),
		cmocka_unit_test(writes_values_as_programs_read_them),
		cmocka_unit_test(suits_a_czech_spreadsheet),
		cmocka_unit_test(keeps_no_rows),
		cmocka_unit_test(shows_a_row_of_one_empty_cell),
		cmocka_unit_test(names_no_column_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
