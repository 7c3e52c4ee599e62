// SPDX-License-Identifier: GPL-2.0-or-later
#include "frame_table.h"

#include "encode.h"
#include "name.h"
#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace assetc {

namespace {

// Texts of a reel, each kept once. Several threads may add some.
class text_pool {
public:
	explicit text_pool(const reel &of) : file(of.file), most_bytes(of.most_bytes) {}

	std::size_t add(std::string text) {
		const auto hash = std::hash<std::string_view>()(text);
		const std::lock_guard lock(mutex);
		const auto [first, last] = by_hash.equal_range(hash);
		for (auto same = first; same != last; ++same)
			if (kept[same->second] == text)
				return same->second;
		count(text.size());
		by_hash.emplace(hash, kept.size());
		kept.push_back(std::move(text));
		return kept.size() - 1;
	}

	// Takes the texts in the order in which the entries first name them, and numbers them anew.
	std::vector<std::string> take(std::vector<table_entry> &entries) {
		constexpr auto none = static_cast<std::size_t>(-1);
		std::vector<std::size_t> place(kept.size(), none);
		std::vector<std::string> ordered;
		for (auto &entry : entries) {
			auto &number = place[entry.text];
			if (number == none) {
				number = ordered.size();
				ordered.push_back(std::move(kept[entry.text]));
			}
			entry.text = number;
		}
		return ordered;
	}

private:
	std::string file;
	std::uint64_t most_bytes;
	std::uint64_t bytes = 0;
	std::mutex mutex;
	std::vector<std::string> kept;
	std::unordered_multimap<std::size_t, std::size_t> by_hash;

	void count(std::size_t more) {
		bytes += more;
		if (bytes > most_bytes)
			throw error(about(
				file, "the frame table would have more than " + in_words(most_bytes) + " bytes",
				"--update changes sends less, as do --columns 80 and --color 16; or allow more with "
				"--max-table, up to 2000000000"));
	}
};

using numbers = std::vector<std::size_t>; // of texts, for all entries of a table

// Where each frame is sent whole.
numbers encode_full(reel &from, text_pool &texts) {
	numbers encoded(from.frames() + 1);
	const auto encode_one = [&](std::size_t i) {
		const auto cells = from.take(i);
		if (i == 0)
			encoded.back() = texts.add(encode(cells, screen_before::frame, from.send.on));
		encoded[i] =
			texts.add(encode(cells, i == 0 ? screen_before::anything : screen_before::frame, from.send.on));
	};
	for_each_index(from.frames(), encode_one, from.jobs);
	return encoded;
}

// How long it takes to find out what is best sent follows from these.
class change_count {
public:
	explicit change_count(const reel &of) : file(of.file), most(of.most_changes) {}

	void add(const grid &before, const grid &after) {
		std::uint64_t more = 0;
		for (std::size_t i = 0; i < after.cells.size(); ++i)
			more += before.cells[i] != after.cells[i];
		if ((changed += more) > most)
			throw error(about(file, "more than " + in_words(most) + " cells change from frame to frame",
					  "--update full sends each frame whole; or allow more with --max-cells, now " +
						  std::to_string(most)));
	}

private:
	std::string file;
	std::uint64_t most;
	std::atomic<std::uint64_t> changed = 0;
};

std::string encode_change(const reel &from, std::size_t entry, const grid &before, const grid &after) {
	const auto every = static_cast<std::size_t>(from.send.keyframe_every);
	if (every > 0 && entry % every == 0)
		return encode_keyframe(after, from.send.on);
	return encode_changes(before, after, from.send.on);
}

// The same where only changes are sent. Neighbours are worked on together, since each needs the one before it.
numbers encode_changes(const reel &from, text_pool &texts) {
	constexpr std::size_t neighbours = 32;
	numbers encoded(from.frames() + 1);
	encoded.front() = texts.add(encode(from.at(0), screen_before::anything, from.send.on));
	change_count changes(from);
	const auto encode_part = [&](std::size_t part) {
		auto before = from.at(part * neighbours);
		const auto first = part * neighbours + 1, end = std::min(first + neighbours, encoded.size());
		for (std::size_t entry = first; entry < end; ++entry) {
			auto after = from.at(entry % from.frames());
			changes.add(before, after);
			encoded[entry] = texts.add(encode_change(from, entry, before, after));
			before = std::move(after);
		}
	};
	for_each_index((from.frames() + neighbours - 1) / neighbours, encode_part, from.jobs);
	return encoded;
}

} // namespace

frame_table build_frame_table(reel from) {
	text_pool texts(from);
	const auto encoded = from.send.how == update::changes ? encode_changes(from, texts) : encode_full(from, texts);

	frame_table table{from.name,    from.title, from.author, from.license, base_name(from.file),
			  from.columns, from.rows,  from.loops,  {},           {}};
	for (std::size_t i = 0; i < encoded.size(); ++i)
		table.entries.push_back({encoded[i], from.holds_us[i % from.frames()]});
	table.texts = texts.take(table.entries);
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
