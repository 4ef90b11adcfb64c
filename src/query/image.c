/* The database as the bytes of a file. */
#include <assert.h>

#include "base/arena.h"
#include "query/inside.h"

bool database_image(struct database *database, struct kpss_str *bytes)
{
	struct buf sql = {0};
	sqlite3_int64 size = 0;
	assert(database->all && !database->sealed);
	database->sealed = true;
	tables_complete(database);
	views_create(database);
	buf_addf(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d", DATABASE_APPLICATION,
		DATABASE_VERSION);
	buf_add_char(&sql, '\0');
	database_run(database, sql.ptr);
	buf_clear(&sql);
	/* The bytes themselves, not a copy. */
	const unsigned char *image =
		sqlite3_serialize(database->sqlite, "main", &size, SQLITE_SERIALIZE_NOCOPY);
	*bytes = (struct kpss_str){.ptr = (const char *)image, .len = (size_t)size};
	return image != NULL;
}
