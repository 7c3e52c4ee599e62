// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "write_html.h"

#include "drawing.h"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace assetc {

namespace {

constexpr std::string_view style = R"(<style>
html { height: 100%; background: #16161a; color: #888; font: 14px system-ui, sans-serif }
body { min-height: 100%; margin: 0; display: flex; flex-direction: column; gap: 1em; align-items: center; justify-content: center }
svg { max-width: 96vw; max-height: 86vh; cursor: pointer }
button { all: unset; cursor: pointer; padding: .3em .8em; border-radius: 4px }
button:hover, button:focus-visible { background: #333; color: #fff }
</style>
)";

// Frames are due at absolute times, so that the tempo does not drift; after a pause, or in a window that was
// hidden, play goes on from now.
constexpr std::string_view script = R"js(
const stage = document.getElementById("stage"), button = document.querySelector("button");
let frame = 0, played = 0, due = 0, playing = false;
function show(next) {
  frame = (next + order.length) % order.length;
  stage.innerHTML = pictures[order[frame]];
}
function tick(now) {
  if (!playing) return;
  let next = frame;
  while (now >= due) {
    if (next + 1 === order.length && loops && ++played === loops) { played = 0; show(next); return play(false); }
    next = (next + 1) % order.length;
    due = now > due + holds[next] ? now + holds[next] : due + holds[next];
  }
  if (next !== frame) show(next);
  requestAnimationFrame(tick);
}
function play(on) {
  playing = on && order.length > 1;
  button.textContent = playing ? "Pause" : "Play";
  if (!playing) return;
  due = performance.now() + holds[frame];
  requestAnimationFrame(tick);
}
function step(by) { play(false); show(frame + by); }
button.onclick = stage.parentNode.onclick = () => play(!playing);
onkeydown = (event) => {
  if (event.key === " ") { event.preventDefault(); play(!playing); }
  else if (event.key === "ArrowLeft") step(-1);
  else if (event.key === "ArrowRight") step(1);
};
button.hidden = order.length < 2;
play(!matchMedia("(prefers-reduced-motion: reduce)").matches);
)js";

void write_opening(const reel &from, const byte_sink &out) {
	const auto width = drawing_width(from), height = drawing_height(from);
	out("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width\">\n");
	out("<title>" + markup_escaped(title_of(from)) + "</title>\n");
	if (!from.author.empty())
		out("<meta name=\"author\" content=\"" + attribute_escaped(from.author) + "\">\n");
	out(style);
	out("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width * 3 / 2) + "\" height=\"" +
	    std::to_string(height * 3 / 2) + "\" viewBox=\"0 0 " + std::to_string(width) + " " +
	    std::to_string(height) + "\" role=\"img\" aria-label=\"" + attribute_escaped(title_of(from)) + "\" " +
	    std::string(drawing_style) + ">");
	out(draw_screen(from) + "<g id=\"stage\">");
}

// Text for a string in a script: nothing in it may end the script.
std::string script_text(const std::string &markup) {
	const auto text = nlohmann::json(markup).dump();
	std::string safe;
	safe.reserve(text.size() + text.size() / 16);
	for (const char c : text) {
		if (c == '/' && safe.ends_with('<'))
			safe += '\\';
		safe += c;
	}
	return safe;
}

std::vector<std::size_t> write_pictures(const reel &from, const byte_sink &out) {
	std::unordered_map<std::string, std::size_t> places;
	std::vector<std::size_t> order;
	out("const pictures = [\n");
	for (std::size_t i = 0; i < from.frames(); ++i) {
		const auto [found, is_new] = places.emplace(draw_cells(from.at(i), margin, margin), places.size());
		order.push_back(found->second);
		if (is_new)
			out(script_text(found->first) + ",\n");
	}
	out("];\n");
	return order;
}

void write_times(const reel &from, const std::vector<std::size_t> &order, const byte_sink &out) {
	std::vector<double> holds_ms;
	for (const auto us : from.holds_us)
		holds_ms.push_back(us / 1000.0);
	out("const order = " + nlohmann::json(order).dump() + ";\n");
	out("const holds = " + nlohmann::json(holds_ms).dump() + ";\n");
	out("const loops = " + std::to_string(from.loops) + ";");
}

} // namespace

void write_html(const reel &from, const byte_sink &out) {
	write_opening(from, out);
	out(draw_cells(from.at(0), margin, margin));
	out("</g></svg>\n<button type=\"button\" hidden>Pause</button>\n<script>\n\"use strict\";\n");
	const auto order = write_pictures(from, out);
	write_times(from, order, out);
	out(script);
	out("</script>\n</html>\n");
}

} // namespace assetc
