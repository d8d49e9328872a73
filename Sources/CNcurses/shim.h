// What Swift cannot import from ncurses and the C library by itself; one reason each.
#ifndef VAHI_CNCURSES_SHIM_H
#define VAHI_CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1 // without it the header hides every wide-character call
#include <errno.h>
#include <ncurses.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// stdscr, COLORS and COLOR_PAIRS are mutable globals, which Swift 6 refuses.
static inline WINDOW *vahi_standard_window(void) { return stdscr; }
static inline int vahi_colors(void) { return COLORS; }
static inline int vahi_color_pairs(void) { return COLOR_PAIRS; }

// WA_BOLD and its like are casts in macros, which are not imported. The bits are those of Canvas.Attributes.
static inline attr_t vahi_attributes(unsigned char bits) {
  return (bits & 1 ? WA_BOLD : 0) | (bits & 2 ? WA_DIM : 0) | (bits & 4 ? WA_ITALIC : 0) |
         (bits & 8 ? WA_UNDERLINE : 0) | (bits & 16 ? WA_REVERSE : 0);
}

// setcchar wants its pair twice: as a short, and as an int behind the `opts` pointer for pairs beyond 32767.
static inline cchar_t vahi_blank_cell(attr_t attributes, int pair) {
  const wchar_t blank[] = {L' ', 0};
  cchar_t cell;
  memset(&cell, 0, sizeof cell);
  setcchar(&cell, blank, attributes, (short)0, &pair);
  return cell;
}

// The members of cchar_t are a tuple in Swift. These change the text of a cell and nothing else, which is many times
// faster than setcchar.
static inline cchar_t vahi_with_scalar(cchar_t cell, unsigned scalar) {
  cell.chars[0] = (wchar_t)scalar;
  return cell;
}

static inline cchar_t vahi_with_mark(cchar_t cell, int place, unsigned scalar) {
  if (place < CCHARW_MAX) cell.chars[place] = (wchar_t)scalar;
  return cell;
}

// wcwidth hides unless _XOPEN_SOURCE is set, which would hide other things.
extern int wcwidth(wchar_t scalar);
static inline int vahi_columns(unsigned scalar) { return wcwidth((wchar_t)scalar); }

// Capabilities are macros over a global in <term.h>.
static inline const char *vahi_cursor_address(void) { return cursor_address; }
static inline const char *vahi_cursor_home(void) { return cursor_home; }
static inline const char *vahi_enter_ca_mode(void) { return enter_ca_mode; }
static inline const char *vahi_exit_ca_mode(void) { return exit_ca_mode; }
static inline const char *vahi_cursor_normal(void) { return cursor_normal; }
static inline const char *vahi_cursor_invisible(void) { return cursor_invisible; }
static inline const char *vahi_exit_attributes(void) { return exit_attribute_mode; }
static inline const char *vahi_enter_bold(void) { return enter_bold_mode; }
static inline const char *vahi_enter_dim(void) { return enter_dim_mode; }
static inline const char *vahi_enter_italics(void) { return enter_italics_mode; }
static inline const char *vahi_enter_underline(void) { return enter_underline_mode; }
static inline const char *vahi_enter_reverse(void) { return enter_reverse_mode; }
static inline const char *vahi_foreground(void) { return set_a_foreground; }
static inline const char *vahi_background(void) { return set_a_background; }
static inline const char *vahi_wrap_off(void) { return exit_am_mode; }
static inline const char *vahi_wrap_on(void) { return enter_am_mode; }

// tiparm is variadic.
static inline const char *vahi_parameters_1(const char *text, int a) { return tiparm(text, a); }
static inline const char *vahi_parameters_2(const char *text, int a, int b) { return tiparm(text, a, b); }

// tigetstr answers (char *)-1 for what is no string, which a Swift pointer cannot be compared with.
static inline const char *vahi_string_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

// ioctl is variadic. Returns 0 and the size, or -1.
static inline int vahi_window_size(int descriptor, int *width, int *height) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *width = size.ws_col;
  *height = size.ws_row;
  return 0;
}

// Signals. A handler may touch nothing but what is async-signal-safe, and Swift promises that of no code of its own.

// What the handlers work on. Every object file that includes this gets the function; being weak, one is linked.
struct vahi_signal_state {
  int wake_descriptor;
  int terminal_descriptor;
  struct termios saved_modes;
  volatile sig_atomic_t restore_length;
  char restore_text[512];
  char crash_stack[32768];
};
__attribute__((weak, noinline)) struct vahi_signal_state *vahi_signals(void) {
  static struct vahi_signal_state state; // all zero: descriptor 0 means none yet
  return &state;
}

// Tells the main loop which signal came.
static inline void vahi_on_signal(int signal_number) {
  int error = errno;
  unsigned char byte = (unsigned char)signal_number;
  int descriptor = vahi_signals()->wake_descriptor;
  if (descriptor > 0 && write(descriptor, &byte, 1) < 0) { /* the pipe is full, so the loop wakes anyway */ }
  errno = error;
}

// Gives the terminal back as it was, then lets the signal do what it does by default.
static inline void vahi_on_crash(int signal_number) {
  struct vahi_signal_state *state = vahi_signals();
  if (state->restore_length > 0) {
    if (write(state->terminal_descriptor, state->restore_text, (size_t)state->restore_length) < 0) { /* gone */ }
    tcsetattr(state->terminal_descriptor, TCSANOW, &state->saved_modes);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

// Sends the signals that end, stop and resize to a descriptor, a byte each; -1 gives them back.
static inline void vahi_watch_signals(int descriptor) {
  static const int numbers[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = descriptor < 0 ? SIG_DFL : vahi_on_signal;
  action.sa_flags = SA_RESTART;
  vahi_signals()->wake_descriptor = descriptor < 0 ? 0 : descriptor;
  for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, NULL);
}

// Notes the terminal and its modes for a crash; must precede ncurses' own changes.
static inline void vahi_prepare_restore(int descriptor) {
  vahi_signals()->terminal_descriptor = descriptor;
  tcgetattr(descriptor, &vahi_signals()->saved_modes);
}

// The text that gives the terminal back; an empty one when there is nothing to give back.
static inline void vahi_set_restore(const char *text, int length) {
  struct vahi_signal_state *state = vahi_signals();
  if (length > (int)sizeof state->restore_text) length = (int)sizeof state->restore_text;
  state->restore_length = 0;
  if (length > 0) memcpy(state->restore_text, text, (size_t)length);
  state->restore_length = length;
}

// A Swift trap is a signal, and Swift has no hook for it. The others end a program that does not ask for them.
static inline void vahi_watch_crashes(bool on) {
  static const int numbers[] = {SIGSEGV, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,
                                SIGFPE,  SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on ? vahi_on_crash : SIG_DFL;
  action.sa_flags = on ? SA_RESETHAND | SA_ONSTACK : 0;
  if (on) {
    stack_t stack; // a stack overflow leaves no room to handle it on
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = vahi_signals()->crash_stack;
    stack.ss_size = sizeof vahi_signals()->crash_stack;
    sigaltstack(&stack, NULL);
  }
  for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, NULL);
}
#endif
