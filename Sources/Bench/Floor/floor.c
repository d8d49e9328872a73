// The floor: the least that an ncurses program can do. It draws a screen of text once and moves a
// highlighted row with j and k; everything that Vahi takes beyond this is its own doing.
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>

static const char line[] =
    "Proof of the spring catalogue, second round   Harbor Goods   due Thu 26   #print   est 1h30   waiting: Lin";

static void draw(int y, int highlighted) {
  if (highlighted) attron(A_REVERSE);
  mvprintw(y, 0, "%-*.*s", COLS - 1, COLS - 1, line);
  if (highlighted) attroff(A_REVERSE);
}

int main(void) {
  setlocale(LC_ALL, "");
  if (initscr() == NULL) return 1;
  raw();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  start_color();
  use_default_colors();
  int selected = 0;
  for (int y = 0; y < LINES; y++) draw(y, y == selected);
  refresh();
  for (int key = getch(); key != 'q' && key != ERR; key = getch()) {
    int next = selected + (key == 'j') - (key == 'k');
    if (next < 0 || next >= LINES || next == selected) continue;
    draw(selected, 0);
    draw(next, 1);
    selected = next;
    refresh();
  }
  endwin();
  return 0;
}
