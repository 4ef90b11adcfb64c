/* A setting of the profile as its repository writes it. */
#ifndef RENDER_SETTING_PATH_H
#define RENDER_SETTING_PATH_H

struct buf;
struct plan;

/* Adds the path “groups.invitation_days”, in Czech words (“skupiny.pozvánka_dní_předem”) where
 * the repository writes them. */
void setting_path_add(struct buf *buf, const struct plan *plan, const char *english);

#endif
