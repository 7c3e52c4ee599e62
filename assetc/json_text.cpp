// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_text.h"

#include "file.h"
#include "json_mistake.h"
#include "json_place.h"
#include "text.h"

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
			throw error({place_in(document, find_json_key(document.text, keys)),
				     quote(name) + " stands here a second time", "remove one of the two"});
		member = &object.value->get_ref<json::object_t &>().emplace_back(name, nullptr).second;
		return true;
	}

	bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override {
		const auto mistake = find_json_mistake(document.text);
		if (!mistake) // which does not happen while both know the same grammar
			throw error({place_in(document, std::min(position, document.text.size())),
				     "this is no JSON that can be read", "something just before this place is wrong"});
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
};

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
	text.erase(0, text.size() - without_byte_order_mark(text).size());
	json_text document{std::move(file), std::move(text), {}, first_line};
	builder values(document);
	json::sax_parse(document.text, &values, json::input_format_t::json, true, true);
	return document;
}

place locate(const json_text &document, std::string_view pointer, json_part part) {
	const auto found = find_json_place(document.text, split_pointer(pointer));
	auto where = place_in(document, part == json_part::key ? found.key : found.value);
	where.pointer = pointer;
	return where;
}

place locate_in_string(const json_text &document, std::string_view pointer, std::size_t offset) {
	const auto found = find_json_place(document.text, split_pointer(pointer));
	auto where = place_in(document, find_in_json_string(document.text, found.value, offset));
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

std::string last_step(std::string_view pointer) {
	const auto steps = split_pointer(pointer);
	return steps.empty() ? "" : steps.back();
}

} // namespace assetc
