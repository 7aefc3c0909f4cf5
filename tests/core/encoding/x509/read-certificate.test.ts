import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDer, readObjectIdentifier, readSequence } from '../../../../src/core/encoding/x509/der.ts';
import { readQcStatements } from '../../../../src/core/encoding/x509/qc-statements.ts';
import { readCertificate } from '../../../../src/core/encoding/x509/read-certificate.ts';
import { createSealAuthority } from '../../../../src/tools/sampling/seal-authority.ts';
import { instantOf } from '../../../support/examining.ts';

const present = '2026-06-14T12:00:00Z';
const authority = await createSealAuthority(present);
const sealer = await authority.createSealer({ name: 'Brightwater', identifier: 'NTRIE-1' }, { notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-01-01T00:00:00Z' });

async function read(der: Uint8Array) {
  const certificate = await readCertificate(der);
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

describe('certificates', () => {
  test('names, dates, key, purpose and claims are read', async () => {
    const leaf = await read(sealer.certificate);
    expect(leaf).toMatchObject({
      organisation: 'Brightwater', organisationIdentifier: 'NTRIE-1', country: 'XX', commonName: 'Brightwater seal', serial: '3a01',
      notBefore: instantOf('2026-01-01T00:00:00Z'), notAfter: instantOf('2027-01-01T00:00:00Z'),
      isAuthority: false, usages: { signing: true, certifying: false }, isBeyondUs: false,
      qualified: { compliance: true, device: false, types: ['seal'] },
    });
    expect(leaf.key).toMatchObject({ outcome: 'key', key: { type: 'RSA' } });
    expect(await read(authority.intermediate)).toMatchObject({ isAuthority: true, pathLength: 0, usages: { signing: false, certifying: true } });
  });

  test('who signed whom', async () => {
    const [root, middle, leaf] = [await read(authority.root), await read(authority.intermediate), await read(sealer.certificate)];
    expect([await leaf.isSignedBy(middle), await leaf.isSignedBy(root), await middle.isSignedBy(root), await root.isSignedBy(root), await root.isSignedBy(leaf)]).toEqual([true, false, true, true, false]);
  });

  test('one changed bit under the signature, and it is not signed any more, or no certificate', async () => {
    const middle = await read(authority.intermediate);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: sealer.certificate.length - 1 }), fc.integer({ min: 0, max: 7 }), async (index, bit) => {
        const changed = sealer.certificate.map((byte, at) => (at === index ? byte ^ (1 << bit) : byte));
        const certificate = await readCertificate(changed);
        if (certificate === undefined || !(await certificate.isSignedBy(middle))) return;
        // Only where the bit carries nothing: what is read is what was read before.
        const { organisation, organisationIdentifier, notBefore, notAfter, serial, usages } = await read(sealer.certificate);
        expect(certificate).toMatchObject({ organisation, organisationIdentifier, notBefore, notAfter, serial, usages });
      }),
      { numRuns: 120 },
    );
  });

  test('random bytes, text and bytes behind the end are no certificate, and never throw', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await readCertificate(bytes)).toBeUndefined();
    }));
    expect(await readCertificate(new TextEncoder().encode(Buffer.from(sealer.certificate).toString('base64')))).toBeUndefined();
    expect(await readCertificate(new Uint8Array([...sealer.certificate, 0]))).toBeUndefined();
    expect(await readCertificate(sealer.certificate.slice(0, -1))).toBeUndefined();
    expect(await readCertificate(new Uint8Array(70_000))).toBeUndefined();
  });
});

describe('DER', () => {
  const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

  test('elements one after the other, short and long lengths', () => {
    expect(readDer(hex('0101ff0500'))?.map(({ tag, content }) => [tag, content.length])).toEqual([[1, 1], [5, 0]]);
    expect(readDer(new Uint8Array([4, 0x82, 1, 0, ...new Uint8Array(256)]))?.[0]?.content.length).toBe(256);
    expect(readSequence(hex('300302010a'))?.[0]?.content).toEqual(hex('0a'));
  });

  test.each(['0102ff', '3080', '04', '0485ffffffffff', '1f0100', '30'])('%s is none', (text) => {
    expect(readDer(hex(text))).toBeUndefined();
  });

  test('object identifiers', () => {
    const read = (text: string): string | undefined => readObjectIdentifier(readDer(hex(text))?.[0] ?? { tag: 0, content: new Uint8Array(0) });
    expect([read('06062a864886f70d'), read('060604008e460101'), read('0603550461'), read('0100')]).toEqual(['1.2.840.113549', '0.4.0.1862.1.1', '2.5.4.97', undefined]);
  });

  test('claims of a qualified certificate, as a real one writes them, and none in what is no such thing', () => {
    const value = '30383008060604008e460101300b060604008e46010302010f3013060604008e4601063009060704008e46010602300a06082b06010505070b02';
    expect(readQcStatements(hex(value))).toEqual({ compliance: true, device: false, types: ['seal'] });
    expect(readQcStatements(hex('0500'))).toBeUndefined();
    expect(readQcStatements(hex('3000'))).toEqual({ compliance: false, device: false, types: [] });
  });
});
