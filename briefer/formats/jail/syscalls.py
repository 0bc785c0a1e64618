"""What the parsing process may ask of a Linux kernel: numbers of system calls, by machine.

Each call stands with its number on x86_64 and on aarch64, "-" where the machine has none.
Nothing is decided by which list a refused call stands in: what is on no list is answered
"there is no such call", upon which the C library takes an older one; what is on `REFUSED` is
answered "not permitted", which a library that only tries whether it may understands.
"""

from __future__ import annotations

# Memory, time, threads, reading of what is open or may be opened, signals to itself.
_ALLOWED = """
read 0 63; pread64 17 67; readv 19 65; preadv 295 69; write 1 64; writev 20 66; close 3 57;
close_range 436 436; lseek 8 62; fadvise64 221 223; dup 32 23; dup2 33 -; dup3 292 24; stat 4 -;
lstat 6 -; fstat 5 80; newfstatat 262 79; statx 332 291; access 21 -; faccessat 269 48;
faccessat2 439 439; getdents 78 -; getdents64 217 61; readlink 89 -; getcwd 79 17; readlinkat 267 78;
mmap 9 222; munmap 11 215; mremap 25 216; mprotect 10 226; madvise 28 233; brk 12 214; mincore 27 232;
membarrier 324 283; futex 202 98; rseq 334 293; times 100 153; set_robust_list 273 99;
get_robust_list 274 100; arch_prctl 158 -; getcpu 309 168; set_tid_address 218 96; sched_yield 24 124;
sched_getaffinity 204 123; getpid 39 172; getppid 110 173; gettid 186 178; getuid 102 174;
geteuid 107 175; getgid 104 176; getegid 108 177; getresuid 118 148; getresgid 120 150;
getrusage 98 165; getrlimit 97 163; time 201 -; uname 63 160; clock_gettime 228 113;
clock_getres 229 114; nanosleep 35 101; sysinfo 99 179; clock_nanosleep 230 115; gettimeofday 96 169;
getrandom 318 278; poll 7 -; select 23 -; ppoll 271 73; pselect6 270 72; rt_sigaction 13 134;
rt_sigprocmask 14 135; exit 60 93; exit_group 231 94; rt_sigreturn 15 139; rt_sigpending 127 136;
sigaltstack 131 132; restart_syscall 219 128;
"""

# Allowed with some arguments only; `jail.seccomp` says which.
_CONDITIONAL = """
open 2 -; openat 257 56; clone 56 220; tgkill 234 131; ioctl 16 29; fcntl 72 25; prlimit64 302 261;
"""

# Network, programs, other processes, changes to files, rights, and wide kernel interfaces.
_REFUSED = """
socket 41 198; socketpair 53 199; connect 42 203; bind 49 200; listen 50 201; accept 43 202;
sendto 44 206; accept4 288 242; sendmsg 46 211; sendmmsg 307 269; recvfrom 45 207; recvmsg 47 212;
recvmmsg 299 243; execve 59 221; execveat 322 281; fork 57 -; vfork 58 -; ptrace 101 117; kill 62 129;
tkill 200 130; rt_sigqueueinfo 129 138; rt_tgsigqueueinfo 297 240; pidfd_open 434 434;
pidfd_send_signal 424 424; process_vm_readv 310 270; process_vm_writev 311 271; pwrite64 18 68;
creat 85 -; truncate 76 45; ftruncate 77 46; fallocate 285 47; mkdir 83 -; mkdirat 258 34; mknod 133 -;
mknodat 259 33; rmdir 84 -; unlink 87 -; unlinkat 263 35; rename 82 -; renameat 264 38;
renameat2 316 276; link 86 -; linkat 265 37; symlink 88 -; symlinkat 266 36; chmod 90 -; fchmod 91 52;
fchmodat 268 53; chown 92 -; fchown 93 55; lchown 94 -; fchownat 260 54; utime 132 -; utimes 235 -;
utimensat 280 88; setxattr 188 5; lsetxattr 189 6; fsetxattr 190 7; removexattr 197 14;
memfd_create 319 279; chroot 161 51; pivot_root 155 41; mount 165 40; umount2 166 39; unshare 272 97;
setns 308 268; bpf 321 280; perf_event_open 298 241; io_uring_setup 425 425; io_uring_enter 426 426;
keyctl 250 219; io_uring_register 427 427; userfaultfd 323 282; add_key 248 217; request_key 249 218;
setuid 105 146; setgid 106 144; setreuid 113 145; setregid 114 143; setresuid 117 147;
setresgid 119 149; prctl 157 167; setgroups 116 159; setrlimit 160 164; setpriority 141 140;
personality 135 92; seccomp 317 277; shmget 29 194; shmat 30 196; msgget 68 186; semget 64 190;
mq_open 240 180; open_by_handle_at 304 265; inotify_init1 294 26; fanotify_init 300 262;
"""

MACHINES = ("x86_64", "aarch64")


def allowed(machine: str) -> tuple[int, ...]:
    """The numbers of the calls that are always allowed on `machine`, one of MACHINES."""
    return tuple(_numbers(_ALLOWED, machine).values())


def conditional(machine: str) -> dict[str, int]:
    """The calls that are allowed with some arguments only, by name."""
    return _numbers(_CONDITIONAL, machine)


def refused(machine: str) -> tuple[int, ...]:
    """The numbers of the calls that are not permitted."""
    return tuple(_numbers(_REFUSED, machine).values())


def _numbers(table: str, machine: str) -> dict[str, int]:
    calls = [call.split() for call in table.split(";") if call.strip()]
    column = 1 + MACHINES.index(machine)
    return {call[0]: int(call[column]) for call in calls if call[column] != "-"}
