/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What every measurement here needs.
 *
 * Copyright (C) 2026 the knock-out authors
 */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static inline void fail(const char *what)
{
	perror(what);
	exit(1);
}

static inline int by_size(const void *a, const void *b)
{
	const double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

/* The given share of the values is smaller; sorts them. */
static inline double quantile(double *values, int count, double share)
{
	qsort(values, count, sizeof(*values), by_size);
	return values[(int)(share * (count - 1))];
}

#endif
