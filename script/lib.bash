# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# shellcheck shell=bash disable=SC2034
#
# What the scripts beside this file share.  Sourced, never run.

unset CDPATH
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/knock-out
logs=$top/build/log

# Tools that an ordinary user's PATH may lack: modinfo, insmod.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# Everything that is not a result goes to standard error. The name of a file may have anything in it.
say() {
	printf '%s\n' "$*" | tr '\001-\010\013-\037\177' '?' | LC_ALL=C sed 's/\xc2[\x80-\x9f]/?/g' >&2
}

die() {
	say "${0##*/}: $*"
	exit 1
}

# reject ARGUMENT: it is none that the script takes.
reject() {
	local kind=argument

	[[ $1 != -* ]] || kind=option
	misuse "unknown $kind \"$1\"; see --help"
}

# What it was called with is wrong.
misuse() {
	say "${0##*/}: $*"
	exit 2
}

# publish FILE PLACE: puts what is whole where it was asked for: there, what was before is whole until then.
publish() {
	unfinished=$(mktemp "$(dirname -- "$2")/.knock-out.XXXXXX")
	cat -- "$1" >"$unfinished"
	chmod "$(printf '%o' $((0666 & ~$(umask))))" "$unfinished"
	mv -fT -- "$unfinished" "$2"
	unfinished=
}

# A folder of our own, $work, that goes away with us, as does what we started.
# Before that, $at_end is called.
begin() {
	work=$(mktemp -d "${TMPDIR:-/tmp}/knock-out.XXXXXX")
	child='' unfinished='' at_end=true
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	trap finish EXIT
}

finish() {
	local status=$?

	trap '' INT TERM HUP
	stop_child
	"$at_end"
	rm -rf "$work" ${unfinished:+"$unfinished"}
	exit "$status"
}

stop_child() {
	[[ -n $child ]] || return 0
	kill -TERM -- "$child" 2>/dev/null || true
	wait "${child#-}" 2>/dev/null || true
	child=
}

# Runs a command as the child that finish() ends with us.  In the foreground,
# bash would put off a signal until the command is done.
run() {
	local status=0

	"$@" &
	child=$!
	wait "$child" || status=$?
	child=
	return "$status"
}

# The same for a command with children of its own, like make: a session of its
# own lets one signal reach them all.
run_tree() {
	local status=0

	setsid "$@" </dev/null &
	child=-$!
	wait "${child#-}" || status=$?
	child=
	return "$status"
}

# step WHAT COMMAND...: one line of progress, the details in a log, and the end
# of that log if it fails.
step() {
	local what=$1 log
	shift

	say "$what"
	mkdir -p "$logs"
	log=$logs/${what//[^A-Za-z0-9_-]/-}.log
	run_tree "$@" >"$log" 2>&1 && return
	tail -n 20 "$log" >&2
	die "failed: $what; the whole log is $log"
}

# Sets `version`, `image` and `headers`.
find_guest_kernel() {
	local found

	found=$("$top/script/guest-kernel") || exit
	{ read -r version && read -r image && read -r headers; } <<<"$found"
}

# unpack_image DEB IMAGE: takes the kernel, and nothing else, out of a package of
# some hundred megabytes.
unpack_image() {
	local folder

	folder=$(mktemp -d "$work/image.XXXXXX")
	dpkg-deb --fsys-tarfile "$1" | tar -x -C "$folder" --wildcards '*/vmlinuz*'
	mkdir -p "$(dirname "$2")"
	find "$folder" -name 'vmlinuz*' -type f -exec mv {} "$2" \;
	[[ -e $2 ]]
}

# Debian's name for a machine, and everybody else's.
machine() {
	case $(uname -m) in
	x86_64) echo amd64 ;;
	aarch64) echo arm64 ;;
	*) uname -m ;;
	esac
}

# compile_for_guest HEADER ARGUMENT...: a program for the throwaway kernel, which
# has no libraries; it knows the table of the animation in HEADER.
compile_for_guest() {
	local header
	header=$(realpath "$1")
	shift

	"${CC:-gcc}" -O2 -Wall -Wextra -Werror -static -pthread -I "$top/module" -include "$header" "$@"
}

# Out of the top folder's CMakeLists.txt, or where knock-out was installed, from beside the scripts.
own_version() {
	cat "$top/VERSION" 2>/dev/null || sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt"
}

build_compiler() {
	[[ -e $top/build/cmake_install.cmake ]] || step "configuring" cmake -S "$top" -B "$top/build" -DBUILD_TESTING=OFF
	step "building assetc" cmake --build "$top/build" --target assetc --parallel "$(nproc)"
}

# Sets `compiler`: what ASSETC= names, or what is built here, or what is installed.
find_compiler() {
	if [[ -n ${ASSETC:-} ]]; then
		compiler=$(realpath -s -- "$(command -v -- "$ASSETC")") || die "there is no program \"$ASSETC\""
		return
	fi
	compiler=$top/build/bin/assetc
	[[ ! -e $top/CMakeLists.txt ]] || { "$top/script/dependencies" build && build_compiler && return; }
	compiler=$(command -v assetc) || die "assetc is not installed"
}

# What the machine's own apt configuration calls Debian.
mirror() {
	# shellcheck disable=SC2016 # apt's words, not the shell's
	apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)|$(LABEL)' | sed -n 's/|Debian|Debian$//p' | head -n 1
}
