// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw_pictures.h"

#include "draw.h"
#include "mirror.h"
#include "parallel.h"
#include "settling.h"
#include "strip.h"
#include "workload.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>

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

const film_picture *film_of(const frame &shown) {
	return std::get_if<film_picture>(&shown.content);
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

	// Enough for no thread to wait, unless one picture takes far longer than others.
	std::size_t most_ahead() const { return std::size_t{4} * threads; }

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
	settling drawn([&](std::size_t turn, const grid &cells) { on.put(cells, *frames_of[turn]); }, on.most_ahead());
	const auto put = [&](std::size_t turn, const std::function<draft()> &make) {
		drawn.put(turn, make);
		on.count(frames_of[turn]->size());
	};
	put(0, [&] { return draft_first(on.of, screen.take().pixels); });
	const auto draw_next = [&](std::size_t) {
		const auto taken = screen.take();
		put(taken.turn, [&] { return draft_picture(on.of, taken.pixels); });
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
	settling drawn([&](std::size_t turn, const grid &cells) { on.put(cells, {frames[turn]}); }, on.most_ahead());
	const auto pixels = [&](std::size_t turn) {
		return pixels_of(std::get<picture_part>(on.of.frames[frames[turn]].content), on.of.at_most);
	};
	const auto put = [&](std::size_t turn, const std::function<draft()> &make) {
		drawn.put(turn, make);
		on.count(1);
	};
	put(0, [&] { return draft_first(on.of, *pixels(0)); });
	const auto draw_one = [&](std::size_t i) { put(i + 1, [&] { return draft_picture(on.of, *pixels(i + 1)); }); };
	for_each_index(frames.size() - 1, draw_one, on.threads);
}

} // namespace

void draw_pictures(animation &of, const progress &tell) {
	const auto all = survey(of, settings_of(of));
	drawing_board on{of, all, threads_for(all, of.jobs), tell};
	draw_parts(on);
	draw_films(on);
}

} // namespace assetc
