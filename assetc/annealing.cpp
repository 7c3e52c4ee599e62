// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "annealing.h"

#include "parallel.h"
#include "steady_math.h"
#include "text_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace assetc {
namespace {

// What is felt in each cell of all that would make the text more like its goal. What the eye's weights stand for is
// lowered by curvature in this proportion; found by trial. More than the most is far more than any text and picture
// differ by, and far less than there is room for.
std::vector<cell_felt> felt_in_cells(const pull &by) {
	constexpr float eye_to_curvature = 0.2F, most_felt = 4;
	std::vector<cell_felt> result(by.slope.at.size() / cell_size);
	for (std::size_t i = 0; i < by.slope.at.size(); ++i) {
		const float curvature = eye_to_curvature * by.curvature.at[i];
		const float felt = curvature > 0 ? std::clamp(-by.slope.at[i] / curvature, -most_felt, most_felt) : 0;
		result[cell_of(i, by.slope.width)][within_cell(i, by.slope.width)] =
			static_cast<std::int16_t>(std::lround(felt * felt_units));
	}
	return result;
}

// What may be lost by a change, about, of all that a cell is worth, in the first pass and before the last ones, in
// which nothing may; and how few glyphs are worth to be tried. Found by trial: the more passes and glyphs, the better,
// and the slower.
constexpr double first_warmth = 0.065;
constexpr double last_warmth = 0.009;
constexpr int cold_passes = 2;
constexpr std::size_t most_tried = 8;
constexpr std::int32_t most_rise = 3000; // in felt units

// Where there is much to change there are fewer passes: all cells of all passes are no more than these.
constexpr int most_cells_looked_at = 56'000;
constexpr int fewest_passes = 4;

// A text is looked at again when one of so many of its cells has changed.
constexpr std::size_t worth_a_look = 100;

int passes_for(int cells, int most) {
	return std::min(most, std::max(fewest_passes, most_cells_looked_at / cells));
}

double warmth_of(int pass, int passes) {
	const int warm = passes - cold_passes;
	return pass < warm ? first_warmth * steady_power(last_warmth / first_warmth, static_cast<double>(pass) / warm)
			   : 0;
}

// Chance that is the same each time: a number from 0 to 1, both excluded, for each `number` (Steele, Lea, Flood: Fast
// Splittable Pseudorandom Number Generators, 2014).
double chance(std::uint64_t number) {
	number = (number + 1) * 0x9e3779b97f4a7c15;
	number = (number ^ number >> 30) * 0xbf58476d1ce4e5b9;
	number = (number ^ number >> 27) * 0x94d049bb133111eb;
	number ^= number >> 31;
	return (static_cast<double>(number >> 12) + 0.5) / 4503599627370496.0;
}

// What is added to a gain: the one that is largest then is chosen as annealing would (Gumbel's trick).
double luck(double warmth, std::uint64_t number) {
	return warmth > 0 ? -warmth * steady_logarithm(-steady_logarithm(chance(number))) : 0;
}

// What is known of a cell.
struct outlook {
	double most = 0;    // that it gained by another glyph when it was last looked at, luck aside; mostly below 0
	bool is_old = true; // since a cell around has changed
};

// Chances that are not worth a look: e^-8.
constexpr double hopeless = 8;

bool is_hopeless(const outlook &of, double warmth) {
	return !of.is_old && of.most <= -hopeless * warmth;
}

// The glyph for a cell, or the present one.
int choose(const text_likeness &text, const repertoire &glyphs, const cell_felt &felt, std::size_t cell, double warmth,
	   std::uint64_t number, outlook &ahead) {
	thread_local text_change change;
	std::array<int, most_tried> few;
	const int present = text.chosen()[cell];
	int best = present;
	double most = luck(warmth, number++);
	ahead = {-std::numeric_limits<double>::infinity(), false};
	const std::size_t count = glyphs.best_few(felt, present, most_rise, few);
	for (const int glyph : std::span(few).first(count)) {
		const double gain = text.gain(cell, glyph, change), lucky = gain + luck(warmth, number++);
		ahead.most = std::max(ahead.most, gain);
		if (lucky > most) {
			most = lucky;
			best = glyph;
		}
	}
	return best;
}

// Cells so far apart feel next to nothing of each other, and change at the same time.
constexpr int apart_across = 8;
constexpr int apart_down = 4;

std::vector<std::vector<std::size_t>> cells_apart(int columns, int rows, const std::vector<bool> &plain) {
	std::vector<std::vector<std::size_t>> result;
	for (int first_row = 0; first_row < std::min(apart_down, rows); ++first_row)
		for (int first_column = 0; first_column < std::min(apart_across, columns); ++first_column) {
			auto &cells = result.emplace_back();
			for (int row = first_row; row < rows; row += apart_down)
				for (int column = first_column; column < columns; column += apart_across)
					cells.push_back(static_cast<std::size_t>(row) *
								static_cast<std::size_t>(columns) +
							static_cast<std::size_t>(column));
			std::erase_if(cells, [&](std::size_t cell) { return plain[cell]; });
		}
	return result;
}

struct pass_over {
	double warmth;
	int number;
	unsigned threads;
};

// Whoever feels much of a cell.
void make_old(std::vector<outlook> &ahead, std::size_t cell, int columns) {
	constexpr int across = 2, down = 1;
	const int rows = static_cast<int>(ahead.size()) / columns;
	const int column = static_cast<int>(cell) % columns, row = static_cast<int>(cell) / columns;
	for (int y = std::max(0, row - down); y <= std::min(rows - 1, row + down); ++y)
		for (int x = std::max(0, column - across); x <= std::min(columns - 1, column + across); ++x)
			ahead[static_cast<std::size_t>(y * columns + x)].is_old = true;
}

// Chooses for all of these cells, before any changes; so it does not matter how many threads do. Tells how many
// changed.
std::size_t change(text_likeness &text, const repertoire &glyphs, const std::vector<cell_felt> &felt,
		   std::vector<std::size_t> cells, std::vector<outlook> &ahead, const pass_over &pass) {
	constexpr std::uint64_t numbers_of_cell = 64, numbers_of_pass = std::uint64_t{1} << 40;
	static_assert(numbers_of_cell > most_tried);
	std::erase_if(cells, [&](std::size_t cell) { return is_hopeless(ahead[cell], pass.warmth); });
	std::vector<int> better(cells.size());
	for_each_index(
		cells.size(),
		[&](std::size_t i) {
			const std::uint64_t number =
				static_cast<std::uint64_t>(pass.number) * numbers_of_pass + cells[i] * numbers_of_cell;
			better[i] =
				choose(text, glyphs, felt[cells[i]], cells[i], pass.warmth, number, ahead[cells[i]]);
		},
		pass.threads);
	text_change change;
	std::size_t changed = 0;
	for (std::size_t i = 0; i < cells.size(); ++i)
		if (better[i] != text.chosen()[cells[i]]) {
			text.gain(cells[i], better[i], change);
			text.take(change);
			make_old(ahead, cells[i], text.columns());
			++changed;
		}
	return changed;
}

} // namespace

void anneal(best_text &best, const std::vector<bool> &plain, int most_passes, unsigned threads) {
	const std::size_t count = plain.size();
	const auto to_change = static_cast<int>(std::count(plain.begin(), plain.end(), false));
	const int passes = passes_for(to_change, most_passes);
	const auto batches = cells_apart(best.columns, static_cast<int>(count) / best.columns, plain);
	std::vector<outlook> ahead(count);
	text_likeness text(best.chosen, best.columns, best.glyphs, best.goal);
	std::vector<cell_felt> felt;
	std::size_t changed = count; // since the text was looked at
	for (int pass = 0; pass < passes; ++pass) {
		if (changed * worth_a_look >= count) {
			pull by;
			look_at(best, text.chosen(), &by);
			felt = felt_in_cells(by);
			text.refresh();
			changed = 0;
		}
		const double warmth = warmth_of(pass, passes) / static_cast<double>(count);
		for (const auto &cells : batches)
			changed += change(text, best.glyphs, felt, cells, ahead, {warmth, pass, threads});
	}
	look_at(best, text.chosen(), nullptr);
}

} // namespace assetc
