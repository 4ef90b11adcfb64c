/* Sentences are patterns in which %a, %g and %n stand for a service (accusative, genitive, nominative), %p for a place,
 * %w for a time, %c for a small number and %N for a larger one. */
#include "words.h"

#include <stdio.h>
#include <string.h>

#define LENGTH(array)      ((int)(sizeof(array) / sizeof *(array)))
#define ANY(random, array) ((array)[random_between(random, 0, LENGTH(array) - 1)])

static const struct name women[] = {{"Anežka", "a"}, {"Božena", "b"}, {"Daniela", "d"},
	{"Eliška", "e"}, {"Františka", "f"}, {"Hana", "h"}, {"Jiřina", "j"}, {"Kateřina", "k"},
	{"Ludmila", "l"}, {"Markéta", "m"}, {"Naděžda", "n"}, {"Olga", "o"}, {"Růžena", "r"},
	{"Šárka", "s"}, {"Taťána", "t"}, {"Věra", "v"}, {"Zdeňka", "z"}};

static const struct name men[] = {{"Antonín", "a"}, {"Bohumil", "b"}, {"Dalibor", "d"},
	{"Evžen", "e"}, {"František", "f"}, {"Hynek", "h"}, {"Jiří", "j"}, {"Květoslav", "k"},
	{"Luděk", "l"}, {"Miloš", "m"}, {"Oldřich", "o"}, {"Přemysl", "p"}, {"Radomír", "r"},
	{"Štěpán", "s"}, {"Tomáš", "t"}, {"Vojtěch", "v"}, {"Zbyněk", "z"}};

static const struct name female_surnames[] = {{"Břízová", "brizova"}, {"Čápková", "capkova"},
	{"Dvořáčková", "dvorackova"}, {"Fialková", "fialkova"}, {"Habrová", "habrova"},
	{"Holoubková", "holoubkova"}, {"Jeřábková", "jerabkova"}, {"Kalinová", "kalinova"},
	{"Klíčová", "klicova"}, {"Kučerňáková", "kucernakova"}, {"Lískovcová", "liskovcova"},
	{"Loučková", "louckova"}, {"Měsíčková", "mesickova"}, {"Mlýnková", "mlynkova"},
	{"Nezbedová", "nezbedova"}, {"Oblázková", "oblazkova"}, {"Pěnkavová", "penkavova"},
	{"Potůčková", "potuckova"}, {"Řepková", "repkova"}, {"Skřivánková", "skrivankova"},
	{"Stehlíková", "stehlikova"}, {"Šípková", "sipkova"}, {"Topolová", "topolova"},
	{"Větrovcová", "vetrovcova"}, {"Vrbová", "vrbova"}, {"Zálesková", "zaleskova"},
	{"Žitná", "zitna"}};

static const struct name male_surnames[] = {{"Bříza", "briza"}, {"Čápek", "capek"},
	{"Dvořáček", "dvoracek"}, {"Fialka", "fialka"}, {"Habr", "habr"}, {"Holoubek", "holoubek"},
	{"Jeřábek", "jerabek"}, {"Kalina", "kalina"}, {"Klíč", "klic"}, {"Kučerňák", "kucernak"},
	{"Lískovec", "liskovec"}, {"Loučka", "loucka"}, {"Měsíček", "mesicek"},
	{"Mlýnek", "mlynek"}, {"Nezbeda", "nezbeda"}, {"Oblázek", "oblazek"},
	{"Pěnkava", "penkava"}, {"Potůček", "potucek"}, {"Řepka", "repka"},
	{"Skřivánek", "skrivanek"}, {"Stehlík", "stehlik"}, {"Šípek", "sipek"}, {"Topol", "topol"},
	{"Větrovec", "vetrovec"}, {"Vrba", "vrba"}, {"Záleský", "zalesky"}, {"Žitný", "zitny"}};

static const struct name users[] = {
	{"uživatelka pečovatelské služby", "uzivatelka-pecovatelske-sluzby"},
	{"uživatel osobní asistence", "uzivatel-osobni-asistence"},
	{"uživatelka odlehčovací služby", "uzivatelka-odlehcovaci-sluzby"},
	{"uživatel azylového domu", "uzivatel-azyloveho-domu"},
	{"obyvatelka domova pro seniory", "obyvatelka-domova-pro-seniory"},
	{"uživatel sociálně terapeutické dílny", "uzivatel-dilny"},
	{"uživatelka občanské poradny", "uzivatelka-poradny"},
	{"uživatel chráněného bydlení", "uzivatel-chraneneho-bydleni"}};

static const struct name organizations[] = {{"Sociální služby Kopretina", "kopretina"},
	{"Centrum pro rodinu Kaštan", "kastan"}, {"Domov pro seniory U Rybníka", "domov-u-rybnika"},
	{"Občanská poradna Rozcestník", "rozcestnik"}, {"Azylový dům Přístřeší", "pristresi"},
	{"Nízkoprahový klub Příboj", "priboj"}, {"Denní stacionář Jitřenka", "jitrenka"},
	{"Osobní asistence Souběh", "soubeh"}, {"Chráněné bydlení Ořech", "orech"},
	{"Terénní program Stezka", "stezka"}, {"Hospicová péče Tichá řeka", "ticha-reka"},
	{"Spolek pečujících Opora", "opora"}, {"Raná péče Krůček", "krucek"},
	{"Sociálně terapeutická dílna Hrnčíř", "hrncir"},
	{"Kontaktní centrum Křižovatka", "krizovatka"}};

static const struct name town_first[] = {{"Horní", "horni"}, {"Dolní", "dolni"}, {"Nový", "novy"},
	{"Starý", "stary"}, {"Velký", "velky"}, {"Malý", "maly"}, {"Červený", "cerveny"},
	{"Lesní", "lesni"}};

static const struct name town_second[] = {{"Újezdec", "ujezdec"}, {"Brodek", "brodek"},
	{"Týneček", "tynecek"}, {"Hrádeček", "hradecek"}, {"Kostelíček", "kostelicek"},
	{"Mlýnec", "mlynec"}, {"Jeníkovec", "jenikovec"}, {"Ostrůvek", "ostruvek"},
	{"Studénkovec", "studenkovec"}, {"Březový Háj", "brezovy-haj"},
	{"Žďárek nad Lužankou", "zdarek-nad-luzankou"}};

static const struct name areas[] = {{"Oblast podpory rodin s dětmi a mládeže", "rodiny"},
	{"Oblast podpory seniorů a pečujících", "seniori"},
	{"Oblast podpory osob se zdravotním postižením", "zdravotni-postizeni"}};

static const struct service services[] = {{"pecovatelska-sluzba", "pečovatelská služba",
						  "pečovatelské služby", "pečovatelskou službu"},
	{"osobni-asistence", "osobní asistence", "osobní asistence", "osobní asistenci"},
	{"odlehcovaci-sluzba", "odlehčovací služba", "odlehčovací služby", "odlehčovací službu"},
	{"dluhove-poradenstvi", "dluhové poradenství", "dluhového poradenství",
		"dluhové poradenství"},
	{"tisnova-pece", "tísňová péče", "tísňové péče", "tísňovou péči"},
	{"denni-stacionar", "denní stacionář", "denního stacionáře", "denní stacionář"},
	{"terenni-program", "terénní program", "terénního programu", "terénní program"},
	{"nocleharna", "noclehárna", "noclehárny", "noclehárnu"},
	{"klub-mladeze", "nízkoprahový klub pro děti a mládež",
		"nízkoprahového klubu pro děti a mládež", "nízkoprahový klub pro děti a mládež"},
	{"rana-pece", "raná péče", "rané péče", "ranou péči"},
	{"aktivizace-rodin", "sociálně aktivizační služba pro rodiny s dětmi",
		"sociálně aktivizační služby pro rodiny s dětmi",
		"sociálně aktivizační službu pro rodiny s dětmi"},
	{"prostupne-bydleni", "prostupné bydlení", "prostupného bydlení", "prostupné bydlení"},
	{"pujcovna-pomucek", "půjčovna kompenzačních pomůcek", "půjčovny kompenzačních pomůcek",
		"půjčovnu kompenzačních pomůcek"},
	{"svepomocna-skupina", "svépomocná skupina pečujících", "svépomocné skupiny pečujících",
		"svépomocnou skupinu pečujících"},
	{"doprava-seniori", "doprava pro seniory", "dopravy pro seniory", "dopravu pro seniory"},
	{"dilna", "sociálně terapeutická dílna", "sociálně terapeutické dílny",
		"sociálně terapeutickou dílnu"},
	{"chranene-bydleni", "chráněné bydlení", "chráněného bydlení", "chráněné bydlení"},
	{"prevence-skoly", "prevence ve školách", "prevence ve školách", "prevenci ve školách"}};

static const char *const places[] = {"v místní části Záhoří", "na sídlišti Pod Lipami",
	"ve všech částech města", "v okolních obcích", "v Nádražní ulici a okolí",
	"v prostorách bývalé školky", "přímo v domácnostech", "v budově městského úřadu"};

static const char *const times[] = {"o víkendech a svátcích", "v odpoledních hodinách",
	"nejméně dvakrát týdně", "po celý rok", "v zimním období", "do konce roku",
	"od začátku školního roku", "ve stávajícím rozsahu"};

static const char *const measures[] = {"Udržet a rozvíjet %a", "Rozšířit %a %p",
	"Zajistit %a bez čekání", "Zavést %a %w", "Zajistit %a %p %w",
	"Posílit %a pro osoby s nízkým příjmem", "Propojit %a s prací obecních lékařů",
	"Podpořit %a a vzdělávání pracovníků", "Zpřístupnit %a lidem bez vlastní dopravy"};

static const char *const goals[] = {"Zajistit dostupnou pomoc tam, kde dosud chyběla",
	"Udržet stávající služby v potřebném rozsahu", "Umožnit lidem zůstat co nejdéle doma",
	"Předcházet ztrátě bydlení a zadlužení", "Zlepšit informovanost obyvatel o službách",
	"Podpořit rodiny, které pečují o své blízké", "Zapojit uživatele do plánování služeb",
	"Rozvíjet spolupráci poskytovatelů, škol a lékařů"};

static const char *const tasks[] = {"Zachovat %a pro nejméně %c osob ročně.",
	"Rozšířit %a %p o %c míst.", "Zpracovat podklady pro zařazení %g do sítě kraje.",
	"Informovat obyvatele o možnostech %g %w.",
	"Uspořádat setkání se zájemci o %a, nejméně pro %c osob.",
	"Zjistit zájem o %a dotazníkem mezi %N domácnostmi.", "Obnovit vybavení pro %a.",
	"Proškolit %c pracovníků %g.", "Zajistit prostory pro %a %p.",
	"Projednat financování %g s krajem a s okolními obcemi.",
	"Upravit otevírací dobu %g tak, aby byla dostupná %w."};

static const char *const needs[] = {
	"Z dotazníků vyplynulo, že o %a by mělo zájem %c lidí, kteří na pomoc dosud nedosáhnou.",
	"Čekací doba na %a činí v průměru %c týdnů.",
	"Zájem o %a roste, kapacita se od posledního plánu nezměnila.",
	"Poskytovatelé odmítli za rok %N zájemců o %a, nejčastěji pro naplněnou kapacitu.",
	"Lidé %p nemají o možnostech %g dostatek informací.",
	"Rodiny by uvítaly %a %w; dnes si pomáhají samy."};

static const char *const evaluations[] = {"Kapacita %g byla využita z %c procent.",
	"Službu využilo %N osob, tedy o %c více než v předchozím roce.",
	"Čekací doba na %a se zkrátila na %c týdnů.",
	"Uskutečnilo se %c setkání, kterých se zúčastnilo celkem %N lidí.",
	"Úvazek byl obsazen až od května, proto nebylo možné podpořit všechny zájemce.",
	"Poskytovatel rozšířil %a %p, zájem předčil očekávání.",
	"Podařilo se získat příspěvek kraje, který pokryl %c procent nákladů.",
	"Plánovaný rozsah %g byl dodržen, nové věci se rozbíhaly pomaleji.",
	"Nepodařilo se najít vhodné prostory, jednání s vlastníkem dále pokračují.",
	"Pracovníci prošli školením a příští rok naváže odborná supervize.",
	"Spolupráce se školami a lékaři se osvědčila, bude pokračovat %w."};

static const char *const minutes[] = {
	"Členové se shodli, že je třeba udržet %a alespoň v dosavadním rozsahu.",
	"Zástupci poskytovatelů upozornili na nedostatek pracovníků %g.",
	"Koordinátorka seznámila přítomné s přípravou akčního plánu a s termíny pro podklady.",
	"Uživatelé navrhli nabízet %a také %w.",
	"Diskutovalo se o tom, jak oslovit lidi %p, kteří dosud o pomoc nežádali.",
	"Za město zaznělo, že na %a je v rozpočtu připraveno %N tisíc korun.",
	"Skupina vzala na vědomí zprávu o plnění opatření a neměla k ní připomínky.",
	"Padl návrh požádat kraj o %c míst navíc; o návrhu se bude jednat příště."};

static const char *const decisions[] = {"Skupina doporučuje podpořit %a i v dalším roce.",
	"Skupina souhlasí s předloženým vyhodnocením opatření.",
	"Skupina ukládá poskytovatelům dodat podklady k rozvoji %g.",
	"Skupina navrhuje rozšířit %a %p.",
	"Skupina bere na vědomí informaci o financování %g z rozpočtu kraje."};

static const char *const programs[] = {"Zahájení a kontrola úkolů z minulého jednání",
	"Vyhodnocení akčního plánu", "Příprava podkladů pro akční plán na další rok",
	"Informace o financování sociálních služeb", "Představení činnosti nového poskytovatele",
	"Podněty uživatelů a veřejnosti", "Stav příprav Dne sociálních služeb", "Rozvoj %g %p"};

static const char *const remarks[] = {"upřesněno na jednání pracovní skupiny",
	"údaj dodal poskytovatel", "závisí na výsledku dotačního řízení kraje",
	"zahrnuje také provoz %w", "bude doplněno po uzavření účetního roku",
	"společně s okolními obcemi"};

static const char *const indicators[] = {"Počet osob, které využily %a",
	"Počet úvazků v přímé péči (%n)", "Počet odmítnutých zájemců o %a",
	"Podíl spokojených uživatelů %g v procentech", "Počet kontaktů %g za rok"};

static const struct {
	const char *const *patterns;
	int count;
} sentences[] = {
	[SENTENCE_MEASURE] = {measures, LENGTH(measures)},
	[SENTENCE_GOAL] = {goals, LENGTH(goals)},
	[SENTENCE_TASK] = {tasks, LENGTH(tasks)},
	[SENTENCE_NEED] = {needs, LENGTH(needs)},
	[SENTENCE_EVALUATION] = {evaluations, LENGTH(evaluations)},
	[SENTENCE_MINUTES] = {minutes, LENGTH(minutes)},
	[SENTENCE_DECISION] = {decisions, LENGTH(decisions)},
	[SENTENCE_PROGRAM] = {programs, LENGTH(programs)},
	[SENTENCE_REMARK] = {remarks, LENGTH(remarks)},
	[SENTENCE_INDICATOR] = {indicators, LENGTH(indicators)},
};

struct name words_surname(struct random *random, bool female)
{
	return female ? ANY(random, female_surnames) : ANY(random, male_surnames);
}

struct name words_first_name(struct random *random, bool female)
{
	return female ? ANY(random, women) : ANY(random, men);
}

struct name words_user(int index)
{
	return users[index % LENGTH(users)];
}

struct name words_organization(struct random *random)
{
	return ANY(random, organizations);
}

struct name words_area(int index)
{
	return areas[index % LENGTH(areas)];
}

const struct service *words_service(struct random *random)
{
	return &ANY(random, services);
}

/* Two halves joined. */
void words_town(int index, struct town_name *name)
{
	const struct name *first = &town_first[index % LENGTH(town_first)];
	const struct name *second = &town_second[index % LENGTH(town_second)];
	snprintf(name->shown, sizeof name->shown, "%s %s", first->shown, second->shown);
	snprintf(name->slug, sizeof name->slug, "%s-%s-%03d", first->slug, second->slug, index + 1);
}

static void append(struct text *text, const char *word, size_t length)
{
	if (text->length + length >= text_capacity)
		length = text_capacity - 1 - text->length;
	memcpy(text->bytes + text->length, word, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

static void append_number(struct text *text, int number)
{
	char digits[16];
	append(text, digits, (size_t)snprintf(digits, sizeof digits, "%d", number));
}

static void append_word(struct text *text, struct random *random, char marker)
{
	const struct service *service = words_service(random);
	const char *word = marker == 'a'   ? service->accusative
			   : marker == 'g' ? service->genitive
			   : marker == 'n' ? service->nominative
			   : marker == 'p' ? ANY(random, places)
					   : ANY(random, times);
	if (marker == 'c')
		append_number(text, random_between(random, 5, 49));
	else if (marker == 'N')
		append_number(text, random_between(random, 50, 900));
	else
		append(text, word, strlen(word));
}

static void append_sentence(struct text *text, struct random *random, enum sentence_kind kind)
{
	int choice = random_between(random, 0, sentences[kind].count - 1);
	const char *pattern = sentences[kind].patterns[choice];
	for (;;) {
		size_t plain = strcspn(pattern, "%");
		append(text, pattern, plain);
		if (!pattern[plain])
			return;
		append_word(text, random, pattern[plain + 1]);
		pattern += plain + 2;
	}
}

const char *words_sentence(struct text *text, struct random *random, enum sentence_kind kind)
{
	text->length = 0;
	append_sentence(text, random, kind);
	return text->bytes;
}

void words_paragraph(struct text *text, struct random *random, enum sentence_kind kind, int count)
{
	text->length = 0;
	for (int i = 0; i < count; i++) {
		if (i > 0)
			append(text, " ", 1);
		append_sentence(text, random, kind);
	}
}
