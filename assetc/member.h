// SPDX-License-Identifier: GPL-2.0-or-later
// A value in a JSON document and the way to it: what readers take their input from.
#pragma once

#include "json_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace assetc {

struct member {
	json_text *in;
	json *value;
	std::string pointer;

	member(json_text &document) : in(&document), value(&document.root) {}
	member(json_text *document, json *at, std::string path) : in(document), value(at), pointer(std::move(path)) {}

	bool has(const char *key) const { return value->contains(key); }
	// Null where there is no such member; nothing is added, since that would move the others in memory.
	member operator[](const std::string &key) const;
	member operator[](std::size_t index) const { return {in, &(*value)[index], child(pointer, index)}; }

	// "hold_ms", of /frames/2/hold_ms: what it is called in a message.
	std::string name() const { return last_step(pointer); }
};

// Throws error that says: NAME must be SUCH, not VALUE.
[[noreturn]] void must_be(const member &wrong, std::string_view such, std::string hint = "");

// Throws error at the value.
[[noreturn]] void reject(const member &wrong, std::string what, std::string hint = "");

// Throws error for a key that is none of those known, with the nearest known one as the hint.
void check_keys(const member &object, const std::vector<std::string_view> &known);

// The value as what it should be; each throws error if it is something else.
std::string &take_text(const member &from);                           // a string without faults (see find_fault)
std::vector<std::string> take_lines(const member &from);              // a string of rows, at least one; without faults
json::array_t &take_array(const member &from, std::string hint = ""); // an array that is not empty
long long take_integer(const member &from, long long least, long long most, const std::string &hint = "");
double take_positive_number(const member &from, std::string hint);
double take_number(const member &from, double least, double most, std::string_view such, std::string hint = "");
bool take_flag(const member &from);

} // namespace assetc
