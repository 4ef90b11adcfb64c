#include "render/tree.h"

#include "base/arena.h"
#include "base/buf.h"

const bool *tree_continues(struct arena *arena, const uint32_t *depths, size_t count)
{
	uint32_t deepest = 0;
	for (size_t i = 0; i < count; i++)
		deepest = depths[i] > deepest ? depths[i] : deepest;
	bool *continues = arena_array(arena, count + 1, sizeof *continues);
	bool *follows = arena_array(arena, (size_t)deepest + 2, sizeof *follows);
	/* From the end: what was met at a depth follows, until something less deep ends its line above. */
	for (size_t i = count; i-- > 0;) {
		continues[i] = follows[depths[i]];
		follows[depths[i]] = true;
		for (uint32_t deeper = depths[i] + 1; deeper <= deepest; deeper++)
			follows[deeper] = false;
	}
	return continues;
}

void tree_add_branches(struct buf *buf, bool *open, uint32_t depth, bool continues)
{
	for (uint32_t i = 0; i < depth; i++)
		buf_add_text(buf, open[i] ? "│  " : "   ");
	buf_add_text(buf, continues ? "├─ " : "└─ ");
	open[depth] = continues;
}
