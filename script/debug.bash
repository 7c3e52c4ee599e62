# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# shellcheck shell=bash disable=SC2034,SC2154
#
# Players in kernels that watch themselves.  Sourced after lib.bash.  The scripts set `name`,
# `animation`, `break` (or nothing), and for each kernel `kernel`.

# build_module KIND [WORD FOR MAKE]...: as $work/KIND/module/NAME.ko.
build_module() {
	local kind=$1
	shift

	mkdir -p "$work/$kind/generated"
	cp "$animation" "$work/$kind/generated/"
	cp -r "$top/module" "$work/$kind/module"
	rm -f "$work/$kind"/module/*.{ko,o}
	[[ -z $break ]] || patch -s -p1 -d "$work/$kind" <"$top/tests/vm/breaks/debug/$break.patch"
	step "building $name.ko for the $kind kernel" make -C "$work/$kind/module" KERNELDIR="$kernel" "$@"
}

# boot_debug KIND LOG TIMEOUT WORDS [OPTION FOR BOOT]...: WORDS are the kernel's.
boot_debug() {
	local kind=$1 log=$2 timeout=$3 words=$4
	shift 4

	"$top/script/boot" --kernel "$kernel/arch/x86/boot/bzImage" --cpus 2 --memory 1536 --timeout "$timeout" \
		--log "$log" --append "loglevel=7 ignore_loglevel panic_on_warn=0 $words" \
		--add "$work/$kind/module/$name.ko" --add "$top/tests/vm/debug-checks.sh" "$@"
}

# The kernel's reports, each as one block.  A report starts with its headline and
# goes on to the next rule of = signs, the end of its trace, or the next headline.
reports() {
	tr -d '\r' <"$1" | awk '
		/BUG:|WARNING:|INFO: (task|rcu|possible|trying)|UBSAN:|ODEBUG:|Oops|suspicious RCU|invalid context|general protection|kmemleak: [0-9]|Freezing .* failed/ {
			if (text != "") printf "%s\n\f\n", text
			text = ""; lines = 60
		}
		lines > 0 { text = text $0 "\n"; lines-- }
		/---\[ end trace|={60}/ && lines < 58 { lines = 0 }
		END { if (text != "") printf "%s\n\f\n", text }'
}

# Of the data races only those count that the player takes part in.  Whom an
# interrupt or a page fault stopped takes no part in what that does, and what the
# kernel's timers do among themselves, for a sleeper or one who cancels them, is
# theirs.
ours() {
	if [[ $1 == kcsan ]]; then
		awk -v RS='\f\n' -v name="[$name]" '{
			stopped = taking_part = 0
			count = split($0, line, "\n")
			for (i = 1; i <= count; i++) {
				if (line[i] !~ /^ /) stopped = 0
				if (line[i] ~ /^ asm_(sysvec|common|exc)_/) stopped = 1
				if (!stopped && index(line[i], name)) taking_part = 1
			}
			if (taking_part && line[1] !~ / [^ ]*hrtime[^ ]* \/ [^ ]*hrtime/) print
		}'
	else
		cat
	fi
}

# check_log WHAT KIND LOG
check_log() {
	local what=$1 kind=$2 log=$3 found

	found=$(reports "$log" | ours "$kind" | sed -n '1,80p')
	if [[ -z $found ]]; then
		printf 'pass  %-24s %s\n' "$what.$kind" "the $kind kernel has nothing to report"
	else
		printf 'FAIL  %-24s %s\n%s\n' "$what.$kind" "the $kind kernel has nothing to report (the whole log: $log)" "$found"
	fi
}

# check_end WHAT LAST REPORT LOG: a run that breaks off must not pass for one that had little to say.
check_end() {
	grep -q "^[a-zA-Z]*  $1.$2" "$3" ||
		printf 'FAIL  %-24s %s\n' "$1.end" "the tests come to their end; the kernel's log is $4"
}

# Prints how many passed and failed, and fails if any did.
count_results() {
	local passed failed

	passed=$(cat "$work"/report.* | grep -c '^pass  ' || true)
	failed=$(cat "$work"/report.* | grep -c '^FAIL  ' || true)
	echo "$passed passed, $failed failed"
	((failed == 0))
}
