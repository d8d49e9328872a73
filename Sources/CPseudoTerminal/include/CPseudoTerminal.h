// What the C library offers only beyond POSIX, and Swift's view of it therefore leaves out.
#ifndef VAHI_CPSEUDOTERMINAL_H
#define VAHI_CPSEUDOTERMINAL_H
#include <stddef.h>
#include <sys/types.h>

// Opens a new pseudo-terminal, writes the path of its other side, and returns a descriptor or -1.
int terminal_open(char *path, size_t capacity);

// Starts a program with all signals at their defaults. With a terminal's path it leads a session of its own
// which that terminal controls, and the three descriptors are ignored. Returns 0 or an error number.
int program_spawn(pid_t *pid, const char *path, char *const argv[], char *const envp[], const char *folder,
                  const char *terminal, const int descriptors[3]);

// A pipe whose ends no program inherits that is started meanwhile; 0 or -1.
int pipe_open(int ends[2]);

// A file without a name, to be read by a program that is started; a descriptor or -1.
int memory_file_open(void);

#endif
