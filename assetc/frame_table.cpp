// SPDX-License-Identifier: GPL-2.0-or-later
#include "frame_table.h"

#include "encode.h"
#include "parallel.h"

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

} // namespace

frame_table build_frame_table(reel from) {
	std::string again;
	std::vector<std::string> encoded(from.frames());
	for_each_index(from.frames(), [&](std::size_t i) {
		const auto cells = from.take(i);
		if (i == 0)
			again = encode(cells, screen_before::frame);
		encoded[i] = encode(cells, i == 0 ? screen_before::anything : screen_before::frame);
	});

	frame_table table{from.name,    from.title, from.author, from.license, from.source_name,
			  from.columns, from.rows,  from.loops,  {},           {}};
	text_pool texts(table.texts);
	for (std::size_t i = 0; i < encoded.size(); ++i)
		table.entries.push_back({texts.add(std::move(encoded[i])), from.holds_us[i]});
	table.entries.push_back({texts.add(std::move(again)), from.holds_us.front()});
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
