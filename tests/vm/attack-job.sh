#!/bin/sh
# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# What a debug kernel does for script/test-attack.  Beside this lie debug-checks.sh, NAME.ko,
# attack and conformance.
#
#   sh attack-job.sh NAME SEED SECONDS

name=$1
seed=$2
seconds=$3

# shellcheck source=tests/vm/debug-checks.sh
. ./debug-checks.sh

# The promises that an attack might have left broken.  Not those of time, which a machine
# that was attacked beside others cannot keep; script/test-debug-kernel tries them.
still_plays() {
	load && ./conformance --only D3 --only D6 --only D7.nothing --only D7.partly --only D10.threads \
		--only D10.small_buffers --only D10.processes --only D12 "/dev/$name" "$name.ko"
}

prepare
check attack.run "its users killed at any moment, nothing hangs, others watch on, the module unloads" \
	./attack "$seed" "$seconds" "/dev/$name" "$name.ko"
check attack.plays "the player plays as before" still_plays
check attack.unload "the module can be unloaded after all that" rmmod "$name"
[ ! -e "$leaks" ] || check attack.leaks "no memory is lost" no_leaks
