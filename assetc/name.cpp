// SPDX-License-Identifier: GPL-2.0-or-later
#include "name.h"

#include "diagnostic.h"
#include "kernel_modules.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace assetc {

namespace {

constexpr std::size_t longest_name = 32;

// Words of C, and macros without arguments that the kernel's headers or the compiler define: the name is
// passed to the compiler as KBUILD_MODNAME, and a macro would be put in its place.
constexpr std::array<std::string_view, 47> c_words = {
	"alignas",  "alignof",  "asm",     "auto",  "bool",     "break",  "case",    "char",   "const",    "constexpr",
	"continue", "current",  "default", "do",    "double",   "else",   "enum",    "extern", "false",    "float",
	"for",      "goto",     "i386",    "if",    "inline",   "int",    "linux",   "long",   "noinline", "nullptr",
	"register", "restrict", "return",  "short", "signed",   "sizeof", "static",  "struct", "switch",   "true",
	"typedef",  "typeof",   "union",   "unix",  "unsigned", "void",   "volatile"};

// Families of device nodes: the name, or the name and a number, is a device that is there on many machines.
constexpr std::array<std::string_view, 74> device_families = {
	"autofs",   "block",   "bsg",  "btrfs",    "bus",    "cdrom",     "char",   "console", "core",   "cpu",
	"cuse",     "disk",    "dm",   "dri",      "drm",    "dvd",       "fb",     "fd",      "full",   "fuse",
	"gpiochip", "hda",     "hdb",  "hidraw",   "hpet",   "hugepages", "hwrng",  "i2c",     "iio",    "initctl",
	"input",    "ipmi",    "kmem", "kmsg",     "kvm",    "log",       "loop",   "lp",      "mapper", "mcelog",
	"md",       "media",   "mei",  "mem",      "mqueue", "net",       "null",   "nvme",    "nvram",  "parport",
	"port",     "ppp",     "ptmx", "pts",      "ptp",    "ram",       "random", "rfkill",  "rtc",    "sda",
	"sdb",      "sg",      "shm",  "snapshot", "snd",    "sr",        "stderr", "stdin",   "stdout", "tpm",
	"tty",      "urandom", "vda",  "zero"};

constexpr std::array<std::string_view, 22> more_devices = {
	"cec",  "rpmsg", "sdc",  "sdd",         "uhid",  "uinput", "usb",   "usbmon",   "userfaultfd", "vcs",  "vcsa",
	"vcsu", "vdb",   "vfio", "vga_arbiter", "vhost", "vhci",   "video", "watchdog", "xconsole",    "zram", "zfs"};

// What has its folder in /sys/module, though the kernel's build lists it among no modules; and drivers that many
// machines have from elsewhere.
constexpr std::array<std::string_view, 25> kernel_parts = {
	"acpi",     "apparmor", "clocksource", "compaction", "cpufreq", "cpuidle",  "efivars",  "intel", "kernel",
	"keyboard", "module",   "nvidia",      "page_alloc", "printk",  "rcupdate", "rcutree",  "scsi",  "spl",
	"spurious", "srcutree", "suspend",     "sysrq",      "vmw",     "vt",       "workqueue"};

// Files of the player, among which the header is laid for DKMS: module/Kbuild takes none of them for an animation.
constexpr std::array<std::string_view, 3> player_files = {"compat", "frame_table", "playback"};

template <std::size_t Size> bool is_among(const std::array<std::string_view, Size> &words, std::string_view word) {
	return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_lower(char c) {
	return c >= 'a' && c <= 'z';
}

bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

bool is_well_formed(std::string_view name) {
	return !name.empty() && name.size() <= longest_name && is_lower(name.front()) &&
	       std::all_of(name.begin(), name.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

} // namespace

std::optional<name_fault> find_name_fault(std::string_view name) {
	const std::string hint = "choose another one with --name";
	if (!is_well_formed(name)) {
		const auto like_it = name_from_file(name);
		return name_fault{
			quote(name) + " is no name for a device",
			"a name begins with a letter and has at most 32 of a-z, 0-9 and _" +
				(like_it.empty() ? "; choose one with --name" : ": " + quote(like_it) + " would do")};
	}
	if (is_among(c_words, name))
		return name_fault{quote(name) + " means something to the C compiler", hint};
	const auto family = name.substr(0, name.find_last_not_of("0123456789") + 1);
	if (is_among(device_families, family) || is_among(more_devices, family))
		return name_fault{"/dev/" + std::string(name) + " is a device that Linux has already", hint};
	if (is_among(kernel_parts, name) || is_kernel_module(name))
		return name_fault{quote(name) + " is the name of a part of the kernel", hint};
	if (is_among(player_files, name))
		return name_fault{quote(name) + " is the name of a file of the player", hint};
	return std::nullopt;
}

std::string base_name(const std::filesystem::path &of) {
	return (of.has_filename() ? of : of.parent_path()).filename().string();
}

std::string name_from_file(std::string_view path) {
	std::string name;
	for (char c : std::filesystem::path(path).stem().string()) {
		c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
		if (is_lower(c) || is_digit(c))
			name += c;
		else if (!name.empty() && name.back() != '_')
			name += '_';
	}
	if (!name.empty() && is_digit(name.front()))
		name.insert(0, "a");
	name.resize(std::min(name.size(), longest_name));
	name.resize(name.find_last_not_of('_') + 1);
	return name;
}

} // namespace assetc
