#include "manual_schema.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "manual_mdoc.h"

static const char schema_ending[] = ".schema.json";

void manual_complain(struct manual *manual, const char *message, ...)
{
	va_list arguments;
	va_start(arguments, message);
	fputs("repository_manual: ", stderr);
	vfprintf(stderr, message, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	manual->troubles++;
}

static void schema_read(struct manual *manual, const char *file)
{
	char path[4096];
	json_error_t error;
	snprintf(path, sizeof path, "%s/%s", manual->schemas_folder, file);
	json_t *schema = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
	if (!schema) {
		manual_complain(manual, "%s:%d: %s", path, error.line, error.text);
		return;
	}
	size_t length = strlen(file) - strlen(schema_ending);
	json_object_setn_new(manual->schemas, file, length, schema);
}

bool manual_open(struct manual *manual)
{
	manual->schemas = json_object();
	DIR *folder = opendir(manual->schemas_folder);
	if (!folder) {
		manual_complain(manual, "cannot open %s", manual->schemas_folder);
		return false;
	}
	for (struct dirent *entry; (entry = readdir(folder));) {
		const char *ending = strstr(entry->d_name, schema_ending);
		if (ending && strcmp(ending, schema_ending) == 0)
			schema_read(manual, entry->d_name);
	}
	closedir(folder);
	manual->definitions = json_object_get(json_object_get(manual->schemas, "common"), "$defs");
	return manual->troubles == 0;
}

void manual_close(struct manual *manual)
{
	json_decref(manual->schemas);
}

static const char *say(const struct manual *manual, const char *english, const char *czech)
{
	return manual->czech ? czech : english;
}

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	return text ? text : "";
}

static const char *title_of(const struct manual *manual, const json_t *object)
{
	return text_of(object, say(manual, "title", "x-kpss-title-cs"));
}

static const char *description_of(const struct manual *manual, const json_t *object)
{
	return text_of(object, say(manual, "description", "x-kpss-description-cs"));
}

/* A word in the page's vocabulary with the other one behind it in parentheses. */
static void print_pair(const struct manual *manual, const char *english, const char *czech)
{
	const char *own = say(manual, english, czech), *other = say(manual, czech, english);
	mdoc_word(own);
	if (strcmp(own, other) == 0)
		return;
	fputs(" Pq Cm ", stdout);
	mdoc_word(other);
}

/* How single values are named, and lists of them. */
static const struct value_words {
	const char *name, *english, *english_list, *czech, *czech_list;
} values[] = {
	{"text", "Text", "List of texts", "Text", "Seznam textů"},
	{"id", "Id", "List of ids", "Id", "Seznam id"},
	{"date", "Date", "List of dates", "Datum", "Seznam dat"},
	{"time", "Time", "List of times", "Čas", "Seznam časů"},
	{"municipality", "Code of a municipality", "List of codes of municipalities", "Kód obce",
		"Seznam kódů obcí"},
	{"year", "Year", "List of years", "Rok", "Seznam roků"},
	{"amount", "Amount of money", "List of amounts of money", "Peněžní částka",
		"Seznam peněžních částek"},
	{"level", "Level word", "List of level words", "Slovo pro úroveň",
		"Seznam slov pro úroveň"},
	{"status", "One of the statuses in the profile", "List of statuses in the profile",
		"Jeden ze stavů v pravidlech města", "Seznam stavů z pravidel města"},
	{"integer", "Whole number", "List of whole numbers", "Celé číslo", "Seznam celých čísel"},
	{"number", "Number", "List of numbers", "Číslo", "Seznam čísel"},
	{"boolean", "True or false", "List of truth values", "Hodnota true, nebo false",
		"Seznam hodnot true a false"},
	{"pattern", "Text of the form", "List of texts of the form", "Text ve tvaru",
		"Seznam textů ve tvaru"},
	{"enum", "One of:", "List of some of:", "Jedna z hodnot:", "Seznam z těchto hodnot:"},
	{"reference",
		"Id of a record:", "List of ids of records:", "Id záznamu:", "Seznam id záznamů:"},
	{"shared", "Record, see", "List of records, see", "Záznam, viz", "Seznam záznamů, viz"},
	{"record", "Record with these fields:", "List of records with these fields:",
		"Záznam s těmito poli:", "Seznam záznamů s těmito poli:"},
	{"free", "Record with any fields", "List of records with any fields",
		"Záznam s jakýmikoli poli", "Seznam záznamů s jakýmikoli poli"},
};

static const char *value_name(struct manual *manual, const char *name, bool list)
{
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (strcmp(values[i].name, name) == 0)
			return list ? say(manual, values[i].english_list, values[i].czech_list)
				    : say(manual, values[i].english, values[i].czech);
	manual_complain(manual, "no words for the type ‘%s’", name);
	return name;
}

/* The name of a shared definition that a value refers to, or NULL; *target is what it leads to, the value itself otherwise. */
static const char *reference_resolve(
	const struct manual *manual, const json_t *value, const json_t **target)
{
	const char *reference = text_of(value, "$ref"), *slash = strrchr(reference, '/');
	*target = value;
	if (!*reference)
		return NULL;
	if (!slash) {
		char name[64];
		snprintf(name, sizeof name, "%.*s", (int)strcspn(reference, "."), reference);
		*target = json_object_get(manual->schemas, name);
		return "record";
	}
	*target = json_object_get(manual->definitions, slash + 1);
	return slash + 1;
}

static void print_choices(const struct manual *manual, const json_t *value)
{
	const json_t *english = json_object_get(value, "enum"),
		     *czech = json_object_get(value, "x-kpss-enum-cs");
	size_t count = json_array_size(english);
	for (size_t i = 0; i < count; i++) {
		fputs(".Cm ", stdout);
		print_pair(manual, json_string_value(json_array_get(english, i)),
			json_string_value(json_array_get(czech, i)));
		puts(i + 1 < count ? " ," : " .");
	}
}

static void print_targets(struct manual *manual, const json_t *kinds)
{
	size_t count = json_array_size(kinds);
	for (size_t i = 0; i < count; i++) {
		const json_t *kind = json_object_get(
			manual->schemas, json_string_value(json_array_get(kinds, i)));
		printf(".Sx %s", title_of(manual, kind));
		puts(i + 1 < count ? "" : " .");
		if (i + 1 < count)
			puts(say(manual, "or", "nebo"));
	}
}

static void print_form_example(struct manual *manual, const json_t *value)
{
	const char *example =
		json_string_value(json_array_get(json_object_get(value, "examples"), 0));
	if (!example)
		return;
	printf(" ,\n%s\n.Ql ", say(manual, "for example", "například"));
	mdoc_word(example);
}

/* The type of a single value or of a list's items, as a sentence; true when the fields of a record are to follow. */
static bool print_type(struct manual *manual, const json_t *value, bool list)
{
	const json_t *target;
	const char *shared = reference_resolve(manual, value, &target);
	const char *type = text_of(target, "type");
	const json_t *kinds = json_object_get(target, "x-kpss-ref");
	if (json_object_get(target, "enum")) {
		puts(value_name(manual, "enum", list));
		print_choices(manual, target);
	} else if (kinds) {
		puts(value_name(manual, "reference", list));
		print_targets(manual, kinds);
	} else if (shared && strcmp(type, "object") == 0) {
		puts(value_name(manual, "shared", list));
		printf(".Sx %s .\n", title_of(manual, target));
	} else if (strcmp(type, "object") == 0 && json_object_get(target, "properties")) {
		return true;
	} else if (shared || strcmp(type, "object") == 0) {
		printf("%s.\n", value_name(manual, shared ? shared : "free", list));
	} else if (json_object_get(target, "x-kpss-profile")) {
		printf("%s.\n", value_name(manual, "status", list));
	} else if (json_object_get(target, "pattern")) {
		printf("%s\n.Ql ", value_name(manual, "pattern", list));
		mdoc_word(text_of(target, "pattern"));
		print_form_example(manual, target);
		puts(" .");
	} else {
		printf("%s.\n",
			value_name(manual, strcmp(type, "string") == 0 ? "text" : type, list));
	}
	return false;
}

static void print_limits(const struct manual *manual, const json_t *value)
{
	const json_t *least = json_object_get(value, "minimum"),
		     *most = json_object_get(value, "maximum");
	if (json_is_integer(least) && json_equal(least, most))
		printf("%s %d.\n", say(manual, "Always", "Vždy"), (int)json_integer_value(least));
	else if (json_is_integer(least))
		printf("%s %d.\n", say(manual, "At least", "Nejméně"),
			(int)json_integer_value(least));
	if (json_object_get(value, "minItems"))
		puts(say(manual, "At least one item.", "Nejméně jedna položka."));
	if (json_object_get(value, "uniqueItems"))
		puts(say(manual, "No item twice.", "Žádná položka dvakrát."));
}

static void print_alternatives(const struct manual *manual, const json_t *object,
	const char *keyword, const char *sentence)
{
	const json_t *alternatives = json_object_get(object, keyword),
		     *properties = json_object_get(object, "properties");
	size_t count = json_array_size(alternatives);
	if (count == 0)
		return;
	puts(sentence);
	for (size_t i = 0; i < count; i++) {
		const char *name = json_string_value(json_array_get(
			json_object_get(json_array_get(alternatives, i), "required"), 0));
		fputs(".Cm ", stdout);
		print_pair(manual, name, text_of(json_object_get(properties, name), "x-kpss-cs"));
		puts(i + 1 < count ? " ," : " .");
	}
}

static void print_rules(const struct manual *manual, const json_t *object)
{
	print_alternatives(manual, object, "oneOf",
		say(manual, "In each record exactly one of these is given:",
			"V každém záznamu se uvádí právě jedno z polí:"));
	print_alternatives(manual, object, "anyOf",
		say(manual, "In each record at least one of these is given:",
			"V každém záznamu se uvádí nejméně jedno z polí:"));
	if (json_object_get(object, "minProperties"))
		puts(say(manual, "At least one field is given.", "Uvádí se nejméně jedno pole."));
}

static bool is_required(const json_t *object, const char *name)
{
	size_t index;
	const json_t *required;
	json_array_foreach(json_object_get(object, "required"), index,
		required) if (strcmp(json_string_value(required), name) == 0) return true;
	return false;
}

static void print_object(struct manual *manual, const json_t *object, const json_t *left_out);

static void print_field(
	struct manual *manual, const json_t *object, const char *name, const json_t *property)
{
	const json_t *items = json_object_get(property, "items"), *value = items ? items : property;
	fputs(".It Cm ", stdout);
	print_pair(manual, name, text_of(property, "x-kpss-cs"));
	puts(is_required(object, name) ? say(manual, " , required", " , povinné") : "");
	if (!*description_of(manual, property))
		manual_complain(manual, "the field ‘%s’ is not described", name);
	mdoc_text(description_of(manual, property));
	if (!print_type(manual, value, items != NULL)) {
		print_limits(manual, property);
		return;
	}
	print_rules(manual, value);
	puts(value_name(manual, "record", items != NULL));
	print_object(manual, value, NULL);
}

/* Lists of items of the plan, one for each level, are one line. */
static void print_level_fields(const struct manual *manual)
{
	puts(say(manual, ".It Em plurals of level words", ".It Em množná čísla slov pro úroveň"));
	puts(say(manual, "Items of the plan that stand under this one, such as",
		"Položky plánu, které stojí pod touto, například"));
	puts(say(manual, ".Cm goals Pq Cm cíle .\nList of records, see",
		".Cm cíle Pq Cm goals .\nSeznam záznamů, viz"));
	printf(".Sx %s .\n", title_of(manual, json_object_get(manual->schemas, "node")));
}

static void print_object(struct manual *manual, const json_t *object, const json_t *left_out)
{
	const char *name;
	const json_t *property;
	bool levels = false;
	puts(".Bl -tag -width Ds");
	json_object_foreach((json_t *)json_object_get(object, "properties"), name, property)
	{
		if (json_object_get(left_out, name))
			continue;
		if (!json_object_get(property, "x-kpss-level"))
			print_field(manual, object, name, property);
		else if (!levels)
			print_level_fields(manual);
		levels = levels || json_object_get(property, "x-kpss-level");
	}
	puts(".El");
}

/* Fields with the same description in every kind. */
static json_t *fields_everywhere(const struct manual *manual)
{
	const char *file, *name;
	json_t *schema, *property, *common = NULL;
	void *next;
	json_object_foreach(manual->schemas, file, schema)
	{
		json_t *properties = json_object_get(schema, "properties");
		if (!json_object_get(schema, "x-kpss-kind"))
			continue;
		if (!common)
			common = json_copy(properties);
		json_object_foreach_safe(common, next, name,
			property) if (!json_equal(property, json_object_get(properties, name)))
			json_object_del(common, name);
	}
	return common;
}

void manual_everywhere(struct manual *manual)
{
	json_t *common = fields_everywhere(manual);
	json_t *object = json_pack("{s:O, s:[s]}", "properties", common, "required", "id");
	print_object(manual, object, NULL);
	json_decref(object);
	json_decref(common);
}

static void print_example(struct manual *manual, bool czech, const char *name)
{
	char path[4096];
	puts(".Pp");
	if (czech == manual->czech)
		puts(say(manual, "Example:", "Příklad:"));
	else
		puts(say(manual, "The same in the Czech vocabulary:", "Totéž anglickými slovy:"));
	snprintf(path, sizeof path, "%s/examples/%s/%s.yaml", manual->manual_folder,
		czech ? "cs" : "en", name);
	if (!mdoc_literal_file(path))
		manual_complain(manual, "cannot read the example %s", path);
}

void manual_examples(struct manual *manual, const char *english, const char *czech)
{
	print_example(manual, manual->czech, manual->czech ? czech : english);
	print_example(manual, !manual->czech, manual->czech ? english : czech);
}

void manual_fields(struct manual *manual, const char *name)
{
	const json_t *schema = json_object_get(manual->schemas, name);
	if (!schema)
		manual_complain(manual, "there is no schema ‘%s’", name);
	print_object(manual, schema, NULL);
}

void manual_kind(struct manual *manual, const char *name)
{
	const json_t *schema = json_object_get(manual->schemas, name),
		     *kind = json_object_get(schema, "x-kpss-kind");
	if (!kind || json_object_get(kind, "shown")) {
		manual_complain(manual, "‘%s’ is no kind, or was described before", name);
		return;
	}
	json_object_set_new((json_t *)kind, "shown", json_true());
	printf(".Ss %s\n", title_of(manual, schema));
	mdoc_text(description_of(manual, schema));
	fputs(say(manual, "Written under\n.Cm ", "Píše se pod slovem\n.Cm "), stdout);
	print_pair(manual, text_of(kind, "plural"), text_of(json_object_get(kind, "cs"), "plural"));
	puts(" .");
	json_t *everywhere = fields_everywhere(manual);
	print_object(manual, schema, everywhere);
	json_decref(everywhere);
	manual_examples(manual, name, name);
}

void manual_shared(struct manual *manual)
{
	const char *name;
	const json_t *definition;
	json_object_foreach((json_t *)manual->definitions, name, definition)
	{
		if (strcmp(text_of(definition, "type"), "object") != 0)
			continue;
		printf(".Ss %s\n", title_of(manual, definition));
		mdoc_text(description_of(manual, definition));
		print_rules(manual, definition);
		print_object(manual, definition, NULL);
	}
}

static void print_level(const struct manual *manual, const char *singular, const json_t *level)
{
	const char *plural = text_of(level, "plural");
	const json_t *czech = json_object_get(level, "cs");
	const char *english_words[] = {singular, plural},
		   *czech_words[] = {text_of(czech, "singular"), text_of(czech, "plural")};
	const char **own = manual->czech ? czech_words : english_words,
		   **other = manual->czech ? english_words : czech_words;
	printf(".It %s Ta Cm %s Ta %s Ta Cm %s\n", own[0], own[1], other[0], other[1]);
}

void manual_levels(struct manual *manual)
{
	const char *name;
	const json_t *level;
	puts(say(manual,
		".Bl -column -compact problem_area project_intents problémová_oblast "
		"problémové_oblasti",
		".Bl -column -compact problémová_oblast problémové_oblasti problem_area "
		"project_intents"));
	puts(say(manual, ".It Em level Ta Em in files Ta Em in Czech Ta Em in files",
		".It Em úroveň Ta Em v souborech Ta Em anglicky Ta Em v souborech"));
	json_t *node = json_object_get(manual->schemas, "node");
	json_object_foreach(json_object_get(node, "x-kpss-levels"), name, level)
		print_level(manual, name, level);
	puts(".El");
}
