import { beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError, type Client, type Settings, type UiState } from '../../contract/index.ts';
import { setHost } from './host.ts';
import { changeSettings, useSettings } from './settings.ts';
import { flushUiState, loadUiState, saveUiValue, useUiState } from './uiState.ts';

const saved: UiState[] = [];
let answer: () => Promise<object> = async () => ({});

beforeEach(() => {
  saved.length = 0;
  answer = async () => ({});
  const settings = {
    saveUiState: (values: UiState) => {
      saved.push(values);
      return answer();
    },
    update: (_: Settings) => answer(),
  };
  setHost({
    client: { settings } as unknown as Client,
    on: () => () => {},
    openBytes: () => Promise.reject(new Error('no bytes here')),
    onLost: () => {},
    close: () => {},
  });
});

describe('what main keeps for the interface', () => {
  it('is told as it changes, without what another window may have changed', async () => {
    loadUiState({ width: 200, columns: ['name'] });
    saveUiValue('width', 250);
    saveUiValue('width', 260);
    flushUiState();
    saveUiValue('open', true);
    flushUiState();
    expect(saved).toEqual([{ width: 260 }, { open: true }]);
  });

  it('is told again with the next change when that failed', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    answer = () => Promise.reject(apiError('unavailable', 'gone'));
    saveUiValue('width', 300);
    flushUiState();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
    answer = async () => ({});
    loadUiState({ width: 100, columns: ['cpu'] });
    expect(useUiState.getState().values).toEqual({ width: 300, columns: ['cpu'] });
    saveUiValue('open', false);
    flushUiState();
    expect(saved.at(-1)).toEqual({ width: 300, open: false });
  });
});

describe('changeSettings', () => {
  it('takes back only what main has refused', async () => {
    const refused = changeSettings({ theme: 'dark' });
    const first = answer;
    answer = () => Promise.reject(apiError('internal', 'disk full'));
    const failing = changeSettings({ statsInterval: 9 });
    answer = first;
    await changeSettings({ theme: 'light' });
    await expect(failing).rejects.toThrow('disk full');
    await refused;
    expect(useSettings.getState().settings).toMatchObject({ theme: 'light', statsInterval: 3 });
  });
});
