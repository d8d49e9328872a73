// The C library's heap, set for a start.
#pragma once

#include <malloc.h>

// By itself the heap grows and shrinks in pieces of 128 KB while files are read, and tables of that size are mapped
// and unmapped each time they grow: pages are asked of the system again and again, at some microseconds each. See
// mallopt(3); another C library is left as it is.
static inline void vahi_prepare_heap(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
  mallopt(M_MMAP_THRESHOLD, 2 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}
