#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { BYTES_MAX = 1024, STACK_SIZE = 64 * 1024 };

/* Swift traps are SIGILL or SIGTRAP; Ctrl-\ sends SIGQUIT. The last three the program answers itself, but only
   once it listens. */
static const int deadly[] = {SIGSEGV, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,
                             SIGFPE,  SIGQUIT, SIGHUP,  SIGTERM, SIGINT};
enum { DEADLY = sizeof deadly / sizeof deadly[0] };

static struct {
    int fd;
    struct termios modes;
    char bytes[BYTES_MAX];
    size_t length;
    volatile sig_atomic_t held;
    struct sigaction before[DEADLY];
    int installed;
} guard;

/* A stack overflow leaves no other stack to run on. One for all threads: only the first crash matters. */
static char stack[STACK_SIZE];
static _Thread_local int covered;

void terminal_guard_restore(void) {
    if (!guard.held) return;
    guard.held = 0;
    int error = errno;
    const char *next = guard.bytes;
    size_t left = guard.length;
    while (left > 0) {
        ssize_t sent = write(guard.fd, next, left);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) break;
        next += sent;
        left -= (size_t)sent;
    }
    tcsetattr(guard.fd, TCSANOW, &guard.modes);
    errno = error;
}

/* Restores, then lets whoever handled the signal before have it: Swift's backtrace, or the system's default. */
static void crashed(int number, siginfo_t *info, void *context) {
    (void)context;
    terminal_guard_restore();
    for (int i = 0; i < DEADLY; i++) {
        if (deadly[i] == number) sigaction(number, &guard.before[i], NULL);
    }
    /* A faulting instruction runs again on return and faults into the handler before, with its own context.
       What was sent, and a trap that stands behind its instruction, must be raised again; it is delivered
       when this handler returns. */
    int again = info->si_code <= 0 || number == SIGTRAP || number == SIGABRT || number == SIGQUIT;
    if (again) raise(number);
}

void terminal_guard_cover_thread(void) {
    if (covered) return;
    covered = 1;
    stack_t current;
    if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
}

static void install(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = crashed;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &action, &guard.before[i]);
    atexit(terminal_guard_restore);
    guard.installed = 1;
}

int terminal_guard_arm(int fd, const char *bytes, size_t length) {
    if (length > BYTES_MAX || tcgetattr(fd, &guard.modes) != 0) return -1;
    guard.fd = fd;
    memcpy(guard.bytes, bytes, length);
    guard.length = length;
    if (!guard.installed) install();
    terminal_guard_cover_thread();
    return 0;
}

void terminal_guard_hold(int held) { guard.held = held; }
