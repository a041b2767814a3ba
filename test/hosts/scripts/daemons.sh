# The daemons of a host. Read by its init, and by those who start one again from outside.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
HOME=/root
export PATH HOME

start_virtlogd() {
  virtlogd -d
}

start_libvirtd() {
  libvirtd -d -l
  viewers_socket
}

# libvirt has one group for both sockets; here the read-only one has its own, so that there are users for each and
# users for none.
viewers_socket() {
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
