/* What ‘kpss record’ did or would do. */
#ifndef RENDER_RECORDING_H
#define RENDER_RECORDING_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct buf;
struct language;

enum recording_how { RECORDING_ADDED, RECORDING_CHANGED, RECORDING_DELETED };

struct recording_file {
	struct kpss_str path;
	enum recording_how how;
};

struct recording {
	const char *id; /* of the commit; NULL: nothing was recorded */
	struct kpss_str branch, message;
	const struct recording_file *files;
	size_t count;
	bool dry_run;
};

struct recording_format {
	const char *name;
	void (*add)(
		struct buf *buf, const struct language *language, const struct recording *recording);
};

/* Ends in NULL; the first is the default. */
extern const struct recording_format *const recording_formats[];

#endif
