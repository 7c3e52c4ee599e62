// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A function marked ASSETC_EVERY_SIMD is compiled for each vector unit that is worth it; which one runs is decided when
// the program starts. Every machine must write the same bytes, so sums keep their order, products are rounded before
// they are added (see CMakeLists.txt), and tests/simd compares. ASSETC_ONE_SIMD: only for what every machine has.
// ASSETC_X86_SIMD is defined where code may name the instructions of such processors itself.
#pragma once

#if defined(__x86_64__) && !defined(ASSETC_ONE_SIMD)
#define ASSETC_X86_SIMD
#endif

#if defined(ASSETC_X86_SIMD) && defined(__linux__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define ASSETC_EVERY_SIMD __attribute__((target_clones("avx2", "default")))
#else
#define ASSETC_EVERY_SIMD
#endif
