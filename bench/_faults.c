/* Lets the nth call of the disk fail, for `bench/faults.py`: loaded by LD_PRELOAD, armed by ctypes.
 * Only files in one folder are touched by it, and only calls that the kind of fault can befall. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, NO_SPACE, IO_ERROR, SHORT, KILL, TORN };
enum { WRITES = 1, SYNCS = 2, NAMES = 4, READS = 8 };
static const int befalls[] = {
    0, WRITES | NAMES | SYNCS, WRITES | NAMES | SYNCS | READS, WRITES, WRITES | NAMES | SYNCS, WRITES,
};
static char folder[4096];
static int kind, for_good;
static long nth, calls;
static char ours[65536];

void fault_arm(const char *where, int what, int stays, long n) {
    strncpy(folder, where, sizeof folder - 1);
    for_good = stays, nth = n, calls = 0, kind = what;
}

long fault_disarm(void) {
    kind = NONE;
    return calls;
}

static int within(const char *path) {
    return folder[0] && strncmp(path, folder, strlen(folder)) == 0;
}

static int befallen(int group) {
    if (!kind || !(befalls[kind] & group)) return NONE;
    long call = __sync_add_and_fetch(&calls, 1);
    if (for_good ? call < nth : call != nth) return NONE;
    if (kind == KILL) kill(getpid(), SIGKILL);
    return kind;
}

static int failed(int group) {
    int what = befallen(group);
    if (!what) return 0;
    errno = what == NO_SPACE ? ENOSPC : EIO;
    return 1;
}

static int is_ours(int fd) { return fd >= 0 && fd < (int)sizeof ours && ours[fd]; }

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        REAL(name);                                                                                \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        int mode = va_arg(more, int);                                                              \
        va_end(more);                                                                              \
        if (within(path) && failed(flags & O_CREAT ? NAMES : READS)) return -1;                    \
        int fd = real(path, flags, mode);                                                          \
        if (fd >= 0 && fd < (int)sizeof ours) ours[fd] = within(path);                             \
        return fd;                                                                                 \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    REAL(close);
    if (is_ours(fd)) ours[fd] = 0;
    return real(fd);
}

#define WRITE(name, taken, given)                                                                  \
    ssize_t name taken {                                                                           \
        REAL(name);                                                                                \
        if (!is_ours(fd)) return real given;                                                       \
        int what = befallen(WRITES);                                                               \
        if (what == SHORT || what == TORN) {                                                       \
            n /= 2;                                                                                \
            ssize_t wrote = real given;                                                            \
            if (what == TORN) kill(getpid(), SIGKILL);                                             \
            return wrote;                                                                          \
        }                                                                                          \
        if (what) {                                                                                \
            errno = what == NO_SPACE ? ENOSPC : EIO;                                               \
            return -1;                                                                             \
        }                                                                                          \
        return real given;                                                                         \
    }
WRITE(write, (int fd, const void *from, size_t n), (fd, from, n))
WRITE(pwrite, (int fd, const void *from, size_t n, off_t at), (fd, from, n, at))
WRITE(pwrite64, (int fd, const void *from, size_t n, off64_t at), (fd, from, n, at))

#define CALL(answer, bad, name, group, ours, taken, given)                                         \
    answer name taken {                                                                            \
        REAL(name);                                                                                \
        if ((ours) && failed(group)) return bad;                                                   \
        return real given;                                                                         \
    }
CALL(ssize_t, -1, read, READS, is_ours(fd), (int fd, void *to, size_t n), (fd, to, n))
CALL(ssize_t, -1, pread, READS, is_ours(fd), (int fd, void *to, size_t n, off_t at), (fd, to, n, at))
CALL(ssize_t, -1, pread64, READS, is_ours(fd), (int fd, void *to, size_t n, off64_t at), (fd, to, n, at))
CALL(int, -1, fsync, SYNCS, is_ours(fd), (int fd), (fd))
CALL(int, -1, fdatasync, SYNCS, is_ours(fd), (int fd), (fd))
CALL(int, -1, ftruncate, NAMES, is_ours(fd), (int fd, off_t to), (fd, to))
CALL(int, -1, ftruncate64, NAMES, is_ours(fd), (int fd, off64_t to), (fd, to))
CALL(int, -1, rename, NAMES, within(from), (const char *from, const char *to), (from, to))
CALL(int, -1, link, NAMES, within(from), (const char *from, const char *to), (from, to))
CALL(int, -1, unlink, NAMES, within(path), (const char *path), (path))
CALL(int, -1, mkdir, NAMES, within(path), (const char *path, mode_t mode), (path, mode))
CALL(void *, MAP_FAILED, mmap, READS, is_ours(fd),
     (void *at, size_t n, int prot, int flags, int fd, off_t from), (at, n, prot, flags, fd, from))
CALL(void *, MAP_FAILED, mmap64, READS, is_ours(fd),
     (void *at, size_t n, int prot, int flags, int fd, off64_t from), (at, n, prot, flags, fd, from))
