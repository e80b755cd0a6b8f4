import axe from 'axe-core';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../i18n/languages.ts';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import type { Upload } from './types.ts';
import { mediaTypeOf, sendFile, sha256 } from './upload.ts';

const DOCUMENT = {
  id: 'd1', kind: 'photo', confidentiality: 'restricted', title: 'زخم کی تصویر', mediaType: 'image/jpeg', size: 2_500_000,
  happenedAt: '2026-11-20T06:00:00Z', recordedBy: 's1', recordedAt: '2026-11-20T07:00:00Z',
};
const UPLOAD: Upload = {
  id: 'u1', kind: 'photo', mediaType: 'image/jpeg', size: 300_000, received: 0, recordedAt: '2026-11-20T07:00:00Z',
  expiresAt: '2026-11-21T07:00:00Z', smallestPiece: 32_768, largestPiece: 262_144,
};
const PIECE = 128 * 1024;
const file = (size = 300_000, name = 'photo.jpg', type = 'image/jpeg') => new File([new Uint8Array(size)], name, { type });

let server: FakeServer;
beforeEach(() => {
  URL.createObjectURL = vi.fn(() => 'blob:shown');
  URL.revokeObjectURL = vi.fn();
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/documents', { body: { items: [DOCUMENT] } })
    .on('GET /api/cases/v1/cases/case-1/uploads', { body: { items: [] } });
});

function takesPieces() {
  server.on('PATCH /api/cases/v1/uploads/u1', (asked) => {
    const offset = Number(new URL(asked.path, 'http://x').searchParams.get('offset'));
    return { body: { ...UPLOAD, received: Math.min(offset + PIECE, UPLOAD.size) } };
  });
  server.on('POST /api/cases/v1/uploads/u1/completion', { body: DOCUMENT });
}

const offsets = () =>
  server.changes().filter((one) => one.method === 'PATCH').map((one) => new URL(one.path, 'http://x').searchParams.get('offset'));

describe('sending a file', () => {
  it('goes piece by piece and has the whole looked at', async () => {
    takesPieces();
    const seen: number[] = [];
    await sendFile(UPLOAD, file(), (sent) => seen.push(sent), new AbortController().signal);
    expect(offsets()).toEqual(['0', '131072', '262144']);
    expect(seen).toEqual([131_072, 262_144, 300_000]);
    expect(server.changes().at(-1)?.path).toBe('/api/cases/v1/uploads/u1/completion');
  });

  it('asks how far it came after a break and goes on from there', async () => {
    takesPieces();
    let broken = true;
    server.on('PATCH /api/cases/v1/uploads/u1', (asked) => {
      const offset = Number(new URL(asked.path, 'http://x').searchParams.get('offset'));
      if (offset === PIECE && broken) {
        broken = false;
        return 'unreachable';
      }
      return { body: { ...UPLOAD, received: Math.min(offset + PIECE, UPLOAD.size) } };
    });
    server.on('GET /api/cases/v1/uploads/u1', { body: { ...UPLOAD, received: 2 * PIECE } });
    await sendFile(UPLOAD, file(), () => undefined, new AbortController().signal, () => Promise.resolve());
    expect(offsets()).toEqual(['0', '131072', '262144']);
  });

  it('fails when the line stays away, to be gone on with later', async () => {
    server.on('PATCH /api/cases/v1/uploads/u1', 'unreachable').on('GET /api/cases/v1/uploads/u1', 'unreachable');
    const failure = await sendFile(UPLOAD, file(), () => undefined, new AbortController().signal, () => Promise.resolve()).catch((one: unknown) => one);
    expect(failure).toMatchObject({ serviceMissing: true });
    expect(offsets()).toHaveLength(5);
  });

  it('knows a file by its ending when the phone does not name its type, and its hash', async () => {
    expect(mediaTypeOf(file(1, 'Voice 001.amr', ''))).toBe('audio/amr');
    expect(mediaTypeOf(file(1, 'virus.exe', 'application/x-msdownload'))).toBeUndefined();
    expect(await sha256(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('documents', () => {
  it.each<Language>(['en', 'ur', 'ps'])('are shown in %s, and axe finds nothing', async (language) => {
    server.on('GET /api/cases/v1/cases/case-1/uploads', { body: { items: [{ ...UPLOAD, received: 150_000 }] } });
    const { user } = await open('/cases/case-1/documents', language);
    expect(await screen.findByTestId('document')).toHaveTextContent('زخم کی تصویر');
    expect(await screen.findByTestId('unfinished')).toHaveTextContent('50');
    await user.click(screen.getByTestId('add-document'));
    expect(screen.getAllByTestId('camera')[0]).toHaveAttribute('capture', 'environment');
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('are emptied by a supervisor with a reason, and stay on record', async () => {
    server.as('supervisor').on('POST /api/cases/v1/documents/d1/removal', { body: DOCUMENT });
    const { user } = await open('/cases/case-1/documents');
    await user.click(await screen.findByTestId('remove-document'));
    await user.click(screen.getByTestId('remove-now'));
    expect(await screen.findByText('Choose a reason.')).toBeVisible();
    await user.selectOptions(screen.getByTestId('removal-reason'), 'wrong-case');
    server.on('GET /api/cases/v1/cases/case-1/documents', { body: { items: [{ ...DOCUMENT, removedAt: '2026-11-21T07:00:00Z', removalReason: 'wrong-case' }] } });
    await user.click(screen.getByTestId('remove-now'));
    expect(await screen.findByTestId('document-removed')).toHaveTextContent('It belongs to another case');
    expect(screen.queryByTestId('save-document')).toBeNull();
    expect(server.changes()[0]?.body).toEqual({ reason: 'wrong-case' });
  });

  it('are sent with their type, size and hash, and the list is read again', async () => {
    server.on('POST /api/cases/v1/cases/case-1/uploads', { status: 201, body: UPLOAD });
    takesPieces();
    const { user } = await open('/cases/case-1/documents');
    await user.click(await screen.findByTestId('add-document'));
    await user.click(screen.getByTestId('upload-form-send'));
    expect(server.changes()).toEqual([]);
    await user.upload(screen.getByTestId('camera'), file());
    await user.selectOptions(screen.getByLabelText(/What is it/), 'photo');
    await user.click(screen.getByTestId('upload-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ kind: 'photo', mediaType: 'image/jpeg', size: 300_000, confidentiality: 'ordinary' }));
    await waitFor(() => expect(screen.queryByTestId('sending')).toBeNull());
    expect(offsets()).toHaveLength(3);
  });

  it('that lie about their type are not kept, and the words say so', async () => {
    server.on('POST /api/cases/v1/cases/case-1/uploads', { status: 201, body: UPLOAD });
    takesPieces();
    server.on('POST /api/cases/v1/uploads/u1/completion', problem(422, 'content-not-as-said'));
    const { user } = await open('/cases/case-1/documents');
    await user.click(await screen.findByTestId('add-document'));
    await user.upload(screen.getByTestId('file'), file());
    await user.selectOptions(screen.getByLabelText(/What is it/), 'photo');
    await user.click(screen.getByTestId('upload-form-send'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('not what its name says');
  });

  it('over 25 MB or of another type are refused before anything is sent', async () => {
    const { user } = await open('/cases/case-1/documents');
    await user.click(await screen.findByTestId('add-document'));
    await user.upload(screen.getByTestId('camera'), file(26_214_401));
    expect(await screen.findByText(/larger than 25 MB/)).toBeVisible();
    await user.click(screen.getByTestId('upload-form-send'));
    expect(server.changes()).toEqual([]);
  });

  it('are shown only when asked for, and forgotten when hidden', async () => {
    server.on('GET /api/cases/v1/documents/d1/content', { text: 'jpeg', headers: { 'content-type': 'image/jpeg' } });
    const { user } = await open('/cases/case-1/documents');
    expect((await screen.findByTestId('save-document')).getAttribute('href')).toBe('/api/cases/v1/documents/d1/content');
    expect(server.asked.some((one) => one.path.endsWith('/content'))).toBe(false);
    await user.click(screen.getByTestId('show-document'));
    expect(await screen.findByTestId('picture')).toHaveAttribute('src', 'blob:shown');
    await user.click(screen.getByTestId('hide-document'));
    expect(screen.queryByTestId('picture')).toBeNull();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:shown');
  });

  it('that broke off go on with the same file and no other', async () => {
    server.on('GET /api/cases/v1/cases/case-1/uploads', { body: { items: [{ ...UPLOAD, received: PIECE }] } });
    takesPieces();
    const { user } = await open('/cases/case-1/documents');
    await user.upload(await screen.findByTestId('file'), file(7));
    expect(await screen.findByText(/another file/)).toBeVisible();
    await user.upload(screen.getByTestId('file'), file());
    await waitFor(() => expect(offsets()).toEqual(['131072', '262144']));
  });
});
