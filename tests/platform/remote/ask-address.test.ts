import { describe, expect, test, vi } from 'vitest';
import { askAddress, maxAnswerBytes } from '../../../src/platform/remote/ask-address.ts';

const url = 'https://school.example/.well-known/did.json';
const answering = (response: () => Response | Promise<Response>) => vi.fn<typeof fetch>(() => Promise.resolve(response()));

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) });
}

describe('asking one address', () => {
  test('gives the bytes and what they say they are', async () => {
    const fetching = answering(() => new Response('{"a":1}', { headers: { 'content-type': 'Application/JSON; charset=utf-8' } }));
    const answer = await askAddress(`${url}#key`, fetching);
    expect(answer).toEqual({ ok: true, value: { url, bytes: new TextEncoder().encode('{"a":1}'), mediaType: 'application/json' } });
    expect(fetching.mock.calls[0]?.[0]).toBe(url);
  });

  test('B86 sends nothing that tells who asks, and follows no redirect', async () => {
    const fetching = answering(() => new Response(''));
    await askAddress(url, fetching);
    expect(fetching.mock.calls[0]?.[1]).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store', headers: { 'Accept-Language': '*' } });
  });

  test('C31 takes no name of a media type that is none', async () => {
    for (const type of [`text/${'x'.repeat(9_000)}`, '', 'json', 'text/<b>', 'a/b/c']) {
      expect(await askAddress(url, answering(() => new Response('1', { headers: { 'content-type': type } }))), type.slice(0, 20)).toEqual({ ok: true, value: { url, bytes: new Uint8Array([49]) } });
    }
  });

  test.each(['http://school.example/', 'https://127.0.0.1/', 'https://printer.local/', 'https://a@school.example/', 'javascript:1'])('B87 never asks %s', async (address) => {
    const fetching = answering(() => new Response(''));
    expect(await askAddress(address, fetching)).toMatchObject({ ok: false, error: { code: 'remote/refused-address' } });
    expect(fetching).not.toHaveBeenCalled();
  });

  test('C31 a refusal, a silence and an endless body are told apart, and none is an answer', async () => {
    expect(await askAddress(url, answering(() => new Response('no', { status: 404 })))).toMatchObject({ ok: false, error: { code: 'remote/refused', facts: { status: 404 } } });
    expect(await askAddress(url, answering(() => Promise.reject(new TypeError('failed'))))).toMatchObject({ ok: false, error: { code: 'remote/no-answer' } });
    expect(await askAddress(url, answering(() => new Response(endless())))).toMatchObject({ ok: false, error: { code: 'remote/too-large', facts: { limit: maxAnswerBytes } } });
  });

  test('takes a page for people for no answer, whatever it is labelled, and data labelled as one for data', async () => {
    for (const page of ['<!DOCTYPE html><title>Sign in</title>', '\n<html lang="en"><body>{"id":1}</body></html>']) {
      expect(await askAddress(url, answering(() => new Response(page, { headers: { 'content-type': 'application/json' } })))).toMatchObject({ ok: false, error: { code: 'remote/web-page' } });
    }
    for (const data of ['{"a":"<html>"}', '<svg><html/></svg>', '']) {
      expect(await askAddress(url, answering(() => new Response(data, { headers: { 'content-type': 'text/html' } })))).toMatchObject({ ok: true });
    }
  });

  test('C31 a server that never answers is given up after eight seconds', async () => {
    vi.useFakeTimers();
    const hanging = vi.fn<typeof fetch>((_url, init) => new Promise<Response>((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))));
    const asked = askAddress(url, hanging);
    await vi.advanceTimersByTimeAsync(8_001);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'remote/no-answer' } });
    vi.useRealTimers();
  });
});
