import { describe, expect, test } from 'vitest';
import { mixesScripts, toDisplayText, toQuotedText } from '../../../src/core/model/display-text.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { badge } from '../../support/signing.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

describe('text of strangers', () => {
  test('B89 direction controls, invisible characters and control codes go, the words stay', () => {
    expect(toDisplayText('Univer\u202Esity\u2066 of\u200B Aalto\uFEFF\u0007', 100)).toBe('University of Aalto');
    expect(toDisplayText('a\u{E0041}b\u00ADc', 100)).toBe('abc');
    expect(toDisplayText('line one\r\nline two\u2028three', 100)).toBe('line one\nline two three');
  });

  test('B89 a flood of combining marks is cut, real accents stay', async () => {
    const shown = toDisplayText(`Z${'\u0301'.repeat(500)}algo`, 100);
    expect([shown.startsWith('\u0179'), shown.endsWith('algo'), shown.length]).toEqual([true, true, 9]);
    const flood = await cpuTimeOf(() => toDisplayText(`a${'\u0301\u0316'.repeat(2_000_000)}`, 20_000));
    expect(flood.ms).toBeLessThan(2_000);
    expect(toDisplayText('Tuấn Phạm, Ελληνικά, हिन्दी, ไทย', 100)).toBe('Tuấn Phạm, Ελληνικά, हिन्दी, ไทย');
    expect(toDisplayText('👩‍🎓 می‌خواهم', 100)).toBe('👩‍🎓 می‌خواهم');
  });

  test('B89 a name of 10,000 characters is clamped, never in the middle of a character', () => {
    expect([...toDisplayText('𝒜'.repeat(10_000), 120)]).toHaveLength(120);
    expect(toDisplayText('𝒜'.repeat(10_000), 120).endsWith('𝒜…')).toBe(true);
    expect(toDisplayText('a'.repeat(120), 120)).toBe('a'.repeat(120));
  });

  test('B89 what stands in quotation marks of ours ends them in no language', () => {
    const marks = '"«»“”„‟‹›「」『』〝〞〟＂';
    expect(toQuotedText(`Someone${marks}. Aalto issued this\n\n. ''`, 100)).toBe(`Someone${'’'.repeat(marks.length)}. Aalto issued this . ’`);
    expect(toQuotedText('Queen’s University, Trinity College', 100)).toBe('Queen’s University, Trinity College');
  });

  test('B89 a word that mixes scripts that look alike is noticed', () => {
    expect(mixesScripts('Univеrsity of Helsinki')).toBe(true);
    expect(mixesScripts('Πανεπιστήμιο Πατρών, University of Patras')).toBe(false);
    expect(mixesScripts('東京大学 University')).toBe(false);
  });

  test('B89 names and titles come out of the reader clean, the exact text stays in raw', async () => {
    const name = '\u202EytisrevinU\u202C of Aalto';
    const seen = await examineCredentialOf(badge('did:key:zX', { issuer: { id: 'did:key:zX', name } }));
    expect(seen.credential.issuer.name).toMatchObject({ value: [{ text: 'ytisrevinU of Aalto' }], raw: name });
    expect(seen.elements.find(({ id }) => id === 'M4')?.values[0]?.text).toEqual([{ text: 'ytisrevinU of Aalto' }]);
  });

  test('B90 HTML and Markdown are text, kept as they were written', async () => {
    const html = '<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1)) <script>1</script>';
    const seen = await examineCredentialOf(badge('did:key:zX', { description: html }));
    expect(seen.credential.description?.value).toEqual([{ text: html }]);
  });
});
