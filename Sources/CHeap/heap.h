// Memory, set for a start.
#pragma once

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>

#ifdef __linux__
// Where the linker begins and ends what can be written, see end(3); nowhere, where it does not say so.
extern char __data_start[] __attribute__((weak)), __TMC_END__[] __attribute__((weak));
extern char __bss_start[] __attribute__((weak)), _end[] __attribute__((weak));

// MADV_POPULATE_WRITE, see madvise(2); systems that do not have it yet say so, and nothing is lost.
static inline void vahi_populate(const char *from, const char *to) {
  if (!from || !to) return;
  const uintptr_t page = 4096;
  uintptr_t start = (uintptr_t)from & ~(page - 1), end = ((uintptr_t)to + page - 1) & ~(page - 1);
  madvise((void *)start, end - start, 23);
}
#endif

// Sets the heap and the program's own data for a start: for before a second thread is there.
//
// By itself the heap grows and shrinks in pieces of 128 KB while files are read, and tables of that size are mapped
// and unmapped each time they grow: pages are asked of the system again and again, at some microseconds each. See
// mallopt(3); another C library is left as it is.
//
// A page of data that is read before it is written is copied then, and once there are two threads each such copy
// interrupts the other processor. Swift looks at its caches before it fills them, a hundred pages of them in a start.
static inline void vahi_prepare_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
  mallopt(M_MMAP_THRESHOLD, 2 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
#ifdef __linux__
  vahi_populate(__data_start, __TMC_END__);
  vahi_populate(__bss_start, _end);
#endif
}
