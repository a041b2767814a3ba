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
exec unshare --pid --fork --kill-child=KILL sh "$SCRIPTS/host-init.sh"
