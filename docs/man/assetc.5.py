#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Prints the manual page of our own format, from its schema: docs/man/assetc.5.py > docs/man/assetc.5"""

import json
import pathlib

OPENING = r""".\" SPDX-License-Identifier: GPL-2.0-or-later
.\" SPDX-FileCopyrightText: the knock-out authors
.\" Made by assetc.5.py from animation.schema.json: change that.
.Dd November 23, 2026
.Dt ASSETC 5
.Os knock-out
.Sh NAME
.Nm assetc
.Nd animations that a person can write
.Sh DESCRIPTION
An animation is a JSON document, with comments if need be
.Pq // and /* */ .
It has its frames in it, or says where they are; files are looked for beside it.
Anything that is not understood is an error.
Most keys are options of
.Xr assetc 1 ,
too, with
.Sq -
for
.Sq _ ;
what the command line says comes first.
"""

CLOSING = r""".Sh EXAMPLES
Two frames, in colour:
.Bd -literal
{
  "hold_ms": 250,
  "palette": { "g": "bright green" },
  "frames": [
    { "art": ["  o  ", " /|\e "], "paint": ["  g"] },
    { "art": [" \eo/ ", "  |  "], "paint": ["  g"], "hold_ms": 500 }
  ]
}
.Ed
.Pp
Ten pictures that stand in one file:
.Bd -literal
{ "source": "parrot.png", "grid": "10x1", "columns": 50, "hold_ms": 70 }
.Ed
.Sh SEE ALSO
.Xr assetc 1 ,
.Xr parrot 4
"""


def escaped(text):
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return ("\\&" if text[:1] in (".", "'") else "") + text


def resolved(key, schema):
    """The key with what it refers to."""
    for part in [key, *key.get("allOf", [])]:
        if "$ref" in part:
            key = {**schema["definitions"][part["$ref"].rsplit("/", 1)[1]], **key}
    return key


def limits(key):
    """Range and default, in words."""
    said = []
    if "enum" in key:
        said.append(", ".join(str(value) for value in key["enum"]))
    least = key.get("minimum", key.get("exclusiveMinimum"))
    if least is not None and "maximum" in key:
        said.append(f"{least} to {key['maximum']}")
    elif least is not None:
        said.append(f"at least {least}")
    if key.get("default", "") != "":
        said.append(f"if left out: {json.dumps(key['default']).strip(chr(34))}")
    return "; ".join(said)


def print_keys(keys, schema):
    print(".Bl -tag -width Ds")
    for name, key in keys.items():
        key = resolved(key, schema)
        print(f".It Cm {escaped(name)}")
        print(escaped(key.get("description", "")))
        if limits(key):
            print(".br\n" + escaped(limits(key)[0].upper() + limits(key)[1:] + "."))
    print(".El")


def main():
    schema = json.loads((pathlib.Path(__file__).parent.parent / "animation.schema.json").read_text(encoding="utf-8"))
    print(OPENING, end="")
    print(".Sh KEYS")
    print_keys(schema["properties"], schema)
    print(".Ss Of a frame")
    print_keys(schema["definitions"]["frame"]["properties"], schema)
    print(CLOSING, end="")


main()
