#include "paper.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "words.h"

enum { line_width = 92, path_capacity = 4096 };

static void give_up(const char *path)
{
	fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
	exit(1);
}

static void make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			give_up(path);
		*slash = '/';
	}
}

void paper_open(struct paper *paper, const char *path)
{
	char whole[path_capacity];
	paper->files++;
	paper->mistake = paper->broken;
	paper->blank = false;
	if (!paper->folder)
		return;
	if ((size_t)snprintf(whole, sizeof whole, "%s/%s", paper->folder, path) >= sizeof whole)
		give_up(path);
	make_folders(whole);
	paper->file = fopen(whole, "wx");
	if (!paper->file)
		give_up(whole);
}

void paper_close(struct paper *paper)
{
	if (paper->mistake) {
		fprintf(stderr, "generate: a file has no place for a mistake\n");
		exit(1);
	}
	if (paper->file && fclose(paper->file) != 0)
		give_up(paper->folder);
	paper->file = NULL;
}

static void indent(struct paper *paper, int level)
{
	for (int i = 0; i < level; i++)
		fputs("  ", paper->file);
}

void paper_line(struct paper *paper, int level, const char *format, ...)
{
	if (!paper->file)
		return;
	va_list arguments;
	if (paper->blank)
		fputc('\n', paper->file);
	paper->blank = false;
	indent(paper, level);
	va_start(arguments, format);
	vfprintf(paper->file, format, arguments);
	va_end(arguments);
	fputc('\n', paper->file);
}

void paper_blank(struct paper *paper)
{
	paper->blank = true;
}

void paper_record(struct paper *paper, int level, const char *id)
{
	paper->records++;
	paper_line(paper, level, "- id: %s", id);
}

void paper_word(struct paper *paper, int level, const char *start, const char *word)
{
	paper_line(paper, level, "%s%s%s", start, word, paper->mistake ? "x" : "");
	paper->mistake = false;
}

static size_t count_characters(const char *bytes, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return count;
}

void paper_block(struct paper *paper, int level, const char *key, const struct text *text)
{
	paper_line(paper, level, "%s: |", key);
	if (!paper->file)
		return;
	size_t column = 0;
	size_t indentation = 2 * ((size_t)level + 1);
	for (const char *word = text->bytes; *word;) {
		size_t length = strcspn(word, " ");
		size_t width = count_characters(word, length);
		if (column > 0 && column + 1 + width > line_width) {
			fputc('\n', paper->file);
			column = 0;
		}
		if (column > 0)
			fputc(' ', paper->file);
		else
			indent(paper, level + 1);
		fwrite(word, 1, length, paper->file);
		column += (column > 0 ? 1 : indentation) + width;
		word += length + (word[length] == ' ');
	}
	fputc('\n', paper->file);
}
