import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Every rule of axe, of all impacts and best practices; gives one line for each violation. Our pages have no frames.
 * `strict` adds the rule for contrast of 7:1, which the test of the tokens also computes.
 */
export async function axeViolations(page: Page, strict = false): Promise<readonly string[]> {
  // axe stays in the page: it is given only once.
  const there = await page.evaluate(() => 'axe' in globalThis);
  const builder = new AxeBuilder({ page, ...(there ? { axeSource: 'void 0' } : {}) });
  const rules = { 'color-contrast-enhanced': { enabled: strict } };
  const { violations } = await builder.setLegacyMode().options({ resultTypes: ['violations'], rules }).analyze();
  return violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => `${id} (${impact ?? '?'}): ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
