#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Holds the schema of our own format against the compiler: test_schema.py ASSETC PROJECT

What assetc reads the schema allows, and what the schema forbids assetc refuses: in the tests' inputs and the assets, and
at the bounds, defaults and examples of every key.
"""

import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

ASSETC, PROJECT = (pathlib.Path(arg).resolve() for arg in sys.argv[1:3])
SCHEMA = json.loads((PROJECT / "docs/animation.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

# Of what assetc says, that which a schema can know, too; files, sums and what depends on other keys' values it cannot.
STRUCTURE = re.compile(
    r"must be (?!a file)|must not be empty|unknown key|may not be part of|a line break within|no fixed width|not both"
    r"|has no art|has no frames|there is no source|paint belongs|same thing|named by one letter|no name for a device"
    r"|has at most \d+ rows")


def allows(document):
    return VALIDATOR.is_valid(document)


def run(*arguments, **options):
    return subprocess.run([ASSETC, *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace",
                          timeout=60, check=False, **options)


def parse(file):
    """The document in a file, its comments left out; None if it is none."""
    in_string_or_comment = r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/'
    try:
        text = file.read_text(encoding="utf-8-sig")
        return json.loads(re.sub(in_string_or_comment, lambda found: found[1] or " ", text, flags=re.S))
    except ValueError:
        return None


@functools.lru_cache(maxsize=None)
def documents():
    files = [*PROJECT.glob("assets/*.json"), *PROJECT.glob("examples/**/*.json"), *PROJECT.glob("tests/*valid/*/*.json")]
    return {file: document for file in sorted(files) if (document := parse(file)) is not None}


def reads(file):
    return run(file.name, "--format", "native", "--to", "txt", "-o", "-", cwd=file.parent).returncode == 0


def compiled(**members):
    """What assetc writes for a small animation with some keys more; None if it refuses them."""
    document = {"name": "small", "frames": [{"art": ["ab"]}, {"art": ["cd"]}], **members}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "small.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        said = run(file, "-o", "-")
    return said.stdout if said.returncode == 0 else None


def resolved(key):
    """What the schema says of a key, with what it refers to."""
    said = dict(SCHEMA["properties"][key])
    for part in said.pop("allOf", []):
        said = SCHEMA["definitions"][part["$ref"].rpartition("/")[2]] | said
    return said


KEYS = {key: resolved(key) for key in SCHEMA["properties"]}


def known_keys(document):
    """The keys that assetc lists when it meets one that it does not know."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "small.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        said = run(file, "--format", "native").stderr
    return set(re.search("known here: (.*)", said)[1].split(", "))


class Schema(unittest.TestCase):
    def test_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_describes_every_key(self):
        for key, said in (KEYS | SCHEMA["definitions"]["frame"]["properties"]).items():
            self.assertTrue(said.get("description"), key)

    def test_knows_the_keys_that_assetc_knows(self):
        self.assertEqual(set(KEYS), known_keys({"wingspan": 7, "frames": []}))
        self.assertEqual(set(SCHEMA["definitions"]["frame"]["properties"]), known_keys({"frames": [{"wingspan": 7}]}))

    def test_allows_what_assetc_reads(self):
        read = [file for file in documents() if reads(file)]
        self.assertGreater(len(read), 20)
        for file in read:
            with self.subTest(file):
                VALIDATOR.validate(documents()[file])

    def test_forbids_what_assetc_refuses(self):
        refused = 0
        for file, document in documents().items():
            said = file.parent / "stderr"
            if file.parent.parent.name != "invalid" or not said.exists() or (file.parent / "command").exists():
                continue
            error = re.match(rf"{file.name}\S* error: (.*)", said.read_text(encoding="utf-8"))
            if error and STRUCTURE.search(error[1]):
                refused += 1
                self.assertFalse(allows(document), f"{file}: {error[1]}")
        self.assertGreater(refused, 60)

    def test_allows_what_assetc_writes(self):
        for file in PROJECT.glob("assets/*.json"):
            VALIDATOR.validate(json.loads(run(file, "--to", "json", "-o", "-").stdout))

    def test_is_named_by_the_assets(self):
        for file in PROJECT.glob("assets/*.json"):
            named = documents()[file].get("$schema", "")
            self.assertEqual(os.path.normpath(file.parent / named), str(PROJECT / "docs/animation.schema.json"), file)


class Keys(unittest.TestCase):
    def each(self, word):
        for key, said in KEYS.items():
            if word in said:
                with self.subTest(key):
                    yield key, said[word]

    def test_have_the_defaults_that_the_schema_tells(self):
        plain = compiled()
        self.assertIn("small", plain)
        for key, value in self.each("default"):
            self.assertEqual(compiled(**{key: value}), plain)

    def test_take_the_examples_of_the_schema(self):
        for key, examples in self.each("examples"):
            for value in examples:
                self.assertIsNotNone(compiled(**{key: value}), value)

    def beyond(self, key, bound, way):
        step = 1 if KEYS[key]["type"] == "integer" else abs(bound) / 10 or 0.1
        return compiled(**{key: bound + way * step})

    def test_have_the_bounds_that_the_schema_tells(self):
        for key, least in self.each("minimum"):
            self.assertIsNotNone(compiled(**{key: least}), least)
            self.assertIsNone(self.beyond(key, least, -1))
        for key, most in self.each("maximum"):
            self.assertIsNotNone(compiled(**{key: most}), most)
            self.assertIsNone(self.beyond(key, most, 1))

    def test_take_the_words_of_the_schema(self):
        for key, words in self.each("enum"):
            for word in words:
                self.assertIsNotNone(compiled(**{key: word}), word)
            self.assertIsNone(compiled(**{key: "wingspan"}))

    def test_are_of_the_type_that_the_schema_tells(self):
        wrong = {"string": 7, "integer": "7", "number": "7", "boolean": 1, "array": 7, "object": 7}
        for key, kind in self.each("type"):
            self.assertIsNone(compiled(**{key: wrong[kind]}))
            self.assertFalse(allows({"frames": [{"art": ["x"]}], key: wrong[kind]}))

    def test_have_the_patterns_that_the_schema_tells(self):
        alike = {
            "cell_aspect": (["1:10", "10:1", "9:20", "0.5:1.", ".5:1"], ["0:1", "1:0", ".0:1", "1:.", "1.2.3:2", "1"]),
            "glyphs": (["half", "half,ramp: #", "ramp:xxy"], ["ramp:", "ramp:x", "ramp:xx", "ramp:xxx", "half,"]),
        }
        for key, (plain, bad) in alike.items():
            for value in plain + bad:
                document = {"frames": [{"art": ["x"]}], key: value}
                self.assertEqual(allows(document), value in plain, document)
                self.assertEqual(compiled(**{key: value}) is not None, value in plain, document)

    def test_name_colours_alike(self):
        plain = ["red", "bright red", "bright_red", "grey", "#123", "#12aBef", "0", "255", "007", "default"]
        bad = ["Red", "bright grey", "#12", "#1234", "256", "-1", "", "red ", "#", "reds", "on"]
        for color in plain + bad:
            for key, value in (("background", color), ("palette", {"x": color}), ("palette", {"x": f"on {color}"}),
                               ("palette", {"x": f"{color} on blue"}), ("tint", [color])):
                document = {"frames": [{"art": ["x"]}], key: value}
                self.assertEqual(allows(document), color in plain, document)
                self.assertEqual(compiled(**{key: value}) is not None, color in plain, document)


class Reference(unittest.TestCase):
    """docs/format.md, where every key has a heading, what it can be in italics, and an example."""

    def setUp(self):
        self.text = (PROJECT / "docs/format.md").read_text(encoding="utf-8")
        headings = re.split(r"^### (.*)\n", self.text, flags=re.M)
        self.sections = dict(zip(headings[1::2], headings[2::2]))

    def test_tells_of_every_key(self):
        in_frame = (f"frame: {key}" for key in SCHEMA["definitions"]["frame"]["properties"])
        self.assertEqual(set(self.sections), {*KEYS, *in_frame})

    def test_tells_bounds_defaults_and_words(self):
        for key, said in KEYS.items():
            told = re.match(r"\*(.*)\*\n", self.sections[key])
            self.assertTrue(told, key)
            for word in ("minimum", "maximum", "default"):
                if said.get(word, "") != "":
                    value = json.dumps(said[word])
                    self.assertRegex(told[1], rf"(?<![0-9.]){re.escape(value)}(?![0-9.])", f"{key}: {word}")
            for word in said.get("enum", []):
                self.assertIn(f'`"{word}"`', told[1], key)

    def test_has_examples_of_every_key_that_compile(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "frames").mkdir()
            for number in (1, 2, 10):
                (folder / f"{number}.txt").write_text(str(number), encoding="utf-8")
                (folder / "frames" / f"{number}.txt").write_text(str(number), encoding="utf-8")
            shutil.copy(PROJECT / "assets/parrot.png", folder)
            (folder / "vga.psf").write_bytes(b"\x36\x04\x00\x10" + bytes(range(256)) * 16)
            spinners = {"dots": {"interval": 80, "frames": [".", ".."]}, "line": {"interval": 80, "frames": "-/"}}
            (folder / "spinners.json").write_text(json.dumps(spinners), encoding="utf-8")
            for key, section in {"": self.text, **self.sections}.items():
                examples = re.findall(r"^```json\n(.*?)^```", section, flags=re.M | re.S)
                self.assertTrue(examples, key)
                for example in examples:
                    self.assertIn(f'"{key.removeprefix("frame: ")}"' if key else "", example)
                    VALIDATOR.validate(json.loads(example))
                    (folder / "small.json").write_text(example, encoding="utf-8")
                    said = run("small.json", "--to", "txt", "-o", "-", cwd=folder)
                    self.assertEqual(said.returncode, 0, f"{example}\n{said.stderr}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
