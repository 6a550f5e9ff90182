// Loaded before a program (LD_PRELOAD), lets the nth change that it makes to files below a folder fail.
//
//   FAULT_ROOT   the folder, without links in its path
//   FAULT_AT     which change, from 1; 0 or unset: none, changes are only counted
//   FAULT_KIND   eio, enospc: the call fails and changes nothing; short: a write stops half way, the next has no space;
//                kill: the process dies before the call; reset: it dies, and what was written to a file since its last
//                fsync is gone, as when the machine is reset
//   FAULT_STICKY once it is reached, every later change fails too (eio, enospc)
//   FAULT_LOG    a file for the count, and for what was not on the disk when a manifest.json was put in place
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { FILES = 65536 };

struct entry {
  char *path;
  off_t synced;  // bytes that a reset would leave
  int dirty;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct entry entries[FILES];
static int entryCount;
static long changes;
static long faultAt;
static int sticky, failing;
static char root[PATH_MAX];
static const char *kind = "eio";
static const char *logPath;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULT_ROOT");
  if (folder) snprintf(root, sizeof root, "%s", folder);
  if (getenv("FAULT_AT")) faultAt = atol(getenv("FAULT_AT"));
  if (getenv("FAULT_KIND")) kind = getenv("FAULT_KIND");
  sticky = getenv("FAULT_STICKY") != NULL;
  logPath = getenv("FAULT_LOG");
}

static void note(const char *line) {
  if (!logPath) return;
  int fd = NEXT(open)(logPath, O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (fd < 0) return;
  if (NEXT(write)(fd, line, strlen(line)) < 0) abort();
  NEXT(close)(fd);
}

__attribute__((destructor)) static void end(void) {
  char line[64];
  snprintf(line, sizeof line, "changes %ld\n", changes);
  note(line);
}

static int isBelow(const char *path) {
  size_t length = strlen(root);
  return length && strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int pathOf(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return isBelow(path);
}

// An absolute path for a name as a call gives it; links are not followed.
static int absolute(int folder, const char *name, char *path) {
  if (name[0] == '/') {
    snprintf(path, PATH_MAX, "%s", name);
  } else {
    char base[PATH_MAX];
    if (folder == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return 0;
      base[length] = 0;
    }
    if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) return 0;
  }
  return isBelow(path);
}

static struct entry *entryOf(const char *path) {
  for (int i = entryCount - 1; i >= 0; --i) {
    if (entries[i].path && strcmp(entries[i].path, path) == 0) return &entries[i];
  }
  struct stat status;
  if (entryCount == FILES) return NULL;
  struct entry *made = &entries[entryCount++];
  made->path = strdup(path);
  made->synced = stat(path, &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
  return made;
}

static void soil(const char *path) {
  pthread_mutex_lock(&lock);
  struct entry *known = entryOf(path);
  if (known) known->dirty = 1;
  pthread_mutex_unlock(&lock);
}

static void soilFolderOf(const char *path) {
  char folder[PATH_MAX];
  snprintf(folder, sizeof folder, "%s", path);
  char *slash = strrchr(folder, '/');
  if (!slash) return;
  *slash = 0;
  if (isBelow(folder)) soil(folder);
}

static void clean(const char *path) {
  pthread_mutex_lock(&lock);
  struct entry *known = entryOf(path);
  struct stat status;
  if (known) {
    known->dirty = 0;
    if (stat(path, &status) == 0) known->synced = status.st_size;
  }
  pthread_mutex_unlock(&lock);
}

static void moved(const char *from, const char *to) {
  pthread_mutex_lock(&lock);
  struct entry *source = entryOf(from), *target = entryOf(to);
  if (source && target && source != target) {
    target->dirty = source->dirty;
    target->synced = source->synced;
    free(source->path);
    source->path = NULL;
    source->dirty = 0;
  }
  pthread_mutex_unlock(&lock);
}

static void forget(const char *path) {
  pthread_mutex_lock(&lock);
  for (int i = 0; i < entryCount; ++i) {
    if (entries[i].path && strcmp(entries[i].path, path) == 0) {
      free(entries[i].path);
      entries[i].path = NULL;
      entries[i].dirty = 0;
    }
  }
  pthread_mutex_unlock(&lock);
}

static void die(void) {
  if (strcmp(kind, "reset") == 0) {
    pthread_mutex_lock(&lock);
    for (int i = 0; i < entryCount; ++i) {
      struct stat status;
      if (!entries[i].path || !entries[i].dirty || stat(entries[i].path, &status) != 0) continue;
      if (S_ISREG(status.st_mode) && truncate(entries[i].path, entries[i].synced) != 0) note("truncate failed\n");
    }
    pthread_mutex_unlock(&lock);
  }
  kill(getpid(), SIGKILL);
  pause();
}

// Counts a change; returns 0 if it may go on, or the error that it meets. `half` is set for a write to be cut.
static int change(int *half) {
  long number = __atomic_add_fetch(&changes, 1, __ATOMIC_SEQ_CST);
  int isDue = faultAt && (number == faultAt || (failing && number > faultAt));
  if (!isDue) return 0;
  if (strcmp(kind, "kill") == 0 || strcmp(kind, "reset") == 0) die();
  if (strcmp(kind, "short") == 0) {
    if (half && number == faultAt) {
      *half = 1;
      failing = 1;
      return 0;
    }
    return ENOSPC;
  }
  failing = sticky;
  return strcmp(kind, "enospc") == 0 ? ENOSPC : EIO;
}

#define REFUSED(condition, half)  \
  if (condition) {                \
    int error = change(half);     \
    if (error) {                  \
      errno = error;              \
      return -1;                  \
    }                             \
  }

ssize_t write(int fd, const void *bytes, size_t count) {
  char path[PATH_MAX];
  int half = 0, below = pathOf(fd, path);
  REFUSED(below, &half);
  if (below) soil(path);
  return NEXT(write)(fd, bytes, half ? (count + 1) / 2 : count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  char path[PATH_MAX];
  int half = 0, below = pathOf(fd, path);
  REFUSED(below, &half);
  if (below) soil(path);
  return NEXT(pwrite)(fd, bytes, half ? (count + 1) / 2 : count, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) { return pwrite(fd, bytes, count, offset); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[PATH_MAX];
  int below = pathOf(fd, path);
  REFUSED(below, NULL);
  if (below) soil(path);
  return NEXT(writev)(fd, parts, count);
}

int fsync(int fd) {
  char path[PATH_MAX];
  int below = pathOf(fd, path);
  REFUSED(below, NULL);
  int result = NEXT(fsync)(fd);
  if (below && result == 0) clean(path);
  return result;
}

int fdatasync(int fd) {
  char path[PATH_MAX];
  int below = pathOf(fd, path);
  REFUSED(below, NULL);
  int result = NEXT(fdatasync)(fd);
  if (below && result == 0) clean(path);
  return result;
}

int ftruncate(int fd, off_t length) {
  char path[PATH_MAX];
  int below = pathOf(fd, path);
  REFUSED(below, NULL);
  if (below) soil(path);
  return NEXT(ftruncate)(fd, length);
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

static void listUnsynced(const char *to) {
  const char *name = strrchr(to, '/');
  if (!logPath || !name || strcmp(name, "/manifest.json") != 0) return;
  pthread_mutex_lock(&lock);
  for (int i = 0; i < entryCount; ++i) {
    if (!entries[i].path || !entries[i].dirty) continue;
    char line[PATH_MAX + 64];
    if (access(entries[i].path, F_OK) != 0) continue;
    snprintf(line, sizeof line, "unsynced %s\n", entries[i].path);
    note(line);
  }
  pthread_mutex_unlock(&lock);
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) {
  char source[PATH_MAX], target[PATH_MAX];
  int below = absolute(fromFolder, from, source) & absolute(toFolder, to, target);
  REFUSED(below, NULL);
  if (below) listUnsynced(target);
  int result = NEXT(renameat)(fromFolder, from, toFolder, to);
  if (below && result == 0) {
    moved(source, target);
    soilFolderOf(target);
  }
  return result;
}

int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int folder, const char *name, int flags) {
  char path[PATH_MAX];
  int below = absolute(folder, name, path);
  REFUSED(below, NULL);
  int result = NEXT(unlinkat)(folder, name, flags);
  if (below && result == 0) forget(path);
  return result;
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

int mkdirat(int folder, const char *name, mode_t mode) {
  char path[PATH_MAX];
  int below = absolute(folder, name, path);
  REFUSED(below, NULL);
  int result = NEXT(mkdirat)(folder, name, mode);
  if (below && result == 0) soilFolderOf(path);
  return result;
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

static int opened(int folder, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  int makes = (flags & O_CREAT) && absolute(folder, name, path);
  int isNew = makes && access(path, F_OK) != 0;
  REFUSED(isNew, NULL);
  int fd = NEXT(openat)(folder, name, flags, mode);
  if (isNew && fd >= 0) soilFolderOf(path);
  return fd;
}

#define MODE                            \
  mode_t mode = 0;                      \
  if (flags & (O_CREAT | O_TMPFILE)) {  \
    va_list list;                       \
    va_start(list, flags);              \
    mode = va_arg(list, mode_t);        \
    va_end(list);                       \
  }

int open(const char *name, int flags, ...) {
  MODE
  return opened(AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...) {
  MODE
  return opened(AT_FDCWD, name, flags | O_LARGEFILE, mode);
}

int openat(int folder, const char *name, int flags, ...) {
  MODE
  return opened(folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...) {
  MODE
  return opened(folder, name, flags | O_LARGEFILE, mode);
}
