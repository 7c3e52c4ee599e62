#!/bin/sh
# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# What a debug kernel does for a test.  Beside this lie debug-checks.sh, NAME.ko,
# conformance, stress and sweep.  A line a check, "pass" or "FAIL"; conformance prints its own.
#
#   sh debug-job.sh NAME SECONDS [OPTION FOR CONFORMANCE]...

name=$1
seconds=$2
shift 2

# shellcheck source=tests/vm/debug-checks.sh
. ./debug-checks.sh

prepare
load
./conformance "$@" "/dev/$name" "$name.ko"
check debug.stress "all at once on two processors: what is compared is right" ./stress "$seconds" "/dev/$name" "$name.ko"
[ ! -d /sys/kernel/debug/failslab ] ||
	check debug.sweep "every failing allocation or copy is a clean error" ./sweep "/dev/$name" "$name.ko"
check debug.unload "the module can be unloaded after all that" rmmod "$name"
[ ! -e "$leaks" ] || check debug.leaks "no memory is lost" no_leaks
