#include "base/language.h"

#include "base/catalogue.h"

extern const unsigned char catalogue_cs[];
extern const size_t catalogue_cs_size;

struct language {
	const char *code;
	const unsigned char *catalogue; /* NULL: the texts of the sources are its own */
	const size_t *catalogue_size;
	size_t (*plural)(uint64_t count); /* which form, from 0 */
};

static size_t plural_english(uint64_t count)
{
	return count != 1;
}

static size_t plural_czech(uint64_t count)
{
	return count == 1 ? 0 : count >= 2 && count <= 4 ? 1 : 2;
}

static const struct language languages[] = {
	{.code = "cs",
		.catalogue = catalogue_cs,
		.catalogue_size = &catalogue_cs_size,
		.plural = plural_czech},
	{.code = "en", .plural = plural_english},
};

const struct language *language_find(const char *code)
{
	size_t length = code ? strcspn(code, "_.@-") : 0;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (length == strlen(languages[i].code) &&
			memcmp(code, languages[i].code, length) == 0)
			return &languages[i];
	return NULL;
}

const char *language_code(const struct language *language)
{
	return language->code;
}

static struct kpss_str translation_find(const struct language *language, const char *english)
{
	/* The empty msgid is the catalogue's own header. */
	if (!language->catalogue || english[0] == '\0')
		return (struct kpss_str){0};
	return catalogue_find(language->catalogue, *language->catalogue_size, english);
}

const char *language_text(const struct language *language, const char *english)
{
	if (!english)
		return NULL;
	struct kpss_str found = translation_find(language, english);
	return found.len ? found.ptr : english;
}

const char *language_plural(
	const struct language *language, const char *singular, const char *plural, int64_t count)
{
	uint64_t size = count < 0 ? -(uint64_t)count : (uint64_t)count;
	struct kpss_str forms = translation_find(language, singular);
	const char *end = forms.ptr + forms.len;
	if (forms.len == 0)
		return size == 1 ? singular : plural;
	const char *form = forms.ptr;
	for (size_t index = language->plural(size); index > 0; index--) {
		form += strlen(form) + 1;
		if (form >= end)
			return size == 1 ? singular : plural;
	}
	return form;
}
