/* What can be wrong with the plan as a whole: files, ids, references. */
#include "base/language.h"
#include "plan/internal.h"

const struct finding_kind plan_foreign_file = {
	.code = "foreign-file",
	.severity = KPSS_NOTE,
	.no_comment = true,
	.message = N_("the file is not part of the plan and is passed over: {0}"),
	.remedy = N_("nothing has to be done; name it under ignore (nečíst) in kpss.yaml and it will not be mentioned"),
	.meaning = N_("files without any kind of record are passed over"),
	.explanation = N_("A folder may hold other YAML files, for instance of a web site. They are told apart by having none "
			  "of the words under which lists of records stand, such as groups (skupiny) or measures (opatření)."),
	.wrong = "stránky:\n"
	         "  název: Komunitní plánování\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind plan_unknown_kind_near = {
	.code = "unknown-kind",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("unknown kind of records ‘{0}’"),
	.label = N_("there is no such kind of records"),
	.remedy = N_("did you mean {1}?"),
};
const struct finding_kind plan_unknown_kind = {
	.code = "unknown-kind",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("unknown kind of records ‘{0}’"),
	.label = N_("what is under this word is not read"),
	.remedy = N_("possible here: {1}"),
	.meaning = N_("every word at the left margin is a kind of records"),
	.explanation = N_("A file of the plan holds lists of records, each list under the plural of its kind. A misspelled word "
			  "would lose a whole list, so it is an error."),
	.wrong = "osobky:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind plan_duplicate_id = {
	.code = "duplicate-id",
	.severity = KPSS_ERROR,
	.message = N_("the id ‘{0}’ is used twice"),
	.label = N_("second time"),
	.remedy = N_("give one of the records another id; if it is a copy, delete it"),
	.related = N_("first time"),
	.meaning = N_("every id is used once in the whole repository"),
	.explanation = N_("Records refer to one another by id, so an id has to name exactly one record, of whatever kind and in "
			  "whatever file."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "  - id: novak-j\n"
	         "    jméno: Josef Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "  - id: novak-josef\n"
	         "    jméno: Josef Novák\n",
};
const struct finding_kind plan_dangling_reference_near = {
	.code = "dangling-reference",
	.severity = KPSS_ERROR,
	.message = N_("{0} ‘{1}’ is not in the plan"),
	.label = N_("refers to a record that does not exist"),
	.remedy = N_("did you mean {2}?"),
};
const struct finding_kind plan_dangling_reference = {
	.code = "dangling-reference",
	.severity = KPSS_ERROR,
	.message = N_("{0} ‘{1}’ is not in the plan"),
	.label = N_("refers to a record that does not exist"),
	.remedy = N_("correct the id, or add the record"),
	.meaning = N_("every reference leads to a record"),
	.explanation = N_("Records refer to one another by id. A reference that leads nowhere is usually a misspelled id or a "
			  "record that was deleted."),
	.wrong = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mest\n",
	.right = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
};
const struct finding_kind plan_wrong_reference = {
	.code = "wrong-reference",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is of another kind: {1}; wanted: {2}"),
	.label = N_("refers to a record of another kind"),
	.remedy = N_("write the id of the right record"),
	.related = N_("this record"),
	.meaning = N_("every reference leads to a record of the right kind"),
	.explanation = N_("A field that names a group cannot name a person."),
	.wrong = "jednání:\n"
	         "  - id: rada-1\n"
	         "    orgán: dvorakova-p\n"
	         "    datum: 2026-01-15\n",
	.right = "jednání:\n"
	         "  - id: rada-1\n"
	         "    orgán: rada\n"
	         "    datum: 2026-01-15\n",
};
const struct finding_kind plan_unknown_status = {
	.code = "unknown-status",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not among the statuses of the town"),
	.label = N_("the profile does not have it"),
	.remedy = N_("possible here: {1}"),
	.meaning = N_("statuses are those that the profile lists"),
	.explanation = N_("Each town has its own words for how a measure was fulfilled and lists them in its profile, with a "
			  "class that decides how they are counted."),
	.wrong = "# pravidla.yaml\n"
	         "stavy:\n"
	         "  - {kód: splneno, označení: splněno, třída: splněno}\n"
	         "# vyhodnoceni.yaml\n"
	         "vyhodnocení:\n"
	         "  - id: vyhodnoceni-2025\n"
	         "    název: Vyhodnocení za rok 2025\n"
	         "    rok: 2025\n"
	         "    výsledky:\n"
	         "      - {opatření: asistence, stav: hotovo}\n",
	.right = "# pravidla.yaml\n"
	         "stavy:\n"
	         "  - {kód: splneno, označení: splněno, třída: splněno}\n"
	         "# vyhodnoceni.yaml\n"
	         "vyhodnocení:\n"
	         "  - id: vyhodnoceni-2025\n"
	         "    název: Vyhodnocení za rok 2025\n"
	         "    rok: 2025\n"
	         "    výsledky:\n"
	         "      - {opatření: asistence, stav: splněno}\n",
};
const struct finding_kind plan_format_newer = {
	.code = "format-version",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the plan is written in version {0} of the format, this kpss reads up to version {1}"),
	.label = N_("newer than the program"),
	.remedy = N_("install a newer kpss"),
	.meaning = N_("the version of the format is one that the program reads"),
	.explanation = N_("An older format is understood by newer programs; a newer one could be misread, so it is refused."),
	.wrong = "# kpss.yaml\n"
	         "formát: 99\n"
	         "město:\n"
	         "  název: Lhota\n",
	.right = "# kpss.yaml\n"
	         "formát: 1\n"
	         "město:\n"
	         "  název: Lhota\n",
};
const struct finding_kind plan_two_profiles = {
	.code = "two-profiles",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the town has two profiles"),
	.label = N_("second profile"),
	.remedy = N_("keep one of the files profile.yaml and pravidla.yaml"),
	.meaning = N_("a repository has one profile, profile.yaml or pravidla.yaml"),
	.explanation = N_("Rules of the town that stand in two files could contradict each other."),
	.wrong = "# pravidla.yaml\n"
	         "název: Pravidla plánování\n"
	         "# profile.yaml\n"
	         "name: Rules of planning\n",
	.right = "# pravidla.yaml\n"
	         "název: Pravidla plánování\n",
};
const struct finding_kind plan_two_parents = {
	.code = "two-parents",
	.severity = KPSS_ERROR,
	.message = N_("the record stands inside another one and names a third as its parent"),
	.label = N_("names another parent"),
	.remedy = N_("delete the field, or move the record out"),
	.meaning = N_("an item of the plan has one parent"),
	.explanation = N_("An item belongs to the record it stands in. Only items that stand at the left margin say in a field "
			  "what they belong to."),
	.wrong = "plány:\n"
	         "  - id: plan\n"
	         "    název: Plán\n"
	         "    od: 2025-01-01\n"
	         "    do: 2028-12-31\n"
	         "    opatření:\n"
	         "      - id: sluzba-vecer\n"
	         "        název: Rozšířit službu na večer\n"
	         "        nadřazená_položka: plan-mesta\n",
	.right = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
};
const struct finding_kind plan_own_field_taken = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("{1} already has a field ‘{0}’"),
	.label = N_("this name is taken"),
	.remedy = N_("choose another key for the town's own field"),
	.related = N_("declared here; a field of one level is one of all items of the plan"),
	.meaning = N_("fields that the town declares for itself can be used"),
	.explanation = N_("A town adds fields of its own to a kind of records under own_fields (vlastní_údaje) in its profile. "
			  "Each needs a kind that exists, a name that no other field of the kind has in either vocabulary, and "
			  "for choices and references what to choose from and what to refer to. An own field that cannot be used "
			  "is left out; the others work."),
	.wrong = "# pravidla.yaml\n"
		 "vlastní_údaje:\n"
		 "  - {druh: osoba, klíč_česky: jméno, klíč_anglicky: nickname, typ: text}\n",
	.right = "# pravidla.yaml\n"
		 "vlastní_údaje:\n"
		 "  - {druh: osoba, klíč_česky: přezdívka, klíč_anglicky: nickname, typ: text}\n",
};
const struct finding_kind plan_own_field_kind_near = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("unknown kind of records ‘{0}’"),
	.label = N_("there is no such kind of records"),
	.remedy = N_("did you mean {1}?"),
};
const struct finding_kind plan_own_field_kind = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("unknown kind of records ‘{0}’"),
	.label = N_("there is no such kind of records"),
	.remedy = N_("write a kind of records or a level of the plan: {1}"),
};
const struct finding_kind plan_own_field_no_choices = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("the own field ‘{0}’ has nothing to choose from"),
	.label = N_("a choice needs values"),
	.remedy = N_("list the values under choices (možnosti)"),
};
const struct finding_kind plan_own_field_no_targets = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("the own field ‘{0}’ does not say what it refers to"),
	.label = N_("a reference needs kinds of records"),
	.remedy = N_("list the kinds of records under refers_to (odkazuje_na)"),
};
const struct finding_kind plan_own_field_too_many = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("the profile declares too many fields: at most {0}"),
	.label = N_("not read from here on"),
	.remedy = N_("keep notes that need no check under extra (navíc)"),
};
const struct finding_kind plan_own_field_too_many_choices = {
	.code = "own-field",
	.severity = KPSS_ERROR,
	.message = N_("the own field ‘{0}’ has too many values to choose from: at most {1}"),
	.label = N_("too many"),
	.remedy = N_("make it a text, or records to refer to"),
};

const struct finding_kind plan_own_field_elsewhere = {
	.code = "unknown-field",
	.severity = KPSS_ERROR,
	.message = N_("the own field ‘{0}’ is for the level ‘{1}’ only"),
	.label = N_("this item is on another level"),
	.remedy = N_("delete the line, or let the profile declare the field for all items: kind: node (druh: položka)"),
};

const struct finding_kind *const plan_finding_kinds[] = {
#define PLAN_FAULT(name) &plan_##name,
#include "plan/plan_fault.def"
#undef PLAN_FAULT
	NULL,
};
