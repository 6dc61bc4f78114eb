#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stddef.h>

/* Gives the terminal back when the program crashes or exits without closing its screen.
   Call all of these from one thread at a time. */

/* Remembers how the terminal is set now and which bytes undo what the screen will do to it; installs the
   crash handlers and an atexit handler once. Returns 0, or -1 when `fd` is no terminal or `length` is more
   than 1024. */
int terminal_guard_arm(int fd, const char *bytes, size_t length);

/* From now on a crash restores (1), or leaves the terminal alone (0): for before and after the screen is held. */
void terminal_guard_hold(int held);

/* Gives the calling thread a stack to crash on, so that a stack overflow is caught too. Call it wherever the
   main queue may run: after the first suspension of an async main that is a worker thread. Cheap after the
   first time on a thread. */
void terminal_guard_cover_thread(void);

/* Puts the terminal back now, if it is held. Async-signal-safe. */
void terminal_guard_restore(void);

#endif
