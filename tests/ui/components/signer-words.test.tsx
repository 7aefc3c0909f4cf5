import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/core/model/check-result.ts';
import type { ExaminedCredential, Examination } from '../../../src/core/model/examination.ts';
import { toFormatId } from '../../../src/core/model/ids.ts';
import type { ProofStep } from '../../../src/core/model/proof.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { IssuerMatch, TrustListMeta } from '../../../src/core/model/trust.ts';
import type { CredentialAxes } from '../../../src/core/model/verdict.ts';
import { wantsOf } from '../../../src/ui/components/asking.tsx';
import { checkLines } from '../../../src/ui/components/credential/check-words.ts';
import { knownIssuer } from '../../../src/ui/components/credential/leaf-head.tsx';
import { CredentialPacking, FilePacking } from '../../../src/ui/components/credential/packing-line.tsx';
import { stepWords } from '../../../src/ui/components/credential/step-words.ts';
import { notCheckedReason } from '../../../src/ui/components/not-checked-reason.ts';
import { credentialVerdictWords, shareVerdictWords } from '../../../src/ui/components/verdict-words.ts';
import { exampleCredential, exampleNow, examples, exampleShares } from '../../support/example-credentials.ts';
import { english } from '../english.ts';
import { markup, said, textOf } from '../said.tsx';

const listMeta: TrustListMeta = { kind: 'lote', title: 'Partner schools', edition: '7', digest: 'd', signature: 'signed-by-pinned' };
const universities: TrustListMeta = { ...listMeta, kind: 'charter-universities', title: 'Chartered universities', edition: '2026-04-08' };
const matched = (issuerMatch: IssuerMatch, axes: Partial<CredentialAxes>): ExaminedCredential & { readonly issuerMatch: IssuerMatch } => ({ ...exampleCredential({ id: 'c1', axes }), issuerMatch });
const line = (examined: ExaminedCredential, index: number): string => checkLines(examined, 'kept', 'none')[index]?.why.map((say) => said(say)).join(' ') ?? '';
const whole = (examined: ExaminedCredential): string => {
  const { text, more } = credentialVerdictWords(examined);
  return [text, ...more].map((say) => said(say)).join(' ');
};

describe('who signed, in words', () => {
  it('names the list with its edition', () => {
    const examined = matched({ basis: 'listed', name: 'Brightwater University', list: 'Partner schools, 7', listMeta }, {});
    expect(line(examined, 1)).toBe('Brightwater University. It is on the list “Partner schools”, edition 7.');
  });

  it('names the website that vouches, and as whom which list has it', () => {
    const examined = matched({ basis: 'vouched-by-domain', name: 'Brightwater University', domain: 'brightwater.example', list: 'Chartered universities, 2026-04-08', listMeta: universities }, { issuer: 'vouched-by-domain' });
    expect(line(examined, 1)).toBe('The website brightwater.example vouches for this key. It is listed as Brightwater University (Chartered universities, edition 8 April 2026).');
    const { listMeta: _none, ...unnamed } = examined.issuerMatch;
    expect(line({ ...examined, issuerMatch: unnamed }, 1)).toContain('(Chartered universities, 2026-04-08).');
  });

  it('B89 names a platform that signed, and quotes whom it names: that is never the issuer', () => {
    const examined = matched({ basis: 'platform', name: 'Badgeworks', domain: 'badgeworks.example', list: 'Badge platforms' }, { issuer: 'unknown' });
    expect(examined.headline).toBe('unknown-issuer');
    expect(whole(examined)).toBe('The signature fits. It is signed by Badgeworks, which names “Aalto University”. Ask them through a contact you know.');
    expect(line(examined, 1)).toBe('Signed by Badgeworks, which names “Aalto University”. We know the platform, not the issuer.');
    expect(knownIssuer(examined)).toBeUndefined();
    expect(knownIssuer(matched({ basis: 'listed', name: 'Brightwater University' }, {}))).toBe('Brightwater University');
    const over = matched({ basis: 'platform', name: 'Badgeworks' }, { issuer: 'unknown', time: 'over' });
    expect(whole(over)).toContain('It is signed by Badgeworks, which names “Aalto University”.');
  });
});

describe('where the key came from, in words', () => {
  it('is said where it came as a file, for no website stands behind it then', () => {
    const { checks } = examples.valid;
    const byFile = { ...examples.valid, checks: checks.map((check) => (check.id === 'proof' ? { ...check, basis: 'file' as const } : check)) };
    expect(line(byFile, 0)).toBe('Nobody has changed it since it was signed. We took the key from a file that you added.');
    expect(line(examples.valid, 0)).toBe('Nobody has changed it since it was signed.');
  });
});

describe('whether it is still in force, in words', () => {
  const asked = (status: CredentialAxes['status'], basis: CheckResult['basis'], reason: CheckResult['reason'] = 'in-force'): ExaminedCredential => {
    const examined = exampleCredential({ id: 'c2', axes: { status } });
    const at = toInstant(exampleNow - 30 * 86_400_000);
    return { ...examined, checks: examined.checks.map((check) => (check.id === 'status' ? { ...check, basis, reason, at } : check)) };
  };

  it('gives the day of the asking, and says where the answer came as a file', () => {
    expect(line(asked('in-force', 'live'), 2)).toContain('Not cancelled when we asked on 22 October 2026.');
    expect(line(asked('in-force-earlier', 'cached'), 2)).toContain('Not cancelled when we last asked, on 22 October 2026.');
    expect(line(asked('in-force-earlier', 'file'), 2)).toContain('Not cancelled on 22 October 2026, by a file that you added.');
    expect(whole(asked('in-force-earlier', 'file'))).toContain('By a file that you added, it was not cancelled on 22 October 2026.');
    expect(whole(asked('in-force-earlier', 'file'))).not.toContain('We last asked');
    expect(whole(asked('in-force-earlier', 'cached'))).toContain('We last asked “is it cancelled?” on 22 October 2026.');
  });

  it.each([
    ['not-asked', 'We have not asked there.', 'we could not ask if it was cancelled'],
    ['list-altered', 'The signature of that list does not fit.', 'the list of cancelled ones does not fit'],
    ['list-out-of-date', 'That list is too old.', 'the list of cancelled ones is too old'],
    ['unknown-status-type', 'We do not know this kind of list.', 'we do not know this kind of cancel list'],
    ['status-value', 'That list says something that we do not know.', 'the cancel list says something that we do not know'],
  ] as const)('says why a list gave no answer: %s', (reason, short, long) => {
    const examined = asked('could-not-check', 'offline', reason);
    expect(line(examined, 2)).toContain(`It names a list of cancelled ones. ${short}`);
    expect(whole(examined)).toContain(`because ${long}. This says nothing bad about the credential.`);
  });

  it.each([
    ['hosted-not-asked', 'only the issuer’s page can confirm it, and we have not asked'],
    ['hosted-differs', 'the page that it names shows something else'],
    ['several-signatures', 'it carries several signatures'],
    ['unprotected-header', 'a part that counts is not signed'],
    ['mandate-missing', 'another organisation sealed it, and it names no mandate'],
  ] as const)('says why a signature was not checked: %s', (reason, words) => {
    expect(english('verdict.not-checked.text', { reason: notCheckedReason(reason) })).toContain(`because ${words}.`);
    expect(english('why.unchanged.could-not-check', { reason: notCheckedReason(reason) })).toBe(`We could not check, because ${words}.`);
  });
});

describe('the steps of a seal, in words', () => {
  const step = (id: ProofStep['id'], state: ProofStep['state'], reason: ProofStep['reason']): string => {
    const words = stepWords({ id, state, reason, facts: {} });
    return `${english(words.step)}: ${english(words.is)}`;
  };
  it('has a result for each, and says what is not done', () => {
    expect(step('chain', 'passed', 'leads-to-anchor')).toBe('Path to a known authority: It leads to an authority on your lists.');
    expect(step('time-stamp', 'unknown', 'step-not-done')).toBe('Time stamp: This version does not check it.');
    expect(step('sealing-time', 'unknown', 'time-claimed')).toBe('Time of sealing: As the seal claims. Nothing proves it.');
  });
  it('takes nothing for done that it has no words for, nor a certificate that is half understood for read', () => {
    expect(step('chain', 'passed', 'threw')).toContain('Could not be checked.');
    expect(step('certificate', 'unknown', 'certificate-read')).not.toBe(step('certificate', 'passed', 'certificate-read'));
  });
});

describe('what it came in', () => {
  const collection: Examination = { kind: 'collection', format: toFormatId('zip'), parts: [], class: 'unknown', leftOut: { keys: 1, others: 2 } };
  it('names the packing, what was left out, and that keys were not read', () => {
    expect(textOf(markup(<FilePacking examination={collection} />))).toBe('It came in a ZIP file. 2 other files in it are no credentials. It also holds private keys. We did not read them.');
    expect(markup(<FilePacking examination={examples.valid} />)).toBe('');
  });
  it('says how much is signed and hidden', () => {
    const disclosures = { disclosed: ['/a'], hidden: [{ path: '', count: 2 }, { path: '/b', count: 1 }], weakSalts: 0 };
    const packed = { ...examples.valid, packing: [toFormatId('baked-png')], disclosures };
    expect(textOf(markup(<CredentialPacking examined={packed} />))).toBe('It came in a picture. At most 3 details are signed but not shown here.');
    expect(markup(<CredentialPacking examined={examples.valid} />)).toBe('');
  });
  it('B76 warns where hidden details may be guessed, and only there', () => {
    const packed = (weakSalts: number) => ({ ...examples.valid, disclosures: { disclosed: ['/a'], hidden: [{ path: '', count: 2 }], weakSalts } });
    expect(textOf(markup(<CredentialPacking examined={packed(1)} />))).toBe('At most 2 details are signed but not shown here. Its issuer hides details weakly. Others may guess what is left out.');
    expect(textOf(markup(<CredentialPacking examined={packed(0)} />))).toBe('At most 2 details are signed but not shown here.');
  });
});

describe('a share that is no answer, in words', () => {
  it.each([
    ['challenge-wrong', 'It answers another request. Ask again.'],
    ['domain-wrong', 'It was made for someone else. Ask again.'],
    ['challenge-used', 'Your code was answered before. Ask again with a new one.'],
    ['not-signed-now', 'It was not signed just now. Ask again with a new code.'],
  ] as const)('%s', (reason, words) => {
    const share = exampleShares['wrong-receiver'];
    const [first] = share.checks;
    const checks = first === undefined ? [] : [first, { ...first, id: 'challenge' as const, state: 'failed' as const, reason }];
    expect(said(shareVerdictWords({ ...share, checks }).text)).toBe(words);
  });
});

describe('what is asked online', () => {
  const want = { url: 'https://school.example/.well-known/did.json', purpose: 'did-document' } as const;
  const wanting = { ...examples['not-checked'], wants: [want] };
  it('B64 is nothing for what was altered, whatever it would want', () => {
    expect(wantsOf({ ...examples.altered, wants: [want] })).toEqual([]);
    expect(wantsOf({ ...exampleShares['share-altered'], wants: [want], parts: [wanting] })).toEqual([]);
    expect(wantsOf({ ...exampleShares.proven, parts: [wanting, wanting] })).toEqual([want]);
  });
});
