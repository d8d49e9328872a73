// Where a thread begins.
#pragma once

#include <pthread.h>

/// Starts a thread on another processor than the caller's, where there is one; gives what pthread_create(3) gives.
///
/// Linux may queue a new thread behind its creator, though the other processor is idle, until the next tick: two
/// milliseconds on average where a tick is four, of a start that is to take six.
int vahi_start_elsewhere(pthread_t *thread, void *(*body)(void *), void *argument);

/// Lets the calling thread run on every processor that its process may use.
void vahi_run_anywhere(void);
