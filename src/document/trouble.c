#include "document/trouble.h"

#include "base/language.h"
#include "document/parse.h"

const struct finding_kind trouble_windows_1250 = {
	.code = "not-utf8",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file is not in UTF-8; it looks like Windows-1250"),
	.label = N_("in Windows-1250 this reads ‘{0}’"),
	.remedy = N_("save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"),
};
const struct finding_kind trouble_not_utf8 = {
	.code = "not-utf8",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file is not in UTF-8"),
	.label = N_("here it stops being text"),
	.remedy = N_("save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"),
	.meaning = N_("every file is text in UTF-8"),
	.explanation = N_("Other encodings read the letters of Czech differently on every computer. An editor can save the "
			  "file again as UTF-8; nothing else needs to change."),
};
const struct finding_kind trouble_utf16 = {
	.code = "not-utf8",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file is in UTF-16, not in UTF-8"),
	.label = N_("the mark of UTF-16"),
	.remedy = N_("save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"),
};
const struct finding_kind trouble_byte_order_mark = {
	.code = "byte-order-mark",
	.severity = KPSS_NOTE,
	.message = N_("the file begins with an invisible byte order mark"),
	.label = N_("three invisible bytes"),
	.remedy = N_("nothing has to be done; editors that save as “UTF-8 without BOM” do not write it"),
	.meaning = N_("files do not begin with a byte order mark"),
	.explanation = N_("Some editors on Windows put three invisible bytes at the beginning. kpss reads such files and keeps "
			  "the mark when it edits them; some other programs stumble over it."),
};
const struct finding_kind trouble_inner_byte_order_mark = {
	.code = "forbidden-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("invisible character {0} inside the file"),
	.label = N_("a byte order mark does not belong here"),
	.remedy = N_("delete it; it usually comes from joining two files"),
};
const struct finding_kind trouble_control_character = {
	.code = "forbidden-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("control character {0} in the file"),
	.label = N_("cannot be seen, but is here"),
	.remedy = N_("delete the character or type the text again"),
	.meaning = N_("no control characters, hidden line breaks or direction marks"),
	.explanation = N_("Such characters usually come with text pasted from Word or from the web. They cannot be seen, "
			  "programs read them differently, and some can make a text look like something else."),
};
const struct finding_kind trouble_line_separator = {
	.code = "forbidden-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("hidden line break {0}"),
	.label = N_("some programs begin a new line here, others do not"),
	.remedy = N_("delete the character and press Enter if a new line is meant"),
};
const struct finding_kind trouble_direction_character = {
	.code = "forbidden-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("hidden character {0} that changes the direction of text"),
	.label = N_("the text reads differently from how it looks"),
	.remedy = N_("delete the character or type the text again"),
};
const struct finding_kind trouble_hidden_character = {
	.code = "hidden-character",
	.severity = KPSS_WARNING,
	.message = N_("invisible character {0} in the text"),
	.label = N_("here is a character that cannot be seen"),
	.remedy = N_("delete it or type the word again; the same text without it would not be found"),
	.meaning = N_("no characters in the text that cannot be seen"),
	.explanation = N_("Soft hyphens and spaces without width come with text pasted from Word, from PDF or from the web. Two "
			  "texts that look alike then differ. Each file is told of the first one only."),
};
const struct finding_kind trouble_hidden_in_key = {
	.code = "forbidden-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("invisible character {0} in the name of a field"),
	.label = N_("cannot be seen, but is here"),
	.remedy = N_("delete the character or type the name again"),
};
const struct finding_kind trouble_mixed_line_ends = {
	.code = "mixed-line-ends",
	.severity = KPSS_NOTE,
	.message = N_("lines of the file end in two ways"),
	.label = N_("from here on differently than above"),
	.remedy = N_("save the file again with one kind of line ends"),
	.meaning = N_("all lines of a file end in the same way"),
	.explanation = N_("Windows ends lines with two characters, other systems with one. kpss reads both and leaves each line as "
			  "it is; some editors show a file with both badly."),
};
const struct finding_kind trouble_merge_conflict = {
	.code = "merge-conflict",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("unresolved conflict of two versions of the file"),
	.label = N_("git put this mark here"),
	.remedy = N_("keep the right one of both wordings and delete the lines with <<<<<<<, ======= and >>>>>>>"),
	.meaning = N_("no conflict marks of git are left in a file"),
	.explanation = N_("When two people change the same place, git writes both wordings into the file between marks. "
			  "Somebody has to choose one of them before the file can be read."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "<<<<<<< HEAD\n"
	         "    jméno: Jan Novák\n"
	         "=======\n"
	         "    jméno: Jan Novák ml.\n"
	         ">>>>>>> oprava-jmena\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák ml.\n",
};
const struct finding_kind trouble_colon_in_text = {
	.code = "colon-in-text",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a colon inside text that is not in quotes"),
	.label = N_("this colon looks like a new field"),
	.remedy = N_("put the text in quotes: {0}"),
	.meaning = N_("text with a colon is in quotes"),
	.explanation = N_("A colon followed by a space separates the name of a field from its value. Where it belongs to the "
			  "text, the whole text is put in quotes, or on a new indented line after the mark |."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: Dohoda: volat dopoledne.\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: \"Dohoda: volat dopoledne.\"\n",
};
const struct finding_kind trouble_missing_colon = {
	.code = "missing-colon",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a line with neither a field nor a list item"),
	.label = N_("a colon is missing after the name of the field"),
	.remedy = N_("write it as ‘name: value’; if it continues the text above, indent it more than the line above"),
	.meaning = N_("every line is a field with a colon, a list item or the continuation of a text"),
	.explanation = N_("A field is written as ‘name: value’, with a space after the colon. A long text may go on on the next "
			  "line when that line is indented more than the name of its field."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno Jan Novák\n"
	         "    poznámka: zastupuje město\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: zastupuje město\n",
};
const struct finding_kind trouble_unclosed_quote = {
	.code = "unclosed-quote",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a quotation mark is opened and never closed"),
	.label = N_("opened here"),
	.remedy = N_("close it at the end of the text; a quotation mark inside double quotes is written \\\""),
	.meaning = N_("every quotation mark is closed"),
	.explanation = N_("Text in straight quotes ends at the next one of the same kind. Czech quotation marks „ “ are "
			  "ordinary letters and may stand anywhere."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: \"Jan Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: \"Jan Novák\"\n",
};
const struct finding_kind trouble_text_after_quote = {
	.code = "text-after-quote",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("text goes on after the closing quotation mark"),
	.label = N_("the quoted text ended before this"),
	.remedy = N_("put the whole text in one pair of quotes; a quotation mark inside is written \\\" or “"),
	.meaning = N_("nothing follows a closing quotation mark or bracket"),
	.explanation = N_("When a text begins with a quotation mark, it ends with the next one. To quote one word only, use "
			  "Czech quotation marks „ “, or put the whole text in quotes."),
	.wrong = "organizace:\n"
	         "  - id: klub-pohoda\n"
	         "    název: \"Pohoda\" klub seniorů\n",
	.right = "organizace:\n"
	         "  - id: klub-pohoda\n"
	         "    název: '\"Pohoda\" klub seniorů'\n",
};
const struct finding_kind trouble_unclosed_bracket = {
	.code = "unclosed-bracket",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a bracket is opened and not properly closed"),
	.label = N_("opened here"),
	.remedy = N_("close it; if it is part of a text, put the whole text in quotes"),
	.meaning = N_("square and curly brackets come in pairs"),
	.explanation = N_("A value that begins with [ or { is a list or a group of fields and ends with ] or }. A text that "
			  "begins with a bracket has to be in quotes."),
	.wrong = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026, 2027\n",
	.right = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026, 2027]\n",
};
const struct finding_kind trouble_tab_indentation = {
	.code = "tab-indentation",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the line is indented with a tab"),
	.label = N_("tab"),
	.remedy = N_("replace the tab with spaces, two for each level"),
	.meaning = N_("lines are indented with spaces"),
	.explanation = N_("How wide a tab is depends on the editor, so the structure of the file would depend on it too. "
			  "Editors can be set to write spaces when Tab is pressed."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "\tjméno: Jan Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind trouble_wrong_indentation = {
	.code = "wrong-indentation",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the line is indented differently from its neighbours"),
	.label = N_("does not belong to anything above it"),
	.remedy = N_("align it with the fields of the same record"),
	.meaning = N_("fields of one record begin in the same column"),
	.explanation = N_("Indentation says what belongs where: fields of one record stand below one another, what belongs to "
			  "a field is indented by two more spaces."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "   poznámka: zastupuje město\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: zastupuje město\n",
};
const struct finding_kind trouble_shallow_line = {
	.code = "wrong-indentation",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a line inside brackets or quotation marks begins too far to the left"),
	.label = N_("belongs further to the right"),
	.remedy = N_("indent it more than the field it belongs to; spaces before it: {0} or more"),
};
const struct finding_kind trouble_long_blank_line = {
	.code = "wrong-indentation",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a blank line above the text has more spaces than the text"),
	.label = N_("spaces on a blank line"),
	.remedy = N_("delete the spaces on the blank line"),
};
const struct finding_kind trouble_blank_end = {
	.code = "wrong-indentation",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file ends with spaces that may or may not belong to the text"),
	.label = N_("spaces on the last line"),
	.remedy = N_("delete the spaces, or press Enter behind them"),
};
const struct finding_kind trouble_first_character = {
	.code = "special-first-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("text without quotes may not begin with ‘{0}’"),
	.label = N_("this character means something else here"),
	.remedy = N_("put the text in quotes: {1}"),
	.meaning = N_("text that begins with a special character is in quotes"),
	.explanation = N_("The characters @ ` % & * ! | > ? - [ ] { } , # have a meaning of their own at the beginning of a "
			  "value. Text that begins with one of them is put in quotes."),
	.wrong = "organizace:\n"
	         "  - id: poradna-most\n"
	         "    název: Poradna Most\n"
	         "    web: @poradnamost\n",
	.right = "organizace:\n"
	         "  - id: poradna-most\n"
	         "    název: Poradna Most\n"
	         "    web: \"@poradnamost\"\n",
};
const struct finding_kind trouble_dash_in_text = {
	.code = "special-first-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a dash after the name of a field"),
	.label = N_("a list item cannot begin on this line"),
	.remedy = N_("put the text in quotes, or begin the list on the next line"),
};
const struct finding_kind trouble_unknown_escape = {
	.code = "unknown-escape",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a backslash in double quotes has a special meaning"),
	.label = N_("this combination does not exist"),
	.remedy = N_("write the backslash twice, or use single quotes"),
	.meaning = N_("a backslash in double quotes begins a known combination"),
	.explanation = N_("Between double quotes \\n is a new line, \\\" a quotation mark and \\\\ a backslash. Between single "
			  "quotes a backslash is an ordinary character."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: \"Smlouva je v G:\\Smlouvy\"\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: 'Smlouva je v G:\\Smlouvy'\n",
};
const struct finding_kind trouble_escaped_control = {
	.code = "forbidden-character",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("control character {0} in the text"),
	.label = N_("written with a backslash"),
	.remedy = N_("delete the combination with the backslash"),
};
const struct finding_kind trouble_block_header = {
	.code = "block-header",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("text on the same line as the mark | or >"),
	.label = N_("the mark | or > stands alone at the end of the line"),
	.remedy = N_("begin the text on the next line, indented; or put it in quotes"),
	.meaning = N_("after the marks | and > the text begins on the next line"),
	.explanation = N_("The mark | after a colon says that a text of several lines follows. It begins on the next line and "
			  "is indented more than the name of the field."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: | Volat dopoledne.\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: |\n"
	         "      Volat dopoledne.\n",
};
const struct finding_kind trouble_hash_without_space = {
	.code = "text-after-quote",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a comment begins without a space before it"),
	.label = N_("some programs read this as text, others as a comment"),
	.remedy = N_("put a space before #"),
};
const struct finding_kind trouble_non_breaking_space = {
	.code = "non-breaking-space",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a non-breaking space where an ordinary one belongs"),
	.label = N_("looks like a space, but is not one for YAML"),
	.remedy = N_("replace it with an ordinary space"),
	.meaning = N_("indentation and the space after a colon are ordinary spaces"),
	.explanation = N_("Non-breaking spaces come with text pasted from Word or from the web. Inside a text they are welcome, "
			  "but in indentation, in the name of a field or after a colon YAML takes them for letters."),
};
const struct finding_kind trouble_other_syntax = {
	.code = "yaml-syntax",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("this is not valid YAML"),
	.label = N_("could not be read from here on ({0})"),
	.remedy = N_("compare the place with other records in the file; text with special characters belongs in quotes"),
	.meaning = N_("every file is valid YAML"),
	.explanation = N_("The file could not be read to its end. Nothing in it is checked until it can be."),
	.wrong = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026, , 2027]\n",
	.right = "akční_plány:\n"
	         "  - id: akcni-plan\n"
	         "    název: Akční plán\n"
	         "    roky: [2026, 2027]\n",
};
const struct finding_kind trouble_anchor = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("anchors (&) are not used in plans"),
	.label = N_("reads as an anchor"),
	.remedy = N_("write the value out; if it is text, put it in quotes: {0}"),
	.meaning = N_("anchors, aliases, tags, merge keys and several documents are not used"),
	.explanation = N_("Plans are plain YAML, so that every person and every program reads the same in them. What is needed "
			  "in several places is a record of its own with an id."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: *viz zápis\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    poznámka: \"*viz zápis\"\n",
};
const struct finding_kind trouble_alias = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("aliases (*) are not used in plans"),
	.label = N_("reads as an alias"),
	.remedy = N_("write the value out; if it is text, put it in quotes: {0}"),
};
const struct finding_kind trouble_tag = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("tags (!) are not used in plans"),
	.label = N_("reads as a tag"),
	.remedy = N_("leave the tag out; if it is text, put it in quotes: {0}"),
};
const struct finding_kind trouble_merge_key = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("merge keys (<<) are not used in plans"),
	.label = N_("merge key"),
	.remedy = N_("write the fields out"),
};
const struct finding_kind trouble_directive = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("directives (%) are not used in plans"),
	.label = N_("directive"),
	.remedy = N_("delete the line"),
};
const struct finding_kind trouble_second_document = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a second document begins in the file"),
	.label = N_("the line --- or ... ends the first one"),
	.remedy = N_("delete the line, or put what follows into a file of its own"),
};
const struct finding_kind trouble_complex_key = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the name of a field has to be one word on one line"),
	.label = N_("not a name of a field"),
	.remedy = N_("if this is text, put it in quotes"),
};
const struct finding_kind trouble_empty_key = {
	.code = "yaml-feature",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("a colon without the name of a field before it"),
	.label = N_("the name is missing"),
	.remedy = N_("write the name of the field before the colon"),
};
const struct finding_kind trouble_duplicate_key = {
	.code = "duplicate-key",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("‘{0}’ is here twice"),
	.label = N_("second time"),
	.remedy = N_("keep one of them; if it is the next record of a list, begin it with a dash"),
	.related = N_("first time"),
	.meaning = N_("every field is given once in a record"),
	.explanation = N_("Programs that read YAML keep only one of both values, and not all of them the same one. The same "
			  "field in Czech and in English counts as twice."),
	.wrong = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n"
	         "    jméno: Josef Novák\n",
	.right = "osoby:\n"
	         "  - id: novak-j\n"
	         "    jméno: Jan Novák\n",
};
const struct finding_kind trouble_too_deep = {
	.code = "limit-nesting",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("more than {0} levels inside one another"),
	.label = N_("too deep"),
	.remedy = N_("check the brackets and the indentation; no plan needs so many levels"),
	.meaning = N_("at most 100 levels inside one another"),
	.explanation = N_("A limit that keeps hostile files from tiring the program."),
};
const struct finding_kind trouble_too_many_keys = {
	.code = "limit-keys",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("more than {0} fields in one record"),
	.label = N_("one too many"),
	.remedy = N_("write a list instead"),
	.meaning = N_("at most 10,000 fields in one record"),
	.explanation = N_("A limit that keeps hostile files from tiring the program."),
};
const struct finding_kind trouble_long_key = {
	.code = "limit-key-length",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the name of a field is longer than {0} bytes"),
	.label = N_("too long for a name"),
	.remedy = N_("if this is text with a colon, put it in quotes"),
	.meaning = N_("names of fields have at most 128 bytes"),
	.explanation = N_("A longer name is nearly always a sentence with a colon in it that should be in quotes."),
};
const struct finding_kind trouble_too_many_nodes = {
	.code = "limit-values",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("more than {0} names and values in one file"),
	.label = N_("one too many"),
	.remedy = N_("divide it into several files; records may stand in any of them"),
	.meaning = N_("at most 500,000 names and values in one file"),
	.explanation = N_("A limit that keeps hostile files from tiring the program."),
};
const struct finding_kind trouble_edit_unsafe = {
	.code = "edit-not-safe",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the new text cannot be written here safely"),
	.label = N_("left as it was"),
	.remedy = N_("change this place in an editor"),
	.meaning = N_("what is written into a file is read back as the same text"),
	.explanation = N_("Before a file is changed, its new form is read again; when anything but the one value would differ, or "
			  "the new text has characters that may not stand in a plan, the file is not touched."),
};

const struct finding_kind *const document_finding_kinds[] = {
#define TROUBLE(name) &trouble_##name,
#include "document/trouble.def"
#undef TROUBLE
	NULL,
};

static const struct libyaml_problem problems[] = {
	{"mapping values are not allowed", NULL, &trouble_colon_in_text, AT_PROBLEM},
	{"could not find expected ':'", NULL, &trouble_missing_colon, AT_CONTEXT},
	{"found unexpected end of stream", "while scanning a quoted", &trouble_unclosed_quote, AT_CONTEXT},
	{"found unexpected document indicator", "while scanning a quoted", &trouble_unclosed_quote, AT_CONTEXT},
	{"found unknown escape", NULL, &trouble_unknown_escape, AT_PROBLEM},
	{"did not find expected hexdecimal", NULL, &trouble_unknown_escape, AT_PROBLEM},
	{"found invalid Unicode", NULL, &trouble_unknown_escape, AT_PROBLEM},
	{"found a tab character", NULL, &trouble_tab_indentation, AT_PROBLEM},
	{"found character that cannot start", NULL, &trouble_first_character, AT_PROBLEM},
	{"block sequence entries are not allowed", NULL, &trouble_dash_in_text, AT_PROBLEM},
	{"mapping keys are not allowed", NULL, &trouble_first_character, AT_PROBLEM},
	{"did not find expected ',' or", NULL, &trouble_unclosed_bracket, AT_CONTEXT},
	{"did not find expected key", NULL, &trouble_wrong_indentation, AT_PROBLEM},
	{"did not find expected '-'", NULL, &trouble_wrong_indentation, AT_PROBLEM},
	{"did not find expected node content", "while parsing a block node", &trouble_first_character, AT_PROBLEM},
	{"did not find expected <document start>", NULL, &trouble_wrong_indentation, AT_PROBLEM},
	{"found incompatible YAML document", NULL, &trouble_directive, AT_PROBLEM},
	{"found duplicate %", NULL, &trouble_directive, AT_PROBLEM},
	{NULL, "while scanning a block scalar", &trouble_block_header, AT_PROBLEM},
	{NULL, "while scanning an anchor", &trouble_anchor, AT_CONTEXT},
	{NULL, "while scanning an alias", &trouble_alias, AT_CONTEXT},
	{NULL, "while scanning a tag", &trouble_tag, AT_CONTEXT},
	{NULL, "while parsing a tag", &trouble_tag, AT_CONTEXT},
	{"found undefined tag handle", NULL, &trouble_tag, AT_CONTEXT},
	{NULL, "while scanning a directive", &trouble_directive, AT_CONTEXT},
	{NULL, "while scanning a %", &trouble_directive, AT_CONTEXT},
	{NULL, NULL, &trouble_other_syntax, AT_PROBLEM},
};

static bool begins(const char *text, const char *beginning)
{
	return !beginning || (text && strncmp(text, beginning, strlen(beginning)) == 0);
}

const struct libyaml_problem *libyaml_problem_find(const char *problem, const char *context)
{
	const struct libyaml_problem *row = problems;
	while (!begins(problem, row->problem) || !begins(context, row->context))
		row++;
	return row;
}
