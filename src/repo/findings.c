/* What can be wrong with files and folders before they are read. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "repo/snapshot_kind.h"

const struct finding_kind repo_cannot_open = {
	.code = "cannot-read",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the folder ‘{0}’ cannot be opened: {1}"),
	.remedy = N_("check the path and the rights to it"),
};
const struct finding_kind repo_no_repository = {
	.code = "no-repository",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the folder ‘{0}’ is not a repository of a plan: there is no kpss.yaml in it"),
	.remedy = N_("go to the folder of the plan, or name it: kpss validate FOLDER"),
	.meaning = N_("the root of a plan is marked by the file kpss.yaml"),
	.explanation = N_("kpss looks for kpss.yaml in the current folder and above it. The file says which town the plan "
			  "belongs to and in which version of the format it is written."),
};
const struct finding_kind repo_commit_no_plan = {
	.code = "no-repository",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("in the commit {0}, the folder is no repository of a plan: there is no kpss.yaml in it"),
	.remedy = N_("‘git log --all -- kpss.yaml’ in the folder of the plan says when it was recorded first"),
};
const struct finding_kind repo_cannot_read = {
	.code = "cannot-read",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file or folder cannot be read: {0}"),
	.remedy = N_("check the rights to it"),
	.meaning = N_("every file of the plan can be read"),
	.explanation = N_("A plan with a file missing could look right though it is not."),
};
const struct finding_kind repo_object_missing = {
	.code = "cannot-read",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file or folder is recorded in git, but its object {0} is not in this clone"),
	.remedy = N_("fetch it, in a partial clone with: git archive REVISION > /dev/null; ‘git fsck’ says what else is missing"),
};
const struct finding_kind repo_object_broken = {
	.code = "cannot-read",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file or folder is recorded in git, but its object {0} is damaged"),
	.remedy = N_("‘git fsck’ says more; clone the repository anew from an undamaged copy"),
};
const struct finding_kind repo_link = {
	.code = "link-not-followed",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("a symbolic link is not followed"),
	.remedy = N_("put the file itself into the folder of the plan"),
	.meaning = N_("files of a plan are in its folder, not behind symbolic links"),
	.explanation = N_("A link may lead out of the repository, to files that are not the plan's and are not recorded with "
			  "it."),
};
const struct finding_kind repo_special_file = {
	.code = "special-file",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("not an ordinary file"),
	.remedy = N_("delete or rename it"),
	.meaning = N_("files of a plan are ordinary files"),
	.explanation = N_("Pipes, sockets and devices can look like files; reading them could never end."),
};
const struct finding_kind repo_file_name = {
	.code = "file-name",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the name of the file has characters that cannot be shown"),
	.remedy = N_("rename it; best are lower-case letters without diacritics, digits and hyphens"),
	.meaning = N_("names of files can be shown and typed"),
	.explanation = N_("A name with a line break or with bytes that are not UTF-8 could pretend to be something else in "
			  "every list of files."),
};
const struct finding_kind repo_file_size = {
	.code = "limit-file-size",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the file is larger than {0} MiB"),
	.remedy = N_("divide it into several files; records may stand in any of them"),
	.meaning = N_("a YAML file has at most 16 MiB"),
	.explanation = N_("A limit that keeps hostile files from tiring the program; a whole plan of a town has about 1 MiB."),
};
const struct finding_kind repo_file_count = {
	.code = "limit-files",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("more than {0} YAML files"),
	.remedy = N_("leave out folders that do not belong to the plan (ignore in kpss.yaml)"),
	.meaning = N_("a repository has at most 100,000 YAML files"),
	.explanation = N_("A limit that keeps hostile repositories from tiring the program."),
};
const struct finding_kind repo_folder_depth = {
	.code = "limit-folders",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("more than {0} folders inside one another"),
	.remedy = N_("move the files to a shallower folder"),
	.meaning = N_("at most 40 folders inside one another, 100,000 in a commit of git, and paths of at most 1,000 bytes"),
	.explanation = N_("A limit that keeps hostile repositories from tiring the program."),
};
const struct finding_kind repo_folder_count = {
	.code = "limit-folders",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("more than {0} folders"),
	.remedy = N_("leave out folders that do not belong to the plan (ignore in kpss.yaml)"),
};
const struct finding_kind repo_path_length = {
	.code = "limit-folders",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the path is longer than {0} bytes"),
	.remedy = N_("shorten the names of the folders, or move the file to a shallower one"),
};

const struct finding_kind repo_history_none = {
	.code = "history-unavailable",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the plan is in no git repository, so it has no history"),
	.remedy = N_("begin to record it: git init, git add kpss.yaml, git commit"),
	.meaning = N_("there is a git repository around the plan and it can be read, where its history is asked for"),
	.explanation = N_("‘kpss validate --history’ looks at every version of every file that git has recorded, ‘--at’ at the "
			  "plan as one commit has it. Without a git repository there is nothing to look at, and nothing is "
			  "known about private data in old versions."),
};
const struct finding_kind repo_history_owner = {
	.code = "history-unavailable",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the git repository belongs to another user of this computer, so it is not read"),
	.remedy = N_("if you trust it, allow it as git asks: git config --global --add safe.directory FOLDER"),
};
const struct finding_kind repo_history_bare = {
	.code = "history-unavailable",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the git repository is bare: it has no folder of files that the plan could be in"),
	.remedy = N_("clone it and check the clone"),
};
const struct finding_kind repo_history_refused = {
	.code = "history-unavailable",
	.severity = KPSS_ERROR,
	.fatal = true,
	.message = N_("the git repository cannot be opened"),
	.remedy = N_("‘git status’ in the folder of the plan says more"),
};
const struct finding_kind repo_history_empty = {
	.code = "history-incomplete",
	.severity = KPSS_NOTE,
	.no_comment = true,
	.message = N_("nothing has been recorded in git yet"),
	.remedy = N_("record the plan once it is in order: git add, git commit"),
};
const struct finding_kind repo_history_shallow = {
	.code = "history-incomplete",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("only the newest commits are here, the older ones were not looked at (a shallow clone)"),
	.remedy = N_("fetch the rest: git fetch --unshallow"),
	.meaning = N_("the whole history is there and was looked at, where it is asked for"),
	.explanation = N_("That nothing private was found says nothing about commits and files that could not be looked at: those of "
			  "a shallow clone, damaged ones, ones over a limit."),
};
const struct finding_kind repo_history_broken = {
	.code = "history-incomplete",
	.severity = KPSS_ERROR,
	.no_comment = true,
	.message = N_("the object {0} in git is missing or damaged"),
	.remedy = N_("‘git fsck’ says more; fetch the history again from an undamaged copy"),
};
const struct finding_kind repo_history_size = {
	.code = "history-incomplete",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("an old version of the file is larger than {0} MiB and was not looked at"),
	.remedy = N_("look at it yourself: git log FILE"),
};
const struct finding_kind repo_history_limit = {
	.code = "history-incomplete",
	.severity = KPSS_WARNING,
	.no_comment = true,
	.message = N_("the history is too large, only a part of it was looked at"),
	.remedy = N_("there may be at most 200,000 commits, 1,000,000 versions of files and folders and 1 GiB"),
};

const struct finding_kind *const repo_finding_kinds[] = {
#define REPO_FINDING(name) &repo_##name,
#include "repo/repo.def"
#undef REPO_FINDING
	NULL,
};

void path_report(struct findings *findings, const struct finding_kind *kind, struct kpss_str path,
	struct finding_argument argument)
{
	struct buf safe = {0};
	text_add_safe(&safe, path);
	struct kpss_str shown = findings_text(findings, buf_str(&safe));
	buf_clear(&safe);
	findings_add(findings, &(struct finding){
		.kind = kind,
		.where = {.source = source_new(findings->arena, shown, kpss_str(""))},
		.arguments = {argument},
	});
}
