import { decodeBase64 } from '../../encoding/base64.ts';
import { sha256Hex } from '../../encoding/sha256.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import type { IssuerMatch, ReadTrustList, TrustListMeta, TrustQuery } from '../../model/trust.ts';
import { textOf } from '../list-text.ts';

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+?)-----END CERTIFICATE-----/g;

/**
 * Certificates that paths may end in, as PEM (RFC 7468). An authority vouches for the organisation that its certificate
 * names; a certificate that is the signer's own vouches for the same. Without an organisation in it nobody is named.
 */
export const readAnchors: ReadTrustList = async (file) => {
  const text = textOf(file);
  const blocks = [...(text ?? '').matchAll(block)].map(([, body = '']) => decodeBase64(body.replace(/\s+/g, '')));
  const anchors = blocks.flatMap((der) => (der.ok ? [der.value] : []));
  if (anchors.length === 0 || anchors.length !== blocks.length) return refuse('open/malformed', { part: 'certificate' });
  const digests = new Set(await Promise.all(anchors.map((der) => sha256Hex(der))));
  const meta: TrustListMeta = { kind: 'anchors', title: 'Certificates', digest: await sha256Hex(file.bytes), signature: 'unsigned' };
  const lookUp = ({ anchor, organisation }: TrustQuery): readonly IssuerMatch[] =>
    anchor !== undefined && digests.has(anchor) && organisation !== undefined ? [{ basis: 'listed', name: organisation, list: meta.title, listMeta: meta }] : [];
  return succeed({ meta, lookUp, anchors });
};
