// A disk that forgets what was not synced. Preloaded into a process, it notes what each write to a file under UNSYNCED_FOLDER replaces,
// in a log of its own under UNSYNCED_LOGS, and empties that file's log when the file is synced. After a kill -9 whatever the logs still
// hold was never promised: UnsyncedWrites puts the old bytes back, newest first, as a power cut might have.
//
// Record: path length (4) | path | offset (8) | old size (8) | length of old bytes (4) | old bytes | length of the record (4)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// The file behind a descriptor, if it is one whose writes are noted: a ledger's database or its write-ahead log.
static int noted(int fd, char *path) {
    const char *folder = getenv("UNSYNCED_FOLDER");
    char link[64];
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder)) != 0) return 0;
    const char *end = path + length;
    return (length > 3 && !strcmp(end - 3, ".db")) || (length > 7 && !strcmp(end - 7, ".db-wal"));
}

static void log_of(const char *path, char *log) {
    uint64_t hash = 1469598103934665603ULL;
    for (const char *p = path; *p; p++) hash = (hash ^ (unsigned char)*p) * 1099511628211ULL;
    snprintf(log, PATH_MAX, "%s/%016llx.log", getenv("UNSYNCED_LOGS"), (unsigned long long)hash);
}

static void put(int log, const void *bytes, size_t length) {
    const char *p = bytes;
    while (length > 0) {
        ssize_t done = REAL(write)(log, p, length);
        if (done <= 0) abort(); // a log with a hole would prove nothing
        p += done;
        length -= (size_t)done;
    }
}

// Notes what is about to be replaced. Called with the gate held.
static void note(int fd, const char *path, uint64_t offset, size_t length) {
    struct stat now;
    if (fstat(fd, &now) != 0) abort();
    uint64_t size = (uint64_t)now.st_size;
    uint32_t old = offset >= size ? 0 : (uint32_t)(size - offset < length ? size - offset : length);
    char *bytes = malloc(old + 1);
    char own[PATH_MAX], log_path[PATH_MAX];
    // The descriptor may be write-only; a reader of our own sees the same pages.
    snprintf(own, sizeof own, "/proc/self/fd/%d", fd);
    int reader = open(own, O_RDONLY | O_CLOEXEC);
    if (reader < 0 || (old > 0 && pread(reader, bytes, old, (off_t)offset) != (ssize_t)old)) abort();
    close(reader);
    log_of(path, log_path);
    int log = open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log < 0) abort();
    uint32_t path_length = (uint32_t)strlen(path);
    uint32_t whole = 4 + path_length + 8 + 8 + 4 + old + 4;
    char *record = malloc(whole), *p = record;
    memcpy(p, &path_length, 4); p += 4;
    memcpy(p, path, path_length); p += path_length;
    memcpy(p, &offset, 8); p += 8;
    memcpy(p, &size, 8); p += 8;
    memcpy(p, &old, 4); p += 4;
    memcpy(p, bytes, old); p += old;
    memcpy(p, &whole, 4);
    put(log, record, whole);
    close(log);
    free(record);
    free(bytes);
}

#define WRITING(call, at, count)                         \
    char path[PATH_MAX];                                 \
    if (!noted(fd, path)) return call;                   \
    pthread_mutex_lock(&gate);                           \
    note(fd, path, (uint64_t)(at), (count));             \
    __typeof__(call) done = call;                        \
    int failure = errno;                                 \
    pthread_mutex_unlock(&gate);                         \
    errno = failure;                                     \
    return done;

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { WRITING(REAL(pwrite)(fd, bytes, count, offset), offset, count) }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) { WRITING(REAL(pwrite64)(fd, bytes, count, offset), offset, count) }
ssize_t write(int fd, const void *bytes, size_t count) { WRITING(REAL(write)(fd, bytes, count), lseek(fd, 0, SEEK_CUR), count) }
int ftruncate(int fd, off_t size) { WRITING(REAL(ftruncate)(fd, size), size, SIZE_MAX / 2) }
int ftruncate64(int fd, off64_t size) { WRITING(REAL(ftruncate64)(fd, size), size, SIZE_MAX / 2) }

// A slow disk: there is time to be killed between a write and its sync.
#define SLOW 20000 // microseconds

#define SYNCING(call)                                    \
    char path[PATH_MAX], log_path[PATH_MAX];             \
    int mine = noted(fd, path);                          \
    if (!mine) return call;                              \
    usleep(SLOW);                                        \
    pthread_mutex_lock(&gate);                           \
    int done = call;                                     \
    int failure = errno;                                 \
    if (done == 0) {                                     \
        log_of(path, log_path);                          \
        truncate(log_path, 0);                           \
    }                                                    \
    pthread_mutex_unlock(&gate);                         \
    errno = failure;                                     \
    return done;

int fsync(int fd) { SYNCING(REAL(fsync)(fd)) }
int fdatasync(int fd) { SYNCING(REAL(fdatasync)(fd)) }
