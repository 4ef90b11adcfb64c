#include "render/wrap.h"

#include "base/buf.h"
#include "test.h"

static void check_cut(const char *text, size_t columns, const char *expected)
{
	struct buf buf = {0};
	cut_add(&buf, kpss_str(text), columns);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, expected);
	buf_clear(&buf);
}

static void leaves_what_fits(void **state)
{
	(void)state;
	check_cut("čtení", 5, "čtení");
}

static void cuts_by_columns_not_bytes(void **state)
{
	(void)state;
	check_cut("čtenář", 5, "čten…");
}

static void breaks_at_blanks_and_indents_what_follows(void **state)
{
	(void)state;
	struct buf buf = {0};
	wrap_add(&buf, 2, 70, "osm slov a dost");
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.ptr, "osm slov\n  a dost\n");
	buf_clear(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_what_fits),
		cmocka_unit_test(cuts_by_columns_not_bytes),
		cmocka_unit_test(breaks_at_blanks_and_indents_what_follows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
