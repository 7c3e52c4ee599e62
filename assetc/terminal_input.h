// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a program sends to its terminal, made fit for libvterm 0.1, which hangs at some sequences, and at others writes
// where it may not.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace assetc {

// What went in where an emoji's stand-in comes out (see below); others are what they are.
constexpr std::uint32_t without_stand_in(std::uint32_t code_point) {
	return code_point >> 12 == 0x3f ? code_point - 0x20000 : code_point;
}

// Lets text and sequences through, but
// - writes out what REP (ESC [ n b) repeats, which libvterm does not know on every screen;
// - has sequences whole: control characters that stand in the middle of one go before it, as terminals do them at once;
// - bounds them: 16 parameters, each up to 999999;
// - leaves out what libvterm misreads in colours: the color space of 38:2::R:G:B, and the colour of underlines (58);
// - leaves out strings (titles, clipboards, questions: OSC, DCS, SOS, PM, APC), NUL and DEL, which show nothing;
// - leaves out the marks U+302A to U+302F, U+3099 and U+309A, which libvterm takes for wide letters, so that a glyph
// with
//   some of them has no end; か and U+3099 are が;
// - has wide emoji stand in plane 3, where libvterm takes all for wide, since it takes those after 2016 for narrow;
// - spells control characters of the second set (U+0080 to U+009F) as the escape sequences that mean the same.
// The states are those of ECMA-48, as in Paul Williams' parser for DEC's terminals (vt100.net/emu/dec_ansi_parser).
class terminal_input {
public:
	using sink = std::function<void(std::string_view)>;

	// UTF-8, of which no character is cut in two; what ends amid a sequence goes on with the next call. A glyph is
	// repeated as often as a row has columns, at most.
	void pass(std::string_view bytes, int columns, const sink &to);

private:
	enum class place : std::uint8_t { text, escape, sequence, string };

	void take(char byte);
	void take_text(char byte);
	void take_escape(char byte);
	void take_sequence(char byte);
	void end_sequence(char final_byte);

	place at = place::text;
	std::string held;    // what is known of the sequence behind its ESC, or ESC [
	std::string glyph;   // the last one
	std::string ready;   // to be let through
	int repetitions = 0; // of the glyph, behind what is ready
};

} // namespace assetc
