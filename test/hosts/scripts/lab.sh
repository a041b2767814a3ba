#!/bin/sh
# Supervisor of one laboratory. Runs in the network namespace that holds the bridge (the "switch"), starts the
# hosts, and takes everything down when its owner is gone or asks for it.
#
# LAB       folder of the laboratory
# SLOT      its number
# HOSTS     how many hypervisors
# SCRIPTS   folder of these scripts
# OWNER_NET process whose network namespace gets the client's end of the cable
# KEEP      1: live until told to stop; 0: live as long as standard input is open
set -eu

pids=
down() {
  trap '' TERM INT HUP
  # With the init of a host dies all that runs inside, and "unshare", its parent, ends when that is done.
  for p in $pids; do
    init=$(cat "/proc/$p/task/$p/children" 2>/dev/null || :)
    # shellcheck disable=SC2086
    kill -KILL ${init:-$p} 2>/dev/null || :
  done
  for f in "$LAB"/*/slow.json; do
    [ ! -e "$f" ] || kill -KILL "$(sed 's/.*"pid":\([0-9]*\).*/\1/' "$f")" 2>/dev/null || :
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

if [ "$KEEP" = 1 ]; then
  setpriv --pdeathsig KILL sleep infinity </dev/null >/dev/null 2>&1 &
else
  setpriv --pdeathsig KILL cat <&3 >/dev/null 2>&1 &
fi
watch=$!
pids="$pids $watch"
wait "$watch" || :
