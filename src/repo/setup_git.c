#include "repo/setup.h"

#include "base/buf.h"
#include "repo/store_git.h"

bool store_setting_write(struct store *store, const char *name, const char *value)
{
	git_config *config = NULL, *local = NULL;
	bool good = git_repository_config(&config, store->repository) == 0 &&
		    git_config_open_level(&local, config, GIT_CONFIG_LEVEL_LOCAL) == 0 &&
		    git_config_set_string(local, name, value) == 0;
	git_config_free(local);
	git_config_free(config);
	return good;
}

char *store_hooks(const struct store *store)
{
	git_config *config = NULL;
	git_buf path = GIT_BUF_INIT;
	struct buf folder = {0};
	const char *working = git_repository_workdir(store->repository);
	bool given = git_repository_config_snapshot(&config, store->repository) == 0 &&
		     git_config_get_path(&path, config, "core.hooksPath") == 0;
	if (given && path.ptr[0] != '/')
		buf_add_text(&folder, working ? working : git_repository_path(store->repository));
	if (!given &&
		git_repository_item_path(&path, store->repository, GIT_REPOSITORY_ITEM_HOOKS) != 0)
		buf_clear(&folder);
	else
		buf_add_text(&folder, path.ptr);
	if (folder.len > 0)
		buf_add_char(&folder, '\0');
	git_buf_dispose(&path);
	git_config_free(config);
	return folder.ptr;
}
