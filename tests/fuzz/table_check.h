// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What is promised of every table, whatever it was made from.
#pragma once

#include "frame_table.h"
#include "reel.h"

namespace assetc::fuzz {

// Makes a table of the animation, and ends the program unless: terminals are sent nothing but text and the sequences
// that are allowed; a terminal that plays it shows what the reel does; the header is right. Throws error, as a reel
// does. Of very many cells, only the error is waited for; glyphs on which terminals may disagree are not looked at.
void check_table_of(animation made);

// Ends the program unless the header of the table is C of the form that such a table has, and its literals are the
// table's texts: nothing in it has ended a literal or a comment early, nor does any character reorder what is read.
void check_header(const frame_table &table);

} // namespace assetc::fuzz
