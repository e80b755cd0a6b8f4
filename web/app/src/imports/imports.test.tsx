// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const CHECKED = {
  id: 'i1', state: 'checked', rows: 3, done: 3, ready: 1, faulty: 1, known: 1, takenOver: 0, joined: 0, createdAt: '2026-11-22T09:00:00Z',
};
const ROWS = [
  { row: 1, outcome: 'ready', faults: [] },
  { row: 2, outcome: 'known', faults: [{ column: 'row', code: 'known' }], caseNumber: 'KP-2026-000001' },
  { row: 3, outcome: 'faulty', faults: [{ column: 'sex', code: 'code-unknown' }, { column: 'birth_date', code: 'not-a-day' }] },
];

let server: FakeServer;
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('supervisor')
    .on('GET /api/cases/v1/imports', { body: { items: [CHECKED] } })
    .on('GET /api/cases/v1/imports/i1', { body: CHECKED, headers: { etag: '"v7"' } })
    .on('GET /api/cases/v1/imports/i1/rows', { body: { items: ROWS } });
});

describe('taking over an earlier register', () => {
  it('tells by row and column what is wrong, and takes over what is ready under its version', async () => {
    server.on('POST /api/cases/v1/imports/i1/start', { body: { ...CHECKED, state: 'running' } });
    const { user } = await open('/imports');
    await user.click(await screen.findByTestId('report'));
    const rows = await screen.findAllByTestId('import-row');
    expect(rows[1]).toHaveTextContent('Row is known: look at the case');
    expect(rows[1]).toHaveTextContent('KP-2026-000001');
    expect(rows[2]).toHaveTextContent('Sex is not one of the codes');
    await user.click(screen.getByTestId('only-faulty'));
    await waitFor(() => expect(server.asked.some((one) => one.path.includes('outcome=faulty'))).toBe(true));
    await user.click(screen.getByTestId('start'));
    await waitFor(() => expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v7"'));
  });

  it('asks a person about a child that seems known: another one, with a reason, or the one', async () => {
    server.on('POST /api/cases/v1/imports/i1/rows/2/decision', { body: { ...CHECKED, known: 0, ready: 2 } });
    const { user } = await open('/imports');
    await user.click(await screen.findByTestId('report'));
    await user.click(await screen.findByTestId('decide-2'));
    await user.click(screen.getByTestId('another'));
    expect(await screen.findByText('Choose how you know.')).toBeVisible();
    expect(server.changes()).toHaveLength(0);
    await user.selectOptions(screen.getByTestId('reason'), 'namesake');
    await user.click(screen.getByTestId('another'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ decision: 'take-over', reason: 'namesake' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v7"');
    expect(screen.queryByTestId('decide-3')).toBeNull();
    server
      .on('POST /api/cases/v1/imports/i1/rows/2/decision', problem(409, 'import-row-not-open'))
      .on('GET /api/cases/v1/imports/i1/rows?after=1&limit=1', { body: { items: [{ ...ROWS[1], outcome: 'joined' }] } });
    await user.click(screen.getByTestId('another'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/joined|Joined/);
  });

  it('gives a template with every column, and the codes and workers that may stand in them', async () => {
    server.as('supervisor', { unit: { id: 'unit-1', name: { en: 'Peshawar', ur: 'پشاور', ps: 'پېښور' } } });
    server.on('GET /api/cases/v1/code-lists/closure-reason', {
      body: { items: [{ code: 'goals-met', nameEn: '=Goals met', nameUr: '', namePs: '' }] },
    });
    await open('/imports');
    const template = (await screen.findByText('Get the empty template')).getAttribute('href') ?? '';
    expect(decodeURIComponent(template)).toContain('cnic,mother_name,caregiver_name');
    await waitFor(() => {
      const codes = decodeURIComponent(screen.getByTestId('codes-file').getAttribute('href') ?? '');
      expect(codes).toContain('"risk_level","high","High risk"');
      expect(codes).toContain(`"closure_reason","goals-met","'=Goals met"`);
      expect(codes).toMatch(/"owner","[^"]+","Imran Afridi"/);
    });
  });

  it('uploads a file in pieces and has it checked', async () => {
    server
      .on('POST /api/cases/v1/imports', { status: 201, body: { ...CHECKED, id: 'i2', state: 'uploading' }, headers: { etag: '"v0"' } })
      .on('PUT /api/cases/v1/imports/i2/pieces/0', { status: 204 })
      .on('PUT /api/cases/v1/imports/i2/pieces/1', { status: 204 })
      .on('POST /api/cases/v1/imports/i2/check', { body: CHECKED });
    const { user } = await open('/imports');
    await user.click(await screen.findByTestId('check'));
    expect(server.changes()).toHaveLength(0);
    await user.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, new File(['x'.repeat(150_000)], 'old.csv', { type: 'text/csv' }));
    await user.click(screen.getByTestId('check'));
    await waitFor(() =>
      expect(server.changes().map((one) => `${one.method} ${one.path}`)).toEqual([
        'POST /api/cases/v1/imports',
        'PUT /api/cases/v1/imports/i2/pieces/0',
        'PUT /api/cases/v1/imports/i2/pieces/1',
        'POST /api/cases/v1/imports/i2/check',
      ]),
    );
  });

  it('says why it cannot, and stays usable in Urdu', async () => {
    server.on('POST /api/cases/v1/imports/i1/start', problem(409, 'import-not-in-that-state'));
    const { user } = await open('/imports', 'ur');
    await user.click(await screen.findByTestId('report'));
    await user.click(await screen.findByTestId('start'));
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'import-not-in-that-state');
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
