# The daemons of a host. Read by its init, and by "daemon start NAME" from outside.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
HOME=/root
export HOME

start_virtlogd() {
  virtlogd -d
}

start_libvirtd() {
  libvirtd -d -l
  # libvirt has one group for both sockets; here the read-only one has its own, so that there are users for
  # each and users for none.
  chgrp libvirt-viewers /run/libvirt/libvirt-sock-ro
}

start_sshd() {
  mkdir -p /run/sshd
  /usr/sbin/sshd
}

start_all() {
  start_virtlogd
  start_libvirtd
  start_sshd
}
