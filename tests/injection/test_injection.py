#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Gives assetc texts that try to be more than text: test_injection.py ASSETC

Wherever they stand, in names of files, titles, keys or options, what assetc says to a terminal is printable text, and
what it writes for other programs is what they take for text. What frames send is looked at by tests/terminal; headers
and packages by assetc/emit_header_test.cpp and tests/package.
"""

import html.parser
import json
import os
import pathlib
import pty
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree

ASSETC = pathlib.Path(sys.argv[1]).resolve()
PIECES = ["\x1b]0;title\x07", "\x1b[2J", "\x1bP1$r\x1b\\", "\x9b31m", "\x9d0;a\x9c", "\x1b[6n", "\x05", "\r", "\n", "\b", "\t",
          "\x7f", "\u202e", "\u2066", "\u2028", "\u200f", "\ufeff", "\"", "'", "\\", "*/", "/*", "??/", "??)", "%s%n",
          "$(touch run)", "`touch run`", "</title><script>alert(1)</script>", "]]>", "-->", "&amp;", "\u00e9", "\U0001f99c", "parrot"]
MARKS = re.compile(r"\x1b\[(1|1;31|1;35|)m|\r\n|\r[^\r\n]*\r|\n")  # the colours of errors, line ends, the bar and its end


def nasty_texts(count):
    chosen = random.Random(1)
    return [*PIECES, *("".join(chosen.choices(PIECES, k=6)) for _ in range(count)), "".join(PIECES), "\x1b]0;" + "x" * 5000]


def forbidden(text):
    """What a terminal might act on."""
    for character in MARKS.sub("", text):
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in (
                "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI") or character in "\u200e\u200f\u061c":
            return repr(character)
    return ""


class Scripts(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.scripts, self.titles = 0, 0

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.titles += tag == "title"


class Injection(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.assertFalse((self.path / "run").exists(), "a shell ran it")

    def put(self, name, document):
        (self.path / name).write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8",
                                      errors="surrogatepass", newline="")
        return name

    def run_assetc(self, *arguments):
        result = subprocess.run([ASSETC, *arguments], cwd=self.path, capture_output=True, check=False, timeout=60)
        self.assertIn(result.returncode, (0, 1, 2), result.stderr)
        return result

    def check_said(self, *arguments):
        """All that is said is text, and UTF-8."""
        result = self.run_assetc(*arguments)
        for said in (result.stdout, result.stderr):
            self.assertEqual(forbidden(said.decode("utf-8")), "", said)
        return result

    def check_said_on_terminal(self, *arguments):
        controller, terminal = pty.openpty()
        with subprocess.Popen([ASSETC, *arguments], cwd=self.path, stdin=terminal, stdout=terminal, stderr=terminal):
            os.close(terminal)
            said = b""
            try:
                while more := os.read(controller, 1 << 16):
                    said += more
            except OSError:
                pass
        os.close(controller)
        self.assertEqual(forbidden(said.decode("utf-8")), "", said)

    def test_names_of_files(self):
        art = {"hold_ms": 70, "frames": [{"art": ["a"]}, {"art": ["b" * 90]}]}
        for text in [text.replace("/", "_")[:200] for text in nasty_texts(6)]:
            for content in (art, "{ \"frames\": ["):
                file = self.put(f"{text}.json", content)
                with self.subTest(file=file):
                    for options in ([], ["--info"], ["-o", f"{text}.svg"], ["--to", "cast"]):
                        self.check_said(file, "--name", "a", *options)
                    self.check_said(file)
                    self.check_said(f"{file}.gone")
                    self.check_said(file, "-o", f"{text}.none")
            self.check_said_on_terminal(f"{text}.json", "--name", "a")

    def test_file_names_that_are_no_text(self):
        for name in (b"\xff\x1b]0;a\x07", b"\x9b2J", b"\xc2\xc2", b"\xed\xa0\x80"):
            (self.path / os.fsdecode(name)).write_text("a")
            for options in ([], ["--info"], ["--name", "a"], ["-o", os.fsdecode(name + b".h"), "--name", "a"]):
                self.check_said(os.fsdecode(name), *options)

    def test_options(self):
        self.put("a.json", {"frames": [{"art": ["a"]}]})
        for text in nasty_texts(10):
            for option in ("--name", "--to", "--color", "--columns", "--glyphs", "--background", "--pick", "--font", "--format",
                           "--frame", "--crop", text, f"--{text}"):
                with self.subTest(option=option, text=text):
                    self.check_said("a.json", option, text)

    def test_documents(self):
        """Keys, values and art; errors quote them."""
        for text in nasty_texts(6):
            for document in ({text: 1}, {"frames": [{"art": [text]}], "hold_ms": 70}, {"frames": [text]}, {"source": text},
                             {"name": text, "frames": [{"art": ["a"]}]}, {"palette": {text: text}, "frames": []},
                             {"hold_ms": text}, {"frames": [{text: text}]}):
                with self.subTest(document=document):
                    self.check_said(self.put("a.json", document), "-o", "a.h")

    def titled(self, text):
        """The same animation in formats that have a title."""
        yield self.put("a.json", {"title": text, "author": text, "license": text, "frames": [{"art": ["a"]}]})
        yield self.put("a.cast", json.dumps({"version": 2, "width": 9, "height": 2, "title": text}) + '\n[0, "o", "a"]\n')

    def test_titles(self):
        for text in nasty_texts(6):
            for file in self.titled(text):
                with self.subTest(file=file, text=text):
                    if self.check_said(file, "--info").returncode != 0:
                        continue
                    self.check_svg(file)
                    self.check_html(file)
                    self.check_cast(file)
                    json.loads(self.run_assetc(file, "--to", "json", "-o", "-").stdout)

    def check_svg(self, file):
        tree = xml.etree.ElementTree.fromstring(self.run_assetc(file, "--to", "svg", "-o", "-").stdout)
        self.assertFalse([found for found in tree.iter() if "script" in found.tag])

    def check_html(self, file):
        page, plain = Scripts(), Scripts()
        page.feed(self.run_assetc(file, "--to", "html", "-o", "-").stdout.decode())
        self.put("plain.json", {"title": "parrot", "frames": [{"art": ["a"]}]})
        plain.feed(self.run_assetc("plain.json", "--to", "html", "-o", "-").stdout.decode())
        self.assertEqual((page.scripts, page.titles), (plain.scripts, plain.titles))

    def check_cast(self, file):
        head = self.run_assetc(file, "--to", "cast", "-o", "-").stdout.decode().split("\n", maxsplit=1)[0]
        self.assertEqual(forbidden(json.loads(head).get("title", "")), "")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
