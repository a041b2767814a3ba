#!/bin/sh
# Runs a program as the client of a laboratory, in a mount namespace of its own: the hosts have names, ssh has the
# laboratory's configuration, and the machine's own libvirt daemons and settings cannot be seen.
set -eu
folder=$1
shift
mount --bind "$folder/hosts" /etc/hosts
[ ! -e /etc/ssh/ssh_config ] || mount --bind "$folder/ssh/config" /etc/ssh/ssh_config
[ ! -d /etc/libvirt ] || mount --bind "$folder/libvirt" /etc/libvirt
[ ! -d /run/libvirt ] || mount -t tmpfs -o mode=755 none /run/libvirt
exec "$@"
