/* How grave a finding is. */
#ifndef KPSS_FINDING_H
#define KPSS_FINDING_H

/* In rising order. An error is only what is inconsistent or what the town demands of itself. */
enum kpss_severity {
	KPSS_SILENT,
	KPSS_NOTE,
	KPSS_WARNING,
	KPSS_ERROR,
};

#endif
