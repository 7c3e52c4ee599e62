// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_text.h"

#include "file.h"
#include "json_mistake.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

namespace assetc {

namespace {

constexpr std::size_t deepest_nesting = 100;
constexpr std::size_t most_values = 20'000'000;

place place_in(const json_text &document, std::size_t offset) {
	auto where = locate(document.file, document.text, offset);
	where.line += document.first_line - 1;
	return where;
}

// Builds the values from the parser's events, refusing what the library would let pass in silence.
class builder : public nlohmann::json_sax<json> {
public:
	explicit builder(json_text &of) : document(of) {}

	bool null() override { return add(nullptr); }
	bool boolean(bool value) override { return add(value); }
	bool number_integer(number_integer_t value) override { return add(value); }
	bool number_unsigned(number_unsigned_t value) override { return add(value); }
	bool number_float(number_float_t value, const string_t &) override { return add(value); }
	// A copy is exactly as large as it must be, and leaves the parser the space it has for the next one.
	bool string(string_t &value) override { return add(std::as_const(value)); }
	bool binary(binary_t &) override { return false; }
	bool start_object(std::size_t) override { return open(json::object()); }
	bool start_array(std::size_t) override { return open(json::array()); }
	bool end_object() override { return close(); }
	bool end_array() override { return close(); }

	bool key(string_t &name) override {
		auto &object = open_values.back();
		++keys;
		if (has_key(object, name))
			throw error({place_of_last_key(), quote(name) + " stands here a second time",
				     "remove one of the two"});
		member = &object.value->get_ref<json::object_t &>().emplace_back(name, nullptr).second;
		return true;
	}

	bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &why) override {
		const auto mistake = find_json_mistake(document.text);
		if (!mistake) // which does not happen while both know the same grammar
			throw error({place_in(document, std::min(position, document.text.size())), why.what(), ""});
		throw error({place_in(document, mistake->offset), mistake->what, mistake->hint});
	}

private:
	// The library looks for a key by going through all of them; of a large object, their hashes are kept.
	struct open_value {
		json *value;
		std::unordered_set<std::size_t> hashes{};
	};

	json_text &document;
	std::vector<open_value> open_values;
	json *member = nullptr;
	std::size_t keys = 0;   // so far, in the whole document
	std::size_t values = 0; // the same

	static bool has_key(open_value &object, const std::string &name) {
		constexpr std::size_t few = 16;
		if (object.value->size() < few)
			return object.value->contains(name);
		const std::hash<std::string> hash;
		if (object.hashes.empty())
			for (const auto &[known, value] : object.value->get_ref<const json::object_t &>())
				object.hashes.insert(hash(known));
		return !object.hashes.insert(hash(name)).second && object.value->contains(name);
	}

	// Small values take many times the memory of their text.
	void count_value() {
		if (++values > most_values)
			throw error(
				about(document.file, "more than " + std::to_string(most_values) + " values",
				      "no animation needs so many; a recording with a line an event can be longer"));
	}

	template <typename Value> json *place_value(Value &&value) {
		count_value();
		if (open_values.empty())
			return &(document.root = std::forward<Value>(value));
		auto &parent = *open_values.back().value;
		if (!parent.is_array())
			return &(*member = std::forward<Value>(value));
		auto &elements = parent.get_ref<json::array_t &>();
		return &elements.emplace_back(std::forward<Value>(value));
	}

	template <typename Value> bool add(Value &&value) {
		place_value(std::forward<Value>(value));
		return true;
	}

	bool open(json &&value) {
		if (open_values.size() == deepest_nesting)
			throw error(about(document.file, "values nested deeper than " + std::to_string(deepest_nesting),
					  "no animation needs that"));
		open_values.push_back({place_value(std::move(value))});
		return true;
	}

	bool close() {
		open_values.pop_back();
		return true;
	}

	place place_of_last_key() const;
};

// A second look at a text that the parser has passed, for where things stand. Counting bytes while parsing
// would cost time for every value; errors are few.
class scanner {
public:
	explicit scanner(std::string_view of) : text(of) { skip_space(); }

	std::size_t offset() const { return at; }

	// Moves from a value to its member or element; returns where its key stands (an element's: its value). Stays
	// where it is if there is none: who asked for a member that is missing shows what it is missing from.
	std::size_t enter(std::string_view step) {
		const auto from = at;
		const bool is_object = here() == '{';
		if (!is_object && here() != '[')
			return from;
		++at;
		skip_space();
		for (std::size_t index = 0; here() != '}' && here() != ']'; ++index) {
			const auto key_at = at;
			std::string key = std::to_string(index);
			if (is_object) {
				key = decode_string();
				skip_separator(); // the colon
			}
			if (key == step)
				return key_at;
			skip_value();
			skip_space();
			if (here() != ',')
				break;
			skip_separator();
		}
		return at = from;
	}

	// Moves, within the string value here, to the byte that became byte `wanted` of the value.
	void enter_string(std::size_t wanted) {
		++at;
		for (std::string decoded; at < text.size() && here() != '"';) {
			const auto from = at;
			append_character(decoded);
			if (decoded.size() > wanted) {
				at = from;
				return;
			}
		}
	}

private:
	std::string_view text;
	std::size_t at = 0;

	// NUL behind the end, where nothing is to be found.
	char here() const { return at < text.size() ? text[at] : '\0'; }

	// As the parser does, for which a NUL ends a comment, too.
	void skip_space() {
		constexpr std::string_view ends("\r\n\0", 3);
		for (;;) {
			at = std::min(text.find_first_not_of(" \t\r\n\xef\xbb\xbf", at), text.size());
			if (text.substr(at).starts_with("//"))
				at = std::min(text.find_first_of(ends, at), text.size());
			else if (text.substr(at).starts_with("/*"))
				at = std::min(text.find("*/", at + 2), text.size() - 2) + 2;
			else
				return;
		}
	}

	void skip_separator() {
		skip_space();
		++at;
		skip_space();
	}

	void append_character(std::string &to) {
		if (here() != '\\') {
			to += here();
			++at;
			return;
		}
		std::size_t length = text.substr(at + 1).starts_with('u') ? 6 : 2;
		if (length == 6 && text.substr(at + 6).starts_with("\\u")) // perhaps a pair of surrogates
			length = json::accept("\"" + std::string(text.substr(at, 6)) + "\"") ? 6 : 12;
		const auto literal = "\"" + std::string(text.substr(at, length)) + "\"";
		to += json::parse(literal).get_ref<const std::string &>();
		at += length;
	}

	std::string decode_string() {
		std::string decoded;
		for (++at; at < text.size() && here() != '"';)
			append_character(decoded);
		++at;
		return decoded;
	}

	void skip_value() {
		int depth = 0;
		do {
			if (here() == '"')
				decode_string();
			else if (here() == '{' || here() == '[')
				++depth, ++at;
			else if (here() == '}' || here() == ']')
				--depth, ++at;
			else
				at = std::min(
					text.find_first_of(" \t\r\n,:{}[]\"/", at + (here() == ',' || here() == ':')),
					text.size());
			if (depth > 0)
				skip_space();
		} while (depth > 0 && at < text.size());
	}
};

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

// Stops the parser behind the n-th key, counted from 1.
struct key_counter : public nlohmann::json_sax<json> {
	std::size_t left;

	explicit key_counter(std::size_t n) : left(n) {}
	bool null() override { return true; }
	bool boolean(bool) override { return true; }
	bool number_integer(number_integer_t) override { return true; }
	bool number_unsigned(number_unsigned_t) override { return true; }
	bool number_float(number_float_t, const string_t &) override { return true; }
	bool string(string_t &) override { return true; }
	bool binary(binary_t &) override { return true; }
	bool start_object(std::size_t) override { return true; }
	bool start_array(std::size_t) override { return true; }
	bool end_object() override { return true; }
	bool end_array() override { return true; }
	bool key(string_t &) override { return --left > 0; }
	bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override {
		return false;
	}
};

// Where the string begins whose closing quote is here: at a quote that is not part of it.
std::size_t begin_of_string(std::string_view text, std::size_t closing) {
	const auto backslashes_before = [&](std::size_t at) {
		return at - (text.substr(0, at).find_last_not_of('\\') + 1);
	};
	auto at = text.rfind('"', closing - 1);
	while (backslashes_before(at) % 2 == 1)
		at = text.rfind('"', at - 1);
	return at;
}

// By parsing the document again: counting all the time would make every document slower.
place builder::place_of_last_key() const {
	const std::string &text = document.text;
	const char *furthest = text.data();
	key_counter counter(keys);
	json::sax_parse(counting_reader{text.data(), &furthest}, counting_reader{text.data() + text.size(), &furthest},
			&counter, json::input_format_t::json, true, true);
	const auto closing = static_cast<std::size_t>(furthest - text.data()) - 1;
	return place_in(document, begin_of_string(text, closing));
}

// The steps of a JSON pointer, unescaped.
std::vector<std::string> split_pointer(std::string_view pointer) {
	std::vector<std::string> steps;
	for (std::size_t at = 0; at < pointer.size(); ++at) {
		if (pointer[at] == '/')
			steps.emplace_back();
		else if (pointer[at] == '~')
			steps.back() += pointer[++at] == '1' ? '/' : '~';
		else
			steps.back() += pointer[at];
	}
	return steps;
}

} // namespace

json_text parse_json(std::string file, std::string text, int first_line) {
	json_text document{std::move(file), std::move(text), {}, first_line};
	builder values(document);
	json::sax_parse(document.text, &values, json::input_format_t::json, true, true);
	return document;
}

place locate(const json_text &document, std::string_view pointer, json_part part) {
	scanner look(document.text);
	auto key_at = look.offset();
	for (const auto &step : split_pointer(pointer))
		key_at = look.enter(step);
	auto where = place_in(document, part == json_part::key ? key_at : look.offset());
	where.pointer = pointer;
	return where;
}

place locate_in_string(const json_text &document, std::string_view pointer, std::size_t offset) {
	scanner look(document.text);
	for (const auto &step : split_pointer(pointer))
		look.enter(step);
	look.enter_string(offset);
	auto where = place_in(document, look.offset());
	where.pointer = pointer;
	return where;
}

std::string child(std::string_view pointer, std::string_view key) {
	std::string longer(pointer);
	longer += '/';
	for (const char c : key)
		if (c == '~')
			longer += "~0";
		else if (c == '/')
			longer += "~1";
		else
			longer += c;
	return longer;
}

std::string child(std::string_view pointer, std::size_t index) {
	return std::string(pointer) + "/" + std::to_string(index);
}

} // namespace assetc
