// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "painted.h"

#include <atomic>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <pty.h>
#include <stdexcept>
#include <termios.h>
#include <thread>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

namespace assetc {

namespace {

// A terminal that counts what it is sent.
class counting_terminal {
public:
	counting_terminal(int columns, int rows) {
		winsize size{};
		size.ws_col = static_cast<unsigned short>(columns);
		size.ws_row = static_cast<unsigned short>(rows);
		termios raw{};
		cfmakeraw(&raw);
		cfsetspeed(&raw, B38400);
		if (openpty(&outer, &inner, nullptr, &raw, &size) != 0)
			throw std::runtime_error("no pseudo-terminal");
		file = fdopen(inner, "r+");
		reader = std::jthread([this] { read_all(); });
	}
	counting_terminal(const counting_terminal &) = delete;
	counting_terminal &operator=(const counting_terminal &) = delete;
	~counting_terminal() {
		std::fclose(file);
		reader.join();
		::close(outer);
	}

	// All that was sent before this call is counted when it returns.
	std::size_t count() const {
		static constexpr char mark = '\x05'; // which ncurses never sends
		const auto seen = marks.load();
		if (::write(inner, &mark, 1) != 1)
			throw std::runtime_error("cannot write to the pseudo-terminal");
		marks.wait(seen);
		return counted;
	}

	std::FILE *file = nullptr;

private:
	void read_all() {
		char buffer[4096];
		for (ssize_t size; (size = ::read(outer, buffer, sizeof(buffer))) > 0;)
			for (ssize_t i = 0; i < size; ++i)
				if (buffer[i] == '\x05') {
					++marks;
					marks.notify_all();
				} else {
					++counted;
				}
	}

	int outer = -1;
	int inner = -1;
	std::atomic<std::size_t> counted{0};
	std::atomic<int> marks{0};
	std::jthread reader;
};

int number_of(color wanted) {
	return wanted.is == color::kind::indexed ? wanted.number() : -1;
}

void show(const grid &shown) {
	erase();
	for (int row = 0; row < shown.rows; ++row)
		for (int column = 0; column < shown.columns; ++column) {
			const auto &painted = shown.at(column, row);
			if (painted.glyph == wide_tail)
				continue;
			const wchar_t text[2] = {static_cast<wchar_t>(painted.glyph), 0};
			const int pair = alloc_pair(number_of(painted.ink), number_of(painted.paper));
			cchar_t cell;
			setcchar(&cell, text, A_NORMAL, 0, &pair);
			mvadd_wch(row, column, &cell);
		}
	refresh();
}

SCREEN *begin(std::FILE *file) {
	std::setlocale(LC_ALL, "C.UTF-8");
	auto *screen = newterm("xterm-256color", file, file);
	if (!screen)
		throw std::runtime_error("ncurses does not know xterm-256color");
	start_color();
	use_default_colors();
	nonl();
	idlok(stdscr, TRUE);
	idcok(stdscr, TRUE);
	leaveok(stdscr, TRUE);
	return screen;
}

} // namespace

std::size_t bytes_by_ncurses(const reel &shown) {
	const counting_terminal terminal(shown.columns, shown.rows + 1);
	auto *screen = begin(terminal.file);
	show(shown.at(0));
	std::fflush(terminal.file);
	const auto before = terminal.count();
	for (std::size_t i = 1; i <= shown.frames(); ++i)
		show(shown.at(i % shown.frames()));
	std::fflush(terminal.file);
	const auto after = terminal.count();
	endwin();
	delscreen(screen);
	return after - before;
}

} // namespace assetc
