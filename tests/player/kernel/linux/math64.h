/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What module/playback.h takes from the kernel, for user space.
 *
 * Copyright (C) 2026 the knock-out authors
 */
#ifndef PLAYER_MATH64_H
#define PLAYER_MATH64_H

#include <linux/types.h>

#define U32_MAX (~0U)

static inline __u64 div_u64(__u64 dividend, __u32 divisor)
{
	return dividend / divisor;
}

#endif
