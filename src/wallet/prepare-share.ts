import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { credentialsIn } from '../core/model/examination.ts';
import type { ItemId } from '../core/model/ids.ts';
import { toInstant } from '../core/model/instant.ts';
import type { Instant } from '../core/model/instant.ts';
import { maxReceiverCharacters } from '../core/model/limits.ts';
import type { Presentation } from '../core/model/presentation.ts';
import type { ShareRecord, ShareWay, StoredItem } from '../core/model/stored.ts';
import type { HolderKey, Ports } from './ports.ts';
import { contextOf } from './receive.ts';
import { toHex } from './to-hex.ts';
import type { PreparedShare, ShareSettings } from './wallet.ts';

const dayMs = 86_400_000;
/** How long the sender asks the receiver to use it. Application: six months of 30.5 days, in whole days. */
const endMs: Readonly<Record<ShareSettings['end'], number | undefined>> = {
  interview: 7 * dayMs,
  application: 183 * dayMs,
  none: undefined,
};

/** The receiver as it is signed: NFC, one line, no control or direction characters, at most 200 characters. */
function receiverText(settings: ShareSettings): string {
  const line = settings.receiver.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return [...line].slice(0, maxReceiverCharacters).join('') || 'anyone';
}

async function openAll(ports: Ports, ids: readonly ItemId[]): Promise<Attempt<readonly StoredItem[]>> {
  const opened: StoredItem[] = [];
  for (const id of ids) {
    const item = await ports.vault.open(id);
    if (!item.ok) return item;
    opened.push(item.value);
  }
  return opened.length === 0 ? refuse('present/nothing-to-disclose') : succeed(opened);
}

/** The key that all these credentials name, if this wallet holds it; else the address for issuers. */
async function signerOf(ports: Ports, items: readonly StoredItem[]): Promise<Attempt<HolderKey>> {
  const { holders } = ports.vault.snapshot.get();
  const named = holders.find(({ did, type }) => type === 'Ed25519' && items.every(({ summary }) => summary.subjectId === did));
  return named === undefined ? ports.vault.holderKey('Ed25519') : succeed(named);
}

async function present(
  ports: Ports,
  items: readonly StoredItem[],
  settings: ShareSettings,
  times: { readonly created: Instant; readonly expires?: Instant },
  statement: Uint8Array | undefined,
): Promise<Attempt<Presentation>> {
  const holder = await signerOf(ports, items);
  if (!holder.ok) return holder;
  const draft = await ports.examiner.draft({
    credentials: items.map(({ summary, raw }) => ({ id: summary.id, raw })),
    holder: holder.value.did,
    verificationMethod: holder.value.verificationMethod,
    domain: receiverText(settings),
    challenge: settings.challenge ?? toHex(ports.randomness.bytes(16)),
    ...times,
    ...(settings.purpose === '' ? {} : { purpose: settings.purpose }),
    ...(statement === undefined ? {} : { statement }),
  });
  if (!draft.ok) return draft;
  const signature = await ports.vault.sign(draft.value.request);
  return signature.ok ? ports.examiner.finish(draft.value, signature.value) : signature;
}

function originalOf(item: StoredItem): Presentation {
  return { bytes: item.raw, mediaType: item.mediaType, fileName: item.fileName ?? 'credential.json' };
}

/**
 * Builds and signs a share, then examines it exactly as the receiver's check page will: without our own list, for it
 * counts for nobody else. A single credential that cannot stand inside a presentation goes out as its original file, unless
 * a statement is to go with it: that has no other place.
 */
export async function prepareShare(ports: Ports, ids: readonly ItemId[], settings: ShareSettings, statement?: Uint8Array): Promise<Attempt<PreparedShare>> {
  const items = await openAll(ports, ids);
  if (!items.ok) return items;
  const created = ports.clock.now();
  const lasts = endMs[settings.end];
  const expires = lasts === undefined ? {} : { expires: toInstant(created + lasts) };
  let made = await present(ports, items.value, settings, { created, ...expires }, statement);
  const single = items.value.length === 1 ? items.value[0] : undefined;
  const asFile = !made.ok && made.error.code === 'present/cannot-enclose' && single !== undefined && statement === undefined;
  if (asFile) made = succeed(originalOf(single));
  if (!made.ok) return made;
  const presentation = made.value;
  const received = { bytes: presentation.bytes, mediaType: presentation.mediaType, transport: 'bundled', arrivedAt: created } as const;
  const seen = await ports.examiner.examine({ received, context: contextOf(ports, []) });
  if (!seen.ok) return seen;
  return succeed({
    id: toHex(ports.randomness.bytes(16)),
    items: items.value.map(({ summary }) => summary.id),
    presentation,
    seen: seen.value,
    size: await ports.transports.measure(presentation),
    settings,
    form: asFile ? 'as-file' : 'presentation',
    ...(asFile ? {} : expires),
  });
}

/** The carried credentials by the ids they are kept under: inside a presentation their bytes may stand otherwise. */
function fieldsOf({ seen, items }: PreparedShare): ShareRecord['items'] {
  return credentialsIn(seen).map((examined, index) => ({
    id: items[index] ?? examined.id,
    title: examined.credential.title?.value ?? [],
    fields: examined.elements.filter(({ values }) => values.length > 0).map(({ id }) => id),
  }));
}

/** Remembers a share: to whom, for what, which fields by name, never a value. The same share is one record. */
export function recordShare(ports: Ports, share: PreparedShare, way: ShareWay, result: ShareRecord['result']): Promise<Attempt<void>> {
  const proof = share.form === 'as-file' ? 'none' : share.settings.proof === 'prove' ? 'proves-key' : 'signed';
  return ports.vault.recordShare({
    id: share.id,
    at: ports.clock.now(),
    receiver: share.settings.receiver,
    purpose: share.settings.purpose,
    items: fieldsOf(share),
    ...(share.seen.kind === 'share' && share.seen.statement !== undefined ? { along: ['statement'] } : {}),
    way,
    result,
    proof,
    ...(share.expires === undefined ? {} : { expires: share.expires }),
  });
}
