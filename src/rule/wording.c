/* Words: the town's dictionary, and whether texts can be understood. */
#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "rule/rule.h"
#include "town/setting.h"

static const struct finding_kind avoided = {
	.code = "avoided-word",
	.severity = KPSS_NOTE,
	.message = N_("the town writes ‘{1}’, not ‘{0}’"),
	.label = N_("stands in this text"),
	.remedy = N_("use the word of the dictionary, or change the dictionary"),
	.related = N_("the dictionary of the profile"),
	.meaning = N_("texts use the words of the town's dictionary"),
	.explanation = N_("One thing called by two names looks like two things. Whole words are "
			  "looked for, regardless of capital letters, in "
			  "everything that people write."),
	.setting = "dictionary",
	.basis = N_("the towns: řídicí, řídící and koordinační skupina"),
	.wrong = "# pravidla.yaml\n"
		 "slovník_pojmů:\n"
		 "  - {pojem: řídicí skupina, nepoužívat: [řídící skupina]}\n"
		 "# zaznamy.yaml\n"

		 "potřeby:\n"
		 "  - {id: potreba-1, název: Noclehárna, popis: Navrhla řídící skupina.}\n",
	.right = "# pravidla.yaml\n"
		 "slovník_pojmů:\n"
		 "  - {pojem: řídicí skupina, nepoužívat: [řídící skupina]}\n"
		 "# zaznamy.yaml\n"
		 "potřeby:\n"
		 "  - {id: potreba-1, název: Noclehárna, popis: Navrhla řídicí skupina.}\n",
};
static const struct finding_kind long_sentence = {
	.code = "long-sentence",
	.severity = KPSS_NOTE,
	.message = N_("a sentence of {0} words, the town wants at most {1}"),
	.label = N_("stands in this text and begins: {2}"),
	.remedy = N_("divide it into several sentences"),
	.related = N_("the profile sets the length"),
	.meaning = N_("sentences are not longer than the town has set"),
	.explanation = N_("Plans are read by people who do not read offices' papers every day. A "
			  "sentence that has to be read twice is "
			  "better divided. Looked at only when the town has set a length."),
	.setting = "plain_language.sentence_words",
	.basis = N_("good practice of plain language"),
	.wrong = "# pravidla.yaml\n"
		 "srozumitelnost:\n"
		 "  slov_ve_větě: 8\n"
		 "# zaznamy.yaml\n"
		 "potřeby:\n"
		 "  - id: potreba-1\n"
		 "    název: Noclehárna\n"
		 "    popis: Město v zimních měsících potřebuje noclehárnu pro lidi bez domova.\n",
	.right = "# pravidla.yaml\n"
		 "srozumitelnost:\n"
		 "  slov_ve_větě: 8\n"
		 "# zaznamy.yaml\n"
		 "potřeby:\n"
		 "  - id: potreba-1\n"
		 "    název: Noclehárna\n"
		 "    popis: V zimě chybí noclehárna. Lidé bez domova spí venku.\n",
};
static const struct finding_kind abbreviation = {
	.code = "unexplained-abbreviation",
	.severity = KPSS_NOTE,
	.message = N_("the abbreviation ‘{0}’ is explained nowhere"),
	.label = N_("stands in this text first"),
	.remedy = N_("write it in full, or add it to the dictionary of the profile (zkratka)"),
	.related = N_("the profile asks for it"),
	.meaning = N_("abbreviations are explained"),
	.explanation =
		N_("An abbreviation counts as explained when the dictionary has it, or a body, "
		   "group, organization or plan has it as "
		   "its short name. Each is told once. Looked at only when the town has set it."),
	.setting = "plain_language.abbreviations",
	.basis = N_("good practice of plain language"),
	.wrong = "# pravidla.yaml\n"
		 "srozumitelnost:\n"
		 "  vysvětlené_zkratky: true\n"
		 "# zaznamy.yaml\n"
		 "potřeby:\n"
		 "  - {id: potreba-1, název: Noclehárna, popis: Shodla se na ní PSZ.}\n",
	.right = "# pravidla.yaml\n"
		 "srozumitelnost:\n"
		 "  vysvětlené_zkratky: true\n"
		 "slovník_pojmů:\n"
		 "  - {pojem: pracovní skupina pro zdraví, zkratka: PSZ}\n"
		 "# zaznamy.yaml\n"
		 "potřeby:\n"
		 "  - {id: potreba-1, název: Noclehárna, popis: Shodla se na ní PSZ.}\n",
};

/* A look at one text of a record. */
struct look {
	const struct rule_context *context;
	const struct entity *record;
	const struct node *text;
};

static void text_report(const struct look *look, const struct finding_kind *kind,
	struct kpss_span related, struct finding_argument first, struct finding_argument second,
	struct finding_argument third)
{
	findings_add(
		look->context->findings, &(struct finding){
						 .kind = kind,
						 .where = entity_span(look->record, look->text),
						 .related = related,
						 .arguments = {first, second, third},
						 .subject = look->record->id,
					 });
}

static void dictionary_look(const struct look *look)
{
	const struct node *entries = setting(look->context->plan, WORD_dictionary, 0);
	struct kpss_str text = node_text(look->text);
	for (const struct node *entry = value_first_item(entries); entry;
		entry = node_next_item(entries, entry)) {
		const struct node *avoid = field(entry, WORD_avoid);
		for (const struct node *word = value_first_item(avoid); word;
			word = node_next_item(avoid, word))
			if (text_find_words(text, value_text(word)) < text.len)
				text_report(look, &avoided,
					setting_span(look->context->plan, entry),
					argument_text(value_text(word)),
					argument_text(value_text(field(entry, WORD_word))),
					(struct finding_argument){0});
	}
}

static bool ends_sentence(struct kpss_str text, size_t at)
{
	char c = text.ptr[at];
	bool stop = c == '.' || c == '!' || c == '?';
	bool blank_line = c == '\n' && at + 1 < text.len && text.ptr[at + 1] == '\n';
	return blank_line || (stop && (at + 1 == text.len || text.ptr[at + 1] == ' ' ||
					      text.ptr[at + 1] == '\n'));
}

static struct kpss_str sentence_beginning(struct kpss_str text, size_t begin)
{
	enum { SHOWN_WORDS = 4 };
	size_t end = begin, words = 0;
	while (end < text.len && words < SHOWN_WORDS)
		words += text.ptr[end++] == ' ';
	return (struct kpss_str){
		.ptr = text.ptr + begin, .len = end - begin - (words == SHOWN_WORDS)};
}

static void sentences_look(const struct look *look)
{
	const struct node *set =
		setting(look->context->plan, WORD_plain_language, WORD_sentence_words);
	struct kpss_str text = node_text(look->text);
	int64_t most, words = 0;
	size_t begin = 0;
	bool inside = false;
	if (!value_integer(set, &most))
		return;
	for (size_t at = 0; at < text.len; at++) {
		bool blank = text.ptr[at] == ' ' || text.ptr[at] == '\n' || text.ptr[at] == '\t';
		if (!blank && words == 0 && !inside)
			begin = at;
		words += !blank && !inside;
		inside = !blank;
		if (!ends_sentence(text, at) && at + 1 < text.len)
			continue;
		if (words > most)
			text_report(look, &long_sentence, setting_span(look->context->plan, set),
				argument_number(words), argument_number(most),
				argument_text(sentence_beginning(text, begin)));
		words = 0;
		inside = false;
	}
}

static bool is_dictionary_short(const struct plan *plan, struct kpss_str word)
{
	const struct node *entries = setting(plan, WORD_dictionary, 0);
	for (const struct node *entry = value_first_item(entries); entry;
		entry = node_next_item(entries, entry))
		if (kpss_str_equal(value_text(field(entry, WORD_short_name)), word))
			return true;
	return false;
}

static bool is_short_name(const struct plan *plan, struct kpss_str word)
{
	static const uint16_t kinds[] = {
		KIND_body, KIND_group, KIND_organization, KIND_plan, KIND_target_group};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kinds[k], &count);
		for (uint32_t i = 0; i < count; i++)
			if (kpss_str_equal(
				    value_text(field(records[i]->mapping, WORD_short_name)), word))
				return true;
	}
	return false;
}

static bool was_told(const struct findings *findings, struct kpss_str word)
{
	for (size_t i = findings->count; i-- > 0;) {
		const struct finding *finding = &findings->items[i];
		if (finding->kind == &abbreviation &&
			kpss_str_equal(finding->arguments[0].text, word))
			return true;
	}
	return false;
}

static void abbreviation_look(const struct look *look, struct kpss_str word)
{
	const struct plan *plan = look->context->plan;
	if (is_dictionary_short(plan, word) || is_short_name(plan, word) ||
		was_told(look->context->findings, word))
		return;
	text_report(look, &abbreviation,
		setting_span(plan, setting(plan, WORD_plain_language, WORD_abbreviations)),
		argument_text(word), (struct finding_argument){0}, (struct finding_argument){0});
}

/* Words of capital letters alone, two to six of them. */
static void abbreviations_look(const struct look *look)
{
	enum { LETTERS_LEAST = 2, LETTERS_MOST = 6 };
	struct kpss_str text = node_text(look->text);
	size_t length, begin = 0, letters = 0;
	bool all_capitals = true, inside = false;
	for (size_t at = 0; at <= text.len; at += length) {
		length = 1;
		uint32_t c = at < text.len ? text_code_point(text, at, &length) : ' ';
		bool letter = text_is_letter(c);
		if (letter && !inside) {
			begin = at;
			letters = 0;
			all_capitals = true;
		}
		if (!letter && inside && all_capitals && letters >= LETTERS_LEAST &&
			letters <= LETTERS_MOST)
			abbreviation_look(look,
				(struct kpss_str){.ptr = text.ptr + begin, .len = at - begin});
		letters += letter;
		all_capitals = all_capitals && (!letter || text_is_capital(c));
		inside = letter;
	}
}

static void text_look(const struct look *look)
{
	enum { SHORTEST = 2 };
	/* Ids, references, choices, dates and numbers are no prose. */
	bool prose = look->text->kind == NODE_SCALAR && look->text->word == 0 &&
		     look->text->length >= SHORTEST && node_scalar_type(look->text) == SCALAR_TEXT;
	if (!prose)
		return;
	dictionary_look(look);
	sentences_look(look);
	if (setting_is_true(look->context->plan, WORD_plain_language, WORD_abbreviations))
		abbreviations_look(look);
}

static void record_look(const struct rule_context *context, const struct entity *record)
{
	const struct node *mapping = record->mapping;
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key)) {
		const struct node *value = node_value(key), *item = value_first_item(value);
		if (key->word == WORD_id || key->word == WORD_short_name || key->word == WORD_code)
			continue;
		text_look(&(struct look){.context = context, .record = record, .text = value});
		for (; item; item = node_next_item(value, item))
			text_look(
				&(struct look){.context = context, .record = record, .text = item});
	}
}

static void words_check(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	bool wanted = !is_absent(setting(plan, WORD_dictionary, 0)) ||
		      !is_absent(setting(plan, WORD_plain_language, 0));
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count && wanted; kind++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			record_look(context, records[i]);
	}
}

const struct rule rule_wording[] = {
	{words_check, {&avoided, &long_sentence, &abbreviation}},
	{0},
};
