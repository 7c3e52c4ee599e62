#!/bin/sh
# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# What a debug kernel does for a test.  Beside this lie NAME.ko, conformance, stress
# and sweep.  A line a check, "pass" or "FAIL"; conformance prints its own.
#
#   sh debug-job.sh NAME SECONDS [OPTION FOR CONFORMANCE]...

name=$1
seconds=$2
shift 2

# check NAME PROMISE COMMAND...
check() {
	what=$1 promise=$2
	shift 2
	if "$@" >said 2>&1; then
		printf 'pass  %-24s %s\n' "$what" "$promise"
	else
		printf 'FAIL  %-24s %s\n' "$what" "$promise"
	fi
	sed 's/^/      /' said
}

load() {
	insmod "$name.ko" loops=-1
}

leaks=/sys/kernel/debug/kmemleak

# The kernel looks twice before it calls memory lost, and only after some seconds.
no_leaks() {
	for _ in 1 2 3; do
		sleep 6
		echo scan >"$leaks"
	done
	cat "$leaks"
	! grep -q . "$leaks"
}

mount -t debugfs debug /sys/kernel/debug 2>/dev/null
mount -t tmpfs tmp /tmp
[ ! -e "$leaks" ] || echo clear >"$leaks"
load
./conformance "$@" "/dev/$name" "$name.ko"
check debug.stress "all at once on two processors: what is compared is right" ./stress "$seconds" "/dev/$name" "$name.ko"
[ ! -d /sys/kernel/debug/failslab ] ||
	check debug.sweep "every failing allocation or copy is a clean error" ./sweep "/dev/$name" "$name.ko"
check debug.unload "the module can be unloaded after all that" rmmod "$name"
[ ! -e "$leaks" ] || check debug.leaks "no memory is lost" no_leaks
