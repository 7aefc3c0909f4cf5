import { afterEach, describe, expect, it } from 'vitest';
import { createDraft, forgetDrafts } from '../../../../src/ui/components/own/drafts.ts';

const at = '/collections/c1/edit';
const kept = { name: 'Application', items: ['a', 'b'] as readonly string[] };

describe('words that are not saved yet', () => {
  afterEach(forgetDrafts);

  it('are found again where they were typed, and only there', () => {
    createDraft(at, kept).change({ name: 'Application at the hospital' });
    expect(createDraft(at, kept).flow.get()).toEqual({ words: { ...kept, name: 'Application at the hospital' }, found: true });
    expect(createDraft('/collections/c2/edit', kept).flow.get()).toEqual({ words: kept, found: false });
  });

  it('are none where everything is as it is kept again', () => {
    const draft = createDraft(at, kept);
    draft.change({ items: ['a'] });
    draft.change({ items: ['a', 'b'] });
    expect(createDraft(at, kept).flow.get().found).toBe(false);
    draft.change({ items: ['b', 'a'] });
    expect(createDraft(at, kept).flow.get().found).toBe(true);
  });

  it('are gone once they are saved, and once they are discarded', () => {
    const saved = createDraft(at, kept);
    saved.change({ name: 'Other' });
    saved.done();
    expect(saved.flow.get().words.name).toBe('Other');
    expect(createDraft(at, kept).flow.get().found).toBe(false);
    const discarded = createDraft(at, kept);
    discarded.change({ name: 'Other' });
    discarded.discard();
    expect(discarded.flow.get()).toEqual({ words: kept, found: false });
    expect(createDraft(at, kept).flow.get().found).toBe(false);
  });

  it('are all forgotten when nothing is kept any more', () => {
    createDraft(at, kept).change({ name: 'Other' });
    createDraft('/prior-learning/new', { title: '' }).change({ title: 'Night shifts' });
    forgetDrafts();
    expect(createDraft(at, kept).flow.get().found).toBe(false);
    expect(createDraft('/prior-learning/new', { title: '' }).flow.get().found).toBe(false);
  });
});
