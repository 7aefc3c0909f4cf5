import { completenessOf } from '../../core/model/completeness.ts';
import { formatInstant } from '../../core/model/instant.ts';
import type { CheckResult } from '../../core/model/check-result.ts';
import type { ElementReading } from '../../core/model/eu-elements.ts';
import type { Examination, ExaminedCredential, ExaminedShare } from '../../core/model/examination.ts';

/** One line of output: the same facts as the app, as plain JSON. */
export function reportOf(seen: Examination): Record<string, unknown> {
  switch (seen.kind) {
    case 'credential':
      return reportOfCredential(seen);
    case 'share':
      return reportOfShare(seen);
    case 'collection':
      return { format: 'collection', verdict: 'collection', class: seen.class, leftOut: seen.leftOut, credentials: seen.parts.map(reportOf) };
    case 'unreadable':
      return { format: null, verdict: 'unreadable', class: seen.class, error: seen.error, looksLike: seen.looksLike };
  }
}

function reportOfCredential(seen: ExaminedCredential): Record<string, unknown> {
  return {
    format: seen.format,
    packing: seen.packing,
    vocabulary: seen.vocabulary,
    id: seen.id,
    sameness: seen.sameness,
    proofs: seen.proofs.map(({ name, verificationMethod }) => ({ suite: name, issuer: seen.credential.issuer.id?.raw, verificationMethod })),
    signer: seen.signer,
    disclosures: seen.disclosures,
    issuerMatch: seen.issuerMatch,
    steps: seen.steps,
    certificate: seen.certificate,
    wants: seen.wants,
    verdict: seen.headline,
    class: seen.class,
    axes: seen.axes,
    checks: seen.checks.map(checkOf),
    elements: Object.fromEntries(seen.elements.map((reading) => [reading.id, elementOf(reading)])),
    completeness: completenessJson(seen.elements),
    further: seen.credential.further,
    credentials: seen.parts?.map(reportOf),
  };
}

function reportOfShare(seen: ExaminedShare): Record<string, unknown> {
  const { holder, label, created, expires, purpose } = seen;
  return {
    format: seen.format,
    verdict: seen.headline,
    class: seen.class,
    ...(seen.wants === undefined ? {} : { wants: seen.wants }),
    share: { axes: seen.axes, holder, label, created, expires, purpose },
    checks: seen.checks.map(checkOf),
    credentials: seen.parts.map(reportOf),
  };
}

/** What a check rests on and for when it is true: `offline` is now, and needs no date. */
function checkOf({ id, state, reason, facts, basis, at }: CheckResult): object {
  const when = basis === 'offline' ? { basis } : { basis, at: formatInstant(at) };
  return { id, state, reason, ...(Object.keys(facts).length === 0 ? {} : { facts }), ...when };
}

/** "n of 11": how many mandatory elements are stated and said not to apply, and which are not stated. */
function completenessJson(elements: readonly ElementReading[]): object {
  return { ...completenessOf(elements), of: elements.filter(({ mandatory }) => mandatory).length };
}

/** The first value at the top, as the interface says; all of them in `values`. */
function elementOf({ state, values }: ElementReading): object {
  const all = values.map(({ text, path, raw, is }) => ({ text: text.map((one) => one.text).join(' '), lang: text[0]?.language, path, raw, is }));
  const [first] = all;
  return first === undefined ? { state } : { state, text: first.text, lang: first.lang, path: first.path, raw: first.raw, values: all };
}
