import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import { CredentialView } from '../../../src/ui/components/credential-view.tsx';
import { summarize } from '../../../src/wallet/summarize.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { examples } from '../../support/example-credentials.ts';
import { markup, textOf } from '../said.tsx';

const folder = 'tests/fixtures/credentials';

async function documentOf(file: string): Promise<ExaminedCredential> {
  const found = credentialsIn(await examineBytes(new Uint8Array(readFileSync(`${folder}/${file}`))));
  const kept = found.find(({ format }) => ['pdf', 'other-kinds'].includes(format));
  if (kept === undefined) throw new Error(`${file} holds no such document`);
  return { ...kept, fileName: 'My certificate.pdf' };
}

const reviewOf = (examined: ExaminedCredential): string => textOf(markup(<CredentialView examined={examined} mode="review" />));

describe('a document that is kept without being judged', () => {
  it.each([
    ['pdf/open-badges-3--attached-deflated-signed.pdf', 'This is a signed PDF. We did not check its signature.'],
    ['pdf/open-badges-3--attached.pdf', 'This is a PDF document.'],
    ['other-kinds/plain--encrypted.txt', 'This is an encrypted text. Only its receiver can open it.'],
    ['other-kinds/plain--europass.xml', 'This is of the kind “Europass (XML)”. We do not check that kind.'],
    ['other-kinds/open-badges-2--blockcerts.json', 'This is of the kind “Blockcerts”. We do not check that kind.'],
  ])('is named: %s', async (file, words) => {
    expect(reviewOf(await documentOf(file))).toContain(words);
  });

  it('is called what its file is called, on its page and in the list, where it has no title of its own', async () => {
    const examined = await documentOf('pdf/open-badges-3--attached.pdf');
    expect(reviewOf(examined)).toMatch(/^My certificate\.pdf/);
    expect(summarize(examined, 'received', testNow).title).toEqual([{ text: 'My certificate.pdf' }]);
    expect(summarize({ ...examples.valid, fileName: 'badge.json' }, 'received', testNow).title).toMatchObject([{ text: 'Data Protection in Care Work' }]);
  });

  it('counts nothing as missing where nothing of it was read, and shows what was read', async () => {
    expect(reviewOf(await documentOf('other-kinds/plain--cose.bin'))).not.toMatch(/not stated|ask the awarding body/i);
    expect(reviewOf(examples.unsigned)).toContain('Learning outcomes');
  });
});
