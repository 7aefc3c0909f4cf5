import { canonize } from '../../core/encoding/json-ld/canonize.ts';
import { readStrictJson } from '../../core/encoding/strict-json.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import { examine } from '../../core/examine/examine.ts';
import type { Examination, ExaminationContext, ExaminedCredential, ExaminedShare } from '../../core/model/examination.ts';
import { toInstant } from '../../core/model/instant.ts';
import { isJsonObject } from '../../core/model/json.ts';
import type { JsonObject, JsonValue } from '../../core/model/json.ts';
import type { Answer } from '../../core/model/answers.ts';
import { corpusNow } from './corpus.ts';
import type { CorpusEntry } from './corpus.ts';

/** What was really signed, by whoever made the samples: everything that may ever be said to be unchanged. */
export interface Originals {
  readonly digests: ReadonlySet<string>;
  readonly leaves: readonly ReadonlySet<string>[];
  readonly graphs: ReadonlySet<string>;
  readonly shares: ReadonlySet<string>;
}

export function contextFor(answers: readonly Answer[]): ExaminationContext {
  return { now: corpusNow, notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received', answers };
}

export function examineEntry(bytes: Uint8Array, answers: readonly Answer[]): Promise<Examination> {
  return examine({ received: { bytes, transport: 'file', arrivedAt: corpusNow }, context: contextFor(answers) });
}

/** Every credential anywhere in an examination, those within credentials too. */
export function everyCredential(seen: Examination): readonly ExaminedCredential[] {
  if (seen.kind === 'unreadable') return [];
  const inner = (seen.parts ?? []).flatMap(everyCredential);
  return seen.kind === 'credential' ? [seen, ...inner] : inner;
}

export function everyShare(seen: Examination): readonly ExaminedShare[] {
  if (seen.kind === 'unreadable' || seen.kind === 'credential') return [];
  return [...(seen.kind === 'share' ? [seen] : []), ...seen.parts.flatMap(everyShare)];
}

/** What a share itself signs of what we show: who, for whom, until when, why, and which credentials. */
export async function wordsOf({ holder, label, created, expires, purpose, parts }: ExaminedShare): Promise<string> {
  const contents = await Promise.all(parts.flatMap(everyCredential).map(async (part) => (await anyGraphOf(part)) ?? part.claimsDigest));
  return JSON.stringify([holder, label, created, expires, purpose, contents.sort()]);
}

function claimsOf({ text }: ExaminedCredential): JsonObject {
  const json = readStrictJson(encodeUtf8(text));
  return json.ok && isJsonObject(json.value.value) ? json.value.value : {};
}

/** Every value with its path, numbers of arrays left out: of a selective credential, what is shown is a part of it. */
function leavesOf(value: JsonValue, path = ''): readonly string[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((item) => leavesOf(item, `${path}/*`));
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${path}/${key}`));
  return [`${path}=${JSON.stringify(value)}`];
}

/** Suites that sign a graph: which array or spelling it is written in, they cannot tell, and nobody can. */
const overGraphs = /^(?:eddsa-rdfc-2022|ecdsa-rdfc-2019|ecdsa-sd-2023|Ed25519Signature20(?:18|20))$/;

/** The graph that the proofs of a credential sign: equal in both, the data is equal. */
async function graphOf(seen: ExaminedCredential): Promise<string | undefined> {
  return seen.proofs.every(({ name }) => overGraphs.test(name)) ? anyGraphOf(seen) : undefined;
}

async function anyGraphOf(seen: ExaminedCredential): Promise<string | undefined> {
  const graph = await canonize(claimsOf(seen));
  return graph.outcome === 'ok' ? graph.nquads : undefined;
}

export async function readOriginals(corpus: readonly CorpusEntry[]): Promise<Originals> {
  const digests = new Set<string>();
  const leaves: ReadonlySet<string>[] = [];
  const graphs = new Set<string>();
  const shares = new Set<string>();
  for (const { bytes, answers } of corpus) {
    const seen = await examineEntry(bytes, answers);
    for (const share of everyShare(seen)) if (share.axes.unchanged === 'yes') shares.add(await wordsOf(share));
    for (const credential of everyCredential(seen)) {
      if (credential.axes.unchanged !== 'yes') continue;
      digests.add(credential.claimsDigest);
      if (credential.format === 'badge-2') digests.add(credential.text);
      if (credential.format === 'sd-jwt') leaves.push(new Set(leavesOf(claimsOf(credential))));
      const graph = await graphOf(credential);
      if (graph !== undefined) graphs.add(graph);
    }
  }
  return { digests, leaves, graphs, shares };
}

/** Why a credential that is said to be unchanged is none that was ever signed; undefined where it provably is one. */
export async function troubleWith(credential: ExaminedCredential, originals: Originals): Promise<string | undefined> {
  const isSaid = credential.axes.unchanged === 'yes' || ['valid', 'unconfirmed', 'lapsed'].includes(credential.class);
  if (!isSaid || credential.headline === 'revoked' || originals.digests.has(credential.claimsDigest)) return undefined;
  // A badge by its address is what the address answers, however the address is spelled.
  if (credential.format === 'badge-2' && originals.digests.has(credential.text)) return undefined;
  if (credential.format === 'sd-jwt') {
    const shown = leavesOf(claimsOf(credential));
    if (originals.leaves.some((whole) => shown.every((leaf) => whole.has(leaf)))) return undefined;
  }
  const graph = await graphOf(credential);
  return graph !== undefined && originals.graphs.has(graph) ? undefined : `${credential.class}, ${credential.headline}: claims that nobody signed`;
}

export function describeSeen(seen: Examination): string {
  return seen.kind === 'unreadable' ? seen.class : `${seen.kind} ${seen.class}`;
}
