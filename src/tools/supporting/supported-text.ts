import { credentialChecks } from '../../core/checks/registry.ts';
import { resolveKey } from '../../core/dids/registry.ts';
import { decodeBase64 } from '../../core/encoding/base64.ts';
import { readJwk } from '../../core/encoding/read-key.ts';
import type { KeyReading } from '../../core/encoding/read-key.ts';
import { readCertificate } from '../../core/encoding/x509/read-certificate.ts';
import { bundledTools } from '../../core/examine/examine-tools.ts';
import { examine } from '../../core/examine/examine.ts';
import { glimpseOf } from '../../core/formats/glimpse.ts';
import { formatFor, formats } from '../../core/formats/registry.ts';
import type { Examination } from '../../core/model/examination.ts';
import { toInstant } from '../../core/model/instant.ts';
import { asList, isJsonObject } from '../../core/model/json.ts';
import type { JsonObject } from '../../core/model/json.ts';
import type { Opened, Secured } from '../../core/model/opened.ts';
import type { KeyType } from '../../core/model/public-key.ts';
import type { Received } from '../../core/model/received.ts';
import { proofSuites } from '../../core/proofs/registry.ts';
import { statusListKinds } from '../../core/status-lists/registry.ts';
import { vocabularies } from '../../core/vocabularies/registry.ts';
import { allSamples } from '../sampling/all-samples.ts';
import { sampleDates } from '../sampling/sample-dates.ts';
import { freshSeeds } from '../sampling/sample-keys.ts';
import { keysByMethod } from './key-samples.ts';

/** What one fresh sample shows: its packing, how it names its signature, and whether that was judged to fit. */
interface Shown {
  readonly format: string;
  readonly opened: Opened;
  readonly fits: boolean;
}

/** A way of signing that was seen to fit: the suite, the name in the document, and the kind of key. */
interface Signing {
  readonly suite: string;
  readonly name: string;
  readonly form: Secured['form'];
  readonly key: KeyType;
  /** The formats in which the key came with the signature: in the header, in its certificate, or in the credential that it answers. */
  readonly broughtIn: readonly string[];
}

const now = toInstant(Date.now());

function isUnchanged(seen: Examination): boolean {
  return (seen.kind === 'credential' || seen.kind === 'share') && seen.axes.unchanged === 'yes';
}

async function showSamples(): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const { bytes, expected } of await allSamples(sampleDates(now), freshSeeds)) {
    const received: Received = { bytes, transport: 'file', arrivedAt: now };
    const format = formatFor(glimpseOf(received));
    const opened = (await format?.load())?.(glimpseOf(received), bundledTools);
    if (format === undefined || opened?.ok !== true) continue;
    const answers = Object.entries(expected.answers ?? {}).map(([url, text]) => ({ url, bytes: new TextEncoder().encode(text), basis: 'live', at: now }) as const);
    const seen = await examine({ received, context: { now, notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received', answers } });
    shown.push({ format: format.id, opened: opened.value, fits: isUnchanged(seen) });
  }
  return shown;
}

/** What holds credentials and is none itself. */
function isContainer(opened: Opened): opened is Extract<Opened, { kind: 'collection' | 'packing' }> {
  return opened.kind === 'collection' || opened.kind === 'packing';
}

type Signed = Exclude<Opened, { kind: 'collection' | 'packing' }>;

/** The key that came with a signature: in its header, in its certificate, or in the credential that it answers. */
async function broughtKey(secured: Secured): Promise<KeyReading | undefined> {
  if (secured.form === 'kb-jwt') return isJsonObject(secured.confirmation?.['jwk']) ? readJwk(secured.confirmation['jwk']) : undefined;
  if (!('header' in secured)) return undefined;
  const { jwk, x5c } = secured.header;
  if (isJsonObject(jwk)) return readJwk(jwk);
  const [certificate] = asList(x5c);
  const der = typeof certificate === 'string' ? decodeBase64(certificate) : undefined;
  return der?.ok === true ? (await readCertificate(der.value))?.key : undefined;
}

/** The kind of key that signed: brought along, or behind the method that the proof or the token names. */
async function keyOf({ secured, proofs }: Signed): Promise<{ readonly key: KeyType; readonly brought: boolean } | undefined> {
  const brought = await broughtKey(secured);
  if (brought !== undefined) return brought.outcome === 'key' ? { key: brought.key.type, brought: true } : undefined;
  const issuer = 'payload' in secured ? secured.payload['iss'] : undefined;
  const resolution = await resolveKey(proofs[0]?.verificationMethod ?? (typeof issuer === 'string' ? issuer : ''));
  return resolution.outcome === 'key' ? { key: resolution.key.type, brought: false } : undefined;
}

async function signingsIn(shown: readonly Shown[]): Promise<readonly Signing[]> {
  const found = new Map<string, Signing>();
  for (const { format, opened, fits } of shown) {
    if (!fits || isContainer(opened)) continue;
    const { form } = opened.secured;
    const proof = opened.proofs[0];
    const signer = await keyOf(opened);
    if (proof?.suite === undefined || signer === undefined) continue;
    const name = form === 'kb-jwt' ? `key binding ${proof.name}` : proof.name;
    const id = `${form} ${name} ${signer.key}`;
    const broughtIn = [...(found.get(id)?.broughtIn ?? []), ...(signer.brought ? [format] : [])];
    found.set(id, { suite: proof.suite, name, form, key: signer.key, broughtIn });
  }
  const orderOf = (suite: string): number => proofSuites.findIndex(({ id }) => id === suite);
  return [...found.values()].sort((one, other) => orderOf(one.suite) - orderOf(other.suite) || one.name.localeCompare(other.name));
}

function cells(...texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A list that is named is read; what the check answers where nobody was asked, in its own codes. */
function statusAnswer(): string {
  const check = credentialChecks.find(({ id }) => id === 'status');
  const claims: JsonObject = { credentialStatus: { type: 'BitstringStatusListEntry', statusListCredential: 'https://example.org/list' } };
  const securing = { form: 'unsigned', malformed: false, defects: [], outcomes: [], skippedProofs: 0 } as const;
  const result = check?.run({ claims, securing, now, notBefore: toInstant(0), ownList: [] });
  return result === undefined ? 'no check' : `read; nobody asked: ${result.state}, ${result.reason}`;
}

/** Open Badges 2.0 name no DID: they are judged by what their own addresses answer. */
function publishedRows(format: string, gap: readonly string[]): readonly string[] {
  return [
    cells(code(format), 'what its own address answers', ...gap, '–', 'what its own address answers'),
    cells(code(format), '`RS256`, `ES256` by a key that its issuer publishes', ...gap, '–', 'the revocation list of its issuer'),
  ];
}

/** The rows of one format: a line for each way of signing it, or one line that says why there is none. */
function rowsOf(format: string, shown: readonly Shown[], signings: readonly Signing[], methods: ReadonlyMap<string, ReadonlySet<KeyType>>): readonly string[] {
  const own = shown.filter((sample) => sample.format === format);
  const status = own.some(({ opened }) => opened.kind === 'credential') ? statusAnswer() : 'of each inside';
  const gap = [...methods.keys()].map(() => '–');
  if (own.every(({ opened }) => isContainer(opened))) return [cells(code(format), 'of each credential inside', ...gap, '–', 'of each inside')];
  if (own.some(({ opened, fits }) => fits && !isContainer(opened) && opened.secured.form === 'badge-2')) return publishedRows(format, gap);
  const forms = new Set<string>(own.flatMap(({ opened }) => (isContainer(opened) ? [] : [opened.secured.form])));
  const judged = signings.filter(({ form }) => forms.has(form));
  if (judged.length === 0) return [cells(code(format), 'named and shown, never judged', ...gap, '–', '–')];
  return judged.map(({ name, form, key, broughtIn }) => {
    // A seal speaks for no DID, and a key binding is by the one key that the credential names.
    const isOfMethod = form !== 'seal' && form !== 'kb-jwt';
    const resolved = [...methods.values()].map((keys) => (isOfMethod && keys.has(key) ? key : '–'));
    return cells(code(format), code(name), ...resolved, broughtIn.includes(format) ? key : '–', status);
  });
}

/** What this build supports, as Markdown, told from the registries and from samples that are signed and examined now. */
export async function supportedText(): Promise<string> {
  const shown = await showSamples();
  const signings = await signingsIn(shown);
  const methods = await keysByMethod();
  const unsampled = proofSuites.filter(({ id }) => !signings.some(({ suite }) => suite === id));
  if (unsampled.length > 0) throw new Error(`No sample fits for ${unsampled.map(({ id }) => id).join(', ')}`);
  const header = ['Format', 'Signature', ...[...methods.keys()].map((id) => `did:${id}`), 'Key that comes along', 'Status list it names'];
  return [
    cells(...header),
    cells(...header.map(() => '---')),
    ...formats.flatMap(({ id }) => rowsOf(id, shown, signings, methods)),
    '',
    `Status lists: ${statusListKinds.map(({ id }) => code(id)).join(', ')}.`,
    '',
    `Vocabularies: ${vocabularies.map(({ id }) => code(id)).join(', ')}.`,
    '',
  ].join('\n');
}
