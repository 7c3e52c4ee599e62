#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Lets everything fail that can, and looks at what assetc leaves: test_faults.py ASSETC PROJECT FAIL_CALL

What is tried, and what must hold, stands in README.md beside this file.
"""

import concurrent.futures
import dataclasses
import errno
import json
import os
import pathlib
import pty
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import unittest

ASSETC, PROJECT, FAIL_CALL = (pathlib.Path(arg).resolve() for arg in sys.argv[1:4])
KINDS = ["h", "json", "txt", "svg", "html", "cast"]
OLD = b"what was there before\n"
ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGKILL]
DOCUMENT = """{ "hold_ms": 70, "palette": { "r": "red" },
  "frames": [ "1.txt", { "art": ["o o", " v "], "paint": ["r r", "   "] }, "1.txt" ] }"""
NOBODY = 65534
# What a program that is not wrong itself may have to try again, and how often it can get less than it asked for.
TRIED_AGAIN = {"read", "pread", "write", "sendfile"}


@dataclasses.dataclass
class Fault:
    """What fail_call.c is told."""
    how: str
    on: bool = False
    no_tmpfile: bool = False

    def environment(self, at, report):
        found = {"LD_PRELOAD": str(FAIL_CALL), "FAIL_AT": str(at), "FAIL_HOW": self.how, "FAIL_REPORT": str(report),
                 "ASAN_OPTIONS": "verify_asan_link_order=0"}
        return found | ({"FAIL_ON": "1"} if self.on else {}) | ({"FAIL_TMPFILE": "1"} if self.no_tmpfile else {})

    def says(self):
        return os.strerror(int(self.how))


def run(*arguments, cwd, environment=None, **options):
    return subprocess.run([ASSETC, *map(str, arguments)], cwd=cwd, stdin=subprocess.DEVNULL, check=False, timeout=60,
                          env={**os.environ, "LC_ALL": "C", **(environment or {})},
                          **({"capture_output": True} | options))


class Folder:
    """A folder with an animation in it, and with what an earlier run has written, or not."""

    def __init__(self, kind, has_old=True):
        self.root = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.root.name) / "work"
        self.path.mkdir()
        (self.path / "a.json").write_text(DOCUMENT, encoding="utf-8")
        (self.path / "1.txt").write_text("(o)\n v\n", encoding="utf-8")
        self.output = self.path / f"out.{kind}"
        self.before = sorted(os.listdir(self.path))
        if has_old:
            self.output.write_bytes(OLD)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.root.cleanup()

    def content(self):
        return self.output.read_bytes() if self.output.exists() else None

    def strays(self):
        return [name for name in os.listdir(self.path) if name not in [*self.before, self.output.name]]


def wanted(kind):
    with Folder(kind) as folder:
        assert run("a.json", "-o", folder.output, cwd=folder.path).returncode == 0
        return folder.content()


class Checks(unittest.TestCase):
    """What must hold after any fault."""

    def check_error(self, result, names, says=""):
        said = result.stderr.decode()
        self.assertEqual(result.returncode, 1, said)
        self.assertIn("error: ", said)
        self.assertIn(says, said)
        self.assertIn("hint: ", said)
        self.assertTrue(any(name in said for name in names), said)

    def check_whole(self, folder, old, new, result, strays=()):
        self.assertEqual(folder.strays(), list(strays))
        self.assertEqual(folder.content(), new if result.returncode == 0 else old)


class EveryCall(Checks):
    """Calls to the system fail, one after the other, until all have had their turn."""

    def try_all(self, kind, has_old, fault, check):
        """Calls check(folder, result, the name of the call that was hit) for each, and tells how many there were."""
        for at in range(1, 1000):
            with Folder(kind, has_old) as folder:
                report = pathlib.Path(folder.root.name) / "report"
                result = run("a.json", "-o", folder.output, cwd=folder.path, environment=fault.environment(at, report))
                if not report.exists():
                    self.assertEqual(result.returncode, 0)
                    return at - 1
                hit = report.read_text(encoding="utf-8").split()
                with self.subTest(kind=kind, has_old=has_old, fault=fault, at=at, hit=hit, said=result.stderr):
                    check(folder, result, hit)
        return self.fail("it never ends")

    def in_all_ways(self, faults, check, kinds=("h",)):
        """Kinds differ in what they write, and where something was before only in what comes at the end."""
        tries = [(kind, has_old, fault, lambda *found, old=OLD if has_old else None, kind=kind: check(*found, old, kind))
                 for kind in kinds for has_old in (True, False) for fault in faults if has_old or kind == "h"]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for count in pool.map(lambda one: self.try_all(*one), tries):
                self.assertGreater(count, 1)

    def test_errors(self):
        new = {kind: wanted(kind) for kind in KINDS}

        def check(folder, result, hit, old, kind):
            self.check_whole(folder, old, new[kind], result)
            if result.returncode != 0:
                self.check_error(result, ["out.", "a.json", "1.txt", "assetc: "])

        self.in_all_ways([Fault(str(errno.EIO))], check, KINDS)
        self.in_all_ways([Fault(str(errno.ENOSPC), on=True), Fault(str(errno.EMFILE)),
                          Fault(str(errno.EIO), no_tmpfile=True), Fault(str(errno.ENOSPC), on=True, no_tmpfile=True)],
                         check)

    def test_what_is_to_be_tried_again(self):
        new = wanted("h")

        def check(folder, result, hit, old, _):
            self.check_whole(folder, old, new, result)
            if TRIED_AGAIN.issuperset(hit):
                self.assertEqual(result.returncode, 0)

        self.in_all_ways([Fault("short"), Fault(str(errno.EINTR)), Fault("short", no_tmpfile=True),
                          Fault(str(errno.EINTR), no_tmpfile=True)], check)

    def test_signals(self):
        new = wanted("h")

        def check_after(ending, folder, result, hit, old, no_tmpfile):
            self.assertEqual(result.returncode, -ending)
            self.assertIn(folder.content(), [old, new])
            if ending != signal.SIGKILL:
                self.assertEqual(folder.strays(), [])
            elif not no_tmpfile and hit != ["rename"]:
                self.assertEqual(folder.strays(), [])
            self.assertLessEqual(len(folder.strays()), 1)

        for ending in ENDING:
            for no_tmpfile in (False, True):
                self.in_all_ways([Fault(f"signal {int(ending)}", no_tmpfile=no_tmpfile)],
                                 lambda folder, result, hit, old, _, ending=ending, no_tmpfile=no_tmpfile:
                                 check_after(ending, folder, result, hit, old, no_tmpfile))


class Reading(Checks):
    """The same with inputs of many kinds: what is written tells all of the input, or nothing."""

    INPUTS = ["assets/parrot.json", "assets/parrot.png", "tests/valid/gif/*.gif", "tests/valid/folder/frames",
              "tests/valid/durdraw/*.dur", "tests/valid/asciicast/*.cast", "tests/valid/texture_packer_pages/*.json"]

    def try_input(self, given, fault, most=1000):
        small = ["--columns", "12"] if given.suffix in (".png", ".gif") else []  # which is soon drawn
        words = [given, *small, "--name", "a", "-o"]
        with Folder("h") as folder:
            self.assertEqual(run(*words, folder.output, cwd=folder.path).returncode, 0)
            new = folder.content()
        for at in range(1, most + 1):
            with Folder("h") as folder:
                report = pathlib.Path(folder.root.name) / "report"
                result = run(*words, folder.output, cwd=folder.path, environment=fault.environment(at, report))
                if not report.exists():
                    return
                with self.subTest(given=given, fault=fault, at=at, hit=report.read_text(), said=result.stderr):
                    self.check_whole(folder, OLD, new, result)
                    if result.returncode != 0:
                        self.assertEqual(result.returncode, 1)
                        self.assertIn("error: ", result.stderr.decode())

    def test_every_call(self):
        faults = [(Fault(str(errno.EIO)), 1000), (Fault("short", on=True), 1)]
        tries = [(next(PROJECT.glob(given)), *fault) for given in self.INPUTS for fault in faults]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda one: self.try_input(*one), tries))


class Outputs(Checks):
    """Faults as they come without being made."""

    def check_refused(self, kind, says, output=None, to=(), before=None, after=None, **options):
        """before is called with the folder, after that assetc is to refuse."""
        with Folder(kind) as folder:
            if before:
                before(folder)
            result = run("a.json", *to, "-o", output or folder.output.name, cwd=folder.path, **options)
            if after:
                after(folder)
            self.check_error(result, ["standard output" if output == "-" else output or folder.output.name], says)
            self.check_whole(folder, OLD, None, result)

    def test_full_device(self):
        for kind in KINDS:
            with self.subTest(kind=kind), open("/dev/full", "wb") as full:
                self.check_refused(kind, "No space left on device", "-", to=["--to", kind], capture_output=False,
                                   stdout=full, stderr=subprocess.PIPE)
                self.check_refused(kind, "No space left on device", "/dev/full", to=["--to", kind])

    def test_full_disk(self):
        script = """mount -t tmpfs -o size=$3 none "$1" && cp a.json 1.txt "$1" && cd "$1" && head -c 22 >out."$2" <"$4"
            "$0" a.json -o out."$2"; status=$?; cmp "$4" out."$2" && ls -A && exit $status"""
        if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode != 0:
            self.skipTest("may not mount anything")
        for kind in KINDS:
            with self.subTest(kind=kind), Folder(kind) as folder:
                (folder.path / "small").mkdir()
                result = subprocess.run(
                    ["unshare", "-rm", "sh", "-c", script, ASSETC, "small", kind, "12k", folder.output],
                    cwd=folder.path, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
                self.check_error(result, [f"out.{kind}"], "No space left on device")
                self.assertEqual(result.stdout.decode().split(), ["1.txt", "a.json", f"out.{kind}"])

    def test_no_permission(self):
        with tempfile.TemporaryDirectory() as place:
            os.chmod(place, 0o755)
            program = shutil.copy(ASSETC, place)
            for kind in KINDS:
                with self.subTest(kind=kind), Folder(kind) as folder:
                    for path, mode in [(folder.root.name, 0o755), (folder.path, 0o555)]:
                        os.chmod(path, mode)
                    result = subprocess.run([program, "a.json", "-o", folder.output.name], cwd=folder.path, check=False,
                                            capture_output=True, user=NOBODY if os.geteuid() == 0 else None,
                                            env={**os.environ, "LC_ALL": "C"})
                    self.check_error(result, [folder.output.name], "Permission denied")
                    self.check_whole(folder, OLD, None, result)

    def test_folders(self):
        def make_folder(folder):
            folder.output.unlink()
            folder.output.mkdir()

        for kind in KINDS:
            with self.subTest(kind=kind), Folder(kind) as folder:
                make_folder(folder)
                result = run("a.json", "-o", folder.output.name, cwd=folder.path)
                self.check_error(result, [folder.output.name], "Is a directory")
                self.assertEqual((folder.strays(), os.listdir(folder.output)), ([], []))
            self.check_refused(kind, "Not a directory", f"a.json/b.{kind}")
            self.check_refused(kind, "File name too long", f"{'n' * 260}.{kind}")
            with self.subTest(kind=kind), Folder(kind) as folder:
                new = folder.path / f"new/er/out.{kind}"
                self.assertEqual(run("a.json", "-o", new, cwd=folder.path).returncode, 0)
                self.assertEqual(os.listdir(new.parent), [new.name])

    def test_largest_file_that_the_system_allows(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))

        for kind in KINDS:
            with self.subTest(kind=kind), Folder(kind) as folder:
                result = run("a.json", "-o", folder.output.name, cwd=folder.path, preexec_fn=limit)
                self.assertEqual(result.returncode, -signal.SIGXFSZ)
                self.check_whole(folder, OLD, None, result)

    def test_closed_pipe(self):
        for kind in KINDS:
            for restore, status in [(True, -signal.SIGPIPE), (False, 1)]:
                with self.subTest(kind=kind, restore=restore), Folder(kind) as folder:
                    reader, writer = os.pipe()
                    os.close(reader)
                    result = run("a.json", "--to", kind, "-o", "-", cwd=folder.path, capture_output=False, stdout=writer,
                                 stderr=subprocess.PIPE, restore_signals=restore)
                    os.close(writer)
                    self.assertEqual(result.returncode, status)
                    self.check_whole(folder, OLD, None, result)
                    if not restore:
                        self.check_error(result, ["standard output"], "Broken pipe")

    def test_nobody_listens(self):
        """Without standard streams, what takes their numbers must not get what was meant for them."""
        for kind in KINDS:
            for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
                with self.subTest(kind=kind, closed=closed), Folder(kind) as folder:
                    command = f'"$0" a.json --columns 200 -o {folder.output.name} {closed}'
                    result = subprocess.run(["sh", "-c", command, ASSETC], cwd=folder.path, check=False,
                                            capture_output=True)
                    self.assertEqual(result.returncode, 0)
                    self.check_whole(folder, OLD, wanted(kind), result)

    def test_no_streams_for_another_program(self):
        """What that one says, and what it makes, must not get mixed up either: here it is a stand-in for ffmpeg."""
        with Folder("h") as folder:
            (folder.path / "ffprobe").write_text("#!/bin/sh\necho out; echo 'the reason' >&2; exit 1\n", encoding="utf-8")
            (folder.path / "ffprobe").chmod(0o755)
            (folder.path / "a.mkv").write_bytes(b"\x1a\x45\xdf\xa3\x84webm")
            for closed in ("", "<&-", ">&-", "<&- >&-"):
                with self.subTest(closed=closed):
                    result = subprocess.run(["sh", "-c", f'"$0" a.mkv {closed}', ASSETC], cwd=folder.path, check=False,
                                            capture_output=True, env={**os.environ, "PATH": f".:{os.environ['PATH']}"})
                    self.check_error(result, ["a.mkv"], "the reason")

    def test_signals_at_any_time(self):
        """Beside EveryCall, also while nothing is called."""
        given = next(PROJECT.glob("tests/valid/gif/*.gif"))
        with Folder("h") as folder:
            start = time.monotonic()
            self.assertEqual(run(given, "-o", folder.output, cwd=folder.path).returncode, 0)
            duration, new = time.monotonic() - start, folder.content()
        for part in range(10):
            for ending in (signal.SIGINT, signal.SIGKILL):
                with self.subTest(part=part, ending=ending), Folder("h") as folder:
                    with subprocess.Popen([ASSETC, given, "-o", folder.output], stderr=subprocess.DEVNULL) as process:
                        time.sleep(duration * part / 8)
                        process.send_signal(ending)
                    self.assertIn(process.returncode, [0, -ending])
                    self.assertIn(folder.content(), [OLD, new])
                    # A busy machine can pause it between linkat and rename, to be killed just there.
                    has_second_name = ending == signal.SIGKILL and folder.content() == OLD
                    self.assertLessEqual(len(folder.strays()), has_second_name, folder.strays())


class Playing(Checks):
    """What a terminal is left with."""

    def play(self, ending, seconds):
        """Plays on a terminal for a while: its settings before and after, what was sent, and how it ended."""
        controller, terminal = pty.openpty()
        before = termios.tcgetattr(terminal)
        with Folder("h") as folder, subprocess.Popen([ASSETC, "a.json", "--play", "--hold-ms", "5"], cwd=folder.path,
                                                     stdin=terminal, stdout=terminal, stderr=terminal) as process:
            sent = b""
            while b"\033[H" not in sent:
                sent += os.read(controller, 1000)
            time.sleep(seconds)
            process.send_signal(ending)
            status = process.wait(10)
        after = termios.tcgetattr(terminal)
        os.close(terminal)
        while more := self.read_rest(controller):
            sent += more
        os.close(controller)
        return before == after, sent, status

    @staticmethod
    def read_rest(controller):
        try:
            return os.read(controller, 1 << 16)
        except OSError:
            return b""

    def test_interrupted(self):
        for ending in (signal.SIGINT, signal.SIGTERM):
            for seconds in (0, 0.003, 0.01, 0.05, 0.1):
                same, sent, status = self.play(ending, seconds)
                self.assertTrue(same)
                self.assertEqual(status, 0)
                self.assertTrue(sent.endswith(b"\r\n"), sent[-40:])
                self.assertEqual(re.findall(rb"\033\[[0-9;]*m", sent)[-1], b"\033[m", "a colour is left on")

    def test_stopped(self):
        """On a terminal that is slower than it, which so is always amid a frame."""
        controller, terminal = pty.openpty()
        with Folder("h") as folder:
            row = {"art": ["##" * 40] * 20, "paint": ["rg" * 40] * 20}
            (folder.path / "a.json").write_text(
                json.dumps({"hold_ms": 1, "palette": {"r": "#ff0000", "g": "#00ff00"}, "frames": [row, row]}),
                encoding="utf-8")
            with subprocess.Popen([ASSETC, "a.json", "--play"], cwd=folder.path, stdin=terminal, stdout=terminal,
                                  stderr=subprocess.DEVNULL, preexec_fn=os.setpgrp) as process:
                self.addCleanup(process.kill)
                sent = b"".join(os.read(controller, 300) for _ in range(100))
                process.send_signal(signal.SIGTSTP)
                has_stopped = False
                while select.select([controller], [], [], 1)[0] or not has_stopped:
                    has_stopped |= os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOHANG) is not None
                    sent += os.read(controller, 300) if select.select([controller], [], [], 0)[0] else b""
                    self.assertLess(len(sent), 1_000_000, "it does not stop")
                process.kill()
            os.close(terminal)
            os.close(controller)
        self.assertTrue(sent.endswith(b"\033[m\r\n"), sent[-40:])

    def test_second_signal_ends_what_hangs(self):
        """A pipe that nobody reads holds the frame back that the first signal waits for."""
        reader, writer = os.pipe()
        given = PROJECT / "assets/parrot.json"
        # pylint: disable-next=consider-using-with
        process = subprocess.Popen([ASSETC, given, "--play", "--hold-ms", "1"], stdout=writer, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.addCleanup(os.close, reader)
        os.close(writer)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(10), -signal.SIGTERM)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
