#include "base/scratch.h"

#include "base/buf.h"

FILE *scratch_open(char path[SCRATCH_PATH_SIZE])
{
	FILE *scratch = tmpfile();
	if (scratch)
		snprintf(path, SCRATCH_PATH_SIZE, "/dev/fd/%d", fileno(scratch));
	return scratch;
}

bool scratch_read(FILE *scratch, struct buf *buf)
{
	enum { PIECE = 65536 };
	size_t length;
	rewind(scratch);
	do {
		buf_reserve(buf, PIECE);
		length = fread(buf->ptr + buf->len, 1, PIECE, scratch);
		buf->len += length;
	} while (length > 0);
	return !ferror(scratch);
}
