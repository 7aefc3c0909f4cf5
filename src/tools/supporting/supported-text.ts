import { credentialChecks } from '../../core/checks/registry.ts';
import { resolveKey } from '../../core/dids/registry.ts';
import { readJwk } from '../../core/encoding/read-key.ts';
import { bundledTools } from '../../core/examine/examine-tools.ts';
import { examine } from '../../core/examine/examine.ts';
import { glimpseOf } from '../../core/formats/glimpse.ts';
import { formatFor, formats } from '../../core/formats/registry.ts';
import type { Examination } from '../../core/model/examination.ts';
import { toInstant } from '../../core/model/instant.ts';
import { isJsonObject } from '../../core/model/json.ts';
import type { JsonObject } from '../../core/model/json.ts';
import type { Opened } from '../../core/model/opened.ts';
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
  readonly form: 'data-integrity' | 'jwt';
  readonly key: KeyType;
}

const now = toInstant(Date.now());

function isUnchanged(seen: Examination): boolean {
  return (seen.kind === 'credential' || seen.kind === 'share') && seen.axes.unchanged === 'yes';
}

async function showSamples(): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const { bytes } of await allSamples(sampleDates(now), freshSeeds)) {
    const received: Received = { bytes, transport: 'file', arrivedAt: now };
    const format = formatFor(glimpseOf(received));
    const opened = (await format?.load())?.(glimpseOf(received), bundledTools);
    if (format === undefined || opened?.ok !== true) continue;
    const seen = await examine({ received, context: { now, notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received' } });
    shown.push({ format: format.id, opened: opened.value, fits: isUnchanged(seen) });
  }
  return shown;
}

/** What holds credentials and is none itself. */
function isContainer(opened: Opened): opened is Extract<Opened, { kind: 'collection' | 'packing' }> {
  return opened.kind === 'collection' || opened.kind === 'packing';
}

/** The kind of key that signed: in the header of the token, or behind the method that the proof names. */
async function keyOf(opened: Exclude<Opened, { kind: 'collection' | 'packing' }>): Promise<KeyType | undefined> {
  const { secured, proofs } = opened;
  if (secured.form === 'jwt' && isJsonObject(secured.header['jwk'])) {
    const reading = readJwk(secured.header['jwk']);
    return reading.outcome === 'key' ? reading.key.type : undefined;
  }
  const resolution = await resolveKey(proofs[0]?.verificationMethod ?? '');
  return resolution.outcome === 'key' ? resolution.key.type : undefined;
}

async function signingsIn(shown: readonly Shown[]): Promise<readonly Signing[]> {
  const found = new Map<string, Signing>();
  for (const { opened, fits } of shown) {
    if (!fits || isContainer(opened)) continue;
    const { form } = opened.secured;
    const proof = opened.proofs[0];
    const key = await keyOf(opened);
    if ((form !== 'data-integrity' && form !== 'jwt') || proof?.suite === undefined || key === undefined) continue;
    found.set(`${proof.name} ${key}`, { suite: proof.suite, name: proof.name, form, key });
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

/** The rows of one format: a line for each way of signing it, or one line that says why there is none. */
function rowsOf(format: string, shown: readonly Shown[], signings: readonly Signing[], methods: ReadonlyMap<string, ReadonlySet<KeyType>>): readonly string[] {
  const own = shown.filter((sample) => sample.format === format);
  const status = own.some(({ opened }) => opened.kind === 'credential') ? statusAnswer() : 'of each inside';
  const gap = [...methods.keys()].map(() => '–');
  if (own.every(({ opened }) => isContainer(opened))) return [cells(code(format), 'of each credential inside', ...gap, '–', 'of each inside')];
  const forms = new Set<string>(own.flatMap(({ opened }) => (isContainer(opened) ? [] : [opened.secured.form])));
  const brought = own.some(({ opened, fits }) => fits && !isContainer(opened) && opened.secured.form === 'jwt' && isJsonObject(opened.secured.header['jwk']));
  const judged = signings.filter(({ form }) => forms.has(form));
  if (judged.length === 0) return [cells(code(format), 'named and shown, never judged', ...gap, '–', status)];
  return judged.map(({ name, form, key }) => {
    const resolved = [...methods.values()].map((keys) => (keys.has(key) ? key : '–'));
    return cells(code(format), code(name), ...resolved, form === 'jwt' && brought ? key : '–', status);
  });
}

/** What this build supports, as Markdown, told from the registries and from samples that are signed and examined now. */
export async function supportedText(): Promise<string> {
  const shown = await showSamples();
  const signings = await signingsIn(shown);
  const methods = await keysByMethod();
  const unsampled = proofSuites.filter(({ id }) => !signings.some(({ suite }) => suite === id));
  if (unsampled.length > 0) throw new Error(`No sample fits for ${unsampled.map(({ id }) => id).join(', ')}`);
  const header = ['Format', 'Signature', ...[...methods.keys()].map((id) => `did:${id}`), 'Key in the token', 'Status list it names'];
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
