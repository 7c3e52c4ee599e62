// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Many files as one animation: a folder, or all that match a pattern.
#pragma once

#include "animation.h"
#include "reading.h"

#include <string>

namespace assetc {

// Whether an input is a folder, or a pattern and no file.
bool names_many_files(const std::string &input);

// Their frames, in natural order of their names (2 before 10). Of a folder, its pictures are taken, or, if there are
// none, its texts (*.txt); what is hidden is not. It is named as its folder is. Throws error: nothing there, or a file
// that cannot be read, is a pipe or a device, or, where paths are not trusted, lies elsewhere, as a link can have it.
animation read_many_files(const std::string &input, const reading &how);

} // namespace assetc
