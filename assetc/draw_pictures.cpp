// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw_pictures.h"

#include "draw.h"
#include "mirror.h"
#include "stations.h"
#include "strip.h"
#include "workload.h"

#include <algorithm>
#include <map>
#include <utility>

namespace assetc {

namespace {

// Which frames show which picture of a film, by its number: each is one frame's, or no frame's or of several where the
// order was changed.
using showings = std::map<std::size_t, std::vector<std::size_t>>;

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
	std::size_t done = 0;
	std::shared_ptr<strip> drawn = std::make_shared<strip>(); // packed, since grids would take more than all else

	void put(const grid &cells, const std::vector<std::size_t> &frames) {
		drawn->add_frame(cells);
		for (const auto frame : frames)
			of.frames[frame].content = strip_frame{drawn, drawn->frames() - 1, true};
		done += frames.size();
		if (tell)
			tell(done, all.pictures);
	}

	// Enough for no thread to wait, unless one picture takes far longer than others.
	std::size_t most_under_way() const { return std::size_t{2} * threads; }
};

// Where drafts come from, by their numbers: what may be done of each by several threads at once, if anything; and then
// the draft, in order. And the frames that show it.
struct draft_source {
	std::size_t count;
	std::function<void(std::size_t)> prepare;
	std::function<draft(std::size_t)> begin;
	std::function<std::vector<std::size_t>(std::size_t)> frames;
};

void draw(drawing_board &on, const draft_source &from) {
	std::vector<draft> drafts(on.most_under_way());
	const auto at = [&](std::size_t number) -> draft & { return drafts[number % drafts.size()]; };
	levels_before levels;
	draft before;
	const auto begin = [&](std::size_t number) {
		at(number) = from.begin(number);
		keep_levels(at(number), levels);
	};
	const auto end = [&](std::size_t number) {
		finish(at(number), before);
		before = std::exchange(at(number), {});
		on.put(before.cells, from.frames(number));
	};
	std::vector<station> stations;
	if (from.prepare)
		stations.push_back({from.prepare});
	stations.push_back({begin, true});
	stations.push_back({[&](std::size_t number) { work_out(at(number)); }});
	stations.push_back({end, true});
	run(stations, from.count, drafts.size(), on.threads);
}

// The first of all decides how the tones of the others are drawn.
draft first_decides(animation &of, draft made) {
	of.drawing.recipe = made.recipe;
	return made;
}

// Goes through a film, picture by picture, and makes drafts of those that are asked for.
struct film_reader {
	std::function<void(std::size_t)> prepare; // see projector_of
	std::function<void()> advance;
	std::function<draft()> make;
};

film_reader read_pixels(const animation &of, const film &shown) {
	const auto show = shown.open();
	const auto last = std::make_shared<const picture *>(nullptr);
	return {show.prepare, [=] { *last = &show(); }, [=, &of] { return draft_picture(of, **last); }};
}

film_reader read_brightness(const animation &of, const film &shown) {
	const auto settings = settings_of(of);
	const picture_size pixels = {shown.width, shown.height};
	const grid_size size = fit(pixels, settings);
	const auto show = shown.open_bright(appearance(settings.background, {}));
	const auto sampler =
		std::make_shared<brightness_sampler>(pixels, size.columns * samples_across, size.rows * samples_down);
	const auto last = std::make_shared<const level_plane *>(nullptr);
	const auto advance = [=] {
		const bright_picture &next = show();
		*last = &sampler->sample(next.light, next.changed);
	};
	return {show.prepare, advance, [=, &of] { return make_draft(**last, settings_of(of)); }};
}

film_reader reader_of(const animation &of, const film &shown) {
	const auto settings = settings_of(of);
	const bool is_plain = settings.colors == color_depth::none && settings.crop.width == 0 &&
			      of.when.flip.value_or(mirroring::none) == mirroring::none;
	return is_plain && shown.open_bright ? read_brightness(of, shown) : read_pixels(of, shown);
}

void draw_film(drawing_board &on, const film &shown, const showings &asked) {
	const auto reader = reader_of(on.of, shown);
	const std::vector<showings::value_type> wanted(asked.begin(), asked.end());
	draft_source from = {wanted.size(), nullptr, nullptr, nullptr};
	if (reader.prepare)
		from.prepare = [&](std::size_t turn) { reader.prepare(wanted[turn].first); };
	from.begin = [&, composed = std::size_t{0}](std::size_t turn) mutable {
		for (; composed <= wanted[turn].first; ++composed)
			reader.advance();
		return first_decides(on.of, reader.make());
	};
	from.frames = [&](std::size_t turn) { return wanted[turn].second; };
	draw(on, from);
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
	const auto make = [&](std::size_t turn) {
		return draft_picture(
			on.of, *pixels_of(std::get<picture_part>(on.of.frames[frames[turn]].content), on.of.at_most));
	};
	std::vector<draft> made(on.most_under_way());
	made[0] = first_decides(on.of, make(0));
	draft_source from = {frames.size(), nullptr, nullptr, nullptr};
	from.prepare = [&](std::size_t turn) {
		if (turn > 0)
			made[turn % made.size()] = make(turn);
	};
	from.begin = [&](std::size_t turn) { return std::exchange(made[turn % made.size()], {}); };
	from.frames = [&](std::size_t turn) { return std::vector{frames[turn]}; };
	draw(on, from);
}

} // namespace

void draw_pictures(animation &of, const progress &tell) {
	const auto all = survey(of, settings_of(of));
	of.drawing.retouched &= all.pictures == 1; // in a film each would take as long as a hundred others
	of.drawing.jobs = of.jobs;
	drawing_board on{of, all, threads_for(all, of.jobs), tell};
	draw_parts(on);
	draw_films(on);
}

} // namespace assetc
