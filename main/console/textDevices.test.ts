import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../model/index.ts';
import { textDevices } from './textDevices.ts';

const list = (devices: string, type = 'qemu') =>
  textDevices(
    parseDocument(`<domain type='${type}'><name>vm</name><devices>${devices}</devices></domain>`),
    null,
  );

describe('textDevices', () => {
  it('lists everything that people can type into', () => {
    const found = list(`
      <serial type='pty'/><serial type='tcp'><source mode='bind' host='127.0.0.1' service='4555'/></serial>
      <parallel type='pty'/><console type='pty'><target type='serial'/></console>
      <console type='pty'><target type='virtio'/></console>
      <channel type='unix'><target type='virtio' name='org.example.shell'/></channel>
      <channel type='pty'><target type='virtio' name='org.example.pty'/></channel>
      <channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>
      <channel type='qemu-vdagent'><target type='virtio' name='com.redhat.spice.0'/></channel>
      <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>`);
    expect(found.map(({ title, refusal }) => [title, refusal === null])).toEqual([
      ['Serial 1', true],
      ['Serial 2', false],
      ['Parallel 1', true],
      ['Console 1', true],
      ['Channel org.example.shell', true],
      ['Channel org.example.pty', false],
    ]);
  });

  it.each([
    ['tcp', `<source mode='bind' host='127.0.0.1' service='4555'/>`, /127\.0\.0\.1:4555 of the host/],
    ['tcp', `<source mode='connect' host='h' service='1'/>`, /program at h:1/],
    ['unix', `<source mode='bind' path='/run/x'/>`, /UNIX socket \/run\/x.*another program/],
    ['file', `<source path='/x'/>`, /file \/x.*<log file/],
    ['null', '', /connected to nothing/],
    ['udp', '', /UDP/],
    ['strange', '', /\(strange\)/],
  ])('says where %s goes and what to do', (type, source, words) => {
    const [serial] = list(`<serial type='${type}'>${source}</serial>`);
    expect(serial?.refusal).toMatch(words);
    expect(serial?.refusal).toMatch(/type pty/);
  });

  it('knows the consoles of containers', () => {
    const [console] = list(
      `<console type='pty'><target type='lxc'/><alias name='console0'/></console>`,
      'lxc',
    );
    expect(console).toMatchObject({ key: 'console0', title: 'Console 1', refusal: null });
    expect(console?.notes[0]).toMatch(/several programs/);
  });
});
