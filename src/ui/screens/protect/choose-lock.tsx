import { Fragment, useState } from 'react';
import type { SubmitEvent } from 'react';
import { Page } from '../../app/page.tsx';
import { errorText } from '../../components/error-text.ts';
import { Field, Problem } from '../../components/field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import type { ProtectView } from './use-protect.ts';

/** Safari offers this only outside an installed app; it says so, and nothing is guessed from its name. */
function isTabOfInstallable(): boolean {
  return 'standalone' in navigator && navigator.standalone === false;
}

/** The person's own words are too easy: said at their field, not above the page. */
function isWeak(flow: ProtectView['flow']): boolean {
  return flow.kind === 'failed' && flow.error.code === 'vault/weak-secret';
}

/** How to open the credentials from now on. The device's lock where it can, else words. */
export function ChooseLock({ view }: { readonly view: ProtectView }) {
  const text = useText();
  const { flow, way, ways } = view;
  const weak = isWeak(flow);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    view.protect();
  };
  return (
    <Page title={text('protect.title')} back={{ to: '/review', label: text('frame.review') }} flow>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('protect.title')}</h1>
        <p className="intro">{text('protect.intro')}</p>
      </div>
      {isTabOfInstallable() ? <p>{text('protect.ios')}</p> : null}
      <div role="alert">
        {flow.kind === 'failed' && !weak ? (
          <Problem>{flow.error.code === 'device/passkey-without-prf' ? text('protect.no-passkey') : errorText(text, flow.error)}</Problem>
        ) : null}
      </div>
      {view.ready ? (
        <form id="protect" className="stack" data-gap="l" onSubmit={submit} noValidate>
          <fieldset className="field">
            <legend>
              <h2>{text('protect.how')}</h2>
            </legend>
            <div className="choices">
              {ways.map((kind) => (
                <Fragment key={kind}>
                  <label className="choice">
                    <input type="radio" name="way" checked={way === kind} onChange={() => view.choose(kind)} />
                    <span>
                      <b>{text(`protect.${kind}`)}</b>
                      <span>{text(`protect.${kind}.help`)}</span>
                    </span>
                  </label>
                  {kind === way && (way === 'made' || way === 'digits') ? <Made view={view} /> : null}
                  {kind === way && way === 'own' ? <Own view={view} /> : null}
                </Fragment>
              ))}
            </div>
          </fieldset>
        </form>
      ) : (
        <Waiting />
      )}
      <div className="actions">
        <button className="btn" data-kind="main" type="submit" form="protect">
          {text('protect.do')}
        </button>
      </div>
    </Page>
  );
}

function Made({ view }: { readonly view: ProtectView }) {
  const text = useText();
  const digits = view.way === 'digits';
  return (
    <section className="stack under" data-gap="s" aria-label={text(digits ? 'protect.digits.label' : 'protect.made.label')}>
      <p className="made" {...(digits ? { dir: 'ltr' } : {})}>
        <bdi>{view.made}</bdi>
      </p>
      <p>{text('protect.made.note')}</p>
      <div>
        <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={view.makeOthers}>
          {text('protect.made.other')}
        </button>
      </div>
    </section>
  );
}

function Own({ view }: { readonly view: ProtectView }) {
  const text = useText();
  const [shown, setShown] = useState(false);
  const { flow } = view;
  const weak = flow.kind === 'failed' && isWeak(flow) ? errorText(text, flow.error) : undefined;
  const problem = flow.kind === 'nothing-typed' ? text('protect.own.empty') : weak;
  return (
    <section className="stack under" data-gap="s">
      <Field
        label={text('protect.own.label')}
        hint={text('protect.own.hint')}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        value={view.own}
        onChange={(event) => view.typeOwn(event.target.value)}
        problem={problem}
      />
      <label className="row">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {text('protect.own.show')}
      </label>
    </section>
  );
}
