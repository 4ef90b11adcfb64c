/* The branches of a tree that is printed line by line. */
#ifndef RENDER_TREE_H
#define RENDER_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

/* For each line of a tree given by the depths of its lines: is another one of the same depth to follow under the same line
 * above? One bool a line, in the arena. */
const bool *tree_continues(struct arena *arena, const uint32_t *depths, size_t count);

/* Adds what stands left of a line; `open` (one for each depth, all false before the first line) is kept up to date. */
void tree_add_branches(struct buf *buf, bool *open, uint32_t depth, bool continues);

#endif
