"""Reads the documents of a seed as cloud-init does, with its own code, and prints what it makes of them as JSON.

Arguments: the folder with the documents, the renderer of networks, a folder for what it writes.
"""

import json
import os
import sys

from cloudinit import distros, helpers, util
from cloudinit.distros import ug_util
from cloudinit.net import network_state

seed, renderer, target = sys.argv[1:]
found = util.pathprefix2dict(seed, required=["user-data", "meta-data"], optional=["network-config"])
config = util.load_yaml(found["user-data"])
paths = helpers.Paths({"cloud_dir": target})
distro = distros.fetch("debian")("debian", {"default_user": {"name": "debian"}}, paths)
users, _groups = ug_util.normalize_users_groups(config, distro)
written = {}
if "network-config" in found:
    module = __import__(f"cloudinit.net.{renderer}", fromlist=["Renderer"])
    # The paths of the distribution's own settings for netplan would lead to this machine's network.
    options = {"netplan_path": "etc/netplan/50-cloud-init.yaml", "postcmds": False}
    if renderer == "eni":
        options = dict(distro.renderer_configs["eni"])
    if renderer == "sysconfig":
        options = __import__("cloudinit.distros.rhel", fromlist=["Distro"]).Distro.renderer_configs["sysconfig"]
    state = network_state.parse_net_config_data(util.load_yaml(found["network-config"]))
    made = module.Renderer(options)
    made.render_network_state(state, target=target)
    for folder, _folders, names in os.walk(target):
        for name in names:
            path = os.path.join(folder, name)
            written[os.path.relpath(path, target)] = open(path, encoding="utf-8", errors="replace").read()
print(json.dumps({
    "meta": util.load_yaml(found["meta-data"]),
    "config": config,
    "users": users,
    "written": written,
}, default=str))
