#!/bin/sh
# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# What the throwaway kernel does for a test: the promises as the ordinary tools see
# them, then the conformance program.  Beside it lie NAME.ko, print_table and
# conformance.  A line a check, "pass" or "FAIL", and below it what went wrong.
#
#   sh job.sh NAME [OPTION FOR CONFORMANCE]...

name=$1
device=/dev/$name
settings=/sys/module/$name/parameters
shift

# check NAME PROMISE COMMAND...
check() {
	what=$1 promise=$2
	shift 2
	if said=$("$@" 2>&1); then
		printf 'pass  %-24s %s\n' "$what" "$promise"
	else
		printf 'FAIL  %-24s %s\n      %s\n' "$what" "$promise" "$said"
	fi
}

refuse() {
	! "$@" || { echo "accepted: $*" && return 1; }
}

load() {
	insmod "$name.ko" "$@"
}

unload() {
	rmmod "$name"
}

appears_and_goes() {
	load && [ -c "$device" ] && [ "$(stat -c %a "$device")" = 444 ] && unload && [ ! -e "$device" ]
}

loads_again() {
	load && unload && load && head -c 1 "$device" >/dev/null && unload
}

loads_once() {
	load && refuse load && unload
}

plays_the_table() {
	load loops=3
	cat "$device" >got
	unload && cmp got wanted
}

plays_in_pieces() {
	load loops=3 speed_percent=1000
	for size in 1 7 4096 1048576; do
		dd if="$device" bs="$size" of=got 2>/dev/null
		cmp got wanted || { echo "with a buffer of $size" && return 1; }
	done
	unload
}

stays_while_watched() {
	load
	exec 4<"$device"
	refuse unload && head -c 1 <&4 >/dev/null
	exec 4<&-
	unload
}

refuses_at_load() {
	for setting in speed_percent=9 speed_percent=1001 speed_percent=fast loops=-2 loops=1.5; do
		refuse load "$setting" && [ ! -e "$device" ] || return 1
	done
}

refuses_later() {
	load speed_percent=200 loops=2
	for value in 9 1001 fast ''; do
		refuse sh -c "echo '$value' >$settings/speed_percent" || return 1
	done
	refuse sh -c "echo -2 >$settings/loops" && [ "$(cat "$settings/speed_percent" "$settings/loops")" = "200
2" ] && unload
}

# No fault of ours: taints, and the kernel's word on each value that we refused.
# The clock's complaints are about the machine that we are emulated on.
expected='taint|invalid for parameter|clocksource|tsc|hrtimer: interrupt took|random:'

logs_nothing() {
	refuse sh -c "dmesg -r | grep -E '^<[0-4]>|$name' | grep -Ev '$expected'"
}

# A device that the tests above left behind must not spoil those below.
conform() {
	load || unload && load
	./conformance "$@" "$device" "$name.ko"
}

dmesg -c >/dev/null
./print_table 3 >wanted
check load.node "the device comes with the module, readable only, and goes with it" appears_and_goes
check load.again "loads, unloads and loads again" loads_again
check load.once "is not loaded twice" loads_once
check stream.cat "cat gets three loops of the table, byte for byte" plays_the_table
check stream.pieces "dd gets the same with buffers of 1, 7, 4096 and 1 MiB" plays_in_pieces
check unload.watched "is not unloaded while someone watches" stays_while_watched
check parameters.load "wrong parameters are refused at load" refuses_at_load
check parameters.later "wrong parameters are refused later, and change nothing" refuses_later
conform "$@"
check log.clean "the kernel has nothing to complain of" logs_nothing
# The kernel does say when memory is gone.
./conformance --only limit "$device"
