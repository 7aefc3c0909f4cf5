import { toInstant } from '../../core/model/instant.ts';
import type { Instant } from '../../core/model/instant.ts';
import { orRefuse } from '../../core/model/or-refuse.ts';
import type { Transports } from '../../wallet/ports.ts';
import { copyText } from './copy/copy-text.ts';
import { pageAddress } from './link/page-address.ts';
import { keepScreenOn } from './qr-screen/keep-screen-on.ts';
import { transportRegistry } from './registry.ts';
import { saveFile } from './save/save-file.ts';
import { canSend, sendFile } from './send/send-file.ts';

/**
 * Every way in and out. Saving, sending and copying stand in this file's own chunk: browsers allow them only within
 * the tap that asked, and a chunk on its way would use that up.
 */
export function createTransports(now: () => Instant = () => toInstant(Date.now())): Transports {
  const screen = transportRegistry['qr-screen'].load;
  return {
    readFile: async (file, transport) => (await orRefuse(transportRegistry.file.load())).readFile(file, transport, now()),
    readPhoto: async (file) => (await orRefuse(transportRegistry.photo.load())).readPhoto(file, now()),
    readText: async (text, transport) => (await orRefuse(transportRegistry.text.load())).readText(text, transport, now()),
    startScan: async (element, listener) => (await orRefuse(transportRegistry['qr-camera'].load())).startScan(element, listener, now),
    measure: async (presentation) => (await screen()).measure(presentation),
    showCode: async (presentation) => (await orRefuse(screen())).showCode(presentation),
    drawText: async (element, text, label) => (await orRefuse(screen())).drawText(element, text, label),
    link: async (presentation) => (await orRefuse(transportRegistry.link.load())).createLink(presentation),
    saveFile,
    canSend,
    sendFile,
    copyText,
    packFiles: async (order, signal) => (await orRefuse(transportRegistry.pack.load())).packFiles(order, signal),
    embedFiles: async (order, signal) => (await orRefuse(transportRegistry.pack.load())).embedFiles(order, signal),
    checkPage: () => `${pageAddress()}#/check`,
    keepScreenOn,
  };
}
