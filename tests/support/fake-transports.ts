import { refuse, succeed } from '../../src/core/model/attempt.ts';
import type { Received } from '../../src/core/model/received.ts';
import { embedFiles, packFiles } from '../../src/platform/transports/pack/pack-files.ts';
import type { Transports } from '../../src/wallet/ports.ts';
import { exampleNow } from './example-credentials.ts';

function received(transport: Received['transport'], bytes: Uint8Array, fileName?: string): Received {
  return { bytes, transport, arrivedAt: exampleNow, ...(fileName === undefined ? {} : { fileName }) };
}

/** Ways in and out that lead nowhere: files are read, nothing is saved, there is no camera. */
export function createFakeTransports(): Transports {
  return {
    readFile: async (file, transport) => (file.type === 'image/png' ? refuse('receive/no-code-in-image') : succeed(received(transport, new Uint8Array(await file.arrayBuffer()), file.name))),
    readPhoto: () => Promise.resolve(refuse('receive/no-code-in-image')),
    readText: (text, transport) => Promise.resolve(succeed(received(transport, new TextEncoder().encode(text)))),
    startScan: () => Promise.resolve(refuse('device/camera-absent')),
    measure: () => Promise.resolve({ bytes: 6200, compressedBytes: 2400, codeParts: 8, linkCharacters: 3300 }),
    showCode: () =>
      Promise.resolve(
        succeed({
          parts: 8,
          text: (sequence: number) => `ur:bytes/${String(sequence)}-8/`,
          draw: (element: HTMLElement, text: string, label: string) => drawSquare(element, `${label} ${text}`),
        }),
      ),
    drawText: (element, _text, label) => Promise.resolve(succeed(drawSquare(element, label, 97))),
    link: () => Promise.resolve(succeed('https://mecum.example/#/check/1/oWZzYW1wbGU')),
    saveFile: () => Promise.resolve(succeed({ readBack: false })),
    canSend: () => true,
    sendFile: () => Promise.resolve(succeed(undefined)),
    copyText: () => Promise.resolve(succeed(undefined)),
    packFiles,
    embedFiles,
    checkPage: () => 'https://mecum.example/#/check',
    keepScreenOn: () => () => undefined,
  };
}

function drawSquare(element: HTMLElement, label: string, width = 291): void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 97 97');
  svg.setAttribute('width', String(width));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M4 4h21v21h-21zM72 4h21v21h-21zM4 72h21v21h-21zM40 40h20v20h-20z');
  svg.append(path);
  element.replaceChildren(svg);
}
