/* The environment, the clock and the terminal of POSIX; another system gets a sibling of this file. */
#include "command/environment.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { TM_YEAR_ZERO = 1900, PER_SECOND = 1000, NANOSECONDS = 1000000 };

static struct kpss_date today(void)
{
	time_t now = time(NULL);
	struct tm local = {0};
	localtime_r(&now, &local);
	return kpss_date_of(local.tm_year + TM_YEAR_ZERO, local.tm_mon + 1, local.tm_mday);
}

static int utc_offset(void)
{
	enum { SECONDS = 60 };
	time_t now = time(NULL);
	struct tm local = {0};
	localtime_r(&now, &local);
	return (int)(local.tm_gmtoff / SECONDS);
}

static uint64_t milliseconds(void)
{
	struct timespec now = {0};
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * PER_SECOND + (uint64_t)now.tv_nsec / NANOSECONDS;
}

static void erase_line(int signal)
{
	static const char erase[] = ERASE_LINE;
	(void)!write(STDERR_FILENO, erase, sizeof erase - 1);
	/* The action is the default's again; the signal ends the program as soon as this returns. */
	raise(signal);
}

static void erase_line_at_interrupt(bool wanted)
{
	struct sigaction action = {.sa_handler = wanted ? erase_line : SIG_DFL}, before;
	action.sa_flags = (int)SA_RESETHAND;
	/* Whoever started the program may have told it to ignore the signal. */
	if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGINT, &action, NULL);
}

struct environment environment_read(void)
{
	return (struct environment){
		.kpss_lang = getenv("KPSS_LANG"),
		.lc_all = getenv("LC_ALL"),
		.lc_messages = getenv("LC_MESSAGES"),
		.lang = getenv("LANG"),
		.no_color = getenv("NO_COLOR"),
		.term = getenv("TERM"),
		.git_author_name = getenv("GIT_AUTHOR_NAME"),
		.git_author_email = getenv("GIT_AUTHOR_EMAIL"),
		.git_author_date = getenv("GIT_AUTHOR_DATE"),
		.git_committer_name = getenv("GIT_COMMITTER_NAME"),
		.git_committer_email = getenv("GIT_COMMITTER_EMAIL"),
		.git_committer_date = getenv("GIT_COMMITTER_DATE"),
		.source_date_epoch = getenv("SOURCE_DATE_EPOCH"),
		.now = (int64_t)time(NULL),
		.utc_offset = utc_offset(),
		.output_is_terminal = isatty(STDOUT_FILENO),
		.error_is_terminal = isatty(STDERR_FILENO),
		.today = today(),
		.milliseconds = milliseconds,
		.erase_line_at_interrupt = erase_line_at_interrupt,
	};
}

int environment_enter(const char *folder)
{
	return chdir(folder) == 0 ? 0 : errno;
}
