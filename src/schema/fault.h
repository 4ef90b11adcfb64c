/* What a record may do against its schema. */
#ifndef SCHEMA_FAULT_H
#define SCHEMA_FAULT_H

#include "base/finding.h"

#define FAULT(name) extern const struct finding_kind fault_##name;
#include "schema/fault.def"
#undef FAULT

extern const struct finding_kind *const schema_finding_kinds[]; /* ends in NULL */

#endif
