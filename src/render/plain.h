/* Numbers and days as programs write them. */
#ifndef RENDER_PLAIN_H
#define RENDER_PLAIN_H

#include <stdint.h>

#include <kpss/date.h>

struct buf;

/* Hundredths as crowns with both decimals: 1234567.50. */
void plain_add_money(struct buf *buf, int64_t hundredths, char point);
/* With as few digits as give the same number again; what is infinite or no number as C prints it. */
void plain_add_real(struct buf *buf, double number, char point);
/* YYYY-MM-DD. */
void plain_add_date(struct buf *buf, struct kpss_date date);

#endif
