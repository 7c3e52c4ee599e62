// SPDX-License-Identifier: GPL-2.0-or-later
// Many independent pieces of work, on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace assetc {

// How many cores this program may run on, at least 1.
unsigned cores();

// Calls work(0) to work(count - 1), each once, in any order and on several threads (as many as cores(), or
// `threads` if not 0). Returns when all are done. If calls throw, the exception of the lowest index among them comes
// out, and indices above it may not have been worked on: so that the outcome does not depend on the threads.
void for_each_index(std::size_t count, const std::function<void(std::size_t)> &work, unsigned threads = 0);

} // namespace assetc
