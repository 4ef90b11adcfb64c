/* The only user of PCRE2. Patterns are compiled when they are first needed. */
#include "schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "base/arena.h"
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

static pcre2_code *pattern_compile(struct kpss_str pattern)
{
	int error;
	PCRE2_SIZE offset;
	return pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len, PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY, &error,
		&offset, NULL);
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
	return code && pcre2_match(code, (PCRE2_SPTR)text.ptr, text.len, 0, PCRE2_NO_UTF_CHECK, patterns->match,
			       patterns->context) >= 0;
}
