#include "command/acting.h"

#include "base/failure.h"
#include "base/language.h"
#include "command/session.h"
#include "repo/act.h"

bool acting_fail(struct session *session, const struct act_trouble *trouble)
{
	struct kpss_str more = trouble->reason
				       ? kpss_str(failure_text(session->language, trouble->reason))
				       : trouble->more;
	session_complain(session, trouble->message, trouble->remedy, trouble->about, more);
	return false;
}

void acting_tell_recovery(struct session *session, const struct act *act)
{
	static const char *const sentences[] = {
		[ACT_NOTHING] = NULL,
		[ACT_COMPLETED] = N_("an earlier act that was interrupted is completed now"),
		[ACT_UNDONE] = N_("an earlier act that was interrupted is undone: nothing of it "
				  "was recorded"),
		[ACT_UNDONE_PARTLY] = N_("an earlier act that was interrupted is undone, but some "
					 "files have been changed since and "
					 "stay as they are; look at ‘git status’"),
	};
	const char *sentence = sentences[act_recovered(act)];
	if (sentence)
		session_complain(session, sentence, NULL, kpss_str(NULL), kpss_str(NULL));
}
