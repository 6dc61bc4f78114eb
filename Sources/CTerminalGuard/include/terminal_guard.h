int terminal_guard_placeholder(void);
