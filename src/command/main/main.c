#include "command/environment.h"
#include "command/program.h"

int main(int argc, char **argv)
{
	const struct environment environment = environment_read();
	return program_run(argc, argv, &environment, stdout, stderr);
}
