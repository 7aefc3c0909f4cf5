import { Html5QrcodeSupportedFormats } from 'html5-qrcode/esm/core.js';
import { Html5Qrcode } from 'html5-qrcode/esm/html5-qrcode.js';
import { Html5QrcodeStrings } from 'html5-qrcode/esm/strings.js';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { ScanEvent } from '../../../core/model/scan-event.ts';
import { allowEmptyMarkup } from './empty-markup-policy.ts';

export type CameraFailure = Extract<ScanEvent, { kind: 'failed' }>['code'];

/** A camera that runs and looks for codes. */
export interface Camera {
  readonly torch: boolean;
  readonly deviceId: string | undefined;
  readonly setTorch: (on: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a running camera tells. */
export interface CameraListener {
  readonly onTexts: (texts: readonly string[]) => void;
  /** The camera was pulled out or taken away. */
  readonly onLost: () => void;
}

/** Looks a second at most; each waits for the one before, and for a new frame. */
const looksPerSecond = 60;
/** A camera that gives no picture this long after it was opened is not going to, in milliseconds. */
const pictureTimeoutMs = 10_000;

let containers = 0;

/**
 * Opens a camera (the one that looks away from the person, or the one named) inside `element` and looks for codes.
 * `html5-qrcode` gets a container of its own, which nobody else touches and which is removed on close.
 */
export async function openCamera(element: HTMLElement, listener: CameraListener, deviceId?: string): Promise<Attempt<Camera>> {
  if (!navigator.mediaDevices) return refuse('device/not-supported');
  allowEmptyMarkup();
  replaceSentences();
  const container = document.createElement('div');
  container.id = `camera-${(containers += 1)}`;
  element.append(container);
  const scanner = new Html5Qrcode(container.id, { formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE], useBarCodeDetectorIfSupported: false, verbose: false });
  try {
    const choice = deviceId === undefined ? { facingMode: 'environment' } : { deviceId: { exact: deviceId } };
    const picture = { ...choice, width: { ideal: 1280 }, height: { ideal: 720 } };
    await scanner.start(choice, { fps: looksPerSecond, disableFlip: true, videoConstraints: picture }, (texts) => listener.onTexts(JSON.parse(texts) as string[]), () => undefined);
    await firstPicture(container);
  } catch (error) {
    await closeScanner(scanner, container);
    return refuse(failureOf(error));
  }
  return succeed(runningCamera(scanner, container, listener));
}

function runningCamera(scanner: Html5Qrcode, container: HTMLElement, listener: CameraListener): Camera {
  const track = trackIn(container);
  const lost = (): void => listener.onLost();
  track?.addEventListener('ended', lost);
  const light = scanner.getRunningTrackCameraCapabilities().torchFeature();
  return {
    torch: light.isSupported(),
    deviceId: track?.getSettings().deviceId,
    setTorch: (on) => light.apply(on),
    close: async () => {
      track?.removeEventListener('ended', lost);
      await closeScanner(scanner, container);
    },
  };
}

function trackIn(container: HTMLElement): MediaStreamTrack | undefined {
  const source = container.querySelector('video')?.srcObject;
  return source instanceof MediaStream ? source.getVideoTracks()[0] : undefined;
}

/** Settles when the library has set up its surface: stopping it any earlier would fail inside. */
function firstPicture(container: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const ready = (): boolean => container.querySelector('canvas') !== null;
    if (ready()) return resolve();
    const timer = setTimeout(() => reject(new DOMException('', 'NotReadableError')), pictureTimeoutMs);
    const observer = new MutationObserver(() => {
      if (!ready()) return;
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    });
    observer.observe(container, { childList: true });
  });
}

/** Stops the camera whatever state the library is in, and removes the container. */
async function closeScanner(scanner: Html5Qrcode, container: HTMLElement): Promise<void> {
  const track = trackIn(container);
  try {
    await scanner.stop();
  } catch {
    // It was not running; the track below is stopped all the same.
  }
  track?.stop();
  container.remove();
}

/**
 * The library makes a sentence of the browser's exception. Names decide, never sentences: the exception is kept. Its
 * own words for a pause, which we never use, stay off the page.
 */
function replaceSentences(): void {
  Html5QrcodeStrings.scannerPaused = () => '';
  Html5QrcodeStrings.errorGettingUserMedia = (error: unknown) => error as string;
}

const failures: Readonly<Record<string, CameraFailure>> = {
  NotAllowedError: 'device/camera-denied',
  SecurityError: 'device/camera-denied',
  NotFoundError: 'device/camera-absent',
  OverconstrainedError: 'device/camera-absent',
  NotReadableError: 'device/camera-busy',
  AbortError: 'device/camera-busy',
};

function failureOf(error: unknown): CameraFailure {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return Object.hasOwn(failures, name) ? (failures[name] ?? 'device/not-supported') : 'device/not-supported';
}

/** Cameras of the device, by id; known only once one of them was allowed. */
export async function cameraIds(): Promise<readonly string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.filter((device) => device.kind === 'videoinput').map((device) => device.deviceId);
}
