import { describe, expect, it } from 'vitest';
import { euElements } from '../../../src/core/model/eu-element-table.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import { annexOneShapes } from '../../../src/tools/sampling/annex-one-shapes.ts';
import { CredentialView } from '../../../src/ui/components/credential-view.tsx';
import { DrawnPictures } from '../../../src/ui/components/credential/drawn-pictures.tsx';
import { exampleCredential } from '../../support/example-credentials.ts';
import { markup } from '../said.tsx';

/** Markup of a page, of a drawing and of Markdown, addresses that run, and what could end a style, an attribute or a line. */
const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>"\'><a href="javascript:alert(4)">go</a> [go](javascript:alert(5)) ![x](https://evil.example/x.png) https://evil.example/login </style></title><b>bold</b>&lt;i&gt;{{7*7}}\u202Egnp.exe';

/** Names that say what kind of thing it is; without them nothing would be read as what it is. */
const structural = /^(?:@context|@type|type|vct|inScheme|id|@id|cty|framework|targetType|targetFramework|identityType|hashed)$/;

function poison(value: unknown, all: boolean, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => poison(one, all, key));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, all, name)]));
  if (typeof value !== 'string' || (structural.test(key) && !(all && key.endsWith('id')))) return value;
  return all && key.endsWith('id') ? `javascript:alert('${hostile}')` : `${value} ${hostile}`;
}

async function pageOf(claims: JsonObject, headline: 'unknown-issuer' | 'altered' = 'unknown-issuer'): Promise<ExaminedCredential> {
  const vocabulary = vocabularyFor(claims);
  const credential = (await vocabulary.load())(claims);
  const base = exampleCredential({ id: 'ee', axes: headline === 'altered' ? { unchanged: 'no', issuer: 'could-not-check' } : { issuer: 'unknown', status: 'no-list' } });
  return {
    ...base,
    credential,
    vocabulary: vocabulary.id,
    elements: euElements.map(({ id, mandatory, read }) => ({ id, mandatory, ...read(credential) })),
    text: JSON.stringify(claims, null, 2),
    fileName: hostile,
    certificate: { commonName: hostile, organisation: hostile, organisationIdentifier: hostile, country: hostile },
  };
}

const drawn = (examined: ExaminedCredential): string =>
  (['own', 'check', 'review', 'preview'] as const).map((mode) => markup(<CredentialView examined={examined} mode={mode} />)).join('') + markup(<DrawnPictures examined={examined} prefer={['en']} shown="en" />);

/** Names of elements and of attributes in markup. React escapes every `<` and `"` of a text, so that each found here is made. */
function madeOf(html: string): { readonly elements: ReadonlySet<string>; readonly attributes: ReadonlySet<string> } {
  const tags = [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)];
  expect(tags.length).toBe([...html.matchAll(/<(?!\/|!--)/g)].length);
  return {
    elements: new Set(tags.map((tag) => tag[1] ?? '')),
    attributes: new Set(tags.flatMap((tag) => [...(tag[2] ?? '').matchAll(/([\w:-]+)(?:="[^"]*")?/g)].map((found) => found[1] ?? ''))),
  };
}

/** Of icons and of our own parts. */
const known = new Set(['article', 'bdi', 'button', 'circle', 'dd', 'details', 'div', 'dl', 'dt', 'ellipse', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'header', 'label', 'li', 'line', 'option', 'p', 'path', 'polygon', 'polyline', 'rect', 'section', 'select', 'span', 'strong', 'summary', 'svg', 'time', 'ul']);

describe('hostile words of issuers', () => {
  const shapes = annexOneShapes();

  it.each(shapes.flatMap(({ name, claims }) => [false, true].map((all) => [name, all, claims] as const)))('B90 in every text of %s stay text (addresses too: %s)', async (_name, all, claims) => {
    const examined = await pageOf(poison(claims, all) as JsonObject);
    const html = drawn(examined);
    const { elements, attributes } = madeOf(html);
    expect([...elements].filter((name) => !known.has(name))).toEqual([]);
    expect([...attributes].filter((name) => /^on|^(?:href|style|srcdoc|action|formaction|xlink)$/i.test(name))).toEqual([]);
    expect(html).not.toContain('\u202E');
    // It is there to be read, as what it is.
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html.match(/src="[^"]*"/g) ?? []).toEqual([]);
  });

  it('B90 behind "Show anyway" they stay text too', async () => {
    for (const { claims } of shapes) {
      const html = markup(<CredentialView examined={await pageOf(poison(claims, false) as JsonObject, 'altered')} mode="check" />);
      expect([...madeOf(html).elements].filter((name) => !known.has(name))).toEqual([]);
      expect(html).toContain('&lt;script&gt;');
    }
  });

  it('the same pages without hostile words are made of the same parts', async () => {
    for (const { claims } of shapes) {
      const html = drawn(await pageOf(claims as JsonObject));
      expect([...madeOf(html).elements].filter((name) => !known.has(name))).toEqual([]);
      expect(html).not.toContain('<script');
    }
  });
});
