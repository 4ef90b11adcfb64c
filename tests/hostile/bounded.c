/* bounded REPORT PROGRAM ARGUMENT…: runs a program with little time and says what it took. Small itself, because a process
 * begins with the memory of the one that it was made from. REPORT gets the status (128 + n for a signal) and the peak of
 * memory in KiB. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CPU_SECONDS = 10, OUTPUT_MOST = 512 * 1024 * 1024, SIGNALLED = 128 };

static void limit(int resource, rlim_t most)
{
	const struct rlimit wanted = {.rlim_cur = most, .rlim_max = most};
	if (setrlimit(resource, &wanted) != 0)
		exit(125);
}

int main(int argc, char **argv)
{
	int status;
	struct rusage used;
	if (argc < 3)
		return 125;
	pid_t child = fork();
	if (child == 0) {
		limit(RLIMIT_CPU, CPU_SECONDS);
		limit(RLIMIT_FSIZE, OUTPUT_MOST);
		execv(argv[2], argv + 2);
		_exit(126);
	}
	FILE *report = fopen(argv[1], "w");
	if (child < 0 || !report || wait4(child, &status, 0, &used) != child)
		return 125;
	int code = WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status);
	fprintf(report, "%d %ld\n", code, used.ru_maxrss);
	return fclose(report) == 0 ? 0 : 125;
}
