/* The plan: every record of a repository, checked against its schema and linked to the others. */
#ifndef PLAN_LOAD_H
#define PLAN_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct findings;
struct plan;
struct snapshot;

extern const struct finding_kind *const plan_finding_kinds[]; /* ends in NULL */

/* Holds one plan at a time; its memory is reused for the next one. */
struct plan *plan_new(void);
void plan_free(struct plan *plan);

/* Reads the snapshot, whatever was loaded before is gone. What is wrong in the files is found, not fatal: the plan then
 * holds what could be read. False when it could not be read at all (with a finding that says why). */
bool plan_load(struct plan *plan, struct snapshot *snapshot, struct findings *findings);

/* Files of the plan that were read, kpss.yaml first; foreign ones are not among them, those that are no YAML are. */
struct plan_file {
	struct kpss_str path, bytes; /* bytes ptr NULL: it could not be read */
};
const struct plan_file *plan_files(const struct plan *plan, size_t *count);
size_t plan_file_count(const struct plan *plan);
/* The town's name as kpss.yaml gives it; empty when it does not. */
struct kpss_str plan_town(const struct plan *plan);
/* Its code in the register of municipalities; empty likewise. */
struct kpss_str plan_town_code(const struct plan *plan);

#endif
