import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Closed } from '../../../src/ui/components/closed.tsx';

describe('a part that is closed until wanted', () => {
  it('has its name and its arrow in its summary, and what is in it behind that', () => {
    const html = renderToStaticMarkup(<Closed name="More of it">Inside</Closed>);
    expect(html).toMatch(/^<details class="more"><summary>More of it<svg[^]*<\/summary>Inside<\/details>$/);
  });

  it('draws what a function makes only while it is open', () => {
    expect(renderToStaticMarkup(<Closed name="Name">{() => 'Inside'}</Closed>)).not.toContain('Inside');
    expect(renderToStaticMarkup(<Closed name="Name" open>{() => 'Inside'}</Closed>)).toContain('Inside');
  });
});
