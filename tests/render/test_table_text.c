#include "table_fixture.h"
#include "test.h"

static void aligns_numbers_to_the_right_and_texts_to_the_left(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("text", "cs", CELL_MONEY);

	table_add(&table, cell_money(123456750), "kůň");
	table_add(&table, cell_money(-5), "x");
	table_add(&table, cell_none(), "");

	assert_string_equal(table_end(&table), "           A  Bé\n"
					       "────────────  ───\n"
					       "1" NBSP "234" NBSP "567,50  kůň\n"
					       "       " MINUS "0,05  x\n"
					       "\n");
	table_clear(&table);
}

static void says_values_as_the_language_writes_them(void **state)
{
	(void)state;
	struct table_fixture czech = table_fixture("text", "cs", CELL_NONE),
			     english = table_fixture("text", "en", CELL_NONE);
	const struct cell values[] = {cell_date(kpss_date_of(2026, 6, 15)), cell_boolean(true),
		cell_boolean(false), cell_integer(2026), cell_integer(-12345), cell_real(0.1),
		cell_money(123456750), cell_money(INT64_MIN)};

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		table_add(&czech, values[i], "");
		table_add(&english, values[i], "");
	}

	const char *written = table_end(&czech);
	assert_non_null(
		strstr(written, "\n15." NBSP "6." NBSP "2026\nano\nne\n2026\n" MINUS "12" NBSP
				"345\n0,1\n1" NBSP "234" NBSP "567,50\n" MINUS "92" NBSP "233" NBSP
				"720" NBSP "368" NBSP "547" NBSP "758,08\n"));
	written = table_end(&english);
	assert_non_null(strstr(written, "\n2026-06-15\nyes\nno\n2026\n-12,345\n0.1\n1,234,567.50\n"
					"-92,233,720,368,547,758.08\n"));
	table_clear(&czech);
	table_clear(&english);
}

static void measures_what_a_terminal_shows(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("text", "cs", CELL_TEXT);

	table_add(&table, cell_text(kpss_str("日本")), "x");
	table_add(&table, cell_text(kpss_str("\x1b[1m")), "dva\nřádky");
	table_add(&table, cell_text(kpss_str("\xff")), "x");

	assert_string_equal(table_end(&table), "A          Bé\n"
					       "─────────  ─────────\n"
					       "日本       x\n"
					       "\\u{1b}[1m  dva řádky\n"
					       "\\x{ff}     x\n");
	table_clear(&table);
}

static void goes_on_below_where_the_terminal_is_narrow(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("text", "cs", CELL_INTEGER);

	table.options.width = 24;
	table_add(&table, cell_integer(1), "Setkání se seniory v knihovně");
	table_add(&table, cell_integer(20), "dlouheslovokterenemamezery");

	assert_string_equal(table_end(&table), " A  Bé\n"
					       "──  ────────────────────\n"
					       " 1  Setkání se seniory v\n"
					       "    knihovně\n"
					       "20  dlouheslovokterenema\n"
					       "    mezery\n");
	table_clear(&table);
}

static void shares_a_narrow_terminal_between_long_texts(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("text", "cs", CELL_TEXT);
	const char *const sentence = "ab cd ef gh ij kl mn op qr st uv";

	table.options.width = 42;
	table_add(&table, cell_text(kpss_str(sentence)), sentence);

	assert_string_equal(table_end(&table), "A                     Bé\n"
					       "────────────────────  ────────────────────\n"
					       "ab cd ef gh ij kl mn  ab cd ef gh ij kl mn\n"
					       "op qr st uv           op qr st uv\n");
	table_clear(&table);
}

static void never_breaks_numbers(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("text", "cs", CELL_MONEY);

	table.options.width = 5;
	table_add(&table, cell_money(123456750), "x");

	assert_non_null(strstr(table_end(&table), "1" NBSP "234" NBSP "567,50  x\n"));
	table_clear(&table);
}

static void shows_the_titles_of_an_empty_table_and_its_caption(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("text", "cs", CELL_INTEGER);

	table.options.caption = kpss_str("Cíle");
	table.options.colour = true;

	assert_string_equal(table_end(&table), "Cíle\n\n\x1b[1mA  Bé\x1b[0m\n─  ──\n");
	table_clear(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(aligns_numbers_to_the_right_and_texts_to_the_left),
		cmocka_unit_test(says_values_as_the_language_writes_them),
		cmocka_unit_test(measures_what_a_terminal_shows),
		cmocka_unit_test(goes_on_below_where_the_terminal_is_narrow),
		cmocka_unit_test(shares_a_narrow_terminal_between_long_texts),
		cmocka_unit_test(never_breaks_numbers),
		cmocka_unit_test(shows_the_titles_of_an_empty_table_and_its_caption),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
