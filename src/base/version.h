/* The version of the program; the build says it once. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

extern const char program_version[];

#endif
