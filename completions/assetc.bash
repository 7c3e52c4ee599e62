# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# Completion of assetc for bash. The options are those that assetc's own help names.

_assetc_words() {
	case $1 in
	--color) echo none 16 256 rgb ;;
	--dither) echo none diffusion ;;
	--flip) echo horizontal vertical both none ;;
	--format) "$2" --formats 2>/dev/null | sed -nE 's/^  ([a-z0-9_-]+) .*/\1/p' ;;
	--glyphs) echo ascii braille half quadrant sextant octant blocks ramp: ;;
	--terminal) echo linux xterm ;;
	--to) echo h svg html cast json txt ;;
	--update) echo full changes ;;
	-o | --output | --font) return 1 ;;
	-*) "$2" --help 2>/dev/null | grep -qE -- "^ +(-., ?)?$1 [A-Z]" && echo ;;
	*) return 1 ;;
	esac
}

_assetc() {
	local command=$1 current=$2 previous=$3 words

	compopt +o filenames
	if [[ $current == -* ]]; then
		words=$("$command" --help 2>/dev/null | sed -nE 's/^ +(-., ?)?(--[a-z-]+).*/\2/p')
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
	elif words=$(_assetc_words "$previous" "$command"); then
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
	else
		compopt -o filenames
		mapfile -t COMPREPLY < <(compgen -f -- "$current")
	fi
}

complete -F _assetc assetc
