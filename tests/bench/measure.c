/* Runs two commands in turn and compares them.
 *
 * measure cpu|wall|peak ROUNDS [one] COMMAND… ::: COMMAND…
 *
 * Prints five numbers: the median of the first command, the median of the second, and of their ratio, taken round by round,
 * minimum, median and maximum. `cpu` is user and system time of the child, `wall` the time from its start to its end (both
 * in milliseconds), `peak` its largest resident memory in KiB. With `one`, everything runs on one processor only.
 * All that the commands print goes to /dev/null; a status above 1 or a signal ends the run. */
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { most_rounds = 1001 };

extern char **environ;

enum quantity { QUANTITY_CPU, QUANTITY_WALL, QUANTITY_PEAK };

struct measurement {
	double first[most_rounds];
	double second[most_rounds];
	double ratio[most_rounds];
};

static void give_up(const char *problem)
{
	fprintf(stderr, "measure: %s\n", problem);
	exit(2);
}

static void stay_on_one_processor(void)
{
	cpu_set_t allowed;
	if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
		give_up("the processors cannot be asked for");
	int chosen = 0;
	while (!CPU_ISSET(chosen, &allowed))
		chosen++;
	CPU_ZERO(&allowed);
	CPU_SET(chosen, &allowed);
	if (sched_setaffinity(0, sizeof allowed, &allowed) != 0)
		give_up("the processor cannot be chosen");
}

static double milliseconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) * 1e3 +
	       (double)(now.tv_nsec - start->tv_nsec) / 1e6;
}

static double milliseconds(const struct timeval *time)
{
	return (double)time->tv_sec * 1e3 + (double)time->tv_usec / 1e3;
}

/* posix_spawn shares memory with the child until it starts, so the size of this program costs the child nothing. */
static double run(char **command, enum quantity quantity)
{
	pid_t child;
	int status;
	struct rusage usage;
	struct timespec start;
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, 1, 2);
	clock_gettime(CLOCK_MONOTONIC, &start);
	if (posix_spawn(&child, command[0], &actions, NULL, command, environ) != 0)
		give_up(command[0]);
	if (wait4(child, &status, 0, &usage) != child)
		give_up("the child was lost");
	double wall = milliseconds_since(&start);
	posix_spawn_file_actions_destroy(&actions);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		give_up(command[0]);
	switch (quantity) {
	case QUANTITY_CPU:
		return milliseconds(&usage.ru_utime) + milliseconds(&usage.ru_stime);
	case QUANTITY_WALL:
		return wall;
	case QUANTITY_PEAK:
		break;
	}
	return (double)usage.ru_maxrss;
}

static int compare(const void *left, const void *right)
{
	double difference = *(const double *)left - *(const double *)right;
	return (difference > 0) - (difference < 0);
}

static double median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[count / 2];
}

static enum quantity quantity_of(const char *word)
{
	static const char *const words[] = {
		[QUANTITY_CPU] = "cpu", [QUANTITY_WALL] = "wall", [QUANTITY_PEAK] = "peak"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(word, words[i]) == 0)
			return (enum quantity)i;
	give_up("the quantity is cpu, wall or peak");
	return QUANTITY_CPU;
}

static char **second_command(char **command)
{
	while (*command && strcmp(*command, ":::") != 0)
		command++;
	if (!*command || !command[1])
		give_up("there is no second command after :::");
	*command = NULL;
	return command + 1;
}

int main(int count, char **arguments)
{
	static struct measurement measured;
	if (count < 6)
		give_up("cpu|wall|peak ROUNDS [one] COMMAND... ::: COMMAND...");
	enum quantity quantity = quantity_of(arguments[1]);
	int rounds = atoi(arguments[2]);
	bool one = strcmp(arguments[3], "one") == 0;
	char **first = arguments + 3 + one;
	char **second = second_command(first);
	if (rounds < 1 || rounds > most_rounds)
		give_up("too few or too many rounds");
	if (one)
		stay_on_one_processor();
	run(first, quantity); /* so that files are in memory */
	run(second, quantity);
	for (int i = 0; i < rounds; i++) {
		measured.first[i] = run(first, quantity);
		measured.second[i] = run(second, quantity);
		measured.ratio[i] = measured.first[i] / measured.second[i];
	}
	double middle = median(measured.ratio, rounds);
	printf("%.3f %.3f %.4f %.4f %.4f\n", median(measured.first, rounds),
		median(measured.second, rounds), measured.ratio[0], middle,
		measured.ratio[rounds - 1]);
	return 0;
}
