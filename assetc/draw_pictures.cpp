// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw_pictures.h"

#include "content.h"
#include "draw.h"
#include "mirror.h"
#include "parallel.h"
#include "settling.h"
#include "strip.h"
#include "totals.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace assetc {

namespace {

// Which frames show which picture of a film, by its number: each is one frame's, or no frame's or of several where the
// order was changed.
using showings = std::map<std::size_t, std::vector<std::size_t>>;

// A film is composed by one thread at a time, in order, and drawn by many.
class screening {
public:
	screening(const film &shown, const showings &asked) : next_picture(shown.open()), wanted(asked.begin()) {}

	// A copy of the next picture that is asked for, its number, and how many were taken before it.
	struct taken {
		picture pixels;
		std::size_t number;
		std::size_t turn;
	};
	taken take() {
		const std::lock_guard lock(mutex);
		if (broken) // for all threads alike, since what comes behind a fault is anything
			std::rethrow_exception(broken);
		try {
			for (; number < wanted->first; ++number)
				next_picture();
			++number;
			return {next_picture(), (wanted++)->first, turn++};
		} catch (...) {
			broken = std::current_exception();
			throw;
		}
	}

private:
	std::mutex mutex;
	projector next_picture;
	std::size_t number = 0;
	std::size_t turn = 0;
	showings::const_iterator wanted;
	std::exception_ptr broken;
};

draw_settings settings_of(const animation &of) {
	draw_settings settings = of.drawing;
	settings.columns = of.columns;
	settings.rows = of.rows;
	settings.screen = of.screen;
	settings.background = of.background;
	if (of.colors && !of.frames.front().tint) // a tint is for pictures without colours
		settings.colors = *of.colors;
	return settings;
}

draft draft_picture(const animation &of, const picture &pixels) {
	const auto flip = of.when.flip.value_or(mirroring::none);
	if (flip != mirroring::none)
		return make_draft(mirrored(pixels, flip), settings_of(of));
	return make_draft(pixels, settings_of(of));
}

// What there is to draw, known from sizes alone.
struct workload {
	std::size_t pictures = 0;
	std::uint64_t most_pixels = 0; // of one
	std::uint64_t most_cells = 0;  // of one
};

const film_picture *film_of(const frame &shown) {
	return std::get_if<film_picture>(&shown.content);
}

void check_drawn(const animation &of, const frame &shown, grid_size drawn) {
	if (drawn.columns <= most_cells_a_side && drawn.rows <= most_cells_a_side)
		return;
	const bool is_tall = drawn.rows > most_cells_a_side;
	const auto *const part = std::get_if<picture_part>(&shown.content);
	throw error(about(part ? part->file : of.source_name,
			  "drawn with " +
				  (is_tall ? std::to_string(drawn.columns) + " columns this picture has " +
						     std::to_string(drawn.rows) + " rows"
					   : std::to_string(drawn.rows) + " rows this picture has " +
						     std::to_string(drawn.columns) + " columns") +
				  ", a frame at most " + std::to_string(most_cells_a_side),
			  is_tall ? "set \"rows\" or --rows instead, or a --crop"
				  : "set \"columns\" or --columns instead, or a --crop"));
}

// Throws error where a frame would be larger than frames may be, or all together.
workload survey(const animation &of) {
	const auto settings = settings_of(of);
	workload all;
	totals cells(of.source_name, of.at_most);
	for (const auto &shown : of.frames) {
		const auto *const part = std::get_if<picture_part>(&shown.content);
		const auto *const film = film_of(shown);
		if (!part && !film)
			continue;
		const picture_size size = part ? size_of(*part) : picture_size{film->of->width, film->of->height};
		const grid_size drawn = fit(size, settings);
		check_drawn(of, shown, drawn);
		const auto its_cells =
			static_cast<std::uint64_t>(drawn.columns) * static_cast<std::uint64_t>(drawn.rows);
		cells.add_cells(its_cells);
		++all.pictures;
		all.most_pixels = std::max(all.most_pixels, pixels_in(size));
		all.most_cells = std::max(all.most_cells, its_cells);
	}
	return all;
}

// Each thread holds a picture, and large ones must not fill the memory of a machine of many cores. A pixel takes 8
// bytes while it is decoded, a cell 2.5 KB while its colours are chosen.
unsigned threads_for(const workload &all, unsigned jobs) {
	const std::uint64_t cores = jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
	constexpr std::uint64_t bytes_at_once = 1 << 30;
	const auto bytes_a_thread = 8 * all.most_pixels + 2500 * all.most_cells;
	return static_cast<unsigned>(
		std::clamp<std::uint64_t>(bytes_at_once / std::max<std::uint64_t>(bytes_a_thread, 1), 1, cores));
}

// An animation whose pictures become drawings, by so many threads.
struct drawing_board {
	animation &of;
	workload all;
	unsigned threads;
	const progress &tell;
	std::atomic<std::size_t> done{0};
	std::shared_ptr<strip> drawn = std::make_shared<strip>(); // packed, since grids would take more than all else

	void put(const grid &cells, const std::vector<std::size_t> &frames) {
		drawn->add_frame(cells);
		for (const auto frame : frames)
			of.frames[frame].content = strip_frame{drawn, drawn->frames() - 1, true};
	}

	void count(std::size_t more) {
		const auto now = done += more;
		if (tell)
			tell(now, all.pictures);
	}
};

// The first of all decides how the tones of the others are drawn.
draft draft_first(animation &of, const picture &pixels) {
	draft first = draft_picture(of, pixels);
	of.drawing.recipe = first.recipe;
	return first;
}

void draw_film(drawing_board &on, const film &shown, const showings &asked) {
	screening screen(shown, asked);
	std::vector<const std::vector<std::size_t> *> frames_of;
	for (const auto &[number, frames] : asked)
		frames_of.push_back(&frames);
	settling drawn([&](std::size_t turn, const grid &cells) { on.put(cells, *frames_of[turn]); });
	const auto put = [&](std::size_t turn, draft picture) {
		drawn.put(turn, std::move(picture));
		on.count(frames_of[turn]->size());
	};
	put(0, draft_first(on.of, screen.take().pixels));
	const auto draw_next = [&](std::size_t) {
		const auto taken = screen.take();
		put(taken.turn, draft_picture(on.of, taken.pixels));
	};
	for_each_index(asked.size() - 1, draw_next, on.threads);
}

void draw_films(drawing_board &on) {
	std::vector<std::pair<std::shared_ptr<const film>, showings>> films; // in the order of their first frames
	for (std::size_t i = 0; i < on.of.frames.size(); ++i)
		if (const auto *const shown = film_of(on.of.frames[i])) {
			auto known = std::find_if(films.begin(), films.end(),
						  [&](const auto &one) { return one.first == shown->of; });
			if (known == films.end())
				known = films.insert(known, {shown->of, {}});
			known->second[shown->number].push_back(i);
		}
	for (const auto &[shown, asked] : films)
		draw_film(on, *shown, asked);
}

// Pictures in files and parts of sheets.
void draw_parts(drawing_board &on) {
	std::vector<std::size_t> frames;
	for (std::size_t i = 0; i < on.of.frames.size(); ++i)
		if (std::holds_alternative<picture_part>(on.of.frames[i].content))
			frames.push_back(i);
	if (frames.empty())
		return;
	settling drawn([&](std::size_t turn, const grid &cells) { on.put(cells, {frames[turn]}); });
	const auto pixels = [&](std::size_t turn) {
		return pixels_of(std::get<picture_part>(on.of.frames[frames[turn]].content), on.of.at_most);
	};
	const auto put = [&](std::size_t turn, draft picture) {
		drawn.put(turn, std::move(picture));
		on.count(1);
	};
	put(0, draft_first(on.of, *pixels(0)));
	const auto draw_one = [&](std::size_t i) { put(i + 1, draft_picture(on.of, *pixels(i + 1))); };
	for_each_index(frames.size() - 1, draw_one, on.threads);
}

} // namespace

void draw_pictures(animation &of, const progress &tell) {
	const auto all = survey(of);
	drawing_board on{of, all, threads_for(all, of.jobs), tell};
	draw_parts(on);
	draw_films(on);
}

} // namespace assetc
