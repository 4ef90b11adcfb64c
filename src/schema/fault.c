#include "schema/fault.h"

#include "base/language.h"

const struct finding_kind fault_unknown_field_near = {
	.code = "unknown-field",
	.severity = KPSS_ERROR,
	.message = N_("unknown field ‘{0}’ ({1})"),
	.label = N_("there is no such field here"),
	.remedy = N_("did you mean {2}?"),
};
const struct finding_kind fault_unknown_field = {
	.code = "unknown-field",
	.severity = KPSS_ERROR,
	.message = N_("unknown field ‘{0}’ ({1})"),
	.label = N_("there is no such field here"),
	.remedy = N_("possible here: {2}"),
	.meaning = N_("every field is one that the record can have"),
	.explanation = N_("A misspelled field would be silently lost, so an unknown one is an error. Notes of your own belong "
			  "into the field ‘extra’ (navíc), which may hold anything."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jmeno: Jan Novák\n"
	         "    narozen: 1960\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind fault_same_field_twice = {
	.code = "duplicate-key",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("‘{0}’ and ‘{1}’ are the same field"),
	.label = N_("second time, in the other language"),
	.remedy = N_("keep one of them"),
	.related = N_("first time"),
};
const struct finding_kind fault_missing_field = {
	.code = "missing-field",
	.severity = KPSS_ERROR,
	.message = N_("the field ‘{0}’ is missing ({1})"),
	.label = N_("in this record"),
	.remedy = N_("add the line ‘{0}: …’"),
	.meaning = N_("a record has the fields that it cannot do without"),
	.explanation = N_("Only what identifies a record is always required. A town may require more in its profile."),
	.wrong = "organizace:\n"
	         "  - id: klub-pohoda\n"
	         "    druh: spolek\n",
	.right = "organizace:\n"
	         "  - id: klub-pohoda\n"
	         "    název: Klub Pohoda\n"
	         "    druh: spolek\n",
};
const struct finding_kind fault_missing_alternative = {
	.code = "missing-field",
	.severity = KPSS_ERROR,
	.message = N_("one of these fields is missing: {0}"),
	.label = N_("in this record"),
	.remedy = N_("add one of them"),
};
const struct finding_kind fault_alternatives_together = {
	.code = "unfit-record",
	.severity = KPSS_ERROR,
	.message = N_("only one of these fields may be given: {0}"),
	.label = N_("in this record"),
	.remedy = N_("keep one of them, or make two records"),
	.meaning = N_("fields that exclude each other are not given together"),
	.explanation = N_("Some fields say the same thing in different ways, for instance that a role is held by a person or by "
			  "a department. Together they would contradict each other."),
	.wrong = "funkce:\n"
	         "  - id: garant\n"
	         "    název: Garant plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: dvorakova-p, orgán: rada, od: 2024-01-01}\n",
	.right = "funkce:\n"
	         "  - id: garant\n"
	         "    název: Garant plánování\n"
	         "    nositelé:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
};
const struct finding_kind fault_too_few_fields = {
	.code = "missing-field",
	.severity = KPSS_ERROR,
	.message = N_("an empty record"),
	.label = N_("nothing is said here"),
	.remedy = N_("possible here: {0}"),
};
const struct finding_kind fault_unfit_value = {
	.code = "unfit-record",
	.severity = KPSS_ERROR,
	.message = N_("the value does not fit any of the allowed forms"),
	.label = N_("not allowed here"),
};
const struct finding_kind fault_unquoted_text = {
	.code = "unquoted-text",
	.severity = KPSS_ERROR,
	.message = N_("text that other programs would read as {0}"),
	.label = N_("read as {0}, meant as text"),
	.remedy = N_("put it in quotes: {1}"),
	.meaning = N_("text that looks like a number or a truth value is in quotes"),
	.explanation = N_("Without quotes 2.10 is the number 2.1 and 00296643 the number 296643. Where text is wanted, quotes "
			  "keep it as it is written. kpss reads it as written in any case; other programs do not."),
	.wrong = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    kód: 2.10\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
	.right = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    kód: \"2.10\"\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
};
const struct finding_kind fault_ambiguous_word = {
	.code = "ambiguous-word",
	.severity = KPSS_WARNING,
	.message = N_("some programs read the word ‘{0}’ as true or false"),
	.label = N_("meant as text"),
	.remedy = N_("put it in quotes: {1}"),
	.meaning = N_("the words yes, no, on, off, y and n are in quotes where text is meant"),
	.explanation = N_("Older YAML readers take these words for truth values; the country code of Norway became ‘false’ this "
			  "way more than once."),
	.wrong = "organizace:\n"
	         "  - id: nas-obzor\n"
	         "    název: Náš obzor, z. s.\n"
	         "    zkratka: NO\n",
	.right = "organizace:\n"
	         "  - id: nas-obzor\n"
	         "    název: Náš obzor, z. s.\n"
	         "    zkratka: \"NO\"\n",
};
const struct finding_kind fault_empty_value = {
	.code = "empty-value",
	.severity = KPSS_ERROR,
	.message = N_("the field ‘{0}’ has no value"),
	.label = N_("nothing follows"),
	.remedy = N_("fill in the value, or delete the line"),
	.meaning = N_("a field that is written has a value"),
	.explanation = N_("What is not known is left out. A field with nothing behind it may be a forgotten value or a value "
			  "that slipped to a wrong column."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka:\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind fault_empty_item = {
	.code = "empty-value",
	.severity = KPSS_ERROR,
	.message = N_("an item of the list is empty"),
	.label = N_("nothing follows the dash"),
	.remedy = N_("fill in the value, or delete the dash"),
};
const struct finding_kind fault_expected_text = {
	.code = "wrong-type",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is to be text"),
	.label = N_("this is a list or a record"),
	.remedy = N_("write one text behind the colon; if it is meant as text, put it in quotes"),
	.meaning = N_("values have the type of their field: text, number, date, list, record"),
	.explanation = N_("What a field holds is given by the schema of its record, see kpss-repository(5)."),
	.wrong = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: 2026\n",
	.right = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026]\n",
};
const struct finding_kind fault_expected_number = {
	.code = "wrong-type",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is to be a number"),
	.label = N_("not a number"),
	.remedy = N_("write digits only, with a decimal point; words belong into a note"),
};
const struct finding_kind fault_expected_integer = {
	.code = "wrong-type",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is to be a whole number"),
	.label = N_("not a whole number"),
	.remedy = N_("write digits only"),
};
const struct finding_kind fault_expected_truth = {
	.code = "wrong-type",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is to be true or false"),
	.label = N_("neither of them"),
	.remedy = N_("write true or false"),
};
const struct finding_kind fault_expected_list = {
	.code = "wrong-type",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is to be a list"),
	.label = N_("not a list"),
	.remedy = N_("write each item on a line of its own that begins with a dash and a space"),
};
const struct finding_kind fault_expected_record = {
	.code = "wrong-type",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is to be a record with fields"),
	.label = N_("not a record"),
	.remedy = N_("possible here: {1}"),
};
const struct finding_kind fault_number_in_words = {
	.code = "number-form",
	.severity = KPSS_ERROR,
	.message = N_("a number written the way people write it"),
	.label = N_("spaces, commas and units do not belong into a number"),
	.remedy = N_("write: {0}"),
	.meaning = N_("numbers are digits with a decimal point, without spaces and units"),
	.explanation = N_("In files a number is written like 1450000 or 12.5, so that every program reads the same. The unit "
			  "has a field of its own."),
	.wrong = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 1 450 000\n",
	.right = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 1450000\n",
};
const struct finding_kind fault_number_in_quotes = {
	.code = "number-form",
	.severity = KPSS_ERROR,
	.message = N_("a number in quotes is text"),
	.label = N_("a number is wanted here"),
	.remedy = N_("write: {0}"),
};
const struct finding_kind fault_number_form = {
	.code = "number-form",
	.severity = KPSS_ERROR,
	.message = N_("a number that every program reads differently"),
	.label = N_("leading zeros, plus signs, exponents and the like"),
	.remedy = N_("write it plainly, as digits with a decimal point"),
};
const struct finding_kind fault_truth_word = {
	.code = "truth-value",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not a truth value"),
	.label = N_("true or false is wanted here"),
	.remedy = N_("write: {1}"),
	.meaning = N_("truth values are written true and false"),
	.explanation = N_("The words yes, no, ano, ne are read differently by different programs; true and false are read the "
			  "same by all."),
	.wrong = "# pravidla.yaml\n"
	         "úrovně:\n"
	         "  - {úroveň: cíl}\n"
	         "  - {úroveň: opatření, je_opatření: ano}\n",
	.right = "# pravidla.yaml\n"
	         "úrovně:\n"
	         "  - {úroveň: cíl}\n"
	         "  - {úroveň: opatření, je_opatření: true}\n",
};
const struct finding_kind fault_date_form = {
	.code = "date-form",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not a date"),
	.label = N_("a date is wanted here"),
	.remedy = N_("write the year, month and day: 2026-03-12"),
	.meaning = N_("dates are written as 2026-03-12 and exist in the calendar"),
	.explanation = N_("Year, month and day with hyphens are understood by every program and sort by themselves. Documents "
			  "for people print them the Czech way."),
	.wrong = "jednání:\n"
	         "  - id: rada-1\n"
	         "    orgán: rada\n"
	         "    datum: 12. 3. 2026\n",
	.right = "jednání:\n"
	         "  - id: rada-1\n"
	         "    orgán: rada\n"
	         "    datum: 2026-03-12\n",
};
const struct finding_kind fault_date_czech = {
	.code = "date-form",
	.severity = KPSS_ERROR,
	.message = N_("a date written the way people write it"),
	.label = N_("a date is wanted here"),
	.remedy = N_("write: {0}"),
};
const struct finding_kind fault_date_impossible = {
	.code = "date-form",
	.severity = KPSS_ERROR,
	.message = N_("the day {0} is not in the calendar"),
	.label = N_("no such day"),
	.remedy = N_("check the day and the month"),
};
const struct finding_kind fault_unknown_value_near = {
	.code = "unknown-value",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not one of the possible values"),
	.label = N_("not possible here"),
	.remedy = N_("did you mean {1}?"),
};
const struct finding_kind fault_unknown_value = {
	.code = "unknown-value",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not one of the possible values"),
	.label = N_("not possible here"),
	.remedy = N_("possible here: {1}"),
	.meaning = N_("a value from a fixed list is one of the list"),
	.explanation = N_("Some fields choose from a list, so that records can be counted and compared."),
	.wrong = "organizace:\n"
	         "  - id: klub-pohoda\n"
	         "    název: Klub Pohoda\n"
	         "    druh: klub\n",
	.right = "organizace:\n"
	         "  - id: klub-pohoda\n"
	         "    název: Klub Pohoda\n"
	         "    druh: spolek\n",
};
const struct finding_kind fault_id_form = {
	.code = "id-form",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ cannot be an id"),
	.label = N_("an id is lower-case letters without diacritics, digits and single hyphens"),
	.remedy = N_("for instance: {1}"),
	.meaning = N_("ids are lower-case ASCII letters, digits and single hyphens, at most 64"),
	.explanation = N_("An id is the permanent name of a record. It is typed in commands and used in addresses of pages and "
			  "names of files, so it keeps to characters that are the same everywhere."),
	.wrong = "osoby:\n"
	         "  - id: Jan Novák\n"
	         "    jméno: Jan Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind fault_id_alike = {
	.code = "id-form",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ cannot be an id: ‘{2}’ in it only looks like a Latin letter"),
	.label = N_("{3}"),
	.remedy = N_("type the id again: {1}"),
};
const struct finding_kind fault_text_form = {
	.code = "text-form",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ does not have the form it should have"),
	.label = N_("{1}"),
	.remedy = N_("compare it with other records"),
	.meaning = N_("codes and times have their fixed form"),
	.explanation = N_("Times are written 09:30, identification numbers (IČO) have eight digits, codes of municipalities six. "
			  "All of them are in quotes when they consist of digits."),
	.wrong = "jednání:\n"
	         "  - id: rada-1\n"
	         "    orgán: rada\n"
	         "    datum: 2026-03-12\n"
	         "    začátek: 9.30 h\n",
	.right = "jednání:\n"
	         "  - id: rada-1\n"
	         "    orgán: rada\n"
	         "    datum: 2026-03-12\n"
	         "    začátek: \"09:30\"\n",
};
const struct finding_kind fault_text_form_example = {
	.code = "text-form",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ does not have the form it should have"),
	.label = N_("{1}"),
	.remedy = N_("for example {2}"),
};
const struct finding_kind fault_out_of_range = {
	.code = "out-of-range",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is outside the possible range"),
	.label = N_("too small or too large"),
	.remedy = N_("check the number"),
	.meaning = N_("numbers are within the range of their field"),
	.explanation = N_("Years are between 1990 and 2100, amounts and counts are not negative."),
	.wrong = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 20226\n"
	         "    částka: 350000\n",
	.right = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 350000\n",
};
const struct finding_kind fault_too_long = {
	.code = "text-length",
	.severity = KPSS_ERROR,
	.message = N_("the text is too long: at most {0} characters"),
	.label = N_("too long"),
	.remedy = N_("shorten it"),
	.meaning = N_("texts are not longer than their field allows"),
	.explanation = N_("Ids have at most 64 characters, because they are typed and used in names of files."),
	.wrong = "osoby:\n"
	         "  - id: novak-jan-zastupce-mesta-v-pracovni-skupine-pro-seniory-a-dalsi-lidi\n"
	         "    jméno: Jan Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind fault_too_few_items = {
	.code = "list-length",
	.severity = KPSS_ERROR,
	.message = N_("the list ‘{0}’ has too few items"),
	.label = N_("something is missing here"),
	.remedy = N_("add items, or delete the field"),
	.meaning = N_("lists have as many items as they need"),
	.explanation = N_("A list that has to have an item is left out when there is none."),
	.wrong = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: []\n",
	.right = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026]\n",
};
const struct finding_kind fault_too_many_items = {
	.code = "list-length",
	.severity = KPSS_ERROR,
	.message = N_("the list ‘{0}’ has too many items"),
	.label = N_("at most {1}"),
	.remedy = N_("delete some"),
};
const struct finding_kind fault_repeated_item = {
	.code = "repeated-item",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is in the list twice"),
	.label = N_("second time"),
	.remedy = N_("keep one of them"),
	.related = N_("first time"),
	.meaning = N_("a list of ids or words has no item twice"),
	.explanation = N_("A repeated item is usually a copied line that was to be changed."),
	.wrong = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026, 2026]\n",
	.right = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026, 2027]\n",
};
const struct finding_kind fault_money_precision = {
	.code = "money-form",
	.severity = KPSS_ERROR,
	.message = N_("the amount {0} is not in whole hundredths"),
	.label = N_("at most two decimal places, at most fifteen digits before them"),
	.remedy = N_("round the amount to two decimal places"),
	.meaning = N_("amounts of money have at most two decimal places"),
	.explanation = N_("Amounts are added exactly, in hundredths of the unit, never in floating point."),
	.wrong = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 350000.125\n",
	.right = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 350000.12\n",
};

const struct finding_kind *const schema_finding_kinds[] = {
#define FAULT(name) &fault_##name,
#include "schema/fault.def"
#undef FAULT
	NULL,
};
