// SPDX-License-Identifier: GPL-2.0-or-later
#include "frame_table.h"

#include "encode.h"
#include "parallel.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace assetc {

namespace {

// Texts, each kept once.
class text_pool {
public:
	explicit text_pool(std::vector<std::string> &texts) : kept(texts) {}

	std::size_t add(std::string text) {
		const auto hash = std::hash<std::string_view>()(text);
		const auto [first, last] = by_hash.equal_range(hash);
		for (auto same = first; same != last; ++same)
			if (kept[same->second] == text)
				return same->second;
		by_hash.emplace(hash, kept.size());
		kept.push_back(std::move(text));
		return kept.size() - 1;
	}

private:
	std::vector<std::string> &kept;
	std::unordered_multimap<std::size_t, std::size_t> by_hash;
};

// The texts of all entries of a table, where each frame is sent whole.
std::vector<std::string> encode_full(reel &from) {
	std::vector<std::string> encoded(from.frames() + 1);
	const auto encode_one = [&](std::size_t i) {
		const auto cells = from.take(i);
		if (i == 0)
			encoded.back() = encode(cells, screen_before::frame, from.send.on);
		encoded[i] = encode(cells, i == 0 ? screen_before::anything : screen_before::frame, from.send.on);
	};
	for_each_index(from.frames(), encode_one, from.jobs);
	return encoded;
}

std::string encode_change(const reel &from, std::size_t entry, const grid &before, const grid &after) {
	const auto every = static_cast<std::size_t>(from.send.keyframe_every);
	if (every > 0 && entry % every == 0)
		return encode_keyframe(after, from.send.on);
	return encode_changes(before, after, from.send.on);
}

// The same where only changes are sent. Neighbours are worked on together, since each needs the one before it.
std::vector<std::string> encode_changes(const reel &from) {
	constexpr std::size_t neighbours = 32;
	std::vector<std::string> encoded(from.frames() + 1);
	encoded.front() = encode(from.at(0), screen_before::anything, from.send.on);
	const auto encode_part = [&](std::size_t part) {
		auto before = from.at(part * neighbours);
		const auto first = part * neighbours + 1, end = std::min(first + neighbours, encoded.size());
		for (std::size_t entry = first; entry < end; ++entry) {
			auto after = from.at(entry % from.frames());
			encoded[entry] = encode_change(from, entry, before, after);
			before = std::move(after);
		}
	};
	for_each_index((from.frames() + neighbours - 1) / neighbours, encode_part, from.jobs);
	return encoded;
}

} // namespace

frame_table build_frame_table(reel from) {
	auto encoded = from.send.how == update::changes ? encode_changes(from) : encode_full(from);

	frame_table table{from.name,    from.title, from.author, from.license, from.source_name,
			  from.columns, from.rows,  from.loops,  {},           {}};
	text_pool texts(table.texts);
	for (std::size_t i = 0; i < encoded.size(); ++i)
		table.entries.push_back({texts.add(std::move(encoded[i])), from.holds_us[i % from.frames()]});
	return table;
}

std::size_t size_of_texts(const frame_table &of) {
	return std::accumulate(of.texts.begin(), of.texts.end(), std::size_t{0},
			       [](std::size_t sum, const std::string &text) { return sum + text.size(); });
}

std::uint64_t loop_us(const frame_table &of) {
	return std::accumulate(of.entries.begin(), of.entries.end() - 1, std::uint64_t{0},
			       [](std::uint64_t sum, const table_entry &entry) { return sum + entry.hold_us; });
}

} // namespace assetc
