/* The only user of PCRE2. Patterns are compiled when they are first needed. */
#include "schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "schema/table.h"

enum { MATCH_LIMIT = 100000 };

struct pattern_cache {
	const struct schema_table *table;
	pcre2_code **codes;
	pcre2_match_data *match;
	pcre2_match_context *context;
};

struct pattern_cache *patterns_new(const struct schema_table *table)
{
	struct pattern_cache *patterns = memory_resize(NULL, 1, sizeof *patterns);
	*patterns = (struct pattern_cache){.table = table};
	patterns->codes = memory_resize(NULL, table->pattern_count + 1, sizeof *patterns->codes);
	memset(patterns->codes, 0, (table->pattern_count + 1) * sizeof *patterns->codes);
	return patterns;
}

void patterns_free(struct pattern_cache *patterns)
{
	if (!patterns)
		return;
	for (uint32_t i = 0; i < patterns->table->pattern_count; i++)
		pcre2_code_free(patterns->codes[i]);
	free(patterns->codes);
	pcre2_match_data_free(patterns->match);
	pcre2_match_context_free(patterns->context);
	free(patterns);
}

/* ECMA-262 also knows the long names of general categories; this version of PCRE2 only the short ones. */
static const struct {
	const char *name, *code;
} categories[] = {
	{"{Letter}", "{L}"}, {"{Lowercase_Letter}", "{Ll}"}, {"{Uppercase_Letter}", "{Lu}"}, {"{Number}", "{N}"},
	{"{Decimal_Number}", "{Nd}"}, {"{Punctuation}", "{P}"}, {"{Separator}", "{Z}"}, {"{Symbol}", "{S}"},
	{"{Mark}", "{M}"},
};

static void names_shorten(struct buf *out, struct kpss_str pattern)
{
	for (size_t at = 0; at < pattern.len;) {
		struct kpss_str rest = {.ptr = pattern.ptr + at, .len = pattern.len - at};
		size_t taken = 0;
		bool escape = at >= 2 && pattern.ptr[at - 2] == '\\' && (pattern.ptr[at - 1] == 'p' || pattern.ptr[at - 1] == 'P');
		for (size_t i = 0; escape && !taken && i < sizeof categories / sizeof *categories; i++) {
			size_t length = strlen(categories[i].name);
			if (rest.len < length || memcmp(rest.ptr, categories[i].name, length) != 0)
				continue;
			buf_add_text(out, categories[i].code);
			taken = length;
		}
		if (!taken)
			buf_add_char(out, *rest.ptr);
		at += taken ? taken : 1;
	}
}

static pcre2_code *pattern_compile(struct kpss_str pattern)
{
	int error;
	PCRE2_SIZE offset;
	struct buf text = {0};
	names_shorten(&text, pattern);
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)buf_str(&text).ptr, text.len, PCRE2_UTF | PCRE2_DOLLAR_ENDONLY, &error,
		&offset, NULL);
	buf_clear(&text);
	if (!code && error == PCRE2_ERROR_HEAP_FAILED)
		memory_exhausted();
	/* Where the system does not allow code to be made at run time, the pattern is interpreted. */
	if (code)
		(void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return code;
}

bool pattern_is_valid(struct kpss_str pattern)
{
	pcre2_code *code = pattern_compile(pattern);
	pcre2_code_free(code);
	return code != NULL;
}

static pcre2_code *pattern_code(struct pattern_cache *patterns, uint32_t pattern)
{
	if (!patterns->codes[pattern])
		patterns->codes[pattern] =
			pattern_compile(schema_text(patterns->table, patterns->table->patterns[pattern]));
	if (!patterns->match) {
		patterns->match = pcre2_match_data_create(1, NULL);
		patterns->context = pcre2_match_context_create(NULL);
		if (!patterns->match || !patterns->context)
			memory_exhausted();
		pcre2_set_match_limit(patterns->context, MATCH_LIMIT);
	}
	return patterns->codes[pattern];
}

bool pattern_matches(struct pattern_cache *patterns, uint32_t pattern, struct kpss_str text)
{
	pcre2_code *code = pattern_code(patterns, pattern);
	if (!code)
		return false;
	int result = pcre2_match(code, (PCRE2_SPTR)text.ptr, text.len, 0, PCRE2_NO_UTF_CHECK, patterns->match, patterns->context);
	if (result == PCRE2_ERROR_NOMEMORY)
		memory_exhausted();
	return result >= 0;
}
