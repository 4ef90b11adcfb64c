#include "command/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "command/session.h"
#include "plan/load.h"
#include "repo/snapshot.h"

/* What is wrong in the files is no matter here, as long as they can be read. */
static enum exit_status load(struct state *state, struct session *session)
{
	state->loaded = plan_new();
	if (state->snapshot && plan_load(state->loaded, state->snapshot, &state->findings)) {
		state->plan = state->loaded;
		return STATUS_FINE;
	}
	findings_sort(&state->findings);
	session_say_reason(session, state->called, &state->findings);
	return STATUS_FAILED;
}

static enum exit_status here_find(struct state *state, struct session *session)
{
	state->folder = repository_find(".");
	if (state->folder)
		return STATUS_FINE;
	session_complain(session, N_("there is no kpss.yaml in this folder or above it"),
		N_("go to the folder of the plan, or name two folders: kpss diff OLD NEW"),
		kpss_str(NULL), kpss_str(NULL));
	return STATUS_FAILED;
}

static enum exit_status folder_open(
	struct state *state, struct session *session, const char *folder)
{
	state->snapshot = snapshot_folder(folder, &state->findings);
	return load(state, session);
}

enum exit_status state_open_here(struct state *state, struct session *session)
{
	*state = (struct state){.called = kpss_str(language_text(
					session->language, N_("the files as they are now")))};
	findings_init(&state->findings);
	enum exit_status status = here_find(state, session);
	return status == STATUS_FINE ? folder_open(state, session, state->folder) : status;
}

static bool is_plan(const char *folder)
{
	char *found = repository_find(folder), *whole = folder_absolute(folder);
	bool same = found && whole && strcmp(found, whole) == 0;
	free(found);
	free(whole);
	return same;
}

/* Is there anything around the current folder that a revision could be of? */
static bool is_somewhere(void)
{
	char *plan = repository_find(".");
	store_begin();
	struct store *store = plan ? NULL : store_open(".", NULL);
	bool somewhere = plan || store;
	store_close(store);
	store_end();
	free(plan);
	return somewhere;
}

static enum exit_status commit_open(struct state *state, struct session *session, const char *typed)
{
	if (!is_somewhere()) {
		session_complain(session,
			N_("‘{0}’ is no folder with a plan, and around this folder there is no "
			   "plan whose "
			   "revision it could be"),
			N_("name the folders in which kpss.yaml lies, or go to the folder of the "
			   "plan"),
			kpss_str(typed), kpss_str(NULL));
		return STATUS_USAGE;
	}
	enum exit_status status = revision_named(session, typed, ".", &state->revision);
	if (status != STATUS_FINE)
		return status;
	state->folder = revision_plan(&state->revision, ".");
	state->snapshot = snapshot_commit(state->revision.store, &state->revision.commit,
		state->folder ? state->folder : "", &state->findings);
	return load(state, session);
}

enum exit_status state_open(struct state *state, struct session *session, const char *typed)
{
	*state = (struct state){.called = kpss_str(typed)};
	findings_init(&state->findings);
	return is_plan(typed) ? folder_open(state, session, typed)
			      : commit_open(state, session, typed);
}

void state_close(struct state *state)
{
	if (state->snapshot)
		snapshot_close(state->snapshot);
	plan_free(state->loaded);
	findings_clear(&state->findings);
	free(state->folder);
	revision_close(&state->revision);
}
