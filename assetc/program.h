// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Another program, whose output is read while it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace assetc {

// A program that is found as the shell finds it, without input. It is ended with this, if it still runs, and with the
// thread that made this.
class program {
public:
	explicit program(const std::vector<std::string> &words);
	program(const program &) = delete;
	program &operator=(const program &) = delete;
	~program();

	// Whether there is such a program. To be asked after its end.
	bool exists() const;

	// Fills the buffer with what it writes, and tells how much came; less than asked for is all there will be.
	std::size_t read(std::span<std::uint8_t> into);

	// All that it still writes, up to so many bytes.
	std::string read_all(std::size_t most);

	// Waits for its end, and reads no more: what it still writes finds no reader. True if it found nothing wrong.
	bool succeeded();

	// The last line of its complaints, of which the first 64 KiB are kept, without control characters; may be
	// empty. To be asked after its end.
	std::string last_complaint() const;

	// Whether these words are among its complaints. To be asked after its end.
	bool complained_of(std::string_view words) const;

private:
	void stop_reading();
	std::string all_complaints() const;

	pid_t process = -1;
	int output = -1;
	int complaints = -1;
	int status = -1;
};

} // namespace assetc
