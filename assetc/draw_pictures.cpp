// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw_pictures.h"

#include "draw.h"
#include "mirror.h"
#include "parallel.h"
#include "settling.h"
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

// Drawn pictures, packed, since the grids of a long film would take more memory than all else.
class drawings {
public:
	strip_frame add(const grid &drawn) {
		kept->add_frame(drawn);
		return {kept, kept->frames() - 1, true};
	}

private:
	std::shared_ptr<strip> kept = std::make_shared<strip>();
};

// How many of the pictures are drawn, and of how many cells.
struct tally {
	const progress &tell;
	totals cells;
	std::size_t all = 0;
	std::atomic<std::size_t> done{0};

	void add(std::size_t more) {
		const auto now = done += more;
		if (tell)
			tell(now, all);
	}
};

// Each thread holds a picture, and large ones must not fill the memory of a machine of many cores.
unsigned threads_for(const film &shown, unsigned jobs) {
	const std::uint64_t cores = jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
	const auto pixels = static_cast<std::uint64_t>(shown.width) * static_cast<std::uint64_t>(shown.height);
	constexpr std::uint64_t at_once = 128'000'000;
	return static_cast<unsigned>(std::clamp<std::uint64_t>(at_once / pixels, 1, cores));
}

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

// The first of all decides how the tones of the others are drawn.
draft draft_first(animation &of, const picture &pixels) {
	draft first = draft_picture(of, pixels);
	of.drawing.recipe = first.recipe;
	return first;
}

void draw_film(animation &of, const film &shown, const showings &asked, drawings &into, tally &count) {
	screening screen(shown, asked);
	std::vector<const std::vector<std::size_t> *> frames_of;
	for (const auto &[number, frames] : asked)
		frames_of.push_back(&frames);
	std::size_t frames_of_film = 0;
	for (const auto *const frames : frames_of)
		frames_of_film += frames->size();
	settling drawn([&](std::size_t turn, const grid &cells) {
		if (turn == 0) // all will be of that size
			count.cells.add_cells(cells.cells.size() * frames_of_film);
		const strip_frame kept = into.add(cells);
		for (const auto frame : *frames_of[turn])
			of.frames[frame].content = kept;
	});
	const auto put = [&](std::size_t turn, draft picture) {
		drawn.put(turn, std::move(picture));
		count.add(frames_of[turn]->size());
	};
	put(0, draft_first(of, screen.take().pixels));
	const auto draw_next = [&](std::size_t) {
		const auto taken = screen.take();
		put(taken.turn, draft_picture(of, taken.pixels));
	};
	for_each_index(asked.size() - 1, draw_next, threads_for(shown, of.jobs));
}

void draw_films(animation &of, drawings &into, tally &count) {
	std::vector<std::pair<std::shared_ptr<const film>, showings>> films; // in the order of their first frames
	for (std::size_t i = 0; i < of.frames.size(); ++i)
		if (const auto *const shown = std::get_if<film_picture>(&of.frames[i].content)) {
			auto known = std::find_if(films.begin(), films.end(),
						  [&](const auto &one) { return one.first == shown->of; });
			if (known == films.end())
				known = films.insert(known, {shown->of, {}});
			known->second[shown->number].push_back(i);
		}
	for (const auto &[shown, asked] : films)
		draw_film(of, *shown, asked, into, count);
}

std::size_t count_pictures(const animation &of) {
	return static_cast<std::size_t>(std::count_if(of.frames.begin(), of.frames.end(), [](const frame &one) {
		return std::holds_alternative<picture_part>(one.content) ||
		       std::holds_alternative<film_picture>(one.content);
	}));
}

// Pictures in files and parts of sheets.
void draw_parts(animation &of, drawings &into, tally &count) {
	std::vector<std::size_t> frames;
	for (std::size_t i = 0; i < of.frames.size(); ++i)
		if (std::holds_alternative<picture_part>(of.frames[i].content))
			frames.push_back(i);
	if (frames.empty())
		return;
	settling drawn([&](std::size_t turn, const grid &cells) {
		count.cells.add_cells(cells.cells.size());
		of.frames[frames[turn]].content = into.add(cells);
	});
	const auto pixels = [&](std::size_t turn) {
		return pixels_of(std::get<picture_part>(of.frames[frames[turn]].content), of.at_most);
	};
	const auto put = [&](std::size_t turn, draft picture) {
		drawn.put(turn, std::move(picture));
		count.add(1);
	};
	put(0, draft_first(of, *pixels(0)));
	for_each_index(
		frames.size() - 1, [&](std::size_t i) { put(i + 1, draft_picture(of, *pixels(i + 1))); }, of.jobs);
}

} // namespace

void draw_pictures(animation &of, const progress &tell) {
	tally count{tell, totals(of.source_name, of.at_most), count_pictures(of)};
	drawings into;
	draw_parts(of, into, count);
	draw_films(of, into, count);
}

} // namespace assetc
