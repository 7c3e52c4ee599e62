// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// To be preloaded: lets one call to the system fail, of all that a program makes for files, folders and threads;
// but for unlink, which clears away after one that failed.
//
//   FAIL_AT=N          the N-th such call, from 1
//   FAIL_HOW=          an errno in digits; "short": reads and writes do one byte only; "signal N": it is sent before the call
//   FAIL_ON=1          and all calls from then on
//   FAIL_REPORT=FILE   where to put the names of those that failed, a line each
//   FAIL_TMPFILE=1     besides, the file system knows no files without a name

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long calls;

static void report(const char *name)
{
	const char *path = getenv("FAIL_REPORT");
	char line[64];
	long file;

	if (!path)
		return;
	file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0666);
	if (syscall(SYS_write, file, line, (long)snprintf(line, sizeof(line), "%s\n", name)) < 0)
		abort();
	syscall(SYS_close, file);
}

// Whether this is a call that fails, or is disturbed. Calls that cannot be short do not count where that is asked for.
static bool is_hit(const char *name, bool may_be_short)
{
	const char *at = getenv("FAIL_AT");
	const char *how = getenv("FAIL_HOW");
	long call;

	if (!at || !how || (!strcmp(how, "short") && !may_be_short))
		return false;
	call = atomic_fetch_add(&calls, 1) + 1;
	if (call != atol(at) && (call < atol(at) || !getenv("FAIL_ON")))
		return false;
	report(name);
	if (!strncmp(how, "signal ", 7))
		kill(getpid(), atoi(how + 7));
	return true;
}

static bool is_short(void)
{
	return !strcmp(getenv("FAIL_HOW"), "short");
}

// The errno that the call is to fail with; 0: it works after all.
static int reason(void)
{
	return atoi(getenv("FAIL_HOW"));
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRAP(result, bad, name, parameters, arguments)                                                                 \
	result name parameters                                                                                         \
	{                                                                                                              \
		if (is_hit(#name, false) && reason()) {                                                                \
			errno = reason();                                                                              \
			return bad;                                                                                    \
		}                                                                                                      \
		return REAL(name) arguments;                                                                           \
	}

// `size` is a parameter, which a short call sets to 1.
#define WRAP_SIZED(name, parameters, arguments)                                                                        \
	ssize_t name parameters                                                                                        \
	{                                                                                                              \
		if (is_hit(#name, true)) {                                                                             \
			if (is_short()) {                                                                              \
				size = size > 0;                                                                       \
			} else if (reason()) {                                                                         \
				errno = reason();                                                                      \
				return -1;                                                                             \
			}                                                                                              \
		}                                                                                                      \
		return REAL(name) arguments;                                                                           \
	}

// Those of pthreads give the reason, and leave errno alone.
#define WRAP_RETURNING_REASON(name, parameters, arguments)                                                             \
	int name parameters                                                                                            \
	{                                                                                                              \
		if (is_hit(#name, false) && reason())                                                                  \
			return reason();                                                                               \
		return REAL(name) arguments;                                                                           \
	}

#define WRAP_OPEN(name, before, ...)                                                                                   \
	int name(before const char *path, int flags, ...)                                                              \
	{                                                                                                              \
		va_list rest;                                                                                          \
		mode_t mode = 0;                                                                                       \
                                                                                                                       \
		va_start(rest, flags);                                                                                 \
		if (flags & (O_CREAT | __O_TMPFILE))                                                                   \
			mode = va_arg(rest, mode_t);                                                                   \
		va_end(rest);                                                                                          \
		if (is_hit(#name, false) && reason()) {                                                                \
			errno = reason();                                                                              \
			return -1;                                                                                     \
		}                                                                                                      \
		if ((flags & __O_TMPFILE) && getenv("FAIL_TMPFILE")) {                                                 \
			errno = EOPNOTSUPP;                                                                            \
			return -1;                                                                                     \
		}                                                                                                      \
		return REAL(name)(__VA_ARGS__, flags, mode);                                                           \
	}

#define AND ,

WRAP_OPEN(open, , path)
WRAP_OPEN(open64, , path)
WRAP_OPEN(openat, int folder AND, folder, path)
WRAP_OPEN(openat64, int folder AND, folder, path)

WRAP_SIZED(read, (int file, void *bytes, size_t size), (file, bytes, size))
WRAP_SIZED(pread, (int file, void *bytes, size_t size, off_t from), (file, bytes, size, from))
WRAP_SIZED(write, (int file, const void *bytes, size_t size), (file, bytes, size))
WRAP_SIZED(sendfile, (int to, int from, off_t *start, size_t size), (to, from, start, size))

WRAP(int, -1, access, (const char *path, int how), (path, how))
WRAP(pid_t, -1, fork, (void), ())
WRAP(int, -1, fchmod, (int file, mode_t mode), (file, mode))
WRAP(int, -1, fstat, (int file, struct stat *into), (file, into))
WRAP(int, -1, linkat, (int from, const char *old, int to, const char *new, int flags), (from, old, to, new, flags))
WRAP(int, -1, lstat, (const char *path, struct stat *into), (path, into))
WRAP(int, -1, memfd_create, (const char *name, unsigned int flags), (name, flags))
WRAP(int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
WRAP(int, -1, pipe2, (int ends[2], int flags), (ends, flags))
WRAP(int, -1, rename, (const char *from, const char *to), (from, to))
WRAP(int, -1, stat, (const char *path, struct stat *into), (path, into))
WRAP(ssize_t, -1, readlink, (const char *path, char *into, size_t size), (path, into, size))
WRAP(struct dirent *, NULL, readdir, (DIR *of), (of))
WRAP(DIR *, NULL, opendir, (const char *path), (path))
WRAP(DIR *, NULL, fdopendir, (int file), (file))

WRAP_RETURNING_REASON(pthread_create, (pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *), void *with),
		      (thread, how, run, with))

// The file is closed even so, as Linux does.
int close(int file)
{
	const bool fails = is_hit("close", false) && reason();
	const int result = REAL(close)(file);

	if (!fails)
		return result;
	errno = reason();
	return -1;
}
