/* The nodes of a document while it is read. */
#ifndef DOCUMENT_NODE_LIST_H
#define DOCUMENT_NODE_LIST_H

#include "base/arena.h"
#include "document/node.h"

struct node_list {
	struct node *items;
	uint32_t count, capacity;
};

/* A node without children at the end; valid until the next one is added. */
static inline struct node *node_list_add(struct node_list *list, enum node_kind kind)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 4096;
		list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
	}
	struct node *node = &list->items[list->count++];
	*node = (struct node){.size = 1, .kind = (uint8_t)kind};
	return node;
}

#endif
