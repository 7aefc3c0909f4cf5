import { describe, expect, it } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import { PortfolioContents, PortfolioCover } from '../../../src/ui/documents/portfolio-cover.tsx';
import { PortfolioOriginals, PortfolioPriorLearning } from '../../../src/ui/documents/portfolio-end.tsx';
import { PortfolioCredential } from '../../../src/ui/documents/portfolio-entry.tsx';
import type { Portfolio } from '../../../src/ui/documents/portfolio.ts';
import { exampleNow, examples } from '../../support/example-credentials.ts';
import { markup, textOf } from '../said.tsx';
import { examineFile } from './statement-rig.tsx';

const owned = { origin: 'owner', createdAt: exampleNow, updatedAt: exampleNow } as const;

function portfolioOf(items: readonly ExaminedCredential[], changes: Partial<Portfolio> = {}, holder: 'name' | 'none' = 'name'): Portfolio {
  const statement = createStatement(items, { now: exampleNow, wallet: { name: 'Mecum', version: '0.1.0' }, holder, lists: [] });
  const entries = items.map((examined, at) => ({
    examined,
    pages: statement.credentials.filter(({ original }) => original.sha256 === examined.id),
    original: { path: `originals/0${String(at + 1)}.json`, given: 'badge.json', size: 5_200, sha256: 'ab'.repeat(32), href: `mark-${String(at)}` },
    note: 'My own words.',
  }));
  return { form: 'page', name: 'Application', intro: 'What I bring.', made: exampleNow, version: '0.1.0', statement, entries, prior: [], ...changes };
}

const all = Object.values(examples);
const credential = (portfolio: Portfolio, at = 0): string => {
  const entry = portfolio.entries[at];
  if (entry === undefined) throw new Error('no such entry');
  return markup(<PortfolioCredential portfolio={portfolio} entry={entry} at={at} />);
};

describe('a portfolio', () => {
  it('begins with whose it is, the intro marked as hers, the day, and that it is to be checked again', () => {
    const text = textOf(markup(<PortfolioCover portfolio={portfolioOf([examples.valid])} />));
    for (const part of ['Application', 'Of Aino Mäkelä', 'What I bring.Written by the owner', '1 credential.', 'Checked by the holder’s wallet on', 'check it yourself.']) expect(text).toContain(part);
    const without = portfolioOf([examples.valid], {}, 'none');
    expect(textOf(markup(<PortfolioCover portfolio={without} />))).not.toContain('Aino');
    expect(textOf(credential(without))).not.toContain('Aino');
  });

  it('names a learner once, whether a credential writes the name in one piece or in two', async () => {
    const files = ['json-credential/open-badges-3--eddsa-jcs-2022.json', 'jws-json/european-learning-model--annex-one.json'];
    const items = (await Promise.all(files.map(examineFile))).flat();
    const text = textOf(markup(<PortfolioCover portfolio={portfolioOf(items)} />));
    expect(text.match(/Of Mira/g)).toHaveLength(1);
    expect(text).toContain('Of Mira Solberg');
    expect(text).not.toContain('Of Solberg');
  });

  it('tells each of its own moments with the time zone: it is read elsewhere', () => {
    const portfolio = portfolioOf([examples.valid]);
    const text = textOf(markup(<PortfolioCover portfolio={portfolio} />));
    expect(text).toMatch(/Put together on \d+ \w+ \d{4}, \d\d:\d\d UTC/);
    for (const part of [text, textOf(credential(portfolio))]) expect(part).toMatch(/Checked by the holder’s wallet on \d+ \w+ \d{4}, \d\d:\d\d UTC; check it yourself/);
  });

  it('lists each credential with its state in words, and says it again where it stands', () => {
    const portfolio = portfolioOf(all);
    const contents = textOf(markup(<PortfolioContents portfolio={portfolio} />));
    const words = { valid: 'Valid', expired: 'Its date has passed', revoked: 'Cancelled by the issuer', altered: 'The signature does not fit', 'unknown-issuer': 'We cannot tell who signed this' };
    for (const [headline, word] of Object.entries(words)) {
      const at = all.findIndex((one) => one.headline === headline);
      expect(contents, headline).toContain(word);
      expect(textOf(credential(portfolio, at)), headline).toContain(word);
    }
  });

  it('carries no verdict mark and nothing that has to be pressed', () => {
    const portfolio = portfolioOf(all);
    const html = [markup(<PortfolioContents portfolio={portfolio} />), ...all.map((_, at) => credential(portfolio, at)), markup(<PortfolioOriginals portfolio={portfolio} />)].join('');
    expect(html).not.toMatch(/<svg|<button|<input|<details|class="chip"|data-tone|style="/);
  });

  it('says of an altered one that its signature does not fit, and nothing of other checks', () => {
    const portfolio = portfolioOf([examples.altered]);
    const html = credential(portfolio);
    const ours = textOf(html.slice(0, html.indexOf('<article')));
    expect(ours).toContain('Do not rely on this: the signature does not fit.');
    expect(ours).not.toContain('Is it still in force?');
    expect(textOf(credential(portfolioOf([examples.valid])))).toContain('Is it still in force?');
  });

  it('shows the elements in order with the fixed words for gaps, all outcomes, and the original with its sum and its link once', () => {
    const portfolio = portfolioOf([examples.valid]);
    const html = credential(portfolio);
    const ours = textOf(html.slice(0, html.indexOf('<article')));
    const labels = ['Learner', 'Title', 'Country or region', 'Awarding body', 'Date of issue', 'Learning outcomes', 'Workload', 'Level', 'Assessment', 'Form of participation', 'Quality assurance'];
    const says = ours.slice(ours.indexOf('What it says'));
    const places = labels.map((label) => says.indexOf(label));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(says).toContain('Quality assurance not stated; this does not mean there is none.');
    expect(says).toContain('Answer a patient who asks what is stored about them.');
    expect(html).toContain('<a href="mark-0" download="01.json">');
    expect(`${html}${markup(<PortfolioOriginals portfolio={portfolio} />)}`.match(/href="mark-0"/g)).toHaveLength(1);
    expect(ours).toContain('My own words.');
  });

  it('says nothing of originals where there is prior learning alone', () => {
    const record = { kind: 'prior-learning' as const, id: 'p', ...owned, title: 'Night shifts', what: '', when: '', evidence: [] };
    const portfolio = portfolioOf([], { prior: [{ record, files: [] }] });
    expect(markup(<PortfolioOriginals portfolio={portfolio} />)).toBe('');
    expect(textOf(markup(<PortfolioContents portfolio={portfolio} />))).not.toContain('Originals');
    expect(textOf(markup(<PortfolioContents portfolio={portfolioOf([examples.valid])} />))).toContain('Originals');
  });

  it('keeps prior learning apart and marked, and says what is not enclosed', () => {
    const record = { kind: 'prior-learning' as const, id: 'p', ...owned, title: 'Night shifts', what: 'Caring\nalone', when: '2019', evidence: [] };
    const file = { path: 'prior-learning/01-01-letter.pdf', given: 'letter.pdf', size: 10, sha256: 'cd'.repeat(32) };
    const text = textOf(markup(<PortfolioPriorLearning prior={[{ record, files: [file] }]} />));
    for (const part of ['Written by the owner', 'No organisation confirmed this.', 'Night shifts', '2019', 'letter.pdf', 'Not enclosed']) expect(text).toContain(part);
    expect(markup(<PortfolioPriorLearning prior={[]} />)).toBe('');
  });
});
