/* Another program that uses kpss: it sees only include/kpss. Checks the folder it is given and prints what was found. */
#include <stdio.h>

#include <kpss/check.h>

int main(int argc, char **argv)
{
	struct kpss_date day;
	if (argc != 3 || !kpss_date_parse(kpss_str(argv[2]), &day))
		return 2;
	struct kpss_check *check = kpss_check_folder(argv[1], day);
	for (size_t i = 0; i < kpss_check_count(check); i++) {
		struct kpss_finding finding = kpss_check_finding(check, i, "cs");
		printf("%.*s:%u:%u: %.*s\n", (int)finding.path.len, finding.path.ptr, finding.line,
			finding.column, (int)finding.message.len, finding.message.ptr);
	}
	printf("%zu\n", kpss_check_files(check));
	int status = kpss_check_failed(check) ? 3 : kpss_check_count(check) > 0;
	kpss_check_free(check);
	return status;
}
