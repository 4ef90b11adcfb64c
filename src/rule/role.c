/* Two roles in one person, only where the town allows it. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind roles_not_combinable = {
	.code = "roles-not-combinable",
	.severity = KPSS_NOTE,
	.message = N_("‘{0}’ holds two roles on {3} that the town does not combine: ‘{1}’ and ‘{2}’"),
	.label = N_("holds this role as well"),
	.remedy = N_("name another person, or add the pair to the roles that may be combined (slučitelné_funkce)"),
	.related = N_("holds the other role"),
	.meaning = N_("one person holds two roles only where the town allows it"),
	.explanation = N_("Who checks should not be the one who is checked. The profile lists the roles that may be combined; a "
			  "role held by virtue of another one (z_titulu_funkce) may always be."),
	.setting = "combinable_roles",
	.basis = N_("Český Těšín: the head of the department is the head of the steering group, one person in two roles"),
	.wrong = "# pravidla.yaml\n"
	         "slučitelné_funkce:\n"
	         "  - funkce: [koordinator, metodik]\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - {id: koordinator, název: Koordinátor, nositelé: [{osoba: hajkova-l}]}\n"
	         "  - {id: metodik, název: Metodik, nositelé: [{osoba: dvorakova-p}]}\n"
	         "  - {id: projektovy-manazer, název: Projektový manažer, nositelé: [{osoba: hajkova-l}]}\n",
	.right = "# pravidla.yaml\n"
	         "slučitelné_funkce:\n"
	         "  - funkce: [koordinator, metodik]\n"
	         "# funkce.yaml\n"
	         "funkce:\n"
	         "  - {id: koordinator, název: Koordinátor, nositelé: [{osoba: hajkova-l}]}\n"
	         "  - {id: metodik, název: Metodik, nositelé: [{osoba: hajkova-l}]}\n"
	         "  - {id: projektovy-manazer, název: Projektový manažer, nositelé: [{osoba: dvorakova-p}]}\n",
};

struct holding {
	const struct entity *role;
	const struct tenure *tenure;
	struct period period;
};

/* Those of one person in one role lie side by side, in the order of their days. */
struct holdings {
	struct holding *items;
	size_t count;
};

static int holding_compare(const void *left, const void *right)
{
	const struct holding *a = left, *b = right;
	if (a->tenure->holder != b->tenure->holder)
		return a->tenure->holder < b->tenure->holder ? -1 : 1;
	if (a->role != b->role)
		return a->role < b->role ? -1 : 1;
	return (a->period.from.days > b->period.from.days) - (a->period.from.days < b->period.from.days);
}

static size_t holders_take(const struct rule_context *context, const struct entity *role, struct holding *out)
{
	struct tenures holders = tenures_of(context->plan, role, WORD_holders, context->findings->arena);
	size_t count = 0;
	if (!period_is_sound(role->mapping))
		return 0;
	for (size_t i = 0; i < holders.count; i++) {
		const struct tenure *tenure = &holders.items[i];
		struct period held = within_lifetime(role, tenure->period);
		held.to = day_earlier(held.to, context->as_of);
		if (tenure->holder && tenure->holder->kind == KIND_person && !period_is_empty(held))
			out[count++] = (struct holding){.role = role, .tenure = tenure, .period = held};
	}
	return count;
}

static struct holdings holdings_of(const struct rule_context *context)
{
	uint32_t role_count;
	const struct entity *const *roles = plan_kind(context->plan, KIND_role, &role_count);
	size_t most = 0;
	for (uint32_t i = 0; i < role_count; i++)
		most += field(roles[i]->mapping, WORD_holders)->size;
	struct holdings holdings = {
		.items = arena_array(context->findings->arena, most + 1, sizeof *holdings.items),
	};
	for (uint32_t i = 0; i < role_count; i++)
		holdings.count += holders_take(context, roles[i], holdings.items + holdings.count);
	qsort(holdings.items, holdings.count, sizeof *holdings.items, holding_compare);
	return holdings;
}

static bool is_by_office(const struct plan *plan, const struct entity *role, const struct entity *office)
{
	return plan_target(plan, field(role->mapping, WORD_by_office)) == office;
}

static bool may_be_combined(const struct plan *plan, const struct entity *a, const struct entity *b)
{
	const struct node *pairs = setting(plan, WORD_combinable_roles, 0);
	if (is_by_office(plan, a, b) || is_by_office(plan, b, a))
		return true;
	for (const struct node *pair = value_first_item(pairs); pair; pair = node_next_item(pairs, pair)) {
		const struct node *roles = field(pair, WORD_roles);
		if (plan_list_names(plan, roles, a) && plan_list_names(plan, roles, b))
			return true;
	}
	return false;
}

/* The end of the holdings of one person in one role that begin at `first`. */
static size_t run_end(struct holdings holdings, size_t first)
{
	const struct holding *items = holdings.items;
	size_t end = first + 1;
	while (end < holdings.count && items[end].role == items[first].role &&
		items[end].tenure->holder == items[first].tenure->holder)
		end++;
	return end;
}

static void pair_report(const struct rule_context *context, const struct holding *a, const struct holding *b)
{
	bool a_later = a->period.from.days > b->period.from.days;
	const struct holding *later = a_later ? a : b, *other = a_later ? b : a;
	struct kpss_date day = day_is_open(later->period.from) ? context->as_of : later->period.from;
	findings_add(context->findings, &(struct finding){
		.kind = &roles_not_combinable,
		.where = entity_span(later->role, tenure_place(later->tenure, WORD_person)),
		.related = entity_span(other->role, tenure_place(other->tenure, WORD_person)),
		.arguments = {
			argument_text(later->tenure->holder->id),
			argument_text(other->role->id),
			argument_text(later->role->id),
			argument_date(day),
		},
		.subject = later->tenure->holder->id,
	});
}

/* Reports the first day on which a holding of one run meets one of another. */
static void runs_check(const struct rule_context *context, struct holdings all, size_t a, size_t b)
{
	size_t a_end = run_end(all, a), b_end = run_end(all, b);
	if (may_be_combined(context->plan, all.items[a].role, all.items[b].role))
		return;
	while (a < a_end && b < b_end) {
		if (all.items[a].period.to.days < all.items[b].period.from.days) {
			a++;
		} else if (all.items[b].period.to.days < all.items[a].period.from.days) {
			b++;
		} else {
			pair_report(context, &all.items[a], &all.items[b]);
			return;
		}
	}
}

static void combinations_check(const struct rule_context *context)
{
	if (is_absent(setting(context->plan, WORD_combinable_roles, 0)))
		return;
	struct holdings all = holdings_of(context);
	for (size_t a = 0; a < all.count; a = run_end(all, a)) {
		size_t b = run_end(all, a);
		for (; b < all.count && all.items[b].tenure->holder == all.items[a].tenure->holder; b = run_end(all, b))
			runs_check(context, all, a, b);
	}
}

const struct rule rule_role[] = {
	{combinations_check, {&roles_not_combinable}},
	{0},
};
