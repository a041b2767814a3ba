#!/bin/sh
# Second stage of a host: in its own network, mount and UTS namespaces, not yet in its own PID namespace. Lays the
# cable to the switch and goes on as the init of a PID namespace.
set -eu
ip link add eth0 type veth peer name "port-$HOST" netns "$LAB_PID"
nsenter -t "$LAB_PID" -n ip link set "port-$HOST" master br0 up
ip addr add "198.18.$SLOT.1$NUMBER/24" brd + dev eth0
ip link set lo up
ip link set eth0 up
hostname "$HOST"

# A group of its own in each cgroup hierarchy (version 1), below the one this was started in. From inside it is the
# root of all there is.
cgroup=
if [ "${CGROUPS:-0}" = 1 ]; then
  while IFS=: read -r _ controllers path; do
    folder="/sys/fs/cgroup/${controllers#name=}"
    [ -n "$controllers" ] || folder=/sys/fs/cgroup/unified
    [ -d "$folder" ] || continue
    group="$folder${path%/}/virtdeck-lab-$SLOT-$HOST"
    mkdir -p "$group"
    echo "$group" >>"$LAB/$HOST.cgroups"
    case $controllers in
      *cpuset*) for part in cpus mems; do cat "$group/../cpuset.$part" >"$group/cpuset.$part"; done ;;
    esac
    echo $$ >"$group/cgroup.procs"
  done </proc/self/cgroup
  cgroup=--cgroup
fi
# shellcheck disable=SC2086
exec unshare $cgroup --pid --fork --kill-child=KILL sh "$SCRIPTS/host-init.sh"
