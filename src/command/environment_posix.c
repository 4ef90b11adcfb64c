/* The environment, the clock and the terminal of POSIX; another system gets a sibling of this file. */
#include "command/environment.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { TM_YEAR_ZERO = 1900 };

static struct kpss_date today(void)
{
	time_t now = time(NULL);
	struct tm local = {0};
	localtime_r(&now, &local);
	return kpss_date_of(local.tm_year + TM_YEAR_ZERO, local.tm_mon + 1, local.tm_mday);
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
		.output_is_terminal = isatty(STDOUT_FILENO),
		.error_is_terminal = isatty(STDERR_FILENO),
		.today = today(),
	};
}

int environment_enter(const char *folder)
{
	return chdir(folder) == 0 ? 0 : errno;
}
