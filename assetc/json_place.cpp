// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_place.h"

#include "json_text.h"

#include <algorithm>

namespace assetc {

namespace {

// Tells how far the parser has read.
struct counting_reader {
	using iterator_category = std::input_iterator_tag;
	using value_type = char;
	using difference_type = std::ptrdiff_t;
	using pointer = const char *;
	using reference = const char &;

	const char *at;
	const char **furthest;

	const char &operator*() const { return *at; }
	counting_reader &operator++() {
		*furthest = ++at;
		return *this;
	}
	bool operator==(const counting_reader &other) const { return at == other.at; }
};

// Parses a text, and tells where its keys and values begin, until it is told enough: by false.
class walk : public nlohmann::json_sax<json> {
public:
	explicit walk(std::string_view along) : text(along) {}

	void go() {
		json::sax_parse(counting_reader{text.data(), &furthest},
				counting_reader{text.data() + text.size(), &furthest}, this, json::input_format_t::json,
				true, true);
	}

	bool key(string_t &name) override { return pass_key(name, begin_of_string()); }
	bool null() override { return pass_value(behind() - 4); }
	bool boolean(bool value) override { return pass_value(behind() - (value ? 4 : 5)); }
	bool number_integer(number_integer_t) override { return pass_value(begin_of_number()); }
	bool number_unsigned(number_unsigned_t) override { return pass_value(begin_of_number()); }
	bool number_float(number_float_t, const string_t &) override { return pass_value(begin_of_number()); }
	bool string(string_t &) override { return pass_value(begin_of_string()); }
	bool binary(binary_t &) override { return false; }
	bool start_object(std::size_t) override { return pass_value(behind() - 1) && open(false); }
	bool start_array(std::size_t) override { return pass_value(behind() - 1) && open(true); }
	bool end_object() override { return close(); }
	bool end_array() override { return close(); }
	bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override {
		return false;
	}

protected:
	virtual bool pass_key(const std::string &name, std::size_t at) = 0;
	virtual bool pass_value(std::size_t at) = 0;
	virtual bool open(bool is_array) = 0;
	virtual bool close() = 0;

private:
	std::string_view text;
	const char *furthest = text.data();

	std::size_t behind() const { return static_cast<std::size_t>(furthest - text.data()); }

	// The closing quote is the last byte read.
	std::size_t begin_of_string() const {
		const auto backslashes_before = [&](std::size_t at) {
			return at - (text.substr(0, at).find_last_not_of('\\') + 1);
		};
		auto at = text.rfind('"', behind() - 2);
		while (backslashes_before(at) % 2 == 1)
			at = text.rfind('"', at - 1);
		return at;
	}

	// One byte behind it is read, too, to see that it ends, unless it ends the text.
	std::size_t begin_of_number() const {
		constexpr std::string_view digits = "0123456789+-.eE";
		const auto last = text.find_last_of(digits, behind() - 1);
		return text.substr(0, last).find_last_not_of(digits) + 1;
	}
};

class key_finder : public walk {
public:
	key_finder(std::string_view along, std::size_t n) : walk(along), left(n) {}
	std::size_t found = 0;

private:
	std::size_t left;

	bool pass_key(const std::string &, std::size_t at) override { return found = at, --left > 0; }
	bool pass_value(std::size_t) override { return true; }
	bool open(bool) override { return true; }
	bool close() override { return true; }
};

class value_finder : public walk {
public:
	value_finder(std::string_view along, std::span<const std::string> of) : walk(along), steps(of) {}
	json_place found;

private:
	std::span<const std::string> steps; // still to take from the value that was found last
	std::size_t depth = 0; // of where the walk is in that value; 1 among its members, 0 before it opens
	bool is_root = true;
	bool is_array = false; // what was found last
	std::size_t index = 0; // of the next element in it
	bool is_next = false;  // whether the key of the next step was passed last
	std::size_t key_at = 0;

	bool pass_key(const std::string &name, std::size_t at) override {
		if (depth == 1) {
			is_next = name == steps.front();
			key_at = at;
		}
		return depth > 0;
	}

	bool pass_value(std::size_t at) override {
		if (is_root) {
			is_root = false;
			found = {at, at};
			return !steps.empty();
		}
		if (depth == 0) // what was found last has no members
			return false;
		if (depth > 1 || !(is_array ? std::to_string(index++) == steps.front() : is_next))
			return true;
		found = {is_array ? at : key_at, at};
		steps = steps.subspan(1);
		depth = 0;
		return !steps.empty();
	}

	bool open(bool array) override {
		if (depth++ == 0) {
			is_array = array;
			index = 0;
			is_next = false;
		}
		return true;
	}

	bool close() override { return depth > 0 && --depth > 0; }
};

} // namespace

json_place find_json_place(std::string_view text, std::span<const std::string> steps) {
	value_finder finder(text, steps);
	finder.go();
	return finder.found;
}

std::size_t find_json_key(std::string_view text, std::size_t n) {
	key_finder finder(text, n);
	finder.go();
	return finder.found;
}

std::size_t find_in_json_string(std::string_view text, std::size_t quote, std::size_t wanted) {
	auto at = quote + 1;
	for (std::size_t decoded = 0; at < text.size() && text[at] != '"';) {
		const bool is_escape = text[at] == '\\';
		std::size_t length = !is_escape ? 1 : text.substr(at + 1).starts_with('u') ? 6 : 2;
		const auto literal = [&] { return "\"" + std::string(text.substr(at, length)) + "\""; };
		if (length == 6 && !json::accept(literal())) // half of a pair
			length = 12;
		decoded += is_escape ? json::parse(literal()).get_ref<const std::string &>().size() : 1;
		if (decoded > wanted)
			break;
		at += length;
	}
	return at;
}

} // namespace assetc
