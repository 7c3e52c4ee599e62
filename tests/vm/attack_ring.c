// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Reads that go on while one does something else: io_uring and the older io_submit.
// Every thread has one ring and one context, and never waits for what it began.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <linux/aio_abi.h>
#include <linux/io_uring.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define ENTRIES 16

static __thread struct {
	int fd;
	unsigned int *submit_tail, *submit_array, *complete_head, *complete_tail;
	struct io_uring_sqe *requests;
} ring;

static __thread aio_context_t context;

static char *map_ring(size_t size, off_t offset) {
	return mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring.fd, offset);
}

static bool map_parts(const struct io_uring_params *given) {
	char *submit = map_ring(given->sq_off.array + given->sq_entries * sizeof(unsigned int), IORING_OFF_SQ_RING);
	char *complete =
		map_ring(given->cq_off.cqes + given->cq_entries * sizeof(struct io_uring_cqe), IORING_OFF_CQ_RING);
	char *requests = map_ring(given->sq_entries * sizeof(struct io_uring_sqe), IORING_OFF_SQES);

	if (submit == MAP_FAILED || complete == MAP_FAILED || requests == MAP_FAILED)
		return false;
	ring.submit_tail = (unsigned int *)(submit + given->sq_off.tail);
	ring.submit_array = (unsigned int *)(submit + given->sq_off.array);
	ring.complete_head = (unsigned int *)(complete + given->cq_off.head);
	ring.complete_tail = (unsigned int *)(complete + given->cq_off.tail);
	ring.requests = (struct io_uring_sqe *)requests;
	return true;
}

// A ring of a random kind; the plain one, if the kernel does not have that.
void thread_ring(struct dice *dice) {
	static const uint32_t flags[] = {0,
					 0,
					 IORING_SETUP_SQPOLL,
					 IORING_SETUP_IOPOLL,
					 IORING_SETUP_COOP_TASKRUN,
					 IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN};
	struct io_uring_params given = {.flags = any_of(dice, flags), .sq_thread_idle = 10};

	syscall(SYS_io_setup, ENTRIES, &context);
	ring.fd = (int)syscall(SYS_io_uring_setup, ENTRIES, &given);
	if (ring.fd < 0) {
		memset(&given, 0, sizeof(given));
		ring.fd = (int)syscall(SYS_io_uring_setup, ENTRIES, &given);
	}
	if (ring.fd < 0 || !map_parts(&given))
		ring.requests = NULL;
	else
		keep_descriptor(dice, 'r', ring.fd);
}

static void fill_request(struct dice *dice, struct io_uring_sqe *request) {
	static const uint8_t operations[] = {
		IORING_OP_READ,         IORING_OP_READ,
		IORING_OP_READ,         IORING_OP_READV,
		IORING_OP_READV,        IORING_OP_READ_FIXED,
		IORING_OP_POLL_ADD,     IORING_OP_POLL_ADD,
		IORING_OP_POLL_ADD,     IORING_OP_POLL_REMOVE,
		IORING_OP_ASYNC_CANCEL, IORING_OP_ASYNC_CANCEL,
		IORING_OP_TIMEOUT,      IORING_OP_LINK_TIMEOUT,
		IORING_OP_SPLICE,       IORING_OP_TEE,
		IORING_OP_CLOSE,        IORING_OP_OPENAT,
		IORING_OP_FSYNC,        IORING_OP_FALLOCATE,
		IORING_OP_FADVISE,      IORING_OP_WRITE,
		IORING_OP_STATX,        IORING_OP_EPOLL_CTL,
		IORING_OP_SENDMSG,      IORING_OP_PROVIDE_BUFFERS,
		IORING_OP_FILES_UPDATE, IORING_OP_NOP,
	};
	static const uint8_t flags[] = {0,
					0,
					IOSQE_ASYNC,
					IOSQE_IO_LINK,
					IOSQE_IO_HARDLINK,
					IOSQE_IO_DRAIN,
					IOSQE_FIXED_FILE,
					IOSQE_BUFFER_SELECT,
					IOSQE_CQE_SKIP_SUCCESS};
	bool vector = one_in(dice, 5);

	request->opcode = one_in(dice, 20) ? below(dice, 64) : any_of(dice, operations);
	request->flags = one_in(dice, 20) ? (uint8_t)roll(dice) : any_of(dice, flags);
	request->ioprio = one_in(dice, 20) ? (uint16_t)roll(dice) : 0;
	request->fd = request->flags & IOSQE_FIXED_FILE ? (int)below(dice, 9) : any_descriptor(dice, 'f');
	request->off = one_in(dice, 2) ? UINT64_MAX : roll(dice) >> below(dice, 64);
	request->addr = vector ? (uintptr_t)any_argument(dice, 'V') : (uintptr_t)any_address(dice);
	request->len = vector ? below(dice, 16) : (uint32_t)any_size(dice);
	request->rw_flags = one_in(dice, 3) ? POLLIN : one_in(dice, 4) ? (int)roll(dice) : 0;
	request->user_data = below(dice, 16);
	request->buf_index = below(dice, 4);
}

static long make_submission(struct dice *dice) {
	uint32_t count = 1 + below(dice, 4), flags = one_in(dice, 8) ? (uint32_t)roll(dice) : 0;

	if (!ring.requests)
		return -1;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t index = (*ring.submit_tail + i) % ENTRIES;

		memset(&ring.requests[index], 0, sizeof(ring.requests[index]));
		fill_request(dice, &ring.requests[index]);
		ring.submit_array[index] = one_in(dice, 50) ? (uint32_t)roll(dice) : index;
	}
	__atomic_store_n(ring.submit_tail, *ring.submit_tail + count, __ATOMIC_RELEASE);
	__atomic_store_n(ring.complete_head, __atomic_load_n(ring.complete_tail, __ATOMIC_ACQUIRE), __ATOMIC_RELEASE);
	return syscall(SYS_io_uring_enter, ring.fd, count, 0, flags, NULL, 0);
}

// Waits for one completion, or for the next signal.
static long make_completion(struct dice *dice) {
	(void)dice;
	return syscall(SYS_io_uring_enter, ring.fd, 0, 1, IORING_ENTER_GETEVENTS, NULL, 0);
}

static long make_registration(struct dice *dice) {
	struct iovec buffers[4];
	int files[9];

	for (int i = 0; i < 9; i++)
		files[i] = any_descriptor(dice, 'f');
	for (int i = 0; i < 4; i++)
		buffers[i] = (struct iovec){good_address(dice), 1 + below(dice, 8192)};
	switch (below(dice, 6)) {
	case 0:
		return syscall(SYS_io_uring_register, ring.fd, IORING_REGISTER_FILES, files, COUNT(files));
	case 1:
		return syscall(SYS_io_uring_register, ring.fd, IORING_UNREGISTER_FILES, NULL, 0);
	case 2:
		return syscall(SYS_io_uring_register, ring.fd, IORING_REGISTER_BUFFERS, buffers, COUNT(buffers));
	case 3:
		return syscall(SYS_io_uring_register, ring.fd, IORING_UNREGISTER_BUFFERS, NULL, 0);
	case 4:
		return syscall(SYS_io_uring_register, ring.fd, IORING_REGISTER_EVENTFD, files, 1);
	default:
		return syscall(SYS_io_uring_register, ring.fd, below(dice, 30), any_argument(dice, 'W'),
			       below(dice, 10));
	}
}

static __thread struct iocb requests[4];

static long make_io_submit(struct dice *dice) {
	static const uint16_t operations[] = {IOCB_CMD_PREAD, IOCB_CMD_PREAD, IOCB_CMD_PREADV, IOCB_CMD_POLL,
					      IOCB_CMD_POLL,  IOCB_CMD_FSYNC, IOCB_CMD_PWRITE, IOCB_CMD_NOOP};
	struct iocb *request = &any_of(dice, requests);
	bool vector;

	memset(request, 0, sizeof(*request));
	request->aio_lio_opcode = one_in(dice, 20) ? below(dice, 12) : any_of(dice, operations);
	vector = request->aio_lio_opcode == IOCB_CMD_PREADV;
	request->aio_fildes = any_descriptor(dice, 'f');
	request->aio_buf = request->aio_lio_opcode == IOCB_CMD_POLL ? POLLIN
			   : vector                                 ? (uintptr_t)any_argument(dice, 'V')
								    : (uintptr_t)any_address(dice);
	request->aio_nbytes = request->aio_lio_opcode == IOCB_CMD_POLL ? 0 : vector ? below(dice, 16) : any_size(dice);
	request->aio_offset = one_in(dice, 2) ? 0 : (int64_t)roll(dice);
	request->aio_rw_flags = one_in(dice, 4) ? (int)any_argument(dice, 'b') : 0;
	return syscall(SYS_io_submit, context, 1, &request);
}

static long make_io_cancel(struct dice *dice) {
	struct io_event event;

	return syscall(SYS_io_cancel, context, &any_of(dice, requests), &event);
}

static long make_io_getevents(struct dice *dice) {
	struct io_event events[ENTRIES];
	struct timespec patience = {0, below(dice, 5000000)};

	return syscall(SYS_io_getevents, context, below(dice, 2), ENTRIES, events, &patience);
}

static long make_io_destroy(struct dice *dice) {
	long result = syscall(SYS_io_destroy, context);

	(void)dice;
	context = 0;
	syscall(SYS_io_setup, ENTRIES, &context);
	return result;
}

const struct call ring_calls[] = {
	{"io_uring_enter to submit", 0, NULL, 60, make_submission},
	{"io_uring_enter to wait", 0, NULL, 4, make_completion},
	{"io_uring_enter", SYS_io_uring_enter, "xiiiWN", 2, NULL},
	{"io_uring_register", 0, NULL, 8, make_registration},
	{"io_submit", 0, NULL, 25, make_io_submit},
	{"io_cancel", 0, NULL, 8, make_io_cancel},
	{"io_getevents", 0, NULL, 8, make_io_getevents},
	{"io_destroy", 0, NULL, 1, make_io_destroy},
	{0},
};
