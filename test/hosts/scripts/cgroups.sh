# Control groups, as a machine that boots without systemd would mount them. Read by other scripts.

# Mounts the hierarchies that this process is in on /sys/fs/cgroup: the one of version 2 if "$1" is 2, otherwise all of
# them, version 2 below "unified". Inside of a cgroup namespace they show what is below its root.
mount_cgroups() {
  if [ "$1" = 2 ]; then
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    return
  fi
  mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
  while IFS=: read -r _ controllers _; do
    if [ -n "$controllers" ]; then
      mkdir "/sys/fs/cgroup/${controllers#name=}"
      mount -t cgroup -o "$(echo "$controllers" | sed 's/^name=/none,name=/')" cgroup "/sys/fs/cgroup/${controllers#name=}"
    else
      mkdir /sys/fs/cgroup/unified
      mount -t cgroup2 cgroup2 /sys/fs/cgroup/unified
    fi
  done </proc/self/cgroup
}

# The version of what is mounted on /sys/fs/cgroup: 1, 2, or 0 for nothing.
mounted_cgroups() {
  if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    echo 2
  elif grep -q ' /sys/fs/cgroup/[^ ]* .* - cgroup ' /proc/self/mountinfo; then
    echo 1
  else
    echo 0
  fi
}
