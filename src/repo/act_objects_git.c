/* The objects of an act. They are written before anything else: what nothing leads to is no change of a repository. */
#include "repo/act_inside.h"

#include <errno.h>

bool objects_blob(const struct act *act, struct kpss_str bytes, git_oid *id)
{
	git_odb *odb = NULL;
	errno = 0;
	bool good = git_repository_odb(&odb, act->repository) == 0 &&
		    git_odb_write(id, odb, bytes.ptr, bytes.len, GIT_OBJECT_BLOB) == 0;
	git_odb_free(odb);
	return good;
}

bool objects_read(const struct act *act, const git_oid *id, struct kpss_str *bytes)
{
	git_blob *blob = NULL;
	if (git_blob_lookup(&blob, act->repository, id) != 0)
		return false;
	*bytes = arena_text(act->arena, (struct kpss_str){.ptr = git_blob_rawcontent(blob),
						.len = (size_t)git_blob_rawsize(blob)});
	git_blob_free(blob);
	return true;
}

/* The tree of the newest commit with the files of the act laid over it: nothing that is staged gets into it. */
static bool tree_write(const struct act *act, const git_commit *parent,
	const struct act_journal *journal, git_oid *id)
{
	git_index *index = NULL;
	git_tree *tree = NULL;
	bool good = git_index_new(&index) == 0 &&
		    (!parent || (git_commit_tree(&tree, parent) == 0 &&
					git_index_read_tree(index, tree) == 0));
	for (size_t i = 0; good && i < journal->count; i++) {
		const struct act_file *file = &journal->files[i];
		const git_index_entry entry = {
			.path = file->path, .mode = file->mode, .id = file->after};
		if (!git_oid_is_zero(&file->after))
			good = git_index_add(index, &entry) == 0;
		else if (git_index_get_bypath(index, file->path, 0))
			good = git_index_remove(index, file->path, 0) == 0;
	}
	errno = 0;
	good = good && git_index_write_tree_to(id, index, act->repository) == 0;
	git_tree_free(tree);
	git_index_free(index);
	return good;
}

/* A variable may name the person for one run; otherwise git's configuration does. */
static git_signature *signature(const struct act *act, const struct act_person *person)
{
	git_signature *usual = NULL, *made = NULL;
	const char *name = person->name, *email = person->email;
	if ((!name || !email) && git_signature_default(&usual, act->repository) != 0)
		return NULL;
	name = name ? name : usual->name;
	email = email ? email : usual->email;
	if (git_signature_new(&made, name, email, person->seconds, person->offset) != 0)
		made = NULL;
	git_signature_free(usual);
	return made;
}

/* git_commit_create() says that all is well when the disk is full; this does not. */
static bool commit_write(const struct act *act, const git_signature *author,
	const git_signature *committer, const char *message, const git_commit *parent,
	const git_oid *tree_id, git_oid *id)
{
	git_buf buf = {0};
	git_odb *odb = NULL;
	git_tree *tree = NULL;
	const git_commit *parents[] = {parent};
	errno = 0;
	bool good = git_tree_lookup(&tree, act->repository, tree_id) == 0 &&
		    git_commit_create_buffer(&buf, act->repository, author, committer, NULL,
			    message, tree, parent != NULL, parents) == 0 &&
		    git_repository_odb(&odb, act->repository) == 0 &&
		    git_odb_write(id, odb, buf.ptr, buf.size, GIT_OBJECT_COMMIT) == 0;
	git_odb_free(odb);
	git_tree_free(tree);
	git_buf_dispose(&buf);
	return good;
}

static bool tag_write(const struct act *act, const git_signature *tagger, const char *message,
	struct act_journal *journal)
{
	git_object *commit = NULL;
	errno = 0;
	bool good = git_object_lookup(
			    &commit, act->repository, &journal->after, GIT_OBJECT_COMMIT) == 0 &&
		    git_tag_annotation_create(&journal->tag_id, act->repository,
			    journal->tag + strlen("refs/tags/"), commit, tagger, message) == 0;
	git_object_free(commit);
	return good;
}

bool objects_commit(const struct act *act, const struct act_wish *wish, struct act_journal *journal,
	struct act_trouble *trouble)
{
	git_oid tree;
	git_commit *parent = NULL;
	const char *message = arena_text(act->arena, wish->message).ptr;
	git_signature *author = signature(act, &wish->author),
		      *committer = signature(act, &wish->committer);
	bool good = author && committer;
	if (!good) {
		act_fail(act, trouble, &act_trouble_identity, NULL);
	} else {
		good = (act->unborn ||
			       git_commit_lookup(&parent, act->repository, &act->head) == 0) &&
		       tree_write(act, parent, journal, &tree) &&
		       commit_write(
			       act, author, committer, message, parent, &tree, &journal->after) &&
		       (!journal->tag || tag_write(act, committer, message, journal));
		if (!good)
			act_fail_git(act, trouble, &act_trouble_write, NULL);
	}
	/* Who is said in the reference's own log. */
	if (good)
		git_repository_set_ident(act->repository, committer->name, committer->email);
	git_commit_free(parent);
	git_signature_free(committer);
	git_signature_free(author);
	return good;
}

bool objects_are_kept(const struct act *act, const struct act_journal *journal)
{
	git_repository *again = NULL;
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	git_odb *odb = NULL;
	bool good = git_repository_open(&again, git_repository_path(act->repository)) == 0 &&
		    git_commit_lookup(&commit, again, &journal->after) == 0 &&
		    git_commit_tree(&tree, commit) == 0 && git_repository_odb(&odb, again) == 0;
	for (size_t i = 0; good && i < journal->count; i++)
		good = git_oid_is_zero(&journal->files[i].after) ||
		       git_odb_exists(odb, &journal->files[i].after);
	git_odb_free(odb);
	git_tree_free(tree);
	git_commit_free(commit);
	git_repository_free(again);
	return good;
}
