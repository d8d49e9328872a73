// See sched_setaffinity(2) and pthread_attr_setaffinity_np(3); other systems start threads as they do.
#define _GNU_SOURCE
#include "placement.h"

#include <sched.h>
#include <stddef.h>
#include <unistd.h>

int vahi_start_elsewhere(pthread_t *thread, void *(*body)(void *), void *argument) {
#ifdef __linux__
  cpu_set_t allowed;
  int here = sched_getcpu();
  if (here >= 0 && sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
    CPU_CLR(here, &allowed);
    pthread_attr_t attributes;
    if (CPU_COUNT(&allowed) > 0 && pthread_attr_init(&attributes) == 0) {
      int failed = pthread_attr_setaffinity_np(&attributes, sizeof allowed, &allowed);
      if (!failed) failed = pthread_create(thread, &attributes, body, argument);
      pthread_attr_destroy(&attributes);
      if (!failed) return 0;
    }
  }
#endif
  return pthread_create(thread, NULL, body, argument);
}

void vahi_run_anywhere(void) {
#ifdef __linux__
  cpu_set_t allowed;
  if (sched_getaffinity(getpid(), sizeof allowed, &allowed) == 0) {
    sched_setaffinity(0, sizeof allowed, &allowed);
  }
#endif
}
