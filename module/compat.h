/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What differs between the kernels that we build on, and nothing else: no other
 * file asks for a version.
 *
 * Copyright (C) 2026 the knock-out authors
 */
#ifndef COMPAT_H
#define COMPAT_H

#include <linux/hrtimer.h>
#include <linux/version.h>

/*
 * hrtimer_setup() replaced hrtimer_init() and an assignment in 6.13.  The name
 * here is our own, lest it collide where a distribution has backported it.
 */
static inline void timer_prepare(struct hrtimer *timer,
				 enum hrtimer_restart (*ring)(struct hrtimer *))
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 13, 0)
	hrtimer_setup(timer, ring, CLOCK_MONOTONIC, HRTIMER_MODE_ABS);
#else
	hrtimer_init(timer, CLOCK_MONOTONIC, HRTIMER_MODE_ABS);
	timer->function = ring;
#endif
}

#endif /* COMPAT_H */
