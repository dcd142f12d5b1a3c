/*
 * Stands between a program and the C library (LD_PRELOAD): writes down what is done to the files of one folder, and
 * fails the calls it is told to fail. The program under test knows nothing of it; the harness in the same process
 * steers it by opening names that begin with "@fault:", which exist nowhere.
 *
 *   @fault:watch FOLDER            files under FOLDER from now on
 *   @fault:trace FILE              write every operation down; an empty FILE ends it
 *   @fault:mark TEXT               a line of the harness between the operations
 *   @fault:arm KIND ERRNO NTH on|once   KIND write, sync or truncate; NTH from 1, counted from here
 *   @fault:disarm
 *   @fault:report FILE             "writes syncs truncates failed" since the last arm
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OP_OPEN = 1, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_CLOSE, OP_UNLINK, OP_RENAME, OP_MARK, OP_FAULT };
enum { KIND_WRITE, KIND_SYNC, KIND_TRUNCATE, KINDS };

#define MOST_FDS 4096
#define BUFFERED (1 << 20)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static char watched[MOST_FDS];
static int trace_fd = -1;
static unsigned char buffer[BUFFERED];
static size_t filled;
static long counts[KINDS], failed, fail_at;
static int fail_kind = -1, fail_errno, fail_on;

static void flush_trace(void) {
  size_t done = 0;
  while (trace_fd >= 0 && done < filled) {
    long wrote = syscall(SYS_write, trace_fd, buffer + done, filled - done);
    if (wrote <= 0) abort();
    done += (size_t)wrote;
  }
  filled = 0;
}

static void put(const void *bytes, size_t length) {
  const unsigned char *from = bytes;
  while (length > 0) {
    if (filled == BUFFERED) flush_trace();
    size_t part = length < BUFFERED - filled ? length : BUFFERED - filled;
    memcpy(buffer + filled, from, part);
    filled += part;
    from += part;
    length -= part;
  }
}

/* One entry: operation, two numbers, and bytes. Little-endian, as the machine writes it. */
static void note(int op, int32_t fd, int64_t number, const void *bytes, uint32_t length) {
  if (trace_fd < 0) return;
  unsigned char head[20] = {0};
  head[0] = (unsigned char)op;
  memcpy(head + 4, &fd, 4);
  memcpy(head + 8, &number, 8);
  memcpy(head + 16, &length, 4);
  put(head, sizeof head);
  put(bytes, length);
}

static int kind_of(const char *name) {
  if (strcmp(name, "write") == 0) return KIND_WRITE;
  return strcmp(name, "sync") == 0 ? KIND_SYNC : KIND_TRUNCATE;
}

static void report(const char *file) {
  char line[128];
  int length = snprintf(line, sizeof line, "%ld %ld %ld %ld\n", counts[KIND_WRITE], counts[KIND_SYNC],
                        counts[KIND_TRUNCATE], failed);
  int fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd < 0 || syscall(SYS_write, fd, line, length) != length) abort();
  syscall(SYS_close, fd);
}

static void arm(const char *text) {
  char kind[16], manner[8];
  if (sscanf(text, "%15s %d %ld %7s", kind, &fail_errno, &fail_at, manner) != 4) abort();
  fail_kind = kind_of(kind);
  fail_on = strcmp(manner, "on") == 0;
  memset(counts, 0, sizeof counts);
  failed = 0;
}

/* True when the name was a command. */
static int obey(const char *path) {
  if (strncmp(path, "@fault:", 7) != 0) return 0;
  const char *word = path + 7;
  const char *space = strchr(word, ' ');
  const char *rest = space ? space + 1 : "";
  if (strncmp(word, "mark", 4) == 0) note(OP_MARK, -1, 0, rest, (uint32_t)strlen(rest));
  else if (strncmp(word, "watch", 5) == 0) snprintf(folder, sizeof folder, "%s", rest);
  else if (strncmp(word, "disarm", 6) == 0) fail_kind = -1;
  else if (strncmp(word, "arm", 3) == 0) arm(rest);
  else if (strncmp(word, "report", 6) == 0) report(rest);
  else if (strncmp(word, "trace", 5) == 0) {
    flush_trace();
    if (trace_fd >= 0) syscall(SYS_close, trace_fd);
    trace_fd = *rest ? (int)syscall(SYS_openat, AT_FDCWD, rest, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (*rest && trace_fd < 0) abort();
  } else abort();
  return 1;
}

static int is_watched_path(const char *path) {
  return folder[0] != '\0' && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FDS && watched[fd]; }

/* Whether this call is to fail. `space` is how much of a write still fits when the disk runs full in it. */
static int fails(int kind, int fd, size_t length, size_t *space) {
  long call = ++counts[kind];
  if (space) *space = 0;
  if (kind != fail_kind || fail_at == 0 || call < fail_at || (call > fail_at && !fail_on)) return 0;
  failed += 1;
  note(OP_FAULT, fd, kind, NULL, 0);
  /* A disk that stays full takes what still fits of the write it becomes full in: whole sectors. */
  if (space && fail_errno == ENOSPC && fail_on && call == fail_at) *space = length / 2 & ~(size_t)511;
  return 1;
}

static int after_open(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MOST_FDS) return fd;
  watched[fd] = (char)is_watched_path(path);
  if (watched[fd]) note(OP_OPEN, fd, flags & O_TRUNC ? 1 : 0, path, (uint32_t)strlen(path));
  return fd;
}

static int open_at(int folder_fd, const char *path, int flags, mode_t mode) {
  pthread_mutex_lock(&lock);
  int fd = -1;
  if (obey(path)) errno = ENOENT;
  else fd = after_open((int)syscall(SYS_openat, folder_fd, path, flags, mode), path, flags);
  pthread_mutex_unlock(&lock);
  return fd;
}

static mode_t mode_from(int flags, va_list rest) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

#define OPENING(name, at, parameters)                        \
  int name parameters {                                      \
    va_list rest;                                            \
    va_start(rest, flags);                                   \
    mode_t mode = mode_from(flags, rest);                    \
    va_end(rest);                                            \
    return open_at(at, path, flags, mode);                   \
  }

OPENING(open, AT_FDCWD, (const char *path, int flags, ...))
OPENING(open64, AT_FDCWD, (const char *path, int flags, ...))
OPENING(openat, at, (int at, const char *path, int flags, ...))
OPENING(openat64, at, (int at, const char *path, int flags, ...))

/* `offset` -1: at the file's own position. */
static ssize_t write_at(int fd, const void *bytes, size_t length, off_t offset) {
  pthread_mutex_lock(&lock);
  off_t place = offset >= 0 ? offset : lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  size_t space;
  ssize_t wrote = -1;
  int why = 0;
  if (fails(KIND_WRITE, fd, length, &space)) {
    if (space == 0) why = fail_errno;
    else length = space;
  }
  if (why == 0) {
    wrote = offset >= 0 ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
    why = errno;
    if (wrote > 0) note(OP_WRITE, fd, place, bytes, (uint32_t)wrote);
  }
  pthread_mutex_unlock(&lock);
  if (wrote < 0) errno = why;
  return wrote;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  return is_watched(fd) ? write_at(fd, bytes, length, -1) : syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  return is_watched(fd) ? write_at(fd, bytes, length, offset) : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

static int changed(int kind, int op, int fd, long number, long call, int64_t argument) {
  if (!is_watched(fd)) return (int)syscall(call, fd, argument);
  pthread_mutex_lock(&lock);
  int result = -1;
  int why = fail_errno;
  if (!fails(kind, fd, 0, NULL)) {
    result = (int)syscall(call, fd, argument);
    why = errno;
  }
  /* A sync that failed is written down too: nobody knows afterwards what the disk has. */
  if (result == 0 || op == OP_SYNC) note(op, fd, op == OP_SYNC ? result : number, NULL, 0);
  pthread_mutex_unlock(&lock);
  if (result < 0) errno = why;
  return result;
}

int ftruncate64(int fd, off64_t length) {
  return changed(KIND_TRUNCATE, OP_TRUNCATE, fd, length, SYS_ftruncate, length);
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }
int fsync(int fd) { return changed(KIND_SYNC, OP_SYNC, fd, 0, SYS_fsync, 0); }
int fdatasync(int fd) { return changed(KIND_SYNC, OP_SYNC, fd, 0, SYS_fdatasync, 0); }

int close(int fd) {
  if (is_watched(fd)) {
    pthread_mutex_lock(&lock);
    note(OP_CLOSE, fd, 0, NULL, 0);
    watched[fd] = 0;
    pthread_mutex_unlock(&lock);
  }
  return (int)syscall(SYS_close, fd);
}

int unlink(const char *path) {
  int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (result == 0 && is_watched_path(path)) {
    pthread_mutex_lock(&lock);
    note(OP_UNLINK, -1, 0, path, (uint32_t)strlen(path));
    pthread_mutex_unlock(&lock);
  }
  return result;
}

int rename(const char *from, const char *to) {
  int result = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (result == 0 && is_watched_path(to)) {
    char both[2 * PATH_MAX];
    int length = snprintf(both, sizeof both, "%s\n%s", from, to);
    pthread_mutex_lock(&lock);
    note(OP_RENAME, -1, 0, both, (uint32_t)length);
    pthread_mutex_unlock(&lock);
  }
  return result;
}
