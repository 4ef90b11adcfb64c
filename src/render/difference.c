#include "render/difference.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

enum {
	LINES_AROUND = 3,
	LINES_COMPARED_MOST = 1000, /* more that differ are told as one piece */
};

/* Where the line ends behind which `at` is, its end included. */
static size_t line_end(struct kpss_str text, size_t at)
{
	const char *end = memchr(text.ptr + at, '\n', text.len - at);
	return end ? (size_t)(end - text.ptr) + 1 : text.len;
}

static size_t line_begin(struct kpss_str text, size_t end)
{
	size_t at = end;
	if (at > 0 && text.ptr[at - 1] == '\n')
		at--;
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

static struct kpss_str piece(struct kpss_str text, size_t begin, size_t end)
{
	return (struct kpss_str){.ptr = text.ptr + begin, .len = end - begin};
}

/* Bytes of whole lines that both have at their beginning. */
static size_t head_alike(struct kpss_str a, struct kpss_str b)
{
	size_t at = 0;
	while (at < a.len && at < b.len) {
		size_t end = line_end(a, at), other = line_end(b, at);
		if (!kpss_str_equal(piece(a, at, end), piece(b, at, other)))
			break;
		at = end;
	}
	return at;
}

/* The same at their end, behind the first `head` bytes. */
static size_t tail_alike(struct kpss_str a, struct kpss_str b, size_t head)
{
	size_t tail = 0;
	while (a.len - tail > head && b.len - tail > head) {
		size_t begin = line_begin(a, a.len - tail), other = line_begin(b, b.len - tail);
		if (begin < head || other < head ||
			!kpss_str_equal(piece(a, begin, a.len - tail), piece(b, other, b.len - tail)))
			break;
		tail = a.len - begin;
	}
	return tail;
}

static size_t lines_of(struct kpss_str text)
{
	size_t count = 0;
	for (size_t at = 0; at < text.len; at = line_end(text, at))
		count++;
	return count;
}

static void lines_add(struct buf *buf, char mark, struct kpss_str lines)
{
	for (size_t at = 0; at < lines.len;) {
		size_t end = line_end(lines, at);
		bool ends = lines.ptr[end - 1] == '\n';
		buf_add_char(buf, mark);
		text_add_safe(buf, piece(lines, at, end - ends));
		buf_add_text(buf, ends ? "\n" : "\n\\ No newline at end of file\n");
		at = end;
	}
}

static size_t lines_split(struct kpss_str text, struct kpss_str *lines)
{
	size_t count = 0;
	for (size_t at = 0; at < text.len; at = line_end(text, at))
		lines[count++] = piece(text, at, line_end(text, at));
	return count;
}

/* Two texts as lines, and for each pair of places how many lines both have in common from there on. */
struct pairing {
	struct kpss_str *left, *right;
	size_t lefts, rights;
	uint16_t *common;
};

static uint16_t *common_at(const struct pairing *pairing, size_t left, size_t right)
{
	return &pairing->common[left * (pairing->rights + 1) + right];
}

static void pairing_open(struct pairing *pairing, struct kpss_str left, struct kpss_str right)
{
	pairing->left = memory_resize(NULL, lines_of(left) + 1, sizeof *pairing->left);
	pairing->right = memory_resize(NULL, lines_of(right) + 1, sizeof *pairing->right);
	pairing->lefts = lines_split(left, pairing->left);
	pairing->rights = lines_split(right, pairing->right);
	pairing->common = memory_resize(NULL, (pairing->lefts + 1) * (pairing->rights + 1),
		sizeof *pairing->common);
	memset(pairing->common, 0,
		(pairing->lefts + 1) * (pairing->rights + 1) * sizeof *pairing->common);
	for (size_t l = pairing->lefts; l-- > 0;)
		for (size_t r = pairing->rights; r-- > 0;) {
			uint16_t down = *common_at(pairing, l + 1, r);
			uint16_t over = *common_at(pairing, l, r + 1);
			bool same = kpss_str_equal(pairing->left[l], pairing->right[r]);
			uint16_t both = (uint16_t)(*common_at(pairing, l + 1, r + 1) + 1);
			*common_at(pairing, l, r) = same ? both : down > over ? down : over;
		}
}

static void pairing_close(struct pairing *pairing)
{
	free(pairing->left);
	free(pairing->right);
	free(pairing->common);
}

/* What differs, with what is common in it. */
static void differing_add(struct buf *buf, struct kpss_str removed, struct kpss_str added)
{
	struct pairing pairing;
	size_t l = 0, r = 0;
	if (lines_of(removed) > LINES_COMPARED_MOST || lines_of(added) > LINES_COMPARED_MOST) {
		lines_add(buf, '-', removed);
		lines_add(buf, '+', added);
		return;
	}
	pairing_open(&pairing, removed, added);
	while (l < pairing.lefts || r < pairing.rights) {
		bool both = l < pairing.lefts && r < pairing.rights;
		if (both && kpss_str_equal(pairing.left[l], pairing.right[r])) {
			lines_add(buf, ' ', pairing.left[l++]);
			r++;
		} else if (l < pairing.lefts &&
			   (!both || *common_at(&pairing, l + 1, r) >= *common_at(&pairing, l, r + 1))) {
			lines_add(buf, '-', pairing.left[l++]);
		} else {
			lines_add(buf, '+', pairing.right[r++]);
		}
	}
	pairing_close(&pairing);
}

static void name_add(struct buf *buf, const char *mark, const char *side, struct kpss_str path)
{
	buf_addf(buf, "%s %s", mark, side);
	text_add_safe(buf, path);
	buf_add_char(buf, '\n');
}

void difference_add(
	struct buf *buf, struct kpss_str path, struct kpss_str before, struct kpss_str after)
{
	bool is_new = !before.ptr;
	before = is_new ? kpss_str("") : before;
	size_t head = head_alike(before, after), tail = tail_alike(before, after, head);
	size_t first = head, last = before.len - tail;
	for (int i = 0; i < LINES_AROUND && first > 0; i++)
		first = line_begin(before, first);
	for (int i = 0; i < LINES_AROUND && last < before.len; i++)
		last = line_end(before, last);
	struct kpss_str above = piece(before, first, head),
			below = piece(before, before.len - tail, last);
	struct kpss_str removed = piece(before, head, before.len - tail),
			added = piece(after, head, after.len - tail);
	size_t around = lines_of(above) + lines_of(below);
	size_t line = lines_of(piece(before, 0, first)) + !is_new;
	if (removed.len + added.len == 0)
		return;
	if (is_new)
		buf_add_text(buf, "--- /dev/null\n");
	else
		name_add(buf, "---", "a/", path);
	name_add(buf, "+++", "b/", path);
	buf_addf(buf, "@@ -%zu,%zu +%zu,%zu @@\n", line, around + lines_of(removed),
		line + is_new, around + lines_of(added));
	lines_add(buf, ' ', above);
	differing_add(buf, removed, added);
	lines_add(buf, ' ', below);
}
