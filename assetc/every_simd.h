// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A function marked ASSETC_EVERY_SIMD is compiled for each vector unit that is worth it; which one runs is decided when
// the program starts. Only for arithmetic that is exact, so that every machine writes the same bytes.
#pragma once

#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define ASSETC_EVERY_SIMD __attribute__((target_clones("arch=haswell", "default")))
#else
#define ASSETC_EVERY_SIMD
#endif
