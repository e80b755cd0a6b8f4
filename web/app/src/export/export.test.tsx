// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

let server: FakeServer;
const saved: string[] = [];
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
  saved.length = 0;
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  server = new FakeServer()
    .as('supervisor')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/timeline?limit=40', { body: { items: [] } })
    .on('GET /api/cases/v1/cases', { body: { items: [] } });
});

describe('taking a case out', () => {
  it('asks what for, and saves what the service made', async () => {
    server.on('POST /api/cases/v1/cases/case-1/exports', {
      text: '%PDF',
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="PEW-2026-00001.pdf"' },
    });
    const { user } = await open('/cases/case-1/timeline', 'ur');
    await user.click(await screen.findByTestId('export'));
    await user.click(screen.getByTestId('take'));
    expect(server.changes()).toHaveLength(0);
    const form = screen.getByTestId('export-form');
    await user.selectOptions(form.querySelector<HTMLSelectElement>('select[name="purpose"]')!, 'handover');
    await user.click(screen.getByTestId('take'));
    expect(await screen.findByTestId('taken')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ language: 'ur', purpose: 'handover' });
    await user.click(screen.getByTestId('include-clinical-notes'));
    await user.click(screen.getByTestId('take'));
    await waitFor(() => expect(server.changes()[1]?.body).toEqual({ language: 'ur', purpose: 'handover', include: ['clinical-notes'] }));
    expect(saved).toEqual(['PEW-2026-00001.pdf', 'PEW-2026-00001.pdf']);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => one.id)).toEqual([]);
  });

  it('offers a worker no notes that only supervisors take out', async () => {
    server.as('social-worker');
    const { user } = await open('/cases/case-1/timeline');
    await user.click(await screen.findByTestId('export'));
    expect(screen.getByTestId('include-nationality')).not.toBeChecked();
    expect(screen.queryByTestId('include-clinical-notes')).toBeNull();
  });

  it('saves nothing when it is refused, and says why', async () => {
    server.on('POST /api/cases/v1/list-exports', problem(401, 'step-up-required'));
    const { user } = await open('/cases');
    await user.click(await screen.findByTestId('export'));
    const form = screen.getByTestId('export-form');
    await user.selectOptions(within(form).getByLabelText(/^What for/), 'supervision');
    await user.click(screen.getByTestId('take'));
    expect(await within(form).findByTestId('problem')).toHaveAttribute('data-code', 'step-up-required');
    expect(server.changes()[0]?.body).toEqual({ list: 'cases', language: 'en', purpose: 'supervision' });
    expect(saved).toEqual([]);
  });
});
