#include "command/asked.h"

#include <stdint.h>
#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/session.h"
#include "query/fault.h"
#include "query/name.h"
#include "schema/table.h"

void asked_complain(struct session *session, const struct query_fault *fault)
{
	static const struct {
		const char *english,
			*remedy; /* msgids with {0} and {1} for what the fault is about and for more */
	} faults[QUERY_FAULT_COUNT] = {
		[QUERY_NO_KIND] = {N_("‘{0}’ is no kind of records and no level of the plan"),
			N_("‘man kpss-repository’ lists the kinds: kpss list measures, kpss list "
			   "people…")},
		[QUERY_NO_OPERATOR] = {N_("‘{0}’ is no condition"),
			N_("write FIELD=VALUE, or with one of != < <= > >= ~ in place of =")},
		[QUERY_NO_NAME] = {N_("a name is missing in ‘{0}’"),
			N_("write a field, and a dot between one field and the next: "
			   "provider.name")},
		[QUERY_NO_FIELD] = {N_("‘{0}’ is no field of ‘{1}’, and no kind"),
			N_("‘man kpss-repository’ lists the fields")},
		[QUERY_NOTHING_BELOW] =
			{N_("‘{1}’ has no fields of its own, so nothing is called ‘{0}’ there"),
				N_("leave ‘.{0}’ out")},
		[QUERY_NO_YEARS] = {N_("‘{1}’ has no years, so {0} cannot be one of them"),
			N_("write the year behind what has a year or days: "
			   "evaluation.2024.status")},
		[QUERY_TOO_LONG] = {N_("‘{0}’ has too many dots"), N_("ask for something nearer")},
		[QUERY_NO_ORDER] = {N_("values of ‘{0}’ are neither smaller nor greater"),
			N_("compare it with =, != or ~")},
		[QUERY_NO_VALUE] = {N_("a value is missing in ‘{0}’"),
			N_("only = (nothing is given) and != (something is) stand without one")},
		[QUERY_HAS_FIELDS] = {N_("‘{0}’ has fields of its own"),
			N_("write one of them behind a dot, or {0}~TEXT for what is in any of "
			   "them")},
		[QUERY_NO_NUMBER] = {N_("‘{0}’ is no number, but ‘{1}’ is"),
			N_("write it like 1450 or 12,5")},
		[QUERY_NO_AMOUNT] = {N_("‘{0}’ is no amount, but ‘{1}’ is"),
			N_("write it in crowns like \"1 450 000\" or 12,50")},
		[QUERY_NO_DATE] = {N_("‘{0}’ is no day of the calendar, but ‘{1}’ is"),
			N_("write it like 2026-03-12 or \"12. 3. 2026\"")},
		[QUERY_NO_TRUTH] = {N_("‘{0}’ is neither yes nor no, but ‘{1}’ is"),
			N_("write yes or no")},
		[QUERY_NO_CHOICE] = {N_("‘{1}’ is never ‘{0}’"),
			N_("‘man kpss-repository’ lists its values")},
		[QUERY_NO_STATUS] = {N_("‘{1}’ is never ‘{0}’"),
			N_("write a code or label from the town's rules (statuses), or a class "
			   "such as done")},
		[QUERY_NO_LEVEL] = {N_("‘{0}’ is no level of the plan"),
			N_("write a word for a level, such as goal or measure")},
		[QUERY_NO_RECORD] =
			{N_("no record that ‘{1}’ may lead to has the id or code ‘{0}’"),
				N_("‘kpss find’ looks for a record by what is written in it")},
		[QUERY_SEVERAL_RECORDS] = {N_("the code ‘{0}’ is printed by several records"),
			N_("write the id of the one that is meant")},
		[QUERY_NO_SUM] = {N_("‘{0}’ cannot be added up"),
			N_("name a field of numbers or amounts, such as costs.amount")},
		[QUERY_NOT_GROUPED] = {N_("groups cannot be sorted by ‘{0}’"),
			N_("name what stands behind --by, or count or sum")},
	};
	session_complain_suggesting(session, faults[fault->kind].english,
		faults[fault->kind].remedy, fault->about, fault->more, &fault->near);
}

const struct entity *asked_record(struct session *session, const struct plan *plan,
	const struct entity *of, const char *typed)
{
	size_t count;
	struct query_fault fault = {.about = kpss_str(typed)};
	const struct entity *found = name_find(plan, of, kpss_str(typed), &count);
	if (found)
		return found;
	if (count > 1) {
		fault.kind = QUERY_SEVERAL_RECORDS;
		asked_complain(session, &fault);
		return NULL;
	}
	suggestions_init(&fault.near, session->arena, kpss_str(typed));
	name_suggest(plan, of, &fault.near);
	session_complain_suggesting(session, N_("no record has the id or code ‘{0}’"),
		N_("‘kpss find’ looks for a record by what is written in it"), kpss_str(typed),
		kpss_str(NULL), &fault.near);
	return NULL;
}

bool asked_limit(struct session *session, const struct arguments *arguments, size_t *limit)
{
	enum { DIGITS_MOST = 9 };
	const char *text = arguments_value(arguments, "limit");
	*limit = SIZE_MAX;
	if (!text)
		return true;
	size_t digits = strspn(text, "0123456789");
	if (digits == 0 || digits > DIGITS_MOST || text[digits]) {
		session_complain(session, N_("‘{0}’ is no number of rows"),
			N_("write it like --limit 20"), kpss_str(text), kpss_str(NULL));
		return false;
	}
	*limit = 0;
	for (; *text; text++)
		*limit = *limit * 10 + (size_t)(*text - '0');
	return true;
}

const char *asked_kind_word(size_t index)
{
	const struct schema_table *schema = &schema_embedded;
	size_t kinds = 2 * (size_t)schema->kind_count, levels = 2 * (size_t)schema->level_count;
	if (index >= kinds + levels)
		return NULL;
	if (index < kinds) {
		const struct schema_kind *kind = &schema->kinds[index / 2];
		return schema_word(schema, index % 2 ? kind->czech_plural : kind->plural).ptr;
	}
	const struct schema_level *level = &schema->levels[(index - kinds) / 2];
	return schema_word(schema, index % 2 ? level->czech_plural : level->plural).ptr;
}
