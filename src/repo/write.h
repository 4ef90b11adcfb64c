/* How every file is written: beside the one whose name it then takes, so that each moment shows the old or the new one. */
#ifndef REPO_WRITE_H
#define REPO_WRITE_H

#include <stdbool.h>

#include <kpss/str.h>

enum write_result {
	WRITTEN,
	WRITE_CHANGED, /* the old file is no longer what it should be; nothing was written */
	WRITE_FAILED,  /* nothing was written */
	WRITE_UNSURE, /* the new file is in its place, but might not be there after a loss of power */
};

enum { MODE_USUAL = -1 };

struct file_write {
	int folder; /* open */
	const char *name;
	struct kpss_str bytes;
	int mode; /* of the file that was there; MODE_USUAL: a new file */
	/* Asked right before the new file takes the name: is the old one still what it should be? NULL: whatever it is. It
	 * answers WRITTEN for yes. */
	enum write_result (*still)(const struct file_write *write);
	const void *context;
};

/* The new bytes are on disk before they take the name, and so is the name. A signal waits until that is done, so an
 * interrupted run leaves nothing behind. Where it fails, *reason is the errno. */
enum write_result file_write(const struct file_write *write, int *reason);

#endif
