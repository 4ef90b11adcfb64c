/* The whole program, but for the process around it. */
#ifndef COMMAND_PROGRAM_H
#define COMMAND_PROGRAM_H

#include <stdio.h>

struct environment;

/* Runs one command line and gives the status for the shell. */
int program_run(int argc, char **argv, const struct environment *environment, FILE *out, FILE *err);

#endif
