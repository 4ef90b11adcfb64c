/* Completion scripts for shells, made from the descriptors. */
#ifndef COMMAND_COMPLETION_H
#define COMMAND_COMPLETION_H

struct buf;
struct language;

void completion_bash(struct buf *buf, const struct language *language);
void completion_zsh(struct buf *buf, const struct language *language);
void completion_fish(struct buf *buf, const struct language *language);

#endif
