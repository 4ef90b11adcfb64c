#include "render/window.h"

#include "base/buf.h"
#include "base/text.h"

/* A line up to WHOLE columns is shown as it is; of a longer one, up to BEFORE characters in front of the mark and AFTER
 * from its beginning on. Characters of up to four bytes: what is longer than WHOLE_BYTES is not measured first. */
enum { WHOLE = 120, WHOLE_BYTES = WHOLE * 4, BEFORE = 40, AFTER = 60 };

#define ELLIPSIS "\xE2\x80\xA6"

static bool is_continuation(struct kpss_str text, size_t at)
{
	return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

static size_t step_back(struct kpss_str line, size_t from, size_t characters)
{
	while (from > 0 && characters > 0) {
		from--;
		while (from > 0 && is_continuation(line, from))
			from--;
		characters--;
	}
	return from;
}

static size_t step_ahead(struct kpss_str line, size_t from, size_t characters)
{
	while (from < line.len && characters > 0) {
		from++;
		while (is_continuation(line, from))
			from++;
		characters--;
	}
	return from;
}

struct window window_around(struct kpss_str line, size_t begin, size_t end)
{
	if (line.len <= WHOLE || (line.len <= WHOLE_BYTES && text_width(line) <= WHOLE))
		return (struct window){.line = line, .begin = 0, .end = line.len};
	struct window window = {.line = line, .begin = step_back(line, begin, BEFORE)};
	size_t least = step_ahead(line, begin, AFTER);
	size_t room = step_ahead(line, begin, AFTER + BEFORE);
	/* A mark that fits is shown to its end, so that its label stands behind it. */
	window.end = end <= least ? least : end <= room ? end : room;
	return window;
}

bool window_is_whole(const struct window *window)
{
	return window->begin == 0 && window->end == window->line.len;
}

void window_add(struct buf *buf, const struct window *window)
{
	if (window->begin > 0)
		buf_add_text(buf, ELLIPSIS);
	text_add_safe(buf, (struct kpss_str){.ptr = window->line.ptr + window->begin,
				   .len = window->end - window->begin});
	if (window->end < window->line.len)
		buf_add_text(buf, ELLIPSIS);
}

size_t window_column(const struct window *window, size_t at)
{
	if (at < window->begin)
		at = window->begin;
	if (at > window->end)
		at = window->end;
	size_t ellipsis = window->begin > 0;
	return ellipsis + text_width((struct kpss_str){.ptr = window->line.ptr + window->begin,
				  .len = at - window->begin});
}
