#include "table_fixture.h"
#include "test.h"

static void escapes_what_markdown_would_follow(void **state)
{
	(void)state;
	struct table_fixture table = table_fixture("md", "cs", CELL_MONEY);

	table.options.caption = kpss_str("Cíle *města*");
	table_add(&table, cell_money(150000), "a|b\nc <b>");
	table_add(&table, cell_none(), "\x1b");

	assert_string_equal(table_end(&table), "# Cíle \\*města\\*\n"
					       "\n"
					       "| A | Bé |\n"
					       "| ---: | --- |\n"
					       "| 1" NBSP "500,00 | a\\|b c \\<b\\> |\n"
					       "| | \\\\u{1b} |\n");
	table_clear(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(escapes_what_markdown_would_follow)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
