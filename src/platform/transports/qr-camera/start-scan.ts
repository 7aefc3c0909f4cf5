import { succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { ScanEvent } from '../../../core/model/scan-event.ts';
import type { ScanSession } from '../../../wallet/ports.ts';
import { cameraIds, openCamera } from './camera.ts';
import type { Camera, CameraFailure } from './camera.ts';
import { ScanCollector } from './scan-collector.ts';

/** One for the page, so that parts survive a stop and a start. */
let collector: ScanCollector | undefined;

/** Opens the camera inside `element` and tells what it reads until it is stopped, is done, or loses the camera. */
export async function startScan(element: HTMLElement, listener: (event: ScanEvent) => void, now: () => Instant): Promise<Attempt<ScanSession>> {
  collector ??= new ScanCollector(now);
  const scan = new Scan(element, listener, collector);
  const first = await scan.start();
  return first.ok ? succeed(scan) : first;
}

/**
 * [Note: The scanner's states] Opening and closing a camera take time and may not overlap, so every change goes
 * through one queue: open, close, open the next. A scan is over (`stopped`) by `stop`, by its result, or by the loss of
 * the camera; from then on nothing is told. While the page is hidden the camera is closed; it opens again when the
 * page is seen, and the parts read so far are still there.
 */
class Scan implements ScanSession {
  readonly #element: HTMLElement;
  readonly #listener: (event: ScanEvent) => void;
  readonly #collector: ScanCollector;
  #camera: Camera | undefined;
  #stopped = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(element: HTMLElement, listener: (event: ScanEvent) => void, parts: ScanCollector) {
    this.#element = element;
    this.#listener = listener;
    this.#collector = parts;
  }

  async start(): Promise<Attempt<void>> {
    document.addEventListener('visibilitychange', this.#onVisibility);
    const opened = await this.#inTurn(() => this.#open());
    if (!opened.ok) await this.stop();
    return opened;
  }

  setTorch = async (on: boolean): Promise<void> => {
    await this.#camera?.setTorch(on);
  };

  nextCamera = (): Promise<void> =>
    this.#inTurn(async () => {
      const ids = await cameraIds();
      const next = ids[(ids.indexOf(this.#camera?.deviceId ?? '') + 1) % Math.max(1, ids.length)];
      await this.#close();
      await this.#openOrFail(next);
    });

  stop = async (): Promise<void> => {
    this.#stopped = true;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    await this.#inTurn(() => this.#close());
  };

  #onVisibility = (): void => void this.#inTurn(() => (document.hidden ? this.#close() : this.#openOrFail()));

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(step, step);
    this.#queue = next;
    return next;
  }

  #tell(event: ScanEvent): void {
    if (!this.#stopped) this.#listener(event);
  }

  async #open(deviceId?: string): Promise<Attempt<void>> {
    if (this.#stopped || this.#camera !== undefined || document.hidden) return succeed(undefined);
    const opened = await openCamera(this.#element, { onTexts: this.#onTexts, onLost: () => this.#fail('device/camera-absent') }, deviceId);
    if (!opened.ok) return opened;
    this.#camera = opened.value;
    this.#tell({ kind: 'started', torch: this.#camera.torch, cameras: (await cameraIds()).length });
    for (const event of this.#collector.resume()) this.#tell(event);
    return succeed(undefined);
  }

  async #openOrFail(deviceId?: string): Promise<void> {
    const opened = await this.#open(deviceId);
    if (!opened.ok) this.#fail(opened.error.code as CameraFailure);
  }

  async #close(): Promise<void> {
    const open = this.#camera;
    this.#camera = undefined;
    await open?.close();
  }

  #fail(code: CameraFailure): void {
    this.#tell({ kind: 'failed', code });
    void this.stop();
  }

  #onTexts = (texts: readonly string[]): void => {
    if (this.#stopped) return;
    for (const event of this.#collector.take(texts)) {
      this.#tell(event);
      if (event.kind === 'done') void this.stop();
    }
  };
}
