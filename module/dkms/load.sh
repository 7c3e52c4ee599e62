# shellcheck shell=sh
# SPDX-License-Identifier: GPL-2.0-only
# SPDX-FileCopyrightText: the knock-out authors
#
# Loads a module, and where the kernel refuses, tells why and what to do about it.
# Sourced by script/load, and part of what a package runs when it is installed.

# load_module NAME COMMAND...: runs COMMAND, which is insmod or modprobe.
load_module() {
	load_name=$1
	shift
	! is_of_the_kernel "$load_name" || { explain_name "$load_name" >&2 && return 1; }
	load_said=$(LC_ALL=C "$@" 2>&1) && return 0
	[ -z "$load_said" ] || printf '%s\n' "$load_said" >&2
	explain_refusal "$load_name" "$load_said" >&2
	return 1
}

# Whether the kernel that runs brings a module of that name along, built in or not.  For an underscore
# the name of its file may have a hyphen.
is_of_the_kernel() {
	load_folder=/lib/modules/$(uname -r)
	grep -qsE "/$(echo "$1" | sed 's/_/[-_]/g')\.k?o\$" "$load_folder/modules.builtin" "$load_folder/modules.order"
}

explain_name() {
	echo "$1: the kernel has a driver of that name, which the animation would stand in for: compile it under"
	echo "another one, with \"assetc --name NAME\""
}

# With Secure Boot a kernel is locked down: EPERM.  Where it is told to insist on signatures, it
# says EKEYREJECTED, or before 5.4 ENOKEY.
explain_refusal() {
	case $2 in
	*"Key was rejected by service"* | *"Required key not available"*)
		explain_signature "$1"
		;;
	*"Operation not permitted"*)
		if is_locked_down; then explain_signature "$1"; else explain_rights "$1"; fi
		;;
	*"Invalid module format"* | *"Exec format error"*)
		echo "$1: the module was built for another kernel than the one that runs, $(uname -r)"
		;;
	*"File exists"*)
		explain_existing "$1"
		;;
	esac
}

# EEXIST comes of two modules of one name, and of two devices.
explain_existing() {
	if [ -e "/sys/module/$1" ]; then
		echo "$1: it is loaded already; \"sudo rmmod $1\" unloads it"
	else
		echo "$1: another module has taken its name, or that of its device: compile it under another one, with"
		echo "\"assetc --name NAME\""
	fi
}

# The kernel puts brackets around the state that it is in; what it refused stands in its log.
is_locked_down() {
	# Without -q, which would end dmesg by a signal: where pipefail is set, as if nothing had been found.
	grep -qs '\[[ic]' /sys/kernel/security/lockdown ||
		dmesg 2>/dev/null | grep -E 'unsigned module|unavailable key|unsupported crypto' >/dev/null
}

# The certificates that belong to the keys of DKMS: Debian's, Ubuntu's; and that of "make sign".
find_certificate() {
	for certificate in /var/lib/dkms/mok.pub /var/lib/shim-signed/mok/MOK.der \
		"${XDG_DATA_HOME:-${HOME:-/root}/.local/share}/knock-out/mok.der"; do
		[ ! -e "$certificate" ] || { echo "$certificate" && return; }
	done
	return 1
}

explain_rights() {
	echo "$1: loading a module takes root (sudo), outside of containers, and a kernel that still permits it"
	echo "(0 in /proc/sys/kernel/modules_disabled)."
}

explain_signature() {
	echo "$1: with Secure Boot this kernel takes only modules that are signed with a key that it knows."
	if certificate=$(find_certificate); then
		cat <<-END
			This machine has a key to sign modules with. Make it known to the firmware, once:
			    sudo mokutil --import $certificate      (asks for a password of your choice)
			    sudo reboot                             (choose "Enroll MOK", and give that password)
			Then the module loads, if it is signed: "modinfo -F signer $1" tells by whom.
		END
	else
		echo "There is no key on this machine yet: install the package dkms, or sign with \"make sign\"."
	fi
}
