/* What is wrong with a question that a person typed. */
#ifndef QUERY_FAULT_H
#define QUERY_FAULT_H

#include <kpss/str.h>

#include "base/text.h"

enum query_fault_kind {
	QUERY_FINE,
	QUERY_NO_KIND,       /* `about` is no kind or level */
	QUERY_NO_OPERATOR,   /* `about` is no condition */
	QUERY_NO_NAME,       /* `about` has no name where one belongs */
	QUERY_NO_FIELD,      /* `about` is no field of `more`, a kind, or the field before it */
	QUERY_NOTHING_BELOW, /* `about` stands behind `more`, which is a value without fields */
	QUERY_NO_YEARS,      /* `about` is a year, but what is before it, `more`, has none */
	QUERY_TOO_LONG,      /* the path `about` */
	QUERY_NO_ORDER,      /* values of `about` are neither smaller nor greater */
	QUERY_NO_VALUE,      /* only `=` and `!=` may be without one */
	QUERY_HAS_FIELDS,    /* `about` has fields of its own, as `more` */
	QUERY_NO_NUMBER,     /* `about` is none, but `more` is one */
	QUERY_NO_AMOUNT,
	QUERY_NO_DATE,
	QUERY_NO_TRUTH,
	QUERY_NO_CHOICE, /* `about` is no value of `more` */
	QUERY_NO_STATUS,
	QUERY_NO_LEVEL,
	QUERY_NO_RECORD,       /* no record that `more` may lead to has the id or code `about` */
	QUERY_SEVERAL_RECORDS, /* several print the code `about` */
	QUERY_NO_SUM,          /* values of `about` cannot be added up */
	QUERY_NOT_GROUPED,     /* `about` is no column of groups */
	QUERY_FAULT_COUNT,
};

struct query_fault {
	enum query_fault_kind kind;
	struct kpss_str about, more;
	struct text_suggestions near;
};

#endif
