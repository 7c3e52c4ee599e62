# shellcheck shell=dash disable=SC2154
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# What the jobs in debug kernels share.  Sourced, with $name set.

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

# Before anything of ours has run.
prepare() {
	mount -t debugfs debug /sys/kernel/debug 2>/dev/null
	mount -t tmpfs tmp /tmp
	[ ! -e "$leaks" ] || echo clear >"$leaks"
}
