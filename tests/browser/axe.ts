import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Every rule of axe, of all impacts and best practices; gives one line for each violation. Our pages have no frames. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => `${id} (${impact ?? '?'}): ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
