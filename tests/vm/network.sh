#!/bin/sh
# shellcheck shell=dash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# What the throwaway kernel does for script/test-network.

callers=100

# Answers when the server does.
wait_for() {
	for _ in $(seq 600); do
		! nc -z 127.0.0.1 "$1" 2>/dev/null || return 0
		sleep 0.1
	done
	echo "nobody listens to port $1" >&2
}

# How many callers got, at the same time, exactly what they should.
call() {
	pids='' happy=0
	for caller in $(seq $callers); do
		wget -q -O "got.$caller" "http://127.0.0.1:$1/" 2>"said.$caller" &
		pids="$pids $!"
	done
	# shellcheck disable=SC2086 # a list
	wait $pids
	for caller in $(seq $callers); do
		if cmp "got.$caller" wanted >>"said.$caller" 2>&1; then
			happy=$((happy + 1))
		else
			cat "said.$caller" >>"$who.log"
		fi
	done
}

# serves WHO PORT COMMAND...
serves() {
	who=$1 port=$2
	shift 2
	"$@" 2>"$who.log" &
	server=$!
	wait_for "$port"
	call "$port"
	kill $server
	if [ $happy = $callers ]; then
		echo "pass  network.$who  $callers callers at once get the parrot from the start, byte for byte"
	else
		echo "FAIL  network.$who  $happy of $callers callers got the parrot"
		tail -n 3 "$who.log"
	fi
}

# The README's own line.
socat_as_told() {
	eval "exec $(sed -n 's/^    \(socat .*\)/\1/p' README.md)"
}

ifconfig lo 127.0.0.1
insmod parrot.ko loops=3
./print_table 3 >wanted
serves "socat  " 8080 socat_as_told
serves systemd 8081 systemd-socket-activate --accept --inetd --listen=127.0.0.1:8081 examples/network/serve /dev/parrot
[ "$(dmesg | grep -c parrot)" -le 2 ] || dmesg | grep parrot >&2
