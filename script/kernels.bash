# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# shellcheck shell=bash disable=SC2034,SC2154
#
# Kernels of several suites, each with its own compiler, in folders of the cache.  Sourced
# after lib.bash.

all=(bullseye bookworm trixie sid bullseye-rt bookworm-rt trixie-rt sid-rt bookworm-arm64)

require_root() {
	((EUID == 0)) || die "the suites' compilers run in a chroot: run me as root"
	[[ $(machine) == amd64 ]] || die "the recipes are for a machine of the kind amd64"
}

require_known() {
	[[ " ${all[*]} " == *" $1 "* ]] || die "no kernel $1; see --help"
}

# Sets what is particular to a kernel: bookworm-rt is suite bookworm, flavour rt-amd64.
choose() {
	kernel=$1 suite=${1%%-*} arch=amd64 flavour=amd64 cross=
	case $1 in
	*-rt) flavour=rt-amd64 ;;
	*-arm64) arch=arm64 flavour=arm64 cross=aarch64-linux-gnu- ;;
	esac
	root=$cache/kernels/$kernel
}

# A folder with the suite's compiler and the kernel's headers; nothing is set up in
# it.  It need not boot, only build.
fetch() {
	local packages=make,gcc,libc6-dev,sparse,dash,bash,coreutils,sed,grep,gawk,perl,diffutils,findutils,binutils,python3

	[[ ! -e $root/complete ]] || return 0
	rm -rf "$root"
	mkdir -p "$cache/kernels"
	if [[ $arch == arm64 ]]; then
		packages+=,gcc-aarch64-linux-gnu,linux-kbuild-6.1
	else
		packages+=,linux-headers-$flavour
	fi
	export script=$top/script/test-kernels kernel
	# shellcheck disable=SC2016 # words of the hook's own shell
	step "fetching $kernel" mmdebstrap --variant=extract --include="$packages" \
		--architectures="$([[ $arch == amd64 ]] || echo amd64,)$arch" \
		--aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
		--extract-hook='"$script" --in-hook "$kernel" "$1"' "$suite" "$root" "$(mirror)"
	touch "$root/complete"
}

# From here to complete_root: what mmdebstrap calls when it has unpacked all.
download() {
	(cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "$@")
}

# The headers of another machine: their dependencies, a compiler for instance, would
# not run here.
add_foreign_headers() {
	local version

	version=$(apt-cache depends "linux-headers-$flavour:$arch" | sed -n 's/.*Depends: linux-headers-\([^:]*\).*/\1/p')
	download "linux-headers-$version:$arch" "linux-headers-${version%"-$flavour"}-common" "busybox-static:$arch"
	for package in "$work"/*.deb; do
		dpkg-deb -x "$package" "$root"
		rm "$package"
	done
}

# 7.x leaves the script that looks for sparse out of its headers, and sparse with it.
mend_root() {
	local common

	ln -sf gawk "$root/usr/bin/awk"
	for common in "$root"/usr/src/linux-headers-*-common; do
		[[ -e $common/scripts/checker-valid.sh ]] || printf '#!/bin/sh\necho 1\n' >"$common/scripts/checker-valid.sh"
		chmod +x "$common/scripts/checker-valid.sh"
	done
}

complete_root() {
	local version

	begin
	root=$1
	export APT_CONFIG=$MMDEBSTRAP_APT_CONFIG
	[[ $arch != arm64 ]] || add_foreign_headers
	mend_root
	version=$(version_of "$root")
	download "linux-binary-$version:$arch" 2>/dev/null || download "linux-image-$version:$arch"
	unpack_image "$work"/*.deb "$root/image"
}

version_of() {
	basename "$(echo "$1"/usr/src/linux-headers-*-"$flavour")" | sed 's/^linux-headers-//'
}

# Kbuild of 7.x needs /proc, and says only "Error 2" without it.
in_root() {
	# shellcheck disable=SC2016 # $0 is the root
	unshare -m -p -f --kill-child sh -c \
		'mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" && exec chroot "$0" env -i "$@"' \
		"$root" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C "$@"
}
