// What Swift cannot import from ncurses by itself; one reason a line.
#ifndef VAHI_CNCURSES_SHIM_H
#define VAHI_CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1 // without it the header hides every wide-character call
#include <ncurses.h>
#endif
