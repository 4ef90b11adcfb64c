/* One value of a table, of whatever type. */
#ifndef BASE_CELL_H
#define BASE_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

enum cell_type {
	CELL_NONE, /* nothing is known */
	CELL_TEXT,
	CELL_INTEGER,
	CELL_REAL,
	CELL_MONEY,
	CELL_DATE,
	CELL_BOOLEAN,
};

/* Which member counts, the type says. */
struct cell {
	enum cell_type type;
	struct kpss_str text; /* CELL_TEXT; lent */
	int64_t number; /* CELL_INTEGER; CELL_MONEY: hundredths of a crown; CELL_DATE: days as in kpss_date; CELL_BOOLEAN: 0 or 1 */
	double real;    /* CELL_REAL */
};

static inline struct cell cell_none(void)
{
	return (struct cell){.type = CELL_NONE};
}

/* An absent text is nothing; an empty one is a text. */
static inline struct cell cell_text(struct kpss_str text)
{
	return text.ptr ? (struct cell){.type = CELL_TEXT, .text = text} : cell_none();
}

static inline struct cell cell_integer(int64_t number)
{
	return (struct cell){.type = CELL_INTEGER, .number = number};
}

static inline struct cell cell_real(double real)
{
	return (struct cell){.type = CELL_REAL, .real = real};
}

static inline struct cell cell_money(int64_t hundredths)
{
	return (struct cell){.type = CELL_MONEY, .number = hundredths};
}

/* The open end of a period is nothing. */
static inline struct cell cell_date(struct kpss_date date)
{
	if (date.days == INT32_MIN || date.days == INT32_MAX)
		return cell_none();
	return (struct cell){.type = CELL_DATE, .number = date.days};
}

static inline struct cell cell_boolean(bool is_true)
{
	return (struct cell){.type = CELL_BOOLEAN, .number = is_true};
}

#endif
