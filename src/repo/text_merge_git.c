#include "repo/text_merge.h"

#include <git2.h>

#include "base/arena.h"

static git_merge_file_input input_of(struct kpss_str bytes)
{
	git_merge_file_input input = {.version = GIT_MERGE_FILE_INPUT_VERSION};
	input.ptr = bytes.ptr;
	input.size = bytes.len;
	return input;
}

enum text_merge text_merge(struct kpss_str *out, const struct text_sides *sides,
	unsigned short marker, struct arena *arena)
{
	const git_merge_file_input base = input_of(sides->base), ours = input_of(sides->ours),
				   theirs = input_of(sides->theirs);
	git_merge_file_options options = {.version = GIT_MERGE_FILE_OPTIONS_VERSION};
	git_merge_file_result result = {0};
	options.our_label = "ours";
	options.their_label = "theirs";
	options.marker_size = marker;
	git_libgit2_init();
	bool good = git_merge_file(&result, &base, &ours, &theirs, &options) == 0;
	enum text_merge came = !good                  ? TEXT_FAILED
			       : result.automergeable ? TEXT_MERGED
						      : TEXT_CONFLICTS;
	if (good)
		*out = arena_text(arena, (struct kpss_str){.ptr = result.ptr, .len = result.len});
	git_merge_file_result_free(&result);
	git_libgit2_shutdown();
	return came;
}
