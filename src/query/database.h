/* Plans as a database that can only be asked: SQLite in memory, filled with as many of the tables (table.h) as the questions speak
 * of. Nothing but src/query knows SQLite. */
#ifndef QUERY_DATABASE_H
#define QUERY_DATABASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "base/cell.h"

struct arena;
struct buf;
struct database;
struct plan;
struct text_suggestions;

struct database_options {
	bool many; /* several repositories: each row says in its first column, `repo`, where it comes from */
	bool file; /* it is going to be a file (database_image), never asked */
	/* How much one question may take; 0: no bound. */
	int64_t seconds;   /* of processor time of this thread */
	int64_t rows;      /* of its answer */
	int64_t bytes;     /* of one value or row; 0: SQLite's usual */
	int64_t megabytes; /* of memory, the tables included */
	bool alone;        /* no other database is open meanwhile: a single step is held to `megabytes` too */
};

struct database *database_new(const struct database_options *options);
void database_free(struct database *database);

/* First: what is going to be asked. Only the tables that some question names are filled. */
void database_expect(struct database *database, struct kpss_str sql);
void database_expect_all(struct database *database);

/* Then each plan. What is handed in is not needed afterwards. */
struct database_plan {
	const struct plan *plan;
	struct kpss_date as_of;
	struct kpss_str revision;   /* the commit that was read; empty: the files as they are */
	struct kpss_str repository; /* what `repo` says */
};
void database_fill(struct database *database, const struct database_plan *plan);

/* Or the whole of it as a file that other programs open, with the same bytes for the same plans; they live as long as the
 * database. False when it is larger than SQLite hands out. Nothing can be asked afterwards. */
enum {
	DATABASE_APPLICATION = 0x4b505353, /* “KPSS”, by which file(1) and others know such files */
	DATABASE_VERSION = 1, /* of the tables and columns; grows when one of them changes or goes */
};
bool database_image(struct database *database, struct kpss_str *bytes);

/* Then the questions. */
enum database_fault_kind {
	FAULT_NONE,
	FAULT_SYNTAX,   /* and whatever else is wrong with the SQL: `reason` is SQLite's own word */
	FAULT_NO_TABLE, /* `name` is none */
	FAULT_NO_COLUMN,
	FAULT_NO_FUNCTION,
	FAULT_NOT_READING, /* it would change something, or reach for files or settings */
	FAULT_SEVERAL,     /* more than one statement */
	FAULT_EMPTY,
	FAULT_SECONDS, /* one of the bounds */
	FAULT_ROWS,
	FAULT_MEMORY,
	FAULT_RUNNING, /* it failed while it ran */
	FAULT_AMBIGUOUS,  /* several tables have the column `name` */
	FAULT_NEAR,       /* the word `name` does not belong there */
	FAULT_UNFINISHED, /* the SQL ends too early */
	FAULT_TOKEN,      /* `name` is no word, or a text without an end */
	FAULT_LARGE,   /* a single value of more than ten million bytes */
};

struct database_fault {
	enum database_fault_kind kind;
	struct kpss_str name;
	struct kpss_str reason;
	size_t begin, end; /* bytes of the SQL that it is about; both 0: nobody knows */
};

struct database_question;
/* NULL when it cannot be asked; the fault's texts lie in the arena. Give it back with question_free, before the database. */
struct database_question *question_new(struct database *database, struct kpss_str sql,
	struct arena *arena, struct database_fault *fault);
void question_free(struct database_question *question);
size_t question_column_count(const struct database_question *question);
/* As the SQL calls it, or as the column it is taken from; what type that has (CELL_NONE: computed). */
struct kpss_str question_column_name(const struct database_question *question, size_t column);
enum cell_type question_column_type(const struct database_question *question, size_t column);
/* False behind the last row, or with a fault. */
bool question_next(
	struct database_question *question, struct arena *arena, struct database_fault *fault);
/* Of the row that was read last; its text lasts until the next. */
struct cell question_cell(const struct database_question *question, size_t column);

/* Offers the names that the one in a fault may have been meant to be. */
void database_suggest(struct database *database, const struct database_fault *fault,
	struct kpss_str sql, struct text_suggestions *suggestions);

#endif
