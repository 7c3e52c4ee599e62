// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What libFuzzer, which has the main(), calls: FUZZ_TARGET in the environment names the target.
#include "target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

assetc::fuzz::target chosen;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***) {
	const char *const name = std::getenv("FUZZ_TARGET");
	chosen = assetc::fuzz::find_target(name ? name : "");
	if (!chosen) {
		std::fputs("FUZZ_TARGET names no target; script/fuzz lists them\n", stderr);
		std::exit(2);
	}
	return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size) {
	chosen({reinterpret_cast<const char *>(bytes), size});
	return 0;
}
