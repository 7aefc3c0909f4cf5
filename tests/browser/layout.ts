import type { Page } from '@playwright/test';

/** What WCAG 1.4.12 lets a person set: nothing may be lost by it. */
const wideSpacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** Applies an override of the person's own to the page and gives the way to take it off again. */
export async function withStyle(page: Page, style: 'wide-spacing' | 'double-text'): Promise<() => Promise<void>> {
  const content = style === 'wide-spacing' ? wideSpacing : ':root { font-size: 200% !important; }';
  const element = await page.addStyleTag({ content });
  return () => element.evaluate((node) => (node as HTMLStyleElement).remove());
}

/**
 * What a reader loses in this layout: the page wider than the window, text that stands beyond the window's edges, text
 * cut off by its box, two texts that lie over each other, lines that begin with a full stop, and on a wide screen dates
 * that begin on one line and end on the next. Bars that stay in place are looked at apart.
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    const wider = root.scrollWidth - root.clientWidth;
    if (wider > 0) faults.push(`${String(wider)} px wider than the window`);
    for (const date of innerWidth < 768 ? [] : document.querySelectorAll('time')) if (new Set([...date.getClientRects()].map(({ top }) => Math.round(top))).size > 1) faults.push(`a date on two lines: ${date.textContent ?? ''}`);
    interface Piece {
      readonly text: string;
      readonly node: Node;
      readonly box: DOMRect;
      readonly stays: Element | null;
    }
    const staysFor = new Map<Element, Element | null>();
    /** The bar that stays in place in which this stands. */
    const stays = (element: Element): Element | null => {
      const known = staysFor.get(element);
      if (known !== undefined) return known;
      const own = ['sticky', 'fixed'].includes(getComputedStyle(element).position) ? element : element.parentElement === null ? null : stays(element.parentElement);
      staysFor.set(element, own);
      return own;
    };
    const windowFor = new Map<Element, Element | null>();
    /** The nearest box that scrolls by itself around this. */
    const windowOf = (element: Element): Element | null => {
      const known = windowFor.get(element);
      if (known !== undefined) return known;
      const own = ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) ? element : element.parentElement === null ? null : windowOf(element.parentElement);
      windowFor.set(element, own);
      return own;
    };
    /** In sight, unless it is scrolled out of the box around it. */
    const inSight = (box: DOMRect, around: Element | null): boolean => {
      if (around === null) return true;
      const edge = around.getBoundingClientRect();
      return box.top < edge.bottom - 2 && box.bottom > edge.top + 2;
    };
    /** Headings of columns that stand there for readers only, where the rows of a table are drawn as blocks. */
    const isOnlyRead = (head: Element | null): boolean => head !== null && getComputedStyle(head).clipPath === 'inset(50%)';
    const pieces: Piece[] = [];
    const dialog = document.querySelector('dialog[open]');
    const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || parent === null || parent.closest('script, style, .unseen, .skip, svg, option, [hidden]') !== null || isOnlyRead(parent.closest('thead')) || !parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const before = node.previousSibling instanceof Element ? [...node.previousSibling.getClientRects()].at(-1) : undefined;
      const [begins] = range.getClientRects();
      if (before !== undefined && begins !== undefined && /^[.,;:!?)”]/.test(text) && begins.top > before.bottom - 2) faults.push(`a line begins with: ${text.slice(0, 50)}`);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1 && inSight(box, windowOf(parent))) pieces.push({ text: text.slice(0, 50), node, box, stays: stays(parent) });
    }
    for (const { text, box, node } of pieces) {
      if (box.left < -1 || box.right > root.clientWidth + 1) faults.push(`beyond the window's edge: ${text}`);
      for (let cutter = node.parentElement; cutter !== null && cutter !== document.body; cutter = cutter.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(cutter);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const edge = cutter.getBoundingClientRect();
        const scrolls = [overflowX, overflowY].includes('auto') || [overflowX, overflowY].includes('scroll');
        if (!scrolls && (box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 4 || box.bottom > edge.bottom + 4)) faults.push(`cut off: ${text}`);
      }
    }
    for (const [index, one] of pieces.entries()) {
      for (const other of pieces.slice(index + 1)) {
        if (one.node === other.node || one.stays !== other.stays) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 2 && high > Math.min(one.box.height, other.box.height) * 0.3) faults.push(`over each other: ${one.text} / ${other.text}`);
      }
    }
    return [...new Set(faults)];
  });
}

/**
 * Controls that are smaller than 44 CSS px (WCAG 2.5.5, level AAA): all but links inside of a sentence and those that
 * the browser draws. A box with words counts as large as its label.
 */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const least = 44;
    const small: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
      if (!control.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) || control.closest('.unseen, .skip') !== null) continue;
      const inSentence = control.matches('a') && getComputedStyle(control).display === 'inline' && control.closest('p, dd, li')?.textContent?.trim() !== control.textContent?.trim();
      if (inSentence) continue;
      const label = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type) ? control.labels?.[0] : undefined;
      const own = (label ?? control).getBoundingClientRect();
      const over = getComputedStyle(control, '::after');
      const covers = over.position === 'absolute' && over.content !== 'none' ? control.closest<HTMLElement>('.card')?.getBoundingClientRect() : undefined;
      const { width, height } = covers ?? own;
      if (width > 0 && (width < least - 0.5 || height < least - 0.5)) small.push(`target of ${width.toFixed(0)} x ${height.toFixed(0)} px: ${(control.textContent?.trim() || control.getAttribute('aria-label') || control.id || control.tagName).slice(0, 50)}`);
    }
    return [...new Set(small)];
  });
}

/** Controls of which a bar that stays in place hides something while they have the focus (WCAG 2.4.12, level AAA). */
export async function hiddenFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hidden: string[] = [];
    const bars = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position) && !element.matches('.skip'));
    for (const control of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.skip, dialog') !== null || bars.some((bar) => bar.contains(control))) continue;
      control.focus();
      if (document.activeElement !== control) continue;
      const box = control.getBoundingClientRect();
      const name = (control.textContent?.trim() || control.getAttribute('aria-label') || control.id || control.tagName).slice(0, 50);
      if (box.height < innerHeight / 2 && (box.top < -1 || box.bottom > innerHeight + 1)) hidden.push(`focused out of sight: ${name}`);
      for (const bar of bars) {
        const over = bar.getBoundingClientRect();
        const wide = Math.min(box.right, over.right) - Math.max(box.left, over.left);
        const high = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
        if (wide > 1 && high > 1) hidden.push(`focused behind a bar by ${high.toFixed(0)} px: ${name}`);
      }
    }
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
    return [...new Set(hidden)];
  });
}
