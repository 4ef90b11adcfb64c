/* The yardstick E: libyaml's events over files, one after the other, and nothing else.
 *
 * events FOLDER…   every .yaml file below the folders
 * events           the files named on standard input, one on a line */
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <yaml.h>

enum { path_capacity = 4096, first_capacity = 1 << 20 };

struct content {
	unsigned char *bytes;
	size_t length;
	size_t capacity;
};

static void give_up(const char *path)
{
	perror(path);
	exit(1);
}

static void read_file(struct content *content, const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		give_up(path);
	content->length = 0;
	for (;;) {
		ssize_t got = read(file, content->bytes + content->length,
			content->capacity - content->length);
		if (got < 0)
			give_up(path);
		if (got == 0)
			break;
		content->length += (size_t)got;
		if (content->length < content->capacity)
			continue;
		content->capacity *= 2;
		content->bytes = realloc(content->bytes, content->capacity);
		if (!content->bytes)
			give_up(path);
	}
	close(file);
}

static void run_events(const struct content *content, const char *path)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool ended = false;
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, content->bytes, content->length);
	while (!ended) {
		if (!yaml_parser_parse(&parser, &event)) {
			fprintf(stderr, "%s: %s\n", path, parser.problem);
			exit(1);
		}
		ended = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static bool is_yaml(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot && strcmp(dot, ".yaml") == 0;
}

/* Folders are told from files by their names having no dot, as in the trees that `generate` makes. */
static void walk(struct content *content, const char *folder)
{
	char path[path_capacity];
	DIR *directory = opendir(folder);
	if (!directory)
		give_up(folder);
	for (struct dirent *entry; (entry = readdir(directory));) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		if (is_yaml(entry->d_name)) {
			read_file(content, path);
			run_events(content, path);
		} else if (!strchr(entry->d_name, '.')) {
			walk(content, path);
		}
	}
	closedir(directory);
}

int main(int count, char **arguments)
{
	char path[path_capacity];
	struct content content = {.bytes = malloc(first_capacity), .capacity = first_capacity};
	if (!content.bytes)
		give_up("memory");
	for (int i = 1; i < count; i++)
		walk(&content, arguments[i]);
	while (count == 1 && fgets(path, sizeof path, stdin)) {
		path[strcspn(path, "\n")] = '\0';
		read_file(&content, path);
		run_events(&content, path);
	}
	free(content.bytes);
	return 0;
}
