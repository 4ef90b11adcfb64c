/* What ICU knows: normal form, folding, an old code page. Its UTF-16 stays inside this file. */
#include "base/text.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"

enum { REPLACEMENT = 0xFFFD, CONTROLS_BEGIN = 0x80, CONTROLS_END = 0xA0 };

struct units {
	UChar *ptr;
	int32_t len, capacity;
};

static struct units units_new(size_t capacity)
{
	if (capacity > INT32_MAX)
		memory_exhausted();
	return (struct units){
		.ptr = memory_resize(NULL, capacity, sizeof(UChar)), .capacity = (int32_t)capacity};
}

static struct units units_from_text(struct kpss_str text)
{
	struct units units = units_new(text.len + 1);
	UErrorCode status = U_ZERO_ERROR;
	u_strFromUTF8WithSub(units.ptr, units.capacity, &units.len, text.ptr, (int32_t)text.len,
		REPLACEMENT, NULL, &status);
	if (U_FAILURE(status))
		units.len = 0;
	return units;
}

static struct kpss_str units_to_text(struct arena *arena, struct units units)
{
	/* A unit of UTF-16 is at most three bytes of UTF-8. */
	size_t capacity = (size_t)units.len * 3 + 1;
	if (capacity > INT32_MAX)
		memory_exhausted();
	char *bytes = memory_resize(NULL, capacity, 1);
	int32_t length = 0;
	UErrorCode status = U_ZERO_ERROR;
	u_strToUTF8WithSub(bytes, (int32_t)capacity, &length, units.ptr, units.len, REPLACEMENT,
		NULL, &status);
	struct kpss_str text = arena_text(arena,
		(struct kpss_str){.ptr = bytes, .len = U_FAILURE(status) ? 0 : (size_t)length});
	free(bytes);
	return text;
}

/* Replaces `units` by their normal form; they stay as they are when ICU cannot. */
static void units_normalize(struct units *units, const UNormalizer2 *normalizer)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t needed = unorm2_normalize(normalizer, units->ptr, units->len, NULL, 0, &status);
	if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status))
		return;
	struct units normal = units_new((size_t)needed + 1);
	status = U_ZERO_ERROR;
	normal.len = unorm2_normalize(
		normalizer, units->ptr, units->len, normal.ptr, normal.capacity, &status);
	free(units->ptr);
	*units = normal;
}

/* True for what is in normal form C by its bytes alone: U+0000 to U+02FF (all of Czech), U+2002 to U+203F (quotes,
 * dashes, spaces). Everything else is asked of ICU. */
static bool bytes_are_nfc(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];
		if (byte < 0xCC)
			continue;
		if (byte != 0xE2 || text.len - i < 3 || (unsigned char)text.ptr[i + 1] != 0x80 ||
			(unsigned char)text.ptr[i + 2] < 0x82)
			return false;
		i += 2;
	}
	return true;
}

struct kpss_str text_nfc(struct arena *arena, struct kpss_str text)
{
	if (bytes_are_nfc(text) || text_valid_utf8(text) != text.len)
		return text;
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
	if (U_FAILURE(status))
		return text;
	struct units units = units_from_text(text);
	struct kpss_str normal = text;
	if (!unorm2_isNormalized(normalizer, units.ptr, units.len, &status)) {
		units_normalize(&units, normalizer);
		normal = units_to_text(arena, units);
	}
	free(units.ptr);
	return normal;
}

static bool text_is_ascii(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] >= 0x80)
			return false;
	return true;
}

static struct kpss_str fold_ascii(struct arena *arena, struct kpss_str text)
{
	char *folded = arena_alloc(arena, text.len + 1);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		folded[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	folded[text.len] = '\0';
	return (struct kpss_str){.ptr = folded, .len = text.len};
}

static void units_fold_case(struct units *units)
{
	/* Full folding makes at most three units of one. */
	struct units folded = units_new((size_t)units->len * 3 + 1);
	UErrorCode status = U_ZERO_ERROR;
	folded.len = u_strFoldCase(
		folded.ptr, folded.capacity, units->ptr, units->len, U_FOLD_CASE_DEFAULT, &status);
	free(units->ptr);
	*units = folded;
}

static void units_drop_marks(struct units *units)
{
	int32_t kept = 0;
	for (int32_t at = 0; at < units->len;) {
		int32_t begin = at;
		UChar32 c;
		U16_NEXT(units->ptr, at, units->len, c);
		if (u_charType(c) == U_NON_SPACING_MARK)
			continue;
		while (begin < at)
			units->ptr[kept++] = units->ptr[begin++];
	}
	units->len = kept;
}

struct kpss_str text_fold(struct arena *arena, struct kpss_str text)
{
	if (text_is_ascii(text))
		return fold_ascii(arena, text);
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *normalizer = unorm2_getNFDInstance(&status);
	struct units units = units_from_text(text);
	units_fold_case(&units);
	if (U_SUCCESS(status))
		units_normalize(&units, normalizer);
	units_drop_marks(&units);
	struct kpss_str folded = units_to_text(arena, units);
	free(units.ptr);
	return folded;
}

struct kpss_str text_from_windows_1250(struct arena *arena, struct kpss_str bytes)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open("windows-1250", &status);
	struct units units = units_new(bytes.len + 1);
	units.len = ucnv_toUChars(
		converter, units.ptr, units.capacity, bytes.ptr, (int32_t)bytes.len, &status);
	if (U_FAILURE(status))
		units.len = 0;
	/* ICU makes control characters of the five bytes that the code page leaves out. */
	for (int32_t i = 0; i < units.len; i++)
		if (units.ptr[i] >= CONTROLS_BEGIN && units.ptr[i] < CONTROLS_END)
			units.ptr[i] = REPLACEMENT;
	struct kpss_str text = units_to_text(arena, units);
	free(units.ptr);
	ucnv_close(converter);
	return text;
}
