/* A document as canonical JSON, and its hash: what “sha256-v1” in an approval stands for.
 *
 * The bytes are one JSON value in the form of RFC 8785 (base/jcs.h):
 *
 *     {"document":"plan-2024","format":"kpss-sha256-v1","records":[…]}
 *
 * `document` is the id of the record that was approved. `records` are those of which it consists (town/contents.h): no approvals, no
 * evaluations, no versions, and no place of anything in a file. Each is
 *
 *     {"fields":{…},"id":"…","kind":"node","level":"measure","under":"…"}
 *
 * with the English singular of its kind, for an item of the plan its level (the town's own as the town calls it), and the id of the record
 * that it stands in or names as that; what it does not have is left out. `fields` are all the others, the town's own among them, by
 * their English names; lists of records are left out, since each is a record of its own. What a value says is told by
 * history/meaning.h: texts are in normal form C with single blanks between words, days are as ISO 8601 has them, enumerated values and
 * statuses are codes, numbers are numbers (from 2^53 on, where a double leaves whole ones out, the text of their digits), references are ids. What says
 * nothing is left out. Records, and the items of each list, come in the order of their canonical bytes.
 *
 * So it depends on neither vocabulary, quotation marks, layout, comments nor the order and division of files; and the hashes of two
 * states are the same exactly where kpss diff finds no difference in these records. The hash is SHA-256 of these bytes, in
 * hexadecimal digits. Any change of what is written here is a new version of it. */
#ifndef HISTORY_CANONICAL_H
#define HISTORY_CANONICAL_H

#include <kpss/str.h>

#include "base/sha256.h"

struct arena;
struct entity;
struct plan;

/* In the arena. */
struct kpss_str canonical_document(
	const struct plan *plan, const struct entity *subject, struct arena *arena);
void canonical_hash(const struct plan *plan, const struct entity *subject, struct arena *arena,
	char text[SHA256_TEXT_SIZE]);

#endif
