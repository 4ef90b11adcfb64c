/* Public hearings of rounds: as many as the town wants, not too soon after the draft and not too late for comments. */
#include "base/day.h"
#include "base/language.h"
#include "rule/round.h"
#include "town/setting.h"

static const struct finding_kind hearing_missing = {
	.code = "hearing-missing",
	.severity = KPSS_WARNING,
	.message = N_("the round ‘{0}’ had {1} public hearings, the town asks for {2}"),
	.label = N_("closed without it"),
	.remedy = N_("add the hearing to the meetings (druh: veřejné projednání) and to the round "
		     "(projednání)"),
	.related = N_("the profile asks for a hearing"),
	.meaning = N_("a round of comments has the public hearings that the town has set"),
	.explanation =
		N_("A hearing is held on the draft, before it is finished. It is asked for "
		   "once the round has closed; where the town says which documents are consulted "
		   "on, only of rounds about these."),
	.setting = "consultation.hearing_required consultation.minimum_hearings",
	.basis = N_("guidance of CpKP: at least one public hearing; Sušice"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  projednání_povinné: true\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - {id: rizeni, název: Připomínky k plánu, od: 2024-10-01, do: 2024-10-31}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  projednání_povinné: true\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-16}\n",
};
static const struct finding_kind hearing_early = {
	.code = "hearing-too-early",
	.severity = KPSS_WARNING,
	.message = N_("the hearing ‘{0}’ is held {1} days after the draft was published, the town "
		      "asks for {2}"),
	.label = N_("held on this day"),
	.remedy = N_("hold it later, or begin the round earlier"),
	.related = N_("the round begins on this day"),
	.meaning = N_("the draft is published long enough before its hearing"),
	.explanation =
		N_("People who come to a hearing must have had time to read what it is about."),
	.setting = "consultation.days_before_hearing",
	.basis = N_("guidance of CpKP: the draft is available two weeks before"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_před_projednáním: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-08}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_před_projednáním: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-15}\n",
};
static const struct finding_kind hearing_late = {
	.code = "hearing-too-late",
	.severity = KPSS_WARNING,
	.message = N_("the round closes {1} days after the hearing ‘{0}’, the town asks for {2}"),
	.label = N_("held on this day"),
	.remedy = N_("hold it earlier, or close the round later"),
	.related = N_("the round closes on this day"),
	.meaning = N_("after the hearing there is time enough to comment"),
	.explanation = N_("What people hear at a hearing gives them reasons to comment."),
	.setting = "consultation.days_after_hearing",
	.basis = N_("guidance of CpKP: further comments for two weeks after it"),
	.wrong = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_po_projednání: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-25}\n",
	.right = "# pravidla.yaml\n"
		 "připomínkové_řízení:\n"
		 "  dní_po_projednání: 14\n"
		 "# rizeni.yaml\n"
		 "připomínková_řízení:\n"
		 "  - id: rizeni\n"
		 "    název: Připomínky k plánu\n"
		 "    od: 2024-10-01\n"
		 "    do: 2024-10-31\n"
		 "    projednání: [projednani-1]\n"
		 "jednání:\n"
		 "  - {id: projednani-1, druh: veřejné_projednání, datum: 2024-10-17}\n",
};

/* One hearing of a round and how far it is from the day on which the round begins or closes. */
struct distance {
	const struct finding_kind *kind;
	uint32_t word, end; /* the setting; the day of the round */
	int sign;
};

static void distance_check(const struct rule_context *context, const struct entity *round,
	const struct entity *hearing, const struct distance *distance)
{
	int64_t least = setting_number(context->plan, WORD_consultation, distance->word, 0);
	const struct node *date = field(hearing->mapping, WORD_date),
			  *end = field(round->mapping, distance->end);
	struct kpss_date day = value_date(date, KPSS_DATE_EARLIEST),
			 other = value_date(end, KPSS_DATE_EARLIEST);
	int64_t days = ((int64_t)day.days - other.days) * distance->sign;
	if (day_is_open(day) || day_is_open(other) || days >= least)
		return;
	findings_add(
		context->findings, &(struct finding){
					   .kind = distance->kind,
					   .where = entity_span(hearing, date),
					   .related = entity_span(round, end),
					   .arguments = {argument_text(hearing->id),
						   argument_number(days), argument_number(least)},
					   .subject = hearing->id,
				   });
}

static void missing_report(const struct rule_context *context, const struct entity *round,
	const struct node *set, int64_t held, int64_t least)
{
	findings_add(
		context->findings, &(struct finding){
					   .kind = &hearing_missing,
					   .where = entity_span(round, entity_name(round)),
					   .related = setting_span(context->plan, set),
					   .arguments = {argument_text(round->id),
						   argument_number(held), argument_number(least)},
					   .subject = round->id,
				   });
}

/* Must a document of that sort be consulted on in this town? A part is consulted on with its plan. */
static bool is_consulted(const struct node *documents, uint32_t type)
{
	for (const struct node *item = value_first_item(documents); item;
		item = node_next_item(documents, item)) {
		uint32_t word = value_word(item);
		if (word == type || (word == WORD_plan && type == WORD_plan_part))
			return true;
	}
	return false;
}

/* A town that says what must be consulted on may put more than that before people, an analysis or a form, and need not hold a
 * hearing about it. */
static bool asks_for_hearing(const struct rule_context *context, const struct entity *round)
{
	const struct node *documents = setting(context->plan, WORD_consultation, WORD_documents);
	const struct node *subjects = field(round->mapping, WORD_subjects);
	const struct node *item = value_first_item(subjects);
	if (!item || !value_first_item(documents))
		return true;
	for (; item; item = node_next_item(subjects, item)) {
		const struct entity *subject = plan_target(context->plan, item);
		if (!subject || is_consulted(documents, document_type_of(subject)))
			return true;
	}
	return false;
}

static void hearings_check(const struct rule_context *context, const struct entity *round)
{
	static const struct distance before = {&hearing_early, WORD_days_before_hearing, WORD_from,
					     1},
				     after = {&hearing_late, WORD_days_after_hearing, WORD_to, -1};
	const struct plan *plan = context->plan;
	const struct node *hearings = field(round->mapping, WORD_hearings);
	const struct node *required = setting(plan, WORD_consultation, WORD_hearing_required);
	const struct node *minimum = setting(plan, WORD_consultation, WORD_minimum_hearings);
	int64_t least = value_is_true(required) ? 1 : 0, held = 0;
	value_integer(minimum, &least);
	for (const struct node *item = value_first_item(hearings); item;
		item = node_next_item(hearings, item)) {
		const struct entity *hearing = plan_target(plan, item);
		held++;
		if (!hearing)
			continue;
		distance_check(context, round, hearing, &before);
		distance_check(context, round, hearing, &after);
	}
	if (held < least && mapping_period(round->mapping).to.days < context->as_of.days &&
		asks_for_hearing(context, round))
		missing_report(
			context, round, is_absent(minimum) ? required : minimum, held, least);
}

static void rounds_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *rounds = plan_kind(context->plan, KIND_consultation, &count);
	for (uint32_t i = 0; i < count; i++)
		if (period_is_sound(rounds[i]->mapping))
			hearings_check(context, rounds[i]);
}

const struct rule rule_hearing[] = {
	{rounds_check, {&hearing_missing, &hearing_early, &hearing_late}},
	{0},
};
