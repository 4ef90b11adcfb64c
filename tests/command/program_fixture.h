/* Runs command lines inside the test, with an environment of the test's own. */
#ifndef TESTS_PROGRAM_FIXTURE_H
#define TESTS_PROGRAM_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "command/environment.h"
#include "command/program.h"
#include "test.h"

struct program_fixture {
	struct environment environment;
	char *out, *err;
	size_t out_size, err_size;
};

static inline int program_set_up(void **state)
{
	struct program_fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	fixture->environment = (struct environment){.today = kpss_date_of(2026, 3, 12)};
	*state = fixture;
	return 0;
}

static inline int program_tear_down(void **state)
{
	struct program_fixture *fixture = *state;
	free(fixture->out);
	free(fixture->err);
	free(fixture);
	return 0;
}

enum { WORDS_MOST = 16 };

/* Runs "kpss" with the words, which end in NULL; what it printed is in the fixture until the next run. */
static inline int program_run_words(struct program_fixture *fixture, const char *const *words)
{
	char *argv[WORDS_MOST + 2] = {(char[]){"kpss"}};
	int argc = 1;
	while (*words && argc <= WORDS_MOST)
		argv[argc++] = strdup(*words++);
	free(fixture->out);
	free(fixture->err);
	FILE *out = open_memstream(&fixture->out, &fixture->out_size);
	FILE *err = open_memstream(&fixture->err, &fixture->err_size);
	int status = program_run(argc, argv, &fixture->environment, out, err);
	fclose(out);
	fclose(err);
	for (int i = 1; i < argc; i++)
		free(argv[i]);
	return status;
}

#define run(fixture, ...) program_run_words(fixture, (const char *const[]){__VA_ARGS__, NULL})

#endif
