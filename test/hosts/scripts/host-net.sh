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

init='exec unshare --pid --fork --kill-child=KILL sh "$SCRIPTS/host-init.sh"'

if [ "${CGROUPS:-0}" = 0 ]; then
  eval "$init"
fi
. "$SCRIPTS/cgroups.sh"
CGROUPS=$(mounted_cgroups)
export CGROUPS

# A group of its own in each hierarchy, which from inside is the root of all there is.
case $CGROUPS in
  2)
    # At the top: controllers cannot be passed on through groups that have processes, such as the one this was started
    # in. For the same reason the host's own processes go into a group below. Controllers that cannot be had, because
    # this is a container, are missing inside.
    top=/sys/fs/cgroup
    group="$top/virtdeck-lab-$SLOT-$HOST"
    mkdir -p "$group/init"
    echo "$group" >>"$LAB/$HOST.cgroups"
    pass_on='for c in $(cat "$1/cgroup.controllers"); do echo "+$c" 2>/dev/null >"$1/cgroup.subtree_control" || :; done'
    sh -c "$pass_on" pass_on "$top"
    echo $$ >"$group/cgroup.procs"
    exec unshare --cgroup sh -c 'echo $$ >"$1/init/cgroup.procs"
'"$pass_on
$init" host "$group"
    ;;
  1)
    # Below the one this was started in.
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
    exec unshare --cgroup sh -c "$init"
    ;;
esac
eval "$init"
