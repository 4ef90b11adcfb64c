#include "base/failure.h"

#include <errno.h>
#include <string.h>

#include "base/language.h"
#include "test.h"

/* What open, openat, read, write, fsync, close, rename, mkdir, unlink and readdir may answer. */
static const int reasons[] = {EACCES, EAGAIN, EBADF, EBUSY, EDQUOT, EEXIST, EFBIG, EILSEQ, EINVAL,
	EIO, EISDIR, ELOOP, EMFILE, EMLINK, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEM, ENOSPC,
	ENOTDIR, ENOTEMPTY, ENOTSUP, ENXIO, EOVERFLOW, EPERM, EPIPE, EROFS, ESTALE, ETIMEDOUT,
	ETXTBSY, EXDEV};

static void says_in_czech_why_reading_or_writing_failed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
		const char *english = failure_text(language_find("en"), reasons[i]);
		const char *czech = failure_text(language_find("cs"), reasons[i]);
		if (strcmp(english, strerror(reasons[i])) == 0 || strcmp(english, czech) == 0)
			fail_msg("no words for %s", strerror(reasons[i]));
	}
}

static void leaves_what_nobody_expects_to_the_system(void **state)
{
	(void)state;
	assert_string_equal(failure_text(language_find("cs"), EDOM), strerror(EDOM));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_in_czech_why_reading_or_writing_failed),
		cmocka_unit_test(leaves_what_nobody_expects_to_the_system),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
