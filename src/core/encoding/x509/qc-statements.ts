import { readDer, readObjectIdentifier, readSequence } from './der.ts';

/** What a certificate claims of itself as a qualified one (ETSI EN 319 412-5). A claim, until a trusted list is looked at. */
export interface QcStatements {
  /** 4.2.1: issued as a qualified certificate. */
  readonly compliance: boolean;
  /** 4.2.2: the key is in a qualified device. */
  readonly device: boolean;
  /** 4.2.3: for signatures (of persons), seals (of organisations), or websites. Empty where it does not say. */
  readonly types: readonly ('signature' | 'seal' | 'website')[];
}

export const qcStatementsExtension = '1.3.6.1.5.5.7.1.3';
const complianceId = '0.4.0.1862.1.1';
const deviceId = '0.4.0.1862.1.4';
const typeId = '0.4.0.1862.1.6';
const typeNames: Readonly<Record<string, QcStatements['types'][number]>> = {
  '0.4.0.1862.1.6.1': 'signature',
  '0.4.0.1862.1.6.2': 'seal',
  '0.4.0.1862.1.6.3': 'website',
};

/** The statements in the value of the extension; undefined where it is not to be read. */
export function readQcStatements(value: Uint8Array): QcStatements | undefined {
  const statements = readSequence(value)?.map(({ content }) => readDer(content));
  if (statements === undefined) return undefined;
  const ids = new Set(statements.map((statement) => (statement?.[0] === undefined ? undefined : readObjectIdentifier(statement[0]))));
  const types = statements.flatMap((statement) => {
    const [id, info] = statement ?? [];
    if (id === undefined || info === undefined || readObjectIdentifier(id) !== typeId) return [];
    return (readDer(info.content) ?? []).flatMap((type) => typeNames[readObjectIdentifier(type) ?? ''] ?? []);
  });
  return { compliance: ids.has(complianceId), device: ids.has(deviceId), types };
}
