/* The journal of an act as text: a line for each fact, the last says that it is whole. */
#include "repo/act_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

static const char head_line[] = "kpss-act 1", end_line[] = "end";

static void add_id(struct buf *buf, const git_oid *id)
{
	char text[GIT_OID_HEXSZ + 1];
	buf_addf(buf, " %s", git_oid_tostr(text, sizeof text, id));
}

void journal_print(struct buf *buf, const struct act_journal *journal)
{
	buf_addf(buf, "%s\nprocess %ld\nbranch", head_line, journal->process);
	add_id(buf, &journal->after);
	buf_addf(buf, " %s\nindex", journal->branch);
	add_id(buf, &journal->index);
	buf_add_char(buf, '\n');
	if (journal->tag) {
		buf_add_text(buf, "tag");
		add_id(buf, &journal->tag_id);
		buf_addf(buf, " %s\n", journal->tag);
	}
	for (size_t i = 0; i < journal->count; i++) {
		const struct act_file *file = &journal->files[i];
		buf_addf(buf, "%s %06o", file->write ? "write" : "file", (unsigned)file->mode);
		add_id(buf, &file->index_before);
		add_id(buf, &file->after);
		add_id(buf, &file->disk_before);
		buf_addf(buf, " %s\n", file->path);
	}
	buf_addf(buf, "%s\n", end_line);
}

static bool take_word(char **at, const char *word)
{
	size_t length = strlen(word);
	if (strncmp(*at, word, length) != 0 || ((*at)[length] != ' ' && (*at)[length] != '\0'))
		return false;
	*at += length + ((*at)[length] == ' ');
	return true;
}

static bool take_id(char **at, git_oid *id)
{
	if (strnlen(*at, GIT_OID_HEXSZ + 1) <= GIT_OID_HEXSZ && strlen(*at) != GIT_OID_HEXSZ)
		return false;
	if (git_oid_fromstrn(id, *at, GIT_OID_HEXSZ) != 0)
		return false;
	*at += GIT_OID_HEXSZ + ((*at)[GIT_OID_HEXSZ] == ' ');
	return true;
}

/* A path that leads nowhere but below the working folder, and not into git's own. */
static bool path_is_inside(const char *path)
{
	if (*path == '\0' || *path == '/')
		return false;
	for (const char *part = path; part; part = strchr(part, '/')) {
		part += *part == '/';
		size_t length = strcspn(part, "/");
		bool dots = strspn(part, ".") == length;
		if (dots || (length == 4 && strncasecmp(part, ".git", length) == 0))
			return false;
	}
	return true;
}

static bool take_file(char **at, struct act_journal *journal, bool write)
{
	struct act_file *file = &journal->files[journal->count++];
	file->write = write;
	file->mode = (git_filemode_t)strtoul(*at, at, 8);
	if (*(*at)++ != ' ' ||
		(file->mode != GIT_FILEMODE_BLOB && file->mode != GIT_FILEMODE_BLOB_EXECUTABLE))
		return false;
	if (!take_id(at, &file->index_before) || !take_id(at, &file->after) ||
		!take_id(at, &file->disk_before))
		return false;
	file->path = *at;
	return path_is_inside(*at);
}

static bool name_is(const char *name, const char *folder)
{
	int valid = 0;
	return strncmp(name, folder, strlen(folder)) == 0 &&
	       git_reference_name_is_valid(&valid, name) == 0 && valid;
}

static bool line_parse(char *line, struct act_journal *journal)
{
	if (take_word(&line, "process")) {
		journal->process = strtol(line, &line, 10);
		return *line == '\0';
	}
	if (take_word(&line, "branch")) {
		bool id = take_id(&line, &journal->after);
		journal->branch = line;
		return id && name_is(line, "refs/heads/");
	}
	if (take_word(&line, "index"))
		return take_id(&line, &journal->index);
	if (take_word(&line, "tag")) {
		bool id = take_id(&line, &journal->tag_id);
		journal->tag = line;
		return id && name_is(line, "refs/tags/");
	}
	if (take_word(&line, "file"))
		return take_file(&line, journal, false);
	return take_word(&line, "write") && take_file(&line, journal, true);
}

static size_t lines_count(const char *text)
{
	size_t count = 0;
	for (; *text; text++)
		count += *text == '\n';
	return count;
}

bool journal_parse(char *text, struct arena *arena, struct act_journal *journal)
{
	*journal = (struct act_journal){0};
	journal->files = arena_array(arena, lines_count(text) + 1, sizeof *journal->files);
	bool begun = false;
	for (char *line = text, *next; *line; line = next) {
		char *end = strchr(line, '\n');
		if (!end)
			return false;
		*end = '\0';
		next = end + 1;
		if (strcmp(line, end_line) == 0)
			return begun && journal->branch && *next == '\0';
		if (!begun ? strcmp(line, head_line) != 0 : !line_parse(line, journal))
			return false;
		begun = true;
	}
	return false;
}
