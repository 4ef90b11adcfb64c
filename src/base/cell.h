/* One value of a table, of whatever type. */
#ifndef BASE_CELL_H
#define BASE_CELL_H

#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

enum cell_type {
	CELL_NONE, /* of a value: there is none; of a column: values of several types */
	CELL_TEXT,
	CELL_INTEGER,
	CELL_REAL,
	CELL_MONEY,
	CELL_DATE,
	CELL_BOOLEAN,
};

struct cell {
	enum cell_type type;
	struct kpss_str text; /* of a text */
	int64_t number; /* an integer; money in hundredths of a crown; days of a date as in kpss_date; 0 or 1 */
	double real;
};

static inline struct cell cell_none(void)
{
	return (struct cell){.type = CELL_NONE};
}

static inline struct cell cell_text(struct kpss_str text)
{
	return (struct cell){.type = CELL_TEXT, .text = text};
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

static inline struct cell cell_date(struct kpss_date day)
{
	return (struct cell){.type = CELL_DATE, .number = day.days};
}

static inline struct cell cell_boolean(int is_true)
{
	return (struct cell){.type = CELL_BOOLEAN, .number = is_true != 0};
}

#endif
