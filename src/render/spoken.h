/* Numbers and days as people write them in their language. */
#ifndef RENDER_SPOKEN_H
#define RENDER_SPOKEN_H

#include <stdint.h>

#include <kpss/date.h>

struct buf;
struct language;

/* Numbers below ten thousand stay whole: most of them are years. */
void spoken_add_number(struct buf *buf, const struct language *language, int64_t number);
/* Hundredths as crowns, with both decimals and no unit. */
void spoken_add_money(struct buf *buf, const struct language *language, int64_t hundredths);
/* With as few digits as give the same number again. */
void spoken_add_real(struct buf *buf, const struct language *language, double number);
/* An ellipsis for the open end of a period. */
void spoken_add_date(struct buf *buf, const struct language *language, struct kpss_date date);

#endif
