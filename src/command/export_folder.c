/* Tables as CSV files in a folder. */
#include "command/export.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "command/session.h"
#include "render/export.h"

/* A folder on its way; first it is only looked at. */
struct folder {
	const struct exporting *exporting;
	struct buf dictionary; /* that is there already */
	bool writes;
	enum exit_status status;
};

static struct kpss_str path_in(const struct folder *folder, struct kpss_str name)
{
	const char *path = folder->exporting->file;
	size_t length = strlen(path);
	return arena_format(folder->exporting->session->arena, "%s%s%.*s", path,
		length && path[length - 1] == '/' ? "" : "/", (int)name.len, name.ptr);
}

/* Nothing is written over a file that no export has made. */
static void file_look_at(struct folder *folder, struct kpss_str name)
{
	struct kpss_str path = path_in(folder, name);
	if (!named_exists(path.ptr) || export_csv_is_ours(buf_str(&folder->dictionary), name))
		return;
	session_complain(folder->exporting->session,
		N_("‘{0}’ is there already and was not written by kpss export"),
		N_("name an empty folder, or move the file away"), path, kpss_str(NULL));
	folder->status = STATUS_FAILED;
}

static void file_take(void *user, struct kpss_str name, struct kpss_str bytes)
{
	struct folder *folder = user;
	int reason;
	if (folder->status != STATUS_FINE)
		return;
	if (!folder->writes) {
		file_look_at(folder, name);
		return;
	}
	const char *path = path_in(folder, name).ptr;
	enum write_result result = named_write(path, bytes, &reason);
	folder->status = export_written(folder->exporting->session, path, result, reason);
}

enum exit_status export_folder(const struct exporting *exporting)
{
	struct session *session = exporting->session;
	struct folder folder = {.exporting = exporting};
	const struct export_taker taker = {.user = &folder, .take = file_take};
	if (export_is_standard_output(exporting)) {
		session_complain(session, N_("several files do not go to standard output"),
			N_("name a folder: kpss export csv-dir FOLDER"), kpss_str(NULL),
			kpss_str(NULL));
		return STATUS_USAGE;
	}
	int reason = named_folder(exporting->file);
	if (reason)
		return export_written(session, exporting->file, WRITE_FAILED, reason);
	if (named_read(path_in(&folder, kpss_str(export_csv_dictionary)).ptr, &folder.dictionary) !=
		0)
		folder.dictionary.len = 0;
	export_csv_names(exporting->plan, session->arena, &taker);
	folder.writes = true;
	if (folder.status == STATUS_FINE)
		export_csv(exporting->plan, session->arena, &taker);
	buf_clear(&folder.dictionary);
	return folder.status;
}
