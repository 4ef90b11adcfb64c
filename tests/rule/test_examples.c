/* What `kpss explain` shows is true: every `wrong` gives its own finding and nothing else, every `right` none, in a small
 * town that has what they refer to. */
#include <string.h>

#include "rule_fixture.h"

static const char town[] = "osoby:\n"
			   "  - {id: dvorakova-p, jméno: Pavla Dvořáková}\n"
			   "  - {id: hajkova-l, jméno: Lenka Hájková}\n"
			   "orgány:\n"
			   "  - {id: rada, název: Rada města, druh: rada}\n"
			   "plány:\n"
			   "  - id: plan-mesta\n"
			   "    název: Plán města\n"
			   "    od: 2025-01-01\n"
			   "    do: 2028-12-31\n"
			   "    území: ['500011', '500020']\n"
			   "    cíle:\n"
			   "      - id: zustat-doma\n"
			   "        název: Zůstat doma\n"
			   "        opatření:\n"
			   "          - id: asistence\n"
			   "            název: Udržet asistenci\n"
			   "            skupiny: [{skupina: domaci-pece}]\n"
			   "            potřeby: [Asistence odmítá zájemce.]\n"
			   "            potřebné_zdroje: [Dva úvazky asistentek.]\n"
			   "skupiny:\n"
			   "  - id: domaci-pece\n"
			   "    název: Domácí péče\n"
			   "    druh: expertní\n"
			   "    vedoucí: [{osoba: hajkova-l}]\n"
			   "    členové: [{osoba: hajkova-l}]\n";

/* Codes whose mistake cannot be written down as text: bytes, file systems, sizes. */
static const char *const without_example[] = {"byte-order-mark", "cannot-read", "edit-not-safe",
	"file-name", "forbidden-character", "hidden-character", "history-incomplete",
	"history-unavailable", "limit-file-size", "limit-files",
	"limit-findings", "limit-folders", "limit-key-length", "limit-keys", "limit-nesting",
	"limit-values", "link-not-followed", "mixed-line-ends", "no-repository",
	"non-breaking-space", "not-utf8", "private-in-history", "private-not-ignored",
	"private-tracked", "special-file"};

/* The name of the file that a line names, NULL when it names none. */
static const char *file_named(struct plan_fixture *fixture, const char *line, size_t length)
{
	static const char end[] = ".yaml";
	bool named = length > sizeof end + 1 && strncmp(line, "# ", 2) == 0 &&
		     strncmp(line + length - strlen(end), end, strlen(end)) == 0;
	struct kpss_str name = {.ptr = line + 2, .len = length - 2};
	return named ? arena_text(fixture->findings.arena, name).ptr : NULL;
}

static void file_lay(struct plan_fixture *fixture, const char *path, const char *begin, const char *end)
{
	struct kpss_str text = {.ptr = begin, .len = (size_t)(end - begin)};
	if (end > begin)
		plan_fixture_file(fixture, path, arena_text(fixture->findings.arena, text).ptr);
}

static void example_lay(struct plan_fixture *fixture, const char *text)
{
	const char *path = "a.yaml", *begin = text, *line = text;
	while (*line) {
		const char *end = strchr(line, '\n');
		assert_non_null(end);
		const char *name = file_named(fixture, line, (size_t)(end - line));
		if (name) {
			file_lay(fixture, path, begin, line);
			path = name;
			begin = end + 1;
		}
		line = end + 1;
	}
	file_lay(fixture, path, begin, line);
}

static const char *found_in(struct plan_fixture *fixture, const char *text)
{
	struct kpss_date day = kpss_date_of(2026, 3, 12);
	findings_reset(&fixture->findings);
	fixture->count = 0;
	example_lay(fixture, text);
	plan_fixture_file(fixture, "mesto.yaml", town);
	plan_fixture_load(fixture);
	if (fixture->loaded)
		rules_run(fixture->plan, day, &fixture->findings);
	return listed(&fixture->text, &fixture->findings);
}

/* Is the code found; or, not `at_all`, nothing but it? A comment that fails leaves what it was to silence. */
static bool is_found(const struct plan_fixture *fixture, const char *code, bool at_all)
{
	bool about_comments = strncmp(code, "suppression-", strlen("suppression-")) == 0;
	size_t same = 0;
	for (size_t i = 0; i < fixture->findings.count; i++)
		same += strcmp(fixture->findings.items[i].kind->code, code) == 0;
	return at_all ? same > 0 : about_comments || same == fixture->findings.count;
}

static void shows_something_wrong_that_gives_the_finding(void **state)
{
	struct plan_fixture *fixture = *state;
	const struct finding_kind *kind;
	size_t untrue = 0;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (!kind->wrong)
			continue;
		found_in(fixture, kind->wrong);
		bool only = is_found(fixture, kind->code, true) && is_found(fixture, kind->code, false);
		if (!only)
			print_error("%s: wrong gives\n%s", kind->code, buf_str(&fixture->text).ptr);
		untrue += !only;
	}
	assert_int_equal(untrue, 0);
}

static void shows_something_right_that_gives_none(void **state)
{
	struct plan_fixture *fixture = *state;
	const struct finding_kind *kind;
	size_t untrue = 0;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (!kind->right)
			continue;
		const char *found = found_in(fixture, kind->right);
		if (*found)
			print_error("%s: right gives\n%s", kind->code, found);
		untrue += *found != '\0';
	}
	assert_int_equal(untrue, 0);
}

static bool can_be_shown(const char *code)
{
	for (size_t i = 0; i < sizeof without_example / sizeof *without_example; i++)
		if (strcmp(without_example[i], code) == 0)
			return false;
	return true;
}

static void shows_every_code_that_can_be_shown(void **state)
{
	(void)state;
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		if (!kind->meaning) {
			assert_null(kind->wrong);
			assert_null(kind->right);
		} else if ((kind->wrong && kind->right) != can_be_shown(kind->code)) {
			fail_msg("%s has no examples, or should have none", kind->code);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(shows_something_wrong_that_gives_the_finding),
		PLAN_TEST(shows_something_right_that_gives_none),
		PLAN_TEST(shows_every_code_that_can_be_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
