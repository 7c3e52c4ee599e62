// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "strip.h"

#include <algorithm>
#include <cstring>

namespace assetc {

namespace {

// A packed row is runs of cells: how many, their colours, and their glyphs. Numbers take seven bits a byte, so that
// ASCII takes a byte a glyph. A glyph of several code points is cluster_base, their count, and they. Blanks in standard
// colours at the end of a row are left out.

void put_number(std::string &to, std::uint32_t number) {
	for (; number >= 0x80; number >>= 7)
		to += static_cast<char>(number | 0x80);
	to += static_cast<char>(number);
}

std::uint32_t take_number(std::string_view &from) {
	std::uint32_t number = 0;
	for (int shift = 0;; shift += 7) {
		const auto byte = static_cast<unsigned char>(from.front());
		from.remove_prefix(1);
		number |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
		if (byte < 0x80)
			return number;
	}
}

void put_color(std::string &to, color of) {
	to.append({static_cast<char>(of.is), static_cast<char>(of.red), static_cast<char>(of.green),
		   static_cast<char>(of.blue)});
}

color take_color(std::string_view &from) {
	color taken;
	static_assert(sizeof(taken) == 4);
	std::memcpy(&taken, from.data(), sizeof(taken));
	from.remove_prefix(sizeof(taken));
	return taken;
}

void put_glyph(std::string &to, const grid &of, char32_t glyph) {
	if (glyph < cluster_base)
		return put_number(to, glyph);
	const auto &cluster = of.clusters[glyph - cluster_base];
	put_number(to, cluster_base);
	put_number(to, static_cast<std::uint32_t>(cluster.size()));
	for (const char32_t code_point : cluster)
		put_number(to, code_point);
}

char32_t take_glyph(std::string_view &from, grid &into) {
	const auto glyph = take_number(from);
	if (glyph != cluster_base)
		return glyph;
	std::u32string cluster(take_number(from), U' ');
	for (auto &code_point : cluster)
		code_point = take_number(from);
	into.clusters.push_back(std::move(cluster));
	return cluster_base + static_cast<char32_t>(into.clusters.size() - 1);
}

// Columns up to the last cell that is not blank.
int used_columns(const grid &of, int row) {
	int columns = of.columns;
	while (columns > 0 && of.at(columns - 1, row) == cell{})
		--columns;
	return columns;
}

std::string pack(const grid &of, int row) {
	std::string packed;
	const int columns = used_columns(of, row);
	for (int column = 0; column < columns;) {
		const auto &first = of.at(column, row);
		int end = column + 1;
		while (end < columns && of.at(end, row).ink == first.ink && of.at(end, row).paper == first.paper)
			++end;
		put_number(packed, static_cast<std::uint32_t>(end - column));
		put_color(packed, first.ink);
		put_color(packed, first.paper);
		for (; column < end; ++column)
			put_glyph(packed, of, of.at(column, row).glyph);
	}
	return packed;
}

void unpack(std::string_view packed, grid &into, int row) {
	for (int column = 0; !packed.empty();) {
		auto count = take_number(packed);
		const auto ink = take_color(packed), paper = take_color(packed);
		for (; count > 0; --count, ++column)
			into.at(column, row) = {take_glyph(packed, into), ink, paper};
	}
}

} // namespace

std::string_view strip::packed_row(std::uint32_t number) const {
	const auto begin = number == 0 ? 0 : ends[number - 1];
	return std::string_view(packed).substr(begin, ends[number] - begin);
}

std::uint32_t strip::add_row(const grid &of, int row) {
	const auto added = pack(of, row);
	const auto hash = std::hash<std::string_view>()(added);
	const auto [first, last] = by_hash.equal_range(hash);
	for (auto same = first; same != last; ++same)
		if (packed_row(same->second) == added)
			return same->second;
	const auto number = static_cast<std::uint32_t>(ends.size());
	packed += added;
	ends.push_back(packed.size());
	by_hash.emplace(hash, number);
	return number;
}

void strip::add_frame(int columns, const std::vector<std::uint32_t> &rows) {
	std::span used(rows);
	while (!used.empty() && packed_row(used.back()).empty())
		used = used.first(used.size() - 1);
	const bool is_same = !kept.empty() && std::ranges::equal(used, used_rows(kept.back()));
	kept.push_back({is_same ? kept.back().used : row_numbers.size(), columns, static_cast<int>(rows.size())});
	if (is_same)
		return;
	row_numbers.push_back(static_cast<std::uint32_t>(used.size()));
	row_numbers.insert(row_numbers.end(), used.begin(), used.end());
}

std::span<const std::uint32_t> strip::used_rows(const extent &of) const {
	return std::span(row_numbers).subspan(of.used + 1, row_numbers[of.used]);
}

void strip::add_frame(const grid &shown) {
	std::vector<std::uint32_t> rows;
	for (int row = 0; row < shown.rows; ++row)
		rows.push_back(add_row(shown, row));
	add_frame(shown.columns, rows);
}

grid strip::at(std::size_t number) const {
	grid shown{columns(number), rows(number), {}, {}};
	shown.cells.resize(static_cast<std::size_t>(shown.columns) * shown.rows);
	int row = 0;
	for (const auto packed_as : used_rows(kept[number]))
		unpack(packed_row(packed_as), shown, row++);
	return shown;
}

std::size_t strip::bytes() const {
	constexpr std::size_t bytes_of_hash = 48; // a node of by_hash and its share of the buckets
	return packed.capacity() + ends.capacity() * (sizeof(ends.front()) + bytes_of_hash) +
	       row_numbers.capacity() * sizeof(row_numbers.front()) + kept.capacity() * sizeof(extent);
}

} // namespace assetc
