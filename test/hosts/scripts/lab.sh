#!/bin/sh
# Supervisor of one laboratory. Runs in the network namespace that holds the bridge (the "switch"), starts the
# hosts, and takes everything down when its owner is gone or asks for it.
#
# LAB       folder of the laboratory
# SLOT      its number
# HOSTS     how many hypervisors
# SCRIPTS   folder of these scripts
# OWNER_NET process whose network namespace gets the client's end of the cable
# Descriptor 3 is a pipe from the owner: the laboratory lives as long as it is open, or, after the word "keep" has come
# through it, until it is told to stop.
set -eu

pids=
down() {
  trap '' TERM INT HUP
  # With the init of a host dies all that runs inside, and "unshare", its parent, ends when that is done. A host that
  # has no init yet is still a script.
  for p in $pids; do
    init=
    [ "$(cat "/proc/$p/comm" 2>/dev/null)" != unshare ] || init=$(cat "/proc/$p/task/$p/children" 2>/dev/null || :)
    # shellcheck disable=SC2086
    kill -KILL ${init:-$p} 2>/dev/null || :
  done
  for f in "$LAB"/*/slow.json; do
    [ -e "$f" ] || continue
    p=$(sed 's/.*"pid":\([0-9]*\).*/\1/' "$f")
    # Its number may be another's by now.
    ! grep -qsF "$f" "/proc/$p/cmdline" || kill -KILL "$p" 2>/dev/null || :
  done
  wait || :
  for f in "$LAB"/*.cgroups; do
    [ -e "$f" ] || continue
    while read -r group; do
      find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || :
    done <"$f"
  done
  ip link del cable 2>/dev/null || :
  rm -rf --one-file-system "$LAB"
  exit 0
}
trap down TERM INT HUP
trap down EXIT

# A container may have none mounted. Then they are, for the laboratory alone; a kernel without any has hosts without.
. "$SCRIPTS/cgroups.sh"
if [ "$CGROUPS" = 1 ] && [ "$(mounted_cgroups)" = 0 ] && [ -s /proc/self/cgroup ]; then
  if grep -q '^[1-9]' /proc/self/cgroup; then mount_cgroups 1; else mount_cgroups 2; fi
fi

ip link set lo up
ip link add br0 type bridge forward_delay 0 stp_state 0
ip link set br0 up
ip link add cable type veth peer name "vdlab$SLOT" netns "$OWNER_NET"
ip link set cable master br0 up

i=1
while [ "$i" -le "$HOSTS" ]; do
  LAB_PID=$$ HOST="hv$i" NUMBER="$i" setpriv --pdeathsig KILL \
    unshare --net --mount --uts --ipc --propagation private \
    sh "$SCRIPTS/host-net.sh" </dev/null >"$LAB/hv$i.log" 2>&1 &
  pids="$pids $!"
  echo "$!" >"$LAB/hv$i.pid"
  i=$((i + 1))
done
echo started

# The owner's end of the pipe closes with the owner. When all is well it may say that the laboratory is to stay.
# shellcheck disable=SC2016
setpriv --pdeathsig KILL sh -c 'read -r word <&3 && [ "$word" = keep ] && exec sleep infinity 3<&-' \
  </dev/null >/dev/null 2>&1 &
watch=$!
pids="$pids $watch"
wait "$watch" || :
