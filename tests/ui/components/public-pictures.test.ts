import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { credentialPictures } from '../../../src/ui/components/credential/credential-pictures.ts';
import { examineCredentialOf } from '../../support/examining.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const files = [
  ['european-commission-empl__European-Learning-Model/Credentials_JSON-LD_Examples_ELM_v3_Sample-MC-Annex1-signed.jsonld', 1],
  ['european-commission-empl__European-Learning-Model/Credentials_JSON-LD_Examples_ELM_v3_Sample-CertOfPart-unsigned.jsonld', 1],
  ['MyNextID__credentials/microcredential_v1_edc_examples_edc-mc-example.json', 1],
  ['MyNextID__credentials/matriculation_v1_edc_examples_edc-matriculation-example.json', 1],
] as const;

describe.skipIf(!existsSync(folder))('pages that others drew and signed (only where the shared fixtures are beside the project)', () => {
  it.each(files)('%s has pages, and each is drawn from its own bytes', async (name, least) => {
    const examined = await examineCredentialOf(readFileSync(join(folder, name), 'utf8'));
    const { pictures } = credentialPictures(examined, ['en']);
    const pages = pictures.filter(({ of }) => of === 'page');
    expect(pages.length).toBeGreaterThanOrEqual(least);
    expect(pages.map(({ judged }) => (judged.drawn ? 'drawn' : judged.because))).toEqual(pages.map(() => 'drawn'));
  });
});
