#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Opens what assetc exports in a headless Chromium: test_exports.py ASSETC GALLERY.html ASSET.json...

Every frame of an SVG picture and of an HTML page has to show the text that `-o x.txt --frame N`
writes, at its time; the page has to pause, and to stand still for who asks for little motion.
The gallery has to show a picture of every asset.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

# What is drawn as shapes, not as text: halves, eighths, quadrants, sextants.
BLOCKS = re.compile("[\u2580-\u2590\u2594-\u259f\U0001fb00-\U0001fb3b]")

# The text that lies within the picture, by column and row. A cell is 6 by 12 units, the margin 10.
READ_CELLS = """
const svg = document.querySelector("svg"), box = svg.getBoundingClientRect();
const unit = box.width / svg.viewBox.baseVal.width, found = [];
for (const text of svg.querySelectorAll("text")) {
  const at = text.getBoundingClientRect(), middle = (at.top + at.bottom) / 2;
  if (middle > box.top && middle < box.bottom)
    found.push([Math.round(((at.left - box.left) / unit - 10) / 6),
                Math.floor(((middle - box.top) / unit - 10) / 12), text.textContent]);
}
return found;
"""

# Notes when the page paints another frame, and which.
WATCH = """
window.seen = [];
new MutationObserver(() => window.seen.push([performance.now(), frame])).observe(stage, {childList: true});
"""


def start_browser():
    options = Options()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=900,900"):
        options.add_argument(flag)
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


class Asset:
    """An animation, its exports, and what each frame has to look like."""

    def __init__(self, assetc, source, folder):
        self.name = pathlib.Path(source).stem
        self.assetc, self.source, self.folder = assetc, source, folder
        self.svg, self.html = self.export("svg"), self.export("html")
        described = json.loads(self.export("json").read_text())
        self.holds = [frame.get("hold_ms", described.get("hold_ms")) for frame in described["frames"]]
        self.frames = [self.text_of(number) for number in range(len(self.holds))]

    def export(self, kind, *options):
        path = self.folder / f"{self.name}.{kind}"
        subprocess.run([self.assetc, self.source, "-o", path, *options], check=True, stderr=subprocess.DEVNULL)
        return path

    def text_of(self, number):
        text = self.export("txt", "--frame", str(number), "--color", "none").read_text()
        return [BLOCKS.sub(" ", row).rstrip() for row in text.splitlines()]


def shown(browser, rows):
    """The text on the browser's screen, as rows."""
    grid = [[] for _ in range(rows)]
    for column, row, text in browser.execute_script(READ_CELLS):
        line = grid[row]
        line.extend(" " * (column + len(text) - len(line)))
        line[column:column + len(text)] = text.replace("\u00a0", " ")
    return ["".join(line).rstrip() for line in grid]


def check(what, right, detail=""):
    print(f"{'pass' if right else 'FAIL'}  {what}" + ("" if right else f": {detail}"), flush=True)
    return right


def check_picture(browser, asset):
    browser.get(asset.svg.as_uri())
    elapsed, wrong = 0.0, []
    for number, hold in enumerate(asset.holds):
        browser.execute_script("const [play] = document.getAnimations(); play.pause(); play.currentTime = arguments[0]",
                               elapsed + hold / 2)
        if shown(browser, len(asset.frames[number])) != asset.frames[number]:
            wrong.append(number)
        elapsed += hold
    moving = browser.execute_script("return document.getAnimations()[0].effect.getTiming().duration")
    yield check(f"{asset.name}.svg: each of {len(asset.holds)} frames in its time", not wrong, f"frames {wrong} differ")
    yield check(f"{asset.name}.svg: one loop takes as long as the holds", abs(moving - elapsed) < 0.01,
                f"{moving} ms, not {elapsed}")


def check_frames(browser, asset):
    wrong = []
    for number, wanted in enumerate(asset.frames):
        browser.execute_script("play(false); show(arguments[0])", number)
        if shown(browser, len(wanted)) != wanted:
            wrong.append(number)
    yield check(f"{asset.name}.html: each of {len(asset.frames)} frames", not wrong, f"frames {wrong} differ")


def check_tempo(browser, asset):
    browser.get(asset.html.as_uri())
    browser.execute_script(WATCH)
    loop = sum(asset.holds)
    time.sleep(3 * loop / 1000 + 1)
    seen = browser.execute_script("return seen")
    starts = [when for when, frame in seen if frame == seen[0][1]]
    took = (starts[-1] - starts[0]) / (len(starts) - 1)
    # Frames are painted when the screen is: up to 1/60 s late, and later on a busy machine.
    yield check(f"{asset.name}.html: the tempo", abs(took - loop) < 0.05 * loop, f"a loop takes {took} ms, not {loop}")


def check_pause(browser, asset):
    browser.find_element(By.TAG_NAME, "button").click()
    before = browser.execute_script("return [frame, document.querySelector('button').textContent]")
    time.sleep(2 * max(asset.holds) / 1000)
    after = browser.execute_script("return [frame, document.querySelector('button').textContent]")
    yield check(f"{asset.name}.html: pauses", before == after and after[1] == "Play", f"{before}, then {after}")


def check_reduced_motion(browser, asset):
    def prefer(what):
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                {"features": [{"name": "prefers-reduced-motion", "value": what}]})

    prefer("reduce")
    browser.get(asset.html.as_uri())
    yield check(f"{asset.name}.html: little motion is honoured", browser.execute_script("return !playing"), "it plays")
    browser.get(asset.svg.as_uri())
    moving = browser.execute_script("return document.getAnimations().length")
    yield check(f"{asset.name}.svg: little motion is honoured", moving == 0, "it plays")
    prefer("no-preference")


def check_gallery(browser, page, count):
    browser.get(pathlib.Path(page).resolve().as_uri())
    widths = browser.execute_script("return [...document.images].map(image => image.complete && image.naturalWidth)")
    yield check("the gallery shows every asset", len(widths) == count and all(widths), f"widths {widths}")


def main():
    assetc, gallery, *sources = sys.argv[1:]
    results = []
    browser = start_browser()
    try:
        with tempfile.TemporaryDirectory() as folder:
            for source in sources:
                asset = Asset(assetc, source, pathlib.Path(folder))
                for part in (check_picture, check_tempo, check_pause, check_frames, check_reduced_motion):
                    results.extend(part(browser, asset))
        results.extend(check_gallery(browser, gallery, len(sources)))
    finally:
        browser.quit()
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(not results or False in results)


main()
