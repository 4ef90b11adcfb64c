#include "town/personal_name.h"

#include "base/arena.h"
#include "base/text.h"

enum { NAME_WORDS_LEAST = 2, NAME_WORDS_MOST = 3 };

/* Folded. Common given names of people who live in Czech towns, in the nominative. */
static const char *const given_names[] = {"adam", "adela", "adriana", "alena", "ales", "alexandr",
	"alexandra", "alice", "alois", "alzbeta", "andrea", "aneta", "anezka", "anna", "antonin",
	"barbora", "blanka", "bohumil", "bohumila", "bohuslav", "bozena", "cyril", "dagmar",
	"dalibor", "dana", "daniel", "daniela", "david", "denisa", "dita", "dominik", "dominika",
	"drahomira", "dusan", "edita", "eliska", "emil", "emilie", "erika", "eva", "filip",
	"frantisek", "frantiska", "gabriela", "hana", "helena", "hedvika", "irena", "iva", "ivan",
	"ivana", "iveta", "ivo", "jakub", "jan", "jana", "jarmila", "jaromir", "jaroslav",
	"jaroslava", "jindrich", "jindriska", "jirina", "jiri", "jitka", "josef", "josefa", "julie",
	"kamil", "kamila", "karel", "karolina", "katerina", "klara", "kristyna", "kveta",
	"ladislav", "ladislava", "lenka", "leona", "leos", "libor", "libuse", "lubomir", "lubos",
	"lucie", "ludek", "ludmila", "lukas", "lydie", "magdalena", "marcel", "marcela", "marek",
	"margita", "marie", "marketa", "marta", "martin", "martina", "matej", "michaela", "michal",
	"milada", "milan", "milena", "miloslav", "miloslava", "milos", "miluse", "miroslav",
	"miroslava", "monika", "nadezda", "natalie", "nela", "nikola", "oldrich", "olga", "ondrej",
	"otakar", "patrik", "pavel", "pavla", "pavlina", "petr", "petra", "radek", "radka", "radim",
	"radomir", "radoslav", "renata", "richard", "robert", "roman", "romana", "rostislav",
	"rudolf", "ruzena", "sabina", "sarka", "silvie", "simona", "simon", "sona", "stanislav",
	"stanislava", "stepan", "stepanka", "svatava", "svetlana", "tereza", "tomas", "vaclav",
	"veronika", "vendula", "viktor", "vilem", "vit", "vitezslav", "vladimir", "vladimira",
	"vlasta", "vlastimil", "vojtech", "yvona", "zaneta", "zbynek", "zdenek", "zdenka", "zuzana",
	"zofie"};

/* Folded beginnings of words that are in names of institutions, places and events, which often carry somebody's name. */
static const char *const others[] = {"domov", "dum", "charit", "centr", "nadac", "fond", "spol",
	"organiz", "ustav", "sluzb", "skol", "gymnaz", "nemocni", "poradn", "klub", "kruh",
	"sdruzen", "diakon", "armad", "asoci", "unie", "svaz", "farnost", "cirkev", "mest", "obec",
	"obcansk", "urad", "odbor", "rada", "komis", "skupin", "reditel", "penzion", "sidlist",
	"ulic", "namest", "park", "kaple", "kostel", "svaty", "svate", "atelier", "divadl",
	"knihovn", "lekarn", "ordinac", "firma", "druzstv", "agentur", "institut", "tym",
	"kolektiv", "rodin", "hotel", "studi", "galer", "seni", "home", "house", "school", "center",
	"centre", "association", "foundation", "street", "saint"};

static bool is_listed(const char *const *list, size_t count, struct kpss_str word)
{
	for (size_t i = 0; i < count; i++)
		if (kpss_str_is(word, list[i]))
			return true;
	return false;
}

static bool begins_like(const char *const *list, size_t count, struct kpss_str word)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(list[i]);
		if (word.len >= length && memcmp(word.ptr, list[i], length) == 0)
			return true;
	}
	return false;
}

/* Splits off what stands before the next blank. */
static struct kpss_str word_take(struct kpss_str *text)
{
	size_t begin = 0, end;
	while (begin < text->len && text->ptr[begin] == ' ')
		begin++;
	for (end = begin; end < text->len && text->ptr[end] != ' ';)
		end++;
	struct kpss_str word = {.ptr = text->ptr + begin, .len = end - begin};
	*text = (struct kpss_str){.ptr = text->ptr + end, .len = text->len - end};
	return word;
}

/* “Ing.”, “Mgr.”, “Bc.,”, “Ph.D.”: what has a full stop in it. */
static bool is_title(struct kpss_str word)
{
	return memchr(word.ptr, '.', word.len) != NULL;
}

static struct kpss_str without_comma(struct kpss_str word)
{
	if (word.len > 0 && word.ptr[word.len - 1] == ',')
		word.len--;
	return word;
}

/* Capitals with diacritics of Czech, Slovak, Polish and German. */
static bool is_capital(uint32_t code)
{
	static const uint16_t with_marks[] = {0xC1, 0xC4, 0xC9, 0xCB, 0xCD, 0xD3, 0xD4, 0xD6, 0xDA,
		0xDC, 0xDD, 0x106, 0x10C, 0x10E, 0x11A, 0x139, 0x13D, 0x141, 0x143, 0x147, 0x154,
		0x158, 0x15A, 0x160, 0x164, 0x16E, 0x179, 0x17B, 0x17D};
	if (code >= 'A' && code <= 'Z')
		return true;
	for (size_t i = 0; i < sizeof with_marks / sizeof *with_marks; i++)
		if (with_marks[i] == code)
			return true;
	return false;
}

/* A capital and then small letters, perhaps joined by a hyphen to more. Words all in capitals are abbreviations. */
static bool is_name_word(struct kpss_str word, struct kpss_str folded)
{
	size_t length, second_length;
	if (word.len < 2 || !is_capital(text_code_point(word, 0, &length)) || length >= word.len ||
		is_capital(text_code_point(word, length, &second_length)))
		return false;
	for (size_t i = 0; i < folded.len; i++)
		if (!(folded.ptr[i] >= 'a' && folded.ptr[i] <= 'z') && folded.ptr[i] != '-')
			return false;
	return true;
}

bool text_is_personal_name(struct kpss_str text, struct arena *arena)
{
	const size_t given_count = sizeof given_names / sizeof *given_names,
		     other_count = sizeof others / sizeof *others;
	struct arena_mark mark = arena_mark(arena);
	size_t words = 0, given = 0;
	bool good = true;
	for (struct kpss_str rest = text, word; good && (word = word_take(&rest)).len > 0;) {
		if (is_title(word))
			continue;
		word = without_comma(word);
		struct kpss_str folded = text_fold(arena, word);
		good = is_name_word(word, folded) && !begins_like(others, other_count, folded);
		given += is_listed(given_names, given_count, folded);
		words++;
	}
	arena_release(arena, mark);
	return good && given > 0 && words >= NAME_WORDS_LEAST && words <= NAME_WORDS_MOST;
}
