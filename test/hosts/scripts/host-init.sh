#!/bin/sh
# Init of a host: builds its view of the file system, starts its daemons and reaps what they leave.
# From here on nothing outside the host's own folders can be written.
set -eu
D="$LAB/$HOST"

mount -t proc -o nosuid,nodev,noexec proc /proc
mount -t sysfs -o nosuid,nodev,noexec sysfs /sys

# Devices: those that a hypervisor needs, and no others (no disks of the machine).
mount -t tmpfs -o mode=755,nosuid dev "$D/dev"
for node in null zero full random urandom tty kvm; do
  [ -e "/dev/$node" ] || continue
  [ "$node" != kvm ] || [ "${KVM:-0}" = 1 ] || continue
  cp -a "/dev/$node" "$D/dev/$node"
done
mkdir -p "$D/dev/net" "$D/dev/pts" "$D/dev/shm" "$D/dev/mapper"
cp -a /dev/net/tun "$D/dev/net/tun"
for node in vhost-net vhost-vsock fuse; do [ ! -e "/dev/$node" ] || cp -a "/dev/$node" "$D/dev/$node"; done
ln -s pts/ptmx "$D/dev/ptmx"
ln -s /proc/self/fd "$D/dev/fd"
ln -s /proc/self/fd/0 "$D/dev/stdin"
ln -s /proc/self/fd/1 "$D/dev/stdout"
ln -s /proc/self/fd/2 "$D/dev/stderr"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$D/dev/pts"
mount -t tmpfs -o mode=1777 shm "$D/dev/shm"

mount -t tmpfs -o mode=755 srv /srv
mkdir /srv/shared
mount --bind "$LAB/shared" /srv/shared
for folder in etc root home var/lib/libvirt var/cache/libvirt var/log; do
  mount --bind "$D/$folder" "/$folder"
done
mount -t tmpfs -o size=64m,mode=711 small /var/lib/libvirt/small
mount --bind "$D/run" /run
mount --rbind "$D/dev" /dev
mount --bind "$D" /mnt
mount --bind "$D/tmp" /tmp
mount -o remount,bind,ro /
cd /

. /mnt/daemons.sh
start_all
echo ready >/mnt/ready

# As init: wait for ever, and reap.
while :; do
  sleep 3600 &
  wait $! || :
done
