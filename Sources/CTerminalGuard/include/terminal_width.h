#ifndef TERMINAL_WIDTH_H
#define TERMINAL_WIDTH_H

#include <stdint.h>

/* Cells that a Unicode scalar takes by the C library's wcwidth, the rule ncurses follows too: 0, 1, 2, or -1
   for what cannot be printed. Asked in C.UTF-8, whatever the program's locale is; safe from any thread.
   (Swift's view of the C library leaves wcwidth out, hence this room.) */
int terminal_scalar_width(uint32_t scalar);

#endif
