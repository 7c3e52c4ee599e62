// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Which names the kernel's own modules have.
#pragma once

#include <string_view>

namespace assetc {

// Whether a module of the kernel's own has this name, on some machine: in the place of a driver an animation would be
// loaded, or a driver where the animation is asked for; and of what is built in, modprobe says that it is there.
// A name is as in name.h.
bool is_kernel_module(std::string_view name);

} // namespace assetc
