import { shellCommand, shellQuote } from '../../model/index.ts';
import { type Family, familyOf } from './systems.ts';

/** A UNIX socket as the user of the survey sees it. */
export interface SocketFacts {
  readonly path: string;
  readonly writable: boolean;
  /** "root:libvirt 770"; empty where it may not be seen. */
  readonly owner: string;
}

/** A unit of systemd. */
export interface UnitFacts {
  /** active, inactive, failed... */
  readonly active: string;
  /** enabled, disabled, masked... */
  readonly enabled: string;
}

/** What is known of a machine from a look at it. */
export interface Survey {
  readonly family: Family | null;
  /** "Debian GNU/Linux 12 (bookworm)". */
  readonly system: string;
  readonly user: string;
  readonly root: boolean;
  readonly groups: readonly string[];
  readonly arch: string;
  readonly systemd: boolean;
  /** Paths of programs that were looked for. */
  readonly programs: ReadonlyMap<string, string>;
  /** What netcat prints as its help, in one line; empty: there is none. */
  readonly netcat: string;
  readonly sockets: readonly SocketFacts[];
  /** Units that exist. */
  readonly units: ReadonlyMap<string, UnitFacts>;
  readonly kvm: {
    /** Owner and mode of /dev/kvm; null: there is none. */
    readonly node: string | null;
    /** Whether the user of the survey can open it. */
    readonly opens: boolean;
    /** vmx or svm; null: the processor shows none of them. */
    readonly extension: string | null;
    /** Whether the machine is itself a guest. */
    readonly guest: boolean;
    /** What it is a guest of, where that can be told. */
    readonly platform: string;
    /** kvm, kvm_intel... as far as they are loaded. */
    readonly modules: readonly string[];
  };
}

const PROGRAMS = [
  'virt-ssh-helper',
  'libvirtd',
  'virtqemud',
  'virtlxcd',
  'virtxend',
  'virtproxyd',
  'qemu-kvm',
  'qemu-system-x86_64',
  'qemu-system-aarch64',
  'systemctl',
  'pkcheck',
];
const UNITS = [
  'libvirtd.service',
  'libvirtd.socket',
  'libvirtd-tls.socket',
  'libvirtd-tcp.socket',
  'virtqemud.service',
  'virtqemud.socket',
  'virtlxcd.socket',
  'virtxend.socket',
  'virtproxyd.socket',
  'virtproxyd-tls.socket',
  'virtproxyd-tcp.socket',
];
const END = 'virtdeck-survey-end';

/**
 * A script for any POSIX shell that prints what a survey needs, a line each: name, tab, value. It changes nothing.
 * @param sockets paths to look at; `$RUN` in them is the user's runtime folder
 */
export function surveyScript(sockets: readonly string[], netcat = 'nc'): string {
  const paths = sockets.map((path) =>
    path.startsWith('$RUN/') ? `"$RUN"${shellQuote(path.slice(4))}` : shellQuote(path),
  );
  return `LC_ALL=C PATH="$PATH:/usr/sbin:/sbin:/usr/libexec"; export LC_ALL PATH
RUN="\${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"
say() { printf '%s\\t%s\\n' "$1" "$(printf '%s' "$2" | tr '\\n\\t' '  ' | head -c 2000)"; }
say os "$(. /etc/os-release 2>/dev/null && printf '%s %s' "$ID" "$ID_LIKE")"
say system "$(. /etc/os-release 2>/dev/null && printf '%s' "$PRETTY_NAME")"
say user "$(id -un)"; say uid "$(id -u)"; say groups "$(id -Gn)"; say arch "$(uname -m)"
for p in ${shellCommand(...PROGRAMS)}; do f=$(command -v "$p" 2>/dev/null) && say "program.$p" "$f"; done
n=${shellQuote(netcat)}; command -v "$n" >/dev/null 2>&1 && say netcat "$("$n" -h 2>&1 </dev/null)"
for s in ${paths.join(' ')}; do
  [ -S "$s" ] || continue
  w=no; [ -w "$s" ] && w=yes
  say "socket.$s" "$w $(stat -c '%U:%G %a' "$s" 2>/dev/null)"
done
if [ -d /run/systemd/system ]; then
  say systemd yes
  for u in ${shellCommand(...UNITS)}; do
    f=$(systemctl show -p LoadState,ActiveState,UnitFileState "$u" 2>/dev/null)
    case $f in *LoadState=loaded*|*LoadState=masked*) say "unit.$u" "$f";; esac
  done
fi
[ -e /dev/kvm ] && say kvm.node "$(stat -c '%U:%G %a' /dev/kvm 2>/dev/null)"
( : <>/dev/kvm ) 2>/dev/null && say kvm.opens yes
say kvm.extension "$(grep -m1 -owE 'vmx|svm' /proc/cpuinfo 2>/dev/null | head -n 1)"
grep -qw hypervisor /proc/cpuinfo 2>/dev/null && say kvm.guest yes
say kvm.platform "$(systemd-detect-virt --vm 2>/dev/null || cat /sys/class/dmi/id/product_name 2>/dev/null)"
say kvm.modules "$(cd /sys/module 2>/dev/null && ls -d kvm kvm_* 2>/dev/null)"
say ${END} yes
`;
}

/** Reads what the script printed; null: it did not run to its end, or something else spoke. */
export function readSurvey(output: string): Survey | null {
  const values = new Map<string, string>();
  for (const line of output.split('\n')) {
    const at = line.indexOf('\t');
    if (at > 0) values.set(line.slice(0, at), line.slice(at + 1).trim());
  }
  if (values.get(END) !== 'yes') return null;
  const get = (key: string) => values.get(key) ?? '';
  const under = (prefix: string) =>
    [...values]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]): [string, string] => [key.slice(prefix.length), value]);
  const words = (key: string) =>
    get(key)
      .split(/\s+/)
      .filter((word) => word !== '');
  return {
    family: familyOf(get('os')),
    system: get('system'),
    user: get('user'),
    root: get('uid') === '0',
    groups: words('groups'),
    arch: get('arch'),
    systemd: get('systemd') === 'yes',
    programs: new Map(under('program.')),
    netcat: get('netcat'),
    sockets: under('socket.').map(([path, value]) => ({
      path,
      writable: value.startsWith('yes'),
      owner: value.replace(/^(yes|no)\s*/, ''),
    })),
    units: new Map(under('unit.').map(([name, text]) => [name, unitFacts(text)])),
    kvm: {
      node: values.has('kvm.node') ? get('kvm.node') : null,
      opens: get('kvm.opens') === 'yes',
      extension: get('kvm.extension') || null,
      guest: get('kvm.guest') === 'yes',
      platform: get('kvm.platform') === 'none' ? '' : get('kvm.platform'),
      modules: words('kvm.modules'),
    },
  };
}

function unitFacts(text: string): UnitFacts {
  const value = (key: string) => new RegExp(`${key}=(\\S*)`).exec(text)?.[1] ?? '';
  return { active: value('ActiveState'), enabled: value('UnitFileState') };
}
