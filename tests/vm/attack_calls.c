// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// What can be called on a file, or on the name of one.  attack_arguments.c has the letters.

#define _GNU_SOURCE
#include "attack.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static long make_stat_of_descriptor(struct dice *dice) {
	return syscall(SYS_statx, any_descriptor(dice, 'f'), "", AT_EMPTY_PATH, below(dice, 4096), any_address(dice));
}

static long make_execute(struct dice *dice) {
	return syscall(SYS_execveat, any_descriptor(dice, 'f'), "", NULL, NULL, AT_EMPTY_PATH);
}

// Only a few at a time, so that there is something left to attack.
static long make_close_range(struct dice *dice) {
	unsigned int first = 3 + below(dice, 180);

	return syscall(SYS_close_range, first, first + below(dice, 4), 0);
}

static long make_set_flags(struct dice *dice) {
	return syscall(SYS_fcntl, any_descriptor(dice, 'f'), F_SETFL, any_argument(dice, 'F'));
}

static long make_map(struct dice *dice) {
	static const int kinds[] = {MAP_SHARED, MAP_PRIVATE, MAP_SHARED_VALIDATE, MAP_SHARED | MAP_POPULATE,
				    MAP_PRIVATE | MAP_LOCKED};
	size_t length = 4096 * (1 + below(dice, 4));
	long memory = syscall(SYS_mmap, NULL, length, below(dice, 8), any_of(dice, kinds), any_descriptor(dice, 'f'),
			      below(dice, 3) * 4096L);

	if (memory != -1)
		syscall(SYS_munmap, memory, length);
	return memory;
}

const struct call file_calls[] = {
	{"open", SYS_open, "DOi v", 60, NULL},
	{"open of any path", SYS_open, "QOi v", 20, NULL},
	{"openat", SYS_openat, "xQOi v", 10, NULL},
	{"openat2", SYS_openat2, "xQWN v", 5, NULL},
	{"creat", SYS_creat, "Di v", 3, NULL},
	{"close", SYS_close, "f", 25, NULL},
	{"close of anything", SYS_close, "x", 5, NULL},
	{"close_range", 0, NULL, 3, make_close_range},
	{"dup", SYS_dup, "f v", 15, NULL},
	{"dup2", SYS_dup2, "ff", 8, NULL},
	{"dup3", SYS_dup3, "fxO", 5, NULL},
	{"read", SYS_read, "fAN", 90, NULL},
	{"read of anything", SYS_read, "xAN", 10, NULL},
	{"pread64", SYS_pread64, "fANo", 8, NULL},
	{"readv", SYS_readv, "fVn", 40, NULL},
	{"preadv", SYS_preadv, "fVno0", 8, NULL},
	{"preadv2", SYS_preadv2, "fVno0b", 25, NULL},
	{"write", SYS_write, "fAN", 8, NULL},
	{"write to a pipe", SYS_write, "pAN", 8, NULL},
	{"pwrite64", SYS_pwrite64, "fANo", 4, NULL},
	{"writev", SYS_writev, "fVn", 4, NULL},
	{"pwritev2", SYS_pwritev2, "fVno0b", 4, NULL},
	{"sendfile", SYS_sendfile, "pf0N", 10, NULL},
	{"sendfile with offset", SYS_sendfile, "xfAN", 5, NULL},
	{"sendfile to a socket", SYS_sendfile, "sf0N", 5, NULL},
	{"splice", SYS_splice, "f0p0Nb", 10, NULL},
	{"splice the other way", SYS_splice, "pWfWNb", 5, NULL},
	{"tee", SYS_tee, "ppNb", 3, NULL},
	{"tee from it", SYS_tee, "fpNb", 3, NULL},
	{"vmsplice", SYS_vmsplice, "pVnb", 3, NULL},
	{"copy_file_range", SYS_copy_file_range, "fWpWNb", 5, NULL},
	{"lseek", SYS_lseek, "fow", 15, NULL},
	{"ioctl", SYS_ioctl, "fIA", 30, NULL},
	{"ioctl with a number", SYS_ioctl, "fIi", 15, NULL},
	{"fcntl", SYS_fcntl, "fCi", 25, NULL},
	{"fcntl with words", SYS_fcntl, "fCW", 15, NULL},
	{"fcntl F_SETFL", 0, NULL, 25, make_set_flags},
	{"flock", SYS_flock, "fw", 5, NULL},
	{"mmap", 0, NULL, 12, make_map},
	{"ftruncate", SYS_ftruncate, "fo", 4, NULL},
	{"truncate", SYS_truncate, "Qo", 3, NULL},
	{"fallocate", SYS_fallocate, "fboo", 4, NULL},
	{"fsync", SYS_fsync, "f", 4, NULL},
	{"fdatasync", SYS_fdatasync, "f", 3, NULL},
	{"sync_file_range", SYS_sync_file_range, "foob", 3, NULL},
	{"syncfs", SYS_syncfs, "f", 2, NULL},
	{"fadvise64", SYS_fadvise64, "fooi", 3, NULL},
	{"readahead", SYS_readahead, "foN", 3, NULL},
	{"getdents64", SYS_getdents64, "fAN", 3, NULL},
	{"fchdir", SYS_fchdir, "f", 2, NULL},
	{"fstat", SYS_fstat, "fA", 4, NULL},
	{"statx", SYS_statx, "xQbbA", 4, NULL},
	{"statx of a descriptor", 0, NULL, 4, make_stat_of_descriptor},
	{"fstatfs", SYS_fstatfs, "fA", 3, NULL},
	{"fchmod", SYS_fchmod, "fi", 3, NULL},
	{"fchown", SYS_fchown, "fii", 3, NULL},
	{"utimensat", SYS_utimensat, "xDWb", 3, NULL},
	{"fgetxattr", SYS_fgetxattr, "fAAN", 3, NULL},
	{"fsetxattr", SYS_fsetxattr, "fAANb", 3, NULL},
	{"flistxattr", SYS_flistxattr, "fAN", 3, NULL},
	{"chmod", SYS_chmod, "Di", 3, NULL},
	{"chown", SYS_chown, "Dii", 3, NULL},
	{"unlink", SYS_unlink, "D", 3, NULL},
	{"rename", SYS_rename, "DQ", 3, NULL},
	{"link", SYS_link, "DQ", 3, NULL},
	{"symlink", SYS_symlink, "DQ", 2, NULL},
	{"mknod", SYS_mknod, "Qii", 3, NULL},
	{"access", SYS_access, "Qi", 3, NULL},
	{"readlink", SYS_readlink, "QAN", 3, NULL},
	{"name_to_handle_at", SYS_name_to_handle_at, "xDWWb", 3, NULL},
	{"open_by_handle_at", SYS_open_by_handle_at, "fWO v", 3, NULL},
	{"execveat", 0, NULL, 2, make_execute},
	{"acct", SYS_acct, "D", 1, NULL},
	{"swapon", SYS_swapon, "Db", 1, NULL},
	{"mount", SYS_mount, "DQAbA", 2, NULL},
	{"finit_module", SYS_finit_module, "fAb", 2, NULL},
	{"quotactl_fd", SYS_quotactl_fd, "fiiA", 1, NULL},
	{"fsconfig", SYS_fsconfig, "fiAAf", 1, NULL},
	{0},
};
