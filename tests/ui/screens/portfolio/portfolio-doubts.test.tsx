import { describe, expect, it } from 'vitest';
import type { ListedItem } from '../../../../src/wallet/wallet.ts';
import { summarize } from '../../../../src/wallet/summarize.ts';
import { PortfolioDoubts } from '../../../../src/ui/screens/portfolio/portfolio-doubts.tsx';
import type { Examined, Looked } from '../../../../src/ui/screens/portfolio/use-examined.ts';
import type { PortfolioView } from '../../../../src/ui/screens/portfolio/use-portfolio.ts';
import { exampleNow, examples } from '../../../support/example-credentials.ts';
import { markup, textOf } from '../../said.tsx';

type Example = (typeof examples)[keyof typeof examples];

function looked(examined: Example, listed: Partial<ListedItem> = {}): Looked {
  const summary = summarize(examined, 'received', exampleNow);
  const kept = { summary, raw: new Uint8Array(1), mediaType: 'application/json', transport: 'file' } as const;
  return { listed: { summary, headline: examined.headline, older: [], ...listed }, anew: { kept, examined } };
}

function doubts(examined: Partial<Examined>, without: readonly string[] = []): string {
  const choices = { form: 'print', holder: 'name', notes: false, evidence: true, without } as const;
  const view = { examined: { done: 1, looked: [], lost: [], whole: true, ...examined }, choices, change: () => undefined } as unknown as PortfolioView;
  return markup(<PortfolioDoubts view={view} />);
}

describe('what is named before a portfolio is made', () => {
  it('names every state that is not plainly good, each with a box that is ticked', () => {
    const all = Object.values(examples);
    const plain = all.filter(({ headline }) => ['valid', 'valid-earlier', 'no-status'].includes(headline));
    const html = doubts({ looked: all.map((one) => looked(one)) });
    expect(html.match(/type="checkbox"/g)).toHaveLength(all.length - plain.length);
    expect(html.match(/checked=""/g)).toHaveLength(all.length - plain.length);
    for (const word of ['Its date has passed', 'Cancelled by the issuer', 'On hold', 'The signature does not fit', 'Not signed', 'Not checked yet', 'We cannot tell who signed this']) expect(textOf(html), word).toContain(word);
    expect(textOf(html)).toContain(`${String(plain.length)} other credentials go with it.`);
  });

  it('says nothing where all is plainly good', () => {
    expect(doubts({ looked: [looked(examples.valid)] })).toBe('');
  });

  it('leaves out what she unticked', () => {
    expect(doubts({ looked: [looked(examples.expired)] }, [examples.expired.id])).not.toContain('checked=""');
  });

  it('says why an issuer on her own list is not known to others', () => {
    const own = { basis: 'own-list', name: 'My school', since: exampleNow } as const;
    expect(textOf(doubts({ looked: [looked(examples['unknown-issuer'], { headline: 'valid', issuerMatch: own })] }))).toContain('“My school” stands on your own list. For others that counts for nothing.');
  });

  it('names what cannot be opened, and does not pass it over', () => {
    const text = textOf(doubts({ lost: [{ listed: looked(examples.valid).listed, error: { code: 'store/corrupt', facts: {} } }] }));
    expect(text).toContain('Left out, for we cannot open them');
    expect(text).toContain('Data Protection in Care Work');
  });
});
