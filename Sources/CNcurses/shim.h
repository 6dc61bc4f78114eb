/* What Swift's importer cannot see of ncurses: wide characters, macros with arguments, and globals, which
   Swift 6 refuses. Defined here rather than by pkg-config, whose flags the package manager drops. */
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <wchar.h>

/* From term.h, which cannot be included: it makes macros of words such as `columns` and `bell`. */
extern int setupterm(const char *name, int fd, int *problem);

static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }
/* newterm, because initscr ends the program when it fails. */
static inline SCREEN *nc_open(void) { return newterm(NULL, stdout, stdin); }

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }

static inline int nc_key_function(int number) { return KEY_F(number); }

/* The three buttons and the wheel's two directions. Press and release that arrive together are one click to
   ncurses, two of them a double click, even when it is told not to wait for them. */
#define NC_BUTTON(n) (BUTTON##n##_PRESSED | BUTTON##n##_CLICKED | BUTTON##n##_DOUBLE_CLICKED)
static inline mmask_t nc_mouse_mask(void) {
    return NC_BUTTON(1) | NC_BUTTON(2) | NC_BUTTON(3) | BUTTON4_PRESSED | BUTTON5_PRESSED;
}
static inline int nc_mouse_button(mmask_t state) {
    return state & NC_BUTTON(1) ? 1 : state & NC_BUTTON(2) ? 2 : state & NC_BUTTON(3) ? 3
         : state & BUTTON4_PRESSED ? 4 : state & BUTTON5_PRESSED ? 5 : 0;
}
static inline int nc_mouse_is_double(mmask_t state) {
    return (state & (BUTTON1_DOUBLE_CLICKED | BUTTON2_DOUBLE_CLICKED | BUTTON3_DOUBLE_CLICKED)) != 0;
}

/* A capability of the terminal as a string; NULL when it has none (tigetstr may say -1). */
static inline const char *nc_capability(const char *name) {
    char *found = tigetstr((NCURSES_CONST char *)name);
    return found == (char *)-1 ? NULL : found;
}
static inline int nc_flag(const char *name) { return tigetflag((NCURSES_CONST char *)name) > 0; }

/* The codeset of the locale in force, such as "UTF-8". */
static inline const char *nc_codeset(void) { return nl_langinfo(CODESET); }

/* The window's size in cells; 0 when the terminal tells it. */
static inline int nc_window_size(int fd, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}

/* Whether the other end of the terminal is gone: readable with nothing to read, or hung up. */
static inline int nc_is_hung_up(int fd) {
    struct pollfd one = {.fd = fd, .events = POLLIN};
    if (poll(&one, 1, 0) <= 0) return 0;
    if (one.revents & (POLLHUP | POLLERR | POLLNVAL)) return 1;
    int waiting = 0;
    return (one.revents & POLLIN) && ioctl(fd, FIONREAD, &waiting) == 0 && waiting == 0;
}

#endif
