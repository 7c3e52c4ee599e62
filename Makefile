# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# A front for people.  CMake builds the compiler, module/Makefile the modules.

PREFIX ?= /usr/local
DESTDIR ?=

# One word for the shell, whatever is in it.
quote = '$(subst ','\'',$(1))'

define newline


endef

# The name of a file may have anything in it: it is not to be expanded, here or by a make that is called from here.
unexport ANIMATION

# As the caller sees it, and not from within module/.
make_module = $(MAKE) -C module $(if $(KERNELDIR),KERNELDIR=$(call quote,$(abspath $(KERNELDIR))))

.DEFAULT_GOAL := assetc
.PHONY: assetc module demo package deb test test-vm check format gallery sign load install uninstall module-install clean help

# Written where CMake found all that it needs; else the next run asks it again.
build/cmake_install.cmake:
	cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF

assetc: build/cmake_install.cmake ## the compiler: build/bin/assetc
	cmake --build build --target assetc --parallel "$$(nproc)"

module: ## module/NAME.ko for every generated/NAME.h; KERNELDIR= names other kernel headers
	$(make_module)

demo: ## plays the parrot from a throwaway kernel, here
	script/demo

package: ## build/package/NAME-dkms_VERSION_all.deb, for others to install; ANIMATION= names it
	$(if $(value ANIMATION),,$(error which animation? make package ANIMATION=parrot))
	$(if $(findstring $(newline),$(value ANIMATION)),$(error make takes no name with a line feed in it: script/package does))
	mkdir -p build/package
	env -u MAKEFLAGS -u MAKEOVERRIDES script/package -o build/package $(call quote,$(value ANIMATION))

test: ## all tests, those in a real kernel included
	script/test

test-vm: ## only those in a real kernel
	script/test-vm

check: ## format, static checks, warnings
	script/check

format: ## puts the code into its format
	find assetc tests -name '*.cpp' -o -name '*.h' -path 'assetc/*' | xargs clang-format -i

gallery: assetc ## build/gallery.html: every animation of assets/, playing
	script/gallery

install: assetc ## assetc into PREFIX, below DESTDIR, with its manual and what makes packages of animations
	DESTDIR=$(call quote,$(DESTDIR)) cmake --install build --prefix $(call quote,$(PREFIX))
	cp build/install_manifest.txt build/installed.txt

uninstall: ## what install has put there
	xargs -d '\n' -I {} rm -fv $(call quote,$(DESTDIR)){} <build/installed.txt
	find $(call quote,$(DESTDIR)$(PREFIX)/share/knock-out) $(call quote,$(DESTDIR)$(PREFIX)/share/doc/assetc) \
		-type d -empty -delete

deb: assetc ## build/package/assetc_VERSION_ARCH.deb: the compiler for Debian and its kin
	cpack --config build/CPackConfig.cmake -B build/package

sign: module ## signs the modules for Secure Boot; see docs/secure-boot.md
	script/sign

load: ## loads the modules into the kernel that runs, or tells why it takes them not; as root
	script/load

module-install: module ## the modules into the kernel that runs, for modprobe
	$(make_module) modules_install

clean: ## away with what was built
	rm -rf build
	-$(MAKE) -C module clean

help: ## this
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/make \1\t\2/p' Makefile | expand -t 22
