#include "terminal_guard.h"
int terminal_guard_placeholder(void) { return 0; }
