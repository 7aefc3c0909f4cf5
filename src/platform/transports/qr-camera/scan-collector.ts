import { classifyText } from '../../../core/encoding/classify-text.ts';
import type { TextKind } from '../../../core/encoding/classify-text.ts';
import { createUrJoiner } from '../../../core/encoding/ur/ur-joiner.ts';
import { parsePart } from '../../../core/encoding/ur/ur-part.ts';
import type { MultiPart } from '../../../core/encoding/ur/ur-part.ts';
import { fromMessage } from '../../../core/encoding/ur/ur-payload.ts';
import { refuse } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { Received } from '../../../core/model/received.ts';
import type { ScanEvent } from '../../../core/model/scan-event.ts';
import { openPayload } from '../text/open-payload.ts';
import { readText } from '../text/read-text.ts';

/** Parts wait this long for the rest, in milliseconds. */
const keepMs = 10 * 60_000;
/** After so many different foreign parts in a row the person points at another code: its parts are collected from now on. */
const foreignBeforeSwitch = 4;

/** Turns what the camera reads into events, each told once. Keeps parts while the camera is off. */
export class ScanCollector {
  readonly #now: () => Instant;
  #joiner = createUrJoiner();
  #lastPartAt: Instant | undefined;
  #foreign = new Set<number>();
  #otherSetTold: number | undefined;
  #told: string | undefined;

  /** `now` gives the instants of arrival. */
  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** The texts of one frame. Stops at the event that ends the scan. */
  take(texts: readonly string[]): readonly ScanEvent[] {
    const events: ScanEvent[] = [];
    for (const found of urFirst(texts.map(classifyText))) {
      events.push(...this.#takeText(found));
      if (events.at(-1)?.kind === 'done') break;
    }
    return events;
  }

  /** What is there already when a scan starts again; forgets parts older than ten minutes and what was named. */
  resume(): readonly ScanEvent[] {
    this.#told = undefined;
    this.#otherSetTold = undefined;
    if (this.#lastPartAt !== undefined && this.#now() - this.#lastPartAt > keepMs) this.#forget();
    return this.#joiner.progress().have === 0 ? [] : [this.#progress()];
  }

  #takeText(found: TextKind): readonly ScanEvent[] {
    switch (found.kind) {
      case 'empty':
      case 'check-page':
        return [];
      case 'ur':
        return this.#takeUr(found.text);
      case 'web-address':
      case 'request':
      case 'recovery-code':
      case 'text':
        return this.#name(found.kind, found.text);
      case 'vp1':
        return this.#name('request', found.text);
      case 'present-link':
        return this.#name('request', found.data);
      case 'check-link':
        return this.#finish(readText(`#/check/1/${found.data}`, 'qr-camera', this.#now()), found.data);
      default:
        return this.#finish(readText(found.text, 'qr-camera', this.#now()), found.text);
    }
  }

  #takeUr(text: string): readonly ScanEvent[] {
    const part = parsePart(text);
    if (!part.ok) return this.#tellOnce(text, { kind: 'refused', error: part.error });
    if (part.value.kind === 'multi') return this.#takePart(part.value);
    return this.#finish(openPayload(fromMessage(part.value.message), 'qr-camera', this.#now()), text);
  }

  #takePart(part: MultiPart): readonly ScanEvent[] {
    const step = this.#joiner.add(part);
    if (step.kind === 'other-set') return this.#takeForeign(part);
    this.#foreign.clear();
    this.#lastPartAt = this.#now();
    if (step.kind === 'done') return this.#finish(openPayload(fromMessage(step.message), 'qr-camera', this.#now()), `set ${part.checksum}`);
    if (step.kind === 'conflict') return this.#finish(refuse('receive/wrong-checksum', { what: 'set' }), `set ${part.checksum}`);
    if (step.kind === 'known') return [];
    this.#told = undefined;
    return [this.#progress()];
  }

  #takeForeign(part: MultiPart): readonly ScanEvent[] {
    this.#foreign.add(part.sequence);
    if (this.#foreign.size >= foreignBeforeSwitch) {
      this.#forget();
      return this.#takePart(part);
    }
    if (this.#otherSetTold === part.checksum) return [];
    this.#otherSetTold = part.checksum;
    return [{ kind: 'other-set' }];
  }

  /** While parts are being collected, what else comes into view is not worth a word. */
  #name(what: Extract<ScanEvent, { kind: 'named' }>['what'], text: string): readonly ScanEvent[] {
    return this.#lastPartAt === undefined ? this.#tellOnce(text, { kind: 'named', what, text }) : [];
  }

  #finish(received: Attempt<Received>, key: string): readonly ScanEvent[] {
    if (!received.ok) return this.#tellOnce(key, { kind: 'refused', error: received.error });
    this.#forget();
    return [{ kind: 'done', received: received.value }];
  }

  #tellOnce(key: string, event: ScanEvent): readonly ScanEvent[] {
    if (this.#told === key) return [];
    this.#told = key;
    return [event];
  }

  #progress(): ScanEvent {
    return { kind: 'part', ...this.#joiner.progress() };
  }

  #forget(): void {
    this.#joiner = createUrJoiner();
    this.#lastPartAt = undefined;
    this.#foreign.clear();
    this.#otherSetTold = undefined;
  }
}

/** Where several codes are in view, parts of shares count before anything else. */
function urFirst(found: readonly TextKind[]): readonly TextKind[] {
  const parts = found.filter(({ kind }) => kind === 'ur');
  return parts.length > 0 ? parts : found;
}
