/* The threads of POSIX; another system gets a sibling of this file. */
#include "base/worker.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <time.h>

enum { WORKERS_MOST = 64 };

struct pool {
	atomic_size_t next;
	size_t count;
	void (*work)(void *context, size_t task, size_t worker);
	void *context;
};

struct member {
	struct pool *pool;
	size_t worker;
	pthread_t thread;
};

size_t workers_available(void)
{
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof set, &set) != 0)
		return 1;
	int count = CPU_COUNT(&set);
	return count < 1 ? 1 : count > WORKERS_MOST ? WORKERS_MOST : (size_t)count;
}

static void *member_run(void *argument)
{
	struct member *member = argument;
	struct pool *pool = member->pool;
	for (size_t task; (task = atomic_fetch_add(&pool->next, 1)) < pool->count;)
		pool->work(pool->context, task, member->worker);
	return NULL;
}

void workers_run(size_t workers, size_t count, void (*work)(void *context, size_t task, size_t worker), void *context)
{
	struct pool pool = {.count = count, .work = work, .context = context};
	struct member members[WORKERS_MOST] = {{0}};
	if (workers > count)
		workers = count;
	if (workers > WORKERS_MOST)
		workers = WORKERS_MOST;
	size_t started = 0;
	/* The calling thread is the last worker; where a thread cannot be had, it does the work of all. */
	while (started + 1 < workers) {
		members[started] = (struct member){.pool = &pool, .worker = started};
		if (pthread_create(&members[started].thread, NULL, member_run, &members[started]) != 0)
			break;
		started++;
	}
	struct member self = {.pool = &pool, .worker = started};
	member_run(&self);
	for (size_t i = 0; i < started; i++)
		pthread_join(members[i].thread, NULL);
}

int64_t worker_time(void)
{
	struct timespec used = {0};
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
	return (int64_t)used.tv_sec * 1000000 + used.tv_nsec / 1000;
}
