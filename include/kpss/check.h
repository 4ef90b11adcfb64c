/* Checking a plan from another program. Link with the library `kpss`; nothing here prints or ends the program, except when
 * memory runs out. Different checks may be used by different threads; one check by one at a time. */
#ifndef KPSS_CHECK_H
#define KPSS_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/finding.h>

/* A repository that was read and checked. */
struct kpss_check;

/* Reads the repository in a folder and judges it as of a day. Never NULL; give it back with kpss_check_free. */
struct kpss_check *kpss_check_folder(const char *folder, struct kpss_date as_of);
void kpss_check_free(struct kpss_check *check);

/* True when the repository could not be read at all; its only findings then say why. */
bool kpss_check_failed(const struct kpss_check *check);
size_t kpss_check_files(const struct kpss_check *check);
size_t kpss_check_count(const struct kpss_check *check);

/* One finding, in order of path and place, `index` below kpss_check_count; its words in Czech ("cs") or English (anything
 * else). Texts live as long as the check. */
struct kpss_finding kpss_check_finding(struct kpss_check *check, size_t index, const char *language);

#endif
