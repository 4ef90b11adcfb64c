#include "answer/concern.h"
#include "answer/due.h"

#include "plan_fixture.h"

#define STATUSES                                                                                   \
	"stavy:\n  - {kód: hotovo, označení: splněno, třída: splněno}\n"                    \
	"  - {kód: bezi, označení: běží, třída: průběžně}\n"
#define GROUP "skupiny: [{id: rodiny, název: Rodiny, druh: pracovní, od: 2020-01-01}]\n"
#define PEOPLE                                                                                     \
	"osoby: [{id: hajkova, jméno: Hájková}, {id: novak, jméno: Novák}]\n"                 \
	"funkce:\n"                                                                                \
	"  - {id: koordinator, název: Koordinátor, nositelé: [{osoba: novak}]}\n"

static struct kpss_date day_of(const char *text)
{
	struct kpss_date day = {0};
	assert_true(kpss_date_parse(kpss_str(text), &day));
	return day;
}

/* What is due, as “2024-02-29 invitation rodiny-1” lines; a detail follows the id. */
static const char *due_lines(struct plan_fixture *fixture, const char *rules, const char *text,
	const char *as_of, const char *until, const char *about)
{
	plan_fixture_file(fixture, "pravidla.yaml", rules);
	plan_fixture_load_one(fixture, text);
	struct arena *arena = fixture->findings.arena;
	const struct concern *concern = NULL;
	if (about)
		concern = concern_of(
			fixture->plan, plan_fixture_find(fixture, about), day_of(as_of), arena);
	struct dues dues =
		dues_of_plan(fixture->plan, day_of(as_of), day_of(until), concern, arena);
	struct buf *buf = &fixture->text;
	buf->len = 0;
	for (size_t i = 0; i < dues.count; i++) {
		int year, month, day;
		kpss_date_split(dues.items[i].day, &year, &month, &day);
		buf_addf(buf, "%04d-%02d-%02d %s ", year, month, day, dues.items[i].kind->word);
		buf_add(buf, dues.items[i].subject->id);
		buf_add_text(buf, dues.items[i].detail.len ? " " : "");
		buf_add(buf, dues.items[i].detail);
		buf_add_text(buf, i < dues.overdue ? " overdue\n" : "\n");
	}
	buf_add_char(buf, '\0');
	return buf->ptr;
}

#define MEETING(day) GROUP "jednání: [{id: rodiny-1, orgán: rodiny, datum: " day "}]\n"

static void invites_so_many_days_before_a_meeting(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {pozvánka_dní_předem: 7}\n",
				    MEETING("2024-03-07"), "2024-02-29", "2024-03-07", NULL),
		"2024-02-29 invitation rodiny-1\n2024-03-07 meeting rodiny-1\n");
}

static void counts_working_days_where_the_town_does(void **state)
{
	/* Easter Monday and Good Friday of 2024 are in between. */
	assert_string_equal(
		due_lines(*state, "skupiny: {pozvánka_dní_předem: 3, dny_pozvánky: pracovní}\n",
			MEETING("2024-04-03"), "2024-03-20", "2024-04-03", NULL),
		"2024-03-27 invitation rodiny-1\n2024-04-03 meeting rodiny-1\n");
}

static void an_invitation_is_overdue_until_the_meeting(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {pozvánka_dní_předem: 7}\n",
				    MEETING("2024-03-07"), "2024-03-01", "2024-03-31", NULL),
		"2024-02-29 invitation rodiny-1 overdue\n2024-03-07 meeting rodiny-1\n");
}

static void nobody_is_invited_to_a_meeting_that_was(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {pozvánka_dní_předem: 7}\n",
				    MEETING("2024-03-07"), "2024-03-08", "2024-12-30", NULL),
		"");
}

static void an_invitation_that_was_sent_is_not_due(void **state)
{
	assert_string_equal(
		due_lines(*state, "skupiny: {pozvánka_dní_předem: 7}\n",
			GROUP "jednání: [{id: rodiny-1, orgán: rodiny, datum: 2024-03-07, "
			      "pozvánka_odeslána: 2024-02-20}]\n",
			"2024-02-21", "2024-03-06", NULL),
		"");
}

static void a_setting_that_is_not_made_makes_nothing_due(void **state)
{
	assert_string_equal(due_lines(*state, STATUSES, MEETING("2024-03-07"), "2024-02-21",
				    "2024-03-06", NULL),
		"");
}

static void what_is_due_on_the_last_day_is_told(void **state)
{
	assert_string_equal(due_lines(*state, STATUSES, MEETING("2024-03-07"), "2024-03-07",
				    "2024-03-07", NULL),
		"2024-03-07 meeting rodiny-1\n");
}

static void minutes_are_published_within_days_of_the_meeting(void **state)
{
	assert_string_equal(
		due_lines(*state, "skupiny: {zápisy_veřejné: true, zápis_do_dní: 14}\n",
			GROUP
			"jednání:\n"
			"  - {id: rodiny-1, orgán: rodiny, datum: 2024-02-15}\n"
			"  - {id: rodiny-2, orgán: rodiny, datum: 2024-02-15, zápis: {zveřejněn: "
			"2024-02-20}}\n",
			"2024-03-01", "2024-12-31", NULL),
		"2024-02-29 minutes rodiny-1 overdue\n");
}

static void tasks_that_are_done_or_put_off_are_not_due(void **state)
{
	assert_string_equal(
		due_lines(*state, STATUSES,
			GROUP
			"jednání:\n"
			"  - id: rodiny-1\n    orgán: rodiny\n    datum: 2024-01-15\n    úkoly:\n"
			"      - {úkol: Hotovo, termín: 2024-02-01, stav: splněno}\n"
			"      - {úkol: Slovem, termín: 2024-02-01, plnění: splněno}\n"
			"      - {úkol: Běží, termín: 2024-02-01, stav: běží}\n"
			"      - {id: odlozen, úkol: Odložen, termín: 2024-02-01}\n"
			"      - {id: skoncil, úkol: Skončil, termín: 2024-02-01}\n"
			"  - id: rodiny-2\n    orgán: rodiny\n    datum: 2024-02-15\n    "
			"kontrola_úkolů:\n"
			"      - {úkol: odlozen, stav: běží, nový_termín: 2024-06-30}\n"
			"      - {úkol: skoncil, stav: splněno}\n",
			"2024-03-01", "2024-12-31", NULL),
		"2024-02-01 task  rodiny-1-3 overdue\n2024-06-30 task odlozen\n");
}

static void what_a_later_meeting_says_of_a_task_is_not_known_before(void **state)
{
	assert_string_equal(
		due_lines(*state, STATUSES,
			GROUP
			"jednání:\n"
			"  - id: rodiny-1\n    orgán: rodiny\n    datum: 2024-01-15\n    úkoly:\n"
			"      - {id: mapa, úkol: Mapa, termín: 2024-02-01}\n"
			"  - id: rodiny-2\n    orgán: rodiny\n    datum: 2024-02-15\n    "
			"kontrola_úkolů:\n"
			"      - {úkol: mapa, stav: splněno}\n",
			"2024-02-10", "2024-02-14", NULL),
		"2024-02-01 task mapa overdue\n");
}

static void a_group_behind_its_meetings_has_until_the_end_of_the_year(void **state)
{
	/* By the end of June half of four are wanted. */
	assert_string_equal(
		due_lines(*state, "skupiny: {nejméně_jednání_ročně: 4}\n",
			GROUP "jednání: [{id: rodiny-1, orgán: rodiny, datum: 2024-01-15}]\n",
			"2024-07-02", "2024-12-31", NULL),
		"2024-12-31 meetings-this-year rodiny 2024\n");
}

static void a_group_that_keeps_pace_is_left_alone(void **state)
{
	assert_string_equal(
		due_lines(*state, "skupiny: {nejméně_jednání_ročně: 4}\n",
			GROUP "jednání: [{id: rodiny-1, orgán: rodiny, datum: 2024-01-15}]\n",
			"2024-06-29", "2024-12-31", NULL),
		"");
}

static void a_group_that_ends_has_only_until_then(void **state)
{
	assert_string_equal(
		due_lines(*state, "skupiny: {nejméně_jednání_ročně: 12}\n",
			"skupiny: [{id: rodiny, název: Rodiny, od: 2020-01-01, do: 2024-06-30}]\n",
			"2024-06-30", "2024-12-31", NULL),
		"2024-06-30 meetings-this-year rodiny 2024\n");
}

#define ROUND                                                                                          \
	"plány: [{id: plan, název: Plán}]\n"                                                        \
	"připomínková_řízení: [{id: kolo, název: Kolo, předmět: [plan], od: 2024-01-15, do: " \
	"2024-01-30}]\n"

static void a_round_closes_and_is_settled(void **state)
{
	assert_string_equal(due_lines(*state, "připomínkové_řízení: {vypořádání_do_dní: 30}\n",
				    ROUND, "2024-01-20", "2024-12-31", NULL),
		"2024-01-30 comments-close kolo\n2024-02-29 settlement kolo\n");
}

static void a_closed_round_without_open_comments_is_done(void **state)
{
	assert_string_equal(due_lines(*state, "připomínkové_řízení: {vypořádání_do_dní: 30}\n",
				    ROUND "podání: [{id: p1, připomínkové_řízení: kolo, "
					  "připomínky: [{id: c1, znění: X, "
					  "vypořádání: {výsledek: vyhověno}}]}]\n",
				    "2024-01-31", "2024-12-31", NULL),
		"");
}

static void an_open_comment_keeps_its_round_due(void **state)
{
	assert_string_equal(due_lines(*state, "připomínkové_řízení: {vypořádání_do_dní: 30}\n",
				    ROUND "podání: [{id: p1, připomínkové_řízení: kolo, "
					  "připomínky: [{id: c1, znění: X}]}]\n",
				    "2024-03-01", "2024-12-31", NULL),
		"2024-02-29 settlement kolo overdue\n");
}

static void a_hearing_is_held_so_many_days_before_the_close(void **state)
{
	assert_string_equal(
		due_lines(*state,
			"připomínkové_řízení: {projednání_povinné: true, dní_po_projednání: 10}\n",
			ROUND, "2024-01-15", "2024-01-29", NULL),
		"2024-01-20 hearing-missing kolo\n");
}

static void years_are_evaluated_some_days_after_their_end(void **state)
{
	assert_string_equal(
		due_lines(*state, "vyhodnocení: {co_se_hodnotí: [opatření], do_dní: 60}\n",
			"plány: [{id: plan, název: Plán, od: 2022-01-01, do: 2024-12-31}]\n"
			"akční_plány: [{id: ap, název: AP, plán: plan, roky: [2022, 2023]}]\n"
			"vyhodnocení: [{id: v, název: V, akční_plán: ap, rok: 2022, datum: "
			"2023-02-01}]\n",
			"2024-02-29", "2024-12-30", NULL),
		"2024-02-29 evaluation ap 2023\n");
}

static void cycles_bring_phases_and_milestones(void **state)
{
	assert_string_equal(
		due_lines(*state, STATUSES,
			"cykly:\n"
			"  - id: cyklus\n    název: Cyklus\n    fáze:\n"
			"      - {fáze: příprava, od: 2023-01-01}\n"
			"      - {fáze: analýza, od: 2024-03-01}\n"
			"    milníky:\n"
			"      - {název: Dotazník, termín: 2024-02-01}\n"
			"      - {název: Hotovo, termín: 2024-02-01, splněn: 2024-01-31}\n",
			"2024-02-29", "2024-12-31", NULL),
		"2024-02-01 milestone cyklus 1 overdue\n2024-03-01 phase cyklus 2\n");
}

static void plans_projects_items_and_roles_end(void **state)
{
	assert_string_equal(
		due_lines(*state, STATUSES,
			PEOPLE
			"plány: [{id: plan, název: Plán, od: 2022-01-01, do: 2023-12-31, "
			"prodloužení: [{do: "
			"2024-12-31}]}]\n"
			"dotační_projekty: [{id: projekt, název: P, od: 2023-01-01, do: "
			"2024-06-30, výstupy: "
			"[{co: Plán, termín: 2024-05-31}]}]\n"
			"opatření: [{id: svoz, název: Svoz, nadřazená_položka: plan, nejpozději: "
			"2024-02-29}]\n"
			"skupiny: [{id: s, název: S, druh: odborná, vedoucí: [{osoba: novak, do: "
			"2024-04-30}]}]\n",
			"2024-03-01", "2024-12-31", NULL),
		"2024-02-29 item svoz overdue\n2024-04-30 term-end s novak\n2024-05-31 "
		"funding-output projekt 1\n"
		"2024-06-30 funding-end projekt\n2024-12-31 plan-end plan\n");
}

static void the_term_of_a_leader_is_counted_from_the_election(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {vedoucí_na_kolik_let: 4}\n",
				    PEOPLE "skupiny: [{id: rodiny, název: R, vedoucí: [{osoba: "
					   "novak, od: 2020-03-01, volba: "
					   "{datum: 2020-02-29}}]}]\n",
				    "2024-03-01", "2024-12-31", NULL),
		"2024-02-28 term-end rodiny novak overdue\n");
}

static void lists_and_information_are_renewed(void **state)
{
	assert_string_equal(
		due_lines(*state,
			"skupiny: {obnova_seznamu_po_měsících: 12}\n"
			"informování: [{druh: adresář, obnova_po_měsících: 1}]\n",
			"skupiny: [{id: rodiny, název: R, seznam_prověřen: 2023-02-28}]\n"
			"informační_výstupy: [{id: adresar, název: A, druh: adresář, vydání: "
			"[{datum: "
			"2024-01-31}]}]\n",
			"2024-02-29", "2024-12-31", NULL),
		"2024-02-28 list-review rodiny overdue\n2024-02-29 information adresar\n");
}

static void applications_are_decided_within_months(void **state)
{
	assert_string_equal(
		due_lines(*state, "skupiny: {přijetí_do_měsíců: 1}\n",
			GROUP
			"přihlášky:\n"
			"  - {id: a, skupina: rodiny, doručeno: 2024-01-31}\n"
			"  - {id: b, skupina: rodiny, doručeno: 2024-01-31, výsledek: přijata}\n",
			"2024-02-01", "2024-12-31", NULL),
		"2024-02-29 application a\n");
}

static void suggestions_are_settled_within_days(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {podněty_do_dní: 60}\n",
				    "podněty:\n"
				    "  - {id: a, znění: A, doručeno: 2023-12-31}\n"
				    "  - {id: b, znění: B, doručeno: 2023-12-31, vypořádání: "
				    "{výsledek: vyhověno}}\n",
				    "2024-02-01", "2024-12-31", NULL),
		"2024-02-29 suggestion a\n");
}

static void only_the_newest_information_of_a_sort_is_renewed_for_the_town(void **state)
{
	assert_string_equal(
		due_lines(*state, "informování: [{druh: adresář, obnova_po_měsících: 12}]\n",
			"informační_výstupy:\n"
			"  - {id: stary, název: A, druh: adresář, vydání: [{datum: 2022-02-28}]}\n"
			"  - {id: novy, název: B, druh: adresář, vydání: [{datum: 2023-02-28}]}\n"
			"  - {id: vlastni, název: C, druh: adresář, obnova_po_měsících: 24, "
			"vydání: "
			"[{datum: 2022-02-28}]}\n",
			"2024-02-28", "2024-12-31", NULL),
		"2024-02-28 information novy\n2024-02-28 information vlastni\n");
}

static void nobody_needs_to_meet_after_the_last_plan(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {nejméně_jednání_ročně: 12}\n",
				    GROUP "plány: [{id: plan, název: P, do: 2023-12-31}]\n",
				    "2024-11-30", "2024-12-31", NULL),
		"");
}

#define TWO_TASKS                                                                                     \
	PEOPLE "skupiny: [{id: rodiny, název: Rodiny, od: 2020-01-01, vedoucí: [{osoba: "           \
	       "hajkova}], "                                                                          \
	       "členové: [{osoba: hajkova}]}, {id: seniori, název: Senioři, členové: [{osoba: " \
	       "hajkova}]}]\n"                                                                        \
	       "plány: [{id: plan, název: Plán, do: 2024-12-31}]\n"                                \
	       "jednání:\n"                                                                         \
	       "  - {id: rodiny-1, orgán: rodiny, datum: 2024-03-15, úkoly: [{id: t1, úkol: A, "   \
	       "odpovídá: "                                                                         \
	       "novak, termín: 2024-04-01}]}\n"                                                      \
	       "  - {id: seniori-1, orgán: seniori, datum: 2024-03-20, úkoly: [{id: t2, úkol: B, " \
	       "odpovídá: "                                                                         \
	       "novak, termín: 2024-04-02}]}\n"

static void a_leader_hears_of_the_group_and_a_member_of_its_meetings(void **state)
{
	assert_string_equal(due_lines(*state, "skupiny: {pozvánka_dní_předem: 1}\n", TWO_TASKS,
				    "2024-03-01", "2024-12-31", "hajkova"),
		"2024-03-14 invitation rodiny-1\n2024-03-15 meeting rodiny-1\n2024-03-20 meeting "
		"seniori-1\n");
}

static void a_group_hears_of_the_tasks_that_it_set(void **state)
{
	assert_string_equal(
		due_lines(*state, STATUSES, TWO_TASKS, "2024-03-01", "2024-12-31", "rodiny"),
		"2024-03-15 meeting rodiny-1\n2024-04-01 task t1\n");
}

static void the_coordinator_hears_of_what_nobody_is_named_for(void **state)
{
	assert_string_equal(due_lines(*state, "funkce_koordinátora: koordinator\n", TWO_TASKS,
				    "2024-03-01", "2024-12-31", "koordinator"),
		"2024-04-01 task t1\n2024-04-02 task t2\n2024-12-31 plan-end plan\n");
}

static void every_kind_has_a_word_of_its_own(void **state)
{
	(void)state;
	const struct due_kind *kind, *other;
	for (size_t i = 0; (kind = due_kind_at(i)); i++)
		for (size_t j = 0; j < i && (other = due_kind_at(j)); j++)
			assert_string_not_equal(kind->word, other->word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(invites_so_many_days_before_a_meeting),
		PLAN_TEST(counts_working_days_where_the_town_does),
		PLAN_TEST(an_invitation_is_overdue_until_the_meeting),
		PLAN_TEST(nobody_is_invited_to_a_meeting_that_was),
		PLAN_TEST(an_invitation_that_was_sent_is_not_due),
		PLAN_TEST(a_setting_that_is_not_made_makes_nothing_due),
		PLAN_TEST(what_is_due_on_the_last_day_is_told),
		PLAN_TEST(minutes_are_published_within_days_of_the_meeting),
		PLAN_TEST(tasks_that_are_done_or_put_off_are_not_due),
		PLAN_TEST(what_a_later_meeting_says_of_a_task_is_not_known_before),
		PLAN_TEST(a_group_behind_its_meetings_has_until_the_end_of_the_year),
		PLAN_TEST(a_group_that_keeps_pace_is_left_alone),
		PLAN_TEST(a_group_that_ends_has_only_until_then),
		PLAN_TEST(a_round_closes_and_is_settled),
		PLAN_TEST(a_closed_round_without_open_comments_is_done),
		PLAN_TEST(an_open_comment_keeps_its_round_due),
		PLAN_TEST(a_hearing_is_held_so_many_days_before_the_close),
		PLAN_TEST(years_are_evaluated_some_days_after_their_end),
		PLAN_TEST(cycles_bring_phases_and_milestones),
		PLAN_TEST(plans_projects_items_and_roles_end),
		PLAN_TEST(the_term_of_a_leader_is_counted_from_the_election),
		PLAN_TEST(lists_and_information_are_renewed),
		PLAN_TEST(applications_are_decided_within_months),
		PLAN_TEST(suggestions_are_settled_within_days),
		PLAN_TEST(only_the_newest_information_of_a_sort_is_renewed_for_the_town),
		PLAN_TEST(nobody_needs_to_meet_after_the_last_plan),
		PLAN_TEST(a_leader_hears_of_the_group_and_a_member_of_its_meetings),
		PLAN_TEST(a_group_hears_of_the_tasks_that_it_set),
		PLAN_TEST(the_coordinator_hears_of_what_nobody_is_named_for),
		cmocka_unit_test(every_kind_has_a_word_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
