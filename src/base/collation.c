#include "base/collation.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ucasemap.h>
#include <unicode/ucol.h>

#include "base/arena.h"

/* NULL where the library has no rules for Czech; bytes decide then. */
struct collation {
	UCollator *collator;
};

struct collation *collation_new(void)
{
	UErrorCode error = U_ZERO_ERROR;
	struct collation *collation = memory_resize(NULL, 1, sizeof *collation);
	collation->collator = ucol_open("cs", &error);
	if (U_FAILURE(error))
		collation->collator = NULL;
	return collation;
}

void collation_free(struct collation *collation)
{
	if (collation && collation->collator)
		ucol_close(collation->collator);
	free(collation);
}

static int bytes_compare(struct kpss_str a, struct kpss_str b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

int collation_compare(struct collation *collation, struct kpss_str a, struct kpss_str b)
{
	UErrorCode error = U_ZERO_ERROR;
	int order = 0;
	if (collation->collator && a.len <= INT32_MAX && b.len <= INT32_MAX)
		order = ucol_strcollUTF8(collation->collator, a.ptr ? a.ptr : "", (int32_t)a.len,
			b.ptr ? b.ptr : "", (int32_t)b.len, &error);
	return order && U_SUCCESS(error) ? order : bytes_compare(a, b);
}

typedef int32_t case_function(const UCaseMap *map, char *dest, int32_t capacity, const char *src,
	int32_t length, UErrorCode *error);

static struct kpss_str cased(struct arena *arena, struct kpss_str text, case_function *change)
{
	UErrorCode error = U_ZERO_ERROR;
	if (text.len == 0 || text.len > INT32_MAX / 4)
		return text;
	UCaseMap *map = ucasemap_open("cs", 0, &error);
	/* The other case of a letter takes at most three times as many bytes. */
	int32_t capacity = (int32_t)text.len * 3 + 1;
	char *changed = arena_alloc(arena, (size_t)capacity);
	int32_t length = U_SUCCESS(error) ? change(map, changed, capacity, text.ptr,
						    (int32_t)text.len, &error)
					  : 0;
	ucasemap_close(map);
	return U_SUCCESS(error) ? (struct kpss_str){.ptr = changed, .len = (size_t)length} : text;
}

struct kpss_str text_upper(struct arena *arena, struct kpss_str text)
{
	return cased(arena, text, ucasemap_utf8ToUpper);
}

struct kpss_str text_lower(struct arena *arena, struct kpss_str text)
{
	return cased(arena, text, ucasemap_utf8ToLower);
}
