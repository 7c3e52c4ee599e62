#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Gives assetc inputs that would take all time or memory: test_bounds.py ASSETC

Each must be refused soon, in little memory, with a word on what allows more. The bounds stand in docs/bounds.md.
"""

import gzip
import json
import os
import pathlib
import random
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

ASSETC = pathlib.Path(sys.argv[1]).resolve()
MIB = 1 << 20
IS_SANITIZED = b"__asan_init" in ASSETC.read_bytes()  # which takes address space, memory and time of its own


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, rows):
    packer = zlib.compressobj(9)
    line = b"\0" * (width + 1)
    packed = b"".join(packer.compress(line) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def gif(frames):
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    control, image = b"\x21\xf9\x04\0\7\0\0\0", b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\2\2\x44\1\0"
    return head + (control + image) * frames + b";"


def stored(data):
    """As a GIF has it: in blocks that tell their length."""
    return b"".join(bytes([len(data[at:at + 255])]) + data[at:at + 255] for at in range(0, len(data), 255)) + b"\0"


def jpeg(width, height, scans, progressive):
    def segment(marker, content):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content

    head = segment(0xdb, b"\0" + b"\1" * 64)
    head += segment(0xc2 if progressive else 0xc0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    head += b"".join(segment(0xc4, kind + b"\1" + b"\0" * 16) for kind in (b"\0", b"\x10"))
    scan = segment(0xda, b"\1\1\0\0" + (b"\0" if progressive else b"\x3f") + b"\0") + b"\0"
    return b"\xff\xd8" + head + scan * scans + b"\xff\xd9"


def gif_beyond_its_canvas(side, images=1):
    """A canvas of one pixel, an image as large, and more of many pixels; what they unpack to is not looked at before
    they are drawn."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    small, large = (b"\x2c" + struct.pack("<HHHHB", 0, 0, pixels, pixels, 0) + b"\2" + stored(b"\x44\1")
                    for pixels in (1, side))
    return head + small + large * images + b";"


def apng(images, palettes):
    pixels, all_palettes = zlib.compress(b"\0\0"), chunk(b"PLTE", b"\0" * 768) * palettes
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0))
    content += chunk(b"acTL", struct.pack(">II", images, 0)) + all_palettes
    for number in range(images):
        content += chunk(b"fcTL", struct.pack(">IIIIIHHBB", number, 1, 1, 0, 0, 7, 100, 0, 0))
        content += chunk(b"fdAT", struct.pack(">I", number) + pixels) if number else chunk(b"IDAT", pixels)
    return content + chunk(b"IEND", b"")


def webp(images):
    def part(kind, content):
        return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)

    pixel = bytes.fromhex("2f00000000078811fd0f4444ff03")
    image = part(b"ANMF", b"\0" * 12 + struct.pack("<I", 100)[:3] + b"\0" + part(b"VP8L", pixel))
    all_parts = b"WEBP" + part(b"VP8X", b"\2" + b"\0" * 9) + part(b"ANIM", b"\0" * 6) + image * images
    return b"RIFF" + struct.pack("<I", len(all_parts)) + all_parts


def cast(events, columns=80, rows=24):
    head = {"version": 2, "width": columns, "height": rows}
    return "\n".join([json.dumps(head), *(json.dumps([number / 100, "o", text]) for number, text in events)]).encode()


def darkdraw(*elements, frames=1):
    lines = [{"type": "frame", "id": number} for number in range(frames)] + [*elements]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def mib_of_a_child():
    """It begins with the most memory that its parent ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 + 1


class Bounds(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def put(self, name, content):
        (self.path / name).write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return name

    def run_assetc(self, *arguments):
        """Its status, what it said, the most memory that it took, in MiB, and seconds."""
        with subprocess.Popen([ASSETC, *arguments, "-o", "out.h"], cwd=self.path, stderr=subprocess.PIPE) as process:
            said = process.stderr.read().decode()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, said, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime

    def refuse(self, arguments, says, hint, most_mib=64, seconds=10):
        status, said, mib, took = self.run_assetc(*arguments)
        self.assertEqual(status, 1, said)
        self.assertIn(says, said)
        self.assertIn(hint, said)
        self.assertFalse((self.path / "out.h").exists())
        if not IS_SANITIZED:
            self.assertLess(mib, max(most_mib, mib_of_a_child()))
            self.assertLess(took, seconds)

    def test_a_drawing_that_is_compared(self):
        """The first by its name: a child begins with the most memory that its parent ever had, and this takes little."""
        self.put("a.png", png(20, 10, 10))
        document = {"columns": 150, "rows": 80, "color": "none", "hold_ms": 70, "frames": ["a.png"]}
        self.expect_memory(self.put("a.json", document), 150 * 80 * 4000)

    def test_file(self):
        with open(self.path / "a.json", "wb") as file:
            file.truncate(1024 * MIB + 1)
        self.refuse(["a.json"], "larger than 1 GiB", "hint: ")

    def test_gzip_bomb(self):
        self.put("a.dur", gzip.compress(b" " * (65 * MIB)))
        self.refuse(["a.dur"], "holds more than 64 MiB", "zcat", 256)

    def test_picture(self):
        self.refuse([self.put("a.png", png(30_000, 30_000, 300))], "30000x30000 pixels, more than 64 million",
                    "make it smaller first")
        self.refuse([self.put("b.png", png(9_000, 9_000, 90))], "more than 64 million", "--max-pixels 81000000")

    def test_png_bomb(self):
        """Whatever its head says of the window that it was packed with, which some decoders do not look at."""
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(bytes(MIB)) for _ in range(200)) + packer.flush()
        for head in (packed[:2], b"\x88\x1c"):
            content = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"IDAT", head + packed[2:])
            self.refuse([self.put("a.png", b"\x89PNG\r\n\x1a\n" + content + chunk(b"IEND", b""))],
                        "unpacks to far more than its pixels need", "it was made to do harm")

    def test_many_large_pictures(self):
        self.put("a.png", png(7_000, 7_000, 7_000))
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": ["a.png"] * 60})],
                    "the pictures have more than 2048 million pixels together", "--max-pixels")

    def test_frames(self):
        self.refuse([self.put("a.gif", gif(1_000_000))], "more than 100000 images", "--max-frames", 128)
        self.put("a.txt", b"a")
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": ["a.txt"] * 100_001})], "more than 100000 frames",
                    "--max-frames", 256)

    def test_films(self):
        """A film keeps its file, whatever little it shows."""
        film = gif(1)[:-1] + b"\x21\xfe" + stored(b"x" * (16 * MIB)) + b";"
        says = "the files of its films have more than 1 GiB together"
        self.put("a.gif", film)
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": ["a.gif"] * 200})], says, "cut it", 1536)
        for number in range(3):
            self.put(f"b{number}.json", {"hold_ms": 70, "frames": ["a.gif"] * 24})
        self.refuse([self.put("c.json", {"source": "b?.json"})], says, "cut it", 1536)
        document = {"default_delay": "1/10", "frames": [{"a.gif": "1/10"}] * 200}
        self.refuse([self.put("d.json", document)], says, "cut it", 1536)

    def test_pixels_of_small_films(self):
        """A few bytes for a canvas, of which one pixel is an image, named again and again."""
        canvas = gif(1).replace(struct.pack("<HH", 1, 1), struct.pack("<HH", 8_000, 8_000), 1)
        self.put("a.gif", canvas)
        self.refuse([self.put("a.json", {"columns": 1, "hold_ms": 70, "frames": ["a.gif"] * 1025})],
                    "its frames have more than 65536 million pixels together", "--max-pixels")

    def test_bytes_of_small_files(self):
        """A pixel, and what no picture needs; packed, so that little is unpacked to much, each time that it is named."""
        picture = png(1, 1, 1)
        self.put("a.png", gzip.compress(picture[:33] + chunk(b"teXt", b"\0" * (4 * MIB)) + picture[33:]))
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": ["a.png"] * 10}), "--max-pixels", "100000"],
                    "with this, more than 25600000 bytes are read", "--max-pixels")

    def test_pictures_of_sources(self):
        """They are not kept until they are drawn."""
        self.put("1.png", png(7_000, 7_000, 7_000))
        for number in range(2, 7):
            self.put(f"{number}.png", (self.path / "1.png").read_bytes())
        self.put("a.json", {"source": "?.png", "columns": 1, "hold_ms": 70})
        self.expect_memory("a.json", 9 * 7_000 * 7_000, options=["--jobs", "1"])

    @unittest.skipUnless(shutil.which("ffmpeg"), "no ffmpeg")
    def test_video(self):
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=size=64x64", "-frames:v", "2", "a.mkv"],
                       cwd=self.path, stdin=subprocess.DEVNULL, check=True)
        self.refuse(["a.mkv", "--max-pixels", "1000"], "pictures of this video have more than 1000 pixels", "--max-pixels")
        self.assertEqual(self.run_assetc("a.mkv", "--max-pixels", "10000")[0], 0)

    def test_scans(self):
        for progressive in (False, True):
            self.refuse([self.put("a.jpg", jpeg(8_000, 8_000, 100, progressive))],
                        "the scans of this JPEG have more than 2048 million pixels together", "--max-pixels")
        self.assertEqual(self.run_assetc(self.put("b.jpg", jpeg(80, 80, 100, True)))[0], 0)

    def test_gif_beyond_its_canvas(self):
        self.refuse([self.put("a.gif", gif_beyond_its_canvas(65535))],
                    "an image of this GIF has 65535x65535 pixels, more than 64 million", "make it smaller")
        self.refuse([self.put("a.gif", gif_beyond_its_canvas(8000, 33))],
                    "the images of this GIF have more than 2048 million pixels together", "--max-pixels")

    def test_palettes(self):
        status, said, mib, took = self.run_assetc(self.put("a.png", apng(2_000, 5_000)), "--columns", "1")
        self.assertEqual(status, 0, said)
        if not IS_SANITIZED:
            self.assertLess(took, 2)

    def test_loop(self):
        """Holds that have more nanoseconds together than 64 bits count."""
        document = {"interval": 3_600_000, "frames": "ab" * 1_500_000}
        self.refuse([self.put("a.json", document), "--max-frames", "10000000"], "longer than 100 years", "--hold", 1536)

    def test_images_of_webp(self):
        self.refuse([self.put("a.webp", webp(30_001))], "more than 30000 images", "cut it", 64, 2)

    def test_frame_size(self):
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": [{"art": ["a"] * 1001}]})], "at most 1000 rows", "")
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": [{"art": ["a" * 1001]}]})], "at most 1000 columns", "")
        self.refuse([self.put("a.cast", cast([(0, "a")], 10_000, 10_000))], "1000", "")

    def test_size_of_text_frames(self):
        """Refused before each line, each glyph and each tab takes what it would on a screen."""
        self.put("rows.txt", b"\n" * 20_000_000)
        self.refuse(["rows.txt"], "at most 1000 rows, this has 20000000", "", 128)
        self.put("columns.txt", "é".encode() + b"a" * 20_000_000)
        self.refuse(["columns.txt"], "at most 1000 columns, one here has 20000001", "break its rows", 128)
        self.put("tabs.txt", b"a\t" * 10_000_000)
        self.refuse(["tabs.txt"], "at most 1000 columns", "break its rows", 128)
        self.put("a.animation", b"!--FRAME--!\na\n!--FRAME--!\nb\n" + b"\n" * 20_000_000)
        self.refuse(["a.animation"], "at most 1000 rows", "", 128)

    def test_cells_of_text_in_another_list(self):
        self.put("a.txt", (b"x" * 1000 + b"\n") * 1000)
        self.refuse([self.put("a.json", {"frames": [{"a.txt": "1/10"}] * 3000})],
                    "more than 100 million cells together", "--max-cells", 512)

    def test_cells_of_text(self):
        """A text of a megabyte, named by a line each time."""
        self.put("a.txt", (b"x" * 1000 + b"\n") * 1000)
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": ["a.txt"] * 3000})],
                    "more than 100 million cells together", "--max-cells", 512)

    def test_sheet_of_frames_beyond_their_canvas(self):
        """Each lies turned in all of the sheet, and shows a pixel of it."""
        self.put("a.png", png(3_000, 3_000, 3_000))
        frame = {"frame": {"x": 0, "y": 0, "w": 3_000, "h": 3_000}, "rotated": True, "trimmed": True, "duration": 100,
                 "spriteSourceSize": {"x": 0, "y": 0, "w": 1, "h": 1}, "sourceSize": {"w": 1, "h": 1}}
        self.put("a.json", {"frames": [frame] * 1_000, "meta": {"image": "a.png"}})
        status, said, mib, took = self.run_assetc("a.json", "--columns", "4", "--jobs", "16")
        self.assertEqual(status, 0, said)
        if not IS_SANITIZED:
            self.assertLess(mib * MIB, 32 * MIB + 15 * 3_000 * 3_000)
            self.assertLess(took, 10)

    def test_cells_of_drawings(self):
        self.put("a.png", png(1, 1, 1))
        self.refuse([self.put("a.json", {"hold_ms": 70, "columns": 1000, "rows": 1000, "frames": ["a.png"] * 5000})],
                    "more than 100 million cells together", "--max-cells")
        self.refuse([self.put("a.json", {"hold_ms": 70, "columns": 1000, "frames": ["a.png"] * 5000})],
                    "more than 100 million cells together", "--max-cells")

    def test_tall_picture(self):
        """A kilobyte that would become a grid of a terabyte."""
        self.refuse([self.put("a.png", png(1, 60_000, 60_000)), "--columns", "1000"],
                    "drawn with 1000 columns this picture has 30000000 rows, a frame at most 1000", "--rows")

    def test_sides(self):
        """A row of which the numbers would take more than the picture."""
        self.put("a.ppm", b"P6 16000000 1 255\n" + bytes(3 * 16_000_000))
        self.refuse(["a.ppm", "--columns", "1000", "--rows", "1"], "more than 65535 a side", "cut it into pieces", 128)

    def test_memory_for_the_longest_sides(self):
        for width, height, columns, rows in ((65_535, 100, 1, 1), (65_535, 100, 1000, 1), (100, 65_535, 1, 1000)):
            self.put("a.png", png(width, height, height))
            options = ["--columns", str(columns), "--rows", str(rows), "--color", "rgb"]
            self.expect_memory("a.png", 15 * width * height, options=options)

    def test_cells_of_screens(self):
        events = [(number, f"\033[2J\033[H{number}") for number in range(200)]
        self.refuse([self.put("a.cast", cast(events, 1000, 1000)), "--max-cells", "1000000"],
                    "its screens have more than 10 million cells together", "--max-cells, now 1000000", 128)

    def test_cells_of_one_size(self):
        """Small frames are padded to the size of the largest."""
        self.put("large.txt", (b"x" * 1000 + b"\n") * 1000)
        self.put("a.txt", b"a")
        self.refuse([self.put("a.json", {"hold_ms": 70, "frames": ["large.txt"] + ["a.txt"] * 2000})],
                    "more than 1000 million cells together", "--max-cells")

    def test_cells_of_blank_drawings(self):
        """Each of a few bytes, refused before it is drawn."""
        movie = {"formatVersion": 7, "columns": 1000, "lines": 1000, "framerate": 10, "frames": [{"contents": []}] * 20_000}
        says = "more than 1000 million cells together"
        self.refuse([self.put("a.dur", {"DurMovie": movie})], says, "--max-cells", 64, 2)
        self.refuse([self.put("a.ddw", b'{"x":999,"y":999,"text":"a"}\n' + b'{"type":"frame","id":"a"}\n' * 20_000)], says,
                    "--max-cells", 64, 2)

    def test_painted(self):
        """References and frames paint a text many times, wherever its glyphs are not seen, and with all of its marks."""
        says = "counts for more than 100 million characters together"
        text = {"x": -1_000_000, "y": 0, "text": "a" * 1_000_000}
        self.refuse([self.put("a.ddw", darkdraw(text, frames=1_000))], says, "frame by frame", 64, 2)
        group = {"type": "group", "id": "g", "frame": "-", "rows": [{"text": "e" + "\u0301" * 100_000}]}
        references = [{"type": "ref", "ref": "g", "x": column} for column in range(900)]
        self.refuse([self.put("b.ddw", darkdraw(group, *references))], says, "frame by frame", 64, 2)

    def test_names(self):
        """Of each folder in it there would be a copy."""
        name = "a/" * 5_000_000
        for document in ({"source": name}, {"frames": [name]}, {"frames": [{name: "1/10"}]}):
            self.refuse([self.put("a.json", document)], "is longer than any file's name", "4096", 512)

    def test_page_of_many_colours(self):
        """Each glyph is an element of its own: what ends one is escaped all over the page."""
        inks = ["#%06x" % (number * 0x10101) for number in range(26)]
        palette = {chr(97 + number): ink for number, ink in enumerate(inks)}
        rows = ["".join(chr(97 + (row + column) % 26) for column in range(500)) for row in range(500)]
        document = {"hold_ms": 70, "palette": palette, "frames": [{"art": ["x" * 500] * 500, "paint": rows}]}
        status, said, _, took = self.run_assetc(self.put("a.json", document), "--to", "html")
        self.assertEqual(status, 0, said)
        if not IS_SANITIZED:
            self.assertLess(took, 10)

    def test_table(self):
        self.put("a.json", {"hold_ms": 70, "frames": [{"art": ["x" * 80] * 24}, {"art": ["y" * 80] * 24}]})
        self.refuse(["a.json", "--max-table", "1000"], "more than 1000 bytes", "--max-table")
        self.refuse(["a.json", "--max-table", "1000", "--update", "changes"], "more than 1000 bytes", "--max-table")
        self.assertEqual(self.run_assetc("a.json", "--max-table", "6000")[0], 0)

    def test_json(self):
        self.refuse([self.put("a.json", b'{"frames":' + b"[" * 100_000)], "nested deeper than 100", "hint: ")
        self.refuse([self.put("b.json", b'{"frames":[' + b"0," * 20_000_000 + b"0]}")], "more than 20000000 values",
                    "hint: ", 1024, 20)

    def expect_memory(self, name, at_most, status_is=0, options=(), seconds=None):
        status, said, mib, took = self.run_assetc(name, *options)
        self.assertEqual(status, status_is, said)
        if not IS_SANITIZED:
            self.assertLess(mib, max(32 + at_most / MIB, mib_of_a_child()), said)
            if seconds is not None:
                self.assertLess(took, seconds, said)

    def test_memory_for_json(self):
        for value in (b'""', b"[" * 90 + b"]" * 90, b'{"":0}'):
            content = b'{"hold_ms":70,"frames":[' + (value + b",") * (6 * MIB // len(value + b",")) + b"0]}"
            self.expect_memory(self.put("a.json", content), 40 * len(content), 1)

    def test_memory_for_references(self):
        """What is long stands in the file once, and is shown many times."""
        def referred_to(count, **group):
            return darkdraw({"type": "group", "id": "g", **group}, *[{"type": "ref", "ref": "g"}] * count)

        groups = [{"type": "group", "id": 0, "frame": "-", "rows": [{"text": "e\u0301" * 990}]}]
        for number in range(3):
            rows = [{"type": "ref", "ref": number}] * 17
            groups.append({"type": "group", "id": number + 1, "frame": "-", "rows": rows})
        long = "u " * 500_000
        for content, status in (
                (darkdraw(*groups, {"type": "ref", "ref": 3}), 0),
                (referred_to(400, rows=[{"x": -199_999, "text": "a" * 200_000}]), 0),
                (referred_to(100, rows=[{"text": "a", "color": long}]), 0),
                (darkdraw({"type": "group", "frame": long, "rows": [{"text": "a"}] * 300}), 0),
                (darkdraw({"text": "a", "frame": long}, {"type": "ref", "ref": long}), 1)):
            self.expect_memory(self.put("a.ddw", content), 40 * len(content), status, seconds=2)

    def test_memory_for_lines(self):
        """Of a line only what it shows is kept, and not the name of its file each time."""
        for content in (darkdraw() + b"{}\n" * 1_000_000, darkdraw({"type": "group", "rows": [{}] * 500_000})):
            self.put("a.ddw", content)
            self.put("a.json", {"source": "./" * 2_000 + "a.ddw"})
            self.expect_memory("a.json", 40 * len(content), seconds=4)
        content = darkdraw({"type": "group", "rows": [{"text": "a"}] * 200_000})
        self.expect_memory(self.put("a.ddw", content), 40 * len(content), 1, seconds=4)

    def test_memory_for_blank_frames(self):
        movie = {"formatVersion": 7, "columns": 1, "lines": 1000, "framerate": 10, "frames": [{"contents": []}] * 50_000}
        self.expect_memory(self.put("a.dur", {"DurMovie": movie}), 40 * len(json.dumps(movie)))

    def test_memory_for_text(self):
        """Art of which no two frames are alike."""
        dice = random.Random(1)
        visible = bytes(33 + code % 90 for code in range(256))
        frames = [b"\n".join(dice.randbytes(80).translate(visible) for _ in range(24)) for _ in range(10_000)]
        content = b"description: x\n" + b"\n".join(b"!--FRAME--!\n" + art for art in frames)
        self.expect_memory(self.put("a.animation", content), 6 * len(content))

    def test_memory_for_pictures(self):
        content = png(7_000, 7_000, 7_000)
        self.expect_memory(self.put("a.png", content), 9 * 7_000 * 7_000 + len(content))

    def test_memory_for_fine_pictures(self):
        """Interlaced, of 16 bits a sample: four take a GiB."""
        head = struct.pack(">IIBBBBB", 3_000, 3_000, 16, 6, 0, 0, 1)
        packer = zlib.compressobj(1)
        packed = b"".join(packer.compress(b"\0" * (8 * 3_000 + 4)) for _ in range(3_007)) + packer.flush()
        content = chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
        self.put("a.png", b"\x89PNG\r\n\x1a\n" + content)
        self.put("a.json", {"hold_ms": 70, "columns": 2, "frames": ["a.png"] * 9})
        self.expect_memory("a.json", 1024 * MIB, options=["--jobs", "8"])

    def test_memory_for_drawings(self):
        """Those that would take more than 1 GiB together are drawn after one another."""
        self.put("a.png", png(20, 10, 10))
        for colors, bytes_a_cell in (("none", 1300), ("rgb", 2700)):
            document = {"hold_ms": 70, "columns": 600, "rows": 500, "color": colors, "glyphs": "blocks",
                        "frames": ["a.png"] * 2}
            self.expect_memory(self.put("a.json", document), 600 * 500 * bytes_a_cell)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
