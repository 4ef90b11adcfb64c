/* What is private today but stands in what git has recorded. */
#ifndef RULE_HISTORY_H
#define RULE_HISTORY_H

#include <kpss/date.h>

struct finding_kind;
struct findings;
struct history;
struct plan;

extern const struct finding_kind *const history_finding_kinds[]; /* ends in NULL */

/* Looks at every version of every file in the history of a plan that is loaded and was judged. A thing is told once for each
 * file, at the oldest commit that has it. The town's severities are laid over what is found. */
void history_check(const struct plan *plan, struct history *history, struct kpss_date as_of, struct findings *findings);

/* Finds files of the private folders that git records with the next commit, and private folders of `folder` that nothing keeps out
 * of git. */
void history_check_private_folders(const struct plan *plan, struct history *history, const char *folder,
	struct kpss_date as_of, struct findings *findings);

#endif
