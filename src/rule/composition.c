/* Who sits in a working group: the sides that the town requires, none with more than half of the members. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/setting.h"

static const struct finding_kind side_missing = {
	.code = "side-missing",
	.severity = KPSS_WARNING,
	.message = N_("on {1} the group ‘{0}’ has no member of a side that it needs: {2}"),
	.label = N_("nobody of that side"),
	.remedy = N_("win somebody of that side for the group, or correct the sides (strana) of the members"),
	.related = N_("the town requires this side here"),
	.meaning = N_("every working group has members of all sides that the town requires"),
	.explanation = N_("Commissioners, providers and users plan together. How other sides count is read from the triad of the "
	                  "profile. A group with a member whose side is not given is not judged."),
	.setting = "groups.required_sides",
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín)"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_strany: [zadavatel, poskytovatel]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, strana: zadavatel}\n"
	         "      - {osoba: hajkova-l, strana: zadavatel}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_strany: [zadavatel, poskytovatel]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, strana: zadavatel}\n"
	         "      - {osoba: hajkova-l, strana: poskytovatel}\n",
};
static const struct finding_kind no_user = {
	.code = "no-user",
	.severity = KPSS_WARNING,
	.message = N_("on {1} no user of services is a member of the group ‘{0}’"),
	.label = N_("without users it is no community planning"),
	.remedy = N_("win a user of services for the group; a label (označení) can stand in place of the name"),
	.related = N_("the town requires users here"),
	.meaning = N_("every working group has users of services among its members"),
	.explanation = N_("Planning without those for whom it is done is no community planning. Whether close persons or the "
	                  "public may stand for users is read from the triad of the profile."),
	.setting = "groups.required_sides",
	.basis = N_("organization of community planning in Sušice and Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_strany: [poskytovatel, uživatel]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, strana: poskytovatel}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_strany: [poskytovatel, uživatel]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, strana: poskytovatel}\n"
	         "      - {označení: Klientka poradny, strana: uživatel}\n",
};
static const struct finding_kind related_subject_missing = {
	.code = "related-subject-missing",
	.severity = KPSS_NOTE,
	.message = N_("on {1} no related subject, such as a school or a doctor, is a member of the group ‘{0}’"),
	.label = N_("no related subject"),
	.remedy = N_("invite somebody from the related subjects (související_subjekt)"),
	.related = N_("the town requires this side here"),
	.meaning = N_("every working group has related subjects among its members"),
	.explanation = N_("Schools, health care, the police and others meet the same people as social services do."),
	.setting = "groups.required_sides",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_strany: [související_subjekt]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p, strana: poskytovatel}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_strany: [související_subjekt]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p, strana: související_subjekt}]\n",
};
static const struct finding_kind sides_unbalanced = {
	.code = "sides-unbalanced",
	.severity = KPSS_WARNING,
	.message = N_("on {1} one side has more than half of the members of the group ‘{0}’: {2}"),
	.label = N_("this side outweighs the others"),
	.remedy = N_("win members of the other sides for the group"),
	.related = N_("the town has decided on balanced sides here"),
	.meaning = N_("no side has more than half of the members of a working group"),
	.explanation = N_("Where one side has the majority, the others plan in vain. How sides count is read from the triad of the "
	                  "profile."),
	.setting = "groups.balanced_sides",
	.basis = N_("practice of community planning: balance of the sides"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  vyvážené_strany: true\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, strana: poskytovatel}\n"
	         "      - {osoba: hajkova-l, strana: poskytovatel}\n"
	         "      - {označení: Klientka poradny, strana: uživatel}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  vyvážené_strany: true\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, strana: poskytovatel}\n"
	         "      - {osoba: hajkova-l, strana: zadavatel}\n"
	         "      - {označení: Klientka poradny, strana: uživatel}\n",
};

/* As which side a member counts by the triad of the profile: the own one where that says nothing of it. */
static const struct node *side_counted(const struct plan *plan, const struct node *member)
{
	const struct node *side = member_side(plan, member), *triad = setting(plan, WORD_triad, 0);
	for (const struct node *item = value_first_item(triad); item; item = node_next_item(triad, item)) {
		const struct node *counts_as = field(item, WORD_counts_as);
		if (value_word(field(item, WORD_side)) == value_word(side) && value_word(counts_as) != WORD_none)
			return counts_as;
	}
	return side;
}

static bool side_is_there(const struct rule_context *context, const struct entity *group, uint32_t side)
{
	const struct node *members = field(group->mapping, WORD_members);
	for (const struct node *item = value_first_item(members); item; item = node_next_item(members, item)) {
		bool counts = value_word(member_side(context->plan, item)) == side ||
			value_word(side_counted(context->plan, item)) == side;
		if (counts && member_belongs_on(item, context->as_of))
			return true;
	}
	return false;
}

/* How many are members on the day, and how many of them count as a side. */
struct weight {
	size_t members, of_side;
};

static struct weight side_weigh(const struct rule_context *context, const struct entity *group, uint32_t side)
{
	const struct node *members = field(group->mapping, WORD_members);
	struct weight weight = {0};
	for (const struct node *item = value_first_item(members); item; item = node_next_item(members, item)) {
		if (!member_belongs_on(item, context->as_of))
			continue;
		weight.members++;
		weight.of_side += value_word(side_counted(context->plan, item)) == side;
	}
	return weight;
}

/* Can anything be said of the sides: are the days of all members sound, and the sides of all who are members given? */
static bool sides_are_known(const struct rule_context *context, const struct entity *group)
{
	const struct node *members = field(group->mapping, WORD_members);
	for (const struct node *item = value_first_item(members); item; item = node_next_item(members, item)) {
		bool known = !is_absent(member_side(context->plan, item));
		if (!period_is_sound(item) || (!known && member_belongs_on(item, context->as_of)))
			return false;
	}
	return true;
}

static void side_report(const struct rule_context *context, const struct finding_kind *kind, const struct entity *group,
	const struct node *side, const struct node *decided)
{
	const struct node *members = field_key(group->mapping, WORD_members);
	findings_add(context->findings, &(struct finding){
		.kind = kind,
		.where = entity_span(group, members ? members : entity_name(group)),
		.related = setting_span(context->plan, decided),
		.arguments = {
			argument_text(group->id),
			argument_date(context->as_of),
			argument_text(value_text(side)),
		},
		.subject = group->id,
	});
}

static void required_check(const struct rule_context *context, const struct entity *group)
{
	const struct node *required = setting(context->plan, WORD_groups, WORD_required_sides);
	for (const struct node *item = value_first_item(required); item; item = node_next_item(required, item)) {
		uint32_t side = value_word(item);
		const struct finding_kind *kind = &side_missing;
		if (side == WORD_user)
			kind = &no_user;
		else if (side == WORD_related_subject)
			kind = &related_subject_missing;
		if (!side_is_there(context, group, side))
			side_report(context, kind, group, item, item);
	}
}

static void balance_check(const struct rule_context *context, const struct entity *group)
{
	const struct node *balanced = setting(context->plan, WORD_groups, WORD_balanced_sides);
	const struct node *members = field(group->mapping, WORD_members);
	if (!value_is_true(balanced))
		return;
	for (const struct node *item = value_first_item(members); item; item = node_next_item(members, item)) {
		const struct node *side = side_counted(context->plan, item);
		struct weight weight = side_weigh(context, group, value_word(side));
		if (weight.of_side * 2 <= weight.members)
			continue;
		side_report(context, &sides_unbalanced, group, side, balanced);
		return;
	}
}

static void compositions_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *group = groups[i];
		bool lives = period_is_sound(group->mapping) && record_exists_on(group, context->as_of);
		if (!lives || !group_is_working(group) || !sides_are_known(context, group))
			continue;
		required_check(context, group);
		balance_check(context, group);
	}
}

const struct rule rule_composition[] = {
	{compositions_check, {&side_missing, &no_user, &related_subject_missing, &sides_unbalanced}},
	{0},
};
