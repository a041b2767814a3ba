#!/bin/sh
# Init of a host: builds its view of the file system, starts its daemons and reaps what they leave.
# From here on nothing outside the host's own folders can be written.
set -eu
D="$LAB/$HOST"

mount -t proc -o nosuid,nodev,noexec proc /proc
mount -t sysfs -o nosuid,nodev,noexec sysfs /sys

. "$SCRIPTS/cgroups.sh"
[ "${CGROUPS:-0}" = 0 ] || mount_cgroups "$CGROUPS"

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

# A root of its own in memory: the machine's programs, read-only, and the host's own folders. Nothing else of the
# machine can be seen.
R="$D/sysroot"
mount -t tmpfs -o mode=755 sysroot "$R"
for entry in bin sbin lib lib32 lib64 libx32 usr boot opt var; do
  if [ -L "/$entry" ]; then
    cp -P "/$entry" "$R/$entry"
  elif [ -d "/$entry" ]; then
    mkdir "$R/$entry"
    mount --bind "/$entry" "$R/$entry"
    mount -o remount,bind,ro "$R/$entry"
  fi
done
for folder in etc root home tmp run var/lib/libvirt var/cache/libvirt var/log; do
  mkdir -p "$R/$folder"
  mount --bind "$D/$folder" "$R/$folder"
done
mkdir -p "$R/srv/shared" "$R/dev" "$R/mnt" "$R/media" "$R/machine"
for folder in proc sys; do
  mkdir "$R/$folder"
  mount --move "/$folder" "$R/$folder"
done
mount --move "$D/dev" "$R/dev"
mount --bind "$LAB/shared" "$R/srv/shared"
mount --bind "$D" "$R/mnt"
mount -t tmpfs -o size=64m,mode=711 small "$R/var/lib/libvirt/small"
# The machine's own board is nobody's business, and cannot be read without /dev/mem.
[ ! -e /usr/sbin/dmidecode ] || mount --bind "$D/dmidecode" "$R/usr/sbin/dmidecode"
cd "$R"
pivot_root . machine
cd /
umount -l /machine
rmdir /machine

. /mnt/daemons.sh
start_all
echo ready >/mnt/ready

# As init: wait for ever, and reap.
while :; do
  sleep 3600 &
  wait $! || :
done
