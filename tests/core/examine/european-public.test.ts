import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import { decodeBase64 } from '../../../src/core/encoding/base64.ts';
import { examineBytes, instantOf, reasonOf } from '../../support/examining.ts';
import { pemList, stepOf } from '../../support/sealing.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const annex = 'european-commission-empl__European-Learning-Model/Credentials_JSON-LD_Examples_ELM_v3_Sample-MC-Annex1-signed.jsonld';
const older = 'european-commission-empl__european-digital-credentials/edci-data-model_src_test_resources_jsonld_credential-signed.jsonld';
const now = instantOf('2026-11-21T12:00:00Z');

function read(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, file)));
}

async function examineFile(bytes: Uint8Array | string, lists: readonly Uint8Array[] = []): Promise<ExaminedCredential> {
  const [only, ...more] = credentialsIn(await examineBytes(bytes, { now, lists: lists.length === 0 ? [] : [pemList(...lists)] }));
  if (only === undefined || more.length > 0) throw new Error('not one credential');
  return only;
}

/** The certificates that came along with a seal. */
function certificatesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const sealed = JSON.parse(new TextDecoder().decode(bytes)) as { signatures: [{ header: { etsiU: string[] } }] };
  const entries = sealed.signatures[0].header.etsiU.map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as { xVals?: { x509Cert: { val: string } }[] });
  return entries.flatMap(({ xVals = [] }) => xVals).map(({ x509Cert }) => {
    const der = decodeBase64(x509Cert.val);
    if (!der.ok) throw new Error('certificate');
    return der.value;
  });
}

const stated = (seen: ExaminedCredential): readonly string[] => seen.elements.filter(({ mandatory, state }) => mandatory && state !== 'not-stated').map(({ id }) => id);

describe.skipIf(!existsSync(folder))('European Digital Credentials of others (only where the shared fixtures are beside the project)', () => {
  test('the Commission’s micro-credential: sealed, its certificate over since, for another body by a stated mandate', async () => {
    const seen = await examineFile(read(annex));
    expect([seen.format, seen.vocabulary, seen.headline, seen.class]).toEqual(['jws-json', 'european-learning-model', 'unknown-issuer', 'unconfirmed']);
    expect(seen.steps?.map(({ id, state, reason }) => `${id}: ${state} ${reason}`)).toEqual([
      'certificate: passed certificate-read',
      'key-usage: passed may-seal',
      'seal-policy: passed seal-certificate',
      'organisation: passed organisation-matches',
      'on-behalf: unknown mandate-stated',
      'chain: unknown no-anchor',
      'anchor-status: unknown step-not-done',
      'sealing-time: unknown time-claimed',
      'time-stamp: unknown step-not-done',
      'revocation: unknown step-not-done',
      'accreditation: not-applicable not-stated',
    ]);
    expect(seen.steps?.find(({ id }) => id === 'seal-policy')?.facts).toEqual({ qualified: 'true', device: 'false', type: 'seal' });
    expect(seen.steps?.find(({ id }) => id === 'time-stamp')?.facts).toEqual({ present: 'true' });
  });

  test('with its authority loaded the path leads there; the certificate is over, so who sealed stays unknown', async () => {
    const bytes = read(annex);
    const seen = await examineFile(bytes, certificatesOf(bytes));
    expect([stepOf(seen, 'chain'), seen.class, seen.issuerMatch]).toEqual(['passed leads-to-anchor', 'unconfirmed', undefined]);
    const then = credentialsIn(await examineBytes(bytes, { now: instantOf('2024-06-01T00:00:00Z'), lists: [pemList(...certificatesOf(bytes))] }))[0];
    expect([then?.class, then?.issuerMatch?.name]).toEqual(['valid', 'ORGANIZACION TEST']);
  });

  test('one character changed in it, and it is altered', async () => {
    const text = new TextDecoder().decode(read(annex));
    expect((await examineFile(text.replace('Andromeda', 'Andromede'))).headline).toBe('altered');
  });

  test('what it says: ten of eleven, quality assurance not stated', async () => {
    const seen = await examineFile(read(annex));
    expect(stated(seen)).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10']);
    const textOf = (id: string): readonly string[] => seen.elements.find((element) => element.id === id)?.values.map(({ text }) => text[0]?.text ?? '') ?? [];
    expect([textOf('M4'), textOf('M7'), textOf('O3')[0]]).toEqual([expect.arrayContaining(['University of Zed']), ['2', 'PT60H', 'P60M'], expect.any(String)]);
    expect(seen.elements.find(({ id }) => id === 'M9')?.state).toBe('stated-as-text');
  });

  test('the older sealed one: its words are of a context that is not known, its seal is looked at all the same', async () => {
    const seen = await examineFile(read(older));
    expect([seen.class, reasonOf(seen, 'proof'), stepOf(seen, 'organisation'), stepOf(seen, 'sealing-time')]).toEqual(['unknown', 'unknown-context', 'passed organisation-matches', 'unknown time-claimed']);
  });

  test.each(['microcredential_v1_edc_examples_edc-mc-example', 'matriculation_v1_edc_examples_edc-matriculation-example', 'degree-certificate_v1_edc_examples_edc-dc-example', 'certificate-of-advanced-study_v1_edc_examples_edc-cas-example'])(
    'MyNextID %s: unsealed, read, issuer and awarding body apart',
    async (name) => {
      const seen = await examineFile(read(`MyNextID__credentials/${name}.json`));
      expect([seen.format, seen.vocabulary, seen.headline]).toEqual(['json-credential', 'european-learning-model', 'unsigned']);
      expect(seen.credential.issuer.name?.value[0]?.text).toBe('Velocert OÜ');
      expect(seen.credential.awardingBodies.map((body) => body.name?.value[0]?.text)).not.toContain('Velocert OÜ');
      expect(seen.credential.status).toHaveLength(2);
    },
  );

  test('the MyNextID micro-credential: ten of eleven, its credits, hours and both levels', async () => {
    const seen = await examineFile(read('MyNextID__credentials/microcredential_v1_edc_examples_edc-mc-example.json'));
    expect(stated(seen)).toHaveLength(10);
    const [achievement] = seen.credential.achievements;
    expect(achievement?.workloads.map(({ value }) => value)).toEqual([{ amount: 5, system: 'ECTS' }, { amount: 45, system: 'hours' }]);
    expect(achievement?.supervision.map(({ value }) => value.code)).toEqual(['70be69aaf9']);
    expect(achievement?.levels.map(({ value }) => value)).toEqual([{ framework: 'EQF', value: '6' }, { framework: 'NQF', value: 'MECU Level 7' }]);
  });

  test('the uploadable form: the credential in it is read', async () => {
    const seen = await examineFile(read('european-commission-empl__European-Learning-Model/Credentials_JSON-LD_Examples_ELM_v3_Sample-CertOfPart-unsigned-uploadable.json'));
    expect([seen.vocabulary, seen.headline]).toEqual(['european-learning-model', 'unsigned']);
  });
});
