#include "base/deadline.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"

enum { LOOK_EVERY = 100000000 /* nanoseconds */, SECOND = 1000000000 };

struct deadline {
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	bool over; /* deadline_free has come */
	int64_t last;
	void (*missed)(void *user);
	void *user;
};

static int64_t processor_time(void)
{
	struct timespec used = {0};
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
	return (int64_t)used.tv_sec * SECOND + used.tv_nsec;
}

static struct timespec soon(void)
{
	struct timespec time = {0};
	clock_gettime(CLOCK_REALTIME, &time);
	time.tv_nsec += LOOK_EVERY;
	if (time.tv_nsec >= SECOND) {
		time.tv_nsec -= SECOND;
		time.tv_sec++;
	}
	return time;
}

static void *look(void *user)
{
	struct deadline *deadline = user;
	pthread_mutex_lock(&deadline->mutex);
	while (!deadline->over && processor_time() < deadline->last) {
		struct timespec until = soon();
		pthread_cond_timedwait(&deadline->changed, &deadline->mutex, &until);
	}
	if (!deadline->over)
		deadline->missed(deadline->user);
	pthread_mutex_unlock(&deadline->mutex);
	return NULL;
}

struct deadline *deadline_new(int64_t seconds, void (*missed)(void *user), void *user)
{
	struct deadline *deadline = memory_resize(NULL, 1, sizeof *deadline);
	int64_t now = processor_time(), most = (INT64_MAX - now) / SECOND;
	*deadline = (struct deadline){.missed = missed,
		.user = user,
		.last = now + (seconds < most ? seconds : most) * SECOND};
	pthread_mutex_init(&deadline->mutex, NULL);
	pthread_cond_init(&deadline->changed, NULL);
	if (pthread_create(&deadline->thread, NULL, look, deadline) == 0)
		return deadline;
	pthread_cond_destroy(&deadline->changed);
	pthread_mutex_destroy(&deadline->mutex);
	free(deadline);
	return NULL;
}

void deadline_free(struct deadline *deadline)
{
	if (!deadline)
		return;
	pthread_mutex_lock(&deadline->mutex);
	deadline->over = true;
	pthread_cond_signal(&deadline->changed);
	pthread_mutex_unlock(&deadline->mutex);
	pthread_join(deadline->thread, NULL);
	pthread_cond_destroy(&deadline->changed);
	pthread_mutex_destroy(&deadline->mutex);
	free(deadline);
}
