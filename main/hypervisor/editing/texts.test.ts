import { describe, expect, it } from 'vitest';
import { editElement } from './texts.ts';

describe("Virtdeck's element of the metadata", () => {
  it('is made, changed in part, and goes with the last text', () => {
    const made = editElement(null, { tags: ['web', 'a & b', 'web', ' '], icon: 'server' });
    expect(made).toContain('<tag>web</tag>');
    expect(made).toContain('<tag>a &amp; b</tag>');
    expect(made).toContain('<icon>server</icon>');
    const noted = editElement(made, { notes: 'first\nsecond' });
    expect(noted).toContain('<notes>first\nsecond</notes>');
    expect(noted).toContain('<tag>web</tag>');
    expect(editElement(noted, { notes: '', tags: [], icon: '' })).toBeNull();
  });

  it('keeps what it does not know', () => {
    const edited = editElement('<virtdeck><other a="1"><x/></other><tag>old</tag></virtdeck>', {
      tags: ['new'],
    });
    expect(edited).toContain('<other a="1"><x/></other>');
    expect(edited).toContain('<tag>new</tag>');
    expect(edited).not.toContain('old');
  });

  it('is without prefix and namespace, which libvirt adds; what cannot be read is replaced', () => {
    const edited = editElement(
      '<virtdeck:virtdeck xmlns:virtdeck="urn:virtdeck:domain:1"><virtdeck:tag>old</virtdeck:tag></virtdeck:virtdeck>',
      { icon: 'web' },
    );
    expect(edited).toContain('<tag>old</tag>');
    expect(edited).not.toContain('virtdeck:');
    expect(editElement('<broken', { icon: 'web' })).toContain('<icon>web</icon>');
  });
});
