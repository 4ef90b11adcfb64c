#include "base/failure.h"

#include <errno.h>
#include <string.h>

#include "base/finding.h"
#include "base/language.h"

static const struct {
	int reason;
	const char *english;
} reasons[] = {
	{ENOSPC, N_("no space is left on the disk")},
#ifdef EDQUOT
	{EDQUOT, N_("the disk quota is used up")},
#endif
	{EFBIG, N_("the file would be too large")},
	{EIO, N_("the disk or network reports an error")},
	{EROFS, N_("the disk is read-only")},
	{EACCES, N_("access is denied")},
	{EPERM, N_("access is denied")},
	{ENOENT, N_("it does not exist")},
	{ENOTDIR, N_("it is not a folder")},
	{ELOOP, N_("links lead in a circle")},
	{ENAMETOOLONG, N_("the name is too long")},
	{EISDIR, N_("it is a folder")},
	{EMFILE, N_("too many files are open")},
	{ENFILE, N_("too many files are open")},
	{ENOMEM, N_("there is not enough memory")},
	{EBADF, N_("it is closed")},
	{EISDIR, N_("it is a folder")},
	{EEXIST, N_("it already exists")},
	{ENOTEMPTY, N_("the folder is not empty")},
	{EXDEV, N_("it lies on another disk")},
	{EBUSY, N_("another program is using it")},
	{ETXTBSY, N_("another program is using it")},
	{EAGAIN, N_("another program is using it")},
	{EPIPE, N_("nobody reads the output any more")},
	{EMFILE, N_("too many files are open")},
	{ENFILE, N_("too many files are open")},
	{ENOMEM, N_("memory has run out")},
	{EOVERFLOW, N_("the file is too large")},
	{EINVAL, N_("the disk cannot do this")},
	{ENOTSUP, N_("the disk cannot do this")},
	{ENXIO, N_("it is no file or device that can be read")},
	{ENODEV, N_("it is no file or device that can be read")},
	{EILSEQ, N_("the disk cannot have such a name")},
	{ESTALE, N_("the network drive no longer knows it")},
	{ETIMEDOUT, N_("the network drive does not answer")},
	{EHOSTDOWN, N_("the network drive does not answer")},
	{EMLINK, N_("the disk has too many links to it")},
};

static const char *reason_english(int reason)
{
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].reason == reason)
			return reasons[i].english;
	return NULL;
}

const char *failure_text(const struct language *language, int reason)
{
	const char *english = reason_english(reason);
	return english ? language_text(language, english) : strerror(reason);
}

struct finding_argument failure_argument(struct findings *findings, int reason)
{
	const char *english = reason_english(reason);
	if (!english)
		return argument_text(findings_text(findings, kpss_str(strerror(reason))));
	return argument_words(
		kpss_str(english), kpss_str(language_text(language_find("cs"), english)));
}
