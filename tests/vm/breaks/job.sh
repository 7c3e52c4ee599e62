#!/bin/sh
# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# In the throwaway kernel: loads one broken module after the other and has the
# conformance program run the checks that should notice.
#
#   sh job.sh NAME
#
# Each line of `breaks` is a module's file and the checks' names.

name=$1

# BREAK CHECK...
try() {
	broken=$1 only=
	shift
	for check in "$@"; do
		only="$only --only $check"
	done
	echo "break $broken"
	insmod "$broken.ko" || return
	# shellcheck disable=SC2086 # words
	./conformance $only "/dev/$name" "$broken.ko"
	rmmod "$name" || { sleep 2 && rmmod "$name"; }
}

while read -r line; do
	# shellcheck disable=SC2086 # words
	try $line
done <breaks

# What went wrong the checks have said.
exit 0
