/* What is said about an id that cannot be one: what it could be, and which letter only looks right. */
#include "base/arena.h"
#include "base/text.h"
#include "schema/checker.h"
#include "schema/fault.h"

/* Letters of other alphabets as the Latin ones that they look like. In the arena. */
static struct kpss_str alikes_replace(struct arena *arena, struct kpss_str text)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t length = 0;
	for (size_t at = 0, size; at < text.len; at += size) {
		char latin = text_alike(text_code_point(text, at, &size));
		if (latin)
			out[length++] = latin;
		else
			memcpy(out + length, text.ptr + at, size);
		length += latin ? 0 : size;
	}
	return (struct kpss_str){.ptr = out, .len = length};
}

/* An id made of what was written: lower case, without diacritics, hyphens for the rest. */
static struct kpss_str slug(struct arena *arena, struct kpss_str text)
{
	struct kpss_str folded = text_fold(arena, alikes_replace(arena, text));
	char *out = arena_alloc(arena, folded.len + 2);
	size_t length = 0;
	for (size_t i = 0; i < folded.len && length < 64; i++) {
		char c = folded.ptr[i];
		bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
		if (letter || (digit && length > 0))
			out[length++] = c;
		else if (length > 0 && out[length - 1] != '-')
			out[length++] = '-';
	}
	while (length > 0 && out[length - 1] == '-')
		length--;
	return length ? (struct kpss_str){.ptr = out, .len = length} : kpss_str("seniori-2");
}

/* “a Cyrillic letter, U+0430”. */
static struct finding_argument alike_argument(struct arena *arena, uint32_t code)
{
	static const struct {
		uint32_t first, last;
		const char *english, *czech;
	} alphabets[] = {
		{0x0370, 0x03FF, "a Greek letter", "písmeno řecké abecedy"},
		{0x0400, 0x052F, "a Cyrillic letter", "písmeno cyrilice"},
		{0x0530, 0x058F, "an Armenian letter", "písmeno arménské abecedy"},
	};
	const char *english = "a letter of another alphabet", *czech = "písmeno jiné abecedy";
	for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
		if (code < alphabets[i].first || code > alphabets[i].last)
			continue;
		english = alphabets[i].english;
		czech = alphabets[i].czech;
	}
	return argument_words(arena_format(arena, "%s, U+%04X", english, (unsigned)code),
		arena_format(arena, "%s, U+%04X", czech, (unsigned)code));
}

/* As much of it as is worth looking at. */
static struct kpss_str id_beginning(struct kpss_str text)
{
	enum { READ_MOST = 256 };
	struct kpss_str begin = {.ptr = text.ptr, .len = text.len < READ_MOST ? text.len : READ_MOST};
	begin.len = text_valid_utf8(begin);
	return begin;
}

/* The first letter that only looks like one that an id may have is what nobody would find. */
void id_report(struct schema_checker *checker, const struct node *scalar)
{
	struct arena *arena = checker->findings->arena;
	struct kpss_str text = id_beginning(node_text(scalar)), proposed = slug(arena, text);
	for (size_t at = 0, size; at < text.len; at += size) {
		uint32_t code = text_code_point(text, at, &size);
		if (!text_alike(code))
			continue;
		fault_add(checker, &fault_id_alike, scalar,
			(struct finding_argument[FINDING_ARGUMENTS]){
				argument_text(node_text(scalar)),
				argument_text(proposed),
				argument_text((struct kpss_str){.ptr = text.ptr + at, .len = size}),
				alike_argument(arena, code),
			});
		return;
	}
	fault_with(checker, &fault_id_form, scalar, node_text(scalar), proposed);
}
