import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { DiagnosisStep } from '../../contract/index.ts';
import { Report } from './doctorCommand.ts';
import { terminalPrompts } from './terminalPrompts.ts';

const step = (change: Partial<DiagnosisStep>): DiagnosisStep => ({
  id: 'port',
  title: 'Port',
  status: 'failed',
  message: 'Nothing listens.',
  facts: [],
  hint: null,
  remedies: [],
  ms: 1,
  ...change,
});

describe('Report', () => {
  it('prints what a step found once it has ended, with what mends it', () => {
    let text = '';
    const report = new Report((piece) => {
      text += piece;
    });
    report.step(step({ status: 'running', message: '' }));
    expect(text).toBe('');
    report.step(
      step({
        facts: [{ label: 'Address', value: '10.0.0.1' }],
        hint: 'Look there.',
        remedies: [
          { kind: 'command', label: 'Start it', command: 'sudo start', host: 'lab' },
          { kind: 'file', label: 'Allow it', path: '/etc/x', text: 'a\nb\n' },
          { kind: 'uri', label: 'Use another', uri: 'qemu:///session' },
          { kind: 'read-only', label: 'Open it read-only' },
        ],
      }),
    );
    expect(text.split('\n').map((line) => line.trimStart())).toEqual([
      'FAILED    Port: Nothing listens.',
      'Address: 10.0.0.1',
      'Look there.',
      '> Start it on lab:',
      'sudo start',
      '> Allow it: write /etc/x:',
      'a',
      'b',
      '> Use another: qemu:///session',
      '> Open it read-only',
      '',
    ]);
    report.step(step({ status: 'warning' }));
    expect(text).toContain('warning   Port: not that bad');
    report.end({ uri: 'x', readOnly: false, startedAt: 0, verdict: 'cancelled', steps: [] });
    expect(text).toContain('Cancelled: x');
  });
});

describe('terminalPrompts', () => {
  it('cancels every question where there is no terminal', async () => {
    const streams = [new PassThrough(), new PassThrough()] as unknown as [
      NodeJS.ReadStream,
      NodeJS.WriteStream,
    ];
    const prompts = terminalPrompts(...streams);
    const field = { key: 'p', label: 'Password', secret: true, defaultValue: '' };
    const question = { connection: 'c', title: 'Sign in', message: '', fields: [field] };
    expect(await Promise.all([prompts.ask(question), prompts.ask(question)])).toEqual([null, null]);
  });
});
