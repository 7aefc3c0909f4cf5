import { describe, expect, it } from 'vitest';
import { toItemId } from '../../../../src/core/model/ids.ts';
import { originalFileName } from '../../../../src/ui/components/credential/original-file-name.ts';

const id = toItemId('ab'.repeat(32));
const named = (fileName: string, mediaType = 'application/json'): string => originalFileName({ id, fileName, mediaType });

describe('the name of a saved original', () => {
  it('is the name it came with where that says what it is', () => {
    for (const name of ['my badge.json', 'Diplôme.PDF', 'badge.svg', 'token.jwt', 'diploma.jsonld', 'note.sd-jwt']) expect(named(name)).toBe(name);
    expect(originalFileName({ id, mediaType: 'image/png' })).toBe('credential-abababab.png');
  });

  it('never makes a page or a program of a credential, whatever its writer called it', () => {
    for (const name of ['badge.html', 'badge.hta', 'badge.json.exe', 'badge.lnk', 'badge.xhtml', 'badge.bat', 'badge']) expect(named(name)).toBe(`${name}.json`);
    expect(named('badge.js', 'image/png')).toBe('badge.js.png');
    expect(named('badge.html', 'application/vnd.unknown')).toBe('badge.html.bin');
  });
});
