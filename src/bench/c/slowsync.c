/* Makes fsync and fdatasync take SLOW_SYNC microseconds longer: a stand-in for a disk slower than
   this machine's. Loaded with LD_PRELOAD. */
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void wait_a_while(void) {
  const char *text = getenv("SLOW_SYNC");
  long micros = text ? atol(text) : 0;
  struct timespec left = {micros / 1000000, micros % 1000000 * 1000};
  while (nanosleep(&left, &left) != 0) {
  }
}

int fsync(int file) {
  wait_a_while();
  return (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
  wait_a_while();
  return (int)syscall(SYS_fdatasync, file);
}
