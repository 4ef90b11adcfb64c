/* What a status word of the town means for the count. */
#ifndef RULE_STATUS_H
#define RULE_STATUS_H

#include <stdint.h>

struct node;
struct plan;

/* WORD_done, WORD_cancelled…: the class that the profile gives to a status, written as code or label; UINT32_MAX when it is
 * absent or unknown. */
uint32_t status_class(const struct plan *plan, const struct node *status);

#endif
