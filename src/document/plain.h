/* A reader for the YAML that people write in plans: block lists and records, text on one line, quoted text without escapes,
 * literal blocks, short lists in brackets. It stands in front of libyaml and is several times as fast; whatever it does not
 * know for certain it leaves to libyaml, which is the truth: every tree that it makes is the one libyaml makes. */
#ifndef DOCUMENT_PLAIN_H
#define DOCUMENT_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct arena;
struct node_list;
struct words;

/* Reads bytes that have passed characters_check, from `begin` on, into the list. False, with nothing reported, when something
 * in them is beyond it; the list then holds whatever was read so far. Texts that are not bytes of the file go to the arena. */
bool plain_read(struct node_list *nodes, struct words *words, struct arena *arena, struct kpss_str bytes, uint32_t begin);

#endif
