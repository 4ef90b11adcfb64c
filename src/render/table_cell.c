/* One value, as people and as programs read it. */
#include <inttypes.h>

#include "base/language.h"
#include "base/text.h"
#include "render/plain.h"
#include "render/spoken.h"
#include "render/table_inside.h"

bool cell_is_number(const struct cell *cell)
{
	return cell->type == CELL_INTEGER || cell->type == CELL_REAL || cell->type == CELL_MONEY;
}

/* Files have ends of lines where a table has none. */
static void add_on_one_line(struct buf *buf, struct kpss_str text)
{
	struct kpss_str rest = text;
	while (rest.len > 0 && (rest.ptr[rest.len - 1] == '\n' || rest.ptr[rest.len - 1] == '\r'))
		rest.len--;
	while (rest.len > 0) {
		size_t length = 0;
		while (length < rest.len && rest.ptr[length] != '\n' && rest.ptr[length] != '\r')
			length++;
		text_add_safe(buf, (struct kpss_str){.ptr = rest.ptr, .len = length});
		size_t next = length;
		while (next < rest.len && (rest.ptr[next] == '\n' || rest.ptr[next] == '\r'))
			next++;
		buf_add_text(buf, next > length ? " " : "");
		rest = (struct kpss_str){.ptr = rest.ptr + next, .len = rest.len - next};
	}
}

void cell_add_spoken(struct buf *buf, const struct language *language, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_NONE:
		break;
	case CELL_TEXT:
		add_on_one_line(buf, cell->text);
		break;
	case CELL_INTEGER:
		spoken_add_number(buf, language, cell->number);
		break;
	case CELL_REAL:
		spoken_add_real(buf, language, cell->real);
		break;
	case CELL_MONEY:
		spoken_add_money(buf, language, cell->number);
		break;
	case CELL_DATE:
		spoken_add_date(buf, language, (struct kpss_date){.days = (int32_t)cell->number});
		break;
	case CELL_BOOLEAN:
		buf_add_text(buf, language_text(language, cell->number ? N_("yes") : N_("no")));
		break;
	}
}

void cell_add_plain(struct buf *buf, const struct cell *cell, char point)
{
	switch (cell->type) {
	case CELL_NONE:
		break;
	case CELL_TEXT:
		buf_add(buf, cell->text);
		break;
	case CELL_INTEGER:
		buf_addf(buf, "%" PRId64, cell->number);
		break;
	case CELL_REAL:
		plain_add_real(buf, cell->real, point);
		break;
	case CELL_MONEY:
		plain_add_money(buf, cell->number, point);
		break;
	case CELL_DATE:
		plain_add_date(buf, (struct kpss_date){.days = (int32_t)cell->number});
		break;
	case CELL_BOOLEAN:
		buf_add_text(buf, cell->number ? "true" : "false");
		break;
	}
}
