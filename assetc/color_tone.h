// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Colours as people want them.
#pragma once

#include "draw_settings.h"
#include "resample.h"

namespace assetc {

// Contrast, brightness, gamma and detail as the settings say. As usual, all stay as they are; detail beyond the usual
// sharpens luminance, and less of it softens it.
void tone_colors(light_plane &picture, const draw_settings &settings);

} // namespace assetc
