#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stddef.h>

/* Gives the terminal back when the program crashes or exits without closing its screen.
   Call all of these from the main thread. */

/* Remembers how the terminal is set now and which bytes undo what the screen will do to it; installs the
   crash handlers and an atexit handler once. Returns 0, or -1 when `fd` is no terminal or `length` is more
   than 1024. */
int terminal_guard_arm(int fd, const char *bytes, size_t length);

/* From now on a crash restores (1), or leaves the terminal alone (0): for before and after the screen is held. */
void terminal_guard_hold(int held);

/* Puts the terminal back now, if it is held. Async-signal-safe. */
void terminal_guard_restore(void);

#endif
