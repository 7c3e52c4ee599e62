// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Dice: numbers that look random and follow from a seed (splitmix64).

#include "attack.h"

uint64_t roll(struct dice *dice) {
	uint64_t bits = dice->state += UINT64_C(0x9e3779b97f4a7c15);

	bits = (bits ^ bits >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	bits = (bits ^ bits >> 27) * UINT64_C(0x94d049bb133111eb);
	return bits ^ bits >> 31;
}

uint32_t below(struct dice *dice, uint32_t limit) {
	return (roll(dice) >> 32) * limit >> 32;
}

bool one_in(struct dice *dice, uint32_t chances) {
	return below(dice, chances) == 0;
}

struct dice dice_of(uint64_t seed, uint64_t purpose) {
	struct dice dice = {seed ^ purpose << 40};

	dice.state = roll(&dice);
	return dice;
}
