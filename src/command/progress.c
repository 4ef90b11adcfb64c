#include "command/progress.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/environment.h"
#include "command/session.h"
#include "render/message.h"

enum { SHOWN_AFTER = 1000, SHOWN_EVERY = 100 };

void progress_begin(struct progress *progress, struct session *session, size_t total)
{
	*progress =
		(struct progress){.session = session, .total = total, .writing = ATOMIC_FLAG_INIT};
	if (session->environment->error_is_terminal)
		progress->begun = session->environment->milliseconds();
}

static void write_line(struct progress *progress, size_t done)
{
	struct session *session = progress->session;
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)done), argument_number((int64_t)progress->total)};
	struct buf buf = {0};
	buf_add_text(&buf, ERASE_LINE);
	message_add(&buf, session->language, N_("{0} of {1} plans"), arguments);
	(void)buf_write(&buf, session->err);
	fflush(session->err);
	buf_clear(&buf);
}

void progress_step(struct progress *progress)
{
	const struct environment *environment = progress->session->environment;
	size_t done = atomic_fetch_add(&progress->done, 1) + 1;
	if (!environment->error_is_terminal || atomic_flag_test_and_set(&progress->writing))
		return;
	uint64_t now = environment->milliseconds();
	uint64_t due =
		progress->shown ? progress->shown + SHOWN_EVERY : progress->begun + SHOWN_AFTER;
	if (now >= due) {
		if (!progress->shown)
			environment->erase_line_at_interrupt(true);
		progress->shown = now;
		write_line(progress, done);
	}
	atomic_flag_clear(&progress->writing);
}

void progress_end(struct progress *progress)
{
	if (!progress->shown)
		return;
	fputs(ERASE_LINE, progress->session->err);
	fflush(progress->session->err);
	progress->session->environment->erase_line_at_interrupt(false);
}
