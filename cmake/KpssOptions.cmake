# How every target is compiled. Warnings are errors; KPSS_SANITIZE, KPSS_COVERAGE and KPSS_FUZZ are set by the presets.
option(KPSS_SANITIZE "address, undefined and leak sanitizers" OFF)
option(KPSS_COVERAGE "count which lines and branches run" OFF)
option(KPSS_FUZZ "build the fuzz targets (clang only)" OFF)

add_library(kpss_options INTERFACE)
target_compile_options(kpss_options INTERFACE
	-Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla
	-Wpointer-arith -Wundef -Wimplicit-fallthrough -Wformat=2)
target_compile_definitions(kpss_options INTERFACE _GNU_SOURCE)
target_include_directories(kpss_options INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include)

if(KPSS_SANITIZE OR KPSS_FUZZ)
	set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
	target_compile_options(kpss_options INTERFACE ${sanitizers})
	target_link_options(kpss_options INTERFACE ${sanitizers})
endif()
if(KPSS_FUZZ)
	target_compile_options(kpss_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(KPSS_COVERAGE)
	target_compile_options(kpss_options INTERFACE --coverage -O0 -fprofile-update=atomic)
	target_link_options(kpss_options INTERFACE --coverage)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT KPSS_SANITIZE AND NOT KPSS_FUZZ)
	target_compile_options(kpss_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong)
	target_link_options(kpss_options INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)
endif()
