// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// stb_image itself. It looks at memory that it has not filled where a picture leaves something out: the tables of a
// JPEG, colours of a palette. Here all memory begins as zeros, those on the stack too (see CMakeLists.txt): so a table
// without codes leads nowhere, and nothing that was in the memory before comes out as a picture.
#include <cstdlib>
#include <cstring>

namespace {

void *grow_with_zeros(void *memory, std::size_t old_size, std::size_t size) {
	auto *const grown = static_cast<char *>(std::realloc(memory, size));
	if (grown && size > old_size)
		std::memset(grown + old_size, 0, size - old_size);
	return grown;
}

} // namespace

#define STBI_MALLOC(size) std::calloc(1, size)
#define STBI_REALLOC_SIZED(memory, old_size, size) grow_with_zeros(memory, old_size, size)
#define STBI_FREE(memory) std::free(memory)

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_ONLY_TGA
#define STBI_ONLY_PNM
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_NO_HDR
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image.h>
#pragma GCC diagnostic pop
