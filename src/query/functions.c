/* What the SQL of a plan knows beyond SQLite's own: Czech letters and who holds a role. */
#include <string.h>

#include "base/arena.h"
#include "base/collation.h"
#include "base/text.h"
#include "query/inside.h"

/* Letters to compare before it is worth asking whether there is still time. */
enum { LIKE_QUICK = 10000 };

static struct kpss_str argument(sqlite3_value *value)
{
	struct kpss_str text = {.ptr = (const char *)sqlite3_value_text(value)};
	text.len = text.ptr ? (size_t)sqlite3_value_bytes(value) : 0;
	/* A cast can make any bytes a text. */
	text.len = text_valid_utf8(text);
	return text;
}

typedef struct kpss_str text_function(struct arena *arena, struct kpss_str text);

static void changed(sqlite3_context *context, sqlite3_value *value, text_function *change)
{
	struct database *database = sqlite3_user_data(context);
	struct kpss_str text = argument(value);
	if (!text.ptr)
		return;
	text = change(database->scratch, text);
	sqlite3_result_text(context, text.ptr, sql_length(text), SQLITE_TRANSIENT);
	arena_reset(database->scratch);
}

static void upper(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	changed(context, values[0], text_upper);
}

static void lower(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	changed(context, values[0], text_lower);
}

static void fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	changed(context, values[0], text_fold);
}

static size_t letter_length(struct kpss_str text, size_t at)
{
	size_t length;
	text_code_point(text, at, &length);
	return length;
}

/* Each % remembers where it stood, and only the last one is ever gone back to: no pattern takes more than length × length. */
static bool is_like(struct kpss_str pattern, struct kpss_str text, struct kpss_str escape)
{
	size_t p = 0, t = 0, star = SIZE_MAX, resume = 0;
	while (t < text.len || p < pattern.len) {
		bool escaped = escape.len && p + escape.len < pattern.len &&
			       memcmp(pattern.ptr + p, escape.ptr, escape.len) == 0;
		size_t at = p + (escaped ? escape.len : 0);
		if (at < pattern.len && !escaped && pattern.ptr[at] == '%') {
			star = ++p;
			resume = t;
			continue;
		}
		if (at < pattern.len && t < text.len) {
			size_t wanted = letter_length(pattern, at), there = letter_length(text, t);
			bool any = !escaped && pattern.ptr[at] == '_';
			if (any || (wanted == there &&
					   memcmp(pattern.ptr + at, text.ptr + t, there) == 0)) {
				p = at + wanted;
				t += there;
				continue;
			}
		}
		if (star == SIZE_MAX || resume >= text.len)
			return false;
		resume += letter_length(text, resume);
		p = star;
		t = resume;
	}
	return true;
}

/* `text LIKE pattern` is like(pattern, text): without regard to case, Czech letters included. */
static void like(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct database *database = sqlite3_user_data(context);
	struct kpss_str pattern = argument(values[0]), text = argument(values[1]),
			escape = count > 2 ? argument(values[2]) : (struct kpss_str){0};
	if (!pattern.ptr || !text.ptr)
		return;
	if (pattern.len > 1000) {
		sqlite3_result_error(context, "LIKE pattern too long", -1);
		return;
	}
	if (pattern.len * text.len > LIKE_QUICK && database_is_stopped(database)) {
		sqlite3_interrupt(database->sqlite);
		return;
	}
	sqlite3_result_int(context,
		is_like(text_lower(database->scratch, pattern), text_lower(database->scratch, text),
			text_lower(database->scratch, escape)));
	arena_reset(database->scratch);
}

/* holder(role, day): the person who holds it on that day, the first by the plan's order. */
static void holder(sqlite3_context *context, int count, sqlite3_value **values)
{
	static const char question[] = "SELECT person FROM role_holders WHERE role = ?1 AND person "
				       "IS NOT NULL AND coalesce(valid_from, ?2) <= ?2 AND "
				       "coalesce(valid_to, ?2) >= ?2 LIMIT 1";
	struct database *database = sqlite3_user_data(context);
	sqlite3_stmt *statement = NULL;
	(void)count;
	if (sqlite3_prepare_v2(database->sqlite, question, -1, &statement, NULL) != SQLITE_OK) {
		sqlite3_result_error(context, sqlite3_errmsg(database->sqlite), -1);
		return;
	}
	sqlite3_bind_value(statement, 1, values[0]);
	sqlite3_bind_value(statement, 2, values[1]);
	if (sqlite3_step(statement) == SQLITE_ROW)
		sqlite3_result_value(context, sqlite3_column_value(statement, 0));
	sqlite3_finalize(statement);
}

static int czech_order(void *user, int a_length, const void *a, int b_length, const void *b)
{
	return collation_compare(user, (struct kpss_str){.ptr = a, .len = (size_t)a_length},
		(struct kpss_str){.ptr = b, .len = (size_t)b_length});
}

void functions_add(struct database *database)
{
	static const struct {
		const char *name;
		int arguments;
		void (*call)(sqlite3_context *, int, sqlite3_value **);
		bool is_pure;
	} functions[] = {
		{"upper", 1, upper, true},
		{"lower", 1, lower, true},
		{"fold", 1, fold, true},
		{"like", 2, like, true},
		{"like", 3, like, true},
		{"holder", 2, holder, false},
	};
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		sqlite3_create_function_v2(database->sqlite, functions[i].name,
			functions[i].arguments,
			SQLITE_UTF8 | (functions[i].is_pure ? SQLITE_DETERMINISTIC : 0), database,
			functions[i].call, NULL, NULL, NULL);
	sqlite3_create_collation_v2(
		database->sqlite, "cs", SQLITE_UTF8, database->collation, czech_order, NULL);
}
