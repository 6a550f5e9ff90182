// What lets the packaged program run with a glibc that is older than the compiler's and the libraries' own. Linked into packages alone, by
// scripts/package.d/link; an ordinary build takes all of it from the system.

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc 2.32: whether the process has one thread. The C++ library counts references without atomics where it has; "no" is right always.
char __libc_single_threaded = 0;

// glibc 2.34: closes all files from one on. Xapian calls it in the child that holds a lock.
void closefrom(int lowest) {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, (unsigned)lowest, ~0U, 0) == 0) return;
#endif
    struct rlimit limit;
    int end = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 65536 ? (int)limit.rlim_cur : 65536;
    for (int file = lowest; file < end; file++) close(file);
}
