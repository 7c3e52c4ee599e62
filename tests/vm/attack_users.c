// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Who is still there, when nobody should be.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void print_file(const char *process, const char *name) {
	char path[300], line[256];
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%s/%s", process, name);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		printf("  %s: %s%s", name, line, strchr(line, '\n') ? "" : "\n");
	if (file)
		fclose(file);
}

static bool has_open(const char *process) {
	char path[600], target[256];
	struct dirent *entry;
	bool has = false;
	DIR *folder;

	snprintf(path, sizeof(path), "/proc/%s/fd", process);
	folder = opendir(path);
	while (folder && !has && (entry = readdir(folder))) {
		ssize_t length;

		snprintf(path, sizeof(path), "/proc/%s/fd/%s", process, entry->d_name);
		length = readlink(path, target, sizeof(target) - 1);
		has = length > 0 && (size_t)length >= strlen(device_path) &&
		      memcmp(target, device_path, strlen(device_path)) == 0;
	}
	if (folder)
		closedir(folder);
	return has;
}

// The kernel itself may be one, where no process is: for io_uring, or a message that holds the file.
void list_users(void) {
	DIR *folder = opendir("/proc");
	struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		if (isdigit((unsigned char)entry->d_name[0]) && has_open(entry->d_name)) {
			printf("process %s has it open\n", entry->d_name);
			print_file(entry->d_name, "status");
			print_file(entry->d_name, "stack");
		}
	if (folder)
		closedir(folder);
	fflush(stdout);
}
