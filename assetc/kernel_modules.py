#!/usr/bin/python3
# SPDX-FileCopyrightText: the knock-out authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""Write kernel_modules.cpp: the names of the modules that kernels bring along.

    ./kernel_modules.py /lib/modules/*/modules.builtin /lib/modules/*/modules.order > kernel_modules.cpp

Each file lists modules by their paths, and lies in a folder that has the name of the kernel.
"""
import pathlib
import re
import sys
import textwrap

HEAD = """\
// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// The modules of Debian's kernels
%s
// built in or not. Written by kernel_modules.py.
#include "kernel_modules.h"

#include <string>

namespace assetc {
namespace {

// With a space on either side of each name.
// clang-format off
constexpr std::string_view names =
	" "
%s;
// clang-format on

} // namespace

bool is_kernel_module(std::string_view name) {
	return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

} // namespace assetc
"""


def names_in(path):
    """In a file's name a module may have a hyphen, in the kernel it has an underscore there."""
    names = (pathlib.PurePath(line).name for line in path.read_text().splitlines())
    return {re.sub(r"\.k?o.*", "", name).replace("-", "_") for name in names}


paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
names = sorted(name for name in set().union(*map(names_in, paths)) if re.fullmatch("[a-z][a-z0-9_]{0,31}", name))
kernels = ", ".join(sorted({path.parent.name for path in paths})) + ","
rows = textwrap.wrap(" ".join(names), 110)
print(HEAD % (textwrap.fill(kernels, 110, initial_indent="// ", subsequent_indent="// "),
              "\n".join(f'\t"{row} "' for row in rows)), end="")
