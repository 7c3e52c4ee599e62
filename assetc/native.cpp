// SPDX-License-Identifier: GPL-2.0-or-later
#include "native.h"

#include "beside.h"
#include "content.h"
#include "format.h"
#include "member.h"
#include "name.h"
#include "pattern.h"
#include "pick.h"
#include "picture_file.h"
#include "text.h"
#include "timeline_keys.h"
#include "totals.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <iterator>

namespace assetc {

namespace {

constexpr int most_loops = 1'000'000;

const std::vector<std::string_view> document_keys = {
	"$schema",  "name",         "title",          "author",   "license",     "comment", "hold_ms", "loops",
	"palette",  "tint",         "frames",         "source",   "grid",        "columns", "rows",    "background",
	"color",    "update",       "keyframe_every", "terminal", "from",        "to",      "fps",     "speed",
	"reverse",  "hold_last_ms", "ping_pong",      "flip",     "glyphs",      "font",    "dither",  "detail",
	"contrast", "brightness",   "gamma",          "invert",   "cell_aspect", "crop",    "pick",    "idle_limit_ms"};
const std::vector<std::string_view> frame_keys = {"art", "paint", "source", "hold_ms", "comment"};

[[noreturn]] void refuse_color(const member &from) {
	const auto *const text = from.value->get_ptr<const std::string *>();
	const auto meant = text ? nearest(*text, {color_names.begin(), color_names.end()}) : "";
	if (!meant.empty())
		must_be(from, "a colour", "did you mean \"" + std::string(meant) + "\"?");
	must_be(from, "a colour",
		"\"#4caf50\", \"red\", \"bright red\", \"white on blue\", or a number from \"0\" to \"255\"");
}

color take_color(const member &from) {
	if (!from.value->is_string())
		refuse_color(from);
	if (const auto known = parse_color(take_text(from)))
		return *known;
	must_be(from, "a colour", "\"#4caf50\", \"red\", \"bright red\", or a number from \"0\" to \"255\"");
}

// "INK", "INK on PAPER" or "on PAPER".
paint take_paint(const member &from) {
	if (!from.value->is_string())
		refuse_color(from);
	const std::string text = take_text(from);
	const auto on = text.starts_with("on ") ? std::size_t{0} : text.find(" on ");
	const auto ink = on == text.npos ? text : text.substr(0, on);
	const auto paper = on == text.npos ? "default" : text.substr(on + (on == 0 ? 3 : 4));
	const auto known_ink = parse_color(on == 0 ? "default" : ink);
	const auto known_paper = parse_color(paper);
	if (!known_ink || !known_paper)
		refuse_color(from);
	return {*known_ink, *known_paper};
}

void read_palette(const member &from, animation &into) {
	if (!from.value->is_object())
		must_be(from, "an object that names colours by letters", "{ \"r\": \"red\", \"g\": \"#4caf50\" }");
	for (auto &[letter, value] : from.value->get_ref<json::object_t &>()) {
		const auto fault = find_fault(letter);
		const auto glyphs = fault ? std::vector<glyph_text>{} : split_glyphs(letter);
		const member named(from.in, &value, child(from.pointer, letter));
		if (glyphs.size() != 1 || glyphs.front().code_points.size() != 1 || letter == " ")
			throw error({locate(*from.in, named.pointer, json_part::key),
				     "a colour of the palette is named by one letter, not " + quote(letter),
				     "paint has one letter above each character of art; a space is the terminal's own "
				     "colour"});
		into.palette.insert_or_assign(glyphs.front().code_points.front(), take_paint(named));
	}
}

std::vector<color> read_tints(const member &document) {
	std::vector<color> tints;
	if (!document.has("tint"))
		return tints;
	const auto from = document["tint"];
	if (from.value->is_string())
		return {take_color(from)};
	const auto count = take_array(from, "one ink a frame, in turn: [\"red\", \"yellow\"]").size();
	for (std::size_t i = 0; i < count; ++i)
		tints.push_back(take_color(from[i]));
	return tints;
}

// The rows of an array of strings.
std::vector<std::string> take_rows(const member &from) {
	auto &elements = take_array(from, "one string a row: [\"row 1\", \"row 2\"]");
	std::vector<std::string> rows;
	rows.reserve(elements.size());
	for (std::size_t i = 0; i < elements.size(); ++i) {
		// The path to a row is made only for a row that is wrong: there can be a hundred thousand.
		auto *const text = elements[i].get_ptr<std::string *>();
		rows.push_back(text && !find_fault(*text) ? std::move(*text) : take_text(from[i]));
	}
	if (rows.size() > most_cells_a_side)
		reject(from, "a frame has at most " + std::to_string(most_cells_a_side) + " rows, this has " +
				     std::to_string(rows.size()));
	return rows;
}

bool has_paint(const animation &of, std::u32string_view letter) {
	return letter.size() == 1 && of.palette.contains(letter.front());
}

void check_paint_row(const member &at, const std::string &letters, const std::string &art, const animation &of) {
	std::size_t offset = 0;
	for (const auto &letter : split_glyphs(letters)) {
		std::string bytes;
		for (const char32_t code_point : letter.code_points)
			append_utf8(bytes, code_point);
		if (letter.code_points != U" " && !has_paint(of, letter.code_points))
			throw error({locate_in_string(*at.in, at.pointer, offset),
				     "the palette has no colour " + quote(bytes),
				     of.palette.empty()
					     ? "\"palette\": { " + quote(bytes) + ": \"red\" } tells what it is"
					     : "add it to \"palette\", or use a space for the terminal's own colour"});
		offset += bytes.size();
	}
	if (width(letters) > std::max(width(art), 0))
		reject(at, "this row of paint is longer than its row of art",
		       "paint has one letter above each character of art");
}

text_art read_art(const member &from, const animation &of) {
	text_art text{take_rows(from["art"]), {}};
	if (!from.has("paint"))
		return text;
	const auto paint = from["paint"];
	const auto count = take_array(paint, "one string a row: [\"rrg\", \"rrr\"]").size();
	if (count > text.art.size())
		reject(paint,
		       "paint has " + std::to_string(count) + " rows, but art has " + std::to_string(text.art.size()),
		       "paint has one letter above each character of art");
	for (std::size_t i = 0; i < count; ++i) {
		const auto &letters = take_text(paint[i]);
		check_paint_row(paint[i], letters, text.art[i], of);
		text.paint.push_back(letters);
	}
	return text;
}

// The files that a "source" or a frame names: one, or all that match a pattern.
std::vector<std::string> take_files(const member &from, const reading &how) {
	const auto &name = take_text(from);
	if (name.empty())
		must_be(from, "a file");
	const auto path = path_beside(from, name, how);
	std::error_code failed; // a name can be too long to ask
	const bool exists = std::filesystem::exists(path, failed);
	if (!is_pattern(name) && !exists)
		reject(from, "there is no file " + quote(path), "files are looked for beside " + quote(from.in->file));
	if (std::filesystem::is_directory(path, failed))
		reject(from, quote(path) + " is a folder", "\"source\": " + quote(name + "/*") + " is what is in it");
	if (exists)
		return {path};
	const auto folder = path.substr(0, path.size() - name.size()); // which whoever wrote the pattern did not name
	auto files = matching_files(as_it_is(folder) + name, *how.looks);
	if (!files)
		reject(from,
		       quote(path) + " goes through more than " + std::to_string(most_looks) + " files and folders",
		       "name the folder, instead of a pattern for it");
	if (files->empty())
		reject(from, "no file matches " + quote(path), "files are looked for beside " + quote(from.in->file));
	for (const auto &file : *files)
		check_beside(from, file, how);
	return *std::move(files);
}

frame read_frame(const member &from, const animation &of, const reading &how) {
	frame read;
	if (from.value->is_string()) {
		const auto files = take_files(from, how);
		if (files.size() > 1)
			reject(from,
			       "a frame is one file, but " + std::to_string(files.size()) + " match " +
				       quote(from.value->get<std::string>()),
			       "give the pattern as \"source\" instead of \"frames\"");
		read.content = read_content(files.front(), how);
		return read;
	}
	if (!from.value->is_object())
		must_be(from, "an object with \"art\", or the name of a file", "{ \"art\": [\"row 1\", \"row 2\"] }");
	check_keys(from, frame_keys);
	if (from.has("art") == from.has("source"))
		reject(from, from.has("art") ? "a frame has art or a source, not both" : "this frame has no art",
		       "{ \"art\": [\"row 1\", \"row 2\"] }, or { \"source\": \"1.png\" }");
	if (from.has("paint") && !from.has("art"))
		reject(from["paint"], "paint belongs to art", "pictures are coloured with \"tint\"");
	if (from.has("hold_ms"))
		read.hold = take_hold(from["hold_ms"]);
	if (from.has("art"))
		read.content = read_art(from, of);
	else
		read.content = read_content(take_files(from["source"], how).front(), how);
	return read;
}

void read_frames(const member &from, const reading &how, animation &into) {
	if (from.value->is_string())
		must_be(from, "an array", "files are named by \"source\": " + from.value->dump());
	const auto count = take_array(from, "[ { \"art\": [\"row 1\", \"row 2\"] }, ... ]").size();
	into.frames.reserve(count);
	totals all(from.in->file, how.at_most);
	for (std::size_t i = 0; i < count; ++i) {
		into.frames.push_back(read_frame(from[i], into, how));
		all.add(into.frames.back());
	}
}

// "10x1": how many pictures stand in a sheet, across and down.
std::pair<int, int> take_grid(const member &from) {
	constexpr std::string_view such = "columns x rows of pictures";
	const std::string hint = "\"10x1\" is ten pictures side by side";
	if (!from.value->is_string())
		must_be(from, such, hint);
	const auto &text = take_text(from);
	const auto end = text.data() + text.size();
	int across = 0, down = 0;
	const auto first = std::from_chars(text.data(), end, across);
	const auto second = first.ptr < end && *first.ptr == 'x' ? std::from_chars(first.ptr + 1, end, down) : first;
	if (second.ptr != end || across < 1 || down < 1 || across > 1000 || down > 1000)
		must_be(from, such, hint);
	return {across, down};
}

void cut_sheet(const member &grid_size, const std::string &file, const reading &how, animation &into) {
	const auto [across, down] = take_grid(grid_size);
	const auto sheet = std::make_shared<const picture>(read_picture(file, how.at_most));
	count_sheet(file, *sheet, how);
	if (sheet->width % across != 0 || sheet->height % down != 0)
		reject(grid_size,
		       "a sheet of " + std::to_string(sheet->width) + "x" + std::to_string(sheet->height) +
			       " pixels cannot be cut evenly into " + std::to_string(across) + "x" +
			       std::to_string(down),
		       "every picture in a sheet has the same size");
	const int width = sheet->width / across, height = sheet->height / down;
	for (int i = 0; i < across * down; ++i)
		into.frames.push_back(
			{{}, {}, picture_part{file, sheet, i % across * width, i / across * height, width, height}});
}

// What an only source says of itself, over which the document is laid.
void take_settings(const animation &from, animation &into) {
	into.loops = from.loops;
	into.columns = from.columns;
	into.rows = from.rows;
	into.background = from.background;
	into.drawing = from.drawing;
	into.colors = from.colors;
	into.send = from.send;
	into.when = from.when;
	into.when.from = into.when.to = std::nullopt;
	into.idle_is_cut = from.idle_is_cut;
}

// Frames of another animation, which has a palette of its own. All is mirrored together.
void append(animation from, animation &into) {
	from.when.flip = std::nullopt;
	for (auto &shown : from.frames) {
		const auto *const text = std::get_if<text_art>(&shown.content);
		if (text && !(text->paint.empty() && !shown.tint)) {
			shown.content = draw_frame(from, shown);
			shown.tint = std::nullopt;
		}
		into.frames.push_back(std::move(shown));
	}
	std::move(from.remarks.begin(), from.remarks.end(), std::back_inserter(into.remarks));
}

// An animation of any format as the source of this one.
animation read_other(const member &naming, const std::string &file, reading how) {
	constexpr int deepest = 8;
	if (++how.so_far->files > how.at_most.frames)
		reject(naming, "sources name more than " + std::to_string(how.at_most.frames) + " files together",
		       "name fewer, or allow more with --max-frames");
	if (++how.depth > deepest)
		reject(naming, "sources lead from one to the next more than " + std::to_string(deepest) + " times",
		       "does one of them name itself?");
	auto bytes = read_input_file(file);
	count_bytes(file, bytes.size(), how);
	return read_any(input(file, std::move(bytes)), how);
}

void read_source(const member &document, const reading &how, animation &into) {
	const auto files = take_files(document["source"], how);
	if (document.has("grid")) {
		if (files.size() > 1)
			reject(document["grid"],
			       "a grid is cut from one picture, but source names " + std::to_string(files.size()));
		check_no_pick(files.front(), how.pick);
		return cut_sheet(document["grid"], files.front(), how, into);
	}
	totals all(document.in->file, how.at_most);
	for (const auto &file : files) {
		auto within = how;
		within.at_most = all.left();
		auto other = read_other(document["source"], file, std::move(within));
		for (const auto &shown : other.frames)
			all.add(shown);
		cut(other);
		if (files.size() == 1) {
			take_settings(other, into);
		} else {
			unroll(other);
			into.when = laid_over(into.when, other.when);
		}
		append(std::move(other), into);
		if (into.frames.size() > how.at_most.frames) // sources of sources can be many
			reject(document["source"],
			       "there are more than " + std::to_string(how.at_most.frames) + " frames in it",
			       "cut it first, or allow more with --max-frames");
	}
	if (document.has("hold_ms") || document.has("fps")) // a film has holds of its own
		for (auto &shown : into.frames)
			shown.hold = {};
}

void read_title(const member &document, animation &into) {
	if (document.has("name")) {
		into.name = take_text(document["name"]);
		if (const auto fault = find_name_fault(into.name))
			reject(document["name"], fault->what, fault->hint);
	}
	if (document.has("title"))
		into.title = take_text(document["title"]);
	if (document.has("author"))
		into.author = take_text(document["author"]);
	if (document.has("license"))
		into.license = take_text(document["license"]);
}

void read_sending(const member &document, sending &into) {
	if (document.has("update")) {
		const auto how = parse_update(take_text(document["update"]));
		if (!how)
			must_be(document["update"], "\"full\" or \"changes\"");
		into.how = *how;
	}
	if (document.has("keyframe_every"))
		into.keyframe_every = static_cast<int>(take_integer(document["keyframe_every"], 0, most_loops));
	if (document.has("terminal")) {
		const auto on = parse_terminal(take_text(document["terminal"]));
		if (!on)
			must_be(document["terminal"], "\"linux\" or \"xterm\"");
		into.on = *on;
	}
}

std::string key_of(const draw_setting &setting) {
	std::string key(setting.name);
	std::replace(key.begin(), key.end(), '-', '_');
	return key;
}

bool is_kind(const json &value, draw_setting::kind kind) {
	if (kind == draw_setting::kind::number)
		return value.is_number();
	return kind == draw_setting::kind::flag ? value.is_boolean() : value.is_string();
}

void read_drawing(const member &document, const reading &how, draw_settings &into) {
	for (const draw_setting &setting : all_draw_settings()) {
		const auto key = key_of(setting);
		if (!document.has(key.c_str()))
			continue;
		const member from = document[key.c_str()];
		if (!is_kind(*from.value, setting.is))
			must_be(from, setting.such);
		const auto text = from.value->is_string() ? take_text(from) : from.value->dump();
		if (!setting.set(into, setting.is == draw_setting::kind::file ? path_beside(from, text, how) : text))
			must_be(from, setting.such);
	}
	if (document.has("crop"))
		into.crop.told_at = locate(*document.in, document["crop"].pointer);
}

void read_settings(const member &document, const reading &how, animation &into) {
	if (document.has("loops"))
		into.loops = static_cast<int>(take_integer(document["loops"], 0, most_loops, "0 is for ever"));
	if (document.has("columns"))
		into.columns = static_cast<int>(take_integer(document["columns"], 1, most_cells_a_side));
	if (document.has("rows"))
		into.rows = static_cast<int>(take_integer(document["rows"], 1, most_cells_a_side));
	if (document.has("background"))
		into.background = take_color(document["background"]);
	if (document.has("color")) {
		if (document["color"].value->is_string())
			into.colors = parse_color_depth(take_text(document["color"]));
		if (!into.colors)
			must_be(document["color"], "\"none\", \"16\", \"256\" or \"rgb\"");
	}
	read_drawing(document, how, into.drawing);
	read_sending(document, into.send);
	if (document.has("palette"))
		read_palette(document["palette"], into);
}

// The command line has its way.
reading take_reading(const member &document, const reading &told) {
	auto how = told;
	if (document.has("pick") && how.pick.empty())
		how.pick = take_text(document["pick"]);
	if (!document.has("source"))
		check_no_pick(document.in->file, how.pick);
	return how;
}

void check_document(const member &document) {
	const std::string sketch = "\"frames\": [ { \"art\": [\"row 1\", \"row 2\"] }, ... ]";
	if (!document.value->is_object())
		must_be(document, "an object", "{ " + sketch + " }");
	check_keys(document, document_keys);
	if (document.has("frames") == document.has("source"))
		reject(document,
		       document.has("frames") ? "an animation has frames or a source, not both"
					      : "this animation has no frames",
		       sketch + ", or \"source\": \"frames/*.png\"");
	if (document.has("pick") && !document.has("source"))
		reject(document["pick"], "pick takes one of the source's animations, but there is no source",
		       "\"source\": \"spinners.json\"");
	if (document.has("grid") && !document.has("source"))
		reject(document["grid"], "grid cuts a picture, but there is no source", "\"source\": \"parrot.png\"");
}

// Whether somebody who wrote this had our keys in mind, though not how they are spelt.
bool has_only_our_keys(const json &root) {
	const auto &members = root.get_ref<const json::object_t &>();
	return std::all_of(members.begin(), members.end(),
			   [](const auto &member) { return !nearest(member.first, document_keys).empty(); });
}

} // namespace

animation read_native(json_text document, const reading &told) {
	const member root(document);
	check_document(root);
	const auto how = take_reading(root, told);
	animation read;
	read_title(root, read);
	if (root.has("source"))
		read_source(root, how, read);
	read_settings(root, how, read);
	read.when = laid_over(take_timeline(root), read.when);
	if (root.has("frames"))
		read_frames(root["frames"], how, read);
	const auto tints = read_tints(root);
	for (std::size_t i = 0; i < read.frames.size() && !tints.empty(); ++i)
		read.frames[i].tint = tints[i % tints.size()];
	give_holds(root, read);
	check_cut(root, read);
	return read;
}

std::string why_not_native(input &from) {
	const auto *const root = from.root();
	if (root && root->is_array() && !root->empty() && find_member(&root->front(), "art"))
		return ""; // it lacks what is around frames, and shall be told so
	if (!root || !root->is_object())
		return why_no_object(from);
	if (root->contains("frames") || root->contains("source") || has_only_our_keys(*root))
		return "";
	return "it has neither \"frames\" nor \"source\"";
}

animation read_native_input(input from, const reading &how) {
	return read_native(from.take_document(), how);
}

} // namespace assetc
