import { describe, expect, it } from 'vitest';
import type { DiagnosisStep } from '../../../contract/index.ts';
import { diagnosisText, withStep } from './diagnosisWords.ts';

const step = (id: string, change: Partial<DiagnosisStep> = {}): DiagnosisStep => ({
  id,
  title: id.toUpperCase(),
  status: 'running',
  message: '',
  facts: [],
  hint: null,
  remedies: [],
  ms: 0,
  ...change,
});

describe('steps', () => {
  it('are replaced in their place and added at the end', () => {
    const first = withStep(withStep([], step('name')), step('port'));
    const now = withStep(first, step('name', { status: 'passed' }));
    expect(now.map(({ id, status }) => [id, status])).toEqual([
      ['name', 'passed'],
      ['port', 'running'],
    ]);
    expect(first[0]?.status).toBe('running');
  });

  it('make a report with the commands that mend', () => {
    const failed = step('port', {
      status: 'failed',
      message: 'Nothing listens.',
      facts: [{ label: 'Port', value: '16514' }],
      hint: 'Start it.',
      remedies: [{ kind: 'command', label: 'Listen', command: 'systemctl start x', host: 'lab' }],
    });
    expect(diagnosisText('qemu+tls://lab/system', [failed])).toBe(
      [
        'qemu+tls://lab/system',
        '[Failed] PORT: Nothing listens.',
        '    Port: 16514',
        '    Start it.',
        '    Listen: systemctl start x',
      ].join('\n'),
    );
  });
});
