// SPDX-License-Identifier: GPL-2.0-or-later
#include "member.h"

#include "text.h"

#include <algorithm>
#include <array>

namespace assetc {

namespace {

struct foreign_word {
	std::string_view theirs;
	std::string_view ours;
};

// What other formats call the same things.
constexpr std::array<foreign_word, 23> foreign_words = {
	{{"animation", "frames"}, {"bg", "background"},     {"color_map", "paint"},  {"colorMap", "paint"},
	 {"colors", "palette"},   {"content", "art"},       {"delay", "hold_ms"},    {"duration", "hold_ms"},
	 {"file", "source"},      {"files", "source"},      {"height", "rows"},      {"hold", "hold_ms"},
	 {"image", "source"},     {"images", "source"},     {"interval", "hold_ms"}, {"lines", "art"},
	 {"loop", "loops"},       {"repeat", "loops"},      {"text", "art"},         {"width", "columns"},
	 {"time", "hold_ms"},     {"description", "title"}, {"delay_ms", "hold_ms"}}};

std::string shown(const json &value) {
	if (value.is_string())
		return quote(value.get_ref<const std::string &>());
	if (value.is_object())
		return "an object";
	if (value.is_array())
		return value.empty() ? "an empty array" : "an array";
	return value.dump();
}

std::string_view meant_by(std::string_view word, const std::vector<std::string_view> &known) {
	const auto near = nearest(word, known);
	if (!near.empty())
		return near;
	for (const auto &[theirs, ours] : foreign_words)
		if (theirs == word && std::find(known.begin(), known.end(), ours) != known.end())
			return ours;
	return "";
}

std::string listed(const std::vector<std::string_view> &words) {
	std::string list;
	for (const auto word : words)
		(list += list.empty() ? "" : ", ") += word;
	return list;
}

// A number in quotes is no number.
std::string hint_for_number(const json &value, std::string otherwise) {
	const auto *const text = value.get_ptr<const std::string *>();
	if (text && json::accept(*text) && json::parse(*text).is_number())
		return "write " + *text + ", without the quotes";
	return otherwise;
}

} // namespace

member member::operator[](const std::string &key) const {
	static thread_local json none;
	none = nullptr;
	const auto found = value->find(key);
	return {in, found == value->end() ? &none : &*found, child(pointer, key)};
}

void must_be(const member &wrong, std::string_view such, std::string hint) {
	// An element is named after the array that it is in.
	auto called = wrong.name();
	if (wrong.pointer.empty()) {
		called = wrong.in->first_line > 1 ? "this line" : "the document";
	} else if (called.find_first_not_of("0123456789") == called.npos) {
		const auto parent = last_step(std::string_view(wrong.pointer).substr(0, wrong.pointer.rfind('/')));
		called = parent.empty() ? "this" : "an entry of " + parent;
	}
	reject(wrong, called + " must be " + std::string(such) + ", not " + shown(*wrong.value), std::move(hint));
}

void reject(const member &wrong, std::string what, std::string hint) {
	throw error({locate(*wrong.in, wrong.pointer), std::move(what), std::move(hint)});
}

void check_keys(const member &object, const std::vector<std::string_view> &known) {
	if (!object.value->is_object())
		must_be(object, "an object");
	for (const auto &[key, value] : object.value->get_ref<const json::object_t &>()) {
		if (std::find(known.begin(), known.end(), key) != known.end())
			continue;
		const auto meant = meant_by(key, known);
		const auto hint =
			meant.empty() ? "known here: " + listed(known) : "did you mean \"" + std::string(meant) + "\"?";
		throw error({locate(*object.in, child(object.pointer, key), json_part::key),
			     "unknown key " + quote(key), hint});
	}
}

std::string &take_text(const member &from) {
	if (!from.value->is_string())
		must_be(from, "text in double quotes");
	auto &text = from.value->get_ref<std::string &>();
	if (const auto fault = find_fault(text))
		throw error({locate_in_string(*from.in, from.pointer, fault->offset), fault->what, fault->hint});
	return text;
}

std::vector<std::string> take_lines(const member &from) {
	if (!from.value->is_string())
		must_be(from, "text in double quotes");
	auto lines = split_lines(from.value->get_ref<const std::string &>());
	if (lines.empty())
		lines.emplace_back();
	for (const auto &line : lines)
		if (const auto fault = find_fault(line))
			reject(from, fault->what, fault->hint);
	return lines;
}

json::array_t &take_array(const member &from, std::string hint) {
	if (!from.value->is_array())
		must_be(from, "an array", std::move(hint));
	if (from.value->empty())
		reject(from, from.name() + " must not be empty", std::move(hint));
	return from.value->get_ref<json::array_t &>();
}

long long take_integer(const member &from, long long least, long long most, const std::string &hint) {
	const auto such = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
	if (!from.value->is_number_integer())
		must_be(from, such, hint_for_number(*from.value, hint));
	if (from.value->is_number_unsigned() && from.value->get<std::uint64_t>() > static_cast<std::uint64_t>(most))
		must_be(from, such, hint);
	const auto number = from.value->get<long long>();
	if (number < least || number > most)
		must_be(from, such, hint);
	return number;
}

double take_number(const member &from, double least, double most, std::string_view such, std::string hint) {
	if (!from.value->is_number())
		must_be(from, such, hint_for_number(*from.value, std::move(hint)));
	const auto number = from.value->get<double>();
	if (!(number >= least && number <= most))
		must_be(from, such, std::move(hint));
	return number;
}

bool take_flag(const member &from) {
	if (!from.value->is_boolean())
		must_be(from, "true or false");
	return from.value->get<bool>();
}

double take_positive_number(const member &from, std::string hint) {
	if (!from.value->is_number())
		must_be(from, "a positive number", hint_for_number(*from.value, std::move(hint)));
	const auto number = from.value->get<double>();
	if (!(number > 0))
		must_be(from, "a positive number", std::move(hint));
	return number;
}

} // namespace assetc
