#include "history/cut.h"

#include <stdint.h>
#include <string.h>

/* From a place to the end of its line, the line's end included. */
static struct kpss_str line_at(struct kpss_str file, size_t at)
{
	const char *end = memchr(file.ptr + at, '\n', file.len - at);
	return (struct kpss_str){.ptr = file.ptr + at,
		.len = end ? (size_t)(end + 1 - (file.ptr + at)) : file.len - at};
}

/* Where the line begins that the byte at a place is in. */
static size_t line_begin(struct kpss_str file, size_t at)
{
	const char *before = at ? memrchr(file.ptr, '\n', at) : NULL;
	return before ? (size_t)(before + 1 - file.ptr) : 0;
}

static size_t blanks_of(struct kpss_str line)
{
	size_t count = 0;
	while (count < line.len && line.ptr[count] == ' ')
		count++;
	return count;
}

static bool says_nothing(struct kpss_str line)
{
	size_t blanks = blanks_of(line);
	return blanks == line.len || strchr("\r\n#", line.ptr[blanks]);
}

static bool has_dash(struct kpss_str line)
{
	size_t blanks = blanks_of(line);
	return blanks + 1 < line.len && line.ptr[blanks] == '-' &&
	       strchr(" \r\n", line.ptr[blanks + 1]);
}

/* Is what stands before and behind the id on its line “- id: ID”, “id: ID” or “- { id: ID,”? */
static bool is_identity(struct kpss_str file, size_t at, size_t length)
{
	static const char word[] = "id:";
	size_t begin = line_begin(file, at), end = at;
	while (end > begin && file.ptr[end - 1] == ' ')
		end--;
	if (end == at || end - begin < strlen(word) ||
		memcmp(file.ptr + end - strlen(word), word, strlen(word)) != 0)
		return false;
	for (size_t i = begin; i < end - strlen(word); i++)
		if (!strchr(" -{", file.ptr[i]))
			return false;
	return at + length == file.len || strchr(" \r\n,}", file.ptr[at + length]);
}

/* Where the only id of that name is written; file.len when there is none, or several. */
static size_t identity_find(struct kpss_str file, struct kpss_str id)
{
	size_t found = file.len;
	for (size_t at = 0; at < file.len;) {
		const char *next = memmem(file.ptr + at, file.len - at, id.ptr, id.len);
		if (!next)
			break;
		at = (size_t)(next - file.ptr);
		if (is_identity(file, at, id.len)) {
			if (found != file.len)
				return file.len;
			found = at;
		}
		at += id.len;
	}
	return found;
}

/* The lines from one that begins an item with its dash to the next that is no deeper. */
static struct kpss_str item_cut(struct kpss_str file, size_t begin, size_t blanks)
{
	size_t end = begin + line_at(file, begin).len;
	for (struct kpss_str line; end < file.len; end += line.len) {
		line = line_at(file, end);
		if (!says_nothing(line) && blanks_of(line) <= blanks)
			break;
	}
	return (struct kpss_str){.ptr = file.ptr + begin, .len = end - begin};
}

struct cut cut_of(struct kpss_str file, struct kpss_str id)
{
	struct cut cut = {{0}, {0}};
	size_t at = id.len ? identity_find(file, id) : file.len;
	size_t item = file.len, fewest = SIZE_MAX;
	if (at == file.len)
		return cut;
	/* Upwards: of the dashes above, the last of the fewest blanks begins the item, when a word stands at the margin. */
	for (size_t line = line_begin(file, at);; line = line_begin(file, line - 1)) {
		struct kpss_str text = line_at(file, line);
		size_t blanks = blanks_of(text);
		bool dash = has_dash(text);
		if (dash && blanks < fewest) {
			fewest = blanks;
			item = line;
		} else if (!dash && blanks == 0 && !says_nothing(text)) {
			cut.word = text;
			break;
		}
		if (line == 0)
			break;
	}
	if (!cut.word.ptr || item == file.len)
		return (struct cut){{0}, {0}};
	cut.item = item_cut(file, item, fewest);
	/* What an alias stands for is said elsewhere. */
	if (cut.item.ptr + cut.item.len <= file.ptr + at || memchr(cut.item.ptr, '*', cut.item.len))
		return (struct cut){{0}, {0}};
	return cut;
}

/* May a text in quotation marks begin in these lines that ends behind them? */
static bool may_open_quotes(const char *at, const char *end)
{
	size_t single = 0, twice = 0;
	for (; at < end; at++) {
		single += *at == '\'';
		twice += *at == '"';
		if (*at == '\\')
			return true;
		if (*at != '\n' && at + 1 < end)
			continue;
		if (single % 2 || twice % 2 || (single && twice))
			return true;
		single = twice = 0;
	}
	return false;
}

static bool same(struct kpss_str a, struct kpss_str b)
{
	return a.ptr && b.ptr && kpss_str_equal(a, b);
}

bool cut_is_same(struct kpss_str file, struct cut cut, struct kpss_str other_file, struct cut other)
{
	if (!same(cut.word, other.word) || !same(cut.item, other.item))
		return false;
	size_t before = (size_t)(cut.item.ptr - file.ptr),
	       other_before = (size_t)(other.item.ptr - other_file.ptr), at = 0;
	size_t shorter = before < other_before ? before : other_before;
	while (at < shorter && file.ptr[at] == other_file.ptr[at])
		at++;
	if (at == before && at == other_before)
		return true;
	size_t from = line_begin(file, at);
	return !may_open_quotes(file.ptr + from, cut.item.ptr) &&
	       !may_open_quotes(other_file.ptr + from, other.item.ptr);
}
