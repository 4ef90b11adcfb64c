/* What the program puts into a git repository for people who use git: settings and hooks. */
#ifndef REPO_SETUP_H
#define REPO_SETUP_H

#include <stdbool.h>

struct store;

/* Writes a setting of this repository alone; false where git's settings cannot be written. */
bool store_setting_write(struct store *store, const char *name, const char *value);
/* The folder that git runs hooks from, as its settings say, to be freed; NULL when it cannot be had. */
char *store_hooks(const struct store *store);

#endif
