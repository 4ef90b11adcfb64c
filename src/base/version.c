#include "base/version.h"

const char program_version[] = KPSS_VERSION;
