// SPDX-License-Identifier: GPL-2.0-only
/*
 * The player: a device that sends an animation, one frame a read().
 *
 * The table of frames comes from a header that assetc wrote.  Kbuild includes it
 * on the command line, so that this one file becomes a module, and a device, for
 * every animation: parrot.h makes parrot.ko and /dev/parrot.
 *
 * Copyright (C) 2026 the knock-out authors
 */
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/uio.h>

#include "compat.h"
#include "frame_table.h"
#include "playback.h"

/* The table: `animation`, from the header.  What one may turn while it plays: */

static int speed_percent = 100;
static int loops;

static int set_within(const char *text, const struct kernel_param *param, int min, int max)
{
	int value;
	int err = kstrtoint(text, 0, &value);

	if (err)
		return err;
	if (value < min || value > max)
		return -EINVAL;
	WRITE_ONCE(*(int *)param->arg, value);
	return 0;
}

static int set_speed_percent(const char *text, const struct kernel_param *param)
{
	return set_within(text, param, 10, 1000);
}

static int set_loops(const char *text, const struct kernel_param *param)
{
	return set_within(text, param, -1, INT_MAX);
}

static const struct kernel_param_ops speed_percent_ops = {
	.set = set_speed_percent,
	.get = param_get_int,
};

static const struct kernel_param_ops loops_ops = {
	.set = set_loops,
	.get = param_get_int,
};

module_param_cb(speed_percent, &speed_percent_ops, &speed_percent, 0644);
MODULE_PARM_DESC(speed_percent, "speed, 10 to 1000 percent (default 100); a new one holds from the next frame on");
module_param_cb(loops, &loops_ops, &loops, 0644);
MODULE_PARM_DESC(loops, "how many loops to play; 0 as the animation says (default), -1 for ever");

/**
 * loops_to_play() - how often the animation is to be repeated, as of now
 *
 * Return: the number of loops, 0 for ever.
 */
static u32 loops_to_play(void)
{
	int asked = READ_ONCE(loops);

	if (asked < 0)
		return 0;
	return asked ?: animation.loops;
}

/**
 * struct viewer - one open file
 * @lock: held to send bytes, but never while waiting for the next frame, so that
 *	threads that share a viewer get each byte once and yet do not block one
 *	another's signals
 * @play: how far it has come; under @lock
 * @due_ns: from when on a read() has something to say; may be read without @lock
 * @watchers: who waits in poll(), select() or epoll
 * @bell: wakes the watchers; NULL until there was the first of them
 */
struct viewer {
	struct mutex lock; /* for @play */
	struct playback play;
	atomic64_t due_ns;
	wait_queue_head_t watchers;
	struct bell *bell;
};

/**
 * struct bell - the timer that tells watchers of the next frame
 * @timer: goes off when the frame is due
 * @viewer: whose frame it is
 *
 * Most viewers just block in read(), which brings its own timer, on the stack.
 * They need no bell, and do not pay for one.
 */
struct bell {
	struct hrtimer timer;
	struct viewer *viewer;
};

static bool viewer_is_due(struct viewer *viewer)
{
	return ktime_get_ns() >= atomic64_read(&viewer->due_ns);
}

/* Pacing: first for who sleeps in read(), then for who watches in poll(). */

/**
 * viewer_sleep() - wait until the viewer's next frame is due
 * @viewer: the viewer
 *
 * The deadline is absolute.  A relative one would start only now, after the last
 * frame was copied and this task was scheduled, and all that would add up.
 *
 * Return: 0 if it is time to look again, or -ERESTARTSYS for a signal.  As
 * nothing has been sent yet, the read() may simply be restarted after it.
 */
static int viewer_sleep(struct viewer *viewer)
{
	ktime_t due = ns_to_ktime(atomic64_read(&viewer->due_ns));

	set_current_state(TASK_INTERRUPTIBLE);
	if (!schedule_hrtimeout(&due, HRTIMER_MODE_ABS))
		return 0;
	return signal_pending(current) ? -ERESTARTSYS : 0;
}

/*
 * How much later than due a bell may go off, so that the kernel can serve many
 * viewers of one watcher with one interrupt.  It is what a sleeping process gets.
 */
#define SLACK_NS (50 * NSEC_PER_USEC)

static void bell_set(struct bell *bell)
{
	ktime_t due = ns_to_ktime(atomic64_read(&bell->viewer->due_ns));

	hrtimer_start_range_ns(&bell->timer, due, SLACK_NS, HRTIMER_MODE_ABS);
}

/*
 * Two who set the bell at once may leave it at the earlier of two deadlines, and
 * never at a later one, since deadlines only move ahead.  So an early bell is
 * just set again.
 */
static enum hrtimer_restart bell_ring(struct hrtimer *timer)
{
	struct bell *bell = container_of(timer, struct bell, timer);

	if (viewer_is_due(bell->viewer))
		wake_up_poll(&bell->viewer->watchers, EPOLLIN | EPOLLRDNORM);
	else
		bell_set(bell);
	return HRTIMER_NORESTART;
}

/**
 * viewer_bell() - find the viewer's bell, or hang one up
 * @viewer: the viewer
 *
 * Return: the bell, or NULL if there is no memory for it.
 */
static struct bell *viewer_bell(struct viewer *viewer)
{
	struct bell *bell = READ_ONCE(viewer->bell);
	struct bell *other;

	if (bell)
		return bell;
	bell = kmalloc(sizeof(*bell), GFP_KERNEL_ACCOUNT);
	if (!bell)
		return NULL;
	timer_prepare(&bell->timer, bell_ring);
	bell->viewer = viewer;
	other = cmpxchg(&viewer->bell, NULL, bell);
	if (!other)
		return bell;
	kfree(bell);
	return other;
}

/**
 * viewer_publish() - make known when the next frame is due
 * @viewer: the viewer, locked
 *
 * An edge-triggered epoll does not call poll() again after a read(): it relies on
 * being woken.  So the bell is set here, for whoever is on the queue.
 */
static void viewer_publish(struct viewer *viewer)
{
	struct bell *bell;

	atomic64_set(&viewer->due_ns, viewer->play.due_ns);
	/* The barrier in wq_has_sleeper() is the partner of that in viewer_poll(). */
	if (!wq_has_sleeper(&viewer->watchers))
		return;
	bell = READ_ONCE(viewer->bell);
	if (bell)
		bell_set(bell);
}

/* File operations. */

static int viewer_open(struct inode *inode, struct file *file)
{
	struct viewer *viewer;

	/* The node's mode keeps out all but root, whom modes do not bind. */
	if (file->f_mode & FMODE_WRITE)
		return -EACCES;

	viewer = kzalloc(sizeof(*viewer), GFP_KERNEL_ACCOUNT);
	if (!viewer)
		return -ENOMEM;
	mutex_init(&viewer->lock);
	init_waitqueue_head(&viewer->watchers);
	file->private_data = viewer;
	/* We keep the promise not to wait where we are asked not to. */
	file->f_mode |= FMODE_NOWAIT;
	/* A place in time is nothing to seek to: no lseek(), no pread(), no position. */
	return stream_open(inode, file);
}

static int viewer_release(struct inode *inode, struct file *file)
{
	struct viewer *viewer = file->private_data;

	if (viewer->bell)
		hrtimer_cancel(&viewer->bell->timer);
	kfree(viewer->bell);
	kfree(viewer);
	return 0;
}

/**
 * viewer_send() - send what is due of one frame
 * @viewer: the viewer, locked
 * @to: where to
 *
 * What does not fit stays for the next call.  If the reader's memory gives way,
 * only what did arrive counts as sent.
 *
 * Return: the number of bytes; 0 at the end of play; -EAGAIN if nothing is due
 * yet; -EFAULT if nothing could be copied.
 */
static ssize_t viewer_send(struct viewer *viewer, struct iov_iter *to)
{
	struct playback *play = &viewer->play;
	const struct frame *frame;
	size_t copied;

	if (!play->sent) {
		u64 now_ns = ktime_get_ns();

		if (now_ns < play->due_ns)
			return -EAGAIN;
		if (!playback_begin(play, &animation, now_ns,
				    READ_ONCE(speed_percent), loops_to_play()))
			return 0;
	}
	frame = &animation.entries[play->entry];
	copied = copy_to_iter(frame->bytes + play->sent, frame->length - play->sent, to);
	if (!copied)
		return -EFAULT;
	if (playback_sent(play, &animation, copied))
		viewer_publish(viewer);
	return copied;
}

/**
 * viewer_try() - send what is due, once it is our turn
 * @viewer: the viewer
 * @to: where to
 * @nowait: do not even wait for our turn
 *
 * Return: as viewer_send(), or -ERESTARTSYS if a signal came first.
 */
static ssize_t viewer_try(struct viewer *viewer, struct iov_iter *to, bool nowait)
{
	ssize_t sent;

	if (nowait) {
		if (!mutex_trylock(&viewer->lock))
			return -EAGAIN;
	} else if (mutex_lock_interruptible(&viewer->lock)) {
		return -ERESTARTSYS;
	}
	sent = viewer_send(viewer, to);
	mutex_unlock(&viewer->lock);
	return sent;
}

static ssize_t viewer_read_iter(struct kiocb *iocb, struct iov_iter *to)
{
	struct file *file = iocb->ki_filp;
	struct viewer *viewer = file->private_data;
	/* Another thread may be at fcntl(F_SETFL). */
	bool nowait = (READ_ONCE(file->f_flags) & O_NONBLOCK) || (iocb->ki_flags & IOCB_NOWAIT);
	ssize_t sent;

	if (!iov_iter_count(to))
		return 0;

	while ((sent = viewer_try(viewer, to, nowait)) == -EAGAIN && !nowait) {
		int err = viewer_sleep(viewer);

		if (err)
			return err;
	}
	return sent;
}

/*
 * Takes no lock: a reader who is stuck, in memory that a debugger or a file
 * system of user space fails to provide, must not hold up whoever only asks.
 */
static __poll_t viewer_poll(struct file *file, struct poll_table_struct *table)
{
	struct viewer *viewer = file->private_data;
	struct bell *bell;

	poll_wait(file, &viewer->watchers, table);
	bell = viewer_bell(viewer);
	if (!bell)
		return EPOLLERR;
	/*
	 * We are on the queue and show the bell, and only then look at the time;
	 * viewer_publish() sets the time, and only then looks for us and the bell.
	 * So one of us sees the other.
	 */
	smp_mb();
	if (viewer_is_due(viewer))
		return EPOLLIN | EPOLLRDNORM;
	if (!hrtimer_is_queued(&bell->timer))
		bell_set(bell);
	return 0;
}

/*
 * No splice_read: the kernel's own would do, but it takes fresh pages for each
 * call, and with frames of a few KiB a read() and a write() are faster.
 */
static const struct file_operations viewer_fops = {
	.owner = THIS_MODULE,
	.open = viewer_open,
	.release = viewer_release,
	.read_iter = viewer_read_iter,
	.poll = viewer_poll,
};

/* Attributes: /sys/class/misc/NAME/frames and so on. */

static ssize_t frames_show(struct device *dev, struct device_attribute *attr, char *text)
{
	return sysfs_emit(text, "%u\n", animation.frames);
}
static DEVICE_ATTR_RO(frames);

static ssize_t columns_show(struct device *dev, struct device_attribute *attr, char *text)
{
	return sysfs_emit(text, "%u\n", animation.columns);
}
static DEVICE_ATTR_RO(columns);

static ssize_t rows_show(struct device *dev, struct device_attribute *attr, char *text)
{
	return sysfs_emit(text, "%u\n", animation.rows);
}
static DEVICE_ATTR_RO(rows);

static ssize_t loop_ms_show(struct device *dev, struct device_attribute *attr, char *text)
{
	u64 loop_us = 0;
	u32 i;

	for (i = 0; i < animation.frames; i++)
		loop_us += animation.entries[i].hold_us;
	return sysfs_emit(text, "%llu\n", div_u64(loop_us + 500, 1000));
}
static DEVICE_ATTR_RO(loop_ms);

static struct attribute *animation_attrs[] = {
	&dev_attr_frames.attr,
	&dev_attr_columns.attr,
	&dev_attr_rows.attr,
	&dev_attr_loop_ms.attr,
	NULL
};
ATTRIBUTE_GROUPS(animation);

/* Init and exit: a miscellaneous device, which devtmpfs shows by itself. */

static struct miscdevice animation_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = ANIMATION_NAME,
	.fops = &viewer_fops,
	.groups = animation_groups,
	.mode = 0444,
};
module_misc_device(animation_device);

MODULE_DESCRIPTION(ANIMATION_TITLE);
MODULE_AUTHOR(ANIMATION_AUTHOR);
MODULE_LICENSE("GPL");
MODULE_INFO(art_license, ANIMATION_LICENSE);
