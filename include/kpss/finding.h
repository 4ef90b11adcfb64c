/* What is wrong in a plan, as a client sees it. */
#ifndef KPSS_FINDING_H
#define KPSS_FINDING_H

#include <stdint.h>

#include <kpss/str.h>

/* In rising order. An error is only what is inconsistent or what the town demands of itself. */
enum kpss_severity {
	KPSS_SILENT,
	KPSS_NOTE,
	KPSS_WARNING,
	KPSS_ERROR,
};

/* Lines and columns count from 1, columns in characters; all are 0 where a finding has no place. */
struct kpss_finding {
	struct kpss_str code; /* stable, for instance dangling-reference; see kpss-findings(7) */
	enum kpss_severity severity;
	struct kpss_str path; /* from the root of the repository; empty where no file is concerned */
	uint32_t line, column, end_line, end_column;
	struct kpss_str message;
	struct kpss_str remedy; /* empty where nothing can be advised */
	struct kpss_str subject; /* id of the record; empty where no record is concerned */
};

#endif
