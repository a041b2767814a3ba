import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuestConsole, guestXml, type Host, startLab } from '../../hosts/index.ts';

/** What guests draw, about thirty times a second: nothing, a block that moves, or another screen each time. */
export type Drawing = 'nothing' | 'block' | 'screen';

/** Guests that draw on their screens: text of 720 × 400 pixels, which is the same to VNC. */
export interface DrawingGuests {
  readonly hv: Host;
  readonly names: readonly string[];
  /** Lets all of them draw something else. */
  draw(drawing: Drawing): Promise<void>;
  end(): Promise<void>;
}

const COLUMNS = 40;
const SCREENS = 10;
/** Seconds between pictures: drawing one takes the rest of a thirtieth. */
const PAUSE = '0.03';

/**
 * Makes the variables p0, p1... with what is to be printed for a picture. No blank may follow another one, for guests
 * take a command as words.
 */
const PICTURES: Readonly<Record<Exclude<Drawing, 'nothing'>, string>> = {
  block: `n=0; b=$(printf %32s ""); while [ $n -lt ${COLUMNS} ]; do s=; [ $n -gt 0 ] || s="\\033[0m\\033[2J"; r=6; while [ $r -lt 16 ]; do s="$s\\033[$r;$((n+1))H \\033[44m$b\\033[0m"; r=$((r+1)); done; eval "p$n=\\$s"; n=$((n+1)); done`,
  screen: `n=0; t=0123456789; t=$t$t$t$t; t=$t$t; t=$t$t$t; t=$t$t$t$t; t=$t$t$t; while [ $n -lt ${SCREENS} ]; do eval "p$n='\\033[H\\033[3\${n}m'\\$(printf %.1900s $t)"; t=\${t#?}; n=$((n+1)); done`,
};

/** Starts a hypervisor and guests on it, and waits until they take commands. */
export async function startDrawingGuests(count: number): Promise<DrawingGuests> {
  const lab = await startLab({ hosts: 1 });
  const consoles: GuestConsole[] = [];
  const end = async () => {
    for (const console of consoles) console.close();
    await lab.down();
  };
  try {
    const hv = lab.host('hv1');
    const names = Array.from({ length: count }, (_, index) => `drawing${index + 1}`);
    for (const name of names) {
      const definition = join(lab.folder, `${name}.xml`);
      writeFileSync(definition, guestXml({ name, memory: 128, graphics: 'vnc' }));
      await hv.virsh(['define', definition]);
      await hv.virsh(['start', name]);
      const console = await GuestConsole.open(hv, name);
      consoles.push(console);
      await console.ready();
    }
    const draw = async (drawing: Drawing) => {
      for (const console of consoles) await change(console, drawing);
    };
    return { hv, names, draw, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function change(console: GuestConsole, drawing: Drawing): Promise<void> {
  await console.command('sh touch /tmp/stop; while [ -e /tmp/drawing ]; do sleep 0.1; done; rm /tmp/stop');
  if (drawing === 'nothing') return;
  const count = drawing === 'block' ? COLUMNS : SCREENS;
  const loop = `n=0; while [ ! -e /tmp/stop ]; do eval "printf \\"\\$p$n\\""; n=$(((n+1)%${count})); read -t ${PAUSE} x; done`;
  await console.command(
    `sh (${PICTURES[drawing]}; touch /tmp/drawing; ${loop}; rm /tmp/drawing) >/dev/tty1 </dev/tty9 2>/tmp/errors &`,
  );
}
