import type { ReactNode } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { LocalizedText } from '../../../core/model/credential.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { sealingRelationOf } from '../../../core/model/sealing.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { DocText } from '../doc-text.tsx';
import { platformOf } from '../verdict-words.ts';
import { knownIssuer } from './leaf-head.tsx';

interface SealedByProps {
  readonly examined: ExaminedCredential;
  readonly prefer: readonly string[];
}

type Way = 'sealed' | 'signed' | 'unsigned';

/**
 * Who sealed, apart from who awarded: always a line of its own. Its name is a fact only where a list or an anchor gives it,
 * and what only the credential or its certificate says never stands under "signed by" or "sealed by".
 */
export function SealedBy({ examined, prefer }: SealedByProps) {
  const text = useText();
  const way = wayOf(examined);
  const name = nameOf(examined);
  const relation = sealingRelationOf(examined);
  const bodies = examined.credential.awardingBodies.flatMap((body) => (body.name === undefined ? [] : [body.name.value]));
  if (name === undefined && (relation === 'same-body' || relation === 'not-told')) return null;
  return (
    <div className="element" {...(name === undefined ? { 'data-state': 'missing' } : {})}>
      <dt>{text(`sealer.${labelOf(name, way)}`)}</dt>
      <dd>{name === undefined ? text('sealer.nobody') : 'known' in name ? <bdi>{toDisplayText(name.known, 300)}</bdi> : <Sentence id="sealer.claimed" values={{ claimed: <DocText text={name.claimed} prefer={prefer} name /> }} />}</dd>
      {name !== undefined && 'claimed' in name ? <Says>{text(name.by === 'certificate' ? 'sealer.by-certificate' : 'sealer.by-itself')}</Says> : null}
      {relation === 'on-behalf' || relation === 'other-body' ? bodies.map((body, index) => <ForWhom key={index} relation={relation} body={body} prefer={prefer} />) : null}
      {relation === 'on-behalf' ? <Says>{text('sealer.mandate')}</Says> : null}
    </div>
  );
}

function Says({ children }: { readonly children: ReactNode }) {
  return <dd className="says">{children}</dd>;
}

/** Only a mandate in the credential lets us say "on behalf of"; without one the other body is only named. */
function ForWhom({ relation, body, prefer }: { readonly relation: 'on-behalf' | 'other-body'; readonly body: LocalizedText; readonly prefer: readonly string[] }) {
  return (
    <Says>
      <Sentence id={`sealer.${relation}`} values={{ body: <DocText text={body} prefer={prefer} name /> }} />
    </Says>
  );
}

/** That somebody signed is not said of a signature that was not checked. */
function wayOf({ axes, certificate, steps = [] }: ExaminedCredential): Way {
  if (axes.unchanged === 'unsigned' || (axes.unchanged !== 'yes' && certificate === undefined)) return 'unsigned';
  return certificate !== undefined || steps.length > 0 ? 'sealed' : 'signed';
}

type SealerName = { readonly known: string } | { readonly claimed: LocalizedText; readonly by: 'certificate' | 'credential' };

/** Who is only claimed to have signed is not told as who did. */
function labelOf(name: SealerName | undefined, way: Way): Way | 'named' {
  if (name === undefined || 'known' in name) return way;
  return name.by === 'certificate' ? 'named' : 'unsigned';
}

/** By a list that knows the key; by a certificate whose path leads to one; else what certificate or credential say. */
function nameOf(examined: ExaminedCredential): SealerName | undefined {
  const { axes, certificate, credential } = examined;
  const known = knownIssuer(examined) ?? (axes.unchanged === 'yes' ? platformOf(examined) : undefined);
  if (known !== undefined) return { known };
  const named = certificate?.organisation ?? certificate?.commonName;
  if (named !== undefined) return certificate?.anchor !== undefined && axes.unchanged === 'yes' ? { known: named } : { claimed: [{ text: named }], by: 'certificate' };
  const { name, id } = credential.issuer;
  const claimed = name?.value ?? (id === undefined ? undefined : [{ text: id.value }]);
  return claimed === undefined ? undefined : { claimed, by: 'credential' };
}
