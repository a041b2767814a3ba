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

# The modular daemons: one per driver, and virtproxyd with the sockets and listeners of the monolithic one.
modular='virtsecretd virtnwfilterd virtnodedevd virtinterfaced virtnetworkd virtstoraged virtqemud'

start_modular() {
  for daemon in $modular; do
    ! command -v "$daemon" >/dev/null || "$daemon" -d
  done
  virtproxyd -d -l
  viewers_socket
}

start_all() {
  start_virtlogd
  if [ "${MODULAR:-0}" = 1 ]; then start_modular; else start_libvirtd; fi
  start_sshd
}
