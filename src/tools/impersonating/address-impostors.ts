import { createEdwardsKey, createRsaKey } from '../sampling/sample-keys.ts';
import type { TokenKey } from '../sampling/sample-keys.ts';
import { signToken } from '../sampling/sign-samples.ts';
import { flatClaims, flatFrame } from '../sampling/selective-claims.ts';
import { createCurveKey, issueSelective } from '../sampling/sign-selective.ts';
import type { CurveKey } from '../sampling/sign-selective.ts';
import { secondsOf } from '../sampling/token-samples.ts';
import { answers, controllerDocument, createKeyOf, fakeBadge, fakeClaims } from './fake-badge.ts';
import { forgeCertificate } from './forged-certificate.ts';
import { impostor } from './impostor.ts';
import type { Casting, Document, Impostor } from './impostor.ts';
import type { University } from './universities.ts';

/** Fakes whose issuer is the very address of the university: nothing hinders anybody from writing it. */
export async function addressImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const of = (index: number): University => casting.universities[(index + 5) % casting.universities.length] as University;
  return [...(await tokenImpostors(casting, of)), ...(await methodImpostors(casting, of)), ...(await selectiveImpostors(casting, of))];
}

/** Open Badges 3.0, 8.2.4.2: the token brings its own key, and names any issuer. */
async function tokenImpostors(casting: Casting, of: (index: number) => University): Promise<readonly Impostor[]> {
  const make = async (index: number, form: 'vc+jwt' | 'JWT', changes: Partial<TokenKey> = {}): Promise<string> => {
    const issuer = `https://${of(index).domain}/`;
    const key = { ...(await createRsaKey(issuer)), ...changes };
    const claims = fakeClaims(of(index), issuer, casting);
    const registered = { iss: issuer, jti: claims['id'], nbf: secondsOf(casting.dates.past) };
    return signToken(form === 'JWT' ? { ...claims, ...registered } : claims, key, form);
  };
  const edwards = await createEdwardsKey(casting.seeds('stranger'));
  const ownKid = { kid: edwards.verificationMethod, jwk: undefined, alg: 'EdDSA', privateKey: edwards.privateKey } as unknown as Partial<TokenKey>;
  return [
    impostor('address-with-own-key', of(0), await make(0, 'vc+jwt'), 'unconfirmed'),
    impostor('address-with-own-key-badge', of(1), await make(1, 'JWT'), 'unconfirmed'),
    impostor('address-with-real-kid', of(2), await make(2, 'vc+jwt', { kid: `https://${of(2).domain}/keys/1` }), 'unconfirmed'),
    impostor('address-with-a-did', of(3), await make(3, 'vc+jwt', ownKid), 'unknown'),
  ];
}

/** Verification methods at addresses that look like the university's. */
async function methodImpostors(casting: Casting, of: (index: number) => University): Promise<readonly Impostor[]> {
  const under = async (index: number, controller: string, label: string) => {
    const key = await createKeyOf(controller, casting.seeds(`address ${label}`));
    return { key, served: answers(controller, controllerDocument(key)), file: answers(controller, controllerDocument(key), 'file'), university: of(index) };
  };
  const home = await under(4, `https://${of(4).domain}/~mallory`, 'home');
  const filed = await under(5, `https://${of(5).domain}`, 'filed');
  const elsewhere = await under(6, `https://${of(6).domain}.evil.example`, 'elsewhere');
  const port = await under(7, `https://${of(7).domain}:8443/issuer`, 'port');
  const foreign = await fakeBadge(of(6), { ...elsewhere.key, did: `https://${of(6).domain}` }, casting);
  return [
    impostor('address-home-of-somebody', of(4), await fakeBadge(of(4), home.key, casting), 'unconfirmed', { answers: [home.served] }),
    impostor('address-as-a-file', of(5), await fakeBadge(of(5), filed.key, casting), 'unconfirmed', { answers: [filed.file] }),
    impostor('address-key-elsewhere', of(6), foreign, 'unknown', { answers: [elsewhere.served] }),
    impostor('address-another-port', of(7), await fakeBadge(of(7), port.key, casting), 'unconfirmed', { answers: [port.served] }),
  ];
}

function selectiveClaims({ name, domain }: University, issuer: string, { dates }: Casting): Document {
  return flatClaims(issuer, { awardingBody: name, awardingBodyHomepage: `https://${domain}`, iat: secondsOf(dates.past), exp: secondsOf(dates.farFuture) });
}

function metadata(issuer: string, { jwk }: CurveKey): Document {
  return { issuer, jwks: { keys: [{ ...jwk, kid: 'key-1' }] } };
}

function wellKnown(host: string): string {
  return `https://${host}/.well-known/jwt-vc-issuer`;
}

/** SD-JWTs in the name of a university: by a DID, by a home-made certificate, by metadata that is not the university's. */
async function selectiveImpostors(casting: Casting, of: (index: number) => University): Promise<readonly Impostor[]> {
  const key = await createCurveKey(casting.seeds('stranger'), 'ES256');
  const issue = async (index: number, issuer: string, header: Document): Promise<string> => issueSelective(selectiveClaims(of(index), issuer, casting), flatFrame, key, { header });
  const own = (index: number): string => `https://${of(index).domain}`;
  const evil = `evil-${of(11).domain}`;
  return [
    impostor('selective-by-a-did', of(8), await issue(8, key.did, {}), 'unconfirmed'),
    impostor('selective-own-certificate', of(9), await issue(9, own(9), { kid: undefined, x5c: [await forgeCertificate(of(9), key, casting.dates.past)] }), 'unconfirmed'),
    impostor('selective-metadata-as-a-file', of(10), await issue(10, own(10), { kid: 'key-1' }), 'unconfirmed', { answers: [answers(wellKnown(of(10).domain), metadata(own(10), key), 'file')] }),
    impostor('selective-metadata-elsewhere', of(11), await issue(11, `https://${evil}`, { kid: 'key-1' }), 'unconfirmed', { answers: [answers(wellKnown(evil), metadata(`https://${evil}`, key))] }),
    impostor('selective-metadata-of-another', of(12), await issue(12, own(12), { kid: 'key-1' }), 'unknown', { answers: [answers(wellKnown(of(12).domain), metadata('https://evil.example', key))] }),
    impostor('selective-key-in-header', of(13), await issue(13, own(13), { kid: undefined, jwk: key.jwk }), 'unknown'),
  ];
}

/** The positive twins: the university's own address answers with the key. */
export async function genuineAddresses(casting: Casting): Promise<readonly Impostor[]> {
  const [first, second] = casting.universities as readonly [University, University];
  const place = `https://${first.domain}/badges`;
  const key = await createKeyOf(place, casting.seeds(`true ${first.domain}`));
  const curve = await createCurveKey(casting.seeds(`true ${second.domain}`), 'ES256');
  const issuer = `https://${second.domain}`;
  const selective = await issueSelective(selectiveClaims(second, issuer, casting), flatFrame, curve, { header: { kid: 'key-1' } });
  return [
    impostor('genuine-address', first, await fakeBadge(first, key, casting), 'valid', { answers: [answers(place, controllerDocument(key))], names: first.name }),
    impostor('genuine-selective', second, selective, 'valid', { answers: [answers(wellKnown(second.domain), metadata(issuer, curve))], names: second.name }),
  ];
}
