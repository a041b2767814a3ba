type KeyPress = Pick<KeyboardEvent, 'type' | 'key' | 'ctrlKey' | 'altKey'>;

/**
 * Hears of keys and calls `release` when Ctrl and Alt were pressed together, nothing with them, and
 * both have been let go: the keys with which people leave a console.
 */
export function createKeyboardRelease(release: () => void): (event: KeyPress) => void {
  let armed = false;
  return ({ type, key, ctrlKey, altKey }) => {
    if (type === 'keydown') {
      const modifier = key === 'Control' || key === 'Alt';
      armed = modifier && (armed || (ctrlKey && altKey));
      return;
    }
    if (!armed || ctrlKey || altKey) return;
    armed = false;
    release();
  };
}
